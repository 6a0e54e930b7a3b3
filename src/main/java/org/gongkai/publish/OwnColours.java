package org.gongkai.publish;

import org.gongkai.model.Appearance;
import org.gongkai.model.Colour;

/**
 * The style rules that put a column's own colours (外观) in the place of the usual ones. They stand
 * at the end of its one style sheet; high contrast and paper keep theirs.
 */
final class OwnColours {
    private OwnColours() {}

    /** Empty where the colours are the usual ones. */
    static String rules(Appearance appearance) {
        if (appearance.main() == null && appearance.link() == null) {
            return "";
        }
        StringBuilder rules = new StringBuilder("\n/* 外观 of site.yml */\n");
        add(rules, "screen", appearance.main(), appearance.link());
        add(
                rules,
                "screen and (prefers-color-scheme: dark)",
                appearance.main() == null ? null : Appearance.onDark(appearance.main()),
                appearance.link() == null ? null : Appearance.onDark(appearance.link()));
        if (appearance.main() != null) {
            add(rules, "print", appearance.main(), null);
        }
        return rules.toString();
    }

    private static void add(StringBuilder rules, String media, Colour main, Colour link) {
        rules.append("@media ").append(media).append(" { :root {");
        if (main != null) {
            rules.append(" --main: ").append(main.hex()).append(';');
        }
        if (link != null) {
            rules.append(" --link: ").append(link.hex()).append(';');
        }
        rules.append(" } }\n");
    }
}
