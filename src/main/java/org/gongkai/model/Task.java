package org.gongkai.model;

import java.time.LocalDate;
import java.util.List;

/**
 * One row of a 任务分解表.
 *
 * @param place its place in the table, from 1: the n of {@code #task-n}
 * @param number 序号 as issued; its place where none was
 * @param groups the names of the groups above it, outermost first
 * @param requirement 要求, word for word
 * @param lead 牵头部门
 * @param responsible 责任单位
 */
public record Task(
        Place at,
        int place,
        String number,
        List<String> groups,
        String requirement,
        Units lead,
        Units responsible,
        Deadline deadline,
        Place deadlineAt,
        List<Milestone> milestones,
        List<Progress> progress)
        implements TaskNode {

    /**
     * The units of one column of a task.
     *
     * @param issued the wording as issued; null where the task has none
     * @param units what it resolves to
     * @param at where it was typed: on the task or on a group above it
     */
    public record Units(String issued, List<UnitReference> units, Place at) {
        public Units {
            units = List.copyOf(units);
        }

        public static Units none(Place at) {
            return new Units(null, List.of(), at);
        }

        public boolean isEmpty() {
            return issued == null;
        }
    }

    /** 里程碑: something due on the way. */
    public record Milestone(LocalDate date, String content) {}

    /**
     * 进展: what was reported, and when.
     *
     * @param evidence 佐证, or null
     * @param at where its date was typed
     */
    public record Progress(
            LocalDate date, TaskStatus status, String note, Link evidence, Place at) {}

    public Task {
        groups = List.copyOf(groups);
        milestones = List.copyOf(milestones);
        progress = List.copyOf(progress);
    }

    /** Its anchor on the page of its notice. */
    public String anchor() {
        return "task-" + place;
    }

    /** What the newest entry says; of two on one day, the later in the file. */
    public TaskStatus status() {
        Progress newest = null;
        for (Progress each : progress) {
            if (newest == null || !each.date().isBefore(newest.date())) {
                newest = each;
            }
        }
        return newest == null ? TaskStatus.UNKNOWN : newest.status();
    }

    /** Whether its last day has gone by without its being done or adjusted, as far as is known. */
    public boolean isPastDue(LocalDate asOf) {
        return deadline.date() != null
                && deadline.date().isBefore(asOf)
                && status() != TaskStatus.DONE
                && status() != TaskStatus.ADJUSTED;
    }
}
