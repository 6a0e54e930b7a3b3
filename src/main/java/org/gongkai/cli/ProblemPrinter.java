package org.gongkai.cli;

import java.io.PrintStream;
import java.io.StringWriter;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints the problems of a run: a line each, or as JSON for other programs. */
final class ProblemPrinter {
    private final PrintStream out;

    ProblemPrinter(PrintStream out) {
        this.out = out;
    }

    void print(Problems problems) {
        problems.sorted().forEach(problem -> out.println(problem.text()));
    }

    void printJson(Problems problems) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("problems");
            problems.sorted().forEach(problem -> write(json, problem));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println(text);
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
