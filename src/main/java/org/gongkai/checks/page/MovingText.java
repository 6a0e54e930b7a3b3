package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever reads slowly: no text runs away. */
final class MovingText implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "moving-text",
                Severity.ERROR,
                "文字不自己移动、闪烁",
                "读得慢、容易分心的人",
                "WCAG 2.2 2.2.2",
                "请去掉 <marquee>、<blink>，用普通文字。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.tagged("marquee", "blink")) {
            if (page.isShown(element)) {
                findings.add(element, Words.quote(element) + " 会自己移动或闪烁。");
            }
        }
    }
}
