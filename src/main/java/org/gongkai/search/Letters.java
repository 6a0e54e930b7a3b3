package org.gongkai.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What search sees of a text: Han characters, Latin letters and digits, and a space wherever
 * anything else parts them. The client does the same in {@code tokens.js}; {@code tokens.txt} among
 * the tests holds both to it.
 *
 * <p>Unicode's NFKC is applied to single code points of old blocks alone, so that no two versions
 * of Unicode give two answers.
 */
final class Letters {
    private static final int[][] COMPATIBILITY = {
        {0xA0, 0xFF},
        {0x2100, 0x214F},
        {0x2460, 0x24FF},
        {0x2E80, 0x2FDF},
        {0x3200, 0x33FF},
        {0xF900, 0xFAFF},
        {0xFB00, 0xFB06},
        {0xFF00, 0xFFEF},
        {0x1D400, 0x1D7FF},
        {0x2F800, 0x2FA1F},
    };
    private static final int[][] HAN = {
        {0x3005, 0x3005},
        {0x3007, 0x3007},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xF900, 0xFAFF},
        {0x20000, 0x2A6DF},
        {0x2A700, 0x2EBEF},
        {0x2F800, 0x2FA1F},
        {0x30000, 0x323AF},
    };

    /** NFKC of each character of the old blocks, as letters; null for all others. */
    private static final String[] FOLDED = new String[0x10000];

    static {
        for (int[] range : COMPATIBILITY) {
            for (int c = range[0]; c <= Math.min(range[1], 0xFFFF); c++) {
                FOLDED[c] = fold(c);
            }
        }
    }

    private char[] letters;
    private int size;

    private Letters(int length) {
        letters = new char[length];
    }

    private static String fold(int c) {
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    }

    static String of(String text) {
        return new Letters(text.length()).add(text).toString();
    }

    private Letters add(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x4E00 && c <= 0x9FFF) {
                put(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                int rare = Character.toCodePoint(c, text.charAt(++i));
                addAll(isIn(COMPATIBILITY, rare) ? fold(rare) : Character.toString(rare));
            } else if (FOLDED[c] != null) {
                addAll(FOLDED[c]);
            } else {
                add(c);
            }
        }
        if (size > 0 && letters[size - 1] == ' ') {
            size--;
        }
        return this;
    }

    private void addAll(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            add(c);
            i += Character.charCount(c);
        }
    }

    private void add(int c) {
        int lower = c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
        if (isLatin(lower) || isHan(lower)) {
            if (lower <= 0xFFFF) {
                put((char) lower);
            } else {
                put(Character.highSurrogate(lower));
                put(Character.lowSurrogate(lower));
            }
        } else if (size > 0 && letters[size - 1] != ' ') {
            put(' ');
        }
    }

    private void put(char c) {
        if (size == letters.length) {
            letters = Arrays.copyOf(letters, 2 * size + 16);
        }
        letters[size++] = c;
    }

    @Override
    public String toString() {
        return new String(letters, 0, size);
    }

    /** The longest stretches of Han, and of Latin letters and digits. */
    static List<String> runs(String letters) {
        List<String> runs = new ArrayList<>();
        for (int start = 0; start < letters.length(); ) {
            int end = runEnd(letters, start);
            runs.add(letters.substring(start, end));
            start = end < letters.length() && letters.charAt(end) == ' ' ? end + 1 : end;
        }
        return runs;
    }

    /** Where the run ends that begins there. */
    static int runEnd(String letters, int start) {
        int end = start;
        while (end < letters.length()
                && letters.charAt(end) != ' '
                && isLatin(letters.charAt(end)) == isLatin(letters.charAt(start))) {
            end++;
        }
        return end;
    }

    /** Whether the letters hold the phrase, and not in the middle of a number or Latin word. */
    static boolean contains(String letters, String phrase) {
        for (int at = letters.indexOf(phrase); at >= 0; at = letters.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean cutBefore =
                    at > 0 && isLatin(letters.charAt(at - 1)) && isLatin(phrase.charAt(0));
            boolean cutAfter =
                    end < letters.length()
                            && isLatin(letters.charAt(end))
                            && isLatin(letters.charAt(end - 1));
            if (!cutBefore && !cutAfter) {
                return true;
            }
        }
        return false;
    }

    static boolean isLatin(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isHan(int c) {
        return c >= 0x3005 && isIn(HAN, c);
    }

    private static boolean isIn(int[][] ranges, int c) {
        for (int[] range : ranges) {
            if (c >= range[0] && c <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
