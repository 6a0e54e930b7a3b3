package org.gongkai.jbake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.cache.SharedPart;
import org.gongkai.cache.Written;
import org.junit.jupiter.api.Test;

class WholePageTest {
    @Test
    void leavesOutControlCharactersHoweverTheyAreWritten() throws IOException {
        WholePage page = new WholePage();
        page.write("公\u0000开\t\u0008");
        page.write("\u001b[1m".toCharArray());
        page.write('\uffff');
        page.write('\n');
        assertEquals("公开\t[1m\n", text(page));
    }

    @Test
    void writesTheBytesThatJavaWritesAndHoldsTheTextThatTheyAre() throws IOException {
        Random random = new Random(7);
        String some = "a é中\u3400\ud840\udc0b\ud83d\ude00\ud800\udfff";
        for (int i = 0; i < 200; i++) {
            StringBuilder made = new StringBuilder();
            WholePage page = new WholePage();
            for (int j = 0; j < i * i; j++) {
                char c = some.charAt(random.nextInt(some.length()));
                made.append(c);
                page.write(c);
            }
            byte[] bytes = page.utf8();
            assertArrayEquals(made.toString().getBytes(StandardCharsets.UTF_8), bytes);
            assertEquals(new String(bytes, StandardCharsets.UTF_8), text(page));
        }
    }

    @Test
    void writesThePartsOfOtherPagesAsAnythingElse() throws IOException {
        Random random = new Random(7);
        String some = "a é中\u3400\ud840\udc0b\ud83d\ude00\ud800\udfff";
        List<SharedPart> parts = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            StringBuilder made = new StringBuilder();
            WholePage page = new WholePage();
            for (int j = 0; j < 20; j++) {
                String words = some.substring(random.nextInt(some.length()));
                int from = page.length();
                if (random.nextInt(3) > 0 || parts.isEmpty()) {
                    // Most without halves.
                    words = random.nextInt(9) == 0 ? words : "中é文a";
                    page.write(words);
                    made.append(words);
                    if (random.nextBoolean()) {
                        parts.add(page.since(from));
                    }
                } else {
                    SharedPart part = parts.get(random.nextInt(parts.size()));
                    page.append(part);
                    made.append(part.text());
                }
            }
            byte[] bytes = page.utf8();
            assertArrayEquals(made.toString().getBytes(StandardCharsets.UTF_8), bytes);
            assertEquals(new String(bytes, StandardCharsets.UTF_8), text(page));
            for (Written.Place place : page.parts()) {
                int to = place.from() + place.part().text().length;
                assertEquals(
                        new String(place.part().text()), text(page).substring(place.from(), to));
            }
        }
    }

    private static String text(WholePage page) {
        return new String(page.characters(), 0, page.length());
    }
}
