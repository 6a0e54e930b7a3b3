package org.gongkai.checks.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every check on pages that keep its rule and on pages that break it. They lie in {@code
 * src/test/resources/pages/<id>/}; a folder there is a site of several pages.
 */
class PageChecksTest {
    private static final Path PAGES = Path.of("src/test/resources/pages");
    private static final Path LIST = Path.of("docs/网页检查.md");

    private final PageChecks checks = new PageChecks();

    static List<String> passing() {
        return cases("pass-");
    }

    static List<String> failing() {
        return cases("fail-");
    }

    @ParameterizedTest
    @MethodSource("passing")
    void findsNothingOn(String page) {
        assertEquals(List.of(), found(page));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void findsSomethingOn(String page) {
        assertFalse(found(page).isEmpty(), "nothing found");
    }

    @Test
    void everyCheckHasPagesThatPassAndPagesThatFail() {
        for (List<String> cases : List.of(passing(), failing())) {
            Set<String> covered =
                    cases.stream()
                            .map(page -> page.substring(0, page.indexOf('/')))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(checks.rules().keySet(), covered);
        }
    }

    @Test
    void everyProblemSaysInChineseWhatIsWrongAndWhatToDo() {
        for (String page : failing()) {
            for (Problem problem : found(page)) {
                assertTrue(problem.what().endsWith("。"), problem.text());
                assertTrue(problem.fix().matches("(?s).*[。？]"), problem.text());
                assertTrue(problem.line() >= 1, problem.text());
                assertFalse(problem.text().contains("null]"), problem.text());
            }
        }
    }

    /** {@code mvn test -Dtest=PageChecksTest -Ddocs.update=true} writes the table anew. */
    @Test
    void listOfChecksTellsEveryRule() throws IOException {
        String table =
                checks.rules().values().stream()
                        .map(PageChecksTest::row)
                        .collect(Collectors.joining("\n", "", "\n"));
        String text = Files.readString(LIST);
        int start = text.indexOf("| --- |");
        start = text.indexOf('\n', start) + 1;
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(LIST, text.substring(0, start) + table);
        }
        assertEquals(table, Files.readString(LIST).substring(start));
    }

    private static String row(Rule rule) {
        return Stream.of(
                        "`" + rule.id() + "`",
                        rule.name(),
                        rule.severity().label(),
                        rule.audience(),
                        rule.clause(),
                        rule.fix().replace("<", "&lt;").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private List<Problem> found(String page) {
        String check = page.substring(0, page.indexOf('/'));
        Path path = PAGES.resolve(page);
        Problems problems = new Problems();
        Problems reviews = new Problems();
        try {
            if (Files.isDirectory(path)) {
                PageRun run = new PageRun(checks, path, "", null, problems, reviews);
                PageFiles.in(path).pages().forEach(run::check);
                run.finish();
            } else {
                PageRun run = new PageRun(checks, path.getParent(), "", null, problems, reviews);
                run.check(path.getFileName().toString());
                run.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Whether a recording needs words only a person can hear.
        boolean judged = !check.equals("media-captions");
        return (judged ? problems : reviews)
                .sorted().stream().filter(problem -> problem.check().equals(check)).toList();
    }

    private static List<String> cases(String kind) {
        try (Stream<Path> files = Files.walk(PAGES, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind))
                    .map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
