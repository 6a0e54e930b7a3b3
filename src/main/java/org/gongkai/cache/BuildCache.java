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
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import java.util.zip.CRC32;

/**
 * What the last build knew, in one file that may be deleted at any time. It holds contents and no
 * places or times of this machine; a file of another program counts as none, as does one that is
 * damaged at its ends. Each value is looked through when it is read, and a damaged one is unknown.
 *
 * <p>Values go to a file beside it as they are put, since those of a large column would fill the
 * memory; {@link #write} adds them to the old file. Once half of that would be of no more use, the
 * new one takes its place: to copy what most builds keep takes longer than much else.
 *
 * <p>Start here: {@code BuildCache.open(file, generator)}.
 */
public final class BuildCache implements Closeable {
    /** The cache's own format; what it holds changes with the generator, which has a digest. */
    private static final byte[] BEGINNING = "gongkai cache 3\n".getBytes(StandardCharsets.UTF_8);

    private static final int START = BEGINNING.length + Digest.BYTES;

    /** The place of the index and its checksum. */
    private static final int END = 2 * Long.BYTES;

    /** So much of what is of use may lie beside it of no use. */
    private static final double MOST_UNUSED = 0.5;

    private final Digest generator;
    private final Path place;
    private final FileChannel old;
    private final Fresh fresh;
    private final Map<String, Map<String, Part>> before;
    private final Map<String, Section> sections = new ConcurrentHashMap<>();
    private volatile boolean damaged;

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
        /** Null where it is damaged. */
        byte[] read() {
            try {
                byte[] value = BuildCache.read(file, position, length).array();
                return BuildCache.checksum(value) == checksum ? value : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A value that was relied on can't be read. */
    public static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1;
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
                writeAt(file, ByteBuffer.wrap(value), position);
                return new Part(file, position, value.length, checksum(value));
            } catch (IOException e) {
                whole = false;
                return null;
            }
        }

