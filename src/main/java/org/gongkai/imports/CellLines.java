package org.gongkai.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds a task table that was copied with each cell on a line of its own and nothing between rows.
 * Which cell is which follows from how it reads: what is to be done is a sentence, and the line
 * below it names units.
 *
 * @param first the block with which the table begins
 * @param end the first block behind it
 */
record CellLines(int first, int end, List<TaskRow> rows) {
    private static final int FEWEST_TASKS = 3;
    private static final int LONGEST_LABEL = 40;

    /** The table; null where there is none. */
    static CellLines find(List<Block> blocks) {
        for (int i = 0; i + 2 < blocks.size(); i++) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            int end = i;
            while (end < blocks.size() && blocks.get(end) instanceof Paragraph paragraph) {
                Role role = Role.of(paragraph.text());
                if (role == null || !roles.add(role)) {
                    break;
                }
                end++;
            }
            boolean head =
                    roles.size() >= 3
                            && roles.contains(Role.REQUIREMENT)
                            && roles.contains(Role.RESPONSIBLE)
                            && !roles.contains(Role.LEAD)
                            && !roles.contains(Role.NUMBER);
            if (head) {
                CellLines found = new Reader(blocks, roles.contains(Role.DEADLINE)).read(i, end);
                if (found.rows.size() >= FEWEST_TASKS) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Reads line by line. */
    private static final class Reader {
        private final List<Block> blocks;
        private final boolean deadlines;
        private final List<TaskRow> rows = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private final List<String> requirement = new ArrayList<>();
        private final List<String> doubts = new ArrayList<>();
        private String place;

        Reader(List<Block> blocks, boolean deadlines) {
            this.blocks = blocks;
            this.deadlines = deadlines;
        }

        CellLines read(int first, int below) {
            int end = below;
            for (int i = below; i < blocks.size(); i++) {
                if (!(blocks.get(i) instanceof Paragraph paragraph)) {
                    break;
                }
                String text = Wording.tidy(paragraph.text());
                if (Role.of(text) != null) {
                    continue;
                }
                if (deadlines
                        && requirement.isEmpty()
                        && labels.isEmpty()
                        && lacksDeadline()
                        && Deadlines.isRead(text)) {
                    addDeadline(text);
                    end = i + 1;
                } else if (text.endsWith("。") || text.endsWith("；")) {
                    place = requirement.isEmpty() ? paragraph.place() : place;
                    requirement.add(text);
                } else if (!requirement.isEmpty()) {
                    if (!Wording.namesUnits(text)
                            && text.length() <= LONGEST_LABEL
                            && isLabel(text)) {
                        addTask(Entry.NONE, "责任单位没有写入：下一行“" + Quote.brief(text) + "”不像单位名称。");
                        labels.add(text);
                    } else {
                        addTask(new Entry(List.of(text), null), null);
                    }
                    end = i + 1;
                } else if (text.length() <= LONGEST_LABEL) {
                    labels.add(text);
                } else {
                    break;
                }
            }
            return new CellLines(first, end, rows);
        }

        private static boolean isLabel(String text) {
            return text.indexOf('、') < 0 && text.indexOf('，') < 0;
        }

        private boolean lacksDeadline() {
            return !rows.isEmpty() && rows.get(rows.size() - 1).deadline().isBlank();
        }

        private void addDeadline(String text) {
            TaskRow last = rows.remove(rows.size() - 1);
            rows.add(
                    new TaskRow(
                            last.place(),
                            false,
                            last.labels(),
                            null,
                            last.requirement(),
                            last.lead(),
                            last.responsible(),
                            new Entry(List.of(text), null),
                            last.doubts(),
                            List.of()));
        }

        private void addTask(Entry units, String doubt) {
            List<String> groups =
                    labels.size() == 1 && !rows.isEmpty()
                            ? List.of("", labels.get(0))
                            : List.copyOf(labels);
            if (labels.size() > 2) {
                doubts.add("上方连续有 " + labels.size() + " 行分组文字，请核对层级。");
            }
            if (doubt != null) {
                doubts.add(doubt);
            }
            if (requirement.size() > 1) {
                doubts.add("具体要求有 " + requirement.size() + " 段，可能是几项任务。");
            }
            rows.add(
                    new TaskRow(
                            place,
                            false,
                            groups.isEmpty() ? List.of("", "") : groups,
                            null,
                            List.copyOf(requirement),
                            Entry.NONE,
                            units,
                            Entry.NONE,
                            List.copyOf(doubts),
                            List.of()));
            labels.clear();
            requirement.clear();
            doubts.clear();
        }
    }
}
