package org.gongkai.cli;

import java.io.PrintStream;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gongkai.model.CheckLevel;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints the problems of a run: a line each, or as JSON for other programs. */
final class ProblemPrinter {
    /** Of problems that differ in nothing but the page, so many are listed. */
    private static final int MOST_ALIKE = 20;

    private final PrintStream out;

    ProblemPrinter(PrintStream out) {
        this.out = out;
    }

    /** One line each; what is the same on many pages is said of the first of them only. */
    void print(Problems problems) {
        print(problems, Problem::text);
    }

    /** The same, with a line of another shape. */
    void print(Problems problems, Function<Problem, String> shape) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Problem problem : problems.sorted()) {
            String same =
                    problem.severity().label()
                            + " "
                            + problem.what()
                            + problem.fix()
                            + "["
                            + problem.check()
                            + "]";
            if (!problem.file().endsWith(".html")
                    || seen.merge(same, 1, Integer::sum) <= MOST_ALIKE) {
                out.println(shape.apply(problem));
            }
        }
        seen.forEach(
                (same, count) -> {
                    if (count > MOST_ALIKE) {
                        out.println("另有 " + (count - MOST_ALIKE) + " 处同样的问题：" + oneLine(same));
                    }
                });
    }

    /** Says which checks of pages count less on this site, and why. */
    void printLevels(List<CheckLevel> levels) {
        printLevels(
                levels,
                (level, text) ->
                        level.at().file() + ":" + level.at().line() + ": 说明 " + oneLine(text));
    }

    /** The same, with a line of another shape. */
    void printLevels(List<CheckLevel> levels, BiFunction<CheckLevel, String, String> shape) {
        for (CheckLevel level : levels) {
            String text =
                    "网页检查“"
                            + level.check()
                            + "”"
                            + (level.off() ? "已关闭" : "只作提醒")
                            + "，理由："
                            + level.reason()
                            + "。";
            out.println(shape.apply(level, text));
        }
    }

    /** A line of its own could be taken for a command by the program that keeps the log. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    void printJson(Problems problems) {
        out.println(json(problems.sorted()));
    }

    /** All of them on one line. */
    static String json(List<Problem> problems) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("problems");
            problems.forEach(problem -> write(json, problem));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("check", problem.check());
        json.writeStringProperty("severity", problem.severity().code());
        json.writeStringProperty("file", problem.file());
        json.writeNumberProperty("line", problem.line());
        json.writeStringProperty("what", problem.what());
        json.writeStringProperty("fix", problem.fix());
        json.writeEndObject();
    }

    /** How many there are; nothing where there are none. */
    String summary(Problems problems, String before) {
        long errors = problems.count(Severity.ERROR);
        long warnings = problems.count(Severity.WARNING);
        if (errors + warnings == 0) {
            return before + "没有问题";
        }
        String text = errors > 0 ? errors + " 个错误" : "";
        text += errors > 0 && warnings > 0 ? "、" : "";
        text += warnings > 0 ? warnings + " 个警告" : "";
        return before + text;
    }
}
