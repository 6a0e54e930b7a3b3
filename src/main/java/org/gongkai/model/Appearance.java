package org.gongkai.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * 外观: what a column looks like where it differs from what is usual.
 *
 * @param main 主色, of the masthead and the rules; null for the usual one
 * @param link 链接色; null for the usual one
 * @param emblem 徽标 in the masthead, or null
 */
public record Appearance(Colour main, Colour link, Emblem emblem) {
    public static final Appearance USUAL = new Appearance(null, null, null);

    /**
     * The contrast that all text has with what it stands on (WCAG 2.2, success criterion 1.4.6).
     */
    public static final double CONTRAST = 7;

    /** What text stands on, as site.css has it: --paper, --paper-soft and --target. */
    public static final List<Colour> LIGHT_GROUNDS = colours("#ffffff", "#f6f4f1", "#fff3c4");

    /** The same where the reader's screen is dark. */
    public static final List<Colour> DARK_GROUNDS = colours("#191817", "#262422", "#382f12");

    /**
     * A picture beside the column's name.
     *
     * @param file where it lies on this machine
     * @param description 徽标说明, for who can't see it; null where the name beside it says enough
     */
    public record Emblem(Path file, String description) {
        /** Where it is published, relative to the site's root. */
        public String url() {
            String name = file.getFileName().toString();
            return "emblem" + name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
        }
    }

    /** The same without where on this machine the emblem lies. */
    Appearance forPages() {
        return emblem == null
                ? this
                : new Appearance(
                        main, link, new Emblem(emblem.file().getFileName(), emblem.description()));
    }

    /** A colour as it is on a dark screen: as light as it must be to be read there. */
    public static Colour onDark(Colour colour) {
        return colour.lightened(CONTRAST, DARK_GROUNDS);
    }

    private static List<Colour> colours(String... hex) {
        return List.of(hex).stream().map(each -> Colour.ofHex(each).orElseThrow()).toList();
    }
}
