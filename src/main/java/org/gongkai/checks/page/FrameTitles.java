package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: each frame says what is in it. */
final class FrameTitles implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "frame-title",
                Severity.ERROR,
                "嵌入的网页有名称",
                "听读屏软件、用键盘的人",
                "WCAG 2.2 2.4.1、4.1.2",
                "请在 <iframe> 上写 title=\"嵌入的是什么\"。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element frame : page.tagged("iframe", "frame")) {
            Integer index = Focus.tabIndex(frame);
            String role = Roles.written(frame);
            if (page.isExposed(frame)
                    && (role == null || !Roles.isPresentational(role) || isConflicting(frame))
                    && (index == null || index >= 0)
                    && page.name(frame).isEmpty()) {
                findings.add(frame, "嵌入的网页 " + Words.quote(frame) + " 没有名称。");
            }
        }
    }

    private static boolean isConflicting(Element frame) {
        return frame.hasAttr("tabindex")
                || frame.hasAttr("title")
                || Roles.hasGlobalAttribute(frame);
    }
}
