package org.gongkai.search;

import java.text.Normalizer;
import java.util.ArrayList;
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

    private Letters() {}

    private static String fold(int c) {
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    }

    static String of(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c >= 0x4E00 && c <= 0x9FFF) {
                letters.append((char) c);
                continue;
            }
            String folded = c <= 0xFFFF ? FOLDED[c] : isIn(COMPATIBILITY, c) ? fold(c) : null;
            if (folded == null) {
                append(letters, c);
            } else {
                for (int j = 0; j < folded.length(); ) {
                    int each = folded.codePointAt(j);
                    append(letters, each);
                    j += Character.charCount(each);
                }
            }
        }
        int length = letters.length();
        if (length > 0 && letters.charAt(length - 1) == ' ') {
            letters.setLength(length - 1);
        }
        return letters.toString();
    }

    private static void append(StringBuilder letters, int c) {
        int lower = c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
        if (isLatin(lower) || isHan(lower)) {
            letters.appendCodePoint(lower);
        } else if (letters.length() > 0 && letters.charAt(letters.length() - 1) != ' ') {
            letters.append(' ');
        }
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
