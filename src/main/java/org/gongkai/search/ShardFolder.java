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
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes the files of an export: each gzip with its own path as its first line, so that the client
 * tells a damaged or exchanged file from a sound one. Safe for many threads.
 */
final class ShardFolder {
    static final String HEADER = "gongkai-search 1 ";
    private static final int NAME_BYTES = 8;
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};
    private static final int[] PLAIN = {Deflater.DEFAULT_STRATEGY};
    private static final int[] STRATEGIES = {
        Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY
    };

    private final Path folder;
    private final Map<String, byte[]> digests = new ConcurrentSkipListMap<>();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Deflater> deflater =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_COMPRESSION, true));

    ShardFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param path below the folder
     */
    void write(String path, byte[] content) {
        write(path, List.of(content));
    }

    /**
     * Writes columns of numbers one after the other, each packed in the way that suits it best.
     *
     * @param path below the folder
     */
    void write(String path, List<byte[]> columns) {
        List<byte[]> content = new ArrayList<>(columns);
        content.set(0, new Bytes().bytes(header(path)).bytes(columns.get(0)).toArray());
        byte[] file = gzip(content);
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
        digests.put(path, sha256().digest(file));
    }

    private static byte[] header(String path) {
        return Bytes.utf8(HEADER + path + "\n");
    }

    /** A name that changes with any byte of any file. */
    String digest() {
        MessageDigest all = sha256();
        digests.forEach(
                (path, digest) -> {
                    all.update(Bytes.utf8(path));
                    all.update(digest);
                });
        return HexFormat.of().formatHex(all.digest(), 0, NAME_BYTES);
    }

    /** RFC 1952, without a time and a name: the same bytes every time. */
    private byte[] gzip(List<byte[]> columns) {
        Bytes file = new Bytes().bytes(GZIP_HEADER);
        CRC32 crc = new CRC32();
        int length = 0;
        int[] strategies = columns.size() > 1 ? STRATEGIES : PLAIN;
        for (int i = 0; i < columns.size(); i++) {
            byte[] column = columns.get(i);
            file.bytes(packed(column, i == columns.size() - 1, strategies));
            crc.update(column);
            length += column.length;
        }
        return file.int32((int) crc.getValue()).int32(length).toArray();
    }

    /**
     * Looking for repeats makes columns of small numbers longer; which it does is found by trying.
     */
    private byte[] packed(byte[] column, boolean last, int[] strategies) {
        byte[] best = null;
        for (int strategy : strategies) {
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
            if (best == null || size < best.length) {
                best = Arrays.copyOf(packed, size);
            }
        }
        return best;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
