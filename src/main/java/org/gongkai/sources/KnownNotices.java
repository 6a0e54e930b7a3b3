package org.gongkai.sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.cache.BuildCache;
import org.gongkai.cache.Digest;
import org.gongkai.cache.RecordFormat;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;

/**
 * The notices that an earlier build has read. One with a problem is read again each time, so that
 * the problem is told again. Safe for many threads.
 */
public final class KnownNotices implements NoticeMemory {
    private static final byte[] NOTHING = {};

    private final BuildCache.Section section;
    private final RecordFormat format;
    private final Map<String, Digest> digests = new ConcurrentHashMap<>();
    private final AtomicInteger read = new AtomicInteger();

    /**
     * A notice as it was read.
     *
     * @param files the digest of its files and of the register
     * @param answers what else was asked
     */
    private record Entry(Digest files, Map<String, String> answers, byte[] notice) {}

    public KnownNotices(BuildCache.Section section, RecordFormat format) {
        this.section = section;
        this.format = format;
    }

    @Override
    public Optional<Notice> read(
            ContentFiles.NoticeFile file,
            Digest register,
            Surroundings surroundings,
            Problems problems,
            Reading reading)
            throws IOException {
        Digest files = files(file, register);
        byte[] known = section.get(file.name());
        if (known != null) {
            Entry entry = (Entry) format.read(known);
            if (entry.files().equals(files) && surroundings.wouldAnswer(entry.answers())) {
                section.keep(file.name());
                digests.put(file.id(), digest(entry));
                return Optional.of((Notice) format.read(entry.notice()));
            }
        }
        read.incrementAndGet();
        Problems own = new Problems();
        Optional<Notice> notice = reading.read(surroundings, own);
        own.sorted().forEach(problems::add);
        // An editor may have saved the file meanwhile.
        if (notice.isPresent() && files.equals(files(file, register))) {
            Entry entry = new Entry(files, surroundings.answers(), format.write(notice.get()));
            digests.put(file.id(), digest(entry));
            // What is not published lies nowhere but in its own file.
            if (own.sorted().isEmpty() && notice.get().isPublic(false)) {
                section.put(file.name(), format.write(entry));
            }
        }
        return notice;
    }

    /** What tells this notice, as it was read, from every other; empty where nothing does. */
    public Optional<Digest> digest(String id) {
        return Optional.ofNullable(digests.get(id));
    }

    /** How many notices were read from their files. */
    public int read() {
        return read.get();
    }

    private Digest digest(Entry entry) {
        return Digest.of(entry.files().bytes(), format.write(entry.answers()));
    }

    private static Digest files(ContentFiles.NoticeFile file, Digest register) throws IOException {
        return Digest.of(
                file.name().getBytes(StandardCharsets.UTF_8),
                bytes(file.markdown()),
                file.tasks() == null ? NOTHING : bytes(file.tasks()),
                file.tasks() == null ? NOTHING : register.bytes());
    }

    /** A file that is too large is a problem, whatever stands in it. */
    private static byte[] bytes(Path file) throws IOException {
        return Files.size(file) > SourceFile.MAX_BYTES ? NOTHING : Files.readAllBytes(file);
    }
}
