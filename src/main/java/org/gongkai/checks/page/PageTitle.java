package org.gongkai.checks.page;

import java.util.regex.Pattern;
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

    /** What a program put there until somebody would write a title: its own words, an address. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "(?i)无标题(文档|页)?|新建网页 ?\\d*|网页标题|未命名(文档)?"
                            + "|untitled( document| page)?|new page ?\\d*|document|title"
                            + "|https?://\\S*|[\\w.-]+\\.(s?html?|jspx?|aspx?|php)");

    @Override
    public void check(HtmlPage page, Findings findings) {
        Element title = of(page);
        if (title == null) {
            findings.add(null, "网页没有标题。");
        } else if (Words.isBlank(title.text())) {
            findings.add(title, "网页的标题是空的。");
        } else if (PLACEHOLDER.matcher(title.text().strip()).matches()) {
            findings.add(title, "网页的标题“" + Words.shorter(title.text().strip()) + "”没有说出内容。");
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
