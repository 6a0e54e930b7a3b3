package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.cli.CommandLineInterface;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gongkai serve}: what an editor saves is what the browser gets, and no mistake ends it. */
class ServeTest {
    private static final String BODY = "请认真贯彻执行。";
    private static final String NOTICE = "notices/2023/a/";
    private static final int MANY = 50;

    @TempDir private Path folder;
    private TinyColumn column;

    @BeforeEach
    void write() {
        column = new TinyColumn(folder).withNotice();
    }

    private Path file(String name) {
        return column.root().resolve(name);
    }

    @Test
    void servesWhatABuildWouldPublish() {
        column.with("content/notices/2023/files/表 格.csv", "甲,乙\n")
                .with("content/pages/guide.md", "---\n标题: 政府信息公开指南\n---\n指南。\n")
                .with(
                        "content/notices/2023/a.tasks.yml",
                        "标题: 任务\n任务:\n  - {要求: 办好, 责任单位: 样例县人民政府办公室}\n")
                .withNotice(
                        "2023/b",
                        "2023-00000001",
                        "2023-00000002",
                        "1号",
                        "2号",
                        BODY,
                        "见[表](<files/表 格.csv>)。")
                .withNotice(
                        "2023/c",
                        "2023-00000001",
                        "2023-00000003",
                        "1号",
                        "3号",
                        "审核:",
                        "状态: 草稿\n审核:")
                .drafts()
                .build();
        BuiltSite built = new BuiltSite(column.out());
        try (Live live = new Live(column)) {
            assertTrue(built.files().contains("notices/2023/c/index.html"), "a draft");
            for (String file : built.files()) {
                String path = org.gongkai.model.Urls.encodePath(file);
                HttpResponse<byte[]> answer = live.get(path);
                assertEquals(200, answer.statusCode(), file);
                if (file.endsWith(".html")) {
                    assertNotEquals(built.text(file), live.text(path), file);
                    assertEquals(built.text(file), live.page(path), file);
                } else {
                    assertArrayEquals(built.bytes(file), answer.body(), file);
                }
            }
        }
    }

    @Test
    void showsEditsHoweverTheyAreSaved() throws IOException {
        try (Live live = new Live(column)) {
            String first = live.version(NOTICE);
            column.withNotice("2023/a", BODY, "写在原处。");
            live.awaitOn(NOTICE, "写在原处。");
            assertNotEquals(first, live.version(NOTICE));

            Path aside = file("content/notices/2023/.a.md.tmp");
            Files.writeString(aside, TinyColumn.NOTICE.replace(BODY, "另写一份再改名。"));
            Files.move(aside, file("content/notices/2023/a.md"), StandardCopyOption.ATOMIC_MOVE);
            live.awaitOn(NOTICE, "另写一份再改名。");

            Files.delete(file("content/notices/2023/a.md"));
            column.withNotice("2023/a", BODY, "先删除再新建。");
            live.awaitOn(NOTICE, "先删除再新建。");
        }
    }

    @Test
    void showsManyEditsInOneMoment() {
        try (Live live = new Live(column)) {
            for (int round = 0; round < 5; round++) {
                for (int i = 10; i < 30; i++) {
                    column.withNotice(
                            "2023/n" + i,
                            "2023-00000001",
                            "2023-000000" + i,
                            "1号",
                            i + "号",
                            BODY,
                            "第" + round + "轮。");
                }
            }
            for (int i = 10; i < 30; i++) {
                live.awaitOn("notices/2023/n" + i + "/", "第4轮。");
            }
        }
    }

    @Test
    void showsAPageInManyWindowsAtOnce() throws IOException, InterruptedException {
        for (int i = 1; i <= 40; i++) {
            column.with("content/pages/p" + i + ".md", "---\n标题: 说明" + i + "\n---\n说明。\n");
        }
        SiteBuild build = Live.build(column);
        ExecutorService windows = Executors.newFixedThreadPool(8);
        try (Preview preview = new Preview(() -> build, shown -> {})) {
            for (int i = 1; i <= 40; i++) {
                String page = "pages/p" + i + "/index.html";
                CyclicBarrier start = new CyclicBarrier(8);
                Callable<Boolean> window =
                        () -> {
                            start.await();
                            return preview.file(page).isPresent();
                        };
                for (Future<Boolean> shown : windows.invokeAll(Collections.nCopies(8, window))) {
                    assertTrue(assertDoesNotThrow(() -> shown.get()));
                }
            }
        } finally {
            windows.shutdownNow();
        }
    }

