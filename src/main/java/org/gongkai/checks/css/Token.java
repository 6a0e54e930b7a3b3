package org.gongkai.checks.css;

import java.util.Locale;

/**
 * One token of a style sheet (CSS Syntax 3, §4).
 *
 * @param text a name, a string's content, or the characters themselves; escapes are resolved
 * @param number the value of a number, percentage or dimension
 * @param unit the unit of a dimension, in lower case
 */
record Token(Kind kind, String text, double number, String unit) {
    enum Kind {
        IDENT,
        FUNCTION,
        AT_KEYWORD,
        HASH,
        STRING,
        URL,
        NUMBER,
        PERCENTAGE,
        DIMENSION,
        DELIM,
        SPACE,
        OPEN,
        CLOSE,
        /** A string or address that breaks off; nothing that holds one is valid. */
        BAD
    }

    static final Token SPACE = of(Kind.SPACE, " ");

    static Token of(Kind kind, String text) {
        return new Token(kind, text, 0, "");
    }

    static Token pixels(double value) {
        return new Token(Kind.DIMENSION, Double.toString(value), value, "px");
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isDelim(char character) {
        return kind == Kind.DELIM && text.charAt(0) == character;
    }

    boolean isOpen(char bracket) {
        return kind == Kind.OPEN && text.charAt(0) == bracket;
    }

    boolean isIdent(String name) {
        return kind == Kind.IDENT && text.equalsIgnoreCase(name);
    }

    boolean isFunction(String name) {
        return kind == Kind.FUNCTION && text.equalsIgnoreCase(name);
    }

    /** Whether everything up to a closing bracket belongs to this token. */
    boolean opens() {
        return kind == Kind.OPEN || kind == Kind.FUNCTION;
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
