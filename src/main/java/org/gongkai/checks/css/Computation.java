package org.gongkai.checks.css;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gongkai.checks.css.Token.Kind;

/** Works out the style of an element from its declarations (CSS Cascade 5, §4.3 and §7). */
final class Computation {
    private static final Map<String, Double> SIZES =
            Map.of(
                    "xx-small", 9.0,
                    "x-small", 10.0,
                    "small", 13.0,
                    "medium", 16.0,
                    "large", 18.0,
                    "x-large", 24.0,
                    "xx-large", 32.0,
                    "xxx-large", 48.0);

    private static final double STEP = 1.2;

    private final Style parent;
    private final Style root;
    private final Medium medium;
    private final Map<String, Tokens> registered;
    private final Map<Property, Tokens> cascaded = new EnumMap<>(Property.class);
    private Map<Property, Tokens> browserOwn = Map.of();

    /**
     * @param parent null for the root
     * @param root the style of the root; null for the root itself
     * @param registered the first values of custom properties
     */
    Computation(Style parent, Style root, Medium medium, Map<String, Tokens> registered) {
        this.parent = parent;
        this.root = root;
        this.medium = medium;
        this.registered = registered;
    }

    /**
     * @param browser the declarations of the browser's own sheet, the strongest last
     * @param author those of the page, likewise
     */
    Style style(List<Declaration> browser, List<Declaration> author) {
        Map<String, Tokens> inherited = parent == null ? registered : parent.variables();
        Map<String, Tokens> declared = new HashMap<>();
        for (Declaration declaration : author) {
            if (declaration instanceof Declaration.Custom custom) {
                declared.put(custom.name(), custom.value());
            }
        }
        Variables variables = new Variables(inherited, registered, declared);
        Map<String, Tokens> all = variables.all();
        Variables known = new Variables(all, registered, Map.of());
        browser.forEach(declaration -> apply(declaration, known));
        browserOwn = new EnumMap<>(Property.class);
        browserOwn.putAll(cascaded);
        author.forEach(declaration -> apply(declaration, known));
        return computed(all);
    }

    private void apply(Declaration declaration, Variables variables) {
        if (declaration instanceof Declaration.Longhand longhand) {
            cascaded.put(longhand.property(), longhand.value());
        } else if (declaration instanceof Declaration.Pending pending) {
            Tokens value = variables.substitute(pending.value());
            Map<Property, Tokens> longhands =
                    value == null || value.isEmpty() || value.has(Kind.BAD)
                            ? null
                            : Shorthands.expand(pending.name(), value);
            if (longhands != null) {
                cascaded.putAll(longhands);
            } else {
                // Invalid once its variables are known: as if nothing had ever been declared.
                Shorthands.longhands(pending.name())
                        .forEach(property -> cascaded.put(property, Tokens.read("unset")));
            }
        }
    }

    private Style computed(Map<String, Tokens> variables) {
        double size = fontSize();
        double rootSize = root == null ? size : root.fontSize();
        Lengths lengths = new Lengths(size, rootSize, medium);
        Map<Property, Tokens> values = new EnumMap<>(Property.class);
        if (parent != null) {
            for (Property property : Property.values()) {
                if (property.isInherited()) {
                    put(property, parent.value(property), values);
                }
            }
        }
        for (Property property : cascaded.keySet()) {
            put(property, value(property, lengths), values);
        }
        values.put(Property.FONT_SIZE, Tokens.of(Token.pixels(size)));
        boolean dark = isDark(values.get(Property.COLOR_SCHEME));
        Tint colour = colour(values, dark);
        Style plain = style(values, variables, colour, null, lengths, dark);
        Tint background = plain.tint(Property.BACKGROUND_COLOR);
        return style(values, variables, colour, background, lengths, dark);
    }

    private Style style(
            Map<Property, Tokens> values,
            Map<String, Tokens> variables,
            Tint colour,
            Tint background,
            Lengths lengths,
            boolean dark) {
        return new Style(
                parent,
                values,
                variables,
                colour,
                background,
                lengths.fontSize(),
                weight(),
                dark,
                lengths);
    }

