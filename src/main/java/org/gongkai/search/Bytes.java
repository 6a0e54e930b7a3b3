package org.gongkai.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes numbers as the client reads them. */
final class Bytes {
    private byte[] bytes = new byte[64];
    private int size;

    /** Unsigned LEB128. */
    Bytes varint(int value) {
        room(5);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    Bytes int8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Four bytes, the lowest first. */
    Bytes float32(float value) {
        return int32(Float.floatToIntBits(value));
    }

    /** Four bytes, the lowest first. */
    Bytes int32(int bits) {
        room(4);
        for (int i = 0; i < 4; i++) {
            bytes[size++] = (byte) (bits >>> (8 * i));
        }
        return this;
    }

    Bytes bytes(byte[] more) {
        return bytes(more, 0);
    }

    Bytes bytes(byte[] more, int from) {
        int length = more.length - from;
        room(length);
        System.arraycopy(more, from, bytes, size, length);
        size += length;
        return this;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
