package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * A table as rows and columns, its merged cells on every place that they cover (HTML, forming a
 * table).
 */
final class Grid {
    static final Set<String> ROLES = Set.of("table", "grid", "treegrid");

    private static final int MOST_COLUMNS = 1000;
    private static final int MOST_ROWS = 65534;

    private final List<List<Element>> rows = new ArrayList<>();
    private final Map<Element, Place> places = new LinkedHashMap<>();

    /** Where a cell begins and how far it reaches. */
    record Place(int row, int column, int height, int width) {}

    private Grid() {}

    /** The grid of a table, without the tables in its cells. */
    static Grid of(Element table) {
        Grid grid = new Grid();
        for (Element part : table.children()) {
            switch (part.normalName()) {
                case "tr" -> grid.add(List.of(part));
                case "thead", "tbody", "tfoot" ->
                        grid.add(
                                part.children().stream()
                                        .filter(row -> row.normalName().equals("tr"))
                                        .toList());
                default -> {}
            }
        }
        return grid;
    }

    /** The grid of what is a table by its roles alone. */
    static Grid ofRoles(Element table, HtmlPage page) {
        Grid grid = new Grid();
        for (Element part : AriaChildren.owned(table, page)) {
            List<Element> rows =
                    page.roles().of(part).equals("row")
                            ? List.of(part)
                            : AriaChildren.owned(part, page);
            for (Element row : rows) {
                grid.rows.add(new ArrayList<>());
                int column = 0;
                for (Element cell : AriaChildren.owned(row, page)) {
                    grid.place(cell, grid.rows.size() - 1, column++, 1, 1);
                }
            }
        }
        return grid;
    }

    /** Adds the rows of a group; no merged cell reaches beyond it. */
    private void add(List<Element> group) {
        int first = rows.size();
        group.forEach(row -> rows.add(new ArrayList<>()));
        for (int i = 0; i < group.size(); i++) {
            int column = 0;
            for (Element cell : group.get(i).children()) {
                if (!isCell(cell)) {
                    continue;
                }
                while (at(first + i, column) != null) {
                    column++;
                }
                int width = Math.max(1, Math.min(span(cell, "colspan"), MOST_COLUMNS));
                int height = Math.min(span(cell, "rowspan"), MOST_ROWS);
                int left = group.size() - i;
                place(cell, first + i, column, height == 0 ? left : Math.min(height, left), width);
                column += width;
            }
        }
    }

    private void place(Element cell, int row, int column, int height, int width) {
        places.put(cell, new Place(row, column, height, width));
        for (int y = row; y < row + height; y++) {
            List<Element> line = rows.get(y);
            for (int x = column; x < column + width; x++) {
                while (line.size() <= x) {
                    line.add(null);
                }
                if (line.get(x) == null) {
                    line.set(x, cell);
                }
            }
        }
    }

    private static int span(Element cell, String attribute) {
        if (!cell.hasAttr(attribute)) {
            return 1;
        }
        String text = cell.attr(attribute).strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    private static boolean isCell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    /** The cell at a place; null where there is none. */
    Element at(int row, int column) {
        List<Element> line = rows.get(row);
        return column < line.size() ? line.get(column) : null;
    }

    int rows() {
        return rows.size();
    }

    /** How many places a row has. */
    int columns(int row) {
        return rows.get(row).size();
    }

    Set<Element> cells() {
        return places.keySet();
    }

    Place place(Element cell) {
        return places.get(cell);
    }

    boolean hasHeaders() {
        return places.keySet().stream().anyMatch(Grid::isHeader);
    }

    /** Whether a cell names others, by its tag or its role. */
    static boolean isHeader(Element cell) {
        String role = Roles.written(cell);
        return role == null
                ? cell.normalName().equals("th")
                : role.equals("columnheader") || role.equals("rowheader");
    }

    /** Whether it has the size and the plain cells of a table of data. */
    boolean looksLikeData() {
        return rows.size() >= 3
                && rows.stream().mapToInt(List::size).max().orElse(0) >= 3
                && places.keySet().stream()
                        .allMatch(cell -> cell.select("table, form, ul, ol").isEmpty());
    }
}
