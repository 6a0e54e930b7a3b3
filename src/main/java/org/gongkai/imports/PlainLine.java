package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A row of a task table in plain text, while it is found out what each of its cells is. */
final class PlainLine {
    /**
     * A column of units or deadlines, by its name.
     *
     * @param of what a row has in it
     * @param set changes that
     */
    record Part(String name, Function<PlainLine, Entry> of, BiConsumer<PlainLine, Entry> set) {}

    static final Part LEAD =
            new Part("牵头部门", line -> line.lead, (line, entry) -> line.lead = entry);
    static final Part RESPONSIBLE =
            new Part("责任单位", line -> line.responsible, (line, entry) -> line.responsible = entry);
    static final Part DEADLINE =
            new Part("完成时限", line -> line.deadline, (line, entry) -> line.deadline = entry);

    /** Its row in the table. */
    final int row;

    final String place;
    final List<String> doubts = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    boolean section;
    List<String> labels = List.of();
    String number;
    List<String> requirement = List.of();
    private Entry lead = Entry.NONE;
    private Entry responsible = Entry.NONE;
    private Entry deadline = Entry.NONE;

    PlainLine(int row, String place) {
        this.row = row;
        this.place = place;
    }

    List<String> named() {
        return labels.stream().filter(label -> !label.isEmpty()).toList();
    }

    TaskRow read() {
        return new TaskRow(
                place,
                section,
                labels,
                number,
                requirement,
                lead,
                responsible,
                deadline,
                doubts,
                notes);
    }
}