    private static void put(Property property, Tokens value, Map<Property, Tokens> values) {
        if (value == property.initial()) {
            values.remove(property);
        } else {
            values.put(property, value);
        }
    }

    /** What is declared, or null where the property follows its nature. */
    private Tokens declared(Property property) {
        Tokens value = cascaded.get(property);
        if (value != null && value.isOneOf("revert", "revert-layer")) {
            value = browserOwn.get(property);
        }
        return value == null || value.is("unset") ? null : value;
    }

    private Tokens value(Property property, Lengths lengths) {
        Tokens value = declared(property);
        boolean inherits = value == null ? property.isInherited() : value.is("inherit");
        if (inherits) {
            return parent == null ? property.initial() : absolute(parent, property);
        }
        if (value == null || value.is("initial")) {
            return property.initial();
        }
        // What children inherit is the length, not so many em of their own.
        return property.isInherited() ? absolute(value, property, lengths) : value;
    }

    private static Tokens absolute(Style style, Property property) {
        return absolute(style.value(property), property, style.lengths());
    }

    private static Tokens absolute(Tokens value, Property property, Lengths lengths) {
        if (property.kind() != Property.Kind.LENGTH || value.has(Kind.NUMBER)) {
            return value;
        }
        OptionalDouble pixels =
                property == Property.LINE_HEIGHT
                        ? lengths.pixels(value, lengths.fontSize())
                        : lengths.pixels(value);
        return pixels.isPresent() ? Tokens.of(Token.pixels(pixels.getAsDouble())) : value;
    }

    private double fontSize() {
        double above = parent == null ? Lengths.MEDIUM : parent.fontSize();
        Tokens value = declared(Property.FONT_SIZE);
        if (value == null || value.is("inherit")) {
            return above;
        }
        Token only = value.only();
        if (only != null && only.is(Kind.IDENT)) {
            return switch (only.lower()) {
                case "smaller" -> above / STEP;
                case "larger" -> above * STEP;
                default -> SIZES.getOrDefault(only.lower(), Lengths.MEDIUM);
            };
        }
        double rootSize = root == null ? Lengths.MEDIUM : root.fontSize();
        return Math.max(0, new Lengths(above, rootSize, medium).pixels(value, above).orElse(above));
    }

    private int weight() {
        int above = parent == null ? 400 : parent.weight();
        Tokens value = declared(Property.FONT_WEIGHT);
        if (value == null || value.is("inherit")) {
            return above;
        }
        Token only = value.only();
        if (only.is(Kind.NUMBER)) {
            return (int) only.number();
        }
        return switch (only.lower()) {
            case "bold" -> 700;
            case "bolder" -> above < 350 ? 400 : above < 550 ? 700 : Math.max(above, 900);
            case "lighter" -> above < 550 ? Math.min(above, 100) : above < 750 ? 400 : 700;
            default -> 400;
        };
    }

    private boolean isDark(Tokens scheme) {
        if (scheme == null) {
            return false;
        }
        boolean dark = scheme.list().stream().anyMatch(token -> token.isIdent("dark"));
        boolean light = scheme.list().stream().anyMatch(token -> token.isIdent("light"));
        return dark && (medium.dark() || !light);
    }

    /** The text's colour: here currentColor is the parent's. */
    private Tint colour(Map<Property, Tokens> values, boolean dark) {
        Tokens value = declared(Property.COLOR);
        if (parent != null && (value == null || value.is("inherit"))) {
            return parent.colour();
        }
        ColourReader.Read read =
                ColourReader.read(values.getOrDefault(Property.COLOR, Property.COLOR.initial()));
        if (read instanceof ColourReader.Read.Current) {
            return parent == null ? Tint.BLACK : parent.colour();
        }
        return new Style(null, values, Map.of(), null, null, 0, 0, dark, null).tint(read);
    }
}
