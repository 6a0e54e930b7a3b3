package org.gongkai.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The text of a notice or page. Those of a large column would fill the memory: both texts may lie
 * elsewhere until they are asked for, which takes its time.
 *
 * @param storedHtml cleaned HTML; its links lead from the page that it stands on
 * @param storedText the same without markup, for descriptions and the search index
 * @param start the beginning of the text, with one character more than {@link #MOST}
 * @param anchors the ids in it
 * @param links every link and picture, with its line
 * @param rawHtml the pieces of HTML that the editor typed, with their lines
 * @param doubts what the page shows otherwise than the editor is likely to mean it
 */
public record Body(
        Supplier<String> storedHtml,
        Supplier<String> storedText,
        String start,
        Set<String> anchors,
        List<Link> links,
        List<RawHtml> rawHtml,
        List<Problem> doubts) {
    /** The longest beginning that can be had, in characters. */
    private static final int MOST = 200;

    public Body {
        anchors = Set.copyOf(anchors);
        links = List.copyOf(links);
        rawHtml = List.copyOf(rawHtml);
        doubts = List.copyOf(doubts);
    }

    public Body(
            String html,
            String text,
            Set<String> anchors,
            List<Link> links,
            List<RawHtml> rawHtml,
            List<Problem> doubts) {
        this(() -> html, () -> text, start(text, MOST + 1), anchors, links, rawHtml, doubts);
    }

    /** HTML that was typed into the Markdown. */
    public record RawHtml(String html, Place place) {}

    public String html() {
        return storedHtml.get();
    }

    public String text() {
        return storedText.get();
    }

    public boolean isEmpty() {
        return start.isEmpty();
    }

    /** The same, with the texts where they were stored. */
    public Body stored(Supplier<String> html, Supplier<String> text) {
        return new Body(html, text, start, anchors, links, rawHtml, doubts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body
                && html().equals(body.html())
                && text().equals(body.text())
                && anchors.equals(body.anchors)
                && links.equals(body.links)
                && rawHtml.equals(body.rawHtml)
                && doubts.equals(body.doubts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, anchors, links, rawHtml, doubts);
    }

    /** The beginning of the text, at most so many characters, of which there may be 200. */
    public String lead(int characters) {
        if (characters > MOST) {
            throw new IllegalArgumentException("more than " + MOST + ": " + characters);
        }
        String lead = start(start, characters);
        return lead.length() < start.length() ? lead + "…" : start;
    }

    private static String start(String text, int characters) {
        // No character takes more than two places.
        int most = Math.min(text.length(), 2 * characters);
        int count = Math.min(characters, text.codePointCount(0, most));
        return text.substring(0, text.offsetByCodePoints(0, count));
    }
}
