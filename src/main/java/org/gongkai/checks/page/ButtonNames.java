package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page or speaks to it: each button says what it does. */
final class ButtonNames implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "button-name",
                Severity.ERROR,
                "按钮有名称",
                "听读屏软件、用语音操作的人",
                "WCAG 2.2 4.1.2",
                "请在按钮里写上文字；<input> 按钮写 value，图片按钮写 alt。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element button : Named.of(page, Set.of("button"), "button", "input")) {
            if (page.name(button).isEmpty()) {
                findings.add(button, "按钮 " + Words.quote(button) + " 没有名称。");
            }
        }
        for (Element button : page.with("role")) {
            if (isHtmlButton(button)
                    && page.isExposed(button)
                    && !isNamedElsewhere(page.roles().of(button))
                    && page.name(button).isEmpty()) {
                findings.add(button, "按钮 " + Words.quote(button) + " 没有名称。");
            }
        }
        for (Element summary : page.tagged("summary")) {
            if (Focus.isSummary(summary)
                    && page.isExposed(summary)
                    && page.name(summary).isEmpty()) {
                findings.add(summary, "展开按钮 " + Words.quote(summary) + " 没有名称。");
            }
        }
    }

    private static boolean isHtmlButton(Element element) {
        return element.normalName().equals("button")
                || (element.normalName().equals("input")
                        && Set.of("button", "submit", "reset", "image")
                                .contains(HtmlPage.word(element, "type")));
    }

    /** Whether another check asks for the name, or nobody does. */
    private static boolean isNamedElsewhere(String role) {
        return role.equals("button")
                || role.equals("link")
                || role.equals("img")
                || role.equals(Roles.NONE)
                || WidgetNames.ROLES.contains(role)
                || FormLabels.ROLES.contains(role);
    }
}
