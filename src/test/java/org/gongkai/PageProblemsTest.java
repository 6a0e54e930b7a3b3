package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.checks.page.PageChecks;
import org.gongkai.checks.page.PageFiles;
import org.gongkai.checks.page.PageRun;
import org.gongkai.cli.CommandLineInterface;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with pages: of a build, of a built site, and of anybody's folder. */
class PageProblemsTest {
    private static final String SITE =
            """
            名称: 样例县政府信息公开专栏
            网址: https://www.yangli.example/xxgk/
            网站标识码: "3700000001"
            """;

    /** A template whose pages have a link without a name on line 12. */
    private static final String TEMPLATE =
            """
            <#import "layout.ftlh" as layout>
            <@layout.page>
            <h1>${page.title}</h1>
            <p><a href="${root}"></a></p>
            ${page.body.html?no_esc}
            </@layout.page>
            """;

    @TempDir private Path folder;

    @Test
    void tellsOfASiteCodeThatIsNoneOnlyWhereItWasTyped() {
        String settings = "名称: 样例县\n网址: https://yangli.example/\n网站标识码: ";
        TinyColumn column =
                new TinyColumn(folder).withNotice().with("site.yml", settings + "123\n").build();
        assertEquals(
                List.of("site.yml:3: 错误 网站标识码“123”的格式不对。应为 10 位数字（部门为 bm 加 8 位数字）。[site-code]"),
                column.problems());
        assertFalse(column.published());
    }

    @Test
    void takesNoWholeSentenceOfAnEditorForOneThatLeadsNowhere() {
        String body = "网址：https://a.example/x，请登录。点右上角登录，填写申请表。可以自行前往，也可以委托他人前往。";
        assertWarned(new TinyColumn(folder).withNotice("2023/a", "请认真贯彻执行。", body));
        TinyColumn called =
                new TinyColumn(folder).withNotice("2023/a", "请认真贯彻执行。", "服务热线全天均可拨打，不收费。").build();
        assertTrue(called.published(), () -> called.problems().toString());
        assertEquals(
                List.of("“服务热线全天均可拨打，不收费。”像是漏填了内容。"),
                called.what("empty-text").stream().distinct().toList());
    }

    @Test
    void publishesNothingWhereAPageHasAnError() {
        TinyColumn column = withBadTemplate("");
        column.build();
        Problem problem = column.onlyProblem();
        assertEquals("link-name", problem.check());
        assertEquals("public/pages/a/index.html", problem.file());
        assertEquals("链接 <a> 没有名称。", problem.what());
        assertFalse(column.published());
        assertFalse(column.has("index.html"));
    }

    @Test
    void tellsTheLineOfThePage() throws IOException {
        TinyColumn column = withBadTemplate("网页检查:\n  - {检查: link-name, 级别: 提醒, 理由: 试试}\n").build();
        assertTrue(column.published(), () -> column.problems().toString());
        int line = column.onlyProblem().line();
        String page = column.read("pages/a/index.html");
        assertEquals(
                page.lines().toList().indexOf("<p><a href=\"../../\"></a></p>") + 1, line, page);
    }

    @Test
    void checkIsLoweredOrSwitchedOffWithAReason() {
        TinyColumn lowered =
                withBadTemplate("网页检查: [{检查: link-name, 级别: 提醒, 理由: 图标还在做}]\n").build();
        assertTrue(lowered.published());
        assertTrue(lowered.problems().get(0).contains(" 警告 链接"), lowered.problems().toString());
        assertWarned(withBadTemplate("网页检查: [{检查: link-name, 级别: 关闭, 理由: 图标还在做}]\n"));
    }

    @Test
    void loweringWithoutAReasonIsRefused() {
        assertRefused(
                column("网页检查:\n  - {检查: link-name, 级别: 提醒}\n"),
                "site.yml:5: 错误 缺少“理由”。请加上一行“理由: ……”。[missing-key]");
    }

    @Test
    void unknownCheckIsRefusedAndTheNearestOffered() {
        assertRefused(
                column("网页检查:\n  - {检查: link-names, 级别: 提醒, 理由: 试试}\n"),
                "site.yml:5: 错误 没有“link-names”这项网页检查。是不是“link-name”？[page-check]");
    }

