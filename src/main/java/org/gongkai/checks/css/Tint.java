package org.gongkai.checks.css;

import org.gongkai.model.Colour;

/**
 * A colour with its opacity, as paint is laid over paint.
 *
 * @param red 0 to 255, as are green and blue; fractions arise where paints are mixed
 * @param alpha 0 (nothing to be seen) to 1 (opaque)
 */
record Tint(double red, double green, double blue, double alpha) {
    static final Tint CLEAR = new Tint(0, 0, 0, 0);
    static final Tint BLACK = new Tint(0, 0, 0, 1);
    static final Tint WHITE = new Tint(255, 255, 255, 1);

    static Tint ofHex(int rgb) {
        return new Tint(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 1);
    }

    boolean isOpaque() {
        return alpha >= 1;
    }

    boolean isClear() {
        return alpha <= 0;
    }

    /** What is seen where this lies over another paint (Compositing 1, source over). */
    Tint over(Tint under) {
        if (isOpaque() || under.isClear()) {
            return this;
        }
        double seen = alpha + under.alpha * (1 - alpha);
        if (seen <= 0) {
            return CLEAR;
        }
        double below = under.alpha * (1 - alpha);
        return new Tint(
                (red * alpha + under.red * below) / seen,
                (green * alpha + under.green * below) / seen,
                (blue * alpha + under.blue * below) / seen,
                seen);
    }

    Tint fade(double opacity) {
        return opacity >= 1 ? this : new Tint(red, green, blue, alpha * opacity);
    }

    /** What a gradient shows on the way to another colour (premultiplied, as CSS has it). */
    Tint towards(Tint other, double part) {
        double mixed = alpha + (other.alpha - alpha) * part;
        if (mixed <= 0) {
            return CLEAR;
        }
        double one = alpha * (1 - part) / mixed;
        double two = other.alpha * part / mixed;
        return new Tint(
                red * one + other.red * two,
                green * one + other.green * two,
                blue * one + other.blue * two,
                mixed);
    }

    /** The colour that a screen shows, without its opacity. */
    Colour colour() {
        return new Colour(channel(red), channel(green), channel(blue));
    }

    private static int channel(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
