package org.gongkai.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.gongkai.model.Problem;
import org.gongkai.model.Severity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Problems as a report of GitLab's Code Quality, which shows them beside the lines of a change. */
final class GitlabReport {
    private final RepositoryPaths paths;

    GitlabReport(RepositoryPaths paths) {
        this.paths = paths;
    }

    /**
     * @param reviews those that only a person can judge
     */
    String of(List<Problem> problems, Set<Problem> reviews) {
        Fingerprints fingerprints = new Fingerprints(paths);
        StringWriter text = new StringWriter();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (Problem problem : problems) {
                String severity = problem.severity() == Severity.ERROR ? "major" : "minor";
                json.writeStartObject();
                json.writeStringProperty("description", problem.what() + problem.fix());
                json.writeStringProperty("check_name", problem.check());
                json.writeStringProperty("fingerprint", fingerprints.of(problem));
                json.writeStringProperty("severity", reviews.contains(problem) ? "info" : severity);
                json.writeObjectPropertyStart("location");
                json.writeStringProperty("path", paths.of(problem));
                json.writeObjectPropertyStart("lines");
                json.writeNumberProperty("begin", problem.line());
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }
}
