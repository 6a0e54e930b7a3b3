package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The old attributes that colour and size text (HTML Standard, presentational hints). */
final class Hints {
    private static final Set<String> COLOURED =
            Set.of("body table thead tbody tfoot tr td th marquee".split(" "));

    private static final List<String> SIZES =
            List.of("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large");

    /** The names of all such attributes. */
    private static final long NAMES =
            AttributeNames.bit("color")
                    | AttributeNames.bit("size")
                    | AttributeNames.bit("bgcolor")
                    | AttributeNames.bit("background")
                    | AttributeNames.bit("text");

    private static final int USUAL_SIZE = 3;
    private static final int LONGEST_COLOUR = 24;

    private Hints() {}

    static List<Declaration> of(Box box) {
        if (!box.mayHaveAny(NAMES) || !isOld(box)) {
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
        if (colour.isEmpty()) {
            return;
        }
        List<Declaration> read = DeclarationReader.read(property, Tokens.read(colour));
        boolean modern = colour.matches("[a-z]+|#[0-9a-f]{3}") && !read.isEmpty();
        hints.addAll(modern ? read : DeclarationReader.read(property, Tokens.read(old(colour))));
    }

    /** Any text as a colour (HTML Standard, rules for parsing a legacy colour value). */
    private static String old(String colour) {
        StringBuilder digits = new StringBuilder(colour.replaceFirst("^#", ""));
        digits.setLength(Math.min(digits.length(), LONGEST_COLOUR));
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), 16) < 0) {
                digits.setCharAt(i, '0');
            }
        }
        while (digits.length() == 0 || digits.length() % 3 != 0) {
            digits.append('0');
        }
        int length = digits.length() / 3;
        StringBuilder hex = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            String part = digits.substring(i * length, (i + 1) * length);
            hex.append(length == 1 ? "0" + part : part.substring(0, 2));
        }
        return hex.toString();
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
