package org.gongkai.checks.page;

import java.util.HashSet;
import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a table: each header names some cell. */
final class HeaderCells implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "table-header-cells",
                Severity.ERROR,
                "表头管着数据",
                "听读屏软件读表格的人",
                "WCAG 2.2 1.3.1",
                "请核对 scope 和 headers；不是表头的单元格写成 <td>。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element table : page.tagged("table")) {
            if (page.isExposed(table) && Grid.ROLES.contains(page.roles().of(table))) {
                check(Grid.of(table), page, findings);
            }
        }
        for (Element table : page.with("role")) {
            if (!table.normalName().equals("table")
                    && page.isExposed(table)
                    && Grid.ROLES.contains(page.roles().of(table))) {
                check(Grid.ofRoles(table, page), page, findings);
            }
        }
    }

    private static void check(Grid grid, HtmlPage page, Findings findings) {
        if (grid.cells().stream().allMatch(Grid::isHeader)) {
            return;
        }
        Set<String> named = new HashSet<>();
        for (Element cell : grid.cells()) {
            named.addAll(Words.of(cell.attr("headers")));
            named.addAll(Words.of(cell.attr("aria-labelledby")));
        }
        for (Element header : grid.cells()) {
            if (Grid.isHeader(header)
                    && page.isExposed(header)
                    && !(header.hasAttr("id") && named.contains(header.id()))
                    && !hasCell(header, grid)) {
                findings.add(header, "表头 " + Words.quote(header) + " 没有管着任何单元格。");
            }
        }
    }

    /** Whether a cell without headers of its own lies where the header counts. */
    private static boolean hasCell(Element header, Grid grid) {
        Grid.Place place = grid.place(header);
        String scope = HtmlPage.word(header, "scope");
        String role = Roles.written(header);
        boolean down = !scope.startsWith("row") && !"rowheader".equals(role);
        boolean across = !scope.startsWith("col") && !"columnheader".equals(role);
        return (down && isAbove(place, grid)) || (across && isBefore(place, scope, grid));
    }

    private static boolean isAbove(Grid.Place place, Grid grid) {
        for (int row = place.row() + place.height(); row < grid.rows(); row++) {
            for (int column = place.column(); column < place.column() + place.width(); column++) {
                if (isNamed(grid.at(row, column))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBefore(Grid.Place place, String scope, Grid grid) {
        int height = scope.equals("rowgroup") ? grid.rows() - place.row() : place.height();
        for (int row = place.row(); row < place.row() + height; row++) {
            for (int column = place.column() + place.width();
                    column < grid.columns(row);
                    column++) {
                if (isNamed(grid.at(row, column))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNamed(Element cell) {
        return cell != null && !cell.hasAttr("headers");
    }
}
