package org.gongkai.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.model.Task;
import org.gongkai.model.TaskStatus;
import org.gongkai.model.TaskTable;
import org.gongkai.model.Unit;
import org.gongkai.model.UnitReference;
import org.gongkai.model.UnitRegister;

/**
 * By what the rows of a task table can be sifted: each row has keys, and each choice the keys of
 * the rows that it keeps. A unit's choice keeps also what concerns it through a collective name
 * (统称).
 *
 * @param units the units of the register that the table concerns, in the register's order
 * @param otherUnits what stands in the table and is none of them
 * @param unitKeys the keys of the units of each row, by its task's place
 */
public record TaskFilter(
        List<Choice> units,
        List<Choice> otherUnits,
        List<Choice> states,
        List<Choice> dues,
        Map<Integer, Set<String>> unitKeys) {

    /**
     * What a reader may choose.
     *
     * @param value keys with a space between them, the first of them its own
     * @param count how many rows it keeps
     */
    public record Choice(String value, String label, long count) {}

    static TaskFilter of(TaskTable table, UnitRegister register, LocalDate asOf) {
        Map<String, UnitReference> references = new LinkedHashMap<>();
        Map<Integer, Set<String>> unitKeys = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (Task task : table.tasks()) {
            Set<String> own = new LinkedHashSet<>();
            Stream.concat(task.lead().units().stream(), task.responsible().units().stream())
                    .forEach(
                            reference -> {
                                String key =
                                        reference.unit() != null
                                                ? reference.unit()
                                                : keys.computeIfAbsent(
                                                        reference.name(),
                                                        name -> "." + (keys.size() + 1));
                                references.putIfAbsent(key, reference);
                                own.add(key);
                            });
            unitKeys.put(task.place(), own);
        }
        List<Choice> units = new ArrayList<>();
        for (Unit unit : register.units()) {
            List<String> values = new ArrayList<>(List.of(unit.code()));
            references.forEach(
                    (key, reference) -> {
                        if (reference.isCollective() && reference.members().contains(unit.code())) {
                            values.add(key);
                        }
                    });
            addChoice(units, values, unit.name(), unitKeys);
        }
        List<Choice> others = new ArrayList<>();
        references.forEach(
                (key, reference) -> {
                    if (reference.unit() == null && !reference.isCollective()) {
                        addChoice(others, List.of(key), reference.name(), unitKeys);
                    }
                });
        return new TaskFilter(
                units,
                others,
                states(table),
                Timeline.of(table.tasks(), asOf).spans().stream()
                        .map(
                                span ->
                                        new Choice(
                                                span.key(),
                                                span.year() + span.label(),
                                                span.total()))
                        .toList(),
                unitKeys);
    }

    private static void addChoice(
            List<Choice> choices,
            List<String> values,
            String label,
            Map<Integer, Set<String>> unitKeys) {
        long count =
                unitKeys.values().stream()
                        .filter(keys -> !Collections.disjoint(keys, values))
                        .count();
        if (count > 0) {
            choices.add(new Choice(String.join(" ", values), label, count));
        }
    }

    private static List<Choice> states(TaskTable table) {
        return Stream.of(TaskStatus.values())
                .map(state -> new Choice(state.slug(), state.label(), table.count(state)))
                .filter(choice -> choice.count() > 0)
                .toList();
    }

    /** The keys of the units in a row, with a space between them. */
    public String unitsOf(Task task) {
        return String.join(" ", unitKeys.get(task.place()));
    }

    /** The key of the span of time in which a row is due. */
    public String due(Task task) {
        return Timeline.key(task.deadline());
    }

    /** Whether there is anything to sift by. */
    public boolean isUseful() {
        return Stream.of(units, states, dues).anyMatch(choices -> choices.size() > 1);
    }
}
