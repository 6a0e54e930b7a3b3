package org.gongkai.search;

/**
 * Spreads keys over files. The count is a power of two, so that it, and with it the place of every
 * key, only changes when the column has doubled.
 *
 * @param count how many files
 */
record Shards(int count) {
    /** So many that each holds about so many bytes. */
    static Shards of(long bytes, int bytesEach) {
        double wanted = Math.max(1, bytes / (double) bytesEach);
        return new Shards(1 << Math.round(Math.log(wanted) / Math.log(2)));
    }

    int of(byte[] key) {
        return hash(key) & (count - 1);
    }

    /** FNV-1a, finished as in MurmurHash3. */
    static int hash(byte[] key) {
        int hash = 0x811c9dc5;
        for (byte each : key) {
            hash = (hash ^ (each & 0xff)) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    /** The name of a shard's file, without its ending. */
    static String name(int shard) {
        return Integer.toHexString(shard);
    }
}
