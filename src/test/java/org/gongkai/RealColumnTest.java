package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.model.Column;
import org.gongkai.model.Deadline;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Task;
import org.gongkai.model.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three task tables as counties really issued them, where they lie beside the repository. */
class RealColumnTest {
    private static final Path COLUMN = TinyColumn.GENERATOR.resolveSibling("shared/real-column");
    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 1);

    private final Problems problems = new Problems();
    private final SiteBuild build =
            new SiteBuild(TinyColumn.GENERATOR, COLUMN, AS_OF, false, false);

    @TempDir private Path folder;

    @BeforeEach
    void needsTheColumn() {
        assumeTrue(Files.isDirectory(COLUMN.resolve("content")), "no real column here");
    }

    @Test
    void holdsEveryTaskThatWasIssued() throws IOException {
        Map<String, Integer> tasks = new TreeMap<>();
        for (Notice notice : column().site().notices()) {
            tasks.put(notice.id(), notice.taskList().size());
        }
        assertEquals(Map.of("2023/dong-e", 53, "2023/shanghe", 51, "2021/guanxian", 38), tasks);
    }

    @Test
    void hasNoErrors() throws IOException {
        column();
        assertEquals(
                List.of(),
                problems.sorted().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .toList());
    }

    @Test
    void readsTheDeadlinesAsTheyWereIssued() throws IOException {
        Map<String, Map<Deadline.Kind, Long>> kinds = new TreeMap<>();
        for (Notice notice : column().site().notices()) {
            kinds.put(
                    notice.name(),
                    notice.taskList().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            task -> task.deadline().kind(),
                                            Collectors.counting())));
        }
        assertEquals(Map.of(Deadline.Kind.YEAR, 47L, Deadline.Kind.DATE, 6L), kinds.get("dong-e"));
        assertEquals(Map.of(Deadline.Kind.NONE, 38L), kinds.get("guanxian"));
        assertEquals(1, kinds.get("shanghe").get(Deadline.Kind.ONGOING));
    }

    @Test
    void namesOnlyUnitsOfTheRegister() throws IOException {
        Column column = column();
        Set<String> codes =
                column.site().units().units().stream().map(Unit::code).collect(Collectors.toSet());
        List<String> strangers = new ArrayList<>();
        for (Task task : tasks(column)) {
            for (var reference : task.responsible().units()) {
                if (reference.unit() != null && !codes.contains(reference.unit())) {
                    strangers.add(reference.unit());
                }
                if (reference.isCollective() && !codes.containsAll(reference.members())) {
                    strangers.add(reference.name());
                }
            }
        }
        assertEquals(List.of(), strangers);
    }

    @Test
    void keepsTheIssuedWordingOfEveryTask() throws IOException {
        for (Task task : tasks(column())) {
            assertFalse(task.requirement().isBlank(), task.at().text());
            assertEquals(
                    task.responsible().isEmpty(),
                    task.responsible().units().isEmpty(),
                    task.at().text());
        }
    }

    @Test
    void givesEveryTaskAnAddressOfItsOwn() throws IOException {
        Path out = folder.resolve("public");
        SiteBuild.Result result = build.run(out, problems);
        assertTrue(result.published(), () -> problems.sorted().toString());
        assertEquals(3, result.notices());
        assertEquals(142, result.tasks());
        List<String> lines =
                Files.readAllLines(out.resolve("data/tasks.json")).stream()
                        .filter(line -> line.startsWith("{"))
                        .toList();
        assertEquals(142, lines.size());
        Set<String> addresses = new HashSet<>();
        for (String line : lines) {
            String url = line.replaceFirst(".*?\"url\":\"([^\"]*)\".*", "$1");
            assertTrue(addresses.add(url), url);
            int hash = url.indexOf('#');
            String page = Files.readString(out.resolve(url.substring(0, hash) + "index.html"));
            assertTrue(page.contains("id=\"" + url.substring(hash + 1) + "\""), url);
        }
    }

    private Column column() throws IOException {
        return build.check(problems);
    }

    private static List<Task> tasks(Column column) {
        return column.site().notices().stream()
                .flatMap(notice -> notice.taskList().stream())
                .toList();
    }
}
