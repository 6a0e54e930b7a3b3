package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gongkai.cache.SharedPart;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * An item of a list that stands on many pages, character by character. Where nothing was found on a
 * page with it, what it holds is left out of the next: it is text and links and nothing else, so
 * that what checks say of it depends on no more than what is {@link Around} it and the looks that
 * it has there. The item itself stays, so that all else stands as it did. Where something is found
 * on a page from which some was left out, all of the page is looked at again.
 */
final class Piece {
    private static final Set<String> TAGS =
            Set.of("li", "p", "a", "span", "time", "strong", "em", "b", "i", "small", "br");
    private static final Set<String> ATTRIBUTES = Set.of("class", "href", "datetime");
    private static final Object NONE = new Object();
    private static final String START = "<li";

    private volatile List<Where> where = List.of();
    private volatile List<String> links;
    private volatile boolean other;
    private volatile boolean linked;
    private volatile int length;

    /** Where nothing was found in it. */
    private record Where(Around around, Object looks) {}

    private Piece() {}

    /** What is known of a part; null where it is no such item. */
    static Piece of(SharedPart part) {
        Object known = part.known();
        if (known == null) {
            char[] text = part.text();
            boolean item =
                    text.length > START.length()
                            && Arrays.equals(
                                    text, 0, START.length(), START.toCharArray(), 0, START.length())
                            && (text[START.length()] == '>' || text[START.length()] == ' ');
            known = item ? new Piece() : NONE;
            part.know(known);
        }
        return known == NONE ? null : (Piece) known;
    }

    /** How many characters the element has, from its start tag to the end of its end tag. */
    int length() {
        return length;
    }

    void length(int found) {
        this.length = found;
    }

    /** Each address in it, as written, in its order. */
    List<String> links() {
        return links;
    }

    /** Whether it is an item as {@link UndatedItems} looks for them; then it has its date. */
    boolean isLinked() {
        return linked;
    }

    /** Whether it may be left out where this is around it, if its looks are as before. */
    boolean isKnownIn(Around around) {
        for (Where each : where) {
            if (each.around == around) {
                return true;
            }
        }
        return false;
    }

    boolean isKnown(Around around, Object looks) {
        for (Where each : where) {
            if (each.around == around && each.looks.equals(looks)) {
                return true;
            }
        }
        return false;
    }

    /** Notes that nothing is found in it here. */
    synchronized void learn(
            PageElement element, Around around, Object looks, UnaryOperator<String> shared) {
        if (links == null) {
            look(element, shared);
        }
        if (!other && !isKnown(around, looks)) {
            List<Where> more = new ArrayList<>(where);
            more.add(new Where(around, looks));
            where = List.copyOf(more);
        }
    }

    /** What of it is the same wherever it stands. */
    private void look(PageElement item, UnaryOperator<String> shared) {
        List<String> found = new ArrayList<>();
        other = !isPlain(item, found) || !hasWords(item);
        linked = UndatedItems.isLinked(item);
        other |= linked && !UndatedItems.isDated(item);
        found.replaceAll(shared);
        links = List.copyOf(found);
    }

    private static boolean hasWords(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text
                    ? !Words.isBlank(text.getWholeText())
                    : child instanceof Element inner && hasWords(inner)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no check that looks at a whole page could miss what it holds. */
    private static boolean isPlain(Element element, List<String> links) {
        String tag = element.normalName();
        boolean block = tag.equals("p") || tag.equals("li");
        boolean excuse =
                block && element.childNodeSize() == 1 && element.childNode(0) instanceof TextNode;
        if (!TAGS.contains(tag) || excuse) {
            return false;
        }
        if (element.attributesSize() > 0) {
            for (Attribute attribute : element.attributes()) {
                if (!ATTRIBUTES.contains(attribute.getKey())) {
                    return false;
                }
            }
            if (element.hasAttr("href") && !element.attr("href").isBlank()) {
                links.add(element.attr("href").strip());
            }
        }
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            boolean plain =
                    child instanceof Element inner
                            ? isPlain(inner, links)
                            : child instanceof TextNode;
            if (!plain) {
                return false;
            }
        }
        return true;
    }
}
