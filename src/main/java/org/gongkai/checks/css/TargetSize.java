package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * For everyone with an unsteady hand: what is clicked or touched is 24 by 24 pixels, or stands
 * apart (WCAG 2.2, 2.5.8). Without a layout only explicit sizes count; of the rest nothing is said.
 */
final class TargetSize {
    static final String CHECK = "target-size";

    private static final double LEAST = Size.LEAST;

    /** The widest that a space between two words is, in em. */
    private static final double SPACE = 0.4;

    private static final Set<String> ROLES =
            Set.of("button link checkbox radio switch tab menuitem option".split(" "));

    List<Finding> check(StyledPage page) {
        List<Finding> findings = new ArrayList<>();
        for (Box box : page.boxes()) {
            if (!isFine(box) && !page.isInactive(box)) {
                boolean crowded = page.isSure() && isCrowded(box);
                findings.add(finding(box, crowded));
            }
        }
        return findings;
    }

    /** Whether it is large enough, or need not be, whatever else is on the page. */
    boolean isFine(Box box) {
        return box.isHidden() || !isTarget(box) || !isSmall(box);
    }

    private static Finding finding(Box box, boolean certain) {
        Size size = box.style().size();
        String what =
                "可点的“%s”%s，不到24像素%s。"
                        .formatted(name(box), size.words(), certain ? "，又紧挨着别的" : "；四周没有空开的，容易点错");
        return new Finding(CHECK, certain, box.element(), what, "请在样式里把宽和高都设成24像素以上，或者与旁边的隔开。");
    }

    private static String name(Box box) {
        String label = box.attribute("aria-label");
        String text = label.isBlank() ? box.element().text() : label;
        if (text.isBlank()) {
            Element image = box.element().selectFirst("img[alt]");
            text = image == null ? box.attribute("value") : image.attr("alt");
        }
        return text.isBlank() ? box.tag() : text.strip();
    }

    private static boolean isTarget(Box box) {
        return switch (box.tag()) {
            case "a" -> box.has("href");
            case "button", "select", "summary" -> true;
            case "input" -> !States.type(box).equals("hidden");
            default ->
                    box.hasAttributes()
                            && ROLES.contains(box.attribute("role").toLowerCase(Locale.ROOT));
        };
    }

    /** Whether it is certainly smaller than it should be, one way or the other. */
    private static boolean isSmall(Box box) {
        Style style = box.style();
        boolean inline = style.is(Property.DISPLAY, "inline") || isInSentence(box);
        boolean untouched = isAsTheBrowserHasIt(box);
        boolean contents = style.is(Property.DISPLAY, "contents");
        if (inline || untouched || contents || !style.isNone(Property.TRANSFORM)) {
            return false;
        }
        // A label is clicked as well as its field.
        return !isInLabel(box) && style.size().isSmall();
    }

    /** The size of a field that the page has not sized is the browser's affair. */
    private static boolean isAsTheBrowserHasIt(Box box) {
        String type = States.type(box);
        boolean tick = type.equals("checkbox") || type.equals("radio");
        return tick && box.style().pixels(Property.WIDTH, 0) == 13;
    }

    private static boolean isInLabel(Box box) {
        for (Box above = box.parent(); above != null; above = above.parent()) {
            if (above.tag().equals("label")) {
                return true;
            }
        }
        return false;
    }

    /** Whether words stand right beside it. */
    private static boolean isInSentence(Box box) {
        return box.style().display().startsWith("inline")
                && (isWords(box.element().previousSibling())
                        || isWords(box.element().nextSibling()));
    }

    private static boolean isWords(Node node) {
        return node instanceof TextNode text && !text.isBlank();
    }

    /** Whether the next target is so near that circles of 24 pixels around both would meet. */
    private static boolean isCrowded(Box box) {
        return isNear(box, box.next()) || box.previous() != null && isNear(box.previous(), box);
    }

    private static boolean isNear(Box one, Box other) {
        if (other == null || !isTarget(one) || !isTarget(other)) {
            return false;
        }
        Style frame = one.parent().style();
        String display = frame.display();
        boolean spread = !frame.is(Property.JUSTIFY_CONTENT, "normal") || display.endsWith("grid");
        if (spread || !isSmall(one) || !isSmall(other) || one.style().isLifted()) {
            return false;
        }
        if (other.style().isLifted() || !one.style().is(Property.FLOAT, "none")) {
            return false;
        }
        Size first = one.style().size();
        Size second = other.style().size();
        boolean flows = !display.endsWith("flex");
        double space = flows ? SPACE * frame.fontSize() : 0;
        double across =
                first.centreToCentre(second, true)
                        + gap(frame, Property.COLUMN_GAP)
                        + margin(one, Property.MARGIN_RIGHT)
                        + margin(other, Property.MARGIN_LEFT)
                        + space;
        double down =
                first.centreToCentre(second, false)
                        + gap(frame, Property.ROW_GAP)
                        + margin(one, Property.MARGIN_BOTTOM)
                        + margin(other, Property.MARGIN_TOP)
                        + space;
        return across < LEAST && down < LEAST;
    }

    private static double gap(Style frame, Property property) {
        return frame.is(property, "normal") ? 0 : frame.pixels(property, LEAST);
    }

    private static double margin(Box box, Property property) {
        return box.style().pixels(property, LEAST);
    }
}
