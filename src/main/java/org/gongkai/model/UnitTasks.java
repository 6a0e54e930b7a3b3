package org.gongkai.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a unit owes: what it leads, what it answers for, and what concerns it through a collective
 * name, each soonest deadline first.
 */
public record UnitTasks(List<Entry> lead, List<Entry> responsible, List<Entry> collective) {

    /** A task with the notice it stands in. */
    public record Entry(Notice notice, Task task) {
        public String url() {
            return notice.url() + "#" + task.anchor();
        }
    }

    /**
     * Days to come first, the soonest of them first; then what has no day; then the days gone by.
     * Of one day, the newest notice first.
     */
    private static Comparator<Entry> soonestFirst(LocalDate asOf) {
        return Comparator.comparingInt(
                        (Entry entry) -> {
                            LocalDate date = entry.task().deadline().date();
                            return date == null ? 1 : date.isBefore(asOf) ? 2 : 0;
                        })
                .thenComparing(
                        entry -> entry.task().deadline().date(),
                        Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Entry::notice, Notice.NEWEST_FIRST)
                .thenComparing(entry -> entry.task().place());
    }

    /**
     * By the 代码 of each unit of the register. A task counts once in each way that it concerns the
     * unit.
     */
    public static Map<String, UnitTasks> byUnit(Site site) {
        Map<String, UnitTasks> byUnit = new LinkedHashMap<>();
        for (Unit unit : site.units().units()) {
            byUnit.put(
                    unit.code(),
                    new UnitTasks(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        for (Notice notice : site.notices()) {
            for (Task task : notice.taskList()) {
                add(byUnit, new Entry(notice, task));
            }
        }
        Comparator<Entry> soonestFirst = soonestFirst(site.asOf());
        byUnit.values()
                .forEach(
                        tasks ->
                                List.of(tasks.lead, tasks.responsible, tasks.collective)
                                        .forEach(list -> list.sort(soonestFirst)));
        return byUnit;
    }

    private static void add(Map<String, UnitTasks> byUnit, Entry entry) {
        Set<String> shared = new HashSet<>();
        for (UnitReference reference : entry.task.lead().units()) {
            if (reference.unit() != null) {
                byUnit.get(reference.unit()).lead.add(entry);
            } else if (reference.isCollective()) {
                shared.addAll(reference.members());
            }
        }
        for (UnitReference reference : entry.task.responsible().units()) {
            if (reference.unit() != null) {
                byUnit.get(reference.unit()).responsible.add(entry);
            } else if (reference.isCollective()) {
                shared.addAll(reference.members());
            }
        }
        shared.forEach(code -> byUnit.get(code).collective.add(entry));
    }
}