    @Test
    void unknownLevelIsRefused() {
        assertRefused(
                column("网页检查:\n  - {检查: link-name, 级别: 忽略, 理由: 试试}\n"),
                "site.yml:5: 错误 “级别”不能写成“忽略”。可以写：提醒（有问题也能发布）、关闭（不检查）。[value]");
    }

    @Test
    void everyLoweringIsTold() {
        TinyColumn column = column("网页检查: [{检查: link-name, 级别: 关闭, 理由: 图标还在做}]\n");
        String said = call("build", "--source", column.root() + "", "--out", column.out() + "");
        assertTrue(said.contains("site.yml:4: 说明 网页检查“link-name”已关闭，理由：图标还在做。"), said);
    }

    @Test
    void pageWithoutAConfiguredMarkIsRefused() {
        TinyColumn column =
                column("主办单位: 样例县人民政府办公室\n")
                        .with(
                                "templates/page.ftlh",
                                "<!DOCTYPE html><html lang=\"zh-CN\"><head><title>甲</title></head>"
                                        + "<body><main><h1>甲</h1></main></body></html>");
        column.build();
        assertEquals(2, column.places("footer-mark").size(), column.problems().toString());
        assertEquals(1, column.places("meta-tags").size(), column.problems().toString());
        assertFalse(column.published());
    }

    @Test
    void linkOfATemplateThatLeadsNowhereIsRefused() {
        TinyColumn column =
                column("")
                        .with(
                                "templates/page.ftlh",
                                TEMPLATE.replace(
                                        "<a href=\"${root}\"></a>",
                                        "<a href=\"/xxgk/notices/\">甲</a><a href=\"/\">乙</a>"
                                                + "<a href=\"${root}meiyou/\">丙</a>"
                                                + "<a href=\"/xxgk/map/#meiyou\">丁</a>"));
        column.build();
        assertEquals(
                List.of("链接“/xxgk/map/#meiyou”指向的位置“#meiyou”不存在。", "链接“meiyou/”指向的内容不存在。"),
                column.what("page-link"));
        assertFalse(column.published());
    }

    @Test
    void builtSiteIsCheckedAgain() throws IOException {
        TinyColumn column = column("").build();
        assertTrue(column.published(), () -> column.problems().toString());
        Path page = column.out().resolve("map/index.html");
        Files.writeString(page, Files.readString(page).replace("<h1>", "<h1 lang=\"xx\">"));
        String said = call("check", "--source", column.root() + "", "--out", column.out() + "");
        assertTrue(said.contains("map/index.html:") && said.contains("[part-lang]"), said);
    }

    @Test
    void builtSiteThatLacksANewSettingIsToldOnceAndFailsNothing() throws IOException {
        TinyColumn column = column("联系方式: {电话: 0000-0000001}\n");
        column.withNotice("2023/a", "标题: ", "旧地址: gone.html\n标题: ").build();
        assertTrue(column.published(), () -> column.problems().toString());
        column.with("site.yml", SITE + "联系方式: {电话: 0000-0000002}\n");
        String[] check = {"check", "--source", column.root() + "", "--out", column.out() + ""};
        String said = call(check);
        assertEquals(0, status, said);
        assertEquals(
                1,
                said.lines()
                        .filter(line -> line.startsWith("site.yml:1: 警告 已经生成的 "))
                        .filter(
                                line ->
                                        line.contains(
                                                "页脚没有联系方式“0000-0000002”。改了 site.yml 还没有重新生成的，"))
                        .count(),
                said);
        assertFalse(said.contains("index.html"), said);

        call("build", "--source", column.root() + "", "--out", column.out() + "");
        Path page = column.out().resolve("map/index.html");
        Files.writeString(page, Files.readString(page).replace("0000-0000002", ""));
        said = call(check);
        assertEquals(1, status, said);
        assertTrue(said.contains("map/index.html:1: 错误 页脚没有联系方式“0000-0000002”。"), said);
    }

