package org.gongkai.checks.css;

import java.util.List;
import org.gongkai.checks.css.Token.Kind;

/** Tells whether an @supports condition holds in a browser of today (CSS Conditional 4). */
final class Supports {
    private static final int DEEPEST = 16;

    private Supports() {}

    static boolean holds(Tokens condition) {
        return condition(condition.trim(), 0);
    }

    private static boolean condition(Tokens tokens, int depth) {
        List<Tokens> words = tokens.words();
        if (words.isEmpty() || depth > DEEPEST) {
            return false;
        }
        if (words.get(0).is("not")) {
            return words.size() == 2 && !term(words.get(1), depth);
        }
        boolean holds = term(words.get(0), depth);
        for (int i = 1; i + 1 < words.size(); i += 2) {
            boolean next = term(words.get(i + 1), depth);
            holds = words.get(i).is("or") ? holds || next : holds && next;
        }
        return holds;
    }

    private static boolean term(Tokens word, int depth) {
        if (word.isFunction("selector")) {
            return new SelectorReader(null).read(word.inside(0)) != null;
        }
        if (word.isEmpty() || !word.get(0).isOpen('(')) {
            return false;
        }
        Tokens inside = word.inside(0).trim();
        boolean nested = inside.at(0).isOpen('(') || inside.at(0).is(Kind.FUNCTION);
        if (nested || inside.at(0).isIdent("not")) {
            return condition(inside, depth + 1);
        }
        List<Tokens> parts = inside.split(':');
        return parts.size() == 2
                && parts.get(0).size() == 1
                && !parts.get(1).isEmpty()
                && isSupported(parts.get(0).get(0).lower(), parts.get(1));
    }

    private static boolean isSupported(String property, Tokens value) {
        if (property.startsWith("-ms-") || property.startsWith("-moz-")) {
            return false;
        }
        String first = value.get(0).lower();
        if (first.startsWith("-ms-") || first.startsWith("-moz-")) {
            return false;
        }
        // What the checks ask for must have a value that they know.
        return Property.of(property) == null || !DeclarationReader.read(property, value).isEmpty();
    }
}
