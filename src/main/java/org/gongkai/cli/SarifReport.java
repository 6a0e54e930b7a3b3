package org.gongkai.cli;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gongkai.model.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Problems as SARIF 2.1.0 (OASIS), which many forges and editors read. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final String UNRESERVED = "-._~/";

    private final RepositoryPaths paths;
    private final CheckHelp help;

    SarifReport(RepositoryPaths paths, CheckHelp help) {
        this.paths = paths;
        this.help = help;
    }

    /**
     * @param reviews those that only a person can judge
     */
    String of(List<Problem> problems, Set<Problem> reviews) {
        List<String> rules = problems.stream().map(Problem::check).distinct().sorted().toList();
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", SCHEMA);
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            json.writeObjectPropertyStart("tool");
            json.writeObjectPropertyStart("driver");
            json.writeStringProperty("name", "gongkai");
            json.writeStringProperty("language", "zh-CN");
            json.writeArrayPropertyStart("rules");
            rules.forEach(rule -> writeRule(json, rule));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringProperty("language", "zh-CN");
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            Fingerprints fingerprints = new Fingerprints(paths);
            for (Problem problem : problems) {
                boolean review = reviews.contains(problem);
                writeResult(json, problem, review, rules, fingerprints);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private void writeRule(JsonGenerator json, String check) {
        json.writeStartObject();
        json.writeStringProperty("id", check);
        json.writeStringProperty("name", check);
        writeText(json, "shortDescription", help.name(check));
        writeText(json, "fullDescription", help.name(check) + "。");
        writeText(json, "help", help.text(check));
        json.writeEndObject();
    }

    private void writeResult(
            JsonGenerator json,
            Problem problem,
            boolean review,
            List<String> rules,
            Fingerprints fingerprints) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", problem.check());
        json.writeNumberProperty("ruleIndex", rules.indexOf(problem.check()));
        json.writeStringProperty("level", review ? "note" : problem.severity().code());
        writeText(json, "message", problem.what() + problem.fix());
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", encoded(paths.of(problem)));
        json.writeStringProperty("uriBaseId", "%SRCROOT%");
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", problem.line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("gongkai/v1", fingerprints.of(problem));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    /** A relative URI (RFC 3986), of whatever a file is called. */
    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            boolean plain = letter < 128 && Character.isLetterOrDigit(letter);
            if (plain || UNRESERVED.indexOf(letter) >= 0) {
                uri.append(letter);
            } else {
                uri.append(String.format("%%%02X", (int) letter));
            }
        }
        return uri.toString();
    }
}
