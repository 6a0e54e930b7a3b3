package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the rows of a task table out of plain text, where merged cells look like empty ones, rows
 * slip to the side and pages cut words in two. What is not certain is left out and quoted: no owner
 * is better than a wrong one.
 */
final class PlainRows {
    private static final int[] SHIFTS = {0, -1, 1, -2, 2};
    private static final int LONG_FOR_UNITS = 60;
    private static final int LONG_FOR_A_DEADLINE = 30;

    private final Grid grid;
    private final TableHead head;
    private final List<Remark> remarks;
    private int lastShift;

    /** A row with its columns found. */
    private static final class Line {
        private final int row;
        private final String place;
        private final List<String> doubts = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private boolean section;
        private List<String> labels = List.of();
        private String number;
        private List<String> requirement = List.of();
        private Entry lead = Entry.NONE;
        private Entry responsible = Entry.NONE;
        private Entry deadline = Entry.NONE;

        Line(int row, String place) {
            this.row = row;
            this.place = place;
        }

        TaskRow read() {
            return new TaskRow(
                    place,
                    section,
                    labels,
                    number,
                    requirement,
                    lead,
                    responsible,
                    deadline,
                    doubts,
                    notes);
        }
    }

    PlainRows(Grid grid, TableHead head, List<Remark> remarks) {
        this.grid = grid;
        this.head = head;
        this.remarks = remarks;
    }

    List<TaskRow> read() {
        List<Line> lines = new ArrayList<>();
        for (int row = head.firstRow(); row < grid.rows(); row++) {
            if (!grid.isBlank(row) && !head.isRepeatedIn(grid, row)) {
                lines.add(line(row));
            }
        }
        boolean numbered = lines.stream().anyMatch(line -> line.number != null);
        boolean items =
                numbered && lines.stream().anyMatch(line -> !line.section && line.number == null);
        if (items) {
            gatherItems(lines);
        } else {
            dropBrokenLabels(lines);
        }
        leaveOutDoubtfulUnits(lines);
        leaveOutDoubtfulDeadlines(lines);
        return lines.stream().map(Line::read).toList();
    }

    private Line line(int row) {
        Line line = new Line(row, grid.places().get(row));
        List<Cell> filled = grid.row(row).stream().filter(cell -> !cell.isBlank()).toList();
        String first = filled.get(0).text();
        if (filled.size() == 1 && (Wording.isChapter(first) || Wording.isSection(first))) {
            line.section = true;
            line.labels = List.of(first);
            return line;
        }
        int shift = shift(row);
        if (shift != 0 && shift != lastShift) {
            line.doubts.add("从这一行起，各列整体向" + (shift < 0 ? "左" : "右") + "错开了，已按内容对齐。");
        }
        lastShift = shift;
        String number = head.has(Role.NUMBER) ? grid.text(row, head.first(Role.NUMBER)) : "";
        line.number = number.isEmpty() ? null : number;
        line.labels = labels(row, shift);
        line.requirement = words(row, head.first(Role.REQUIREMENT) + shift);
        line.lead = entry(row, Role.LEAD, shift);
        line.responsible = entry(row, Role.RESPONSIBLE, shift);
        line.deadline = entry(row, Role.DEADLINE, shift);
        if (shift != 0) {
            doubtWhatIsLeft(line, grid.row(row));
        }
        return line;
    }

    /**
     * How far the row stands beside its head. It is where it should be unless its own words say
     * otherwise: a sentence under 责任单位, units under 具体要求.
     */
    private int shift(int row) {
        if (reads(row, 0)) {
            return 0;
        }
        int best = 0;
        int bestScore = score(row, 0);
        for (int shift : SHIFTS) {
            if (reads(row, shift) && score(row, shift) > bestScore) {
                best = shift;
                bestScore = score(row, shift);
            }
        }
        return best;
    }

    /** Whether no cell says that it belongs under another head. */
    private boolean reads(int row, int shift) {
        int first = head.has(Role.NUMBER) ? head.first(Role.NUMBER) + 1 : 0;
        int at = head.first(Role.REQUIREMENT) + shift;
        String requirement = text(row, at);
        if (at < first || requirement.isEmpty() || Wording.namesUnits(requirement)) {
            return false;
        }
        for (Role role : List.of(Role.LEAD, Role.RESPONSIBLE)) {
            String text = head.has(role) ? text(row, head.first(role) + shift) : "";
            boolean sentence = text.indexOf('。') >= 0 || text.length() > LONG_FOR_UNITS;
            if (!Wording.namesUnits(text) && (sentence || Deadlines.isRead(text))) {
                return false;
            }
        }
        String deadline =
                head.has(Role.DEADLINE) ? text(row, head.first(Role.DEADLINE) + shift) : "";
        return deadline.length() <= LONG_FOR_A_DEADLINE && !Wording.namesUnits(deadline);
    }

