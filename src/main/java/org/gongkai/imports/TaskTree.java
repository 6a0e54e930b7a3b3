package org.gongkai.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the rows of a task table under their groups. */
final class TaskTree {
    private static final int MOST_DEEP = 6;

    private final TaskNode.Group root = new TaskNode.Group("");
    private final List<String> sections = new ArrayList<>();
    private final boolean leads;
    private final boolean responsibles;
    private final boolean deadlines;
    private final boolean exact;
    private List<String> labels = new ArrayList<>();
    private boolean continuing;
    private int depth;

    /**
     * @param exact whether merged cells are known; else an empty one may be either
     */
    TaskTree(List<TaskRow> rows, boolean exact) {
        this.exact = exact;
        this.leads = rows.stream().anyMatch(row -> !row.lead().isBlank());
        this.responsibles = rows.stream().anyMatch(row -> !row.responsible().isBlank());
        this.deadlines = rows.stream().anyMatch(row -> !row.deadline().isBlank());
        this.depth =
                rows.stream()
                        .filter(row -> !row.section())
                        .mapToInt(row -> named(row))
                        .max()
                        .orElse(0);
        boolean cutItems = cutsItems(rows);
        for (TaskRow row : rows) {
            if (row.section()) {
                openSection(row.labels().get(0));
            } else {
                add(row, cutItems);
            }
        }
    }

    private static int named(TaskRow row) {
        return (int) row.labels().stream().filter(label -> !label.isEmpty()).count();
    }

    /** The groups and tasks at the top. */
    List<TaskNode> children() {
        root.children()
                .forEach(
                        child -> {
                            if (child instanceof TaskNode.Group group) {
                                group.lift();
                            }
                        });
        return root.children();
    }

    List<TaskNode.Item> items() {
        List<TaskNode.Item> items = new ArrayList<>();
        root.collect(items);
        return items;
    }

    /** Whether the table itself has several tasks under one 序号. */
    private static boolean cutsItems(List<TaskRow> rows) {
        String last = null;
        for (TaskRow row : rows) {
            if (row.number() != null && row.number().equals(last)) {
                return true;
            }
            last = row.number();
        }
        return false;
    }

    private void openSection(String text) {
        boolean section = Wording.isSection(text);
        if (!section) {
            sections.clear();
        } else if (!sections.isEmpty() && Wording.isSection(sections.get(sections.size() - 1))) {
            sections.remove(sections.size() - 1);
        }
        sections.add(text);
        labels = new ArrayList<>();
        continuing = false;
    }

    private void add(TaskRow row, boolean cutItems) {
        List<String> doubts = new ArrayList<>(row.doubts());
        List<String> path = new ArrayList<>(sections);
        path.addAll(path(row, doubts));
        TaskNode.Group group = group(path);
        doubtBlanks(row, doubts);
        if (!row.requirement().isEmpty()) {
            String last = row.requirement().get(row.requirement().size() - 1);
            if (last.matches(".*[、，,]")) {
                doubts.add("具体要求以“" + last.substring(last.length() - 1) + "”结尾，可能没有抄全。");
            }
        }
        if (row.requirement().isEmpty()) {
            if (!row.lead().isBlank() || !row.responsible().isBlank() || !doubts.isEmpty()) {
                doubts.add("这一行没有具体要求。");
                group.children().add(new TaskNode.Item(row, "", doubts));
            }
            return;
        }
        if (cutItems && row.requirement().size() > 1) {
            doubts.add(
                    "一格里有 "
                            + row.requirement().size()
                            + " 段，分成了 "
                            + row.requirement().size()
                            + " 项任务。");
            for (String requirement : row.requirement()) {
                group.children().add(new TaskNode.Item(row, requirement, doubts));
                doubts = new ArrayList<>();
            }
        } else {
            group.children().add(new TaskNode.Item(row, Wording.joined(row.requirement()), doubts));
        }
    }

