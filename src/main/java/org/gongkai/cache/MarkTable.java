package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The marks that a {@link MarkWriter} wrote, to be asked for by their paths: most are asked for
 * once, so that they are left as they were written. Safe for many threads.
 */
final class MarkTable {
    private static final int NUMBERS = 5;

    private final ByteBuffer bytes;

    /** Where each begins, at the first free place from its hash on; 0 is free. */
    private final int[] starts;

    /**
     * @param written null where there are none
     */
    MarkTable(byte[] written) {
        bytes = ByteBuffer.wrap(written == null ? new byte[Integer.BYTES] : written);
        int count = bytes.getInt(0);
        starts = new int[Math.max(2, 4 * Integer.highestOneBit(Math.max(1, count)))];
        int start = Integer.BYTES;
        for (int left = count; left > 0; left--) {
            int place = place(bytes.getInt(start));
            while (starts[place] != 0) {
                place = next(place);
            }
            starts[place] = start;
            start += 2 * Integer.BYTES + bytes.getInt(start + Integer.BYTES) + NUMBERS * Long.BYTES;
        }
    }

    private int place(int hash) {
        return (hash ^ hash >>> 16) & (starts.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (starts.length - 1);
    }

    /** Whether the path has this mark. */
    boolean has(String path, FileMark mark) {
        int hash = path.hashCode();
        for (int place = place(hash); starts[place] != 0; place = next(place)) {
            int start = starts[place];
            if (bytes.getInt(start) == hash && isOf(path, start)) {
                return isAt(start + 2 * Integer.BYTES + bytes.getInt(start + Integer.BYTES), mark);
            }
        }
        return false;
    }

    private boolean isOf(String path, int start) {
        int length = bytes.getInt(start + Integer.BYTES);
        int from = start + 2 * Integer.BYTES;
        if (length != path.length()) {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            return Arrays.equals(name, 0, name.length, bytes.array(), from, from + length);
        }
        for (int i = 0; i < length; i++) {
            if (path.charAt(i) != bytes.get(from + i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(int start, FileMark mark) {
        return mark.regular()
                && bytes.getLong(start) == mark.length()
                && bytes.getLong(start + Long.BYTES) == mark.modified()
                && bytes.getLong(start + 2 * Long.BYTES) == mark.changed()
                && bytes.getLong(start + 3 * Long.BYTES) == mark.device()
                && bytes.getLong(start + 4 * Long.BYTES) == mark.number();
    }
}
