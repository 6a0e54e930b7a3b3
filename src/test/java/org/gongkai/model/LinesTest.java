package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A mistake is told with its line. */
class LinesTest {
    @Test
    void knowsTheLineOfEachCharacter() {
        String text = "甲乙\n\n丙\n";
        Lines lines = new Lines(text);
        int[] all = IntStream.rangeClosed(0, text.length()).map(lines::at).toArray();
        assertEquals(
                "1 1 1 2 3 3 4",
                String.join(" ", IntStream.of(all).mapToObj(String::valueOf).toList()));
    }

    @Test
    void hasOneLineWhereThereIsNoText() {
        assertEquals(1, new Lines("").at(0));
    }
}
