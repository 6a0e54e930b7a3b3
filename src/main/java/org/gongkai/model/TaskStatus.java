package org.gongkai.model;

import java.util.Arrays;
import java.util.Optional;

/** 状态 of a task, as its newest progress entry says. */
public enum TaskStatus {
    NOT_STARTED("未开始"),
    IN_PROGRESS("进行中"),
    DONE("已完成"),
    ADJUSTED("已调整"),
    /** Nothing was reported. */
    UNKNOWN("未报告");

    private final String label;

    TaskStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Its name as a CSS class and filter value. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The status that an editor typed; 未报告 is not one. */
    public static Optional<TaskStatus> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(each -> each != UNKNOWN && each.label.equals(label))
                .findFirst();
    }
}
