package org.gongkai.checks.css;

import org.gongkai.model.Colour;

/** Finds a colour that can be read. */
final class Legible {
    private static final int STEPS = 64;

    private Legible() {}

    /**
     * The colour nearest to a text's own that has enough contrast: a darker one on a light ground,
     * a lighter one on a dark ground; null where neither black nor white would do.
     */
    static Colour nearest(Colour text, Colour behind, double least) {
        Colour black = Tint.BLACK.colour();
        Colour white = Tint.WHITE.colour();
        boolean darker = black.contrast(behind) >= white.contrast(behind);
        Tint start = new Tint(text.red(), text.green(), text.blue(), 1);
        for (int step = 0; step <= STEPS; step++) {
            Tint end = darker ? Tint.BLACK : Tint.WHITE;
            Colour colour = start.towards(end, step / (double) STEPS).colour();
            if (colour.contrast(behind) >= least) {
                return colour;
            }
        }
        return null;
    }
}
