package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.checks.css.Token.Kind;

/**
 * Reads declarations: cuts shorthands into their longhands, and drops what no browser would take,
 * so that the declaration before it holds.
 */
final class DeclarationReader {
    /** More tokens than any honest value has. */
    private static final int LONGEST = 2000;

    private static final Tokens ZERO = Tokens.read("0");
    private static final Tokens MEDIUM_LINE = Tokens.read("3px");
    private static final String[] SIDES = {"top", "right", "bottom", "left"};

    /** Other names of the same property; logical ones, as in pages from left to right. */
    private static final Map<String, String> ALIASES = aliases();

    private static final Set<String> SHORTHANDS =
            Set.of(
                    ("all background font overflow padding margin inset "
                                    + "padding-inline padding-block margin-inline margin-block "
                                    + "inset-inline inset-block border border-width border-style "
                                    + "border-top border-right border-bottom border-left "
                                    + "-webkit-text-stroke mask gap")
                            .split(" "));

    private static final Set<String> LENGTH_KEYWORDS =
            Set.of(
                    ("auto none normal medium thin thick min-content max-content "
                                    + "fit-content stretch -webkit-fill-available xx-small x-small "
                                    + "small large x-large xx-large xxx-large smaller larger content "
                                    + "math")
                            .split(" "));

