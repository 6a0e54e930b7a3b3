package org.gongkai.search;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Task;
import org.gongkai.model.Validity;

/**
 * Puts every notice of a site into a Lucene index.
 *
 * <p>Start here: {@code new SearchIndexer().index(site)}.
 */
public final class SearchIndexer {
    private static final double BUFFER_MEGABYTES = 256;

    /** How many notices are cut before Lucene asks for them. */
    private static final int AHEAD = 64;

    /**
     * The order of the index. Documents of equal score come out in it, so what binds stands before
     * what no longer does; below that, neighbours share what they can be filtered by, which makes
     * the lists of each facet short.
     */
    static final Comparator<Notice> ORDER =
            Comparator.comparingInt((Notice notice) -> rank(notice.standing().validity()))
                    .thenComparing(Notice::publisher)
                    .thenComparing(SearchIndexer::firstSubject)
                    .thenComparing(notice -> -notice.publicationDate().getYear())
                    .thenComparing(notice -> notice.standing().validity())
                    .thenComparing(Notice.NEWEST_FIRST);

    /** Kept, or its level would be forgotten. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    /** Indexed for ranking, without positions. */
    private static final FieldType TEXT = new FieldType();

    static {
        // It advises programmers, in English, on newer versions of Java.
        LUCENE.setLevel(Level.SEVERE);
        TEXT.setTokenized(true);
        TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TEXT.freeze();
    }

    private static int rank(Validity validity) {
        return validity.inForce() ? 0 : validity.ended() ? 2 : 1;
    }

    private static String firstSubject(Notice notice) {
        List<String> subjects = notice.metadata().subjects();
        return subjects.isEmpty() ? "" : subjects.get(0);
    }

    /** Indexes the site, while the caller goes on; the index lives in memory. */
    public SearchIndex index(Site site) {
        return index(site, (notices, cut) -> DirectoryReader.open(made(notices, Map.of(), cut)));
    }

    /** The same, with what an earlier build has indexed, and for the next one to use. */
    public SearchIndex index(Site site, KeptIndex kept) {
        return index(
                site,
                (notices, cut) -> {
                    IndexReader known = kept.index(notices, others -> made(others, Map.of(), cut));
                    if (known != null) {
                        return known;
                    }
                    Directory index = made(notices, kept.memo(notices), cut);
                    kept.keep(index);
                    return DirectoryReader.open(index);
                });
    }

    /** Gets an index of notices. */
    @FunctionalInterface
    private interface Getting {
        IndexReader of(List<Notice> notices, Runnable cut) throws IOException;
    }

    private static SearchIndex index(Site site, Getting getting) {
        List<Notice> notices = site.notices().stream().sorted(ORDER).toList();
        return SearchIndex.start(site, notices, cut -> getting.of(notices, cut));
    }

    private static Directory made(List<Notice> notices, Map<String, String> memo, Runnable cut)
            throws IOException {
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, configuration())) {
            add(writer, notices);
            cut.run();
            writer.forceMerge(1);
            writer.setLiveCommitData(memo.entrySet());
        }
        return directory;
    }

    /**
     * Hands the notices to Lucene one after the other, so that it has nothing to sort, while other
     * threads cut the texts of the next ones.
     */
    private static void add(IndexWriter writer, List<Notice> notices) throws IOException {
        Deque<ForkJoinTask<Document>> ahead = new ArrayDeque<>();
        int next = 0;
        for (int i = 0; i < notices.size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
            for (; next < notices.size() && ahead.size() < AHEAD; next++) {
                Notice notice = notices.get(next);
                int order = next;
                ahead.add(ForkJoinPool.commonPool().submit(() -> document(notice, order)));
            }
            writer.addDocument(ahead.remove().join());
        }
    }

    private static IndexWriterConfig configuration() {
        return unsorted().setIndexSort(new Sort(new SortField(Field.ORDER, SortField.Type.INT)));
    }

    /** For what stands in its order already. */
    static IndexWriterConfig unsorted() {
        return new IndexWriterConfig()
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setUseCompoundFile(false)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler());
    }

    private static Document document(Notice notice, int order) {
        Document document = new Document();
        document.add(new NumericDocValuesField(Field.ORDER, order));
        document.add(
                new NumericDocValuesField(Field.PUBLISHED, notice.publicationDate().toEpochDay()));
        document.add(text(Field.TITLE, notice.title(), true));
        document.add(text(Field.BODY, String.join("\n", segments(notice)), false));
        for (String key : NumberKeys.ofAll(numbers(notice))) {
            document.add(new StringField(Field.NUMBER, key, Store.NO));
        }
        for (Facet facet : Facet.values()) {
            for (String value : facet.values(notice)) {
                document.add(new StringField(facet.field(), value, Store.NO));
            }
        }
        return document;
    }

    private static IndexableField text(String field, String text, boolean unigrams) {
        return new org.apache.lucene.document.Field(
                field, new BigramTokenizer(text, unigrams), TEXT);
    }

    /** The texts of a notice beside its title; nothing runs over from one into the next. */
    static List<String> segments(Notice notice) {
        List<String> segments = new ArrayList<>();
        segments.add(HtmlText.of(notice.body().html()));
        notice.taskList().stream().map(Task::requirement).forEach(segments::add);
        return segments;
    }

    /** The numbers of a notice by which it is found. */
    static List<String> numbers(Notice notice) {
        return Stream.of(
                        notice.documentNumber(),
                        notice.metadata().indexNumber(),
                        notice.metadata().registrationNumber())
                .filter(Objects::nonNull)
                .toList();
    }
}
