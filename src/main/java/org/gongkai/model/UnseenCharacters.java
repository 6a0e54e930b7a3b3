package org.gongkai.model;

/** Characters that nobody sees, and that come along when text is copied from a web page. */
public final class UnseenCharacters {
    private UnseenCharacters() {}

    /** Whether it is one, such as a zero-width space or a byte order mark. */
    public static boolean isOne(char c) {
        return c == '\u00ad'
                || c == '\u180e'
                || (c >= '\u200b' && c <= '\u200f')
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u2064')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\ufeff';
    }

    /**
     * The text without them, line for line; in a line of emoji or of a script that is written from
     * right to left or with joined letters, they may mean something and stay.
     */
    public static String without(String text) {
        int first = 0;
        while (first < text.length() && !isOne(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder without = new StringBuilder();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            String line = text.substring(from, next);
            if (line.codePoints().allMatch(UnseenCharacters::needsNone)) {
                line.chars().filter(c -> !isOne((char) c)).forEach(c -> without.append((char) c));
            } else {
                without.append(line);
            }
            from = next;
        }
        return without.toString();
    }

    private static boolean needsNone(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, LATIN, BOPOMOFO, GREEK, CYRILLIC -> true;
            case COMMON, INHERITED, UNKNOWN -> Character.isBmpCodePoint(character);
            default -> false;
        };
    }
}
