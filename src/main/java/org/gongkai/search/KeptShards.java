package org.gongkai.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The files of an earlier export. One that would be made of the same again is neither packed nor
 * written, but named, to be taken over. Safe for many threads.
 */
public final class KeptShards {
    private final Map<String, Shard> before;
    private final Predicate<String> holds;
    private final Map<String, Shard> now = new ConcurrentHashMap<>();
    private final Map<String, Group> groupsBefore = new HashMap<>();
    private final Map<String, Group> groups = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /**
     * A file, told from others by what it was made of, so that it need not be made to be told. No
     * one has to be kept from forging these checksums: he could as well change the site.
     *
     * @param digest of the file as it was written
     */
    private record Shard(int length, int crc32, int crc32c, long digest) {
        static Shard of(List<byte[]> content, long digest) {
            CRC32 first = new CRC32();
            CRC32C second = new CRC32C();
            int length = 0;
            for (byte[] part : content) {
                // Each part is packed by itself: where one ends must count too.
                byte[] size = new Bytes().int32(part.length).toArray();
                first.update(size);
                second.update(size);
                first.update(part);
                second.update(part);
                length += part.length;
            }
            return new Shard(length, (int) first.getValue(), (int) second.getValue(), digest);
        }

        boolean isMadeOfSame(Shard other) {
            return length == other.length && crc32 == other.crc32 && crc32c == other.crc32c;
        }
    }

    /**
     * The files of a folder, told from others by what they were made of together.
     *
     * @param count how many there are
     */
    private record Group(Shard of, int count) {}

    /**
     * @param known what {@link #memo} gave after the earlier export; null where there was none
     * @param holds whether a file of that export is still as it was, by its path below its folder
     */
    public KeptShards(byte[] known, Predicate<String> holds) {
        this.before = known == null ? Map.of() : read(known, groupsBefore);
        this.holds = holds;
    }

    static KeptShards none() {
        return new KeptShards(null, path -> false);
    }

    /** The digest of the earlier file, where the same would be written again; null if not. */
    Long keep(String path, List<byte[]> content) {
        Shard earlier = before.get(path);
        if (earlier == null || !earlier.isMadeOfSame(Shard.of(content, 0)) || !holds.test(path)) {
            return null;
        }
        now.put(path, earlier);
        kept.add(path);
        return earlier.digest();
    }

    void written(String path, List<byte[]> content, long digest) {
        now.put(path, Shard.of(content, digest));
    }

    /**
     * The digests of all earlier files in a folder, by their paths, where the same would be written
     * again; null if not.
     *
     * @param of all that they are made of
     */
    Map<String, Long> keepFolder(String folder, byte[] of) {
        Group earlier = groupsBefore.get(folder);
        if (earlier == null || !earlier.of().isMadeOfSame(Shard.of(List.of(of), 0))) {
            return null;
        }
        Map<String, Long> digests = new HashMap<>();
        for (Map.Entry<String, Shard> each : before.entrySet()) {
            if (isIn(folder, each.getKey())) {
                digests.put(each.getKey(), each.getValue().digest());
            }
        }
        if (digests.size() != earlier.count()
                || !digests.keySet().parallelStream().allMatch(holds)) {
            return null;
        }
        digests.keySet().forEach(path -> now.put(path, before.get(path)));
        kept.addAll(digests.keySet());
        groups.put(folder, earlier);
        return digests;
    }

    /**
     * Notes what the files of a folder, which are all written by now, were made of; gives how many
     * there are.
     */
    int folderWritten(String folder, byte[] of) {
        int count = (int) now.keySet().stream().filter(path -> isIn(folder, path)).count();
        groups.put(folder, new Group(Shard.of(List.of(of), 0), count));
        return count;
    }

    private static boolean isIn(String folder, String path) {
        return path.startsWith(folder + "/");
    }

    /** The files to be taken over, by their paths below their folder. */
    public Set<String> kept() {
        return kept;
    }

    /** What the next export needs to know of this one. */
    public byte[] memo() {
        Bytes out = new Bytes().varint(now.size());
        now.forEach((path, shard) -> write(path, shard, out));
        out.varint(groups.size());
        groups.forEach((folder, group) -> write(folder, group.of(), out).varint(group.count()));
        return out.toArray();
    }

    private static Bytes write(String path, Shard shard, Bytes out) {
        byte[] name = Bytes.utf8(path);
        return out.varint(name.length)
                .bytes(name)
                .varint(shard.length())
                .int32(shard.crc32())
                .int32(shard.crc32c())
                .int32((int) shard.digest())
                .int32((int) (shard.digest() >>> Integer.SIZE));
    }

    private static Map<String, Shard> read(byte[] memo, Map<String, Group> groups) {
        ByteBuffer in = ByteBuffer.wrap(memo).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Shard> shards = new HashMap<>();
        for (int left = readNumber(in); left > 0; left--) {
            shards.put(readPath(in), readShard(in));
        }
        for (int left = readNumber(in); left > 0; left--) {
            groups.put(readPath(in), new Group(readShard(in), readNumber(in)));
        }
        return shards;
    }

    private static String readPath(ByteBuffer in) {
        int length = readNumber(in);
        String path = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return path;
    }

    private static Shard readShard(ByteBuffer in) {
        return new Shard(readNumber(in), in.getInt(), in.getInt(), in.getLong());
    }

    private static int readNumber(ByteBuffer in) {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
