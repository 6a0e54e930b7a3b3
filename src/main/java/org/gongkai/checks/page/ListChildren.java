package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** For whoever hears a list: it is told how many items there are, and they are its items. */
final class ListChildren implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "list-children",
                Severity.ERROR,
                "列表里只有列表项",
                "听读屏软件读网页的人",
                "WCAG 2.2 1.3.1",
                "<ul>、<ol> 里只放 <li>；<dl> 里只放成组的 <dt>、<dd>。");
    }

    private static final Set<String> ANYWHERE = Set.of("script", "template", "style", "noscript");

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element list : page.tagged("ul", "ol", "menu")) {
            if (page.isExposed(list) && page.roles().of(list).equals("list")) {
                checkItems(list, page, findings);
            }
        }
        for (Element list : page.tagged("dl")) {
            if (page.isExposed(list) && Roles.written(list) == null) {
                checkDefinitions(list, page, findings);
            }
        }
    }

    private void checkItems(Element list, HtmlPage page, Findings findings) {
        if (hasText(list)) {
            findings.add(list, "列表 " + Words.quote(list) + " 里有不在列表项里的文字。");
        }
        for (Element child = list.firstElementChild(); child != null; child = next(child)) {
            if (!ANYWHERE.contains(child.normalName())
                    && page.isExposed(child)
                    && !page.roles().of(child).equals("listitem")) {
                findings.add(child, "列表里的 " + Words.quote(child) + " 不是列表项。");
            }
        }
    }

    private void checkDefinitions(Element list, HtmlPage page, Findings findings) {
        if (hasText(list)) {
            findings.add(list, "定义列表 " + Words.quote(list) + " 里有不在 <dt>、<dd> 里的文字。");
        }
        for (Element child = list.firstElementChild(); child != null; child = next(child)) {
            String tag = child.normalName();
            if (tag.equals("div") && Roles.written(child) == null) {
                checkGroup(child, page, findings);
                continue;
            }
            if (!isPart(child) && !ANYWHERE.contains(tag) && page.isExposed(child)) {
                findings.add(child, "定义列表里的 " + Words.quote(child) + " 不是 <dt>、<dd>。");
            }
        }
        checkOrder(list, findings);
    }

    /** Each name is followed by what it is. */
    private void checkOrder(Element list, Findings findings) {
        Element first = null;
        Element last = null;
        for (Element child = list.firstElementChild(); child != null; child = next(child)) {
            if (isPart(child)) {
                first = first == null ? child : first;
                last = child;
            }
        }
        if (first != null && first.normalName().equals("dd")) {
            findings.add(first, "定义列表的 " + Words.quote(first) + " 前面没有 <dt>。");
        }
        if (last != null && last.normalName().equals("dt")) {
            findings.add(last, "定义列表的 " + Words.quote(last) + " 后面没有 <dd>。");
        }
    }

    private void checkGroup(Element group, HtmlPage page, Findings findings) {
        for (Element child = group.firstElementChild(); child != null; child = next(child)) {
            if (!isPart(child) && !ANYWHERE.contains(child.normalName()) && page.isExposed(child)) {
                findings.add(child, "定义列表里的 " + Words.quote(child) + " 不是 <dt>、<dd>。");
            }
        }
        if (hasText(group) || !hasPart(group)) {
            findings.add(group, "定义列表里的 " + Words.quote(group) + " 没有只放 <dt>、<dd>。");
        }
        checkOrder(group, findings);
    }

    private static Element next(Element child) {
        return child.nextElementSibling();
    }

    private static boolean hasPart(Element group) {
        for (Element child = group.firstElementChild(); child != null; child = next(child)) {
            if (isPart(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(Element child) {
        String role = Roles.written(child);
        return (child.normalName().equals("dt") || child.normalName().equals("dd"))
                && (role == null || Set.of("term", "definition", "listitem").contains(role));
    }

    private static boolean hasText(Element list) {
        for (int i = 0; i < list.childNodeSize(); i++) {
            if (list.childNode(i) instanceof TextNode text && !Words.isBlank(text.getWholeText())) {
                return true;
            }
        }
        return false;
    }
}
