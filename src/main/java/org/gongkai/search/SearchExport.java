package org.gongkai.search;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.CollectionStatistics;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a Lucene index as small files that a browser can search without a server: {@code
 * search/manifest.json}, and all else in a folder that is named after its content and so may be
 * kept in caches for ever.
 *
 * <p>Start here: {@code new SearchExport(index).write(siteRoot)}.
 */
public final class SearchExport {
    static final int DOCUMENTS_PER_SHARD = 4;
    private static final int NEWEST_BLOCK = 4_096;
    private static final int LEAD_CHARACTERS = 100;
    private static final int PINYIN_SHARD_BYTES = 4_000;
    private static final int SUGGESTION_SHARD_BYTES = 8_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final SearchIndex index;
    private final Site site;
    private final List<Notice> documents;
    private final Tiering tiering;
    private final KeptShards kept;

    public SearchExport(SearchIndex index) {
        this(index, KeptShards.none());
    }

    /**
     * @param kept files of an earlier export, which are left out where they would be the same
     */
    public SearchExport(SearchIndex index, KeptShards kept) {
        this(index, Tiering.of(index.documents().size()), kept);
    }

    SearchExport(SearchIndex index, Tiering tiering) {
        this(index, tiering, KeptShards.none());
    }

    private SearchExport(SearchIndex index, Tiering tiering, KeptShards kept) {
        this.index = index;
        this.site = index.site();
        this.documents = index.documents();
        this.tiering = tiering;
        this.kept = kept;
    }

    /** Writes {@code search/} below the site's root; gives the name of the folder in it. */
    public String write(Path root) throws IOException {
        Path search = Files.createDirectories(root.resolve("search"));
        Path folder = Files.createDirectories(search.resolve("new"));
        ShardFolder files = new ShardFolder(folder, kept);
        SearchedNames names = SearchedNames.of(site);
        index.awaitCut();
        ForkJoinTask<NameFiles> nameFiles =
                ForkJoinPool.commonPool().submit(() -> writeNames(files, names));
        try {
            return write(root, folder, files, names, nameFiles);
        } finally {
            // They may still be written to a folder that is cleared next.
            nameFiles.quietlyJoin();
        }
    }

    private String write(
            Path root,
            Path folder,
            ShardFolder files,
            SearchedNames names,
            ForkJoinTask<NameFiles> nameFiles)
            throws IOException {
        List<String> shown =
                documents.stream().map(each -> array(json -> writeNotice(json, each))).toList();
        Map<String, String> byNumber = byNumber(shown);
        writeDocuments(files, shown);
        new FacetFiles(site, documents).write(files);
        writeDates(files);
        TermLists lists = documents.isEmpty() ? null : new TermLists(index.segment());
        TermFiles.Written terms = TermFiles.Written.NOTHING;
        List<Integer> answered = List.of();
        if (lists != null) {
            terms = new TermFiles(lists, tiering, byNumber).write(files);
            new TermsByDocument(lists, terms.places()).write(files, shown);
            new BestHits(lists, shown).write(files, terms.titled());
            List<String> words = terms.common().stream().map(TermFiles.Place::token).toList();
            answered = new NameAnswers(index, shown).write(files, names, words);
        }
        NameFiles shards = nameFiles.join();
        String name = files.digest();
        List<TermFiles.Place> common = terms.common();
        List<Integer> hashes = answered;
        int tokenShards = terms.tokens();
        int numberShards = terms.numbers();
        Files.move(folder, folder.resolveSibling(name));
        boolean drafts =
                documents.stream().anyMatch(Notice::draft)
                        || site.pages().stream().anyMatch(ContentPage::draft);
        new SearchManifest(site.asOf(), drafts)
                .write(
                        root,
                        name,
                        json -> {
                            json.writeNumberProperty("documents", documents.size());
                            json.writeNumberProperty("documentsPerShard", DOCUMENTS_PER_SHARD);
                            json.writeNumberProperty("newestBlock", NEWEST_BLOCK);
                            json.writeBooleanProperty("totals", tiering.totals());
                            writeField(
                                    json, "title", lists == null ? null : lists.titleStatistics());
                            writeField(json, "body", lists == null ? null : lists.bodyStatistics());
                            json.writeNumberProperty("termShards", tokenShards);
                            writeCommon(json, common);
                            writeRising(json, "answered", hashes);
                            json.writeNumberProperty("numberShards", numberShards);
                            json.writeNumberProperty("pinyinShards", shards.pinyin());
                            json.writeNumberProperty("suggestionShards", shards.suggestions());
                            json.writeArrayPropertyStart("synonyms");
                            site.synonyms().forEach(group -> writeTexts(json, group));
                            json.writeEndArray();
                        });
        return name;
    }

    /** Column by column, which packs well; as there are ever fewer titles, how many fewer. */
    private static void writeCommon(JsonGenerator json, List<TermFiles.Place> common) {
        json.writeObjectPropertyStart("common");
        json.writeStringProperty(
                "terms", common.stream().map(TermFiles.Place::token).collect(Collectors.joining()));
        json.writeArrayPropertyStart("titles");
        int before = 0;
        for (TermFiles.Place place : common) {
            json.writeNumber(before - place.key().titleFrequency());
            before = place.key().titleFrequency();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("bodies");
        common.forEach(place -> json.writeNumber(place.key().bodyFrequency()));
        json.writeEndArray();
        json.writeArrayPropertyStart("ordinals");
        common.forEach(place -> json.writeNumber(place.ordinal()));
        json.writeEndArray();
        json.writeEndObject();
    }

    /** How far each number is from the one before. */
    private static void writeRising(JsonGenerator json, String name, List<Integer> numbers) {
        json.writeArrayPropertyStart(name);
        int before = 0;
        for (int number : numbers) {
            json.writeNumber(number - before);
            before = number;
        }
        json.writeEndArray();
    }

    private static void writeField(JsonGenerator json, String name, CollectionStatistics field) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("docCount", field == null ? 0 : field.docCount());
        json.writeNumberProperty("sumTotalTermFreq", field == null ? 0 : field.sumTotalTermFreq());
        json.writeEndObject();
    }

