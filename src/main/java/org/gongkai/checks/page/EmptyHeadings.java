package org.gongkai.checks.page;

import org.gongkai.model.Severity;

/** For whoever goes through a page by its headings: each says something. */
final class EmptyHeadings implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "empty-heading",
                Severity.ERROR,
                "标题有文字",
                "用标题跳读的读屏用户",
                "WCAG 2.2 1.3.1、2.4.6",
                "请写上标题的文字，或者去掉这个标题。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Heading heading : page.headings()) {
            if (page.name(heading.element()).isEmpty()) {
                findings.add(heading.element(), "标题 " + Words.quote(heading.element()) + " 是空的。");
            }
        }
    }
}
