package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.checks.page.PageChecks;
import org.gongkai.checks.page.PageFiles;
import org.gongkai.checks.page.PageRun;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --pages} reads the pages and style sheets of anybody, however broken. */
class PageFuzzTest {
    private static final Path PAGES = TinyColumn.GENERATOR.resolve("src/test/resources/pages");
    private static final String LINK = "<link rel=stylesheet href=a.css>";

    @TempDir private Path folder;

    private final PageChecks checks = new PageChecks();

    @Test
    void brokenPageIsCheckedToItsEnd() throws IOException {
        Fuzz.run("html", files(PAGES, ".html"), 150, page -> assertChecked(page, "p{color:red}"));
    }

    @Test
    void brokenStyleSheetIsReadToItsEnd() throws IOException {
        String page =
                "<!DOCTYPE html><html lang=zh>"
                        + LINK
                        + "<title>甲</title><main><h1 class=a>甲</h1><p id=b>乙 <a href=#b>丙</a></p>"
                        + "<table><tr><td class='a b'>丁</table><button>戊</button></main>";
        List<byte[]> sheets =
                new ArrayList<>(files(TinyColumn.GENERATOR.resolve("assets"), ".css"));
        sheets.addAll(files(PAGES, ".css"));
        sheets.add(
                bytes(
                        ":root{--a:#767676;--b:var(--c,var(--a))}@media (min-width:40em) and"
                                + " (prefers-color-scheme:light){p>a:not(.x):is(a,b)~*{color:rgb(1 2 3/50%)}}"
                                + "@layer x,y;@layer y{#b{background:hsl(120deg,10%,20%)!important}}"
                                + "@supports(display:grid){.a{font:bold 1.2em/1.5 serif;color:var(--b)}}"));
        Fuzz.run(
                "css",
                sheets,
                120,
                sheet -> assertChecked(bytes(page), new String(sheet, StandardCharsets.UTF_8)));
    }

    private void assertChecked(byte[] page, String sheet) throws IOException {
        Files.write(folder.resolve("a.html"), page);
        Files.writeString(folder.resolve("a.css"), sheet.replaceAll("[\\ud800-\\udfff]", "?"));
        List<Problem> problems = problems();
        assertEquals(problems, problems(), "the same page has the same problems");
        for (Problem problem : problems) {
            String text = problem.text();
            assertEquals("a.html", problem.file());
            assertTrue(problem.line() >= 1, text);
            assertEquals(1, text.lines().count(), text);
            assertTrue(problem.what().matches("(?s).*\\p{IsHan}.*[。？]"), text);
            assertTrue(problem.fix().matches("(?s).*\\p{IsHan}.*[。？]"), text);
        }
    }

    private List<Problem> problems() throws IOException {
        Problems problems = new Problems();
        PageRun run = new PageRun(checks, folder, "", null, problems, problems);
        PageFiles.in(folder).pages().forEach(run::check);
        run.finish();
        return problems.sorted();
    }

    private static List<byte[]> files(Path root, String end) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(each -> each.toString().endsWith(end)).sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
