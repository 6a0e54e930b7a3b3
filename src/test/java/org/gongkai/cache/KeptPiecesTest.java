package org.gongkai.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of pieces is the same, whether they are copied or made. */
class KeptPiecesTest {
    private static final Digest GENERATOR = Digest.of(new byte[] {1});
    private static final Digest OF = Digest.of(new byte[] {2});
    private static final Path FILE = Path.of("tasks.csv");

    @TempDir private Path folder;

    @Test
    void copiesThePiecesThatTheOldFileHas() throws IOException {
        assertEquals(0, write("one", null, OF, List.of("a", "b", "c", "d")));
        Path old = folder.resolve("one").resolve(FILE);
        assertEquals(2, write("two", old, OF, List.of("a", "new", "b")));
        old = folder.resolve("two").resolve(FILE);
        assertEquals(3, write("three", old, OF, List.of("b", "a", "c", "new", "other")));
        old = folder.resolve("three").resolve(FILE);
        assertEquals(5, write("four", old, OF, List.of("b", "a", "c", "new", "other")));
        // Made of something else, or not as it was left: nothing of it is taken.
        old = folder.resolve("four").resolve(FILE);
        assertEquals(0, write("five", old, GENERATOR, List.of("b", "a")));
        assertEquals(0, write("six", null, GENERATOR, List.of("b", "a")));
    }

    /** Writes a file of these pieces; gives how many were copied. */
    private int write(String site, Path old, Digest of, List<String> pieces) throws IOException {
        Path root = Files.createDirectory(folder.resolve(site));
        int copied = 0;
        StringBuilder expected = new StringBuilder("first\n");
        try (BuildCache cache = BuildCache.open(folder.resolve("cache"), GENERATOR)) {
            KeptPieces kept = new KeptPieces(cache.section("pieces"), path -> old);
            try (KeptPieces.PieceFile file = kept.begin(root, FILE, of)) {
                file.write(bytes("first\n"));
                assertFalse(file.copy(KeptPieces.NONE));
                for (String piece : pieces) {
                    String text = piece.repeat(1 + piece.charAt(0) % 5) + "\n";
                    Digest digest = Digest.of(bytes(piece));
                    if (file.copy(digest)) {
                        copied++;
                    } else {
                        file.write(digest, bytes(text));
                    }
                    expected.append(text);
                }
                file.write(bytes("last\n"));
                expected.append("last\n");
                file.end();
            }
            cache.write();
        }
        assertEquals(expected.toString(), Files.readString(root.resolve(FILE)));
        assertTrue(copied <= pieces.size());
        return copied;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
