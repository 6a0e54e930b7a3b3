package org.gongkai.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * Writes the posting lists: short ones together in shards, longer ones each in a file, very long
 * ones in tiers and pieces. Beside whole numbers stands what a hit shows, as each finds one.
 */
final class TermFiles {
    /** The folders of shards of tokens and of numbers, and of the lists with files of their own. */
    private static final String TOKENS = "t";

    private static final String NUMBERS = "n";
    private static final String LISTS = "p";

    /** A shard of so much holds about 0.7 KB once it is packed. */
    private static final int SHARD_BYTES = 1_200;

    /** A list of more than this has a file of its own. */
    private static final int LONGEST_INSIDE = 2_000;

    /** More make the manifest longer than the shards that need not be loaded. */
    private static final int MOST_COMMON = 256;

    private final TermLists lists;
    private final Tiering tiering;
    private final Map<String, String> byNumber;

    /**
     * A key, and its lists where they are short; long ones are read again when they are written.
     *
     * @param inside the lists as they stand in the shard; null for long ones
     * @param row what is shown of the only document that has this number; empty for all else
     */
    private record Entry(TermLists.Key key, byte[] inside, String row) {
        boolean isInside() {
            return inside != null;
        }

        byte[] text() {
            return key.key();
        }

        /** About what it adds to its shard. */
        int bytesInside() {
            return text().length + 4 + (isInside() ? inside.length : 4) + row.length();
        }
    }

    /**
     * The place of a long list among all.
     *
     * @param shard that tells of it
     * @param ordinal among the long lists of this shard
     */
    record Place(TermLists.Key key, int shard, int ordinal) {
        String token() {
            return new String(key.key(), StandardCharsets.UTF_8);
        }

        /** What files of its own are named after. */
        String file() {
            return Shards.name(shard) + "-" + ordinal;
        }
    }

    /**
     * @param byNumber what is shown of a document, as a property of a JSON object, by a key that is
     *     a whole number of this document alone
     */
    TermFiles(TermLists lists, Tiering tiering, Map<String, String> byNumber) {
        this.lists = lists;
        this.tiering = tiering;
        this.byNumber = byNumber;
    }

    /**
     * How many shards there are.
     *
     * @param places of the tokens' long lists, in the order in which documents tell of them
     * @param common those of bigrams that most titles have: the manifest tells of them, so that
     *     hardly a query needs their shards
     * @param titled those whose best hits are written, by the names of these files
     */
    record Written(
            int tokens,
            int numbers,
            List<Place> places,
            List<Place> common,
            Map<String, TermLists.Key> titled) {
        static final Written NOTHING = new Written(0, 0, List.of(), List.of(), Map.of());
    }

    /** Writes all. */
    Written write(ShardFolder folder) throws IOException {
        List<List<Entry>> tokenShards = byShard(lists.tokens(this::entry));
        List<List<Entry>> numberShards = byShard(lists.numbers(this::entry));
        List<Place> places = new ArrayList<>();
        Map<String, TermLists.Key> titled = new LinkedHashMap<>();
        findPlaces(tokenShards, places, titled);
        List<Place> common = common(places);
        List<Place> inOrder = inOrder(places, common);
        Map<TermLists.Key, Integer> order = new IdentityHashMap<>();
        inOrder.forEach(place -> order.put(place.key(), order.size()));
        write(folder, TOKENS, tokenShards, order);
        write(folder, NUMBERS, numberShards, order);
        return new Written(tokenShards.size(), numberShards.size(), inOrder, common, titled);
    }

    /** The entries come in the order of their keys' bytes, and so they stay in each shard. */
    private static List<List<Entry>> byShard(List<Entry> entries) {
        long bytes = entries.stream().mapToLong(Entry::bytesInside).sum();
        Shards shards = Shards.of(bytes, SHARD_BYTES);
        List<List<Entry>> byShard = new ArrayList<>();
        IntStream.range(0, shards.count()).forEach(i -> byShard.add(new ArrayList<>()));
        entries.forEach(entry -> byShard.get(shards.of(entry.text())).add(entry));
        return byShard;
    }

    private static void findPlaces(
            List<List<Entry>> byShard, List<Place> longLists, Map<String, TermLists.Key> titled) {
        for (int i = 0; i < byShard.size(); i++) {
            int ordinal = 0;
            int best = 0;
            for (Entry entry : byShard.get(i)) {
                boolean hits = BestHits.areOf(entry.key());
                if (!entry.isInside()) {
                    Place place = new Place(entry.key(), i, ordinal++);
                    longLists.add(place);
                    if (hits) {
                        titled.put(TOKENS + "-" + place.file(), entry.key());
                    }
                } else if (hits) {
                    titled.put(TOKENS + "-" + Shards.name(i) + "-i" + best++, entry.key());
                }
            }
        }
    }

    /**
     * The common ones first, then from those of most documents to those of fewest: what a document
     * has of them then lies close together.
     */
    private List<Place> inOrder(List<Place> places, List<Place> common) {
        Set<Place> first = Set.copyOf(common);
        return Stream.concat(
                        common.stream().sorted(Comparator.comparing(Place::token)),
                        places.stream()
                                .filter(place -> !first.contains(place))
                                .sorted(Comparator.comparingInt(place -> rarity(place.key()))))
                .toList();
    }

