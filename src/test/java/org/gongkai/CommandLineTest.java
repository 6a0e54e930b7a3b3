package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person types at the prompt, and what comes back: a status and Chinese. */
class CommandLineTest {
    private static final Pattern ENGLISH = Pattern.compile("\\b[A-Za-z]{2,}\\s+[A-Za-z]{2,}\\b");

    @TempDir private Path folder;

    @Test
    void saysWhoseSettingsAColumnWithoutAnyIsPublishedWith() {
        TinyColumn column = new TinyColumn(folder).withNotice();
        String said =
                "这个栏目没有 site.yml，网站名称、网址、标识码、联系方式用的都是示例里的。"
                        + "发布之前，请把 gongkai 的 site.yml 复制过来，改成自己的。";
        assertTrue(build(column).out().contains(said));
        column.with("site.yml", "名称: 样例县\n网址: https://yangli.example/\n");
        assertFalse(build(column).out().contains(said));
    }

    @Test
    void cleanBuildSaysWhatItMade() {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Called called = build(column);
        assertEquals(0, called.status(), called.all());
        assertTrue(called.out().contains("1 份公开信息，0 项任务"), called.out());
        assertTrue(called.out().contains("没有问题"), called.out());
        assertEquals("", called.err());
        assertTrue(column.has("notices/2023/a/index.html"));
    }

    @Test
    void warningsAloneDoNotFail() {
        TinyColumn column = withWarning();
        Called called = build(column);
        assertEquals(0, called.status(), called.all());
        assertTrue(called.out().contains("1 个警告"), called.out());
        assertTrue(column.has("index.html"));
    }

    @Test
    void strictMakesWarningsFail() {
        TinyColumn column = withWarning();
        Called called = build(column, "--strict");
        assertEquals(1, called.status(), called.all());
        assertFalse(column.has("index.html"));
        assertEquals(1, Called.of("check", "--source", column.root() + "", "--strict").status());
        assertEquals(0, Called.of("check", "--source", column.root() + "").status());
    }

