package org.gongkai.checks;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;

/**
 * For everyone who opens a page: what an editor typed or pasted as HTML can do no harm. Scripts,
 * styles, frames, forms and event handlers go; text, tables, links and the column's own pictures
 * stay. Headings are put in order below the page's own h1 (WCAG 2.2, 1.3.1 and 2.4.6).
 */
public final class SafeHtml {
    /** Never asked for; jsoup needs some address to tell a relative link by. */
    private static final String BASE = "https://column.invalid/";

    private static final Set<String> OWN_CLASSES = Set.of("signed", "salutation");

    private final Cleaner cleaner = new Cleaner(safelist());

    /**
     * The HTML without what could do harm, and with each link as the function gives it; null
     * removes it.
     */
    public String clean(String html, UnaryOperator<String> links) {
        Document dirty = Jsoup.parseBodyFragment(html, BASE);
        Document clean = cleaner.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        Element body = clean.body();
        for (Element link : body.select("a[href]")) {
            String href = links.apply(link.attr("href"));
            if (href == null) {
                link.removeAttr("href");
            } else {
                link.attr("href", href);
            }
        }
        for (Element image : body.select("img")) {
            String src = image.hasAttr("src") ? links.apply(image.attr("src")) : null;
            if (src == null
                    || src.startsWith("//")
                    || src.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
                image.remove();
            } else {
                image.attr("src", src);
            }
        }
        for (Element paragraph : body.select("p[class]")) {
            if (!OWN_CLASSES.contains(paragraph.className())) {
                paragraph.removeAttr("class");
            }
        }
        orderHeadings(body);
        return body.html();
    }

    /** Whether a piece of HTML, which may be a lone opening or closing tag, stays as it is. */
    public boolean isHarmless(String html) {
        Document document = Jsoup.parseBodyFragment(html, BASE);
        document.body()
                .filter(
                        (node, depth) ->
                                node instanceof Comment
                                        ? NodeFilter.FilterResult.REMOVE
                                        : NodeFilter.FilterResult.CONTINUE);
        return cleaner.isValid(document);
    }

    /**
     * The first heading of a text is an h2, and none is more than one level below the one before
     * it.
     */
    private static void orderHeadings(Element body) {
        int previousGiven = 0;
        int previousLevel = 1;
        for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
            int given = heading.tagName().charAt(1) - '0';
            int level =
                    given > previousGiven
                            ? Math.min(previousLevel + 1, 6)
                            : Math.max(2, previousLevel - (previousGiven - given));
            heading.tagName("h" + level);
            previousGiven = given;
            previousLevel = level;
        }
    }

    private static Safelist safelist() {
        return Safelist.relaxed()
                .addTags("caption", "hr", "mark", "figure", "figcaption", "s", "del", "ins")
                .addAttributes("p", "class")
                .addAttributes("td", "headers")
                .addAttributes("th", "headers")
                .removeAttributes("table", "width")
                .removeAttributes("td", "width", "axis", "abbr")
                .removeAttributes("th", "width", "axis", "abbr")
                .removeAttributes("col", "width")
                .removeAttributes("colgroup", "width")
                .removeAttributes("img", "align", "width", "height")
                .addProtocols("a", "href", "tel")
                .removeProtocols("a", "href", "ftp")
                .preserveRelativeLinks(true);
    }
}
