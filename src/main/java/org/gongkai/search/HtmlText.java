package org.gongkai.search;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a piece of clean HTML. The client does the same to a published page ({@code htmlText}
 * in {@code text.js}), so that both look for a phrase in one and the same text.
 */
final class HtmlText {
    private static final Pattern MARKUP =
            Pattern.compile(
                    "<!--.*?-->|<span class=\"tag [^>]*>[^<]*</span>|</?([a-zA-Z][a-zA-Z0-9]*)[^>]*>|&(#?[a-zA-Z0-9]+);",
                    Pattern.DOTALL);
    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins",
                    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u",
                    "var", "wbr");
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", "\u00a0");

    private HtmlText() {}

    static String of(String html) {
        Matcher markup = MARKUP.matcher(html);
        StringBuilder text = new StringBuilder(html.length());
        int copied = 0;
        for (int at = 0; at < html.length(); at++) {
            char c = html.charAt(at);
            if ((c == '<' || c == '&') && markup.region(at, html.length()).lookingAt()) {
                text.append(html.substring(copied, at)).append(instead(markup));
                copied = markup.end();
                at = copied - 1;
            }
        }
        return text.append(html.substring(copied)).toString();
    }

    /** What stands in the text for a piece of markup. */
    private static String instead(Matcher markup) {
        if (markup.group(1) != null) {
            return INLINE.contains(markup.group(1).toLowerCase()) ? "" : " ";
        }
        return markup.group(2) != null ? entity(markup.group(2)) : "";
    }

    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, " ");
        }
        boolean hexadecimal = name.startsWith("x", 1) || name.startsWith("X", 1);
        try {
            int c =
                    hexadecimal
                            ? Integer.parseInt(name.substring(2), 16)
                            : Integer.parseInt(name.substring(1));
            return Character.toString(c);
        } catch (IllegalArgumentException e) {
            return " ";
        }
    }
}
