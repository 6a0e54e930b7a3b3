package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.checks.css.Token.Kind;

/** Cuts a shorthand, such as {@code background}, into the properties that it stands for. */
final class Shorthands {
    private static final Tokens ZERO = Tokens.read("0");
    private static final Tokens MEDIUM_LINE = Tokens.read("3px");
    private static final String[] SIDES = {"top", "right", "bottom", "left"};

    private static final Set<String> BACKGROUND_KEYWORDS =
            Set.of(
                    ("none repeat no-repeat repeat-x repeat-y round space scroll "
                                    + "fixed local left right top bottom center cover contain auto "
                                    + "border-box padding-box content-box text")
                            .split(" "));

    private static final Set<String> SHORTHANDS =
            Set.of(
                    ("all background font overflow padding margin inset "
                                    + "padding-inline padding-block margin-inline margin-block "
                                    + "inset-inline inset-block border border-width border-style "
                                    + "border-top border-right border-bottom border-left "
                                    + "-webkit-text-stroke mask gap")
                            .split(" "));

    private Shorthands() {}

    static boolean isKnown(String name) {
        return SHORTHANDS.contains(name);
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
            if (!Values.isWide(value) && !Values.isValid(property, value)) {
                return null;
            }
            into.put(property, value);
            return into;
        }
        boolean valid =
                switch (name) {
                    case "all" -> Values.isWide(value) && everything(value, into);
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
        return Values.isWide(value) || Values.isValid(property, value);
    }

    private static boolean borderStyle(Tokens value, Map<Property, Tokens> into) {
        List<Tokens> words = value.words();
        if (Values.isWide(value)
                || words.stream().allMatch(word -> word.isOneOf("none", "hidden"))) {
            return four("border-", "-width", Values.isWide(value) ? value : ZERO, into);
        }
        return false;
    }

    private static boolean border(Tokens value, Map<Property, Tokens> into, String... sides) {
        Tokens width = Values.isWide(value) ? value : null;
        boolean drawn = false;
        if (width == null) {
            for (Tokens word : value.words()) {
                boolean colour = !(ColourReader.read(word) instanceof ColourReader.Read.Invalid);
                if (Values.isLength(word) && !word.is("none")) {
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
        boolean wide = Values.isWide(value);
        into.put(Property._WEBKIT_TEXT_STROKE_WIDTH, wide ? value : ZERO);
        into.put(Property._WEBKIT_TEXT_STROKE_COLOR, wide ? value : Tokens.read("currentcolor"));
        if (wide) {
            return true;
        }
        for (Tokens word : value.words()) {
            if (Values.isLength(word)) {
                into.put(Property._WEBKIT_TEXT_STROKE_WIDTH, word);
            } else if (Values.isValid(Property._WEBKIT_TEXT_STROKE_COLOR, word)) {
                into.put(Property._WEBKIT_TEXT_STROKE_COLOR, word);
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean background(Tokens value, Map<Property, Tokens> into) {
        boolean wide = Values.isWide(value);
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
        if (Values.isImage(word)) {
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
                        || Values.isLength(word)
                : Values.isLength(word);
    }

    private static boolean font(Tokens value, Map<Property, Tokens> into) {
        into.put(Property.FONT_SIZE, value);
        into.put(Property.FONT_WEIGHT, value);
        into.put(Property.LINE_HEIGHT, value);
        if (Values.isWide(value)) {
            return true;
        }
        into.replaceAll((property, each) -> property.initial());
        if (value.isOneOf(
                "caption", "icon", "menu", "message-box", "small-caption", "status-bar")) {
            return true;
        }
        List<Tokens> words = value.words();
        int i = 0;
        while (i < words.size() && !Values.isSize(words.get(i))) {
            Token only = words.get(i).only();
            if (only == null || !only.is(Kind.IDENT) && !only.is(Kind.NUMBER)) {
                return false;
            }
            if (Values.isWeight(words.get(i)) && !words.get(i).is("normal")) {
                into.put(Property.FONT_WEIGHT, words.get(i));
            }
            i++;
        }
        if (i >= words.size() - 1 || i > 4) {
            return false;
        }
        into.put(Property.FONT_SIZE, words.get(i++));
        if (words.get(i).get(0).isDelim('/')) {
            if (i + 2 >= words.size() || !Values.isValid(Property.LINE_HEIGHT, words.get(i + 1))) {
                return false;
            }
            into.put(Property.LINE_HEIGHT, words.get(i + 1));
        }
        return true;
    }
}
