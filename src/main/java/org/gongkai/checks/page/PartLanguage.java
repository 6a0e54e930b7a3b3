package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: words of another language are read in theirs. */
final class PartLanguage implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "part-lang",
                Severity.ERROR,
                "语言代码有效",
                "听读屏软件读网页的人",
                "WCAG 2.2 3.1.2",
                "请写有效的语言代码，例如 zh-CN、en、ug。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("lang")) {
            check(element, element.attr("lang"), page, findings);
        }
        for (Element element : page.with("xml:lang")) {
            if (!element.hasAttr("lang")) {
                check(element, element.attr("xml:lang"), page, findings);
            }
        }
    }

    private static void check(Element element, String language, HtmlPage page, Findings findings) {
        if (!element.normalName().equals("html")
                && !language.isEmpty()
                && !LanguageTag.isValid(language.strip())
                && hasWords(page, element)) {
            findings.add(
                    element, Words.quote(element) + " 的语言“" + language.strip() + "”不是有效的语言代码。");
        }
    }

    /** Whether there are words in it that it gives the language of. */
    private static boolean hasWords(HtmlPage page, Element element) {
        return element.stream()
                .filter(each -> page.isShown(each) && languageOf(each) == element)
                .anyMatch(
                        each ->
                                !Words.isBlank(each.ownText())
                                        || !Words.isBlank(each.attr("alt"))
                                        || !Words.isBlank(each.attr("aria-label")));
    }

    private static Element languageOf(Element element) {
        Element each = element;
        while (each != null && !each.hasAttr("lang") && !each.hasAttr("xml:lang")) {
            each = each.parent();
        }
        return each;
    }
}
