package org.gongkai.cache;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
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

    private static final int CHECKSUM = Long.BYTES;

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
        try {
            return new BuildCache(generator, sections(Files.readAllBytes(file), generator));
        } catch (IOException
                | BufferUnderflowException
                | IllegalArgumentException
                | OutOfMemoryError e) {
            return empty(generator);
        }
    }

    private static Map<String, Map<String, byte[]>> sections(byte[] bytes, Digest generator) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] beginning = new byte[BEGINNING.length];
        in.get(beginning);
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, Math.max(0, bytes.length - CHECKSUM));
        if (!java.util.Arrays.equals(beginning, BEGINNING)
                || in.getLong(bytes.length - CHECKSUM) != checksum.getValue()
                || !Digest.read(in).equals(generator)) {
            return Map.of();
        }
        Map<String, Map<String, byte[]>> sections = new HashMap<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            String name = text(in);
            Map<String, byte[]> section = new HashMap<>();
            int size = in.getInt();
            for (int j = 0; j < size; j++) {
                section.put(text(in), part(in));
            }
            sections.put(name, section);
        }
        return sections;
    }

    private static String text(ByteBuffer in) {
        return new String(part(in), StandardCharsets.UTF_8);
    }

    private static byte[] part(ByteBuffer in) {
        byte[] part = new byte[in.getInt()];
        in.get(part);
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
                                new java.io.BufferedOutputStream(bytes, 1 << 16), new CRC32());
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
