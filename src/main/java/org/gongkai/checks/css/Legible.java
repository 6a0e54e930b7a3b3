package org.gongkai.checks.css;

import java.util.List;
import java.util.Optional;
import org.gongkai.model.Colour;

/** Finds a colour that can be read. */
final class Legible {
    private static final int STEPS = 64;

    private Legible() {}

    /**
     * The colour nearest to a text's own, darker or lighter, that has enough contrast with all that
     * is behind it; none where neither black nor white has.
     */
    static Optional<Colour> nearest(Colour text, List<Colour> behind, double least) {
        Tint start = new Tint(text.red(), text.green(), text.blue(), 1);
        for (int step = 0; step <= STEPS; step++) {
            for (Tint end : List.of(Tint.BLACK, Tint.WHITE)) {
                Colour colour = start.towards(end, step / (double) STEPS).colour();
                if (behind.stream().allMatch(each -> colour.contrast(each) >= least)) {
                    return Optional.of(colour);
                }
            }
        }
        return Optional.empty();
    }
}
