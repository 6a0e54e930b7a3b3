package org.gongkai.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Values come back from bytes as they were, and no two of them have the same bytes. */
class RecordFormatTest {
    private final RecordFormat format = new RecordFormat();
    private final Digests digests = new Digests(format);

    /** A record of all that there is. */
    private record Everything(
            String text,
            int number,
            Long large,
            boolean truth,
            LocalDate day,
            TimeUnit unit,
            List<Object> list,
            Set<String> set,
            Map<String, Integer> map,
            Everything inner) {}

    @Test
    void readsWhatItWrote() {
        Everything inner =
                new Everything(
                        "", Integer.MIN_VALUE, null, false, null, null, null, null, null, null);
        Everything value =
                new Everything(
                        "县财政局 😀 \ud83d",
                        -1,
                        Long.MAX_VALUE,
                        true,
                        LocalDate.of(2024, 2, 29),
                        TimeUnit.DAYS,
                        Arrays.asList("a", null, 3),
                        Set.of("b", "c"),
                        Map.of("d", 300),
                        inner);
        assertEquals(value, format.read(format.write(value)));
    }

    @Test
    void readsOnceWhatStandsInAValueSeveralTimes() {
        Shape shape = new Shape("一张比十六个字长得多的任务分解表的标题");
        List<Object> value =
                List.of(
                        shape,
                        Map.of("a", shape, "b", new Shape(shape.name())),
                        shape.name(),
                        Map.of(1, shape),
                        Set.of("a", shape.name()),
                        shape);
        List<?> read = (List<?>) format.read(format.write(value));
        assertEquals(value, read);
        assertSame(read.get(0), read.get(5));
        assertSame(read.get(0), ((Map<?, ?>) read.get(1)).get("a"));
        assertSame(((Shape) read.get(0)).name(), read.get(2));
        int once = format.write(List.of(shape)).length;
        assertTrue(format.write(List.of(shape, shape, shape.name())).length < once + 8);
    }

    private record Shape(String name) {}

    @Test
    void writesEqualSetsAndMapsAlike() {
        assertArrayEquals(format.write(Set.of("a", "b", "c")), format.write(Set.of("c", "b", "a")));
        assertArrayEquals(
                format.write(Map.of("a", 1, "b", 2)), format.write(Map.of("b", 2, "a", 1)));
    }

    @Test
    void tellsOrdersApartThatAreKept() {
        assertNotEquals(
                digests.of(new LinkedHashSet<>(List.of("a", "b"))),
                digests.of(new LinkedHashSet<>(List.of("b", "a"))));
        Map<String, Integer> one = new LinkedHashMap<>(new TreeMap<>(Map.of("a", 1, "b", 2)));
        Map<String, Integer> other = new LinkedHashMap<>();
        other.put("b", 2);
        other.put("a", 1);
        assertNotEquals(digests.of(one), digests.of(other));
    }

    @Test
    void tellsNeighboursApart() {
        assertNotEquals(digests.of(List.of("ab", "c")), digests.of(List.of("a", "bc")));
        assertNotEquals(digests.of("1"), digests.of(1));
        assertNotEquals(digests.of(List.of()), digests.of(List.of(List.of())));
        assertNotEquals(digests.of("?"), digests.of("\ud83d"));
        assertNotEquals(
                Digest.of(new byte[] {1}, new byte[] {2}),
                Digest.of(new byte[] {1, 2}, new byte[0]));
    }

    /** As all programs have it that know MurmurHash3. */
    @Test
    void digestsWhatABuildWorksWithAsOthersDo() {
        assertEquals(new Digest(0, 0), quick(""));
        assertEquals(new Digest(0xcbd8a7b341bd9b02L, 0x5b1e906a48ae1d19L), quick("hello"));
        assertEquals(
                new Digest(0xe34bbc7bbc071b6cL, 0x7a433ca9c49a9347L),
                quick("The quick brown fox jumps over the lazy dog"));
    }

    private static Digest quick(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Digest.quick(bytes, bytes.length);
    }

    @Test
    void hasNoDigestOfWhatItCanNotTakeApart() {
        assertTrue(digests.of(List.of("a")).isPresent());
        assertFalse(digests.of(List.of("a", new Object())).isPresent());
    }

    @Test
    void remembersWhatWasAskedOfAMap() {
        AskedMap<String> map = new AskedMap<>("byName", Map.of("a", "1", "b", "2"));
        Asked asked =
                Asked.during(
                        () -> {
                            assertEquals("1", map.get("a"));
                            assertFalse(map.containsKey("c"));
                        });
        assertEquals(
                List.of(
                        new Question(Question.Kind.ENTRY, "byName", "a"),
                        new Question(Question.Kind.ENTRY, "byName", "c")),
                asked.questions());
        assertTrue(asked.isWhole());
        assertEquals(
                List.of(new Question(Question.Kind.VALUE, "byName", "")),
                Asked.during(() -> assertEquals(2, map.size())).questions());
        assertFalse(Asked.during(Asked::untold).isWhole());
    }
}
