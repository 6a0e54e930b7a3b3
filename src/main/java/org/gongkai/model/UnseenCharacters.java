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
}
