package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gathers the rows of plain text that stand under one 序号: those without a number go on with the
 * item above them, and what one of them has for an owner all of them have.
 */
final class PlainItems {
    private final Grid grid;
    private final TableHead head;
    private final List<PlainLine> lines;

    /**
     * @param lines the rows of the table; one that was cut by the end of a page is joined again
     */
    PlainItems(Grid grid, TableHead head, List<PlainLine> lines) {
        this.grid = grid;
        this.head = head;
        this.lines = lines;
    }

    void gather() {
        List<PlainLine> item = new ArrayList<>();
        for (PlainLine line : new ArrayList<>(lines)) {
            if (line.section || line.number != null) {
                gather(item, line.number);
                item.clear();
            }
            if (!line.section) {
                item.add(line);
            }
        }
        gather(item, null);
    }

    private void gather(List<PlainLine> item, String next) {
        if (item.isEmpty()) {
            return;
        }
        PlainLine first = item.get(0);
        if (first.number == null || (item.size() > 1 && isSkipped(first.number, next))) {
            first.doubts.add("从这一行到下一个序号之间，可能有行缺了序号，请核对。");
            return;
        }
        if (head.has(Role.GROUP)) {
            name(item);
        }
        for (PlainLine line : item.subList(1, item.size())) {
            line.number = first.number;
            line.labels = first.labels;
        }
        joinCutSentences(item);
        share(item, PlainLine.LEAD);
        share(item, PlainLine.RESPONSIBLE);
        share(item, PlainLine.DEADLINE);
    }

    /** Whether a number is missing between two: then a row without one may be that. */
    private static boolean isSkipped(String number, String next) {
        boolean counted = next != null && (number + next).matches("\\d{1,8}");
        return counted && Integer.parseInt(next) != Integer.parseInt(number) + 1;
    }

    private static void name(List<PlainLine> item) {
        PlainLine first = item.get(0);
        List<String> others = new ArrayList<>();
        first.labels = first.named();
        for (PlainLine line : item.subList(1, item.size())) {
            if (first.labels.isEmpty()) {
                first.labels = line.named();
            }
            others.addAll(line.named());
        }
        if (!others.isEmpty()) {
            first.doubts.add("名称被分页切断，下一页还有“" + String.join("”“", others) + "”。");
        }
        if (first.labels.isEmpty()) {
            first.labels = List.of("第 " + first.number + " 项");
            first.doubts.add("原文没有名称，暂写作“第 " + first.number + " 项”。");
        }
    }

    private void joinCutSentences(List<PlainLine> item) {
        for (int i = item.size() - 1; i > 0; i--) {
            PlainLine line = item.get(i);
            PlainLine above = item.get(i - 1);
            boolean afterGap = grid.afterGap().contains(line.row);
            if (afterGap && !above.requirement.isEmpty() && !line.requirement.isEmpty()) {
                int last = above.requirement.size() - 1;
                if (!Wording.endsASentence(above.requirement.get(last))) {
                    join(above, line);
                    lines.remove(line);
                    item.remove(line);
                }
            }
        }
    }

    private static void join(PlainLine above, PlainLine line) {
        int last = above.requirement.size() - 1;
        List<String> joined = new ArrayList<>(above.requirement);
        joined.set(last, joined.get(last) + line.requirement.get(0));
        joined.addAll(line.requirement.subList(1, line.requirement.size()));
        above.requirement = joined;
        above.doubts.add("一句话被分页切断，已与" + line.place + "接起来。");
        above.doubts.addAll(line.doubts);
        for (PlainLine.Part part :
                List.of(PlainLine.LEAD, PlainLine.RESPONSIBLE, PlainLine.DEADLINE)) {
            part.set().accept(above, both(part.of().apply(above), part.of().apply(line)));
        }
    }

    /** Where both halves have something, an empty word between them keeps them apart. */
    private static Entry both(Entry above, Entry below) {
        if (above.isBlank() || below.isBlank()) {
            return above.isBlank() ? below : above;
        }
        List<String> words = new ArrayList<>(above.words());
        words.add("");
        words.addAll(below.words());
        return new Entry(words, null);
    }

    /** What stands in one row of the item alone is a merged cell over all of them. */
    private static void share(List<PlainLine> item, PlainLine.Part part) {
        List<Entry> filled =
                item.stream().map(part.of()).filter(entry -> !entry.isBlank()).toList();
        if (filled.size() == 1 && !filled.get(0).words().contains("")) {
            Entry shared = new Entry(filled.get(0).words(), item.get(0));
            item.forEach(line -> part.set().accept(line, shared));
        } else if (!filled.isEmpty()) {
            String quoted =
                    filled.stream()
                            .flatMap(entry -> entry.words().stream())
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining("”“"));
            item.get(0).doubts.add(part.name() + "被分页切断，没有写入，原文是“" + quoted + "”。");
            item.forEach(line -> part.set().accept(line, Entry.NONE));
        }
    }
}
