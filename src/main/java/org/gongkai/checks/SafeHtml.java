package org.gongkai.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.gongkai.model.CleanHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/**
 * For everyone who opens a page: what an editor typed or pasted as HTML can do no harm. Scripts,
 * styles, frames, forms and event handlers go; text, tables, links and the column's own pictures
 * stay. Headings are put in order below the page's own h1 (WCAG 2.2, 1.3.1 and 2.4.6).
 */
public final class SafeHtml {
    /** Never asked for; jsoup needs some address to tell a relative link by. */
    private static final String BASE = "https://column.invalid/";

    /** The anchors that pages have of their own. */
    static final Set<String> PAGE_ANCHORS =
            Set.of(
                    "top",
                    "main",
                    "search",
                    "search-list",
                    "search-count",
                    "tasks",
                    "attachments",
                    "related",
                    "ask");

    private static final Evaluator HEADINGS = Selector.evaluatorOf("h1, h2, h3, h4, h5, h6");
    private static final Evaluator LINKS = Selector.evaluatorOf("a[href]");
    private static final Evaluator PICTURES = Selector.evaluatorOf("img");
    private static final Evaluator NAMED_PARAGRAPHS = Selector.evaluatorOf("p[class]");
    private static final Evaluator NUMBERED_ITEMS = Selector.evaluatorOf("li[value]");
    private static final Evaluator ALIGNED_CELLS = Selector.evaluatorOf("th[align], td[align]");
    private static final Evaluator TABLES = Selector.evaluatorOf("table");
    private static final Pattern SCHEME =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern HIDING = Pattern.compile("<(?:[?!]|/[^A-Za-z>])");
    private static final Set<String> OWN_CLASSES = Set.of("signed", "salutation", "picture");

    private final Cleaner cleaner = new Cleaner(safelist());

    /**
     * The HTML without what could do harm, and with each link as the function gives it; null
     * removes it.
     */
    public CleanHtml clean(String html, UnaryOperator<String> links) {
        Document dirty = Jsoup.parseBodyFragment(html, BASE);
        Document clean = cleaner.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        Element body = clean.body();
        replaceLinks(body, links);
        for (Element paragraph : body.select(NAMED_PARAGRAPHS)) {
            if (!OWN_CLASSES.contains(paragraph.className())) {
                paragraph.removeAttr("class");
            }
        }
        for (Element item : body.select(NUMBERED_ITEMS)) {
            boolean counts = item.parent() != null && item.parent().normalName().equals("ol");
            if (!counts || !NUMBER.matcher(item.attr("value")).matches()) {
                item.removeAttr("value");
            }
        }
        orderHeadings(body);
        Set<String> anchors = nameHeadings(body);
        arrangeTables(body);
        return new CleanHtml(body.html(), body.text(), anchors);
    }

    private static void replaceLinks(Element body, UnaryOperator<String> links) {
        for (Element link : body.select(LINKS)) {
            String href = links.apply(link.attr("href"));
            if (href == null) {
                link.removeAttr("href");
            } else {
                link.attr("href", href);
            }
        }
        for (Element image : body.select(PICTURES)) {
            String src = image.hasAttr("src") ? links.apply(image.attr("src")) : null;
            if (src == null || src.startsWith("//") || SCHEME.matcher(src).matches()) {
                image.remove();
            } else {
                image.attr("src", src);
            }
        }
    }

    /** Gives each heading an id after its words, so that a link can lead to it. */
    private static Set<String> nameHeadings(Element body) {
        Set<String> anchors = new HashSet<>();
        // Of many that are the same, each begins where the last one ended.
        Map<String, Integer> next = new HashMap<>();
        for (Element heading : body.select(HEADINGS)) {
            String words = heading.text().strip().replaceAll("[\\s\u3000]+", "-");
            int number = next.getOrDefault(words, 1);
            String id;
            do {
                id = number == 1 ? words : words + "-" + number;
                number++;
            } while (id.isEmpty() || PAGE_ANCHORS.contains(id) || !anchors.add(id));
            next.put(words, number);
            heading.attr("id", id);
        }
        return anchors;
    }

    /**
     * Keeps a column's alignment, and lets a wide table be scrolled by keyboard (WCAG 2.2, 2.1.1).
     */
    private static void arrangeTables(Element body) {
        for (Element cell : body.select(ALIGNED_CELLS)) {
            String align = cell.attr("align").toLowerCase(Locale.ROOT);
            cell.removeAttr("align");
            if (align.equals("right") || align.equals("center")) {
                cell.addClass(align);
            }
        }
        int unnamed = 0;
        for (Element table : body.select(TABLES)) {
            if (table.parent().closest("table") != null) {
                continue;
            }
            Element caption = table.selectFirst("caption");
            boolean named = caption != null && !caption.text().isBlank();
            Element frame = new Element("div").addClass("scroll");
            frame.attr("role", "region").attr("tabindex", "0");
            // Two areas of a page may not have one name.
            unnamed += named ? 0 : 1;
            String number = unnamed > 1 ? String.valueOf(unnamed) : "";
            frame.attr("aria-label", named ? caption.text() : "表格" + number);
            table.replaceWith(frame);
            frame.appendChild(table);
        }
    }

    /** Whether a piece of HTML, which may be a lone opening or closing tag, stays as it is. */
    public boolean isHarmless(String html) {
        if (hidesText(html)) {
            return false;
        }
        Document document = Jsoup.parseBodyFragment(html, BASE);
        document.body()
                .filter(
                        (node, depth) ->
                                node instanceof Comment
                                        ? NodeFilter.FilterResult.REMOVE
                                        : NodeFilter.FilterResult.CONTINUE);
        return cleaner.isValid(document);
    }

    /** Whether a browser takes for a comment what was not typed as one: {@code <?} and the like. */
    private static boolean hidesText(String html) {
        int at = html.indexOf('<');
        while (at >= 0) {
            int from = at + 1;
            if (html.startsWith("<!--", at)) {
                int end = html.indexOf("-->", at + 2);
                if (end < 0) {
                    return true;
                }
                from = end + 3;
            } else if (HIDING.matcher(html).region(at, html.length()).lookingAt()) {
                return true;
            }
            at = html.indexOf('<', from);
        }
        return false;
    }

    /**
     * The first heading of a text is an h2, and none is more than one level below the one before
     * it.
     */
    private static void orderHeadings(Element body) {
        int previousGiven = 0;
        int previousLevel = 1;
        for (Element heading : body.select(HEADINGS)) {
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
                .addAttributes("li", "value")
                .addAttributes("td", "align")
                .addAttributes("th", "align")
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
