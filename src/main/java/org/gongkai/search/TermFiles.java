package org.gongkai.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the posting lists: short ones together in shards, longer ones each in a file, very long
 * ones in tiers and pieces.
 */
final class TermFiles {
    /** The folders of shards of tokens and of numbers, and of the lists with files of their own. */
    private static final String TOKENS = "t";

    private static final String NUMBERS = "n";
    private static final String LISTS = "p";

    /** A shard of so much holds about 1.5 KB once it is packed. */
    private static final int SHARD_BYTES = 2_400;

    /** A list of more than this has a file of its own. */
    private static final int LONGEST_INSIDE = 600;

    private static final int SHORTEST_COLUMN = 100;

    /** How many lists are worked on at once. */
    private static final int BATCH = 2_048;

    private final TermLists lists;
    private final Tiering tiering;

    /**
     * A key with its lists, as they will stand in files.
     *
     * @param tiers the parts of a very long list; empty for others
     * @param columns of any other list; empty for a very long one
     */
    private record Entry(
            byte[] key,
            boolean isNumber,
            int titleFrequency,
            int bodyFrequency,
            List<TierBytes> tiers,
            List<byte[]> columns) {
        int bytes() {
            return columns.stream().mapToInt(column -> column.length).sum();
        }

        boolean isInside() {
            return tiers.isEmpty() && bytes() <= LONGEST_INSIDE;
        }

        /** About what it adds to its shard. */
        int bytesInside() {
            return key.length + 4 + (isInside() ? bytes() : 8 * (1 + tiers.size()));
        }
    }

    private record TierBytes(float bound, List<Piece> pieces) {}

    private record Piece(int first, List<byte[]> columns) {}

    TermFiles(TermLists lists, Tiering tiering) {
        this.lists = lists;
        this.tiering = tiering;
    }

    /** How many shards there are. */
    record Counts(int tokens, int numbers) {}

    /** Writes all. */
    Counts write(ShardFolder folder) throws IOException {
        Map<Boolean, List<Entry>> entries =
                entries().stream().collect(Collectors.partitioningBy(Entry::isNumber));
        return new Counts(
                write(folder, TOKENS, entries.get(false)),
                write(folder, NUMBERS, entries.get(true)));
    }

    private static int write(ShardFolder folder, String name, List<Entry> entries) {
        long bytes = entries.stream().mapToLong(Entry::bytesInside).sum();
        Shards shards = Shards.of(bytes, SHARD_BYTES);
        List<List<Entry>> byShard = new ArrayList<>();
        IntStream.range(0, shards.count()).forEach(i -> byShard.add(new ArrayList<>()));
        entries.forEach(entry -> byShard.get(shards.of(entry.key())).add(entry));
        IntStream.range(0, shards.count())
                .parallel()
                .forEach(i -> writeShard(folder, name + "/" + Shards.name(i), byShard.get(i)));
        return shards.count();
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<TermLists.Lists> batch = new ArrayList<>();
        Runnable flush =
                () -> {
                    entries.addAll(batch.parallelStream().map(this::entry).toList());
                    batch.clear();
                };
        lists.forEach(
                each -> {
                    batch.add(each);
                    if (batch.size() == BATCH) {
                        flush.run();
                    }
                });
        flush.run();
        return entries;
    }

    private Entry entry(TermLists.Lists list) {
        boolean whole = list.isNumber() || list.documents().length <= tiering.above();
        List<TierBytes> tiers =
                whole
                        ? List.of()
                        : lists.tiers(list, tiering).stream()
                                .map(tier -> new TierBytes(tier.bound(), pieces(list, tier)))
                                .toList();
        return new Entry(
                list.key(),
                list.isNumber(),
                list.title().size(),
                list.body().size(),
                tiers,
                whole ? list.columns() : List.of());
    }

    private List<Piece> pieces(TermLists.Lists list, TermLists.Tier tier) {
        int[] documents = tier.documents();
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < documents.length; from += tiering.piece()) {
            int to = Math.min(documents.length, from + tiering.piece());
            int[] some = Arrays.copyOfRange(documents, from, to);
            pieces.add(new Piece(some[0], packedAlone(list.among(some).columns())));
        }
        return pieces;
    }

    /** The keys first, then what there is to each: like stands by like, which packs better. */
    private static void writeShard(ShardFolder folder, String path, List<Entry> entries) {
        entries.sort(Comparator.comparing(Entry::key, Arrays::compareUnsigned));
        Bytes out = new Bytes().varint(entries.size());
        byte[] before = {};
        for (Entry entry : entries) {
            int mismatch = Arrays.mismatch(before, entry.key());
            int shared = mismatch < 0 ? entry.key().length : mismatch;
            out.varint(shared).varint(entry.key().length - shared).bytes(entry.key(), shared);
            before = entry.key();
        }
        String file = LISTS + "/" + path.replace('/', '-') + "-";
        int ordinal = 0;
        for (Entry entry : entries) {
            if (entry.isInside()) {
                out.varint(0);
                entry.columns().forEach(out::bytes);
            } else {
                writeOutside(folder, file + ordinal, entry, out.varint(entry.tiers().size() + 1));
                ordinal++;
            }
        }
        folder.write(path + ".bin", out.toArray());
    }

    private static void writeOutside(ShardFolder folder, String file, Entry entry, Bytes out) {
        out.varint(entry.titleFrequency()).varint(entry.bodyFrequency());
        if (entry.tiers().isEmpty()) {
            folder.write(file + ".bin", packedAlone(entry.columns()));
        }
        for (int tier = 0; tier < entry.tiers().size(); tier++) {
            writeTier(folder, file + "-" + tier, entry.tiers().get(tier), out);
        }
    }

    /** Columns that are worth packing each alone; what is too short for that is put together. */
    private static List<byte[]> packedAlone(List<byte[]> columns) {
        List<byte[]> joined = new ArrayList<>();
        Bytes next = new Bytes();
        for (byte[] column : columns) {
            next.bytes(column);
            if (next.size() >= SHORTEST_COLUMN) {
                joined.add(next.toArray());
                next = new Bytes();
            }
        }
        joined.add(next.toArray());
        return joined;
    }

    private static void writeTier(ShardFolder folder, String file, TierBytes tier, Bytes out) {
        out.float32(tier.bound()).varint(tier.pieces().size());
        int before = 0;
        for (int i = 0; i < tier.pieces().size(); i++) {
            Piece piece = tier.pieces().get(i);
            out.varint(piece.first() - before);
            before = piece.first();
            folder.write(file + "-" + i + ".bin", piece.columns());
        }
    }
}
