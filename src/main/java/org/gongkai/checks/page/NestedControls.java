package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: no control is lost within another. */
final class NestedControls implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "nested-control",
                Severity.ERROR,
                "按钮等里面没有别的控件",
                "用键盘和读屏软件的人",
                "WCAG 2.2 4.1.2；适老化规范 4.1",
                "请把里面的链接、按钮移到外面。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (String tag : Set.of("button", "meter", "progress", "summary")) {
            for (Element element : page.tagged(tag)) {
                if (!element.hasAttr("role") && !tag.equals("summary")) {
                    check(element, page, findings);
                }
            }
        }
        for (Element element : page.with("role")) {
            Aria.Role role = page.roles().roleOf(element);
            if (role != null && role.is("leaf")) {
                check(element, page, findings);
            }
        }
    }

    /** A control of HTML, or what is one by its role and can be reached. */
    private static boolean isControl(Element element, HtmlPage page) {
        if (!Focus.isFocusable(page, element)) {
            return false;
        }
        Aria.Role role = page.roles().roleOf(element);
        return Focus.isFocusableByNature(element)
                || (Focus.isTabbable(page, element) && role != null && role.isWidget());
    }

    private void check(Element element, HtmlPage page, Findings findings) {
        if (element.childrenSize() == 0 || !page.isExposed(element)) {
            return;
        }
        element.stream()
                .filter(each -> each != element && isControl(each, page))
                .findFirst()
                .ifPresent(
                        each ->
                                findings.add(
                                        each,
                                        Words.quote(element)
                                                + " 里面还有可以用键盘到达的 "
                                                + Words.quote(each)
                                                + "。"));
    }
}
