package org.gongkai.checks.css;

/**
 * The contrast that text must have with what is behind it (对比度).
 *
 * @param text the least ratio for text, such as 4.5
 * @param largeText for text of 24 px, or of 18.66 px in bold, and more
 */
public record ContrastRatio(double text, double largeText) {
    /** WCAG 2.2, 1.4.3, level AA. */
    public static final ContrastRatio AA = new ContrastRatio(4.5, 3);

    /** WCAG 2.2, 1.4.6, level AAA. */
    public static final ContrastRatio AAA = new ContrastRatio(7, 4.5);

    /** Level AAA for text of any size: what our own pages promise. */
    public static final ContrastRatio OWN = new ContrastRatio(7, 7);

    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;
    private static final int BOLD = 700;

    double least(Style style) {
        boolean large =
                style.fontSize() >= LARGE
                        || style.fontSize() >= LARGE_BOLD && style.weight() >= BOLD;
        return large ? largeText : text;
    }
}
