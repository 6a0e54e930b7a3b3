package org.gongkai.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or a quoted phrase of what a reader typed.
 *
 * @param text as typed, without quotes and sign
 * @param letters what search sees of it; never empty
 * @param excluded whether it must not match ({@code -word})
 */
record QueryItem(String text, String letters, boolean quoted, boolean excluded) {
    /** The rest of a query is not looked at. */
    private static final int LONGEST_QUERY = 200;

    private static final int MOST_ITEMS = 32;
    private static final String QUOTES = "\"“”„＂「」『』";
    private static final String MINUS = "-－−–";

    boolean isPlainWord() {
        return !quoted && !excluded;
    }

    /** Whether it may be a syllable of pinyin. */
    boolean isLatinWord() {
        return isPlainWord() && letters.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** The items of a query, in order. */
    static List<QueryItem> parse(String query) {
        int[] typed = query.codePoints().limit(LONGEST_QUERY).toArray();
        List<QueryItem> items = new ArrayList<>();
        int at = 0;
        while (at < typed.length && items.size() < MOST_ITEMS) {
            if (isSpace(typed[at])) {
                at++;
                continue;
            }
            boolean excluded =
                    isIn(MINUS, typed[at]) && at + 1 < typed.length && !isSpace(typed[at + 1]);
            int start = excluded ? at + 1 : at;
            int mate = isIn(QUOTES, typed[start]) ? quoteFrom(typed, start + 1) : -1;
            if (mate >= 0) {
                add(items, typed, start + 1, mate, true, excluded);
                at = mate + 1;
            } else {
                start = isIn(QUOTES, typed[start]) ? start + 1 : start;
                int end = start;
                while (end < typed.length && !isSpace(typed[end]) && !isIn(QUOTES, typed[end])) {
                    end++;
                }
                add(items, typed, start, end, false, excluded);
                at = end;
            }
        }
        return items;
    }

    private static int quoteFrom(int[] typed, int start) {
        for (int i = start; i < typed.length; i++) {
            if (isIn(QUOTES, typed[i])) {
                return i;
            }
        }
        return -1;
    }

    private static void add(
            List<QueryItem> items,
            int[] typed,
            int start,
            int end,
            boolean quoted,
            boolean excluded) {
        String text = new String(typed, start, end - start);
        String letters = Letters.of(text);
        if (!letters.isEmpty()) {
            items.add(new QueryItem(text, letters, quoted, excluded));
        }
    }

    private static boolean isIn(String characters, int c) {
        return characters.indexOf(c) >= 0;
    }

    private static boolean isSpace(int c) {
        return (c >= 0x9 && c <= 0xD)
                || c == 0x20
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000
                || c == 0xFEFF;
    }
}
