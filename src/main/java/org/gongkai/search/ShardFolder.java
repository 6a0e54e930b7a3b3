package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/**
 * Writes the files of an export: each gzip with its own path as its first line, so that the client
 * tells a damaged or exchanged file from a sound one. Safe for many threads.
 */
final class ShardFolder {
    private static final int NAME_BYTES = 8;
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};

    /** Where short codes alone leave less than this part of a column, there may be repeats, too. */
    private static final double REPETITIVE = 0.4;

    private static final int SHORTEST_COLUMN = 100;

    /** The usual one, 6, takes half as long again and saves less than a hundredth. */
    private static final int LEVEL = 4;

    private final Path folder;
    private final KeptShards kept;
    private final Map<String, Long> digests = new ConcurrentSkipListMap<>();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Deflater> deflater =
            ThreadLocal.withInitial(() -> new Deflater(LEVEL, true));

    /**
     * @param kept files of an earlier export, which are left out
     */
    ShardFolder(Path folder, KeptShards kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * Writes text.
     *
     * @param path below the folder
     */
    void write(String path, String text) {
        write(path, Bytes.utf8(text), Deflater.DEFAULT_STRATEGY);
    }

    /**
     * Writes bytes.
     *
     * @param path below the folder
     * @param strategy of {@link Deflater}: the one that suits them best
     */
    void write(String path, byte[] bytes, int strategy) {
        byte[] content = headed(path, bytes);
        put(path, List.of(content), () -> List.of(packed(content, true, strategy)));
    }

    /**
     * Writes columns of numbers one after the other, each packed in the way that suits it best, and
     * such as are too short for that together.
     *
     * @param path below the folder
     */
    void write(String path, List<byte[]> columns) {
        List<byte[]> content = new ArrayList<>();
        Bytes next = new Bytes();
        for (byte[] column : columns) {
            next.bytes(column);
            if (next.size() >= SHORTEST_COLUMN) {
                content.add(next.toArray());
                next = new Bytes();
            }
        }
        content.add(next.toArray());
        content.set(0, headed(path, content.get(0)));
        put(path, content, () -> packed(content));
    }

    /**
     * Writes all files of a folder below this one, unless they would be as they were.
     *
     * @param of all that they are made of
     * @return how many there are
     */
    int writeFolder(String path, byte[] of, Runnable writing) {
        Map<String, Long> earlier = kept.keepFolder(path, of);
        if (earlier != null) {
            digests.putAll(earlier);
            return earlier.size();
        }
        writing.run();
        return kept.folderWritten(path, of);
    }

    private List<byte[]> packed(List<byte[]> content) {
        List<byte[]> packed = new ArrayList<>();
        for (byte[] column : content) {
            packed.add(packed(column, packed.size() == content.size() - 1));
        }
        return packed;
    }

    private static byte[] headed(String path, byte[] content) {
        return new Bytes().bytes(Bytes.utf8(path + "\n")).bytes(content).toArray();
    }

    /** RFC 1952, without a time and a name: the same bytes every time. */
    private void put(String path, List<byte[]> content, Supplier<List<byte[]>> packed) {
        Long earlier = kept.keep(path, content);
        if (earlier != null) {
            digests.put(path, earlier);
            return;
        }
        CRC32 crc = new CRC32();
        content.forEach(crc::update);
        int length = content.stream().mapToInt(each -> each.length).sum();
        Bytes gzip = new Bytes().bytes(GZIP_HEADER);
        packed.get().forEach(gzip::bytes);
        byte[] file = gzip.int32((int) crc.getValue()).int32(length).toArray();
        try {
            Path target = folder.resolve(path);
            if (!folders.contains(target.getParent())) {
                Files.createDirectories(target.getParent());
                folders.add(target.getParent());
            }
            Files.write(target, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CRC32C other = new CRC32C();
        other.update(file);
        long digest = crc.getValue() << 32 | other.getValue();
        digests.put(path, digest);
        kept.written(path, content, digest);
    }

    /**
     * A name that changes with any byte of any file. Of each file two checksums go into it, which
     * is as much as the name tells: nobody gains from a file that has those of another, so they
     * need not withstand attacks, and they take a tenth of the time.
     */
    String digest() {
        MessageDigest all = sha256();
        digests.forEach((path, digest) -> all.update(Bytes.utf8(path + " " + digest + "\n")));
        return HexFormat.of().formatHex(all.digest(), 0, NAME_BYTES);
    }

    /**
     * Most columns of small numbers are the shorter without looking for repeats, and none by much
     * the longer.
     */
    private byte[] packed(byte[] column, boolean last) {
        byte[] codes = packed(column, last, Deflater.HUFFMAN_ONLY);
        if (codes.length > REPETITIVE * column.length) {
            return codes;
        }
        byte[] repeats = packed(column, last, Deflater.DEFAULT_STRATEGY);
        return repeats.length < codes.length ? repeats : codes;
    }

    private byte[] packed(byte[] column, boolean last, int strategy) {
        Deflater packer = deflater.get();
        packer.reset();
        packer.setStrategy(strategy);
        packer.setInput(column);
        if (last) {
            packer.finish();
        }
        byte[] packed = new byte[column.length + column.length / 1000 + 64];
        int size = 0;
        int more;
        // The first call may only set the strategy.
        do {
            more =
                    packer.deflate(
                            packed,
                            size,
                            packed.length - size,
                            last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
            size += more;
        } while (more > 0 || !packer.needsInput() || (last && !packer.finished()));
        return Arrays.copyOf(packed, size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
