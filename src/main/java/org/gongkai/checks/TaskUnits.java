package org.gongkai.checks;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.model.Column;
import org.gongkai.model.Problems;
import org.gongkai.model.Task;
import org.gongkai.model.UnitReference;
import org.gongkai.model.UnitRegister;

/** For who wants to know which unit owes what: each task has units, and each is in the register. */
final class TaskUnits implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        UnitRegister register = column.site().units();
        ContentChecks.allNotices(column)
                .flatMap(notice -> notice.taskList().stream())
                .forEach(task -> check(task, register, problems));
    }

    private static void check(Task task, UnitRegister register, Problems problems) {
        if (task.lead().isEmpty() && task.responsible().isEmpty()) {
            problems.warning(
                    "task-without-unit",
                    task.at(),
                    "第 " + task.place() + " 项任务没有牵头部门，也没有责任单位。",
                    "请在这项任务或它所在的分组上加上“责任单位: ……”。");
        }
        Stream.of(task.lead(), task.responsible())
                .forEach(
                        units ->
                                units.units().stream()
                                        .filter(unit -> unit.isUnknown() && !register.isUnread())
                                        .forEach(unit -> report(unit, units, register, problems)));
    }

    private static void report(
            UnitReference unit, Task.Units units, UnitRegister register, Problems problems) {
        List<String> together = register.together(unit.name());
        if (!together.isEmpty()) {
            problems.warning(
                    "unknown-unit",
                    units.at(),
                    "单位名录里没有“" + unit.name() + "”，网页上按原文显示，不会出现在这些单位的网页上。",
                    "请用顿号把各单位隔开，写成“" + String.join("、", together) + "”。");
            return;
        }
        if (unit.name().startsWith("各")) {
            problems.warning(
                    "unknown-unit",
                    units.at(),
                    "统称“" + unit.name() + "”没有登记，不知道包括哪些单位，网页上按原文显示。",
                    "请在 content/units.yml 的“统称”里登记，或者写进已有统称的“别名”。");
            return;
        }
        List<String> nearest = register.nearest(unit.name());
        problems.warning(
                "unknown-unit",
                units.at(),
                "单位名录里没有“" + unit.name() + "”，网页上按原文显示。",
                (nearest.isEmpty() ? "" : "是不是“" + String.join("”或“", nearest) + "”？")
                        + "请改正，或者在 content/units.yml 里登记。");
    }
}
