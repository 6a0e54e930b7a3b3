package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For everyone: a page that has no code in it can forbid all that somebody smuggles in. */
final class InlineCode implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "inline-code",
                Severity.WARNING,
                "网页里没有内嵌的脚本和样式",
                "网站被人塞进脚本时的所有人",
                "本站规则",
                "请把脚本和样式移到 .js、.css 文件里。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (String attribute : page.attributes()) {
            boolean handler = attribute.startsWith("on") && attribute.length() > 4;
            if (handler || attribute.equals("style")) {
                int count = page.with(attribute).size();
                findings.add(
                        page.with(attribute).get(0),
                        "网页里有内嵌的"
                                + (handler ? "脚本 " : "样式 ")
                                + attribute
                                + (count > 1 ? "，共 " + count + " 处。" : "。"));
            }
        }
        for (Element link : page.with("href")) {
            if (link.attr("href").strip().regionMatches(true, 0, "javascript:", 0, 11)) {
                findings.add(
                        link, "链接 " + Words.quote(link) + " 里是脚本，不是网址。", "请改成真的网址，或者用 <button>。");
            }
        }
    }
}
