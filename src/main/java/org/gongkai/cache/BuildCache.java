package org.gongkai.cache;

import static java.util.Comparator.comparingLong;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/**
 * What the last build knew, in one file that may be deleted at any time. It holds contents and no
 * places or times of this machine; a file of another program, or a damaged one, counts as none.
 *
 * <p>Values go to a file beside it as they are put, since those of a large column would fill the
 * memory; {@link #write} puts that file in the place of the old one.
 *
 * <p>Start here: {@code BuildCache.open(file, generator)}.
 */
public final class BuildCache implements Closeable {
    /** The cache's own format; what it holds changes with the generator, which has a digest. */
    private static final byte[] BEGINNING = "gongkai cache 2\n".getBytes(StandardCharsets.UTF_8);

    private static final int START = BEGINNING.length + Digest.BYTES;

    /** The place of the index and its checksum. */
    private static final int END = 2 * Long.BYTES;

    private static final int BUFFER = 1 << 20;

    private final Digest generator;
    private final Path place;
    private final FileChannel old;
    private final Fresh fresh;
    private final Map<String, Map<String, Part>> before;
    private final Map<String, Section> sections = new TreeMap<>();

    private BuildCache(
            Digest generator,
            Path place,
            FileChannel old,
            Map<String, Map<String, Part>> before,
            Fresh fresh) {
        this.generator = generator;
        this.place = place;
        this.old = old;
        this.before = before;
        this.fresh = fresh;
    }

