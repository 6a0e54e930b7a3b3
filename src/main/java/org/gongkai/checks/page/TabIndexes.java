package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever goes by keyboard: the order is that of the page. */
final class TabIndexes implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "tabindex",
                Severity.WARNING,
                "不改变键盘的顺序",
                "用键盘一项一项走的人",
                "WCAG 2.2 2.4.3；适老化规范 原则2（全程键盘）",
                "请去掉 tabindex，或者写 0，让顺序跟着内容走。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("tabindex")) {
            Integer index = Focus.tabIndex(element);
            if (index != null && index > 0) {
                findings.add(element, Words.quote(element) + " 的 tabindex 是 " + index + "。");
            }
        }
    }
}
