package org.gongkai.checks.page;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** For whoever wants to know how new something is: each item of a dated list has its date. */
final class UndatedItems implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "undated-item",
                Severity.ERROR,
                "信息列表条条有日期",
                "要知道信息新不新的人",
                "检查指标（国办秘函〔2019〕19号）",
                "请在这一条里写上发布日期，例如 2023-09-14。");
    }

    private static final Pattern DATE =
            Pattern.compile(
                    "(?:19|20)\\d{2}\\s*[-年./]\\s*\\d{1,2}"
                            + "|(?<!\\d)(?:0?[1-9]|1[0-2])[-/.月](?:0?[1-9]|[12]\\d|3[01])日?(?!\\d)");

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element list : page.tagged("ul", "ol")) {
            if (list.childrenSize() < 2 || !page.isExposed(list) || isNavigation(list)) {
                continue;
            }
            List<Element> items = list.children().stream().filter(UndatedItems::isLinked).toList();
            long dated = items.stream().filter(UndatedItems::isDated).count();
            if (items.size() < 2 || dated * 2 <= items.size() || dated == items.size()) {
                continue;
            }
            for (Element item : items) {
                if (!isDated(item)) {
                    findings.add(item, "列表里的“" + Words.shorter(item.text()) + "”没有日期。");
                }
            }
        }
    }

    private static boolean isNavigation(Element list) {
        for (Element each = list.parent(); each != null; each = each.parent()) {
            switch (each.normalName()) {
                case "nav", "header", "footer" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** An item of a list of documents; tasks have a deadline instead, which need be no date. */
    static boolean isLinked(Element item) {
        if (item instanceof PageElement known && known.isLeftOut()) {
            return known.piece().isLinked();
        }
        return item.normalName().equals("li") && holds("a", item) && !saysDeadline(item);
    }

    /** Mostly one text of its own says it; else all are put together only if they may. */
    private static boolean saysDeadline(Element item) {
        return mentions("时限", item) || mentions("时", item) && item.wholeText().contains("时限");
    }

    /** Whether a date stands beside its link, or in it where there is nothing else. */
    static boolean isDated(Element item) {
        return item instanceof PageElement known && known.isLeftOut()
                || holds("time", item)
                || DATE.matcher(item.wholeText()).find();
    }

    private static boolean holds(String tag, Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof Element child
                    && (child.normalName().equals(tag) || holds(tag, child))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentions(String words, Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node node = element.childNode(i);
            if (node instanceof TextNode text
                    ? text.getWholeText().contains(words)
                    : node instanceof Element child && mentions(words, child)) {
                return true;
            }
        }
        return false;
    }
}
