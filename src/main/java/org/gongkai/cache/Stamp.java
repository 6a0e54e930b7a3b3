package org.gongkai.cache;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What tells whether a published file is still as it was written: its length and two checksums. A
 * SHA-256 of all pages would take longer than all else of a build, and nobody has to be kept from
 * forging what he could as well change after the build.
 */
public record Stamp(long length, long crc32, long crc32c) {
    public static Stamp of(byte[] bytes) {
        CRC32 first = new CRC32();
        first.update(bytes);
        CRC32C second = new CRC32C();
        second.update(bytes);
        return new Stamp(bytes.length, first.getValue(), second.getValue());
    }
}
