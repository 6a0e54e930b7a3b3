package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** A heading as assistive technology meets it. */
record Heading(Element element, int level) {
    private static final List<String> TAGS = List.of("h1", "h2", "h3", "h4", "h5", "h6");

    /** The headings of a page, in document order. */
    static List<Heading> of(HtmlPage page) {
        List<Heading> headings = new ArrayList<>();
        for (Element element : page.taggedOrWith("role", TAGS)) {
            if (isCandidate(element)
                    && page.isExposed(element)
                    && page.roles().of(element).equals("heading")) {
                headings.add(new Heading(element, level(element)));
            }
        }
        return headings;
    }

    private static boolean isCandidate(Element element) {
        return isHtmlHeading(element)
                || (element.hasAttr("role") && HtmlPage.word(element, "role").contains("heading"));
    }

    static boolean isHtmlHeading(Element element) {
        String tag = element.normalName();
        return tag.length() == 2
                && tag.charAt(0) == 'h'
                && tag.charAt(1) >= '1'
                && tag.charAt(1) <= '6';
    }

    private static int level(Element element) {
        String level = element.attr("aria-level").strip();
        if (!level.isEmpty() && level.matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(level);
        }
        return isHtmlHeading(element) ? element.normalName().charAt(1) - '0' : 2;
    }
}
