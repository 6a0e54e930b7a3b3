package org.gongkai.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The lines of a text. They are counted once, when the first of them is asked for: a text may have
 * as many mistakes as lines. Not safe for many threads.
 */
public final class Lines {
    private final CharSequence text;
    private int[] starts;

    public Lines(CharSequence text) {
        this.text = text;
    }

    /** The line, from 1, on which that character stands. */
    public int at(int offset) {
        if (starts == null) {
            starts =
                    IntStream.concat(
                                    IntStream.of(0),
                                    IntStream.range(0, text.length())
                                            .filter(i -> text.charAt(i) == '\n')
                                            .map(i -> i + 1))
                            .toArray();
        }
        int found = Arrays.binarySearch(starts, offset);
        return found < 0 ? -found - 1 : found + 1;
    }
}
