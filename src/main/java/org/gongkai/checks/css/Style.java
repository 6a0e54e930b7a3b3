package org.gongkai.checks.css;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The computed values of an element, as far as the checks ask for them. Elements share a style only
 * where their parents do, so what follows from an element and those around it is found once.
 */
final class Style {
    private final Style parent;
    private final Map<Property, Tokens> values;
    private final Map<String, Tokens> variables;
    private final Tint colour;
    private final Tint background;
    private final double fontSize;
    private final int weight;
    private final boolean dark;
    private final Lengths lengths;
    // Found when first asked for; whichever thread comes first finds the same.
    private String display;
    private Hiding hiding;
    private Ground ground;
    private Size size;

    Style(
            Style parent,
            Map<Property, Tokens> values,
            Map<String, Tokens> variables,
            Tint colour,
            Tint background,
            double fontSize,
            int weight,
            boolean dark,
            Lengths lengths) {
        this.parent = parent;
        this.values = values;
        this.variables = variables;
        this.colour = colour;
        this.background = background;
        this.fontSize = fontSize;
        this.weight = weight;
        this.dark = dark;
        this.lengths = lengths;
    }

    /** The style of the parent; null for the root. */
    Style parent() {
        return parent;
    }

    /** How the element is laid out, as written. */
    String display() {
        String known = display;
        if (known == null) {
            known = value(Property.DISPLAY).toString();
            display = known;
        }
        return known;
    }

    /** What of the element is not to be seen. */
    Hiding hiding() {
        Hiding known = hiding;
        if (known == null) {
            known = Hiding.of(this);
            hiding = known;
        }
        return known;
    }

    /** How the element's text is seen. */
    Ground ground() {
        Ground known = ground;
        if (known == null) {
            known = Ground.of(this);
            ground = known;
        }
        return known;
    }

    Size size() {
        Size known = size;
        if (known == null) {
            known = Size.of(this);
            size = known;
        }
        return known;
    }

    /** The colour of the text; null where it cannot be told. */
    Tint colour() {
        return colour;
    }

    /** The background colour; null where it cannot be told. */
    Tint background() {
        return background;
    }

    /** In CSS pixels. */
    double fontSize() {
        return fontSize;
    }

    /** The weight of the font, 1 to 1000. */
    int weight() {
        return weight;
    }

    /** Whether the browser's own colours are dark ones. */
    boolean isDark() {
        return dark;
    }

    Lengths lengths() {
        return lengths;
    }

    Map<String, Tokens> variables() {
        return variables;
    }

    Tokens value(Property property) {
        return values.getOrDefault(property, property.initial());
    }

    boolean is(Property property, String keyword) {
        return value(property).is(keyword);
    }

    /** Whether a property stands as it would if nobody had declared it. */
    boolean isNone(Property property) {
        return value(property).is("none");
    }

    /** A length in pixels; empty where only a layout can tell. */
    OptionalDouble pixels(Property property) {
        return lengths.pixels(value(property));
    }

    double pixels(Property property, double otherwise) {
        return pixels(property).orElse(otherwise);
    }

    /** 0 (nothing to be seen) to 1. */
    double opacity() {
        Tokens value = value(Property.OPACITY);
        Token only = value.only();
        if (only == null) {
            return 1;
        }
        double opacity = only.is(Token.Kind.PERCENTAGE) ? only.number() / 100 : only.number();
        return Math.max(0, Math.min(1, opacity));
    }

    /** Whether it paints over what does not fit in it. */
    boolean clips() {
        return !is(Property.OVERFLOW_X, "visible") || !is(Property.OVERFLOW_Y, "visible");
    }

    boolean isLifted() {
        return is(Property.POSITION, "absolute") || is(Property.POSITION, "fixed");
    }

    /** A colour property that may follow the text's own colour; null where it cannot be told. */
    Tint tint(Property property) {
        return tint(ColourReader.read(value(property)));
    }

    Tint tint(ColourReader.Read read) {
        if (read instanceof ColourReader.Read.Known known) {
            return known.tint();
        }
        if (read instanceof ColourReader.Read.Scheme scheme) {
            return dark ? scheme.dark() : scheme.light();
        }
        return read instanceof ColourReader.Read.Current ? colour : null;
    }
}
