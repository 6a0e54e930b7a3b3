package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: dialogues, meters and the items of menus and trees have names. */
final class WidgetNames implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "widget-name",
                Severity.ERROR,
                "对话框、菜单项等有名称",
                "听读屏软件读网页的人",
                "WCAG 2.2 1.1.1、4.1.2",
                "请写 aria-label=\"名称\"，或者用 aria-labelledby 指向它的标题。");
    }

    static final Set<String> ROLES =
            Set.of(
                    "alertdialog",
                    "application",
                    "dialog",
                    "menuitem",
                    "meter",
                    "option",
                    "progressbar",
                    "tab",
                    "tooltip",
                    "treeitem");

    /** A whole of several parts: its parts have names of their own, so that less is lost. */
    private static final Set<String> WHOLES =
            Set.of("grid", "radiogroup", "tabpanel", "tree", "treegrid");

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : Named.of(page, ROLES, "dialog", "meter", "progress")) {
            if (page.name(element).isEmpty()) {
                findings.add(element, Words.quote(element) + " 没有名称。");
            }
        }
        for (Element element : Named.of(page, WHOLES)) {
            if (page.name(element).isEmpty()) {
                findings.warn(element, Words.quote(element) + " 没有名称。", rule().fix());
            }
        }
    }
}
