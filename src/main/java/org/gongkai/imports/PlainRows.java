package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rows of a task table out of plain text, where merged cells look like empty ones, rows
 * slip to the side and pages cut words in two. What is not certain is left out and quoted: no owner
 * is better than a wrong one.
 */
final class PlainRows {
    private final Grid grid;
    private final TableHead head;
    private final List<Remark> remarks;
    private final RowShift shifts;
    private int lastShift;

    PlainRows(Grid grid, TableHead head, List<Remark> remarks) {
        this.grid = grid;
        this.head = head;
        this.remarks = remarks;
        this.shifts = new RowShift(grid, head);
    }

    List<TaskRow> read() {
        List<PlainLine> lines = new ArrayList<>();
        for (int row = head.firstRow(); row < grid.rows(); row++) {
            if (!grid.isBlank(row) && !head.isRepeatedIn(grid, row)) {
                lines.add(line(row));
            }
        }
        boolean numbered = lines.stream().anyMatch(line -> line.number != null);
        boolean items =
                numbered && lines.stream().anyMatch(line -> !line.section && line.number == null);
        CutCells cut = new CutCells(lines);
        if (items) {
            new PlainItems(grid, head, lines).gather();
        } else if (cut.leaveOutLabels()) {
            remarks.add(
                    new Remark(
                            grid.place(),
                            "分组名称（合并单元格）在文本里断成了几截，无法可靠还原，任务没有分组；断开的文字写在任务上方的注释里，请对照原件补上“分组”。"));
        }
        cut.leaveOut();
        return lines.stream().map(PlainLine::read).toList();
    }

    private PlainLine line(int row) {
        PlainLine line = new PlainLine(row, grid.places().get(row));
        List<Cell> filled = grid.row(row).stream().filter(cell -> !cell.isBlank()).toList();
        String first = filled.get(0).text();
        if (filled.size() == 1 && (Wording.isChapter(first) || Wording.isSection(first))) {
            line.section = true;
            line.labels = List.of(first);
            return line;
        }
        int shift = shifts.of(row);
        if (shift != 0 && shift != lastShift) {
            line.doubts.add("从这一行起，各列整体向" + (shift < 0 ? "左" : "右") + "错开了，已按内容对齐。");
        }
        lastShift = shift;
        String number = head.has(Role.NUMBER) ? grid.text(row, head.first(Role.NUMBER)) : "";
        line.number = number.isEmpty() ? null : number;
        line.labels = labels(row, shift);
        line.requirement = words(row, head.first(Role.REQUIREMENT) + shift);
        PlainLine.LEAD.set().accept(line, entry(row, Role.LEAD, shift));
        PlainLine.RESPONSIBLE.set().accept(line, entry(row, Role.RESPONSIBLE, shift));
        PlainLine.DEADLINE.set().accept(line, entry(row, Role.DEADLINE, shift));
        if (shift != 0) {
            doubtWhatIsLeft(line, grid.row(row));
        }
        return line;
    }

    private List<String> words(int row, int column) {
        Cell cell = column < 0 || column >= grid.columns() ? null : grid.at(row, column);
        return cell == null ? List.of() : cell.paragraphs();
    }

    private Entry entry(int row, Role role, int shift) {
        List<String> words = new ArrayList<>();
        for (int column = 0; column < grid.columns(); column++) {
            if (head.roles().get(column) == role) {
                words.addAll(words(row, column + shift));
            }
        }
        return new Entry(words, null);
    }

    /** Words that stand under no head once the row is put right. */
    private static void doubtWhatIsLeft(PlainLine line, List<Cell> cells) {
        List<String> taken = new ArrayList<>(line.labels);
        taken.add(line.number == null ? "" : line.number);
        for (PlainLine.Part part :
                List.of(PlainLine.LEAD, PlainLine.RESPONSIBLE, PlainLine.DEADLINE)) {
            taken.add(part.of().apply(line).text());
        }
        taken.add(Wording.joined(line.requirement));
        for (Cell cell : cells) {
            if (!taken.contains(cell.text())) {
                line.doubts.add("“" + Quote.brief(cell.text()) + "”不知道属于哪一列，没有写入。");
            }
        }
    }

    private List<String> labels(int row, int shift) {
        List<String> labels = new ArrayList<>();
        int groups = (int) head.roles().stream().filter(role -> role == Role.GROUP).count();
        for (int column = 0; column < grid.columns(); column++) {
            boolean beside =
                    shift != 0
                            && column >= head.first(Role.GROUP)
                            && column < head.first(Role.REQUIREMENT) + shift
                            && head.first(Role.GROUP) >= 0;
            boolean group = shift == 0 && head.roles().get(column) == Role.GROUP;
            if (beside || group) {
                labels.add(grid.text(row, column));
            }
        }
        while (labels.size() < groups) {
            labels.add(0, "");
        }
        return labels;
    }
}