    @Test
    void anyFolderOfPagesIsChecked() throws IOException {
        page("a.htm", "<p>甲</p>\n<a href=\"b.html\"></a>");
        page("xia/b.HTML", "<marquee>乙</marquee>");
        List<Problem> problems = problems();
        assertTrue(has(problems, "a.htm", 4, "link-name"), problems.toString());
        assertTrue(has(problems, "a.htm", 4, "page-link"), problems.toString());
        assertTrue(has(problems, "xia/b.HTML", 3, "moving-text"), problems.toString());
        assertTrue(call("check", "--pages", folder + "").contains("[link-name]"));
    }

    @Test
    void brokenLinkIsToldWithItsOwnLineAndNotOfSomethingLikeIt() throws IOException {
        page(
                "a.html",
                "<p id=\"no-such\">甲\n<p><a href=\"no\">乙</a>\n<img alt srcset=\"x.png 1x\">");
        List<Problem> problems = problems();
        assertTrue(has(problems, "a.html", 4, "page-link"), problems.toString());
        assertTrue(has(problems, "a.html", 5, "page-link"), problems.toString());
    }

    @Test
    void pageIsReadInTheCharsetThatItDeclares() throws IOException {
        String html =
                "<html><head><meta charset=\"gbk\"><title>财政局</title></head><body>甲</body></html>";
        Files.write(folder.resolve("a.html"), html.getBytes(Charset.forName("GBK")));
        page("b.html", "乙");
        assertTrue(
                problems().stream()
                        .anyMatch(problem -> problem.what().contains("标题“财政局”与 a.html 相同")),
                problems().toString());
    }

    @Test
    void garbageIsNoFault() throws IOException {
        Random random = new Random(1);
        String[] bits = {
            "<",
            ">",
            "</",
            "<ul",
            "<li>",
            "<table>",
            "<td headers=x>",
            "<svg>",
            "<title>",
            "\"",
            "'",
            " role=",
            "row",
            "list",
            " aria-labelledby=a id=a",
            "<a href=",
            "../../..//?#%zz",
            "<!--",
            "<template>",
            "&#0;",
            "\u0000",
            "<select>",
            "<base href=:>",
            "<math><mi>",
            "<form>",
            "<p",
            " aria-owns=a",
            "<style>a{",
            "}",
            "<dl><div>",
            "<label for=a>",
            "<meta name=viewport content="
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder html = new StringBuilder();
            for (int j = 0; j < 60; j++) {
                html.append(bits[random.nextInt(bits.length)]);
            }
            Files.writeString(folder.resolve(i + ".html"), html);
        }
        byte[] noise = new byte[20_000];
        random.nextBytes(noise);
        Files.write(folder.resolve("noise.html"), noise);
        Files.writeString(folder.resolve("deep.html"), "<div role=list><b>".repeat(5_000));
        Files.writeString(folder.resolve("empty.html"), "");
        assertFalse(problems().isEmpty());
    }

    @Test
    void whatOnlyAPersonCanJudgeIsToldAndFailsNothing() throws IOException {
        Files.copy(
                Path.of("src/test/resources/pages/media-captions/fail-none.html"),
                folder.resolve("a.html"));
        Files.writeString(folder.resolve("a.mp4"), "");
        String said = call("check", "--pages", folder + "", "--format", "json");
        List<?> problems = (List<?>) ((Map<?, ?>) Json.read(said)).get("problems");
        assertTrue(
                problems.stream()
                        .map(problem -> (Map<?, ?>) problem)
                        .anyMatch(
                                problem ->
                                        problem.get("check").equals("media-captions")
                                                && problem.get("severity").equals("warning")
                                                && problem.get("what")
                                                        .toString()
                                                        .startsWith("［需人工核对］")),
                said);
        assertEquals(0, status);
    }

    @Test
    void ownPagesAreWithoutFault() {
        call("build", "--out", folder.resolve("own") + "", "--as-of", "2026-11-20");
        assertEquals(0, status);
        assertEquals("检查完毕：没有问题。", call("check", "--pages", folder.resolve("own") + "").strip());
        assertEquals(0, status);
    }

