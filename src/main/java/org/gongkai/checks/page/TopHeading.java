package org.gongkai.checks.page;

import org.gongkai.model.Severity;

/** For whoever goes through a page by its headings: one tells what the page is. */
final class TopHeading implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "one-h1",
                Severity.WARNING,
                "每页一个一级标题",
                "用标题跳读的读屏用户",
                "WCAG 2.2 1.3.1、2.4.6",
                "请让网页的正文以一个 <h1> 开头，其余标题从 <h2> 起。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        var top = page.headings().stream().filter(heading -> heading.level() == 1).toList();
        if (top.isEmpty()) {
            findings.add(null, "网页没有一级标题 <h1>。");
        }
        top.stream()
                .skip(1)
                .forEach(
                        heading ->
                                findings.add(
                                        heading.element(),
                                        "网页有不止一个一级标题：" + Words.quote(heading.element()) + "。"));
    }
}
