package org.gongkai.checks.css;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What nobody sees while nobody touches the page.
 *
 * @param all whether the element and all in it are not to be seen
 * @param above whether it waits above the page, if nothing holds it elsewhere
 * @param text whether its own text is not to be seen
 * @param cuts whether it may cut off what does not fit into its height
 * @param cut whether it, or an element around it, may
 */
record Hiding(boolean all, boolean above, boolean text, boolean cuts, boolean cut) {
    /** So far outside that it is not meant to be seen, in pixels. */
    private static final double FAR = 900;

    private static final double SPECK = 1;

    /** What holds no text of the page's own, or text that is drawn. */
    private static final Set<String> OTHER =
            Set.of(
                    ("svg math iframe object embed video audio canvas option "
                                    + "optgroup head picture map")
                            .split(" "));

    static Hiding of(Style style) {
        boolean all =
                style.isNone(Property.DISPLAY)
                        || style.is(Property.CONTENT_VISIBILITY, "hidden")
                        || style.opacity() == 0
                        || isClipped(style)
                        || isSpeck(style)
                        || isOutside(style);
        boolean fixed =
                style.pixels(Property.HEIGHT).isPresent()
                        || style.pixels(Property.MAX_HEIGHT).isPresent();
        boolean cuts = fixed && !style.is(Property.OVERFLOW_Y, "visible");
        boolean cut = cuts || style.parent() != null && style.parent().hiding().cut();
        return new Hiding(all, isAbove(style), hidesText(style), cuts, cut);
    }

    /**
     * Whether an element and all in it are not to be seen; for the elements around it, ask them.
     */
    static boolean hides(Box box) {
        Hiding hiding = box.style().hiding();
        return hiding.all || OTHER.contains(box.tag()) || hiding.above && !hasFrame(box);
    }

    /** Whether an element's own text is not to be seen. */
    static boolean hidesText(Box box) {
        boolean closed = box.tag().equals("details") && !box.has("open");
        return closed || box.style().hiding().text;
    }

    private static boolean hidesText(Style style) {
        if (style.fontSize() < SPECK || !style.is(Property.VISIBILITY, "visible")) {
            return true;
        }
        double indent = style.pixels(Property.TEXT_INDENT, 0);
        OptionalDouble width = style.pixels(Property.WIDTH);
        boolean beyond =
                width.isPresent()
                        && indent >= width.getAsDouble()
                        && indent > 0
                        && style.is(Property.OVERFLOW_X, "hidden");
        return beyond || Math.abs(indent) > FAR;
    }

    private static boolean isClipped(Style style) {
        Tokens path = style.value(Property.CLIP_PATH);
        if (path.isFunction()) {
            String shape = path.toString().toLowerCase(Locale.ROOT).replace(" ", "");
            if (shape.matches("inset\\((50|100)%.*|circle\\(0.*|polygon\\(0(px)?0(px)?,0.*0\\)?")) {
                return true;
            }
        }
        Tokens clip = style.value(Property.CLIP);
        if (!style.isLifted() || !clip.isFunction("rect")) {
            return false;
        }
        List<Token> sides =
                clip.inside(0).list().stream()
                        .filter(token -> !token.is(Token.Kind.SPACE) && !token.isDelim(','))
                        .toList();
        return sides.size() == 4
                && sides.stream().noneMatch(side -> side.is(Token.Kind.IDENT))
                && (Math.abs(sides.get(0).number() - sides.get(2).number()) <= SPECK
                        || Math.abs(sides.get(1).number() - sides.get(3).number()) <= SPECK);
    }

    private static boolean isSpeck(Style style) {
        return style.clips()
                && !style.is(Property.DISPLAY, "inline")
                && (isSpeck(style, Property.WIDTH)
                        || isSpeck(style, Property.HEIGHT)
                        || isSpeck(style, Property.MAX_HEIGHT)
                        || isSpeck(style, Property.MAX_WIDTH));
    }

    private static boolean isSpeck(Style style, Property size) {
        boolean across = size == Property.WIDTH || size == Property.MAX_WIDTH;
        double minimum = style.pixels(across ? Property.MIN_WIDTH : Property.MIN_HEIGHT, 0);
        double padding =
                across
                        ? style.pixels(Property.PADDING_LEFT, 1)
                                + style.pixels(Property.PADDING_RIGHT, 1)
                        : style.pixels(Property.PADDING_TOP, 1)
                                + style.pixels(Property.PADDING_BOTTOM, 1);
        // A box of no height with padding shows its text in the padding.
        boolean bare = padding <= SPECK || style.is(Property.BOX_SIZING, "border-box");
        return bare && minimum <= SPECK && style.pixels(size, FAR) <= SPECK;
    }

    private static boolean isOutside(Style style) {
        boolean moved = style.isLifted() || style.is(Property.POSITION, "relative");
        if (style.pixels(Property.MARGIN_LEFT, 0) < -FAR
                || style.pixels(Property.MARGIN_TOP, 0) < -FAR) {
            return true;
        }
        return moved
                && (style.pixels(Property.LEFT, 0) < -FAR
                        || style.pixels(Property.TOP, 0) < -FAR
                        || style.pixels(Property.RIGHT, 0) < -FAR
                        || style.pixels(Property.BOTTOM, 0) < -FAR
                        || style.pixels(Property.LEFT, 0) > FAR * 5);
    }

    /** Whether it is a skip link, or the like, that waits above the page. */
    private static boolean isAbove(Style style) {
        double line = style.fontSize() * 1.5;
        return style.isLifted()
                && style.pixels(Property.TOP, 0) <= -line
                && style.pixels(Property.HEIGHT, 0) <= -style.pixels(Property.TOP, 0);
    }

    /** Whether what it is placed by is not the page itself. */
    private static boolean hasFrame(Box box) {
        for (Box above = box.parent(); above != null; above = above.parent()) {
            boolean page = above.tag().equals("body") || above.tag().equals("html");
            if (!page && !above.style().is(Property.POSITION, "static")) {
                return true;
            }
        }
        return false;
    }
}