        /** Where the values of another file lie in this one then. */
        Map<Part, Long> copy(Collection<Part> parts) throws IOException {
            Map<Part, Long> places = new HashMap<>();
            List<Part> inOrder = parts.stream().sorted(comparingLong(Part::position)).toList();
            for (int from = 0, to; from < inOrder.size(); from = to) {
                Part first = inOrder.get(from);
                long place = end.get();
                long length = 0;
                // Those that lie one after the other are copied at once.
                for (to = from;
                        to < inOrder.size()
                                && inOrder.get(to).position() == first.position() + length;
                        to++) {
                    places.put(inOrder.get(to), place + length);
                    length += inOrder.get(to).length();
                }
                BuildCache.copy(first.file(), first.position(), length, file, place);
                end.addAndGet(length);
            }
            return places;
        }
    }

    /** A part of the cache. Safe for many threads. */
    public final class Section {
        private final Map<String, Part> before;
        private final Set<String> kept = ConcurrentHashMap.newKeySet();
        private final Map<String, Part> now = new ConcurrentHashMap<>();

        private Section(Map<String, Part> before) {
            this.before = before;
        }

        /** What the last build knew; null where it knew nothing, or it is damaged. */
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

        /**
         * What this build has put or keeps.
         *
         * @throws Damaged where it can't be read any more: the build has to begin anew without what
         *     is known
         */
        public byte[] stored(String key) {
            Part part = now.getOrDefault(key, before.get(key));
            byte[] value = part == null ? null : part.read();
            if (value == null) {
                damaged = true;
                throw new Damaged();
            }
            return value;
        }

        private Map<String, Part> parts() {
            Map<String, Part> parts = new HashMap<>(2 * (kept.size() + now.size()));
            kept.forEach(key -> parts.put(key, before.get(key)));
            parts.putAll(now);
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
            old = opened(file);
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

    /** To be added to, where that is allowed. */
    private static FileChannel opened(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            return FileChannel.open(file, StandardOpenOption.READ);
        }
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
        return end.getLong() == checksum(index) ? index(file, index) : null;
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

    private static void writeAt(FileChannel file, ByteBuffer bytes, long position)
            throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += file.write(bytes, at);
        }
    }

    /** Copies a part of a file to a place in another. */
    private static void copy(FileChannel from, long start, long length, FileChannel to, long place)
            throws IOException {
        to.position(place);
        for (long done = 0; done < length; ) {
            long copied = from.transferTo(start + done, length - done, to);
            if (copied <= 0) {
                throw new EOFException();
            }
            done += copied;
        }
    }

    private static int checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    public Section section(String name) {
        return sections.computeIfAbsent(
                name, each -> new Section(before.getOrDefault(each, Map.of())));
    }

    /** Whether something that was relied on could not be read. */
    public boolean isDamaged() {
        return damaged;
    }

    /**
     * Keeps what was kept and put. Where this is broken off half-way, the file counts as none.
     *
     * @throws IOException where it can't be written
     */
    public void write() throws IOException {
        if (fresh == null || !fresh.whole) {
            throw new IOException("not all could be written");
        }
        Map<String, Map<String, Part>> all = new TreeMap<>();
        sections.forEach((name, section) -> all.put(name, section.parts()));
        List<Part> known =
                all.values().stream()
                        .flatMap(each -> each.values().stream())
                        .filter(part -> part.file() == old)
                        .toList();
        if (mayAdd(known)) {
            try {
                add(all);
                return;
            } catch (NonWritableChannelException e) {
                // It can be replaced still.
            }
        }
        replace(all, known);
    }

    private boolean mayAdd(List<Part> known) throws IOException {
        if (known.isEmpty()) {
            return false;
        }
        long used = fresh.end.get() - START + known.stream().mapToLong(Part::length).sum();
        return old.size() + fresh.end.get() - START <= (1 + MOST_UNUSED) * used;
    }

    private void add(Map<String, Map<String, Part>> all) throws IOException {
        long place = old.size();
        long length = fresh.end.get() - START;
        try {
            wipe(all);
            copy(fresh.file, START, length, old, place);
            writeEnd(
                    old,
                    place + length,
                    index(all, part -> part.position() + (part.file() == old ? 0 : place - START)));
        } catch (IOException e) {
            old.truncate(place);
            throw e;
        }
    }

    /** Nothing is left of what is kept no more: it may have been taken back for good reason. */
    private void wipe(Map<String, Map<String, Part>> all) throws IOException {
        for (Map.Entry<String, Map<String, Part>> section : before.entrySet()) {
            Map<String, Part> parts = all.getOrDefault(section.getKey(), Map.of());
            for (Map.Entry<String, Part> each : section.getValue().entrySet()) {
                Part part = each.getValue();
                if (parts.get(each.getKey()) != part) {
                    writeAt(old, ByteBuffer.allocate(part.length()), part.position());
                }
            }
        }
    }

    /** Puts the new file, with what is kept of the old one, in its place. */
    private void replace(Map<String, Map<String, Part>> all, List<Part> known) throws IOException {
        Map<Part, Long> places = fresh.copy(known);
        writeEnd(
                fresh.file,
                fresh.end.get(),
                index(all, part -> places.getOrDefault(part, part.position())));
        // Not before all else is there.
        writeAt(fresh.file, start(generator), 0);
        fresh.file.close();
        if (old != null) {
            // Not every system replaces a file that is open.
            old.close();
        }
        // Had the new one to take its place in one step, some systems would first wait for the
        // disk.
        Files.deleteIfExists(place);
        Files.move(fresh.path, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void writeEnd(FileChannel file, long position, byte[] index) throws IOException {
        ByteBuffer end =
                ByteBuffer.allocate(index.length + END)
                        .put(index)
                        .putLong(position)
                        .putLong(checksum(index));
        writeAt(file, end.flip(), position);
    }

    /** Where each value lies. */
    private static byte[] index(Map<String, Map<String, Part>> all, ToLongFunction<Part> position)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(all.size());
        for (Map.Entry<String, Map<String, Part>> section : all.entrySet()) {
            out.writeUTF(section.getKey());
            out.writeInt(section.getValue().size());
            for (Map.Entry<String, Part> each : section.getValue().entrySet()) {
                Part part = each.getValue();
                out.writeUTF(each.getKey());
                out.writeLong(position.applyAsLong(part));
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
