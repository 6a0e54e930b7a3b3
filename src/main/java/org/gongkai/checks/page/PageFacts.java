package org.gongkai.checks.page;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What of a page is remembered for the checks that look at several.
 *
 * @param title as a browser shows it
 * @param article whether it is a document, whose title is as issued
 * @param canonical the address that it calls its own; empty where it names none
 * @param base its {@code <base href>}; empty where it has none
 * @param anchors the places on it that a link can lead to
 * @param links each address on it once, as written
 */
record PageFacts(
        String path,
        String title,
        boolean article,
        String canonical,
        String base,
        Set<String> anchors,
        Set<String> links) {

    private static final Pattern SEARCH_FILE = Pattern.compile("search/[0-9a-f]{16}");

    private static boolean isArticle(HtmlPage page) {
        return page.tagged("meta").stream()
                .anyMatch(meta -> meta.attr("name").equalsIgnoreCase("ArticleTitle"));
    }

    /**
     * Whether all that it links to keeps its name from build to build: the files of the search are
     * named after what they hold.
     */
    boolean isLasting() {
        for (String link : links) {
            if (link.contains("search/") && SEARCH_FILE.matcher(link).find()) {
                return false;
            }
        }
        return true;
    }

    /** The same, with equal texts of many pages as one. */
    PageFacts sharing(UnaryOperator<String> shared) {
        Set<String> sharedLinks = new LinkedHashSet<>();
        links.forEach(link -> sharedLinks.add(shared.apply(link)));
        return new PageFacts(path, title, article, canonical, base, anchors, sharedLinks);
    }

    /**
     * @param shared gives equal texts of many pages as one
     */
    static PageFacts of(HtmlPage page, UnaryOperator<String> shared) {
        Element title = PageTitle.of(page);
        Set<String> anchors = new HashSet<>();
        page.with("id").forEach(element -> anchors.add(shared.apply(element.id())));
        for (Element anchor : page.tagged("a")) {
            if (anchor.hasAttr("name")) {
                anchors.add(shared.apply(anchor.attr("name")));
            }
        }
        Set<String> links = new LinkedHashSet<>();
        String base = "";
        Iterator<PageElement> leftOut =
                page.pieces().stream().filter(PageElement::isLeftOut).iterator();
        PageElement next = leftOut.hasNext() ? leftOut.next() : null;
        for (Element element : page.with("href")) {
            // In the order in which they stand.
            while (next != null && next.place < ((PageElement) element).place) {
                links.addAll(next.piece().links());
                next = leftOut.hasNext() ? leftOut.next() : null;
            }
            if (element.normalName().equals("base")) {
                base = base.isEmpty() ? element.attr("href").strip() : base;
            } else if (!element.attr("href").isBlank()) {
                links.add(shared.apply(element.attr("href").strip()));
            }
        }
        while (next != null) {
            links.addAll(next.piece().links());
            next = leftOut.hasNext() ? leftOut.next() : null;
        }
        for (Resource resource : page.resources()) {
            links.add(shared.apply(resource.url()));
        }
        for (Element form : page.tagged("form")) {
            if (!form.attr("action").isBlank()) {
                links.add(shared.apply(form.attr("action").strip()));
            }
        }
        return new PageFacts(
                page.path(),
                title == null ? "" : title.text(),
                isArticle(page),
                SiteAddress.canonical(page),
                base,
                anchors,
                links);
    }
}
