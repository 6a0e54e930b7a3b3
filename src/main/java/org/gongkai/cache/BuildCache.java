package org.gongkai.cache;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final FileChannel file;
    private final Map<String, Map<String, Part>> before;
    private final Map<String, Section> sections = new TreeMap<>();

    private BuildCache(Digest generator, FileChannel file, Map<String, Map<String, Part>> before) {
        this.generator = generator;
        this.file = file;
        this.before = before;
    }

    /** Where a value lies in the file of the last build: all of them would fill the memory. */
    private record Part(FileChannel file, long position, int length) {
        byte[] read() {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            try {
                while (bytes.hasRemaining()) {
                    if (file.read(bytes, position + bytes.position()) < 0) {
                        throw new EOFException();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.array();
        }
    }

    /** A part of the cache. Safe for many threads. */
    public static final class Section {
        private final Map<String, Part> before;
        private final Set<String> kept = ConcurrentHashMap.newKeySet();
        private final Map<String, byte[]> now = new ConcurrentHashMap<>();

        private Section(Map<String, Part> before) {
            this.before = before;
        }

        /** What the last build knew; null where it knew nothing. */
        public byte[] get(String key) {
            Part part = before.get(key);
            return part == null ? null : part.read();
        }

        /** Notes that what the last build knew still holds. */
        public void keep(String key) {
            kept.add(key);
        }

        public void put(String key, byte[] value) {
            now.put(key, value);
        }

        private SortedSet<String> keys() {
            SortedSet<String> keys = new TreeSet<>(kept);
            keys.addAll(now.keySet());
            return keys;
        }

        private byte[] value(String key) {
            byte[] value = now.get(key);
            return value == null ? get(key) : value;
        }
    }

    /** One that knows nothing. */
    public static BuildCache empty(Digest generator) {
        return new BuildCache(generator, null, Map.of());
    }

    /**
     * @param file need not exist
     * @param generator the program, whose own cache alone counts
     */
    public static BuildCache read(Path file, Digest generator) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file);
            BuildCache read = read(channel, generator);
            if (read != null) {
                return read;
            }
            channel.close();
        } catch (IOException e) {
            // As where there is none.
        }
        return empty(generator);
    }

    private static BuildCache read(FileChannel file, Digest generator) throws IOException {
        long size = file.size();
        CheckedInputStream checked =
                new CheckedInputStream(
                        new BufferedInputStream(Channels.newInputStream(file), BUFFER),
                        new CRC32());
        Counted counted = new Counted(checked);
        DataInputStream in = new DataInputStream(counted);
        if (!Arrays.equals(part(in, BEGINNING.length), BEGINNING)
                || !Arrays.equals(part(in, Digest.BYTES), generator.bytes())) {
            return null;
        }
        Map<String, Map<String, Part>> sections = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = text(in, size);
            Map<String, Part> section = new HashMap<>();
            int entries = in.readInt();
            for (int j = 0; j < entries; j++) {
                String key = text(in, size);
                int length = length(in, size);
                section.put(key, new Part(file, counted.position(), length));
                in.skipNBytes(length);
            }
            sections.put(name, section);
        }
        long checksum = checked.getChecksum().getValue();
        return in.readLong() == checksum ? new BuildCache(generator, file, sections) : null;
    }

    /** Tells how far it was read. */
    private static final class Counted extends FilterInputStream {
        private long position;

        Counted(InputStream in) {
            super(in);
        }

        long position() {
            return position;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            position += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            position += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long length) throws IOException {
            long skipped = super.skip(length);
            position += skipped;
            return skipped;
        }
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
                SortedSet<String> keys = section.getValue().keys();
                out.writeInt(keys.size());
                for (String key : keys) {
                    write(out, key.getBytes(StandardCharsets.UTF_8));
                    write(out, section.getValue().value(key));
                }
            }
            out.writeLong(checked.getChecksum().getValue());
        }
        if (this.file != null) {
            // Not every system replaces a file that is open.
            this.file.close();
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }
}
