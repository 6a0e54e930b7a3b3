package org.gongkai.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a unit owes: what it leads, what it answers for, and what concerns it through a collective
 * name, each the most pressing first. Units that the same tasks concern through collective names
 * share one such list.
 */
public record UnitTasks(List<Entry> lead, List<Entry> responsible, List<Entry> collective) {

    /** No date that can be written is before it. */
    private static final long FIRST_DAY = LocalDate.of(-9999, 1, 1).toEpochDay();

    /** The days from there to the last date that can be written. */
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay() - FIRST_DAY;

    /** A task with the notice it stands in. */
    public record Entry(Notice notice, Task task) {
        public String url() {
            return notice.url() + "#" + task.anchor();
        }
    }

    /**
     * Puts what is late first, and then what is still to come, each by its day; of one day, they
     * stay in their order: the newest notice first. Tens of thousands are put in order, so that
     * each is looked at once.
     */
    private static void sortMostPressingFirst(List<Entry> entries, LocalDate asOf) {
        long[] keys = new long[entries.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(entries.get(i), asOf) | i;
        }
        Arrays.sort(keys);
        Entry[] before = entries.toArray(Entry[]::new);
        for (int i = 0; i < keys.length; i++) {
            entries.set(i, before[(int) keys[i] & 0xffffff]);
        }
    }

    /** The order of tasks, with room for a place among those of one rank and day. */
    private static long key(Entry entry, LocalDate asOf) {
        LocalDate date = entry.task().deadline().date();
        long rank = rank(entry, asOf);
        long day = date == null ? 0 : date.toEpochDay() - FIRST_DAY;
        // Of what is over, the newest is asked for most.
        return rank << 60 | (rank < 3 ? day : LAST_DAY - day) << 24;
    }

    /**
     * 0 what is late, 1 what is still to come, 2 what has no day, 3 what was due more than a year
     * ago and of which nothing was ever reported, as is the rule in old tables, 4 what nobody has
     * to do any more.
     */
    private static int rank(Entry entry, LocalDate asOf) {
        TaskStatus status = entry.task().status();
        if (status == TaskStatus.DONE
                || status == TaskStatus.ADJUSTED
                || entry.notice().standing().validity().ended()) {
            return 4;
        }
        if (entry.task().isPastDue(asOf)) {
            boolean forgotten = entry.task().isPastDue(asOf.minusYears(1));
            return forgotten && status == TaskStatus.UNKNOWN ? 3 : 0;
        }
        return entry.task().deadline().date() == null ? 2 : 1;
    }

    /** The order of a unit's tasks. */
    public static Comparator<Entry> mostPressingFirst(LocalDate asOf) {
        return Comparator.comparingLong(entry -> key(entry, asOf));
    }

    /**
     * By the 代码 of each unit of the register. A task counts once in each way that it concerns the
     * unit.
     */
    public static Map<String, UnitTasks> byUnit(Site site) {
        List<Entry> entries =
                site.notices().stream()
                        .flatMap(
                                notice ->
                                        notice.taskList().stream()
                                                .map(task -> new Entry(notice, task)))
                        .toList();
        List<Set<String>> together =
                entries.stream().map(entry -> namedTogether(entry.task())).toList();
        Set<Set<String>> named = new HashSet<>(together);
        Map<Set<String>, List<List<Entry>>> collective = new HashMap<>();
        named.forEach(units -> collective.put(units, new ArrayList<>()));
        Map<Set<Set<String>>, List<Entry>> lists = new HashMap<>();
        Map<String, UnitTasks> byUnit = new LinkedHashMap<>();
        for (Unit unit : site.units().units()) {
            Set<Set<String>> with =
                    named.stream()
                            .filter(units -> units.contains(unit.code()))
                            .collect(Collectors.toSet());
            List<Entry> shared =
                    lists.computeIfAbsent(
                            with,
                            same -> {
                                List<Entry> list = new ArrayList<>();
                                same.forEach(units -> collective.get(units).add(list));
                                return list;
                            });
            byUnit.put(unit.code(), new UnitTasks(new ArrayList<>(), new ArrayList<>(), shared));
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            named(entry.task().lead()).forEach(code -> byUnit.get(code).lead.add(entry));
            named(entry.task().responsible())
                    .forEach(code -> byUnit.get(code).responsible.add(entry));
            collective.get(together.get(i)).forEach(list -> list.add(entry));
        }
        for (UnitTasks tasks : byUnit.values()) {
            List.of(tasks.lead, tasks.responsible)
                    .forEach(each -> sortMostPressingFirst(each, site.asOf()));
        }
        lists.values().forEach(each -> sortMostPressingFirst(each, site.asOf()));
        return byUnit;
    }

    /** The units that a task names, by their 代码. */
    private static Stream<String> named(Task.Units units) {
        return units.units().stream().map(UnitReference::unit).filter(Objects::nonNull);
    }

    /** Those that it names through collective names. */
    private static Set<String> namedTogether(Task task) {
        return Stream.of(task.lead(), task.responsible())
                .flatMap(units -> units.units().stream())
                .filter(UnitReference::isCollective)
                .flatMap(reference -> reference.members().stream())
                .collect(Collectors.toSet());
    }
}
