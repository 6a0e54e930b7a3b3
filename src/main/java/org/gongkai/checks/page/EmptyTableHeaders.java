package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a table: each header says something. */
final class EmptyTableHeaders implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "empty-table-header",
                Severity.WARNING,
                "表头有文字",
                "听读屏软件读表格的人",
                "WCAG 2.2 1.3.1",
                "请写上表头的文字；左上角的空格改用 <td>。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element header : Named.of(page, java.util.Set.of("columnheader", "rowheader"), "th")) {
            if (page.name(header).isEmpty()) {
                findings.add(header, "表头 " + Words.quote(header) + " 是空的。");
            }
        }
    }
}
