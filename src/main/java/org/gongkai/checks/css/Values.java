package org.gongkai.checks.css;

import java.util.Set;
import org.gongkai.checks.css.Token.Kind;

/** Tells whether a value has a form that its property takes. */
final class Values {
    private static final Set<String> LENGTH_KEYWORDS =
            Set.of(
                    ("auto none normal medium thin thick min-content max-content "
                                    + "fit-content stretch -webkit-fill-available xx-small x-small "
                                    + "small large x-large xx-large xxx-large smaller larger content "
                                    + "math")
                            .split(" "));

    private static final Set<String> IMAGES =
            Set.of(
                    ("linear-gradient radial-gradient conic-gradient "
                                    + "repeating-linear-gradient repeating-radial-gradient "
                                    + "repeating-conic-gradient -webkit-linear-gradient "
                                    + "-webkit-radial-gradient -webkit-repeating-linear-gradient "
                                    + "-webkit-gradient image-set -webkit-image-set cross-fade "
                                    + "element image paint url src")
                            .split(" "));

    private static final Set<String> DISPLAYS =
            Set.of(
                    ("none contents block inline inline-block flow-root flow flex "
                                    + "inline-flex grid inline-grid list-item table inline-table "
                                    + "table-row table-cell table-row-group table-header-group "
                                    + "table-footer-group table-column table-column-group "
                                    + "table-caption ruby ruby-text math -webkit-box "
                                    + "-webkit-inline-box -webkit-flex -webkit-inline-flex")
                            .split(" "));

    /** Where a length below nothing is allowed. */
    private static final Set<Property> BELOW_NOTHING =
            Set.of(
                    Property.TOP,
                    Property.RIGHT,
                    Property.BOTTOM,
                    Property.LEFT,
                    Property.MARGIN_TOP,
                    Property.MARGIN_RIGHT,
                    Property.MARGIN_BOTTOM,
                    Property.MARGIN_LEFT,
                    Property.TEXT_INDENT);

    private static final Lengths ANY = new Lengths(1, 1, Medium.SCREEN);

    private Values() {}

    /** Whether the value is one that every property takes. */
    static boolean isWide(Tokens value) {
        return value.isOneOf("inherit", "initial", "unset", "revert", "revert-layer");
    }

    static boolean isValid(Property property, Tokens value) {
        boolean below = property.kind() == Property.Kind.LENGTH && value.get(0).number() < 0;
        if (below && !BELOW_NOTHING.contains(property)) {
            return false;
        }
        return switch (property) {
            case DISPLAY -> value.get(0).is(Kind.IDENT) && DISPLAYS.contains(value.get(0).lower());
            case FONT_WEIGHT -> isWeight(value);
            case FONT_SIZE -> isSize(value);
            case LINE_HEIGHT -> isLength(value) || isNumber(value);
            case OPACITY ->
                    isNumber(value)
                            || value.size() == 1 && value.has(Kind.PERCENTAGE)
                            || value.isFunction();
            case FILTER -> value.is("none") || value.at(0).is(Kind.FUNCTION) || value.has(Kind.URL);
            case BACKGROUND_IMAGE ->
                    value.split(',').stream().allMatch(word -> word.is("none") || isImage(word));
            default ->
                    switch (property.kind()) {
                        case COLOUR ->
                                !(ColourReader.read(value) instanceof ColourReader.Read.Invalid);
                        case LENGTH -> isLength(value.words().get(0));
                        case KEYWORDS -> value.get(0).is(Kind.IDENT);
                        case ANY -> true;
                    };
        };
    }

    static boolean isImage(Tokens word) {
        return word.size() == 1 && word.get(0).is(Kind.URL)
                || word.isFunction() && IMAGES.contains(word.get(0).lower());
    }

    static boolean isSize(Tokens word) {
        return isLength(word) && !word.isOneOf("normal", "auto", "none");
    }

    static boolean isWeight(Tokens value) {
        Token only = value.only();
        return only != null
                && (value.isOneOf("normal", "bold", "bolder", "lighter")
                        || only.is(Kind.NUMBER) && only.number() >= 1 && only.number() <= 1000);
    }

    private static boolean isNumber(Tokens value) {
        return value.size() == 1 && value.get(0).is(Kind.NUMBER);
    }

    static boolean isLength(Tokens value) {
        Token only = value.only();
        if (only != null && only.is(Kind.IDENT)) {
            return LENGTH_KEYWORDS.contains(only.lower());
        }
        return value.isFunction() && !value.isFunction("attr") || ANY.pixels(value, 1).isPresent();
    }
}
