package org.gongkai.model;

import java.util.List;

/**
 * 任务分解表: the tasks that a notice hands out.
 *
 * @param year 年度
 * @param children its groups, and the tasks outside of all groups
 * @param tasks all tasks, in table order
 */
public record TaskTable(
        Origin origin, String title, int year, List<TaskNode> children, List<Task> tasks) {
    public TaskTable {
        children = List.copyOf(children);
        tasks = List.copyOf(tasks);
    }

    public boolean hasLeadUnits() {
        return tasks.stream().anyMatch(task -> !task.lead().isEmpty());
    }

    public boolean hasProgress() {
        return tasks.stream().anyMatch(task -> !task.progress().isEmpty());
    }

    /** How many tasks have this status. */
    public long count(TaskStatus status) {
        return tasks.stream().filter(task -> task.status() == status).count();
    }

    /** How many levels of named groups stand above the deepest task. */
    public int depth() {
        return tasks.stream().mapToInt(task -> task.groups().size()).max().orElse(0);
    }
}
