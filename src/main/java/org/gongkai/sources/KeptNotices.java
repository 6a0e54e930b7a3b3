package org.gongkai.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.cache.Digest;
import org.gongkai.model.Notice;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;

/**
 * The notices that this process has read, with what was wrong with them. Which files have changed
 * is told by whoever watches them, or from outside, by time and size, so that an editor need not
 * wait for ten thousand files.
 */
public final class KeptNotices implements NoticeMemory {
    /**
     * Some file systems count in so many milliseconds: a file younger than that may be written
     * again and look the same.
     */
    private static final long COARSEST_TIME = 2000;

    private static final Pattern NAME =
            Pattern.compile("content/notices/(\\d{4}/[^/]+?)(?:\\.md|\\.tasks\\.yml)");

    private final Map<String, Kept> byId = new ConcurrentHashMap<>();
    private boolean watched;

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
            return new Stamps(Stamp.of(file.markdown()), Stamp.of(file.tasks()), register);
        }

        boolean areSettled(long now) {
            return markdown.isSettled(now) && tasks.isSettled(now);
        }
    }

    /** What was read of one notice, and what was asked meanwhile. */
    private record Kept(
            Stamps stamps, Map<String, String> answers, Notice notice, List<Problem> problems) {}

    /**
     * From now on the files are watched: only what is told here has changed since they were last
     * read.
     *
     * @param names relative to the column's folder
     */
    public void changed(List<String> names) {
        watched = true;
        for (String name : names) {
            Matcher notice = NAME.matcher(name);
            if (notice.matches()) {
                byId.remove(notice.group(1));
            }
        }
    }

    @Override
    public Optional<Notice> read(
            ContentFiles.NoticeFile file,
            Digest register,
            Surroundings surroundings,
            Problems problems,
            Reading reading)
            throws IOException {
        Digest readBy = file.tasks() == null ? null : register;
        Kept kept = byId.get(file.id());
        if (kept != null
                && isAsBefore(kept.stamps(), file, readBy)
                && surroundings.wouldAnswer(kept.answers())) {
            kept.problems().forEach(problems::add);
            return Optional.of(kept.notice());
        }
        byId.remove(file.id());
        Stamps stamps = Stamps.of(file, readBy);
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

    private boolean isAsBefore(Stamps before, ContentFiles.NoticeFile file, Digest register)
            throws IOException {
        return watched
                ? Objects.equals(before.register(), register)
                : before.equals(Stamps.of(file, register));
    }
}
