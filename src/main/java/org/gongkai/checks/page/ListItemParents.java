package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a list: no item stands outside of one. */
final class ListItemParents implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "list-item-parent",
                Severity.ERROR,
                "列表项在列表里",
                "听读屏软件读网页的人",
                "WCAG 2.2 1.3.1",
                "请把 <li> 放进 <ul> 或 <ol>，把 <dt>、<dd> 放进 <dl>。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element item : page.tagged("li")) {
            Element parent = item.parent();
            if (Roles.written(item) == null && page.isExposed(item) && !isList(parent)) {
                findings.add(item, "列表项 " + Words.quote(item) + " 不在列表里。");
            }
        }
        for (Element part : page.tagged("dt", "dd")) {
            if (Roles.written(part) == null && page.isExposed(part) && !isInDefinitions(part)) {
                findings.add(part, Words.quote(part) + " 不在 <dl> 里。");
            }
        }
    }

    private static boolean isList(Element parent) {
        String role = Roles.written(parent);
        return role == null
                ? Roles.isList(parent)
                : role.equals("list") || (Roles.isPresentational(role) && Roles.isList(parent));
    }

    private static boolean isInDefinitions(Element part) {
        Element parent = part.parent();
        if (parent.normalName().equals("div") && Roles.written(parent) == null) {
            parent = parent.parent();
        }
        return parent != null
                && parent.normalName().equals("dl")
                && (Roles.written(parent) == null || Roles.written(parent).equals("list"));
    }
}
