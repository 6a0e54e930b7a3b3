package org.gongkai.model;

import java.util.List;
import java.util.Set;

/**
 * The text of a notice or page.
 *
 * @param html cleaned HTML; its links lead from the page that it stands on
 * @param text the same without markup, for descriptions and the search index
 * @param anchors the ids in it
 * @param links every link and picture, with its line
 * @param rawHtml the pieces of HTML that the editor typed, with their lines
 */
public record Body(
        String html, String text, Set<String> anchors, List<Link> links, List<RawHtml> rawHtml) {
    public Body {
        anchors = Set.copyOf(anchors);
        links = List.copyOf(links);
        rawHtml = List.copyOf(rawHtml);
    }

    /** HTML that was typed into the Markdown. */
    public record RawHtml(String html, Place place) {}

    /** The beginning of the text, at most so many characters. */
    public String lead(int characters) {
        // No character takes more than two places.
        int most = Math.min(text.length(), 2 * characters);
        int end = text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, most)));
        return end < text.length() ? text.substring(0, end) + "…" : text;
    }
}
