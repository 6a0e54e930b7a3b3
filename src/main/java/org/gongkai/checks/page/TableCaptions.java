package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a table: its caption says what is in it. */
final class TableCaptions implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "table-caption",
                Severity.WARNING,
                "数据表有标题",
                "听读屏软件读表格的人",
                "WCAG 2.2 1.3.1",
                "请在 <table> 里第一行写 <caption>表格的名称</caption>。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element table : page.tagged("table")) {
            if (!page.isExposed(table) || !page.roles().of(table).equals("table")) {
                continue;
            }
            Grid grid = Grid.of(table);
            if (grid.hasHeaders() && page.name(table).isEmpty() && !isNamedAround(table, page)) {
                findings.add(table, "表格 " + Words.quote(table) + " 没有标题。");
            } else if (!grid.hasHeaders() && grid.looksLikeData()) {
                findings.review(
                        table,
                        "表格 " + Words.quote(table) + " 没有表头。",
                        "如果是数据，请把表头的单元格写成 <th>；如果只为排版，请写 role=\"presentation\"。");
            }
        }
    }

    /** Whether the frame that it scrolls in, or its figure, has its name. */
    private static boolean isNamedAround(Element table, HtmlPage page) {
        Element around = table.parent();
        return around != null
                && around.childrenSize() == 1
                && (around.hasAttr("role") || around.normalName().equals("figure"))
                && !page.name(around).isEmpty();
    }
}
