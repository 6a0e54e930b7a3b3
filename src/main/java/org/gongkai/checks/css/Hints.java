package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The old attributes that colour and size text (HTML Standard, presentational hints). */
final class Hints {
    private static final Set<String> COLOURED =
            Set.of("body", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "marquee");

    private static final List<String> SIZES =
            List.of("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large");

    private static final int USUAL_SIZE = 3;

    private Hints() {}

    static List<Declaration> of(Box box) {
        if (box.element().attributesSize() == 0 || !isOld(box)) {
            return List.of();
        }
        List<Declaration> hints = new ArrayList<>();
        if (box.tag().equals("font")) {
            colour("color", box.attribute("color"), hints);
            size(box.attribute("size").strip(), hints);
        }
        if (COLOURED.contains(box.tag())) {
            colour("background-color", box.attribute("bgcolor"), hints);
            if (!box.attribute("background").isBlank()) {
                hints.addAll(DeclarationReader.read("background-image", Tokens.read("url(x)")));
            }
        }
        if (box.tag().equals("body")) {
            colour("color", box.attribute("text"), hints);
        }
        return hints;
    }

    private static boolean isOld(Box box) {
        return box.tag().equals("font") || COLOURED.contains(box.tag());
    }

    private static void colour(String property, String value, List<Declaration> hints) {
        String colour = value.strip().toLowerCase(Locale.ROOT);
        if (!colour.startsWith("#") && ColourReader.hex(colour) != null) {
            colour = "#" + colour;
        }
        if (!colour.isEmpty()) {
            hints.addAll(DeclarationReader.read(property, Tokens.read(colour)));
        }
    }

    private static void size(String value, List<Declaration> hints) {
        if (!value.matches("[+-]?\\d")) {
            return;
        }
        boolean relative = value.startsWith("+") || value.startsWith("-");
        int size = Integer.parseInt(value) + (relative ? USUAL_SIZE : 0);
        String keyword = SIZES.get(Math.max(1, Math.min(SIZES.size(), size)) - 1);
        hints.addAll(DeclarationReader.read("font-size", Tokens.read(keyword)));
    }
}
