package org.gongkai.cache;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * What the last build knew, in one file that may be deleted at any time. It holds contents and no
 * places or times of this machine; a file of another program, or a damaged one, counts as none.
 *
 * <p>Start here: {@code BuildCache.read(file, generator)}.
 */
public final class BuildCache {
    /** The cache's own format; what it holds changes with the generator, which has a digest. */
    private static final byte[] BEGINNING = "gongkai cache 1\n".getBytes(StandardCharsets.UTF_8);

    private static final int BUFFER = 1 << 16;

    private final Digest generator;
    private final Map<String, Map<String, byte[]>> before;
    private final Map<String, Section> sections = new TreeMap<>();

    private BuildCache(Digest generator, Map<String, Map<String, byte[]>> before) {
        this.generator = generator;
        this.before = before;
    }

    /** A part of the cache. Safe for many threads. */
    public static final class Section {
        private final Map<String, byte[]> before;
        private final Map<String, byte[]> now = new ConcurrentHashMap<>();

        private Section(Map<String, byte[]> before) {
            this.before = before;
        }

        /** What the last build knew; null where it knew nothing. */
        public byte[] get(String key) {
            return before.get(key);
        }

        /** Notes that what the last build knew still holds. */
        public void keep(String key) {
            now.put(key, before.get(key));
        }

        public void put(String key, byte[] value) {
            now.put(key, value);
        }
    }

    /** One that knows nothing. */
    public static BuildCache empty(Digest generator) {
        return new BuildCache(generator, Map.of());
    }

    /**
     * @param file need not exist
     * @param generator the program, whose own cache alone counts
     */
    public static BuildCache read(Path file, Digest generator) {
        try (InputStream bytes = Files.newInputStream(file);
                CheckedInputStream checked =
                        new CheckedInputStream(
                                new BufferedInputStream(bytes, BUFFER), new CRC32());
                DataInputStream in = new DataInputStream(checked)) {
            if (!Arrays.equals(part(in, BEGINNING.length), BEGINNING)
                    || !Arrays.equals(part(in, Digest.BYTES), generator.bytes())) {
                return empty(generator);
            }
            Map<String, Map<String, byte[]>> sections = sections(in, Files.size(file));
            long checksum = checked.getChecksum().getValue();
            return in.readLong() == checksum
                    ? new BuildCache(generator, sections)
                    : empty(generator);
        } catch (IOException e) {
            return empty(generator);
        }
    }

    private static Map<String, Map<String, byte[]>> sections(DataInputStream in, long size)
            throws IOException {
        Map<String, Map<String, byte[]>> sections = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = text(in, size);
            Map<String, byte[]> section = new HashMap<>();
            int entries = in.readInt();
            for (int j = 0; j < entries; j++) {
                section.put(text(in, size), part(in, length(in, size)));
            }
            sections.put(name, section);
        }
        return sections;
    }

    private static String text(DataInputStream in, long size) throws IOException {
        return new String(part(in, length(in, size)), StandardCharsets.UTF_8);
    }

    /** A damaged file may promise more than there is. */
    private static int length(DataInputStream in, long size) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > size) {
            throw new EOFException();
        }
        return length;
    }

    private static byte[] part(DataInputStream in, int length) throws IOException {
        byte[] part = new byte[length];
        in.readFully(part);
        return part;
    }

    public Section section(String name) {
        return sections.computeIfAbsent(
                name, each -> new Section(before.getOrDefault(each, Map.of())));
    }

    /**
     * Writes what was kept and put, in the place of the old file in one step.
     *
     * @param file its folder exists
     */
    public void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + "-new");
        try (OutputStream bytes = Files.newOutputStream(fresh);
                CheckedOutputStream checked =
                        new CheckedOutputStream(
                                new BufferedOutputStream(bytes, BUFFER), new CRC32());
                DataOutputStream out = new DataOutputStream(checked)) {
            out.write(BEGINNING);
            out.write(generator.bytes());
            out.writeInt(sections.size());
            for (Map.Entry<String, Section> section : sections.entrySet()) {
                write(out, section.getKey().getBytes(StandardCharsets.UTF_8));
                Map<String, byte[]> entries = new TreeMap<>(section.getValue().now);
                out.writeInt(entries.size());
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    write(out, entry.getKey().getBytes(StandardCharsets.UTF_8));
                    write(out, entry.getValue());
                }
            }
            out.writeLong(checked.getChecksum().getValue());
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }
}
