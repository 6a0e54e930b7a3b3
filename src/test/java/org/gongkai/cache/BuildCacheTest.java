package org.gongkai.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build knows is there for the next one. */
class BuildCacheTest {
    private static final Digest GENERATOR = Digest.of(new byte[] {1});
    private static final int SECTIONS = 20_000;

    @TempDir private Path folder;

    /** The search is made beside the pages, and each asks for its own. */
    @Test
    void keepsWhatManyThreadsPutIntoNewSectionsAtTheSameTime() throws IOException {
        Path file = folder.resolve("cache");
        try (BuildCache cache = BuildCache.fresh(file, GENERATOR)) {
            IntStream.range(0, SECTIONS)
                    .parallel()
                    .forEach(i -> cache.section("s" + i).put("key", bytes(i)));
            cache.write();
        }
        try (BuildCache cache = BuildCache.open(file, GENERATOR)) {
            for (int i = 0; i < SECTIONS; i++) {
                assertArrayEquals(bytes(i), cache.section("s" + i).get("key"));
            }
        }
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
