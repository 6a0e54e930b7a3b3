package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: it is read in the right language. */
final class PageLanguage implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "html-lang",
                Severity.ERROR,
                "写明整页的语言",
                "听读屏软件读网页的人",
                "WCAG 2.2 3.1.1",
                "请写成 <html lang=\"zh-CN\">。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        Element html = page.document().firstElementChild();
        if (html == null || !html.normalName().equals("html")) {
            return;
        }
        String language = html.attr("lang").strip();
        String xml = html.attr("xml:lang").strip();
        if (language.isEmpty()) {
            findings.add(html, "网页没有写明语言。");
        } else if (!LanguageTag.isValid(language)) {
            findings.add(html, "网页的语言“" + language + "”不是有效的语言代码。");
        } else if (!xml.isEmpty()
                && !LanguageTag.primary(xml).equals(LanguageTag.primary(language))) {
            findings.add(html, "lang 写的是“" + language + "”，xml:lang 写的是“" + xml + "”，两者不一致。");
        }
    }
}
