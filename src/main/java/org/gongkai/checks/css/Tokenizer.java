package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.checks.css.Token.Kind;

/** Cuts a style sheet into tokens as every browser does (CSS Syntax 3, §4.3). */
final class Tokenizer {
    private static final int END = -1;

    private final String css;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String css) {
        this.css = css;
    }

    static Tokens tokens(String css) {
        Tokenizer tokenizer = new Tokenizer(css);
        while (tokenizer.at < css.length()) {
            tokenizer.next();
        }
        return Tokens.of(tokenizer.tokens);
    }

    private void next() {
        int c = peek(0);
        if (c == '/' && peek(1) == '*') {
            int end = css.indexOf("*/", at + 2);
            at = end < 0 ? css.length() : end + 2;
        } else if (isSpace(c)) {
            skipSpace();
            tokens.add(Token.SPACE);
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (startsNumber(0)) {
            number();
        } else if (startsIdent(0)) {
            identLike();
        } else if (c == '#' && (isName(peek(1)) || isEscape(1))) {
            at++;
            add(Kind.HASH, name());
        } else if (c == '@' && startsIdent(1)) {
            at++;
            add(Kind.AT_KEYWORD, name());
        } else if (css.startsWith("<!--", at)) {
            at += 4;
            tokens.add(Token.SPACE);
        } else if (css.startsWith("-->", at)) {
            at += 3;
            tokens.add(Token.SPACE);
        } else {
            at++;
            String text = String.valueOf((char) c);
            add(
                    "([{".contains(text)
                            ? Kind.OPEN
                            : ")]}".contains(text) ? Kind.CLOSE : Kind.DELIM,
                    text);
        }
    }

    private void add(Kind kind, String text) {
        tokens.add(Token.of(kind, text));
    }

    private void string(int quote) {
        at++;
        StringBuilder text = new StringBuilder();
        while (at < css.length()) {
            int c = peek(0);
            if (c == quote) {
                at++;
                break;
            }
            if (isNewline(c)) {
                add(Kind.BAD, "");
                return;
            }
            if (c == '\\' && isNewline(peek(1))) {
                at += css.startsWith("\r\n", at + 1) ? 3 : 2;
            } else if (c == '\\' && peek(1) != END) {
                text.appendCodePoint(escape());
            } else {
                text.append((char) c);
                at++;
            }
        }
        add(Kind.STRING, text.toString());
    }

    private void number() {
        int start = at;
        if (peek(0) == '+' || peek(0) == '-') {
            at++;
        }
        digits();
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        }
        if ((peek(0) | 0x20) == 'e'
                && (isDigit(peek(1)) || (peek(1) == '+' || peek(1) == '-') && isDigit(peek(2)))) {
            at += 2;
            digits();
        }
        String text = css.substring(start, at);
        double value = Double.parseDouble(text);
        if (peek(0) == '%') {
            at++;
            tokens.add(new Token(Kind.PERCENTAGE, text, value, "%"));
        } else if (startsIdent(0)) {
            String unit = name();
            tokens.add(
                    new Token(Kind.DIMENSION, text + unit, value, unit.toLowerCase(Locale.ROOT)));
        } else {
            tokens.add(new Token(Kind.NUMBER, text, value, ""));
        }
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void identLike() {
        String name = name();
        if (peek(0) != '(') {
            add(Kind.IDENT, name);
            return;
        }
        at++;
        if (name.equalsIgnoreCase("url")) {
            int quote = at;
            while (isSpace(quote < css.length() ? css.charAt(quote) : END)) {
                quote++;
            }
            int c = quote < css.length() ? css.charAt(quote) : END;
            if (c != '"' && c != '\'') {
                url();
                return;
            }
        }
        add(Kind.FUNCTION, name);
    }

    private void url() {
        skipSpace();
        StringBuilder text = new StringBuilder();
        while (at < css.length()) {
            int c = peek(0);
            if (isSpace(c)) {
                skipSpace();
                c = peek(0);
                if (c != ')' && c != END) {
                    badUrl();
                    return;
                }
            }
            if (c == ')' || c == END) {
                at++;
                break;
            }
            if (c == '"' || c == '\'' || c == '(' || c == '\\' && !isEscape(0)) {
                badUrl();
                return;
            }
            if (c == '\\') {
                text.appendCodePoint(escape());
            } else {
                text.append((char) c);
                at++;
            }
        }
        at = Math.min(at, css.length());
        add(Kind.URL, text.toString());
    }

    private void badUrl() {
        while (at < css.length() && peek(0) != ')') {
            at += peek(0) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, css.length());
        add(Kind.BAD, "");
    }

    private String name() {
        int start = at;
        while (isName(peek(0))) {
            at++;
        }
        if (!isEscape(0)) {
            return css.substring(start, at);
        }
        StringBuilder name = new StringBuilder(css.substring(start, at));
        while (true) {
            if (isName(peek(0))) {
                name.append(css.charAt(at++));
            } else if (isEscape(0)) {
                name.appendCodePoint(escape());
            } else {
                return name.toString();
            }
        }
    }

    private int escape() {
        at++;
        int start = at;
        int value = 0;
        while (at < start + 6 && Character.digit(peek(0), 16) >= 0 && peek(0) < 128) {
            value = value * 16 + Character.digit(peek(0), 16);
            at++;
        }
        if (at == start) {
            int c = css.codePointAt(at);
            at += Character.charCount(c);
            return c;
        }
        if (css.startsWith("\r\n", at)) {
            at += 2;
        } else if (isSpace(peek(0))) {
            at++;
        }
        boolean none = value == 0 || value > 0x10ffff || value >= 0xd800 && value <= 0xdfff;
        return none ? 0xfffd : value;
    }

    private boolean startsNumber(int ahead) {
        int c = peek(ahead);
        if (c == '+' || c == '-') {
            c = peek(++ahead);
        }
        return isDigit(c) || c == '.' && isDigit(peek(ahead + 1));
    }

    private boolean startsIdent(int ahead) {
        int c = peek(ahead);
        if (c == '-') {
            int second = peek(ahead + 1);
            return second == '-' || isNameStart(second) || isEscape(ahead + 1);
        }
        return isNameStart(c) || isEscape(ahead);
    }

    private boolean isEscape(int ahead) {
        return peek(ahead) == '\\' && peek(ahead + 1) != END && !isNewline(peek(ahead + 1));
    }

    private void skipSpace() {
        while (isSpace(peek(0))) {
            at++;
        }
    }

    private int peek(int ahead) {
        return at + ahead < css.length() ? css.charAt(at + ahead) : END;
    }

    private static boolean isNewline(int c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || isNewline(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80 || c == 0;
    }

    private static boolean isName(int c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }
}