    /** Where a value lies in a file. */
    private record Part(FileChannel file, long position, int length, int checksum) {
        byte[] read() {
            try {
                return BuildCache.read(file, position, length).array();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The file that the values of this build go to. Safe for many threads. */
    private static final class Fresh {
        private final Path path;
        private final FileChannel file;
        private final AtomicLong end = new AtomicLong(START);
        private volatile boolean whole = true;

        private Fresh(Path path, FileChannel file) {
            this.path = path;
            this.file = file;
        }

        /** Null where none can be made, or another build has it. */
        static Fresh beside(Path place) {
            Path path = place.resolveSibling(place.getFileName() + "-new");
            FileChannel file = null;
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                file =
                        FileChannel.open(
                                path,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                if (file.tryLock() != null) {
                    file.truncate(0);
                    return new Fresh(path, file);
                }
                file.close();
            } catch (IOException | OverlappingFileLockException e) {
                close(file);
            }
            return null;
        }

        /** Null where the value could not be written: the cache is then not kept. */
        Part add(byte[] value) {
            long position = end.getAndAdd(value.length);
            try {
                writeAt(ByteBuffer.wrap(value), position);
                return new Part(file, position, value.length, checksum(ByteBuffer.wrap(value)));
            } catch (IOException e) {
                whole = false;
                return null;
            }
        }

        /** Where the values of another file lie in this one then. */
        Map<Part, Part> copy(List<Part> parts) throws IOException {
            Map<Part, Part> copies = new HashMap<>();
            for (List<Part> run : runs(parts)) {
                Part first = run.get(0);
                long position = end.getAndAdd(length(run));
                writeAt(BuildCache.read(first.file(), first.position(), length(run)), position);
                for (Part part : run) {
                    long moved = part.position() - first.position() + position;
                    copies.put(part, new Part(file, moved, part.length(), part.checksum()));
                }
            }
            return copies;
        }

        void writeAt(ByteBuffer bytes, long position) throws IOException {
            long at = position;
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
        }
    }

    /** A part of the cache. Safe for many threads. */
    public static final class Section {
        private final Map<String, Part> before;
        private final Fresh fresh;
        private final Set<String> kept = ConcurrentHashMap.newKeySet();
        private final Map<String, Part> now = new ConcurrentHashMap<>();

        private Section(Map<String, Part> before, Fresh fresh) {
            this.before = before;
            this.fresh = fresh;
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

        /**
         * @return whether it can be read again by {@link #stored}
         */
        public boolean put(String key, byte[] value) {
            Part part = fresh == null ? null : fresh.add(value);
            if (part != null) {
                now.put(key, part);
            }
            return part != null;
        }

        /** What this build has put or keeps. */
        public byte[] stored(String key) {
            Part part = now.get(key);
            return part == null ? get(key) : part.read();
        }

        private SortedMap<String, Part> parts() {
            SortedMap<String, Part> parts = new TreeMap<>(now);
            kept.forEach(key -> parts.putIfAbsent(key, before.get(key)));
            return parts;
        }
    }

    /** One that knows nothing and keeps nothing. */
    public static BuildCache none() {
        return new BuildCache(Digest.of(), null, null, Map.of(), null);
    }

    /** One that knows nothing. */
    public static BuildCache fresh(Path file, Digest generator) {
        return new BuildCache(generator, file, null, Map.of(), Fresh.beside(file));
    }

    /**
     * @param file need not exist
     * @param generator the program, whose own cache alone counts
     */
    public static BuildCache open(Path file, Digest generator) {
        FileChannel old = null;
        try {
            old = FileChannel.open(file);
            Map<String, Map<String, Part>> sections = sections(old, generator);
            if (sections != null) {
                return new BuildCache(generator, file, old, sections, Fresh.beside(file));
            }
        } catch (IOException e) {
            // As where there is none.
        }
        close(old);
        return fresh(file, generator);
    }

    private static Map<String, Map<String, Part>> sections(FileChannel file, Digest generator)
            throws IOException {
        long size = file.size();
        if (size < START + END
                || !Arrays.equals(read(file, 0, START).array(), start(generator).array())) {
            return null;
        }
        ByteBuffer end = read(file, size - END, END);
        long position = end.getLong();
        long length = size - END - position;
        if (position < START || length < 0 || length > Integer.MAX_VALUE) {
            return null;
        }
        byte[] index = read(file, position, (int) length).array();
        if (end.getLong() != checksum(ByteBuffer.wrap(index))) {
            return null;
        }
        Map<String, Map<String, Part>> sections = index(file, index);
        return areWhole(file, sections) ? sections : null;
    }

    private static Map<String, Map<String, Part>> index(FileChannel file, byte[] bytes)
            throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Map<String, Map<String, Part>> sections = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int entries = in.readInt();
            Map<String, Part> section = new HashMap<>(2 * entries);
            for (int j = 0; j < entries; j++) {
                section.put(
                        in.readUTF(), new Part(file, in.readLong(), in.readInt(), in.readInt()));
            }
            sections.put(name, section);
        }
        return sections;
    }

    /** Reads all values once. */
    private static boolean areWhole(FileChannel file, Map<String, Map<String, Part>> sections)
            throws IOException {
        List<Part> all =
                sections.values().stream().flatMap(each -> each.values().stream()).toList();
        for (List<Part> run : runs(all)) {
            long start = run.get(0).position();
            ByteBuffer bytes = read(file, start, length(run));
            for (Part part : run) {
                int from = (int) (part.position() - start);
                if (checksum(bytes.slice(from, part.length())) != part.checksum()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Values that lie one after the other, to be read at once, in the order of the file. */
    private static List<List<Part>> runs(List<Part> parts) {
        List<List<Part>> runs = new ArrayList<>();
        List<Part> run = List.of();
        long start = 0;
        long end = -1;
        for (Part part : parts.stream().sorted(comparingLong(Part::position)).toList()) {
            if (part.position() != end || end - start + part.length() > BUFFER) {
                run = new ArrayList<>();
                runs.add(run);
                start = part.position();
            }
            run.add(part);
            end = part.position() + part.length();
        }
        return runs;
    }

    private static int length(List<Part> run) {
        return run.stream().mapToInt(Part::length).sum();
    }

    private static ByteBuffer start(Digest generator) {
        return ByteBuffer.allocate(START).put(BEGINNING).put(generator.bytes()).flip();
    }

    private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        fill(file, bytes, position);
        return bytes.flip();
    }

    private static void fill(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            int read = file.read(bytes, at);
            if (read < 0) {
                throw new EOFException();
            }
            at += read;
        }
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    public Section section(String name) {
        return sections.computeIfAbsent(
                name, each -> new Section(before.getOrDefault(each, Map.of()), fresh));
    }

    /**
     * Keeps what was kept and put, in the place of the old file in one step.
     *
     * @throws IOException where it can't be written; the old file is then as it was
     */
    public void write() throws IOException {
        if (fresh == null || !fresh.whole) {
            throw new IOException("not all could be written");
        }
        byte[] index = index();
        long position = fresh.end.get();
        fresh.writeAt(ByteBuffer.wrap(index), position);
        ByteBuffer end =
                ByteBuffer.allocate(END)
                        .putLong(position)
                        .putLong(checksum(ByteBuffer.wrap(index)));
        fresh.writeAt(end.flip(), position + index.length);
        // Not before all else is there.
        fresh.writeAt(start(generator), 0);
        fresh.file.close();
        if (old != null) {
            // Not every system replaces a file that is open.
            old.close();
        }
        Files.move(
                fresh.path,
                place,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where each value lies; what was kept is copied. */
    private byte[] index() throws IOException {
        Map<String, Map<String, Part>> all = new TreeMap<>();
        sections.forEach((name, section) -> all.put(name, section.parts()));
        Map<Part, Part> copies =
                fresh.copy(
                        all.values().stream()
                                .flatMap(each -> each.values().stream())
                                .filter(part -> part.file() != fresh.file)
                                .toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(all.size());
        for (Map.Entry<String, Map<String, Part>> section : all.entrySet()) {
            out.writeUTF(section.getKey());
            out.writeInt(section.getValue().size());
            for (Map.Entry<String, Part> each : section.getValue().entrySet()) {
                Part part = copies.getOrDefault(each.getValue(), each.getValue());
                out.writeUTF(each.getKey());
                out.writeLong(part.position());
                out.writeInt(part.length());
                out.writeInt(part.checksum());
            }
        }
        return bytes.toByteArray();
    }

    /** Leaves what was not written. */
    @Override
    public void close() throws IOException {
        close(old);
        if (fresh != null && fresh.file.isOpen()) {
            Files.deleteIfExists(fresh.path);
            fresh.file.close();
        }
    }

    private static void close(FileChannel file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // It is read no more.
        }
    }
}
