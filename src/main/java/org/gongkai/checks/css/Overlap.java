package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells whether something that is taken out of the flow may stand between a text and its ground.
 */
final class Overlap {
    private static final int MOST = 300;
    private static final Set<String> PICTURES =
            Set.of("img picture video canvas svg iframe object embed".split(" "));

    private final StyledPage page;

    Overlap(StyledPage page) {
        this.page = page;
    }

    boolean mayCover(Box text) {
        int looked = 0;
        boolean framed = false;
        for (Box box = text; box != null; box = box.parent()) {
            if (paintsAside(box)) {
                return true;
            }
            // What is below the paint that the text stands on is out of the question.
            if (hasGround(box) || box.parent() == null) {
                return false;
            }
            framed = isFrame(box.parent());
            for (Box sibling : box.parent().children()) {
                if (sibling != box && looked++ < MOST && mayCover(sibling, box, framed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasGround(Box box) {
        Tint background = box.style().background();
        return background != null && background.isOpaque();
    }

    private static boolean isFrame(Box box) {
        boolean page = box.tag().equals("body") || box.tag().equals("html");
        return !page && !box.style().is(Property.POSITION, "static");
    }

    private boolean paintsAside(Box box) {
        for (String name : List.of("before", "after")) {
            Style style = page.pseudo(name, box);
            if (style != null && style.isLifted() && paints(style)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayCover(Box sibling, Box box, boolean framed) {
        List<Box> left = new ArrayList<>(List.of(sibling));
        for (int looked = 0; !left.isEmpty() && looked < MOST; looked++) {
            Box next = left.remove(left.size() - 1);
            if (Hiding.hides(next) && !PICTURES.contains(next.tag())) {
                continue;
            }
            Style style = next.style();
            if (style.isLifted() && (paints(style) || PICTURES.contains(next.tag()))) {
                boolean still = isAuto(style, Property.TOP) && isAuto(style, Property.BOTTOM);
                // What is not placed stays where it would have been, and covers what comes next.
                boolean near = next == sibling && still && sibling.next() == box;
                if (near || !still && (framed || spans(style))) {
                    return true;
                }
            }
            // What is placed by a frame of its own stays in it.
            if (next == sibling || !isFrame(next)) {
                left.addAll(next.children());
            }
        }
        return false;
    }

    private static boolean paints(Style style) {
        Tint background = style.background();
        return background == null
                || !background.isClear()
                || !style.isNone(Property.BACKGROUND_IMAGE);
    }

    private static boolean spans(Style style) {
        Token width = style.value(Property.WIDTH).only();
        boolean whole = width != null && width.is(Token.Kind.PERCENTAGE) && width.number() >= 100;
        return whole
                || !isAuto(style, Property.LEFT) && !isAuto(style, Property.RIGHT)
                || !isAuto(style, Property.TOP) && !isAuto(style, Property.BOTTOM);
    }

    private static boolean isAuto(Style style, Property property) {
        return style.is(property, "auto");
    }
}
