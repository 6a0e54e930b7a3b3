package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: what the keyboard reaches has a role. */
final class PresentationalFocus implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "presentation-focus",
                Severity.WARNING,
                "能操作的元素有角色",
                "用键盘和读屏软件的人",
                "WCAG 2.2 4.1.2；适老化规范 4.1",
                "请去掉 role=\"none\"（或 presentation、alt=\"\"），或者让它不能用键盘到达。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("role")) {
            String role = Roles.written(element);
            if (role != null && Roles.isPresentational(role)) {
                check(element, page, findings);
            }
        }
        for (Element image : page.tagged("img")) {
            if (image.hasAttr("alt") && image.attr("alt").isEmpty() && !image.hasAttr("role")) {
                check(image, page, findings);
            }
        }
    }

    private void check(Element element, HtmlPage page, Findings findings) {
        if (page.isExposed(element) && page.roles().isConflicting(element)) {
            findings.add(
                    element,
                    Words.quote(element)
                            + " 写明没有角色，却"
                            + (Focus.isFocusable(page, element) ? "可以用键盘到达。" : "有 aria- 属性。"));
        }
    }
}
