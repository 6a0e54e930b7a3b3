package org.gongkai.model;

import java.util.Set;

/**
 * HTML that can do no harm.
 *
 * @param text the same without markup
 * @param anchors the ids in it
 */
public record CleanHtml(String html, String text, Set<String> anchors) {
    public CleanHtml {
        anchors = Set.copyOf(anchors);
    }
}
