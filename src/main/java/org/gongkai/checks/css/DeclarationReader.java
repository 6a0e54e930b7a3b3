package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.checks.css.Token.Kind;

/**
 * Reads declarations: cuts shorthands into their longhands, and drops what no browser would take,
 * so that the declaration before it holds.
 */
final class DeclarationReader {
    /** More tokens than any honest value has. */
    private static final int LONGEST = 2000;

    /** Other names of the same property; logical ones, as in pages from left to right. */
    private static final Map<String, String> ALIASES = aliases();

    private DeclarationReader() {}

    /** What a declaration says; nothing where it is not valid or not asked for. */
    static List<Declaration> read(String written, Tokens raw) {
        Tokens value = raw.trim();
        if (written.startsWith("--")) {
            return List.of(new Declaration.Custom(written, value));
        }
        String name = ALIASES.getOrDefault(written, written);
        if (Property.of(name) == null && !Shorthands.isKnown(name)) {
            return List.of();
        }
        if (value.isEmpty() || value.size() > LONGEST || value.has(Kind.BAD)) {
            return List.of();
        }
        if (value.hasFunction("var") || value.hasFunction("env")) {
            return List.of(new Declaration.Pending(name, value));
        }
        Map<Property, Tokens> longhands = Shorthands.expand(name, value);
        if (longhands == null) {
            return List.of();
        }
        List<Declaration> declarations = new ArrayList<>();
        longhands.forEach((property, each) -> declarations.add(longhand(property, each)));
        return declarations;
    }

    private static Declaration longhand(Property property, Tokens value) {
        return new Declaration.Longhand(property, value);
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        for (String kind : List.of("padding", "margin")) {
            aliases.put(kind + "-inline-start", kind + "-left");
            aliases.put(kind + "-inline-end", kind + "-right");
            aliases.put(kind + "-block-start", kind + "-top");
            aliases.put(kind + "-block-end", kind + "-bottom");
        }
        for (String limit : List.of("", "min-", "max-")) {
            aliases.put(limit + "inline-size", limit + "width");
            aliases.put(limit + "block-size", limit + "height");
        }
        aliases.put("inset-inline-start", "left");
        aliases.put("inset-inline-end", "right");
        aliases.put("inset-block-start", "top");
        aliases.put("inset-block-end", "bottom");
        for (String name :
                List.of(
                        "filter",
                        "transform",
                        "clip-path",
                        "box-sizing",
                        "appearance",
                        "mask",
                        "mask-image",
                        "backdrop-filter",
                        "background-clip")) {
            aliases.put("-webkit-" + name, name);
        }
        aliases.put("grid-gap", "gap");
        return Map.copyOf(aliases);
    }
}
