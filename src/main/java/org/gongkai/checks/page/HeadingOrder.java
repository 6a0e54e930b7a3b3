package org.gongkai.checks.page;

import org.gongkai.model.Severity;

/** For whoever goes through a page by its headings: no level is left out. */
final class HeadingOrder implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "heading-order",
                Severity.WARNING,
                "标题不跳级",
                "用标题跳读的读屏用户",
                "WCAG 2.2 1.3.1",
                "请把这个标题改成比上一个标题低一级。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        int above = 0;
        for (Heading heading : page.headings()) {
            if (above > 0 && heading.level() > above + 1) {
                findings.add(
                        heading.element(),
                        "标题从 "
                                + above
                                + " 级跳到 "
                                + heading.level()
                                + " 级："
                                + Words.quote(heading.element())
                                + "。");
            }
            above = heading.level();
        }
    }
}