    private static final Set<String> BACKGROUND_KEYWORDS =
            Set.of(
                    ("none repeat no-repeat repeat-x repeat-y round space scroll "
                                    + "fixed local left right top bottom center cover contain auto "
                                    + "border-box padding-box content-box text")
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

    private DeclarationReader() {}

    /** What a declaration says; nothing where it is not valid or not asked for. */
    static List<Declaration> read(String written, Tokens raw) {
        Tokens value = raw.trim();
        if (written.startsWith("--")) {
            return List.of(new Declaration.Custom(written, value));
        }
        String name = ALIASES.getOrDefault(written, written);
        if (Property.of(name) == null && !SHORTHANDS.contains(name)) {
            return List.of();
        }
        if (value.isEmpty() || value.size() > LONGEST || value.has(Kind.BAD)) {
            return List.of();
        }
        if (value.hasFunction("var") || value.hasFunction("env")) {
            return List.of(new Declaration.Pending(name, value));
        }
        Map<Property, Tokens> longhands = expand(name, value);
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

    /** The longhands that a shorthand stands for, whatever its value. */
    static Set<Property> longhands(String name) {
        Map<Property, Tokens> some = expand(name, Tokens.read("inherit"));
        return some.keySet();
    }

    /** A value without variables, as longhands; null where it is not valid. */
    static Map<Property, Tokens> expand(String name, Tokens value) {
        Property property = Property.of(name);
        Map<Property, Tokens> into = new EnumMap<>(Property.class);
        if (property != null) {
            if (!isWide(value) && !isValid(property, value)) {
                return null;
            }
            into.put(property, value);
            return into;
        }
        boolean valid =
                switch (name) {
                    case "all" -> isWide(value) && everything(value, into);
                    case "background" -> background(value, into);
                    case "font" -> font(value, into);
                    case "overflow" -> pair("overflow-x", "overflow-y", value, into);
                    case "gap" -> pair("row-gap", "column-gap", value, into);
                    case "padding-inline", "margin-inline" ->
                            pair(sideOf(name, "left"), sideOf(name, "right"), value, into);
                    case "padding-block", "margin-block" ->
                            pair(sideOf(name, "top"), sideOf(name, "bottom"), value, into);
                    case "inset-inline" -> pair("left", "right", value, into);
                    case "inset-block" -> pair("top", "bottom", value, into);
                    case "padding", "margin" -> four(name + "-", "", value, into);
                    case "inset" -> four("", "", value, into);
                    case "border-width" -> four("border-", "-width", value, into);
                    case "border-style" -> borderStyle(value, into);
                    case "border" -> border(value, into, SIDES);
                    case "border-top", "border-right", "border-bottom", "border-left" ->
                            border(value, into, name.substring("border-".length()));
                    case "-webkit-text-stroke" -> stroke(value, into);
                    case "mask" -> put(Property.MASK_IMAGE, value, into);
                    default -> false;
                };
        return valid ? into : null;
    }

    /** Whether the value is one that every property takes. */
    static boolean isWide(Tokens value) {
        return value.isOneOf("inherit", "initial", "unset", "revert", "revert-layer");
    }

    private static boolean put(Property property, Tokens value, Map<Property, Tokens> into) {
        into.put(property, value);
        return true;
    }

    private static boolean everything(Tokens value, Map<Property, Tokens> into) {
        for (Property property : Property.values()) {
            into.put(property, value);
        }
        return true;
    }

    private static String sideOf(String name, String side) {
        return name.substring(0, name.indexOf('-') + 1) + side;
    }

    private static boolean pair(
            String first, String second, Tokens value, Map<Property, Tokens> into) {
        List<Tokens> words = value.words();
        Tokens one = words.get(0);
        Tokens two = words.size() > 1 ? words.get(1) : one;
        return words.size() <= 2 && checked(first, one, into) && checked(second, two, into);
    }

    private static boolean four(
            String before, String after, Tokens value, Map<Property, Tokens> into) {
        List<Tokens> words = value.words();
        int size = words.size();
        if (size > 4) {
            return false;
        }
        Tokens top = words.get(0);
        Tokens right = size > 1 ? words.get(1) : top;
        Tokens bottom = size > 2 ? words.get(2) : top;
        Tokens left = size > 3 ? words.get(3) : right;
        return checked(before + "top" + after, top, into)
                && checked(before + "right" + after, right, into)
                && checked(before + "bottom" + after, bottom, into)
                && checked(before + "left" + after, left, into);
    }

    private static boolean checked(String name, Tokens value, Map<Property, Tokens> into) {
        Property property = Property.of(name);
        into.put(property, value);
        return isWide(value) || isValid(property, value);
    }

    private static boolean borderStyle(Tokens value, Map<Property, Tokens> into) {
        List<Tokens> words = value.words();
        if (isWide(value) || words.stream().allMatch(word -> word.isOneOf("none", "hidden"))) {
            return four("border-", "-width", isWide(value) ? value : ZERO, into);
        }
        return false;
    }

    private static boolean border(Tokens value, Map<Property, Tokens> into, String... sides) {
        Tokens width = isWide(value) ? value : null;
        boolean drawn = false;
        if (width == null) {
            for (Tokens word : value.words()) {
                boolean colour = !(ColourReader.read(word) instanceof ColourReader.Read.Invalid);
                if (isLength(word) && !word.is("none")) {
                    width = word;
                } else if (word.get(0).is(Kind.IDENT) && !colour) {
                    drawn |= !word.isOneOf("none", "hidden");
                } else if (!colour) {
                    return false;
                }
            }
            width = !drawn ? ZERO : width == null ? MEDIUM_LINE : width;
        }
        for (String side : sides) {
            into.put(Property.of("border-" + side + "-width"), width);
        }
        return true;
    }

    private static boolean stroke(Tokens value, Map<Property, Tokens> into) {
        boolean wide = isWide(value);
        into.put(Property._WEBKIT_TEXT_STROKE_WIDTH, wide ? value : ZERO);
        into.put(Property._WEBKIT_TEXT_STROKE_COLOR, wide ? value : Tokens.read("currentcolor"));
        if (wide) {
            return true;
        }
        for (Tokens word : value.words()) {
            if (isLength(word)) {
                into.put(Property._WEBKIT_TEXT_STROKE_WIDTH, word);
            } else if (isValid(Property._WEBKIT_TEXT_STROKE_COLOR, word)) {
                into.put(Property._WEBKIT_TEXT_STROKE_COLOR, word);
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean background(Tokens value, Map<Property, Tokens> into) {
        boolean wide = isWide(value);
        into.put(Property.BACKGROUND_COLOR, wide ? value : Property.BACKGROUND_COLOR.initial());
        into.put(Property.BACKGROUND_IMAGE, wide ? value : Property.BACKGROUND_IMAGE.initial());
        into.put(Property.BACKGROUND_CLIP, wide ? value : Property.BACKGROUND_CLIP.initial());
        if (wide) {
            return true;
        }
        List<Token> images = new ArrayList<>();
        List<Tokens> layers = value.split(',');
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            if (layers.get(i).isEmpty()) {
                return false;
            }
            for (Tokens word : layers.get(i).words()) {
                if (!backgroundWord(word, last, images, into)) {
                    return false;
                }
            }
        }
        if (!images.isEmpty()) {
            into.put(Property.BACKGROUND_IMAGE, Tokens.of(images));
        }
        return true;
    }

    private static boolean backgroundWord(
            Tokens word, boolean last, List<Token> images, Map<Property, Tokens> into) {
        if (isImage(word)) {
            if (!images.isEmpty()) {
                images.add(Token.of(Kind.DELIM, ","));
            }
            images.addAll(word.list());
            return true;
        }
        if (!(ColourReader.read(word) instanceof ColourReader.Read.Invalid)) {
            into.put(Property.BACKGROUND_COLOR, word);
            return last;
        }
        Token only = word.only();
        if (word.is("text")) {
            into.put(Property.BACKGROUND_CLIP, word);
        }
        return only != null
                ? only.isDelim('/')
                        || only.is(Kind.IDENT) && BACKGROUND_KEYWORDS.contains(only.lower())
                        || isLength(word)
                : isLength(word);
    }

    private static boolean isImage(Tokens word) {
        return word.size() == 1 && word.get(0).is(Kind.URL)
                || word.isFunction() && IMAGES.contains(word.get(0).lower());
    }

    private static boolean font(Tokens value, Map<Property, Tokens> into) {
        into.put(Property.FONT_SIZE, value);
        into.put(Property.FONT_WEIGHT, value);
        into.put(Property.LINE_HEIGHT, value);
        if (isWide(value)) {
            return true;
        }
        into.replaceAll((property, each) -> property.initial());
        if (value.isOneOf(
                "caption", "icon", "menu", "message-box", "small-caption", "status-bar")) {
            return true;
        }
        List<Tokens> words = value.words();
        int i = 0;
        while (i < words.size() && !isSize(words.get(i))) {
            Token only = words.get(i).only();
            if (only == null || !only.is(Kind.IDENT) && !only.is(Kind.NUMBER)) {
                return false;
            }
            if (isWeight(words.get(i)) && !words.get(i).is("normal")) {
                into.put(Property.FONT_WEIGHT, words.get(i));
            }
            i++;
        }
        if (i >= words.size() - 1 || i > 4) {
            return false;
        }
        into.put(Property.FONT_SIZE, words.get(i++));
        if (words.get(i).get(0).isDelim('/')) {
            if (i + 2 >= words.size() || !isValid(Property.LINE_HEIGHT, words.get(i + 1))) {
                return false;
            }
            into.put(Property.LINE_HEIGHT, words.get(i + 1));
        }
        return true;
    }

    private static boolean isSize(Tokens word) {
        return isLength(word) && !word.isOneOf("normal", "auto", "none");
    }

    private static boolean isWeight(Tokens value) {
        Token only = value.only();
        return only != null
                && (value.isOneOf("normal", "bold", "bolder", "lighter")
                        || only.is(Kind.NUMBER) && only.number() >= 1 && only.number() <= 1000);
    }

    private static boolean isValid(Property property, Tokens value) {
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

    private static boolean isNumber(Tokens value) {
        return value.size() == 1 && value.get(0).is(Kind.NUMBER);
    }

    private static boolean isLength(Tokens value) {
        Token only = value.only();
        if (only != null && only.is(Kind.IDENT)) {
            return LENGTH_KEYWORDS.contains(only.lower());
        }
        return value.isFunction() && !value.isFunction("attr") || ANY.pixels(value, 1).isPresent();
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
