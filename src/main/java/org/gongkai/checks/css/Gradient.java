package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.List;

/** The colours that a gradient runs through. */
final class Gradient {
    private static final int STEPS = 8;

    private Gradient() {}

    /** Samples of all colours of the gradient; null where one cannot be told, or it is none. */
    static List<Tint> samples(Tokens image, Style style) {
        boolean known = image.isFunction() && image.get(0).lower().endsWith("-gradient");
        if (!known || image.get(0).lower().equals("-webkit-gradient")) {
            return null;
        }
        List<Tint> stops = new ArrayList<>();
        for (Tokens part : image.inside(0).split(',')) {
            for (Tokens word : part.words()) {
                ColourReader.Read read = ColourReader.read(word);
                Tint stop = style.tint(read);
                if (stop != null) {
                    stops.add(stop);
                } else if (!(read instanceof ColourReader.Read.Invalid)) {
                    return null;
                }
            }
        }
        if (stops.isEmpty() || stops.size() > STEPS) {
            return null;
        }
        List<Tint> samples = new ArrayList<>();
        samples.add(stops.get(0));
        for (int i = 1; i < stops.size(); i++) {
            for (int step = 1; step <= STEPS; step++) {
                samples.add(stops.get(i - 1).towards(stops.get(i), step / (double) STEPS));
            }
        }
        return samples;
    }
}