    @Test
    void followsNoticesThatComeAndGo() throws IOException {
        try (Live live = new Live(column)) {
            column.withNotice(
                    "2024/new",
                    "2023-00000001",
                    "2024-00000009",
                    "〔2023〕1号",
                    "〔2024〕9号",
                    BODY,
                    "新的一年。");
            live.awaitOn("notices/2024/new/", "新的一年。");
            live.awaitOn("notices/", "notices/2024/");

            Files.move(
                    file("content/notices/2024/new.md"), file("content/notices/2024/renamed.md"));
            live.awaitOn("notices/2024/renamed/", "新的一年。");
            assertEquals(404, live.get("notices/2024/new/").statusCode());

            Files.delete(file("content/notices/2024/renamed.md"));
            live.await(() -> live.get("notices/2024/renamed/").statusCode() == 404);
        }
    }

    @Test
    void followsSettingsTemplatesAndStyles() throws IOException {
        try (Live live = new Live(column)) {
            column.with("site.yml", "名称: 另一个名称\n");
            live.awaitOn("", "另一个名称");
            column.with("assets/css/site.css", "/* 自己的样式 */\n");
            live.awaitOn("css/site.css", "自己的样式");
            column.with("templates/notice.ftlh", "自己的模板");
            live.awaitOn(NOTICE, "自己的模板");
            Files.delete(file("templates/notice.ftlh"));
            live.awaitOn(NOTICE, BODY);
        }
    }

    @Test
    void keepsThePageAsItWasUntilTheMistakeIsMended() {
        try (Live live = new Live(column)) {
            live.awaitOn(NOTICE, BODY);
            column.withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: 2023-02-30", BODY, "改了。");
            live.awaitPrinted("content/notices/2023/a.md:7: 错误 成文日期“2023-02-30”不是有效日期。");
            assertTrue(live.text(NOTICE).contains(BODY), "as it was last seen");

            column.withNotice("2023/a", BODY, "改好了。");
            live.awaitOn(NOTICE, "改好了。");
            live.await(() -> live.printed().endsWith("现在没有问题。" + System.lineSeparator()));
        }
    }

    @Test
    void outlivesBrokenYaml() {
        try (Live live = new Live(column)) {
            column.with("content/units.yml", "单位: [{名称: [\n")
                    .with("content/notices/2023/a.md", "---\n标题: \"没有写完\n---\n");
            live.awaitPrinted("content/units.yml:");
            live.awaitPrinted("content/notices/2023/a.md:");
            assertEquals(200, live.get("").statusCode());
            column.with("content/units.yml", "单位:\n  - {名称: 县财政局, 代码: caizheng}\n").withNotice();
            live.awaitOn("units/caizheng/", "县财政局");
            live.awaitOn(NOTICE, BODY);
        }
    }

    @Test
    void outlivesBrokenTemplate() throws IOException {
        column.withNotice("2023/b", "2023-00000001", "2023-00000002", "1号", "2号");
        try (Live live = new Live(column)) {
            live.awaitOn(NOTICE, BODY);
            column.with("templates/notice.ftlh", "第一行\n${没有这个值}\n");
            live.await(
                    () ->
                            live.get(NOTICE).statusCode() == 200
                                    && live.printed().contains("templates/notice.ftlh:2: 错误 模板出错"));
            assertEquals(500, live.get("notices/2023/b/").statusCode(), "never seen before");
            assertTrue(live.text(NOTICE).contains(BODY), "as it was last seen");
            assertEquals(200, live.get("notices/").statusCode());

            Files.delete(file("templates/notice.ftlh"));
            live.awaitOn("notices/2023/b/", BODY);
            live.await(() -> live.printed().endsWith("现在没有问题。" + System.lineSeparator()));
        }
    }

