package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link MarkWriter} wrote. */
final class MarkReader {
    private final ByteBuffer in;
    private final int count;

    MarkReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
        this.count = in.getInt();
    }

    int count() {
        return count;
    }

    String path() {
        in.getInt();
        int length = in.getInt();
        String path = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return path;
    }

    /**
     * The mark of the path that was read last.
     *
     * @param regular whether it is a file
     */
    FileMark mark(boolean regular) {
        return new FileMark(
                regular, in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    long number() {
        return in.getLong();
    }
}
