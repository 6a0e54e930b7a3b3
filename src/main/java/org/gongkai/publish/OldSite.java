package org.gongkai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.cache.FileMark;
import org.gongkai.cache.FileMarks;
import org.gongkai.cache.Stamp;

/**
 * The files of the site that a build is to replace. They may be looked at before the build has the
 * folder for itself. Safe for many threads.
 */
public final class OldSite {
    /** Of a file that the system tells too little of, or that was only just given a name. */
    static final FileMark UNKNOWN = new FileMark(true, -1, 0, 0, 0, 0);

    private final Path out;
    private final FileMarks marks;
    private final FileMark own;
    private final Map<String, FileMark> seen = new ConcurrentHashMap<>();

    /**
     * @param out need not exist
     * @param marks by path, as an earlier build has noted them
     */
    public OldSite(Path out, FileMarks marks) throws IOException {
        this.out = OutputFolder.resolved(out);
        this.marks = marks;
        this.own = markOf(this.out);
    }

    private static FileMark markOf(Path folder) throws IOException {
        return Files.exists(folder) ? FileMark.of(folder) : null;
    }

    Path out() {
        return out;
    }

    FileMarks marks() {
        return marks;
    }

    /**
     * Forgets what was seen where another build has put another site here since: that gives the
     * folder another mark. From now on there may be no other build.
     */
    void settle() throws IOException {
        if (own == null || !own.equals(markOf(out))) {
            seen.clear();
        }
    }

    /** Whether a file is as its stamp says. */
    public boolean holds(String path, Stamp stamp) {
        return held(path, stamp) != null;
    }

    /** A file; null where it is not as the build left it that noted its mark. */
    public Path asLeft(Path path) {
        Path file = out.resolve(path);
        try {
            String name = path.toString().replace('\\', '/');
            return marks.isAsBefore(name, FileMark.of(file)) ? file : null;
        } catch (IOException e) {
            return nullWhereGone(file, e);
        }
    }

    /** The mark of a file that is so, which need not be read where it has it still; else null. */
    FileMark held(String path, Stamp stamp) {
        FileMark known = seen.get(path);
        if (known != null) {
            return known;
        }
        FileMark mark = look(path, stamp);
        if (mark != null) {
            seen.put(path, mark);
        }
        return mark;
    }

    private FileMark look(String path, Stamp stamp) {
        Path before = out.resolve(path);
        try {
            FileMark mark = FileMark.of(before);
            if (marks.isAsBefore(path, mark)) {
                return mark;
            }
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            before, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean same =
                    attributes.isRegularFile()
                            && attributes.size() == stamp.length()
                            && Stamp.of(Files.readAllBytes(before)).equals(stamp);
            return !same ? null : mark == null ? UNKNOWN : mark;
        } catch (IOException e) {
            return nullWhereGone(before, e);
        }
    }

    /** What was one of its folders may be a file by now. */
    private static <T> T nullWhereGone(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException || !Files.isDirectory(file.getParent())) {
            return null;
        }
        throw new UncheckedIOException(failure);
    }
}
