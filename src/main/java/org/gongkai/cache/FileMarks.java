package org.gongkai.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The marks that files had when a build knew what they held. Safe for many threads. */
public final class FileMarks {
    private static final String KEY = "marks";

    private final BuildCache.Section section;
    private final Map<String, FileMark> before;
    private final Map<String, FileMark> now = new ConcurrentHashMap<>();

    public FileMarks(BuildCache.Section section) {
        this.section = section;
        byte[] known = section.get(KEY);
        this.before = known == null ? Map.of() : read(known);
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
        return mark != null && mark.equals(before.get(path));
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

    /** Keeps what was noted for the next build. */
    public void keep() {
        section.put(KEY, write(new TreeMap<>(now)));
    }

    private static byte[] write(Map<String, FileMark> marks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(marks.size());
            for (Map.Entry<String, FileMark> each : marks.entrySet()) {
                out.writeUTF(each.getKey());
                out.writeLong(each.getValue().length());
                out.writeLong(each.getValue().modified());
                out.writeLong(each.getValue().changed());
                out.writeLong(each.getValue().device());
                out.writeLong(each.getValue().number());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, FileMark> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int size = in.readInt();
            Map<String, FileMark> marks = new HashMap<>(2 * size);
            for (int i = 0; i < size; i++) {
                marks.put(
                        in.readUTF(),
                        new FileMark(
                                true,
                                in.readLong(),
                                in.readLong(),
                                in.readLong(),
                                in.readLong(),
                                in.readLong()));
            }
            return marks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
