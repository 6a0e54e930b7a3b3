package org.gongkai.cache;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The marks of the folders of the last site and of the one before, with what lay in them: whatever
 * is added to a folder, taken out or given another name changes its mark. Safe for many threads.
 */
public final class FolderMarks {
    private static final String KEY = "marks";
    private static final String KEY_BEFORE = "before";
    private static final String KEY_PLACED = "placed";

    private final BuildCache.Section section;
    private final Map<String, Entry> before;
    private final Set<String> placedLast = new HashSet<>();
    private final Map<String, Entry> now = new ConcurrentHashMap<>();
    private final Set<String> placed = ConcurrentHashMap.newKeySet();

    /**
     * A folder.
     *
     * @param content tells the names in it, and the numbers of its files, from all others
     */
    public record Entry(FileMark mark, long content) {}

    public FolderMarks(BuildCache.Section section) {
        this.section = section;
        this.before = read(section.get(KEY_BEFORE));
        byte[] paths = section.get(KEY_PLACED);
        if (paths != null) {
            placedLast.addAll(List.of(new String(paths, StandardCharsets.UTF_8).split("\n")));
        }
    }

    /** Those of a build that knows nothing. */
    public static FolderMarks none() {
        return new FolderMarks(BuildCache.none().section(KEY));
    }

    /** A folder of the site before the last one, by its path; null where it is not known. */
    public Entry ofSiteBeforeLast(String path) {
        return before.get(path);
    }

    /** Notes a folder of the new site. */
    public void note(String path, Entry entry) {
        now.put(path, entry);
    }

    /** Whether the last build placed a file anew, so that the site before may have had another. */
    public boolean wasPlacedLast(String path) {
        return placedLast.contains(path);
    }

    /** Notes that this build placed a file anew. */
    public void notePlaced(String path) {
        placed.add(path);
    }

    /**
     * Keeps what was noted for the next build but one, whose spare folder these folders will be.
     */
    public void keep() {
        byte[] last = section.get(KEY);
        if (last != null) {
            section.put(KEY_BEFORE, last);
        }
        MarkWriter out = new MarkWriter(now.size());
        now.forEach((path, entry) -> out.write(path, entry.mark()).write(entry.content()));
        section.put(KEY, out.bytes());
        section.put(KEY_PLACED, String.join("\n", placed).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Entry> read(byte[] bytes) {
        Map<String, Entry> entries = new HashMap<>();
        if (bytes != null) {
            MarkReader in = new MarkReader(bytes);
            for (int left = in.count(); left > 0; left--) {
                String path = in.path();
                entries.put(path, new Entry(in.mark(false), in.number()));
            }
        }
        return entries;
    }
}
