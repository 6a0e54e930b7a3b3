package org.gongkai.cache;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The marks that files had when a build knew what they held. Safe for many threads. */
public final class FileMarks {
    private static final String KEY = "marks";
    private static final String KEY_BY = "by";

    private final BuildCache.Section section;
    private final MarkTable before;
    private final Map<String, FileMark> now = new ConcurrentHashMap<>();

    public FileMarks(BuildCache.Section section) {
        this.section = section;
        this.before = new MarkTable(section.get(KEY));
    }

    /**
     * The same, of files that are known by something else, too.
     *
     * @param by what it is; by another, none of them is known
     */
    public FileMarks(BuildCache.Section section, Digest by) {
        this.section = section;
        boolean same = Arrays.equals(section.get(KEY_BY), by.bytes());
        this.before = new MarkTable(same ? section.get(KEY) : null);
        section.put(KEY_BY, by.bytes());
    }

    /** Those of a build that knows nothing. */
    public static FileMarks none() {
        return new FileMarks(BuildCache.none().section(KEY));
    }

    /**
     * Whether a file holds what it held when the last build knew it.
     *
     * @param mark its present one; null where the system tells too little
     */
    public boolean isAsBefore(String path, FileMark mark) {
        return mark != null && before.has(path, mark);
    }

    /**
     * Notes that this build knows what a file holds.
     *
     * @param moment when the mark was read
     */
    public void note(String path, FileMark mark, long moment) {
        if (mark != null && mark.isSettled(moment)) {
            now.put(path, mark);
        }
    }

    /** What was noted of a file; null where nothing was. */
    public FileMark noted(String path) {
        return now.get(path);
    }

    /** Keeps what was noted for the next build. */
    public void keep() {
        MarkWriter out = new MarkWriter(now.size());
        now.forEach(out::write);
        section.put(KEY, out.bytes());
    }
}