    /**
     * How many times fewer documents have it than there are, in powers of two: so roughly that an
     * edit seldom changes anything's place.
     */
    private int rarity(TermLists.Key key) {
        int most = Math.max(key.titleFrequency(), key.bodyFrequency());
        return Integer.SIZE - Integer.numberOfLeadingZeros(lists.documents() / most);
    }

    private void write(
            ShardFolder folder,
            String name,
            List<List<Entry>> byShard,
            Map<TermLists.Key, Integer> order) {
        IntStream.range(0, byShard.size())
                .parallel()
                .forEach(
                        i ->
                                writeShard(
                                        folder,
                                        name + "/" + Shards.name(i),
                                        byShard.get(i),
                                        order));
    }

    /** Those of the bigrams that most titles have. */
    private static List<Place> common(List<Place> places) {
        return places.stream()
                .filter(place -> place.key().titleFrequency() > 0)
                .filter(place -> place.token().length() == 2)
                .sorted(
                        Comparator.comparingInt((Place place) -> -place.key().titleFrequency())
                                .thenComparing(Place::token))
                .limit(MOST_COMMON)
                .toList();
    }

    private Entry entry(TermLists.Key key, Supplier<TermLists.Lists> lists) {
        if (leastBytes(key) > LONGEST_INSIDE) {
            return new Entry(key, null, "");
        }
        TermLists.Lists read = lists.get();
        Bytes inside = new Bytes();
        read.columns().forEach(inside::bytes);
        boolean isInside = isWhole(read) && inside.size() <= LONGEST_INSIDE;
        String row =
                key.isNumber()
                        ? byNumber.getOrDefault(new String(key.key(), StandardCharsets.UTF_8), "")
                        : "";
        return new Entry(key, isInside ? inside.toArray() : null, row);
    }

    /** What lists take where each document is the next, before they are read. */
    private static int leastBytes(TermLists.Key key) {
        int most = Math.max(key.titleFrequency(), key.bodyFrequency());
        return key.isNumber() ? most : 2 * most + key.titleFrequency() + key.bodyFrequency();
    }

    private boolean isWhole(TermLists.Lists list) {
        return list.isNumber()
                || list.title().size() + list.body().size() <= tiering.above()
                || list.documents().length <= tiering.above();
    }

    /**
     * The keys first, then what there is to each: like stands by like, which packs better.
     *
     * @param order of the tokens with long lists
     */
    private void writeShard(
            ShardFolder folder,
            String path,
            List<Entry> entries,
            Map<TermLists.Key, Integer> order) {
        Bytes out = new Bytes().varint(entries.size());
        byte[] before = {};
        for (Entry entry : entries) {
            byte[] text = entry.text();
            int mismatch = Arrays.mismatch(before, text);
            int shared = mismatch < 0 ? text.length : mismatch;
            out.varint(shared).varint(text.length - shared).bytes(text, shared);
            before = text;
        }
        String file = LISTS + "/" + path.replace('/', '-') + "-";
        int ordinal = 0;
        for (Entry entry : entries) {
            if (entry.isInside()) {
                out.varint(0).bytes(entry.inside());
            } else {
                out.varint(1 + entry.key().titleFrequency()).varint(entry.key().bodyFrequency());
                if (!entry.key().isNumber()) {
                    out.varint(order.get(entry.key()));
                }
                writeOutside(folder, file + ordinal, lists.of(entry.key()));
                ordinal++;
            }
        }
        String rows =
                entries.stream()
                        .map(Entry::row)
                        .filter(row -> !row.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(","));
        if (!rows.isEmpty()) {
            out.bytes(Bytes.utf8("{" + rows + "}"));
        }
        // Most of a number's shard is text.
        boolean isText = path.startsWith(NUMBERS);
        folder.write(
                path + ".bin",
                out.toArray(),
                isText ? Deflater.DEFAULT_STRATEGY : Deflater.FILTERED);
    }

    /** The first tier, of most lists the only one, then where the others are. */
    private void writeOutside(ShardFolder folder, String file, TermLists.Lists list) {
        List<byte[]> columns = new ArrayList<>();
        if (isWhole(list)) {
            columns.addAll(list.columns());
        } else {
            List<TermLists.Tier> tiers = lists.tiers(list, tiering);
            columns.addAll(list.among(tiers.get(0).documents()).columns());
            Bytes rest = new Bytes().varint(tiers.size() - 1);
            for (int tier = 1; tier < tiers.size(); tier++) {
                writeTier(folder, file + "-" + tier, list, tiers.get(tier), rest);
            }
            columns.add(rest.toArray());
            byte[] names = Postings.gaps(list.documents());
            columns.add(tiering.totals() ? names : Postings.gaps(new int[0]));
            if (!tiering.totals()) {
                folder.write(file + "-all.bin", List.of(names));
            }
        }
        folder.write(file + ".bin", columns);
    }

    private void writeTier(
            ShardFolder folder, String file, TermLists.Lists list, TermLists.Tier tier, Bytes out) {
        int[] documents = tier.documents();
        int pieces = (documents.length + tiering.piece() - 1) / tiering.piece();
        out.float32(tier.bound()).varint(pieces);
        int before = 0;
        for (int i = 0; i < pieces; i++) {
            int from = i * tiering.piece();
            int to = Math.min(documents.length, from + tiering.piece());
            int[] some = Arrays.copyOfRange(documents, from, to);
            out.varint(some[0] - before);
            before = some[0];
            folder.write(file + "-" + i + ".bin", list.among(some).columns());
        }
    }
}
