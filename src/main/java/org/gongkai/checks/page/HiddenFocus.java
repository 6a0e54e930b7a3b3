package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: the Tab key never stops at what is not read out. */
final class HiddenFocus implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "aria-hidden-focus",
                Severity.ERROR,
                "对读屏隐藏的内容不能有焦点",
                "用键盘和读屏软件的人",
                "WCAG 2.2 1.3.1、4.1.2；适老化规范 4.1",
                "请去掉 aria-hidden，或者让里面的链接、按钮不能用键盘到达。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("aria-hidden")) {
            if (HtmlPage.word(element, "aria-hidden").equals("true")
                    && !isWithinHidden(element)
                    && page.isShown(element)) {
                element.stream()
                        .filter(each -> Focus.isTabbable(page, each))
                        .findFirst()
                        .ifPresent(
                                each ->
                                        findings.add(
                                                each,
                                                Words.quote(each)
                                                        + " 可以用键盘到达，却用 aria-hidden 对读屏软件隐藏了。"));
            }
        }
    }

    private static boolean isWithinHidden(Element element) {
        for (Element each = element.parent(); each != null; each = each.parent()) {
            if (HtmlPage.word(each, "aria-hidden").equals("true")) {
                return true;
            }
        }
        return false;
    }
}
