package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a table: a header says rightly which way it counts. */
final class TableScopes implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "table-scope",
                Severity.ERROR,
                "表头的 scope 有效",
                "听读屏软件读表格的人",
                "WCAG 2.2 1.3.1",
                "scope 只写在 <th> 上，值是 col、row、colgroup、rowgroup 之一。");
    }

    private static final Set<String> VALUES = Set.of("col", "row", "colgroup", "rowgroup");

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element cell : page.with("scope")) {
            boolean header = cell.normalName().equals("th");
            if (!header && !cell.normalName().equals("td")) {
                continue;
            }
            if (!header) {
                findings.add(cell, "scope 写在了不是表头的单元格 " + Words.quote(cell) + " 上。");
            } else if (!VALUES.contains(HtmlPage.word(cell, "scope"))) {
                findings.add(
                        cell,
                        "表头 " + Words.quote(cell) + " 的 scope“" + cell.attr("scope") + "”无效。");
            }
        }
    }
}
