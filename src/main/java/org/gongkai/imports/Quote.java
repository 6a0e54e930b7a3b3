package org.gongkai.imports;

/** Quotes from a received file, short enough to be read in a list. */
final class Quote {
    private static final int LONGEST = 24;

    private Quote() {}

    static String brief(String text) {
        String line = Wording.tidy(text);
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "……";
    }
}
