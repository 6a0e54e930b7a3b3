package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.model.Problems;
import org.gongkai.publish.OutputFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The old site stays whole until a new whole one takes its place. */
class OutputFolderTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_600_000_000_000L);
    private static final String FRESH = ".public.gongkai-new";
    private static final String OLD = ".public.gongkai-old";

    @TempDir private Path folder;

    @Test
    void touchesNothingWhereContentHasAnError() {
        TinyColumn column = builtLongAgo();
        Map<String, String> before = new BuiltSite(column.out()).contentsAndTimes();
        column.withNotice("2023/b", "成文日期: 2023-09-13", "成文日期: 昨天").build();
        assertFalse(column.published());
        assertEquals(before, new BuiltSite(column.out()).contentsAndTimes());
        assertEquals(List.of("column", "public"), besides(column));
    }

    @Test
    void touchesNothingWhereTemplateFailsHalfWay() {
        TinyColumn column = builtLongAgo();
        Map<String, String> before = new BuiltSite(column.out()).contentsAndTimes();
        column.with("templates/unit.ftlh", "<p>${unit.name.nichts}</p>").build();
        assertFalse(column.published());
        assertEquals(before, new BuiltSite(column.out()).contentsAndTimes());
        assertEquals(List.of("column", "public"), besides(column));
    }

    @Test
    void touchesNothingWhereStrictBuildHasWarning() {
        TinyColumn column = builtLongAgo();
        Map<String, String> before = new BuiltSite(column.out()).contentsAndTimes();
        column.withNotice("2023/a", "请认真", "<u onclick=x>请</u>认真").strict().build();
        assertFalse(column.published());
        assertEquals(before, new BuiltSite(column.out()).contentsAndTimes());
    }

    @Test
    void leavesUnchangedFilesTheirTimes() {
        TinyColumn column = builtLongAgo();
        column.withNotice("2023/a", "请认真贯彻执行。", "请认真贯彻执行，并报告进展。").build();
        BuiltSite site = new BuiltSite(column.out());
        assertTrue(site.modified("notices/2023/a/index.html") > LONG_AGO.toMillis());
        for (String unchanged :
                List.of("css/site.css", "units/zhengfuban/index.html", "data/notices.json")) {
            assertEquals(LONG_AGO.toMillis(), site.modified(unchanged), unchanged);
        }
    }

    @Test
    void takesAwayPagesThatAreNoLongerThere() {
        TinyColumn column =
                builtLongAgo()
                        .withNotice("2023/b", "00000001", "00000002", "2023〕1号", "2023〕2号")
                        .build();
        assertTrue(column.has("notices/2023/b/index.html"));
        delete(column.root().resolve("content/notices/2023/b.md"));
        column.build();
        assertFalse(column.has("notices/2023/b"));
    }

    @Test
    void leavesOldSiteWholeWhenKilledAtAnyMoment() throws Exception {
        Path column = sample(300);
        Path out = folder.resolve("public");
        String[] build = {"build", "--source", column + "", "--out", out + "", "--as-of"};
        GongkaiProcess.Ended ended = GongkaiProcess.run(List.of(), with(build, "2026-01-01"));
        assertEquals(0, ended.status(), ended.output());
        Map<String, String> before = new BuiltSite(out).contentsAndTimes();
        int killedWhileWriting = 0;
        for (int files : new int[] {0, 1, 50, 150}) {
            Process process = GongkaiProcess.start(List.of(), with(build, "2027-01-01"));
            while (process.isAlive() && count(folder.resolve(FRESH)) < files) {
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            killedWhileWriting += Files.exists(folder.resolve(FRESH)) ? 1 : 0;
            assertEquals(
                    before, new BuiltSite(out).contentsAndTimes(), "killed at " + files + " files");
        }
        assertTrue(killedWhileWriting >= 3, "killed while writing: " + killedWhileWriting);
        ended = GongkaiProcess.run(List.of(), with(build, "2027-01-01"));
        assertEquals(0, ended.status(), ended.output());
        assertTrue(new BuiltSite(out).text("validity/index.html").contains("2027-01-01"));
        assertEquals(List.of("public", "sample"), names(folder));
    }

    @Test
    void bringsBackOldSiteOfKilledSwapEvenWhereTheNextBuildFails() {
        TinyColumn column = builtLongAgo();
        Map<String, String> before = new BuiltSite(column.out()).contentsAndTimes();
        move(column.out(), folder.resolve(OLD));
        write(folder.resolve(FRESH).resolve("half.html"), "half");
        column.with("templates/unit.ftlh", "${unit.name.nichts}").build();
        assertFalse(column.published());
        assertEquals(before, new BuiltSite(column.out()).contentsAndTimes());
        assertEquals(List.of("column", "public"), besides(column));
    }

    @Test
    void clearsAwayLeftoversOfKilledBuild() {
        TinyColumn column = builtLongAgo();
        write(folder.resolve(FRESH).resolve("notices/half.html"), "half");
        write(folder.resolve(OLD).resolve("index.html"), "older");
        column.build();
        assertTrue(column.published());
        assertFalse(column.has("notices/half.html"));
        assertEquals(List.of("column", "public"), besides(column));
    }

    @ParameterizedTest
    @ValueSource(strings = {"重要.docx", "index.html", "notices/index.html", ".git/HEAD"})
    void refusesFolderWithFilesOfSomebodyElse(String foreign) {
        TinyColumn column = new TinyColumn(folder).withNotice();
        write(column.out().resolve(foreign), "别人的文件");
        Map<String, String> before = new BuiltSite(column.out()).contentsAndTimes();
        assertThrows(OutputFolder.Refused.class, () -> run(column, column.out()));
        assertEquals(before, new BuiltSite(column.out()).contentsAndTimes());
        assertEquals(List.of("column", "public"), besides(column));
    }

    @Test
    void refusesSiteThatHoldsRepository() {
        TinyColumn column = builtLongAgo();
        write(column.out().resolve(".git/HEAD"), "ref: refs/heads/gh-pages");
        Map<String, String> before = new BuiltSite(column.out()).contentsAndTimes();
        assertThrows(OutputFolder.Refused.class, () -> run(column, column.out()));
        assertEquals(before, new BuiltSite(column.out()).contentsAndTimes());
    }

    @Test
    void refusesFileInPlaceOfFolder() {
        TinyColumn column = new TinyColumn(folder).withNotice();
        write(column.out(), "一个文件");
        assertThrows(OutputFolder.Refused.class, () -> run(column, column.out()));
        assertEquals("一个文件", read(column.out()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../..",
                "content",
                "content/notices",
                "content/notices/2023",
                "content/neu",
                "templates",
                "assets/site",
                "../column/content",
                "/"
            })
    void refusesFolderThatIsOrHoldsOrLiesInTheColumn(String out) {
        TinyColumn column =
                new TinyColumn(folder).withNotice().with("index.html", "x").with("data/x", "x");
        Map<String, String> before = new BuiltSite(folder).contentsAndTimes();
        assertThrows(
                OutputFolder.Refused.class, () -> run(column, column.root().resolve(out)), out);
        assertEquals(before, new BuiltSite(folder).contentsAndTimes());
    }

    @Test
    void refusesLinkToTheColumn() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Path link = Files.createSymbolicLink(folder.resolve("link"), column.root());
        Map<String, String> before = new BuiltSite(column.root()).contentsAndTimes();
        assertThrows(OutputFolder.Refused.class, () -> run(column, link));
        assertThrows(OutputFolder.Refused.class, () -> run(column, link.resolve("content/neu")));
        assertEquals(before, new BuiltSite(column.root()).contentsAndTimes());
    }

    @Test
    void buildsIntoFolderOfTheColumnThatHoldsNoContent() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice();
        run(column, column.root().resolve("public"));
        run(column, column.root().resolve("public"));
        assertTrue(Files.exists(column.root().resolve("public/notices/2023/a/index.html")));
    }

    @Test
    void secondBuildIntoOneFolderAtOnceIsRefused() throws IOException {
        TinyColumn column = builtLongAgo();
        try (OutputFolder first = new OutputFolder(column.out(), column.root())) {
            GongkaiProcess.Ended second =
                    GongkaiProcess.run(
                            List.of(),
                            "build",
                            "--source",
                            column.root().toString(),
                            "--out",
                            column.out().toString(),
                            "--as-of",
                            "2023-10-01");
            assertEquals(2, second.status());
            assertEquals("另一个 gongkai 正在向同一个文件夹发布，请等它结束后再试。", second.output().strip());
            assertThrows(OutputFolder.Refused.class, () -> run(column, column.out()));
            assertTrue(Files.isDirectory(first.folder()), "the first one goes on");
        }
        run(column, column.out());
        assertEquals(List.of("column", "public"), besides(column));
    }

    /** A service that the system runs may have temporary files of its own. */
    @Test
    void keepsOutABuildThatHasOtherTemporaryFiles() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (OutputFolder first = new OutputFolder(column.out(), column.root())) {
            GongkaiProcess.Ended second =
                    GongkaiProcess.run(
                            List.of("-Djava.io.tmpdir=" + temporary),
                            "build",
                            "--source",
                            column.root().toString(),
                            "--out",
                            column.out().toString(),
                            "--as-of",
                            "2023-10-01");
            assertEquals("另一个 gongkai 正在向同一个文件夹发布，请等它结束后再试。", second.output().strip());
            assertTrue(Files.isDirectory(first.folder()), "the first one goes on");
        }
    }

    /** A site all of whose files were last written years ago. */
    private TinyColumn builtLongAgo() {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        assertTrue(column.published(), () -> column.problems().toString());
        for (String file : new BuiltSite(column.out()).files()) {
            try {
                Files.setLastModifiedTime(column.out().resolve(file), LONG_AGO);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return column;
    }

    private static void run(TinyColumn column, Path out) throws IOException {
        Problems problems = new Problems();
        LocalDate day = LocalDate.of(2023, 10, 1);
        boolean published =
                new SiteBuild(TinyColumn.GENERATOR, column.root(), day, false, false)
                        .run(out, problems)
                        .published();
        assertTrue(published, () -> problems.sorted().toString());
    }

    private Path sample(int notices) {
        Path column = folder.resolve("sample");
        GongkaiProcess.Ended ended =
                GongkaiProcess.run(
                        List.of(), "sample", "--notices", notices + "", "--out", column + "");
        assertEquals(0, ended.status(), ended.output());
        return column;
    }

    private static String[] with(String[] arguments, String last) {
        return Stream.concat(Stream.of(arguments), Stream.of(last)).toArray(String[]::new);
    }

    /** What lies beside the column and its site, both included. */
    private static List<String> besides(TinyColumn column) {
        return names(column.root().getParent());
    }

    /** What lies in a folder, less what builds keep for the next one. */
    private static List<String> names(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith(".public.gongkai-cache"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int count(Path site) {
        try {
            return new BuiltSite(site).files().size();
        } catch (UncheckedIOException e) {
            // A folder went away while it was read.
            return 0;
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
