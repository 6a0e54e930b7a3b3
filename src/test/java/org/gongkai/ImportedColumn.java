package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.cli.CommandLineInterface;
import org.gongkai.model.Notice;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Task;

/** A column into which a test imports files through the command, and what came of it. */
final class ImportedColumn {
    private final Path folder;
    private final Path root;
    private int status;
    private String out = "";

    ImportedColumn(Path folder) {
        this.folder = folder;
        this.root = new TinyColumn(folder).root();
    }

    Path root() {
        return root;
    }

    /** Imports a file of these bytes as {@code a}. */
    ImportedColumn importing(String name, byte[] bytes, String... options) {
        try {
            Path file = Files.write(folder.resolve(name), bytes);
            List<String> arguments =
                    new ArrayList<>(
                            List.of("import", file.toString(), "--source", root.toString()));
            arguments.addAll(List.of(options));
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            PrintStream print = new PrintStream(printed, true, StandardCharsets.UTF_8);
            Clock clock = Clock.fixed(Instant.EPOCH, ZoneId.of("Asia/Shanghai"));
            status =
                    new CommandLineInterface(TinyColumn.GENERATOR, clock, print, print)
                            .run(arguments.toArray(String[]::new));
            out = printed.toString(StandardCharsets.UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportedColumn importing(String name, String text, String... options) {
        return importing(name, text.getBytes(StandardCharsets.UTF_8), options);
    }

    int status() {
        return status;
    }

    /** What was printed. */
    String out() {
        return out;
    }

    /** The remarks that were printed. */
    List<String> remarks() {
        return out.lines().filter(line -> line.startsWith("  ")).map(String::strip).toList();
    }

    /** The text of a file below {@code content/notices/}. */
    String read(String file) {
        try {
            return Files.readString(root.resolve("content/notices").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(out, e);
        }
    }

    /** The notice's text below its front matter. */
    String body(String id) {
        String text = read(id + ".md");
        return text.substring(text.indexOf("\n---\n") + 5).strip();
    }

    boolean has(String file) {
        return Files.exists(root.resolve("content/notices").resolve(file));
    }

    /** Expects that nothing was written, and why, in Chinese. */
    void assertRefused(String because) {
        assertEquals(1, status, out);
        assertEquals(because, out.strip());
        assertFalse(Files.exists(root.resolve("content/notices")), out);
    }

    /** Fills in what the import left open, as an editor does, and reads the column's notice. */
    Notice published(String id) {
        String text =
                read(id + ".md")
                        .replaceFirst("索引号: # 请填写.*", "索引号: 11371524004435601F/2023-00000009")
                        .replaceFirst("标题: # 请填写.*", "标题: 样例")
                        .replaceFirst("发布机关: # 请填写.*", "发布机关: 样例县人民政府办公室")
                        .replaceFirst("成文日期: # 请填写.*", "成文日期: 2023-09-13")
                        .replaceFirst("发布日期: # 请填写.*", "发布日期: 2023-09-14")
                        .replaceFirst("审核: #.*", "审核:")
                        .replace("#  初审", "  初审")
                        .replace("#  复审", "  复审")
                        .replace("#  终审", "  终审")
                        .replace("状态: 草稿\n", "");
        try {
            Files.writeString(root.resolve("content/notices/" + id + ".md"), text);
            Problems problems = new Problems();
            SiteBuild build =
                    new SiteBuild(
                            TinyColumn.GENERATOR, root, LocalDate.of(2023, 10, 1), false, false);
            List<Notice> notices = build.check(problems).site().notices();
            assertEquals(
                    List.of(),
                    problems.sorted().stream()
                            .filter(problem -> problem.severity() == Severity.ERROR)
                            .map(Problem::text)
                            .toList());
            return notices.stream().filter(notice -> notice.id().equals(id)).findFirst().get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tasks, each on a line: groups, number, requirement, lead, responsible, deadline. */
    List<String> tasks(String id) {
        return published(id).taskList().stream().map(ImportedColumn::line).toList();
    }

    static String line(Task task) {
        return Stream.of(
                        String.join(">", task.groups()),
                        task.number(),
                        task.requirement(),
                        issued(task.lead()),
                        issued(task.responsible()),
                        task.deadline().text() == null ? "-" : task.deadline().text())
                .reduce((a, b) -> a + " | " + b)
                .get();
    }

    private static String issued(Task.Units units) {
        return units.isEmpty() ? "-" : units.issued();
    }
}
