package org.gongkai.checks.css;

import java.util.List;
import java.util.OptionalDouble;

/** The outer size of a box in pixels; not a number where only a layout can tell. */
record Size(double width, double height) {
    /** The least that a target must measure, in CSS pixels (WCAG 2.2, 2.5.8). */
    static final double LEAST = 24;

    static Size of(Style style) {
        return new Size(
                side(
                        style,
                        List.of(Property.WIDTH, Property.MIN_WIDTH, Property.MAX_WIDTH),
                        List.of(Property.PADDING_LEFT, Property.PADDING_RIGHT),
                        List.of(Property.BORDER_LEFT_WIDTH, Property.BORDER_RIGHT_WIDTH)),
                side(
                        style,
                        List.of(Property.HEIGHT, Property.MIN_HEIGHT, Property.MAX_HEIGHT),
                        List.of(Property.PADDING_TOP, Property.PADDING_BOTTOM),
                        List.of(Property.BORDER_TOP_WIDTH, Property.BORDER_BOTTOM_WIDTH)));
    }

    private static double side(
            Style style, List<Property> sizes, List<Property> padding, List<Property> border) {
        OptionalDouble size = style.pixels(sizes.get(0));
        if (size.isEmpty()) {
            return Double.NaN;
        }
        double least = style.is(sizes.get(1), "auto") ? 0 : style.pixels(sizes.get(1), LEAST);
        double most = style.pixels(sizes.get(2), Double.MAX_VALUE);
        double length = Math.max(Math.min(size.getAsDouble(), most), least);
        double edge = 0;
        for (Property each : padding) {
            edge += style.pixels(each, LEAST);
        }
        for (Property each : border) {
            edge += style.pixels(each, LEAST);
        }
        boolean inner = !style.is(Property.BOX_SIZING, "border-box");
        return inner ? length + edge : Math.max(length, edge);
    }

    boolean isSmall() {
        return width < LEAST || height < LEAST;
    }

    double centreToCentre(Size other, boolean across) {
        return across ? (width + other.width) / 2 : (height + other.height) / 2;
    }

    String words() {
        StringBuilder words = new StringBuilder();
        if (width < LEAST) {
            words.append("宽").append(Math.round(width)).append("像素");
        }
        if (height < LEAST) {
            words.append("高").append(Math.round(height)).append("像素");
        }
        return words.toString();
    }
}
