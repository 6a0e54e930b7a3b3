package org.gongkai.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the rows of a task table whose merged cells are known, as Word, Excel and HTML have it. */
final class MergedRows {
    private final Grid grid;
    private final TableHead head;
    private final List<Remark> remarks;

    MergedRows(Grid grid, TableHead head, List<Remark> remarks) {
        this.grid = grid;
        this.head = head;
        this.remarks = remarks;
    }

    List<TaskRow> read() {
        List<TaskRow> rows = new ArrayList<>();
        for (int row = head.firstRow(); row < grid.rows(); row++) {
            if (grid.isBlank(row) || head.isRepeatedIn(grid, row)) {
                continue;
            }
            TaskRow read = row(row);
            if (read != null) {
                rows.add(read);
            }
        }
        return rows;
    }

    private TaskRow row(int row) {
        String place = grid.places().get(row);
        Cell only = only(row);
        if (only != null
                && only.column() < Math.max(1, head.first(Role.REQUIREMENT))
                && only.text().matches("(?:注|备注|说明|附注)\\s*[：:].*")) {
            remarks.add(new Remark(place, "表格里的“" + Quote.brief(only.text()) + "”没有导入，请放到正文里。"));
            return null;
        }
        if (only != null && isSection(only)) {
            String text = only.text();
            return new TaskRow(
                    place,
                    true,
                    List.of(text),
                    null,
                    List.of(),
                    Entry.NONE,
                    Entry.NONE,
                    Entry.NONE,
                    List.of(),
                    List.of());
        }
        if (only != null && isNumber(only)) {
            remarks.add(new Remark(place, "这一行只有序号，没有导入。"));
            return null;
        }
        List<String> doubts = new ArrayList<>();
        Entry lead = entry(row, Role.LEAD);
        Entry responsible = entry(row, Role.RESPONSIBLE);
        if (lead.cell() != null && lead.cell() == responsible.cell() && !lead.isBlank()) {
            doubts.add("牵头部门和责任单位是合并的一格，两项都写了这一格的内容。");
        }
        Entry requirement = entry(row, Role.REQUIREMENT);
        if (requirement.cell() instanceof Cell cell && !grid.isFirstRowOf(cell, row)) {
            doubts.add("具体要求与上一行是合并的一格，这里重复写了一遍。");
        }
        Entry number = entry(row, Role.NUMBER);
        return new TaskRow(
                place,
                false,
                labels(row),
                number.isBlank() ? null : number.text(),
                requirement.words(),
                lead,
                responsible,
                entry(row, Role.DEADLINE),
                doubts,
                List.of());
    }

    private Cell only(int row) {
        List<Cell> filled = grid.row(row).stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() == 1 && filled.get(0).rowSpan() == 1 ? filled.get(0) : null;
    }

    private boolean isNumber(Cell cell) {
        return head.roles().subList(cell.column(), cell.end()).stream()
                .allMatch(role -> role == Role.NUMBER);
    }

    /** Over the whole width, or at least over what is to be done, from the first columns on. */
    private boolean isSection(Cell cell) {
        int requirement = head.first(Role.REQUIREMENT);
        boolean wide =
                cell.column() < Math.max(1, requirement)
                        && cell.end() > requirement
                        && cell.columnSpan() > 1;
        boolean chapter =
                cell.column() < requirement
                        && (Wording.isChapter(cell.text()) || Wording.isSection(cell.text()));
        return wide || chapter;
    }

    private List<String> labels(int row) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (int column = 0; column < grid.columns(); column++) {
            if (head.roles().get(column) == Role.GROUP && grid.at(row, column) != null) {
                cells.add(grid.at(row, column));
            }
        }
        return cells.stream().map(Cell::text).toList();
    }

    /** What the cells over the columns of a role say, where a cell is not mostly another's. */
    private Entry entry(int row, Role role) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (int column = 0; column < grid.columns(); column++) {
            Cell cell = grid.at(row, column);
            if (head.roles().get(column) == role && cell != null && belongs(cell, role)) {
                cells.add(cell);
            }
        }
        List<String> words = new ArrayList<>();
        cells.forEach(cell -> words.addAll(cell.paragraphs()));
        return new Entry(words, cells.size() == 1 ? cells.iterator().next() : null);
    }

    /** A cell that only reaches into a column by a hair's breadth of the grid is not of it. */
    private boolean belongs(Cell cell, Role role) {
        boolean whole = true;
        boolean other = false;
        for (int column = 0; column < grid.columns(); column++) {
            boolean covered = column >= cell.column() && column < cell.end();
            Role of = head.roles().get(column);
            whole &= of != role || covered;
            other |= covered && of != role && of != null;
        }
        return whole || !other;
    }
}
