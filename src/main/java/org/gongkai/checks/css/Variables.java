package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.checks.css.Token.Kind;

/** Puts custom properties in the place of var() (CSS Variables 1). */
final class Variables {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 10_000;

    private final Map<String, Tokens> inherited;
    private final Map<String, Tokens> registered;
    private final Map<String, Tokens> declared;
    private final Map<String, Tokens> resolved = new HashMap<>();
    private final List<String> underWay = new ArrayList<>();
    private final Set<String> cyclic = new HashSet<>();

    Variables(
            Map<String, Tokens> inherited,
            Map<String, Tokens> registered,
            Map<String, Tokens> declared) {
        this.inherited = inherited;
        this.registered = registered;
        this.declared = declared;
    }

    /** The custom properties of the element: its own, and those that it inherits. */
    Map<String, Tokens> all() {
        if (declared.isEmpty()) {
            return inherited;
        }
        Map<String, Tokens> all = new HashMap<>(inherited);
        for (String name : declared.keySet()) {
            Tokens value = value(name);
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        }
        return all;
    }

    /** The value of a custom property; null where it has none, or none that is valid. */
    private Tokens value(String name) {
        Tokens own = declared.get(name);
        if (own == null || own.isOneOf("inherit", "unset", "revert", "revert-layer")) {
            return inherited.getOrDefault(name, registered.get(name));
        }
        if (own.is("initial")) {
            return registered.get(name);
        }
        if (resolved.containsKey(name)) {
            return resolved.get(name);
        }
        int first = underWay.indexOf(name);
        if (first >= 0 || underWay.size() > DEEPEST) {
            cyclic.addAll(underWay.subList(Math.max(first, 0), underWay.size()));
            return null;
        }
        underWay.add(name);
        Tokens value = substitute(own);
        underWay.remove(underWay.size() - 1);
        if (cyclic.contains(name)) {
            value = null;
        }
        resolved.put(name, value);
        return value;
    }

    /** The value with its variables filled in; null where one has no value and nothing instead. */
    Tokens substitute(Tokens value) {
        if (!value.hasFunction("var") && !value.hasFunction("env")) {
            return value;
        }
        List<Token> into = new ArrayList<>();
        return substitute(value, into, 0) ? Tokens.of(into).trim() : null;
    }

    private boolean substitute(Tokens value, List<Token> into, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        for (int i = 0; i < value.size(); i++) {
            Token token = value.get(i);
            if (token.isFunction("var") || token.isFunction("env")) {
                if (!reference(token.lower(), value.inside(i), into, depth)) {
                    return false;
                }
                i = value.after(i) - 1;
            } else {
                into.add(token);
            }
            if (into.size() > LONGEST) {
                return false;
            }
        }
        return true;
    }

    private boolean reference(String function, Tokens inside, List<Token> into, int depth) {
        int comma = 0;
        while (comma < inside.size() && !inside.get(comma).isDelim(',')) {
            comma = inside.after(comma);
        }
        Token name = inside.slice(0, Math.min(comma, inside.size())).trim().at(0);
        if (!name.is(Kind.IDENT)) {
            return false;
        }
        Tokens value = function.equals("var") ? value(name.text()) : environment(name.text());
        if (value != null) {
            into.addAll(value.list());
            return true;
        }
        return comma < inside.size()
                && substitute(inside.slice(comma + 1, inside.size()), into, depth + 1);
    }

    private static Tokens environment(String name) {
        return name.startsWith("safe-area-inset-") ? Tokens.read("0px") : null;
    }
}