    @Test
    void whatIsTheSameOnManyPagesIsListedTwentyTimes() throws IOException {
        for (int i = 0; i < 30; i++) {
            page("p" + i + ".html", "<marquee>甲</marquee>");
        }
        String said = call("check", "--pages", folder + "");
        assertEquals(1, status);
        assertEquals(
                20, said.lines().filter(line -> line.matches("p\\d+.*\\[moving-text\\]")).count());
        assertTrue(said.contains("另有 10 处同样的问题：错误 <marquee>甲 会自己移动或闪烁。"), said);
        String json = call("check", "--pages", folder + "", "--format", "json");
        assertEquals(30, json.split("\"moving-text\"", -1).length - 1);
    }

    @Test
    void folderThatIsNotThereIsWrongUsage() {
        call("check", "--pages", folder.resolve("meiyou") + "");
        assertEquals(2, status);
    }

    @Test
    void folderWithoutPagesFailsInEveryFormat() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "甲");
        String says = "文件夹 " + folder + " 里没有 HTML 网页（.html、.htm）。";
        assertEquals(
                "index.html:1: 错误 " + says + "请核对 --pages 后面的路径。[no-pages]\n检查完毕：1 个错误。\n",
                call("check", "--pages", folder + ""));
        assertEquals(1, status);
        for (String format : List.of("json", "github", "gitlab", "sarif")) {
            String said = call("check", "--pages", folder + "", "--format", format);
            assertTrue(said.contains("没有 HTML 网页"), said);
            assertEquals(1, status);
        }
    }

    @Test
    void doesNotReadPagesAndSheetsThroughSymbolicLinks() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path inside = Files.createDirectory(folder.resolve("inside"));
        page("outside/secret.html", "<marquee>甲</marquee>");
        Files.writeString(outside.resolve("dark.css"), "p { color: #fff; background: #fff }");
        page("inside/index.html", "<p>乙</p>");
        String before = call("check", "--pages", inside + "");
        page("inside/index.html", "<link rel=stylesheet href=dark.css><p>乙</p>");
        Files.createSymbolicLink(inside.resolve("l.html"), outside.resolve("secret.html"));
        Files.createSymbolicLink(inside.resolve("folder"), outside);
        Files.createSymbolicLink(inside.resolve("dark.css"), outside.resolve("dark.css"));
        String said = call("check", "--pages", inside + "");
        assertTrue(before.startsWith("index.html:"), before);
        assertFalse(said.contains("[moving-text]") || said.contains("contrast]"), said);
        for (String link : List.of("folder", "l.html")) {
            assertTrue(
                    said.contains(
                            link
                                    + ":1: 警告 这是一个指向别处的链接（快捷方式），没有检查。"
                                    + "请换成文件本身，或者另外检查它指向的文件夹。[symbolic-link]"),
                    said);
        }
    }

    @Test
    void checksTheFolderThatALinkOnTheCommandLineMeans() throws IOException {
        page("site/index.html", "<marquee>甲</marquee>");
        Path link = Files.createSymbolicLink(folder.resolve("current"), folder.resolve("site"));
        assertTrue(call("check", "--pages", link + "").contains("[moving-text]"));
    }

    private int status;

    private TinyColumn withBadTemplate(String settings) {
        return column(settings).with("templates/page.ftlh", TEMPLATE);
    }

    private TinyColumn column(String settings) {
        return new TinyColumn(folder)
                .with("site.yml", SITE + settings)
                .withNotice()
                .with("content/pages/a.md", "---\n标题: 说明\n---\n正文。\n");
    }

    private void page(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "<!DOCTYPE html>\n<html lang=\"zh-CN\"><title>财政局</title><body>\n" + body);
    }

    private List<Problem> problems() throws IOException {
        Problems problems = new Problems();
        PageRun run = new PageRun(new PageChecks(), folder, "", null, problems, new Problems());
        PageFiles.in(folder).pages().parallelStream().forEach(run::check);
        run.finish();
        return problems.sorted();
    }

    private static boolean has(List<Problem> problems, String file, int line, String check) {
        return problems.stream()
                .anyMatch(
                        problem ->
                                problem.file().equals(file)
                                        && problem.line() == line
                                        && problem.check().equals(check));
    }

    private String call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        status =
                new CommandLineInterface(
                                TinyColumn.GENERATOR, Clock.systemDefaultZone(), stream, stream)
                        .run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }
}