    /** How much of the row reads as it should. */
    private int score(int row, int shift) {
        int longest =
                grid.row(row).stream()
                        .filter(cell -> !Wording.namesUnits(cell.text()))
                        .mapToInt(cell -> cell.text().length())
                        .max()
                        .orElse(0);
        int score = text(row, head.first(Role.REQUIREMENT) + shift).length() >= longest ? 3 : 0;
        for (Role role : List.of(Role.LEAD, Role.RESPONSIBLE)) {
            boolean units =
                    head.has(role) && Wording.namesUnits(text(row, head.first(role) + shift));
            score += units ? 2 : 0;
        }
        boolean deadline =
                head.has(Role.DEADLINE)
                        && Deadlines.isRead(text(row, head.first(Role.DEADLINE) + shift));
        return score + (deadline ? 2 : 0);
    }

    private String text(int row, int column) {
        return column < 0 || column >= grid.columns() ? "" : grid.text(row, column);
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
    private static void doubtWhatIsLeft(Line line, List<Cell> cells) {
        List<String> taken = new ArrayList<>(line.labels);
        taken.add(line.number == null ? "" : line.number);
        for (Entry entry : List.of(line.lead, line.responsible, line.deadline)) {
            taken.add(entry.text());
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

    /** Rows without a number go on with the item above them: its owner and deadline are theirs. */
    private void gatherItems(List<Line> lines) {
        List<Line> item = new ArrayList<>();
        for (Line line : new ArrayList<>(lines)) {
            if (line.section || line.number != null) {
                gather(item, lines);
                item.clear();
            }
            if (!line.section) {
                item.add(line);
            }
        }
        gather(item, lines);
    }

    private void gather(List<Line> item, List<Line> lines) {
        if (item.isEmpty()) {
            return;
        }
        Line first = item.get(0);
        if (head.has(Role.GROUP)) {
            nameItem(item);
        }
        for (Line line : item.subList(1, item.size())) {
            line.number = first.number;
            line.labels = first.labels;
        }
        joinCutSentences(item, lines);
        share(item, line -> line.lead, (line, entry) -> line.lead = entry, "牵头部门");
        share(item, line -> line.responsible, (line, entry) -> line.responsible = entry, "责任单位");
        share(item, line -> line.deadline, (line, entry) -> line.deadline = entry, "完成时限");
    }

    private static void nameItem(List<Line> item) {
        Line first = item.get(0);
        List<String> others = new ArrayList<>();
        for (Line line : item) {
            List<String> named = line.labels.stream().filter(label -> !label.isEmpty()).toList();
            if (line == first) {
                first.labels = named;
            } else if (first.labels.isEmpty()) {
                first.labels = named;
                others.addAll(named);
            } else {
                others.addAll(named);
            }
        }
        if (!others.isEmpty()) {
            first.doubts.add("名称被分页切断，下一页还有“" + String.join("”“", others) + "”。");
        }
        if (first.labels.isEmpty()) {
            first.labels = List.of("第 " + first.number + " 项");
            first.doubts.add("原文没有名称，暂写作“第 " + first.number + " 项”。");
        }
    }

    private void joinCutSentences(List<Line> item, List<Line> lines) {
        for (int i = item.size() - 1; i > 0; i--) {
            Line line = item.get(i);
            Line above = item.get(i - 1);
            boolean afterGap = grid.afterGap().contains(line.row);
            if (!afterGap || above.requirement.isEmpty() || line.requirement.isEmpty()) {
                continue;
            }
            int last = above.requirement.size() - 1;
            if (!Wording.endsASentence(above.requirement.get(last))) {
                List<String> joined = new ArrayList<>(above.requirement);
                joined.set(last, joined.get(last) + line.requirement.get(0));
                joined.addAll(line.requirement.subList(1, line.requirement.size()));
                above.requirement = joined;
                above.doubts.add("一句话被分页切断，已与" + line.place + "接起来。");
                above.doubts.addAll(line.doubts);
                above.lead = above.lead.isBlank() ? line.lead : above.lead;
                moveTo(above, line, item);
                lines.remove(line);
                item.remove(line);
            }
        }
    }

    /** What only the second half of a cut row has; where both have something it is in doubt. */
    private static void moveTo(Line above, Line line, List<Line> item) {
        above.responsible = both(above.responsible, line.responsible);
        above.deadline = both(above.deadline, line.deadline);
    }

    private static Entry both(Entry above, Entry below) {
        if (above.isBlank() || below.isBlank()) {
            return above.isBlank() ? below : above;
        }
        List<String> words = new ArrayList<>(above.words());
        words.add("");
        words.addAll(below.words());
        return new Entry(words, null);
    }

    /** Sets a part of a row. */
    private interface Setter {
        void set(Line line, Entry entry);
    }

    /** One that stands in one row of the item alone is a merged cell over all of them. */
    private static void share(
            List<Line> item,
            java.util.function.Function<Line, Entry> part,
            Setter setter,
            String name) {
        List<Entry> filled = item.stream().map(part).filter(entry -> !entry.isBlank()).toList();
        if (filled.size() == 1 && !filled.get(0).words().contains("")) {
            Entry shared = new Entry(filled.get(0).words(), item.get(0));
            item.forEach(line -> setter.set(line, shared));
        } else if (!filled.isEmpty()) {
            String quoted =
                    filled.stream()
                            .flatMap(entry -> entry.words().stream())
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining("”“"));
            item.get(0).doubts.add(name + "被分页切断，没有写入，原文是“" + quoted + "”。");
            item.forEach(line -> setter.set(line, Entry.NONE));
        }
    }

    /** Where some names have numbers (一、) and others have none, pages and scanners cut them up. */
    private void dropBrokenLabels(List<Line> lines) {
        List<String> labels =
                lines.stream()
                        .filter(line -> !line.section)
                        .flatMap(line -> line.labels.stream())
                        .filter(label -> !label.isEmpty())
                        .toList();
        long numbered =
                labels.stream()
                        .filter(label -> Wording.isChapter(label) || Wording.isSection(label))
                        .count();
        if (numbered == 0 || numbered == labels.size()) {
            return;
        }
        remarks.add(
                new Remark(
                        grid.place(),
                        "分组名称（合并单元格）在文本里断成了几截，无法可靠还原，任务没有分组；断开的文字写在任务上方的注释里，请对照原件补上“分组”。"));
        for (Line line : lines) {
            List<String> pieces = line.labels.stream().filter(label -> !label.isEmpty()).toList();
            if (!pieces.isEmpty() && !line.section) {
                line.notes.add("此处的分组文字是“" + String.join("”“", pieces) + "”");
            }
            line.labels = line.section ? line.labels : List.of();
        }
    }

    private void leaveOutDoubtfulUnits(List<Line> lines) {
        leaveOutDoubtful(lines, line -> line.lead, (line, entry) -> line.lead = entry, "牵头部门");
        leaveOutDoubtful(
                lines, line -> line.responsible, (line, entry) -> line.responsible = entry, "责任单位");
    }

    /** A name that was cut in two leaves its other half in the row above or below. */
    private static void leaveOutDoubtful(
            List<Line> lines,
            java.util.function.Function<Line, Entry> part,
            Setter setter,
            String name) {
        List<Line> doubtful = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Entry entry = part.apply(lines.get(i));
            if (entry.isBlank()
                    || entry.words().stream().allMatch(Wording::namesUnits)
                    || Wording.namesUnits(entry.text())) {
                continue;
            }
            doubtful.add(lines.get(i));
            boolean half = !entry.text().matches(".*[0-9A-Za-z].*");
            if (half && entry.cell() == null) {
                String[] names = entry.text().split("[、，；,;]");
                boolean starts = Wording.namesUnits(names[0]);
                boolean ends = Wording.namesUnits(names[names.length - 1]);
                if (i > 0 && (!starts || ends) && !part.apply(lines.get(i - 1)).isBlank()) {
                    doubtful.add(lines.get(i - 1));
                }
                boolean below = i + 1 < lines.size() && (!ends || starts);
                if (below && !part.apply(lines.get(i + 1)).isBlank()) {
                    doubtful.add(lines.get(i + 1));
                }
            }
        }
        for (Line line : doubtful.stream().distinct().toList()) {
            line.doubts.add(name + "没有写入，原文此处是“" + part.apply(line).text() + "”，可能不完整。");
            setter.set(line, Entry.NONE);
        }
    }

    private static void leaveOutDoubtfulDeadlines(List<Line> lines) {
        boolean cut = false;
        for (Line line : lines) {
            String text = line.deadline.text();
            if (text.isEmpty()) {
                cut = false;
                continue;
            }
            boolean half = cut && !text.contains("年") && !Deadlines.isOngoing(text);
            if (half || !Deadlines.isRead(line.deadline.words())) {
                line.doubts.add("完成时限没有写入，原文此处是“" + text + "”，可能不完整。");
                line.deadline = Entry.NONE;
            }
            cut = text.matches("\\d{4}\\s*年?");
        }
    }
}