    private static void writeDocuments(ShardFolder files, List<String> shown) {
        int shards = (shown.size() + DOCUMENTS_PER_SHARD - 1) / DOCUMENTS_PER_SHARD;
        IntStream.range(0, shards)
                .parallel()
                .forEach(
                        shard -> {
                            int from = shard * DOCUMENTS_PER_SHARD;
                            int to = Math.min(shown.size(), from + DOCUMENTS_PER_SHARD);
                            files.write(
                                    "d/" + shard + ".bin",
                                    "[" + String.join(",", shown.subList(from, to)) + "]");
                        });
    }

    /** What a hit shows of a notice. */
    private static void writeNotice(JsonGenerator json, Notice notice) {
        json.writeString(notice.id());
        json.writeString(notice.title());
        json.writeString(notice.documentNumber());
        json.writeString(notice.publisher());
        json.writeString(notice.publicationDate().toString());
        json.writeString(notice.standing().validity().name());
        json.writeString(notice.body().lead(LEAD_CHARACTERS));
        json.writeNumber(notice.taskList().size());
    }

    /** By each number that one notice alone has: what is shown of it, behind its place. */
    private Map<String, String> byNumber(List<String> shown) {
        Map<String, String> rows = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (int i = 0; i < shown.size(); i++) {
            String row = "\"" + i + "\":" + shown.get(i);
            for (String key : NumberKeys.whole(SearchIndexer.numbers(documents.get(i)))) {
                if (rows.put(key, row) != null) {
                    several.add(key);
                }
            }
        }
        rows.keySet().removeAll(several);
        return rows;
    }

    /** When each document was published, for 最新. */
    private void writeDates(ShardFolder files) {
        for (int block = 0; block * NEWEST_BLOCK < documents.size(); block++) {
            int from = block * NEWEST_BLOCK;
            int to = Math.min(documents.size(), from + NEWEST_BLOCK);
            String days =
                    array(
                            json -> {
                                long before = 0;
                                for (Notice notice : documents.subList(from, to)) {
                                    long day = notice.publicationDate().toEpochDay();
                                    json.writeNumber(day - before);
                                    before = day;
                                }
                            });
            files.write("newest/" + block + ".bin", days);
        }
    }

    /** How many files there are of each kind. */
    private record NameFiles(int pinyin, int suggestions) {}

    /** What is made of names alone: most edits leave those as they are. */
    private static NameFiles writeNames(ShardFolder files, SearchedNames names) {
        byte[] of = names.bytes();
        Pinyin[] read = {null};
        int pinyin =
                files.writeFolder(
                        "y",
                        of,
                        () -> {
                            read[0] = new Pinyin();
                            Vocabulary vocabulary = Vocabulary.of(names, read[0]);
                            writeKeyed(files, "y", json(vocabulary), PINYIN_SHARD_BYTES);
                        });
        int suggestions =
                files.writeFolder(
                        "s",
                        of,
                        () -> {
                            Pinyin known = read[0] == null ? new Pinyin() : read[0];
                            writeKeyed(
                                    files,
                                    "s",
                                    Suggestions.of(names, known).buckets(),
                                    SUGGESTION_SHARD_BYTES);
                        });
        return new NameFiles(pinyin, suggestions);
    }

    private static SortedMap<String, String> json(Vocabulary vocabulary) {
        SortedMap<String, String> shards = new TreeMap<>();
        vocabulary
                .byPinyin()
                .forEach(
                        (key, phrases) ->
                                shards.put(key, array(json -> phrases.forEach(json::writeString))));
        return shards;
    }

    /**
     * Spreads JSON values over shards by their keys.
     *
     * @param values JSON by key
     */
    private static void writeKeyed(
            ShardFolder files, String folder, SortedMap<String, String> values, int bytesEach) {
        long bytes =
                values.entrySet().stream()
                        .mapToLong(each -> Bytes.utf8(each.getKey() + each.getValue()).length)
                        .sum();
        Shards shards = Shards.of(bytes, bytesEach);
        List<StringBuilder> contents = new ArrayList<>();
        IntStream.range(0, shards.count()).forEach(i -> contents.add(new StringBuilder()));
        for (Map.Entry<String, String> each : values.entrySet()) {
            StringBuilder content = contents.get(shards.of(Bytes.utf8(each.getKey())));
            content.append(content.isEmpty() ? "" : ",");
            content.append('"').append(each.getKey()).append("\":").append(each.getValue());
        }
        IntStream.range(0, shards.count())
                .parallel()
                .forEach(
                        i ->
                                files.write(
                                        folder + "/" + Shards.name(i) + ".bin",
                                        "{" + contents.get(i) + "}"));
    }

    static void writeTexts(JsonGenerator json, List<String> texts) {
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    static String array(Consumer<JsonGenerator> content) {
        return written(
                json -> {
                    json.writeStartArray();
                    content.accept(json);
                    json.writeEndArray();
                });
    }

    static String json(Consumer<JsonGenerator> content) {
        return written(
                json -> {
                    json.writeStartObject();
                    content.accept(json);
                    json.writeEndObject();
                });
    }

    private static String written(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(json);
        }
        return text.toString();
    }
}