    private void doubtBlanks(TaskRow row, List<String> doubts) {
        List<String> blank = new ArrayList<>();
        if (leads && row.lead().isBlank()) {
            blank.add("牵头部门");
        }
        if (responsibles && row.responsible().isBlank()) {
            blank.add("责任单位");
        }
        if (deadlines && row.deadline().isBlank()) {
            blank.add("完成时限");
        }
        // What was left out on purpose was said already.
        blank.removeIf(name -> doubts.stream().anyMatch(doubt -> doubt.startsWith(name)));
        if (!blank.isEmpty()) {
            doubts.add(String.join("、", blank) + (exact ? "空白，没有写入。" : "空白，可能是合并的单元格，没有写入。"));
        }
    }

    /** The names of the row's groups; an empty one goes on with the one above. */
    private List<String> path(TaskRow row, List<String> doubts) {
        List<String> own = row.labels();
        if (own.stream().allMatch(String::isEmpty)) {
            boolean first = !continuing;
            continuing = true;
            if (exact && first && !own.isEmpty() && !labels.isEmpty()) {
                doubts.add("从这一行起分组名称空白，按上一行的分组处理。");
            }
            return labels;
        }
        boolean before = continuing;
        continuing = false;
        List<String> path = new ArrayList<>();
        int last = lastNamed(own);
        for (int i = 0; i <= last; i++) {
            if (!own.get(i).isEmpty()) {
                path.add(own.get(i));
            } else if (i < labels.size()) {
                path.add(labels.get(i));
            }
        }
        boolean outerOnly = path.size() < depth && own.size() > last + 1;
        if (outerOnly && !isPrefix(path, labels)) {
            doubts.add("“" + path.get(path.size() - 1) + "”下面没有下一级分组，请核对它是哪一级。");
        } else if (isPrefix(path, labels) && own.size() > path.size()) {
            // The outer name was printed again at the top of a page: the inner one goes on.
            continuing = true;
            if (exact && !before) {
                doubts.add("从这一行起下一级分组名称空白，按上一行的分组处理。");
            }
            return labels;
        }
        labels = path;
        return path;
    }

    private static int lastNamed(List<String> labels) {
        int last = labels.size() - 1;
        while (labels.get(last).isEmpty()) {
            last--;
        }
        return last;
    }

    private static boolean isPrefix(List<String> path, List<String> of) {
        return path.size() <= of.size() && of.subList(0, path.size()).equals(path);
    }

    private TaskNode.Group group(List<String> path) {
        TaskNode.Group group = root;
        for (String name : path.subList(0, Math.min(path.size(), MOST_DEEP))) {
            group = child(group, name);
        }
        if (lastIsGroup(group) && group != root) {
            // Tasks behind the groups of a group would be moved before them.
            TaskNode.Group again = new TaskNode.Group(group.name());
            parentOf(group, root).children().add(again);
            return again;
        }
        return lastIsGroup(group) ? child(group, "其他任务") : group;
    }

    private static boolean lastIsGroup(TaskNode.Group group) {
        List<TaskNode> children = group.children();
        return !children.isEmpty() && children.get(children.size() - 1) instanceof TaskNode.Group;
    }

    private static TaskNode.Group child(TaskNode.Group parent, String name) {
        List<TaskNode> children = parent.children();
        if (lastIsGroup(parent)) {
            TaskNode.Group last = (TaskNode.Group) children.get(children.size() - 1);
            if (last.name().equals(name)) {
                return last;
            }
        }
        TaskNode.Group group = new TaskNode.Group(name);
        children.add(group);
        return group;
    }

    private static TaskNode.Group parentOf(TaskNode.Group child, TaskNode.Group in) {
        Set<TaskNode.Group> seen = new HashSet<>();
        TaskNode.Group at = in;
        while (!at.children().contains(child) && seen.add(at)) {
            at = (TaskNode.Group) at.children().get(at.children().size() - 1);
        }
        return at;
    }
}
