package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Texts as the checks read and quote them. */
final class Words {
    private static final int LONGEST = 60;

    private Words() {}

    /** The words of an attribute whose value is a list. */
    static List<String> of(String value) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= value.length(); i++) {
            boolean space = i == value.length() || " \t\n\f\r".indexOf(value.charAt(i)) >= 0;
            if (space && start >= 0) {
                words.add(value.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** Whether nobody sees or hears anything of it: spaces of any width and invisible signs. */
    static boolean isBlank(CharSequence text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > ' '
                    && c != '\u007f'
                    && (c < '\u0080'
                            || !(Character.isSpaceChar(c)
                                    || Character.isWhitespace(c)
                                    || Character.isISOControl(c)
                                    || Character.getType(c) == Character.FORMAT))) {
                return false;
            }
        }
        return true;
    }

    /** How a message names an element: its tag with what tells it from others, and its text. */
    static String quote(Element element) {
        StringBuilder tag = new StringBuilder("<").append(element.normalName());
        for (String name :
                List.of("id", "name", "type", "role", "href", "src", "for", "headers", "class")) {
            String value = element.attr(name);
            // The same link of the layout differs from page to page by its leading dots.
            value = value.startsWith("data:") ? "data:…" : value.replaceFirst("^(\\.\\./)+", "");
            if (!value.isEmpty() && tag.length() + value.length() < LONGEST) {
                tag.append(' ').append(name).append("=\"").append(value).append('"');
            }
        }
        tag.append('>');
        String text = element.text();
        if (!isBlank(text)) {
            tag.append(
                    text,
                    0,
                    text.offsetByCodePoints(
                            0, Math.min(20, text.codePointCount(0, text.length()))));
        }
        return tag.toString();
    }

    /** The beginning of a text, for a message. */
    static String shorter(String text) {
        return text.codePointCount(0, text.length()) <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