    @Test
    void problemsFailWithOneLineEachByFileAndLine() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/b", "成文日期: 2023-09-13", "成文日期: 2023-02-30")
                        .withNotice("2023/a", "发布日期: 2023-09-14", "发布日期: 昨天", "标题:", "标提:");
        Called called = build(column);
        assertEquals(1, called.status());
        List<String> lines = called.out().lines().toList();
        assertEquals(
                List.of(
                        "content/notices/2023/a.md:2",
                        "content/notices/2023/a.md:8",
                        "content/notices/2023/b.md:7"),
                lines.stream()
                        .filter(line -> line.startsWith("content/"))
                        .map(line -> line.replaceAll("(:\\d+):.*", "$1"))
                        .toList(),
                called.out());
        assertTrue(lines.get(lines.size() - 1).startsWith("没有生成：3 个错误"), called.out());
        assertFalse(column.has("index.html"));
    }

    @Test
    void checkLeavesTheSiteOfAnotherColumnAloneUnlessItIsNamed() {
        TinyColumn one =
                new TinyColumn(folder)
                        .with(
                                "site.yml",
                                "名称: 甲县政府信息公开专栏\n网址: https://www.a.example/xxgk/\n网站标识码: \"3799000003\"\n")
                        .withNotice()
                        .build();
        assertTrue(one.published(), one.problems()::toString);
        TinyColumn other =
                new TinyColumn(folder.resolve("other"))
                        .with(
                                "site.yml",
                                "名称: 甲县政府信息公开专栏\n网址: https://www.a.example/\n网站标识码: \"3799000003\"\n")
                        .withNotice();
        String note = "public 里是另一个栏目的网站，或者是改名称、网址以前生成的，没有检查其中的网页；要检查，请用 --out 指明。";
        assertEquals(List.of("检查完毕：没有问题。", note), checkIn(folder, other, List.of()));
        assertEquals(List.of("检查完毕：没有问题。"), checkIn(folder, one, List.of()));
        assertTrue(
                checkIn(folder, other, List.of("--out", "public")).stream()
                        .anyMatch(line -> line.startsWith("public/404.html:")));
    }

    @Test
    void checkBlamesNoOtherColumnWhereItsOwnSettingsCannotBeRead() {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        column.with("site.yml", "网址: https://www.a.example/\n网站标识码: \"3799000003\"\n");
        List<String> lines = checkIn(folder, column, List.of());
        assertEquals("public 里的网页没有检查，请先改好 site.yml。", lines.get(lines.size() - 1));
    }

    @Test
    void checkSaysWhereNoSiteIsInTheFolderThatIsNamed() {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        String missing = folder.resolve("没有") + "";
        String note = missing + " 里没有生成好的网站，只检查了内容。请核对 --out 后面的路径。";
        assertEquals(
                List.of("检查完毕：没有问题。", note), checkIn(folder, column, List.of("--out", missing)));
        assertEquals(
                List.of("检查完毕：没有问题。"),
                checkIn(folder, column, List.of("--out", column.out() + "")));
        List<String> json = checkIn(folder, column, List.of("--format=json", "--out", missing));
        assertEquals(List.of("{\"problems\":[]}"), json);
    }

    private static List<String> checkIn(Path folder, TinyColumn column, List<String> more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("check", "--as-of", "2023-10-01", "--source", column.root() + ""));
        arguments.addAll(more);
        return GongkaiProcess.run(List.of("-Duser.dir=" + folder), arguments.toArray(String[]::new))
                .output()
                .lines()
                .toList();
    }

    @Test
    void checkWritesNothing() throws IOException {
        TinyColumn column = withWarning();
        Map<String, String> before = new BuiltSite(folder).contentsAndTimes();
        Called called =
                Called.of("check", "--source", column.root() + "", "--out", column.out() + "");
        assertEquals(0, called.status(), called.all());
        assertEquals(before, new BuiltSite(folder).contentsAndTimes());
    }

    @Test
    void checkGivesProblemsToPrograms() {
        TinyColumn column =
                withWarning().withNotice("2023/b", "成文日期: 2023-09-13", "成文日期: 2023-02-30");
        Called called = Called.of("check", "--source", column.root() + "", "--format", "json");
        assertEquals(1, called.status());
        Map<?, ?> json = (Map<?, ?>) Json.read(called.out());
        assertEquals(List.of("problems"), List.copyOf(json.keySet()));
        List<?> problems = (List<?>) json.get("problems");
        assertEquals(2, problems.size(), called.out());
        assertEquals(
                "{check=document-date, severity=error, file=content/notices/2023/b.md, line=7,"
                        + " what=成文日期“2023-02-30”不是有效日期。,"
                        + " fix=请写成 YYYY-MM-DD，例如 2023-02-28。}",
                problems.get(1).toString());
        assertEquals("warning", ((Map<?, ?>) problems.get(0)).get("severity"));
    }

    @Test
    void checkGivesProgramsAnEmptyListWhereAllIsWell() {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Called called = Called.of("check", "--source", column.root() + "", "--format=json");
        assertEquals(0, called.status());
        assertEquals(Map.of("problems", List.of()), Json.read(called.out()));
    }

    @Test
    void judgesValidityOnTheDayThatIsGiven() {
        TinyColumn column =
                new TinyColumn(folder).withNotice("2023/a", "审核:", "有效期至: 2024-12-31\n审核:");
        build(column, "--as-of", "2024-12-31");
        assertTrue(column.read("data/notices.json").contains("IN_FORCE"));
        build(column, "--as-of=2025-01-01");
        assertTrue(column.read("data/notices.json").contains("EXPIRED"));
    }

    @Test
    void takesTodayInChinaWhereNoDayIsGiven() {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Called.of("build", "--source", column.root() + "", "--out", column.out() + "");
        assertTrue(column.read("validity/index.html").contains("2024-01-01"), "17:00 in London");
    }

    @Test
    void showsDraftsWhereAsked() {
        TinyColumn column = new TinyColumn(folder).withNotice("2023/a", "审核:", "状态: 草稿\n审核:");
        build(column);
        assertFalse(column.has("notices/2023/a"));
        build(column, "--drafts");
        assertTrue(column.has("notices/2023/a/index.html"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build --stict",
                "build --as-of 2023-02-30",
                "build --as-of 昨天",
                "build --as-of",
                "build --out",
                "build --drafts=maybe",
                "build --strict --strict=x",
                "build 多余",
                "build --out a --out b",
                "check --format xml",
                "check --format",
                "check --formt json",
                "publish",
                "publish a b",
                "publish a --keep 0",
                "publish a --keep 五",
                "publish a --force",
                "publish host:a",
                "sample",
                "sample --notices 5",
                "sample --notices 五 --out x",
                "sample --notices 0 --out x",
                "sample --notices -1 --out x",
                "sample --notices 99999999999 --out x",
                "biuld",
                "help biuld",
                "help 建站",
                "建站",
                "--versoin"
            })
    void wrongUsageIsSaidInChinese(String typed) {
        Called called = Called.of(typed.split(" "));
        assertEquals(2, called.status(), called.all());
        assertEquals("", called.out(), "problems of usage are no output");
        assertTrue(called.err().lines().count() <= 2, called.err());
        assertChinese(called.err());
        assertFalse(called.err().contains("null"), called.err());
    }

    @ParameterizedTest
    @CsvSource({
        "build --stict, --strict",
        "build --as-of 2023-02-30, 2023-02-30",
        "build --as-of, --as-of",
        "check --format xml, xml",
        "sample --notices 五 --out x, 五",
        "sample --notices 5, --out",
        "sample --notices 五 --out x, 请写整数。",
        "search 公开 --sort date, 可以写：relevance、newest。",
        "search 公开 --queries x, 下面几个只能写一个：查询、--queries 文件。",
        "--versoin, --version",
        "biuld, build",
        "help biuld, 不认识“biuld”。是不是“build”？"
    })
    void wrongUsageNamesWhatIsWrong(String typed, String named) {
        Called called = Called.of(typed.split(" "));
        assertTrue(called.err().contains(named), called.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "build --help",
                "check --help",
                "sample --help",
                "publish --help",
                "build -h",
                "help",
                "help build",
                ""
            })
    void helpIsChinese(String typed) {
        Called called = Called.of(typed.isEmpty() ? new String[0] : typed.split(" "));
        assertEquals(0, called.status(), called.all());
        assertTrue(called.out().contains("用法："), called.out());
        assertTrue(called.out().contains("--help"), called.out());
        assertChinese(called.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void saysWhichVersionItIs(String typed) throws IOException {
        String pom = Files.readString(TinyColumn.GENERATOR.resolve("pom.xml"));
        Matcher version = Pattern.compile("<version>(.+)</version>").matcher(pom);
        assertTrue(version.find());
        Called called = Called.of(typed);
        assertEquals(0, called.status(), called.all());
        assertEquals(
                "gongkai（公开）版本 " + version.group(1) + "，Java " + Runtime.version().feature(),
                called.out().strip());
    }

    @Test
    void helpNamesEveryCommand() {
        String help = Called.of("--help").out();
        for (String command : List.of("build", "check", "sample", "publish")) {
            assertTrue(help.contains("  " + command + " "), command);
        }
        assertEquals(help, Called.of().out(), "a person who types the name alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check"})
    void missingColumnIsOneLine(String command) {
        Called called = Called.of(command, "--source", folder + "");
        assertEquals(1, called.status());
        assertTrue(called.out().contains("找不到 content 文件夹"), called.all());
        assertTrue(called.all().lines().count() <= 2, called.all());
        assertChinese(called.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"build", "check", "check --format json", "search 甲", "serve", "import a"})
    void folderThatIsNotThereIsWrongUsage(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--source", folder.resolve("没有") + ""));
        Called called = Called.of(arguments.toArray(String[]::new));
        assertEquals(2, called.status());
        assertEquals("", called.out());
        assertTrue(
                called.err()
                        .startsWith("找不到文件夹 " + folder.resolve("没有") + "。请用 --source 指定栏目所在的文件夹"),
                called.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--limit, 0, --limit 至少是 1。",
        "--limit, -1, --limit 至少是 1。",
        "--offset, -1, --offset 不能小于 0。",
        "--filter, validity=现行有效, '--filter validity 的值“现行有效”不对。可以写：有效、已修改、部分失效、失效、废止、尚未生效。'",
        "--filter, 年=2023, '不认识 --filter “年=2023”。请写成 项目=值，例如 year=2023；'"
    })
    void refusesOptionsOfTheSearchThatMakeNoSense(String option, String value, String says) {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Called called = Called.of("search", "甲", "--source", column.root() + "", option, value);
        assertEquals(2, called.status(), called.all());
        assertEquals("", called.out());
        assertTrue(called.err().startsWith(says), called.err());
    }

    @ParameterizedTest
    @CsvSource({"有效, 共 1 条：", "IN_FORCE, 共 1 条：", "废止, 没有找到。", "REPEALED, 没有找到。"})
    void narrowsASearchByValidityAsCitizensReadIt(String validity, String says) {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Called called =
                Called.of(
                        "search",
                        "政务公开",
                        "--source",
                        column.root() + "",
                        "--filter",
                        "validity=" + validity);
        assertEquals(0, called.status(), called.all());
        assertTrue(called.out().startsWith(says), called.out());
    }

    @Test
    void saysThatAFileOfQueriesIsNotUtf8() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Path queries = folder.resolve("queries.txt");
        Files.write(queries, "政务公开\n".getBytes(Charset.forName("GBK")));
        Called called =
                Called.of("search", "--queries", queries + "", "--source", column.root() + "");
        assertEquals(1, called.status(), called.all());
        assertEquals("", called.out());
        assertEquals(
                "文件 " + queries + " 不是 UTF-8 编码，无法读取。请用记事本打开，选“另存为”，编码选“UTF-8”，再保存。",
                called.err().strip());
    }

    @Test
    void outputThatWouldLoseFilesIsWrongUsage() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Called called =
                Called.of("build", "--source", column.root() + "", "--out", column.root() + "");
        assertEquals(2, called.status(), called.all());
        assertEquals(1, called.err().lines().count());
        assertChinese(called.err());
        assertTrue(Files.exists(column.root().resolve("content/notices/2023/a.md")));
    }

    @Test
    void faultOfTheMachineIsOneLineOfChinese() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Called called =
                Called.of(
                        "build",
                        "--source",
                        column.root() + "",
                        "--out",
                        file.resolve("site") + "");
        assertEquals(1, called.status(), called.all());
        assertEquals(1, called.err().lines().count(), called.err());
        assertChinese(called.err());
    }

    @Test
    void brokenTemplateIsOneProblem() {
        TinyColumn column =
                new TinyColumn(folder).withNotice().with("templates/notice.ftlh", "\n${nichts}");
        Called called = build(column);
        assertEquals(1, called.status());
        assertTrue(called.out().startsWith("templates/notice.ftlh:2: 错误 "), called.out());
        assertFalse(called.all().contains("\tat "), called.all());
    }

    @Test
    void sampleIsTheSameEveryTimeAndBuildsWithoutAProblem() {
        for (String name : List.of("one", "two")) {
            Called called =
                    Called.of("sample", "--notices", "12", "--out", folder.resolve(name) + "");
            assertEquals(0, called.status(), called.all());
        }
        Map<String, Integer> one = new BuiltSite(folder.resolve("one")).contents();
        assertTrue(one.size() > 12);
        assertEquals(one, new BuiltSite(folder.resolve("two")).contents());
        Called built =
                Called.of(
                        "build",
                        "--strict",
                        "--source",
                        folder.resolve("one") + "",
                        "--out",
                        folder.resolve("site") + "",
                        "--as-of",
                        "2026-01-01");
        assertEquals(0, built.status(), built.all());
    }

    @Test
    void saysWhereAFileIsAFolderAndAFolderIsAFile() throws IOException {
        Called search =
                Called.of(
                        "search",
                        "--queries",
                        folder + "",
                        "--source",
                        new TinyColumn(folder).withNotice().root() + "");
        assertEquals(2, search.status(), search.all());
        assertTrue(search.err().startsWith(folder + " 是文件夹。请写一个文件，每行一个查询。"), search.err());
        Path file = Files.writeString(folder.resolve("a.txt"), "甲");
        Called sample = Called.of("sample", "--notices", "1", "--out", file + "");
        assertEquals(2, sample.status(), sample.all());
        assertEquals(file + " 是一个文件，请另外指定一个文件夹。", sample.err().strip());
    }

    @Test
    void sampleOverwritesNothing() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");
        Called called = Called.of("sample", "--notices", "3", "--out", full + "");
        assertEquals(2, called.status());
        assertChinese(called.err());
        assertEquals(List.of("mine.txt"), new BuiltSite(full).files());
    }

    @Test
    void mainEndsWithTheSameStatus() {
        assertEquals(0, GongkaiProcess.run(List.of(), "--help").status());
        GongkaiProcess.Ended wrong = GongkaiProcess.run(List.of("-Duser.language=en"), "biuld");
        assertEquals(2, wrong.status());
        assertChinese(wrong.output());
    }

    private TinyColumn withWarning() {
        return new TinyColumn(folder).withNotice("2023/a", "请认真", "<u onclick=x>请</u>认真");
    }

    private Called build(TinyColumn column, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "build",
                                "--source",
                                column.root() + "",
                                "--out",
                                column.out() + ""));
        if (!String.join(" ", more).contains("--as-of")) {
            arguments.addAll(List.of("--as-of", "2023-10-01"));
        }
        arguments.addAll(List.of(more));
        return Called.of(arguments.toArray(String[]::new));
    }

    /** Chinese in every line that says something, and no English sentence or stack trace. */
    private static void assertChinese(String text) {
        String withoutCommands =
                text.replaceAll("gongkai( [a-z]+)?", "").replaceAll("--[a-z-]+", "");
        assertFalse(ENGLISH.matcher(withoutCommands).find(), text);
        assertFalse(text.contains("Exception") || text.contains("\tat "), text);
        assertTrue(text.codePoints().anyMatch(Character::isIdeographic), text);
    }
}
