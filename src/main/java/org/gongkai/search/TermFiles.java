package org.gongkai.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.Deflater;

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
    private static final int SHARD_BYTES = 1_200;

    /** A list of more than this has a file of its own. */
    private static final int LONGEST_INSIDE = 600;

    private static final int SHORTEST_COLUMN = 100;

    private final TermLists lists;
    private final Tiering tiering;

    /**
     * A key, and its lists where they are short; long ones are read again when they are written.
     *
     * @param inside the lists as they stand in the shard; null for long ones
     */
    private record Entry(TermLists.Key key, byte[] inside) {
        boolean isInside() {
            return inside != null;
        }

        byte[] text() {
            return key.key();
        }

        /** About what it adds to its shard. */
        int bytesInside(Tiering tiering) {
            int frequency = Math.max(key.titleFrequency(), key.bodyFrequency());
            int tiers = key.isNumber() ? 0 : tiering.tiers(frequency);
            return text().length + 4 + (isInside() ? inside.length : 8 * (1 + tiers));
        }
    }

    TermFiles(TermLists lists, Tiering tiering) {
        this.lists = lists;
        this.tiering = tiering;
    }

    /** How many shards there are. */
    record Counts(int tokens, int numbers) {}

    /** Writes all. */
    Counts write(ShardFolder folder) throws IOException {
        List<Entry> tokens = new ArrayList<>();
        List<Entry> numbers = new ArrayList<>();
        lists.forEachKey((key, its) -> (key.isNumber() ? numbers : tokens).add(entry(key, its)));
        return new Counts(write(folder, TOKENS, tokens), write(folder, NUMBERS, numbers));
    }

    private int write(ShardFolder folder, String name, List<Entry> entries) {
        long bytes = entries.stream().mapToLong(entry -> entry.bytesInside(tiering)).sum();
        Shards shards = Shards.of(bytes, SHARD_BYTES);
        List<List<Entry>> byShard = new ArrayList<>();
        IntStream.range(0, shards.count()).forEach(i -> byShard.add(new ArrayList<>()));
        entries.forEach(entry -> byShard.get(shards.of(entry.text())).add(entry));
        IntStream.range(0, shards.count())
                .parallel()
                .forEach(i -> writeShard(folder, name + "/" + Shards.name(i), byShard.get(i)));
        return shards.count();
    }

    private Entry entry(TermLists.Key key, Supplier<TermLists.Lists> lists) {
        int postings = key.titleFrequency() + key.bodyFrequency();
        if ((key.isNumber() ? postings : 3 * postings) > LONGEST_INSIDE) {
            return new Entry(key, null);
        }
        TermLists.Lists read = lists.get();
        Bytes inside = new Bytes();
        read.columns().forEach(inside::bytes);
        boolean isInside = isWhole(read) && inside.size() <= LONGEST_INSIDE;
        return new Entry(key, isInside ? inside.toArray() : null);
    }

    private boolean isWhole(TermLists.Lists list) {
        return list.isNumber()
                || list.title().size() + list.body().size() <= tiering.above()
                || list.documents().length <= tiering.above();
    }

    /** The keys first, then what there is to each: like stands by like, which packs better. */
    private void writeShard(ShardFolder folder, String path, List<Entry> entries) {
        entries.sort(Comparator.comparing(Entry::text, Arrays::compareUnsigned));
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
                writeOutside(folder, file + ordinal, lists.of(entry.key()), out);
                ordinal++;
            }
        }
        // Much of a number's shard is its keys, which are text.
        boolean isText = path.startsWith(NUMBERS);
        folder.write(
                path + ".bin",
                out.toArray(),
                isText ? Deflater.DEFAULT_STRATEGY : Deflater.FILTERED);
    }

    private void writeOutside(ShardFolder folder, String file, TermLists.Lists list, Bytes out) {
        boolean whole = isWhole(list);
        List<TermLists.Tier> tiers = whole ? List.of() : lists.tiers(list, tiering);
        out.varint(tiers.size() + 1).varint(list.title().size()).varint(list.body().size());
        if (whole) {
            folder.write(file + ".bin", packedAlone(list.columns()));
        }
        for (int tier = 0; tier < tiers.size(); tier++) {
            writeTier(folder, file + "-" + tier, list, tiers.get(tier), out);
        }
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
            folder.write(file + "-" + i + ".bin", packedAlone(list.among(some).columns()));
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
}
