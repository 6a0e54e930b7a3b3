package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a table: the headers that a cell names are there, in its own table. */
final class CellHeaders implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "table-headers",
                Severity.ERROR,
                "headers 指向本表的表头",
                "听读屏软件读表格的人",
                "WCAG 2.2 1.3.1",
                "headers 里写本表中表头单元格的 id，用空格隔开。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element cell : page.with("headers")) {
            if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
                continue;
            }
            Element table = HtmlPage.around(cell, "table");
            if (table == null
                    || !Grid.ROLES.contains(page.roles().of(table))
                    || !page.isExposed(table)
                    || !page.isExposed(cell)) {
                continue;
            }
            for (String id : Words.of(cell.attr("headers"))) {
                Element header = page.byId(id);
                String wrong = wrong(cell, header, table);
                if (wrong != null) {
                    findings.add(
                            cell,
                            "单元格 " + Words.quote(cell) + " 的 headers“" + id + "”" + wrong + "。");
                }
            }
        }
    }

    private static String wrong(Element cell, Element header, Element table) {
        if (header == null) {
            return "不存在";
        }
        if (header == cell) {
            return "是它自己";
        }
        if (!Grid.isHeader(header)) {
            return "不是表头";
        }
        return HtmlPage.around(header, "table") == table ? null : "在别的表格里";
    }
}
