package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.gongkai.model.Colour;

/**
 * How a text and what is behind it are seen, layer upon layer up to the page's white.
 *
 * @param pairs each way in which text and background may meet; empty where nothing can be told
 * @param leastContrast of all pairs
 * @param doubts why it may be otherwise
 */
record Ground(List<Pair> pairs, double leastContrast, Set<Doubt> doubts) {
    private static final int MOST_PAIRS = 128;
    private static final double SHIFTED = -12;

    /** A stroke around letters that nobody notices, in em. */
    private static final double THIN = 0.03;

    /** The page itself, in a dark scheme: Chromium's. */
    private static final Tint DARK_PAGE = Tint.ofHex(0x121212);

    /** A text's colour where it is seen, and the colour right behind it. */
    record Pair(Tint text, Tint behind) {
        Pair over(Tint paint) {
            return new Pair(text.over(paint), behind.over(paint));
        }

        Pair fade(double opacity) {
            return new Pair(text.fade(opacity), behind.fade(opacity));
        }

        Colour textColour() {
            return text.colour();
        }

        Colour behindColour() {
            return behind.colour();
        }

        double contrast() {
            return textColour().contrast(behindColour());
        }
    }

    private static Ground of(List<Pair> pairs, Set<Doubt> doubts) {
        double least = pairs.stream().mapToDouble(Pair::contrast).min().orElse(0);
        return new Ground(pairs, least, doubts);
    }

    /** How a text of such a style is seen. */
    static Ground of(Style text) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        Tint colour = text.tint(Property._WEBKIT_TEXT_FILL_COLOR);
        if (colour == null) {
            return of(List.of(), EnumSet.of(Doubt.COLOUR));
        }
        List<Pair> pairs = List.of(new Pair(colour, Tint.CLEAR));
        Style root = text;
        for (Style style = text; style != null; style = style.parent()) {
            boolean covered = isCovered(pairs);
            if (!covered) {
                List<Tint> paints = paints(style, doubts);
                if (paints.isEmpty()) {
                    return of(List.of(), doubts);
                }
                pairs = laid(pairs, paints);
                if (!isCovered(pairs) && isMoved(style)) {
                    doubts.add(Doubt.MOVED);
                }
            }
            if (isFiltered(style, covered)) {
                doubts.add(Doubt.FILTER);
            }
            double opacity = style.opacity();
            if (opacity < 1) {
                pairs = pairs.stream().map(pair -> pair.fade(opacity)).toList();
            }
            root = style;
        }
        if (colour.isClear()) {
            doubts.add(Doubt.COLOUR);
        }
        if (isStroked(text)) {
            doubts.add(Doubt.STROKE);
        }
        Tint page = root.isDark() ? DARK_PAGE : Tint.WHITE;
        return of(shaded(laid(pairs, List.of(page)), text, doubts), doubts);
    }

    /** The shadows of a text are behind it, too; what of them is seen only a screen can tell. */
    private static List<Pair> shaded(List<Pair> pairs, Style text, Set<Doubt> doubts) {
        if (text.isNone(Property.TEXT_SHADOW)) {
            return pairs;
        }
        doubts.add(Doubt.SHADOW);
        List<Pair> shaded = new ArrayList<>(pairs);
        for (Tokens shadow : text.value(Property.TEXT_SHADOW).split(',')) {
            Tint tint = shadowOf(text, shadow);
            if (tint == null) {
                doubts.add(Doubt.COLOUR);
                return List.of();
            }
            for (Pair pair : pairs) {
                shaded.add(new Pair(pair.text, tint.over(pair.behind)));
            }
        }
        return shaded;
    }

    /** The colour of a shadow, the text's own where none is given; null where it is not known. */
    private static Tint shadowOf(Style text, Tokens shadow) {
        for (Tokens word : shadow.words()) {
            ColourReader.Read read = ColourReader.read(word);
            if (!(read instanceof ColourReader.Read.Invalid)) {
                return text.tint(read);
            }
        }
        return text.colour();
    }

    private static boolean isStroked(Style style) {
        OptionalDouble stroke = style.pixels(Property._WEBKIT_TEXT_STROKE_WIDTH);
        return stroke.isEmpty() || stroke.getAsDouble() >= THIN * style.fontSize();
    }

    /** Whether the text is seen with so much contrast, however text and background may meet. */
    boolean hasContrast(double ratio) {
        return !pairs.isEmpty() && leastContrast >= ratio;
    }

    private static boolean isCovered(List<Pair> pairs) {
        for (Pair pair : pairs) {
            if (!pair.behind.isOpaque()) {
                return false;
            }
        }
        return true;
    }

    private static List<Pair> laid(List<Pair> pairs, List<Tint> paints) {
        if (paints.size() == 1) {
            Tint paint = paints.get(0);
            return paint.isClear() ? pairs : pairs.stream().map(pair -> pair.over(paint)).toList();
        }
        Set<Pair> laid = new LinkedHashSet<>();
        for (Pair pair : pairs) {
            for (Tint paint : paints) {
                laid.add(pair.over(paint));
            }
        }
        return laid.size() > MOST_PAIRS
                ? List.copyOf(laid).subList(0, MOST_PAIRS)
                : List.copyOf(laid);
    }

    /** What an element paints behind its text: one colour, or each that may be there. */
    private static List<Tint> paints(Style style, Set<Doubt> doubts) {
        if (style.is(Property.BACKGROUND_CLIP, "text")) {
            doubts.add(Doubt.IMAGE);
            return List.of();
        }
        Tint colour = style.background();
        if (colour == null) {
            doubts.add(Doubt.COLOUR);
            return List.of();
        }
        if (style.isNone(Property.BACKGROUND_IMAGE)) {
            return List.of(colour);
        }
        List<Tint> paints = new ArrayList<>(List.of(colour));
        for (Tokens image : style.value(Property.BACKGROUND_IMAGE).split(',')) {
            if (image.is("none")) {
                continue;
            }
            List<Tint> samples = Gradient.samples(image, style);
            if (samples == null) {
                doubts.add(image.isFunction() ? Doubt.GRADIENT : Doubt.IMAGE);
                return List.of();
            }
            doubts.add(Doubt.GRADIENT);
            samples.forEach(sample -> paints.add(sample.over(colour)));
        }
        return paints;
    }

    /** Whether the element may stand elsewhere than on its parent. */
    private static boolean isMoved(Style style) {
        boolean shifted =
                style.is(Property.POSITION, "relative")
                        && (style.pixels(Property.TOP, 0) != 0
                                || style.pixels(Property.BOTTOM, 0) != 0
                                || style.pixels(Property.LEFT, 0) != 0);
        return shifted
                || style.isLifted()
                || style.is(Property.POSITION, "sticky")
                || !style.isNone(Property.TRANSFORM)
                || style.pixels(Property.MARGIN_TOP, 0) <= SHIFTED;
    }

    private static boolean isFiltered(Style style, boolean covered) {
        boolean blended =
                !style.is(Property.MIX_BLEND_MODE, "normal")
                        || !style.isNone(Property.FILTER)
                        || !style.isNone(Property.MASK_IMAGE);
        boolean behind =
                !style.isNone(Property.BACKDROP_FILTER)
                        || !style.is(Property.BACKGROUND_BLEND_MODE, "normal");
        return blended || behind && !covered;
    }
}