    @Test
    void findsWhatTheChecksFindInContentAndPages() {
        try (Live live = new Live(column)) {
            column.withNotice("2023/a", BODY, "联系电话：13812345678。")
                    .with(
                            "templates/notice.ftlh",
                            "<!DOCTYPE html><html><head><title>a</title></head><body>a</body></html>");
            live.awaitPrinted("[mobile-number]");
            // A browser would ask again after each of the two edits.
            live.await(
                    () ->
                            live.get(NOTICE).statusCode() == 200
                                    && live.printed()
                                            .contains("public/notices/2023/a/index.html:1: 错误"));
        }
    }

    @Test
    void searchesWhatWasEdited() {
        try (Live live = new Live(column)) {
            String first = live.text("search/manifest.json");
            assertTrue(live.text("data/notices.json").contains("2023/a"));
            column.withNotice("2023/b", "2023-00000001", "2023-00000002", "1号", "2号");
            live.awaitOn("data/notices.json", "2023/b");
            assertNotEquals(first, live.text("search/manifest.json"));
        }
    }

    @Test
    void keepsTheFilesOfASearchThatHasBegunThroughAnEdit() {
        column.build();
        String file =
                new BuiltSite(column.out())
                        .files().stream()
                                .filter(each -> each.matches("search/[0-9a-z]+/.*"))
                                .findFirst()
                                .orElseThrow();
        try (Live live = new Live(column)) {
            byte[] begun = live.get(file).body();
            assertEquals(200, live.get(file).statusCode());
            column.withNotice("2023/b", "2023-00000001", "2023-00000002", "1号", "2号");
            live.awaitOn("data/notices.json", "2023/b");
            assertArrayEquals(begun, live.get(file).body());
        }
    }

    @Test
    void makesTheSearchAfterAllWhereTheEditThatItWasGivenUpForCannotBeRead() throws Exception {
        AtomicBoolean fails = new AtomicBoolean();
        SiteBuild build = Live.build(column);
        Supplier<SiteBuild> builds =
                () -> {
                    if (fails.get()) {
                        throw new UncheckedIOException(new IOException("disk full"));
                    }
                    return build;
                };
        try (Preview preview = new Preview(builds, shown -> {})) {
            fails.set(true);
            for (int edit = 0; edit < MANY; edit++) {
                assertThrows(UncheckedIOException.class, () -> preview.refresh(Set.of()));
                Thread.sleep(1);
            }
            FutureTask<Optional<Path>> found = new FutureTask<>(() -> preview.file("robots.txt"));
            new Thread(found).start();
            assertTrue(found.get(1, TimeUnit.MINUTES).isPresent());
        }
    }

    @Test
    void isThereAtTheRootAndUnderItsOwnPath() {
        column.with("site.yml", "名称: 样例县政府信息公开专栏\n网址: https://www.example.gov.cn/zwgk/xxgk/\n");
        try (Live live = new Live(column)) {
            live.awaitOn(NOTICE, BODY);
            live.awaitOn("zwgk/xxgk/" + NOTICE, BODY);
            HttpResponse<byte[]> moved = live.get("zwgk/xxgk?x=1");
            assertEquals(308, moved.statusCode());
            assertEquals("/zwgk/xxgk/?x=1", moved.headers().firstValue("Location").orElseThrow());
            assertTrue(live.text("no/where/").contains("href=\"/zwgk/xxgk/css/site.css\""));
        }
    }

    @Test
    void answersLikeAnOrdinaryServer() {
        try (Live live = new Live(column)) {
            HttpResponse<byte[]> page = live.get(NOTICE);
            assertEquals(
                    "text/html; charset=utf-8",
                    page.headers().firstValue("Content-Type").orElseThrow());
            assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals(
                    "text/css; charset=utf-8",
                    live.get("css/site.css").headers().firstValue("Content-Type").orElseThrow());
            HttpResponse<byte[]> moved = live.get("notices/2023/a");
            assertEquals(308, moved.statusCode());
            assertEquals("/" + NOTICE, moved.headers().firstValue("Location").orElseThrow());
            HttpResponse<byte[]> missing = live.get("notices/2023/no");
            assertEquals(404, missing.statusCode());
            assertTrue(live.text("notices/2023/no").contains("找不到网页"));
            String head =
                    live.raw(
                            "HEAD /"
                                    + NOTICE
                                    + " HTTP/1.1\r\nHost: localhost:"
                                    + live.port()
                                    + "\r\nConnection: close\r\n\r\n");
            assertTrue(head.startsWith("HTTP/1.1 200"), head);
            assertTrue(head.endsWith("\r\n\r\n"), "nothing but a head");
        }
    }

