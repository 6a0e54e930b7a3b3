package org.gongkai.checks.page;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;

/**
 * The start tags that an element stands in, from that of the page on. What checks say of an element
 * by what is around it they say wherever the same is around it.
 */
final class Around {
    private static final Set<String> TAGS =
            Set.of("html", "body", "div", "main", "section", "article", "ul", "ol");
    private static final Set<String> ATTRIBUTES = Set.of("class", "tabindex", "aria-labelledby");

    private final Map<String, Around> inner = new ConcurrentHashMap<>();
    private final boolean harmless;
    private final boolean inMain;

    /** Nothing is around. */
    Around() {
        this(true, false);
    }

    private Around(boolean harmless, boolean inMain) {
        this.harmless = harmless;
        this.inMain = inMain;
    }

    /**
     * The same and a start tag within it.
     *
     * @param text the whole tag
     * @param attributes null where it has none
     */
    Around with(char[] text, String tag, Attributes attributes) {
        return inner.computeIfAbsent(
                new String(text),
                each ->
                        new Around(
                                harmless && isHarmless(tag, attributes),
                                inMain || tag.equals("main")));
    }

    private static boolean isHarmless(String tag, Attributes attributes) {
        if (!TAGS.contains(tag)) {
            return false;
        }
        if (attributes != null) {
            for (Attribute attribute : attributes) {
                String own =
                        switch (tag) {
                            case "html" -> "lang";
                            case "main" -> "id";
                            default -> "";
                        };
                if (!ATTRIBUTES.contains(attribute.getKey()) && !attribute.getKey().equals(own)) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether it is in the main part of a page, and in nothing that is hidden, is a control, has a
     * role or a language of its own, or takes its name from the words in it.
     */
    boolean isPlain() {
        return harmless && inMain;
    }
}
