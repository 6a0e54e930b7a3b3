package org.gongkai.cache;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.codec.digest.MurmurHash3;

/** 128 bits that tell something from all else: what has the same is the same. */
public record Digest(long a, long b) {
    static final int BYTES = 2 * Long.BYTES;

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
        long[] halves = MurmurHash3.hash128x64(bytes, 0, length, 0);
        return new Digest(halves[0], halves[1]);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(a).putLong(b).array();
    }
}