    @Test
    void leadsNowhereElse() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "秘密");
        try (Live live = new Live(column)) {
            for (String target :
                    new String[] {
                        "/../secret.txt",
                        "/css/../../secret.txt",
                        "/%2e%2e/secret.txt",
                        "/%252e%252e/secret.txt",
                        "/..%2fsecret.txt",
                        "/..%5csecret.txt",
                        "/..\\secret.txt",
                        "/%2fetc/passwd",
                        "//etc/passwd",
                        "/C:/Windows/win.ini",
                        "/css/site.css%00.html",
                        "/%",
                        "/%zz",
                        "/%ff%fe",
                        "/content/notices/2023/a.md",
                        "/notices/2023/a/../../../content/units.yml",
                        "http://127.0.0.1/../secret.txt",
                        "*",
                        "/__gongkai/../live.js",
                        "/__gongkai/News.class",
                    }) {
                String answer = live.rawGet(target);
                assertTrue(
                        answer.isEmpty() || answer.matches("(?s)HTTP/1\\.1 40[04] .*"),
                        target + ": " + answer);
                assertFalse(answer.contains("秘密") || answer.contains("赵初审"), target);
            }
            assertEquals(200, live.get("").statusCode());
        }
    }

    @Test
    void answersNobodyElse() {
        try (Live live = new Live(column)) {
            for (String host :
                    new String[] {
                        "evil.example", "127.0.0.1.evil.example:" + live.port(), "127.0.0.1:1", ""
                    }) {
                String answer =
                        live.raw(
                                "GET / HTTP/1.1\r\nHost: "
                                        + host
                                        + "\r\nConnection: close\r\n\r\n");
                assertTrue(answer.startsWith("HTTP/1.1 403"), host + ": " + answer);
            }
            assertTrue(live.raw("GET / HTTP/1.0\r\n\r\n").contains(" 403 "));
            for (String method :
                    new String[] {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"}) {
                String answer =
                        live.raw(
                                method
                                        + " / HTTP/1.1\r\nHost: 127.0.0.1:"
                                        + live.port()
                                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                assertTrue(answer.startsWith("HTTP/1.1 405"), method + ": " + answer);
            }
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int status =
                    new CommandLineInterface(TinyColumn.GENERATOR, Clock.systemUTC(), out, err)
                            .run(
                                    "serve",
                                    "--source",
                                    column.root().toString(),
                                    "--port",
                                    String.valueOf(taken.getLocalPort()));
            assertEquals(2, status);
            String text = said.toString(StandardCharsets.UTF_8);
            assertTrue(text.startsWith("端口 " + taken.getLocalPort() + " 不能用"), text);
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process process =
                GongkaiProcess.start(
                        List.of("-Djava.io.tmpdir=" + temporary),
                        "serve",
                        "--source",
                        column.root().toString(),
                        "--port",
                        "0");
        BufferedReader printed =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = printed.readLine();
        while (line != null && !line.startsWith("预览：http://127.0.0.1:")) {
            line = printed.readLine();
        }
        assertTrue(line != null && line.endsWith("（按 Ctrl+C 结束）"), "it says where");
        process.toHandle().destroy();
        assertEquals("预览已结束。", printed.lines().reduce((a, b) -> b).orElse(""));
        process.waitFor();
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(
                    List.of(),
                    left.filter(each -> each.getFileName().toString().startsWith("gongkai"))
                            .toList());
        }
    }

    @Test
    void putsNothingIntoABuild() {
        column.build();
        for (String file : new BuiltSite(column.out()).files()) {
            assertFalse(new BuiltSite(column.out()).text(file).contains("__gongkai"), file);
        }
    }
}
