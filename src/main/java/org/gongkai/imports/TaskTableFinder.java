package org.gongkai.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the 任务分解表 in a received file, and takes it out of the text. */
final class TaskTableFinder {
    /**
     * A table of tasks.
     *
     * @param title the line above it; null where there is none
     * @param rows its rows
     * @param exact whether merged cells are known
     * @param first the first block that it takes, with its title
     * @param end the first block behind it
     * @param place where it stands
     */
    record Found(
            String title,
            List<TaskRow> rows,
            boolean exact,
            int first,
            int end,
            String place,
            List<String> doubts) {}

    private final List<Block> blocks;
    private final List<Remark> remarks;

    TaskTableFinder(List<Block> blocks, List<Remark> remarks) {
        this.blocks = blocks;
        this.remarks = remarks;
    }

    /** The first table of tasks; null where there is none. */
    Found find() {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Grid grid) {
                TableHead head = TableHead.of(grid);
                if (head != null) {
                    return ofGrid(i, grid, head);
                }
            }
        }
        CellLines lines = CellLines.find(blocks);
        if (lines == null) {
            return null;
        }
        TableTitle title = titleAbove(lines.first());
        int first = title == null ? lines.first() : lines.first() - 1;
        return new Found(
                title == null ? null : title.text(),
                lines.rows(),
                false,
                withMarker(first),
                lines.end(),
                blocks.get(lines.first()).place(),
                List.of("原文每格一行、没有分隔，任务表是按句式还原的，请对照原件逐行核对。"));
    }

    private Found ofGrid(int at, Grid grid, TableHead head) {
        Grid whole = grid;
        int end = at + 1;
        // Word begins a new table where an editor cut it, each with the head again or with none.
        while (end < blocks.size()
                && blocks.get(end) instanceof Grid next
                && goesOn(whole, head, next)) {
            whole = whole.joined(next);
            end++;
        }
        for (int i = end; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Grid other && TableHead.of(other) != null) {
                remarks.add(new Remark(other.place(), "文件里还有一张任务表，没有写成任务，留在正文里；请另存成一个文件再导入。"));
            }
        }
        List<String> doubts = new ArrayList<>();
        leftOutColumns(whole, head, doubts);
        List<TaskRow> rows =
                whole.exact()
                        ? new MergedRows(whole, head, remarks).read()
                        : new PlainRows(whole, head, remarks).read();
        if (!whole.exact()) {
            doubts.add("原文是纯文本，看不出合并的单元格；空白的、切断的都没有写入，请对照原件补上。");
        }
        TableTitle title = titleAbove(at);
        int first = title == null ? at : at - 1;
        title = aboveHead(grid, head, title);
        return new Found(
                title == null ? null : title.text(),
                rows,
                whole.exact(),
                withMarker(first),
                end,
                grid.place(),
                doubts);
    }

    private static boolean goesOn(Grid above, TableHead head, Grid next) {
        TableHead own = TableHead.of(next);
        return own == null
                ? next.columns() == above.columns() && above.exact() && next.exact()
                : own.roles().equals(head.roles());
    }

    private static void leftOutColumns(Grid grid, TableHead head, List<String> doubts) {
        boolean second = false;
        for (int column = 0; column < grid.columns(); column++) {
            String name = grid.text(head.row(), column);
            Role role = head.roles().get(column);
            if ((role == null || role == Role.OTHER)
                    && !name.isEmpty()
                    && isFilled(grid, head, column)) {
                doubts.add("“" + name + "”一列没有导入。");
            }
            boolean another =
                    role == Role.RESPONSIBLE
                            && column > head.first(Role.RESPONSIBLE)
                            && grid.at(head.row(), column) != grid.at(head.row(), head.first(role));
            second |= another;
        }
        if (second) {
            doubts.add("有几列责任单位（如“责任单位”“配合单位”），都写进了“责任单位”。");
        }
    }

    private static boolean isFilled(Grid grid, TableHead head, int column) {
        for (int row = head.firstRow(); row < grid.rows(); row++) {
            if (!grid.text(row, column).isEmpty() && !head.isRepeatedIn(grid, row)) {
                return true;
            }
        }
        return false;
    }

    /** The title on the line above a table; null where that line is none and stays in the text. */
    private TableTitle titleAbove(int table) {
        if (table == 0 || !(blocks.get(table - 1) instanceof Paragraph line)) {
            return null;
        }
        boolean attached = withMarker(table - 1) < table - 1;
        TableTitle title = TableTitle.of(line, attached);
        remarkDoubtful(title, line.place());
        return title;
    }

    /**
     * The title in the rows above the head, where none stands above the table; what else those rows
     * say is told, since no task has it.
     */
    private TableTitle aboveHead(Grid grid, TableHead head, TableTitle above) {
        TableTitle title = above;
        Set<Cell> seen = new HashSet<>();
        for (int row = 0; row < head.row(); row++) {
            for (Cell cell : grid.row(row)) {
                String text = Wording.tidy(cell.text());
                if (!seen.add(cell) || text.isEmpty() || isMarker(text)) {
                    continue;
                }
                String place = grid.places().get(row);
                TableTitle read = TableTitle.of(cell);
                if (title == null && read != null) {
                    title = read;
                    remarkDoubtful(title, place);
                } else if (title == null || !title.text().equals(text)) {
                    remarks.add(new Remark(place, "“" + Quote.brief(text) + "”在表头上方，没有导入。"));
                }
            }
        }
        return title;
    }

    private void remarkDoubtful(TableTitle title, String place) {
        if (title != null && !title.plain()) {
            String text = Quote.brief(title.text());
            remarks.add(new Remark(place, "“" + text + "”用作了任务表的标题，正文里没有这一行；不是标题的，请放回正文。"));
        }
    }

    /** With the line 附件 above the title. */
    private int withMarker(int title) {
        return title > 0
                        && blocks.get(title - 1) instanceof Paragraph paragraph
                        && isMarker(paragraph.text())
                ? title - 1
                : title;
    }

    static boolean isMarker(String text) {
        return text.replaceAll("\\s", "").matches("附件?表?\\d*[：:]?");
    }
}
