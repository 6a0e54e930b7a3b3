package org.gongkai.checks.css;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.gongkai.checks.css.Token.Kind;

/**
 * A run of tokens in which each opening bracket knows where it is closed, so that nothing has to be
 * read by recursion, however deep it is nested.
 */
final class Tokens {
    static final Tokens NONE = of(List.of());

    private final Token[] all;
    private final int[] closers;
    private final int start;
    private final int end;

    private Tokens(Token[] all, int[] closers, int start, int end) {
        this.all = all;
        this.closers = closers;
        this.start = start;
        this.end = end;
    }

    static Tokens of(List<Token> list) {
        Token[] all = list.toArray(Token[]::new);
        int[] closers = new int[all.length];
        // What is never closed ends where the sheet ends.
        Arrays.fill(closers, all.length);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < all.length; i++) {
            if (all[i].opens()) {
                open.push(i);
            } else if (all[i].is(Kind.CLOSE) && !open.isEmpty()) {
                if (closer(all[open.peek()]) == all[i].text().charAt(0)) {
                    closers[open.pop()] = i;
                }
            }
        }
        return new Tokens(all, closers, 0, all.length);
    }

    static Tokens of(Token... tokens) {
        return of(Arrays.asList(tokens));
    }

    static Tokens read(String css) {
        return Tokenizer.tokens(css);
    }

    private static char closer(Token token) {
        return token.isOpen('{') ? '}' : token.isOpen('[') ? ']' : ')';
    }

    int size() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    Token get(int i) {
        return all[start + i];
    }

    /** The token there; a space past the end. */
    Token at(int i) {
        return i >= 0 && i < size() ? get(i) : Token.SPACE;
    }

    /**
     * Where the bracket that opens at i is closed: the place of its closing bracket, or the end.
     */
    int closer(int i) {
        return Math.min(closers[start + i], end) - start;
    }

    /** What stands between the bracket that opens at i and the one that closes it. */
    Tokens inside(int i) {
        return slice(i + 1, closer(i));
    }

    /** The place after the token at i, and after all that it encloses. */
    int after(int i) {
        return get(i).opens() ? Math.min(closer(i) + 1, size()) : i + 1;
    }

    Tokens slice(int from, int to) {
        return new Tokens(all, closers, start + from, start + to);
    }

    Tokens trim() {
        int from = start;
        int to = end;
        while (from < to && all[from].is(Kind.SPACE)) {
            from++;
        }
        while (to > from && all[to - 1].is(Kind.SPACE)) {
            to--;
        }
        return new Tokens(all, closers, from, to);
    }

    /** The parts between delimiters that no bracket encloses, trimmed. */
    List<Tokens> split(char delimiter) {
        List<Tokens> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < size(); i = after(i)) {
            if (get(i).isDelim(delimiter)) {
                parts.add(slice(from, i).trim());
                from = i + 1;
            }
        }
        parts.add(slice(from, size()).trim());
        return parts;
    }

    /** The values between spaces that no bracket encloses; a delimiter is one of its own. */
    List<Tokens> words() {
        List<Tokens> words = new ArrayList<>();
        for (int i = 0; i < size(); i = after(i)) {
            if (!get(i).is(Kind.SPACE)) {
                words.add(slice(i, after(i)));
            }
        }
        return words;
    }

    /** The single token, or null where there are more or none. */
    Token only() {
        return size() == 1 ? get(0) : null;
    }

    /** Whether this is one keyword, this one. */
    boolean is(String keyword) {
        return size() == 1 && get(0).isIdent(keyword);
    }

    boolean isOneOf(String... keywords) {
        return Arrays.stream(keywords).anyMatch(this::is);
    }

    /** Whether all is one function with its arguments. */
    boolean isFunction() {
        return !isEmpty() && get(0).is(Kind.FUNCTION) && after(0) == size();
    }

    boolean isFunction(String name) {
        return isFunction() && get(0).isFunction(name);
    }

    boolean has(Kind kind) {
        for (int i = start; i < end; i++) {
            if (all[i].is(kind)) {
                return true;
            }
        }
        return false;
    }

    boolean hasFunction(String name) {
        for (int i = start; i < end; i++) {
            if (all[i].isFunction(name)) {
                return true;
            }
        }
        return false;
    }

    List<Token> list() {
        return Arrays.asList(all).subList(start, end);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Token token : list()) {
            text.append(
                    switch (token.kind()) {
                        case HASH -> "#" + token.text();
                        case AT_KEYWORD -> "@" + token.text();
                        case FUNCTION -> token.text() + "(";
                        case PERCENTAGE -> token.text() + "%";
                        case STRING -> '"' + token.text() + '"';
                        case URL -> "url(" + token.text() + ")";
                        default -> token.text();
                    });
        }
        return text.toString();
    }
}
