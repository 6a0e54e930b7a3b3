package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** For whoever has many pages open: each says what it is. */
final class PageTitle implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "page-title",
                Severity.ERROR,
                "网页有标题",
                "同时开着许多网页的人、听读屏软件读网页的人",
                "WCAG 2.2 2.4.2",
                "请在 <head> 里写 <title>网页内容 - 网站名称</title>。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        Element title = of(page);
        if (title == null) {
            findings.add(null, "网页没有标题。");
        } else if (Words.isBlank(title.text())) {
            findings.add(title, "网页的标题是空的。");
        }
    }

    /** The title element that a browser takes; null where there is none. */
    static Element of(HtmlPage page) {
        return page.tagged("title").stream()
                .filter(title -> title.tag().namespace().equals(Parser.NamespaceHtml))
                .findFirst()
                .orElse(null);
    }
}
