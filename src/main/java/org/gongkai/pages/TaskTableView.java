package org.gongkai.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gongkai.model.Place;
import org.gongkai.model.Task;
import org.gongkai.model.TaskGroup;
import org.gongkai.model.TaskNode;
import org.gongkai.model.TaskTable;

/**
 * A 任务分解表 as rows of cells, with the cells merged that the issued table merges: a group beside all
 * its tasks, and what stands on a group beside all tasks that have it from there.
 *
 * @param depth how many columns the groups take
 */
public record TaskTableView(TaskTable table, int depth, List<Section> sections) {

    /** The rows of an outermost group: a {@code tbody}. */
    public record Section(List<Row> rows) {}

    /**
     * A row.
     *
     * @param groups the group cells that begin here
     * @param headers the ids of the group cells that it stands beside
     * @param lead how many rows the 牵头部门 cell spans; 0 where a cell above covers it
     */
    public record Row(
            Task task,
            List<GroupCell> groups,
            String headers,
            int lead,
            int responsible,
            int deadline) {}

    /** A group's cell. */
    public record GroupCell(String id, String name, int rows, int columns) {}

    static TaskTableView of(TaskTable table) {
        int depth = table.depth();
        List<Section> sections = new ArrayList<>();
        List<TaskNode> loose = new ArrayList<>();
        for (TaskNode child : table.children()) {
            if (child instanceof TaskGroup group) {
                addSection(sections, loose, depth);
                loose.clear();
                addSection(sections, List.of(group), depth);
            } else {
                loose.add(child);
            }
        }
        addSection(sections, loose, depth);
        return new TaskTableView(table, depth, sections);
    }

    private static void addSection(List<Section> sections, List<TaskNode> nodes, int depth) {
        Builder builder = new Builder(depth, "g" + (sections.size() + 1));
        builder.add(nodes, 0, 0, "");
        if (!builder.tasks.isEmpty()) {
            sections.add(new Section(builder.rows()));
        }
    }

    private static final class Builder {
        private final int depth;
        private final String prefix;
        private final List<Task> tasks = new ArrayList<>();
        private final List<List<GroupCell>> cells = new ArrayList<>();
        private final List<String> headers = new ArrayList<>();
        private int groups;

        Builder(int depth, String prefix) {
            this.depth = depth;
            this.prefix = prefix;
        }

        /**
         * @param level how many named groups stand above
         * @param covered how many columns their cells take
         */
        void add(List<TaskNode> nodes, int level, int covered, String above) {
            for (TaskNode node : nodes) {
                if (node instanceof Task task) {
                    startRow(task, covered, above);
                } else if (node instanceof TaskGroup group && group.name() == null) {
                    add(group.children(), level, covered, above);
                } else if (node instanceof TaskGroup group) {
                    addGroup(group, level, above);
                }
            }
        }

        private void startRow(Task task, int covered, String above) {
            if (cells.size() == tasks.size()) {
                cells.add(new ArrayList<>());
            }
            tasks.add(task);
            headers.add(above);
            if (covered < depth) {
                cells.get(tasks.size() - 1).add(new GroupCell("", "", 1, depth - covered));
            }
        }

        private void addGroup(TaskGroup group, int level, String above) {
            int first = tasks.size();
            int rows = count(group);
            if (rows == 0) {
                return;
            }
            if (cells.size() == first) {
                cells.add(new ArrayList<>());
            }
            String id = prefix + "-" + ++groups;
            int columns = deepest(group, level + 1) == level + 1 ? depth - level : 1;
            cells.get(first).add(new GroupCell(id, group.name(), rows, columns));
            add(
                    group.children(),
                    level + 1,
                    level + columns,
                    above.isEmpty() ? id : above + " " + id);
        }

        /** The number of named groups from the root down to the deepest task below. */
        private static int deepest(TaskGroup group, int level) {
            int deepest = level;
            for (TaskNode child : group.children()) {
                if (child instanceof TaskGroup inner) {
                    deepest =
                            Math.max(
                                    deepest,
                                    deepest(inner, inner.name() == null ? level : level + 1));
                }
            }
            return deepest;
        }

        private static int count(TaskGroup group) {
            int count = 0;
            for (TaskNode child : group.children()) {
                count += child instanceof TaskGroup inner ? count(inner) : 1;
            }
            return count;
        }

        List<Row> rows() {
            int[] lead = spans(task -> task.lead().isEmpty() ? null : task.lead().at());
            int[] responsible =
                    spans(task -> task.responsible().isEmpty() ? null : task.responsible().at());
            int[] deadline =
                    spans(task -> task.deadline().text() == null ? null : task.deadlineAt());
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < tasks.size(); i++) {
                Task task = tasks.get(i);
                rows.add(
                        new Row(
                                task,
                                cells.get(i),
                                headers.get(i),
                                lead[i],
                                responsible[i],
                                deadline[i]));
            }
            return rows;
        }

        /** Neighbours that have a value from one and the same line share a cell. */
        private int[] spans(Function<Task, Place> place) {
            int[] spans = new int[tasks.size()];
            int first = 0;
            for (int i = 0; i < spans.length; i++) {
                Place here = place.apply(tasks.get(i));
                boolean same = i > 0 && here != null && here.equals(place.apply(tasks.get(i - 1)));
                if (!same) {
                    first = i;
                }
                spans[first]++;
            }
            return spans;
        }
    }
}
