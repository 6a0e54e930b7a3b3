package org.gongkai.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An opaque colour (颜色) of sRGB.
 *
 * @param red 0 to 255, as are the others
 */
public record Colour(int red, int green, int blue) {
    private static final int STEPS = 256;
    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{6})");

    /** Reads #8f1414; anything else is no colour. */
    public static Optional<Colour> ofHex(String text) {
        Matcher hex = HEX.matcher(text);
        if (!hex.matches()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(hex.group(1), 16);
        return Optional.of(new Colour(value >> 16, value >> 8 & 0xff, value & 0xff));
    }

    /** The colour as #8f1414. */
    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    /**
     * The contrast ratio of two colours, 1 to 21, in whichever order (WCAG 2.2, contrast ratio).
     */
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** The lowest of its contrast ratios with others. */
    public double contrast(List<Colour> others) {
        return others.stream().mapToDouble(this::contrast).min().orElseThrow();
    }

    /**
     * The nearest darker colour of its hue that has at least this contrast with all of the others;
     * itself where it has; black where no colour has.
     */
    public Colour darkened(double contrast, List<Colour> others) {
        return shaded(0, contrast, others);
    }

    /** The same, lighter; white where no colour has the contrast. */
    public Colour lightened(double contrast, List<Colour> others) {
        return shaded(1, contrast, others);
    }

    private Colour shaded(int end, double contrast, List<Colour> others) {
        float lowest = Math.min(red, Math.min(green, blue)) / 255f;
        float highest = Math.max(red, Math.max(green, blue)) / 255f;
        float lightness = (highest + lowest) / 2;
        float spread = Math.min(lightness, 1 - lightness);
        Colour shade = this;
        for (int step = 1; step <= STEPS && shade.contrast(others) < contrast; step++) {
            float there = lightness + (end - lightness) * step / STEPS;
            // Hue and saturation (of HSL) stay: only how far the channels lie apart is scaled.
            float scale = spread == 0 ? 0 : Math.min(there, 1 - there) / spread;
            shade =
                    new Colour(
                            channel(there, scale, red / 255f - lightness),
                            channel(there, scale, green / 255f - lightness),
                            channel(there, scale, blue / 255f - lightness));
        }
        return shade;
    }

    private static int channel(float lightness, float scale, float distance) {
        return Math.round(255 * Math.max(0, Math.min(1, lightness + scale * distance)));
    }

    /** The relative luminance, 0 (black) to 1 (white) (WCAG 2.2, relative luminance). */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
