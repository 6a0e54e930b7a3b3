package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tens of thousands of marks, as {@link MarkReader} and {@link MarkTable} read them. */
final class MarkWriter {
    private static final int NUMBERS = 6;

    private ByteBuffer out = ByteBuffer.allocate(1 << 16);

    /**
     * @param count how many marks there are
     */
    MarkWriter(int count) {
        out.putInt(count);
    }

    MarkWriter write(String path, FileMark mark) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        int more = 2 * Integer.BYTES + name.length + NUMBERS * Long.BYTES;
        if (out.remaining() < more) {
            int size = Math.max(2 * out.capacity(), out.position() + more);
            out = ByteBuffer.wrap(Arrays.copyOf(out.array(), size)).position(out.position());
        }
        out.putInt(path.hashCode())
                .putInt(name.length)
                .put(name)
                .putLong(mark.length())
                .putLong(mark.modified())
                .putLong(mark.changed())
                .putLong(mark.device())
                .putLong(mark.number());
        return this;
    }

    /** A number beside the mark that was written last. */
    void write(long number) {
        out.putLong(number);
    }

    byte[] bytes() {
        return Arrays.copyOf(out.array(), out.position());
    }
}
