package org.gongkai.model;

import java.util.List;

/**
 * A group of tasks in a 任务分解表.
 *
 * @param name its name as issued; null where it has none
 * @param children groups and tasks in the order of the table
 */
public record TaskGroup(String name, List<TaskNode> children) implements TaskNode {
    public TaskGroup {
        children = List.copyOf(children);
    }
}
