package org.gongkai.checks.css;

/**
 * What a page is shown on, without a hand on it: nothing is hovered, focused or visited.
 *
 * @param width of the window, in CSS pixels, as is the height
 * @param dark whether the reader asked for a dark colour scheme
 * @param moreContrast whether the reader asked for more contrast
 */
public record Medium(int width, int height, boolean dark, boolean moreContrast) {
    /** An office computer's screen. */
    public static final Medium SCREEN = new Medium(1280, 800, false, false);

    /** A telephone's screen. */
    public static final Medium PHONE = new Medium(360, 740, false, false);

    /** The same in a dark colour scheme (深色模式). */
    public Medium inDark() {
        return new Medium(width, height, true, moreContrast);
    }

    /** The same with more contrast asked for (高对比). */
    public Medium withMoreContrast() {
        return new Medium(width, height, dark, true);
    }
}
