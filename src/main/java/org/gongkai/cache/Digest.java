package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 128 bits that tell something from all else: what has the same is the same. */
public record Digest(long a, long b) {
    static final int BYTES = 2 * Long.BYTES;

    private static final int BLOCK = 16;
    private static final long FIRST = 0x87c37b91114253d5L;
    private static final long SECOND = 0x4cf5ad432745937fL;

    /** That of contents, which is half a SHA-256. */
    public static Digest of(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                // Where one part ends must count too.
                sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                sha.update(part);
            }
            ByteBuffer in = ByteBuffer.wrap(sha.digest());
            return new Digest(in.getLong(), in.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * That of what a build works with, which is MurmurHash3 (x64, 128 bits): tens of thousands are
     * asked for in each build, a SHA-256 takes ten times as long, and nobody has to be kept from
     * forging what he could as well change after the build.
     *
     * @param length how many of the bytes count
     */
    static Digest quick(byte[] bytes, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long a = 0;
        long b = 0;
        int at = 0;
        for (; at + BLOCK <= length; at += BLOCK) {
            a ^= first(in.getLong(at));
            a = (Long.rotateLeft(a, 27) + b) * 5 + 0x52dce729;
            b ^= second(in.getLong(at + Long.BYTES));
            b = (Long.rotateLeft(b, 31) + a) * 5 + 0x38495ab5;
        }
        a ^= first(rest(bytes, at, Math.min(length, at + Long.BYTES)));
        b ^= second(rest(bytes, at + Long.BYTES, length));
        a ^= length;
        b ^= length;
        a += b;
        b += a;
        a = mixed(a);
        b = mixed(b);
        a += b;
        return new Digest(a, b + a);
    }

    private static long first(long block) {
        return Long.rotateLeft(block * FIRST, 31) * SECOND;
    }

    private static long second(long block) {
        return Long.rotateLeft(block * SECOND, 33) * FIRST;
    }

    /** The bytes in between; 0 where there are none. */
    private static long rest(byte[] bytes, int from, int to) {
        long rest = 0;
        for (int i = to - 1; i >= from; i--) {
            rest = rest << Byte.SIZE | bytes[i] & 0xff;
        }
        return rest;
    }

    private static long mixed(long half) {
        long mixed = (half ^ half >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(a).putLong(b).array();
    }
}
