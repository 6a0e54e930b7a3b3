package org.gongkai.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out what plain text cut in two, and quotes it: a name of which half stands in the next
 * row, a deadline without its month.
 */
final class CutCells {
    private final List<PlainLine> lines;

    CutCells(List<PlainLine> lines) {
        this.lines = lines;
    }

    void leaveOut() {
        leaveOutUnits(PlainLine.LEAD);
        leaveOutUnits(PlainLine.RESPONSIBLE);
        leaveOutDeadlines();
    }

    /** Says whether the names of groups were cut up; they are moved into notes then. */
    boolean leaveOutLabels() {
        int depth = lines.stream().mapToInt(line -> line.labels.size()).max().orElse(0);
        boolean cut = false;
        for (int i = 0; i < depth; i++) {
            cut |= isCut(i);
        }
        if (cut) {
            for (PlainLine line : lines) {
                if (!line.section) {
                    if (!line.named().isEmpty()) {
                        line.notes.add("此处的分组文字是“" + String.join("”“", line.named()) + "”");
                    }
                    line.labels = List.of();
                }
            }
        }
        return cut;
    }

    /** Where some names of a column have numbers (一、) and others have none. */
    private boolean isCut(int column) {
        List<String> labels = new ArrayList<>();
        for (PlainLine line : lines) {
            if (!line.section
                    && column < line.labels.size()
                    && !line.labels.get(column).isEmpty()) {
                labels.add(line.labels.get(column));
            }
        }
        long numbered =
                labels.stream()
                        .filter(label -> Wording.isChapter(label) || Wording.isSection(label))
                        .count();
        return numbered > 0 && numbered < labels.size();
    }

    private void leaveOutUnits(PlainLine.Part part) {
        Set<PlainLine> doubtful = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Entry entry = part.of().apply(lines.get(i));
            boolean whole =
                    entry.words().stream().allMatch(Wording::namesUnits)
                            || Wording.namesUnits(entry.text());
            if (!entry.isBlank() && !whole) {
                doubtful.add(lines.get(i));
                addOtherHalf(i, part, doubtful);
            }
        }
        for (PlainLine line : doubtful) {
            String text = part.of().apply(line).text();
            line.doubts.add(part.name() + "没有写入，原文此处是“" + text + "”，可能不完整。");
            part.set().accept(line, Entry.NONE);
        }
    }

    /** A name that was cut leaves its other half in the row above or below. */
    private void addOtherHalf(int at, PlainLine.Part part, Set<PlainLine> doubtful) {
        Entry entry = part.of().apply(lines.get(at));
        boolean scanned = entry.text().matches(".*[0-9A-Za-z].*");
        if (scanned || entry.cell() != null) {
            return;
        }
        String[] names = entry.text().split("[、，；,;]");
        boolean starts = names.length > 0 && Wording.namesUnits(names[0]);
        boolean ends = names.length > 0 && Wording.namesUnits(names[names.length - 1]);
        if (at > 0 && (!starts || ends) && !part.of().apply(lines.get(at - 1)).isBlank()) {
            doubtful.add(lines.get(at - 1));
        }
        boolean below = at + 1 < lines.size() && (!ends || starts);
        if (below && !part.of().apply(lines.get(at + 1)).isBlank()) {
            doubtful.add(lines.get(at + 1));
        }
    }

    private void leaveOutDeadlines() {
        boolean cut = false;
        for (PlainLine line : lines) {
            Entry deadline = PlainLine.DEADLINE.of().apply(line);
            String text = deadline.text();
            boolean half = cut && !text.contains("年") && !Deadlines.isOngoing(text);
            if (!text.isEmpty() && (half || !Deadlines.isRead(deadline.words()))) {
                line.doubts.add("完成时限没有写入，原文此处是“" + text + "”，可能不完整。");
                PlainLine.DEADLINE.set().accept(line, Entry.NONE);
            }
            cut = text.matches("\\d{4}\\s*年?");
        }
    }
}
