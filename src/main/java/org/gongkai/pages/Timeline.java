package org.gongkai.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.model.Deadline;
import org.gongkai.model.Task;
import org.gongkai.model.TaskStatus;

/**
 * 时间安排: what falls due when, and how far it is. Each span of time says it in words, and shows it in
 * one mark for each task, whose shape is that of its state; where there are too many to be counted,
 * a mark stands for several.
 *
 * @param anyDone whether any of the tasks is done
 * @param perMark for how many tasks a mark stands
 */
public record Timeline(List<Span> spans, boolean anyDone, int perMark) {
    /** Marks in a row of a drawing: fives are counted at a glance. */
    public static final int COLUMNS = 5;

    /** The side of the square that a mark stands in, in units of the drawing. */
    public static final int CELL = 14;

    /** No drawing has more marks, but for those of what is left over of a state. */
    private static final int MOST_MARKS = 50;

    /** The same where spans are a list, one below the other. */
    private static final int MOST_MARKS_IN_LIST = 15;

    /** Above as many spans, the years before this one are told as a whole. */
    private static final int MOST_SPANS = 24;

    /** Above as many spans they are a list, and do not stand side by side. */
    private static final int ACROSS = 12;

    private static final String NONE = "none";

    /** A year comes after its months, and what has no day after all years. */
    private static final Comparator<String> ORDER =
            Comparator.comparing(key -> key.length() == 4 && !key.equals(NONE) ? key + "-99" : key);

    private static final Comparator<TaskStatus> FURTHEST_FIRST =
            Comparator.comparingInt(
                    List.of(
                                    TaskStatus.DONE,
                                    TaskStatus.IN_PROGRESS,
                                    TaskStatus.ADJUSTED,
                                    TaskStatus.NOT_STARTED,
                                    TaskStatus.UNKNOWN)
                            ::indexOf);

    /**
     * The tasks of a month, of a whole year, or without a day.
     *
     * @param key such as {@code 2026-11}, {@code 2026} or {@code none}
     * @param year what its year is called in words; empty where it has none
     * @param label the rest of what it is called
     * @param overdue how many have their day behind them and are, as far as is known, not done
     * @param marks how many marks are drawn
     * @param lines the path of what is drawn as lines
     * @param areas the path of what is filled
     */
    public record Span(
            String key,
            String year,
            String label,
            int total,
            int done,
            int overdue,
            int marks,
            String lines,
            String areas) {
        public int width() {
            return CELL * COLUMNS;
        }

        public int height() {
            return CELL * ((marks + COLUMNS - 1) / COLUMNS);
        }
    }

    public Timeline {
        spans = List.copyOf(spans);
    }

    /** The same of what is not done or adjusted: what is still to come, or late. */
    static Timeline ofOpen(Stream<Task> tasks, LocalDate asOf) {
        List<Task> open =
                tasks.filter(
                                task ->
                                        task.status() != TaskStatus.DONE
                                                && task.status() != TaskStatus.ADJUSTED)
                        .toList();
        Timeline whole = of(open, asOf);
        String thisYear = String.valueOf(asOf.getYear());
        return whole.spans().size() <= MOST_SPANS
                ? whole
                : of(open, asOf, key -> key.compareTo(thisYear) < 0 ? key.substring(0, 4) : key);
    }

    /**
     * @param asOf the day on which is judged what is overdue
     */
    static Timeline of(Collection<Task> tasks, LocalDate asOf) {
        return of(tasks, asOf, key -> key);
    }

    private static Timeline of(Collection<Task> tasks, LocalDate asOf, UnaryOperator<String> span) {
        Map<String, List<Task>> bySpan =
                tasks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        task -> span.apply(key(task.deadline())),
                                        () -> new TreeMap<>(ORDER),
                                        Collectors.toList()));
        int largest = bySpan.values().stream().mapToInt(List::size).max().orElse(0);
        int most = bySpan.size() <= ACROSS ? MOST_MARKS : MOST_MARKS_IN_LIST;
        int perMark = (largest + most - 1) / most;
        List<Span> spans = new ArrayList<>();
        bySpan.forEach((key, inSpan) -> spans.add(span(key, inSpan, asOf, perMark)));
        return new Timeline(spans, spans.stream().anyMatch(each -> each.done() > 0), perMark);
    }

    /** Whether it says more than one number would. */
    public boolean isUseful() {
        return spans.size() > 1;
    }

    /** Whether there is room for the spans side by side. */
    public boolean isAcross() {
        return spans.size() <= ACROSS;
    }

    /** In which span a task is due. */
    static String key(Deadline deadline) {
        if (deadline.date() == null) {
            return NONE;
        }
        String day = deadline.date().toString();
        return deadline.kind() == Deadline.Kind.YEAR ? day.substring(0, 4) : day.substring(0, 7);
    }

    private static String year(String key) {
        return key.equals(NONE) ? "" : key.substring(0, 4) + "年";
    }

    private static String label(String key) {
        if (key.equals(NONE)) {
            return "未定日期";
        }
        return key.length() == 4 ? "全年" : Integer.parseInt(key.substring(5)) + "月";
    }

    private static Span span(String key, List<Task> tasks, LocalDate asOf, int perMark) {
        List<TaskStatus> states = tasks.stream().map(Task::status).sorted(FURTHEST_FIRST).toList();
        StringBuilder lines = new StringBuilder();
        StringBuilder areas = new StringBuilder();
        int marks = 0;
        int left = 0;
        for (int i = 0; i < states.size(); i++) {
            // What is left over of a state has a mark too: no state that occurs goes unseen.
            left = i > 0 && states.get(i) == states.get(i - 1) ? left - 1 : 0;
            if (left <= 0) {
                int x = CELL * (marks % COLUMNS) + CELL / 2;
                int y = CELL * (marks / COLUMNS) + CELL / 2;
                draw(states.get(i), x, y, lines, areas);
                marks++;
                left = perMark;
            }
        }
        return new Span(
                key,
                year(key),
                label(key),
                tasks.size(),
                (int) states.stream().filter(state -> state == TaskStatus.DONE).count(),
                (int) tasks.stream().filter(task -> task.isPastDue(asOf)).count(),
                marks,
                lines.toString(),
                areas.toString());
    }

    /** The shapes are those before the words of a state in site.css: ● ◐ ○ △ □. */
    private static void draw(
            TaskStatus state, int x, int y, StringBuilder lines, StringBuilder areas) {
        switch (state) {
            case DONE -> areas.append(ring(x, y));
            case IN_PROGRESS -> {
                lines.append(ring(x, y));
                areas.append("M" + x + " " + (y - 5) + "a5 5 0 0 0 0 10z");
            }
            case NOT_STARTED -> lines.append(ring(x, y));
            case ADJUSTED -> lines.append("M" + x + " " + (y - 5) + "l5 9h-10z");
            case UNKNOWN -> lines.append("M" + (x - 4) + " " + (y - 4) + "h9v9h-9z");
        }
    }

    private static String ring(int x, int y) {
        return "M" + (x - 5) + " " + y + "a5 5 0 1 1 10 0a5 5 0 1 1-10 0z";
    }
}
