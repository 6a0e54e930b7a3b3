package org.gongkai.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.cache.Digest;
import org.gongkai.model.Notice;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;

/**
 * The notices that this process has read, with what was wrong with them. Whether a file has changed
 * is told from outside, by time and size, so that an editor need not wait for ten thousand files.
 */
public final class KeptNotices implements NoticeMemory {
    /**
     * Some file systems count in so many milliseconds: a file younger than that may be written
     * again and look the same.
     */
    private static final long COARSEST_TIME = 2000;

    private final Map<String, Kept> byId = new ConcurrentHashMap<>();

    /** How a file looks from outside; {@link #NONE} where there is none. */
    private record Stamp(FileTime modified, long size, Object key) {
        static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, null);

        static Stamp of(Path file) throws IOException {
            if (file == null) {
                return NONE;
            }
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
        }

        boolean isSettled(long now) {
            return modified.toMillis() < now - COARSEST_TIME;
        }
    }

    /** A notice's two files from outside, and the register where they are read by it. */
    private record Stamps(Stamp markdown, Stamp tasks, Digest register) {
        static Stamps of(ContentFiles.NoticeFile file, Digest register) throws IOException {
            return new Stamps(
                    Stamp.of(file.markdown()),
                    Stamp.of(file.tasks()),
                    file.tasks() == null ? null : register);
        }

        boolean areSettled(long now) {
            return markdown.isSettled(now) && tasks.isSettled(now);
        }
    }

    /** What was read of one notice, and what was asked meanwhile. */
    private record Kept(
            Stamps stamps, Map<String, String> answers, Notice notice, List<Problem> problems) {}

    @Override
    public Optional<Notice> read(
            ContentFiles.NoticeFile file,
            Digest register,
            Surroundings surroundings,
            Problems problems,
            Reading reading)
            throws IOException {
        Stamps stamps = Stamps.of(file, register);
        Kept kept = byId.get(file.id());
        if (kept != null
                && kept.stamps().equals(stamps)
                && surroundings.wouldAnswer(kept.answers())) {
            kept.problems().forEach(problems::add);
            return Optional.of(kept.notice());
        }
        byId.remove(file.id());
        Problems own = new Problems();
        Optional<Notice> notice = reading.read(NoticeBytes.of(file), surroundings, own);
        own.sorted().forEach(problems::add);
        // Leave to read a file does not show in its time and size.
        boolean unread =
                own.sorted().stream()
                        .anyMatch(problem -> problem.check().equals(SourceFile.UNREADABLE));
        // Drafts are few, and their reader makes a note of each.
        if (notice.isPresent()
                && !unread
                && !notice.get().draft()
                && stamps.areSettled(System.currentTimeMillis())) {
            byId.put(
                    file.id(),
                    new Kept(stamps, surroundings.answers(), notice.get(), own.sorted()));
        }
        return notice;
    }
}
