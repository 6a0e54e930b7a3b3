package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an editor's commit to a citizen's browser: a repository, a server's with the hooks of
 * deploy/git, nginx with deploy/nginx.conf, Chromium.
 */
@InBrowser
class EndToEndTest {
    private static final int PUBLICATIONS = 10;
    private static final int READERS = 4;
    private static final String OLD = "notices/2023/a/";

    @TempDir private Path folder;
    private TinyColumn column;
    private Path repository;
    private Path server;
    private Nginx nginx;

    @BeforeEach
    void installAndPublish() throws IOException {
        Program.required("git");
        Program.required("nginx");
        column =
                new TinyColumn(folder)
                        .with(
                                "site.yml",
                                "名称: 样例县政府信息公开专栏\n网址: https://www.yangli.example/zwgk/\n网站标识码: \"3799000001\"\n")
                        .withNotice();
        repository = column.root();
        server = folder.resolve("server");
        Path program = Files.createDirectories(server.resolve("program")).resolve("gongkai");
        GongkaiProcess.writeLauncher(program);
        Path hooks = install(program);
        assertTrue(Files.isExecutable(hooks.resolve("gongkai")));
        git(repository, "init", "-q", "-b", "main");
        git(repository, "remote", "add", "origin", server.resolve("zwgk.git") + "");
        Called first = push("第一次提交");
        assertEquals(0, first.status(), first.all());
        nginx = new Nginx(folder.resolve("nginx"), server.resolve("www"), "/zwgk/");
    }

    @AfterEach
    void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    /** As the hook's own comment says. */
    private Path install(Path program) throws IOException {
        Path bare = server.resolve("zwgk.git");
        git(server, "init", "-q", "--bare", "-b", "main", bare + "");
        Path hooks = Files.createDirectories(bare.resolve("hooks"));
        Path hook = hooks.resolve("gongkai");
        Files.copy(TinyColumn.GENERATOR.resolve("deploy/git/gongkai"), hook);
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("pre-receive", "post-receive")) {
            Files.createSymbolicLink(hooks.resolve(name), Path.of("gongkai"));
        }
        git(bare, "config", "gongkai.program", program + "");
        git(bare, "config", "gongkai.target", server.resolve("www") + "");
        git(bare, "config", "receive.denyNonFastForwards", "true");
        return hooks;
    }

    @Test
    void fromAnEditorsCommitToACitizensSearch(Browser browser) throws IOException {
        String before = head();

        // A mistake is refused; the editor reads where it is, and readers see nothing of it.
        column.withNotice(
                "2023/b",
                "-00000001",
                "-00000002",
                "1号",
                "2号",
                "政务公开",
                "农村供水",
                "09-13\n发",
                "02-30\n发");
        Called refused = push("发布农村供水的通知");
        assertEquals(1, refused.status(), refused.all());
        assertTrue(
                refused.err()
                        .contains(
                                "remote: content/notices/2023/b.md:7: 错误 成文日期“2023-02-30”不是有效日期。请写成 YYYY-MM-DD，例如 2023-02-28。[document-date]"),
                refused.err());
        assertTrue(refused.err().contains("remote: 没有收下，网站没有改动。"), refused.err());
        assertEquals(before, head());
        assertEquals(404, status("notices/2023/b/"));

        // Mended, it is published, and found.
        column.withNotice("2023/b", "-00000001", "-00000002", "1号", "2号", "政务公开", "农村供水");
        Called mended = push("改正日期");
        assertEquals(0, mended.status(), mended.all());
        assertTrue(mended.err().contains("remote: 已发布到 "), mended.err());
        assertEquals(List.of(nginx.url() + "notices/2023/b/"), found(browser, "农村供水", "农村供水"));

        // A notice repeals the first one, whose file nobody touches.
        column.withNotice(
                "2023/c", "-00000001", "-00000003", "1号", "3号", "审核:", "废止: [样政办发〔2023〕1号]\n审核:");
        Called repealed = push("废止政务公开的通知");
        assertEquals(0, repealed.status(), repealed.all());
        try (BrowserPage page = browser.page()) {
            page.open(nginx.url() + OLD);
            String text = page.evaluate("document.querySelector('main').innerText");
            assertTrue(text.contains("废止"), text);
            assertEquals(
                    "\"" + nginx.url() + "notices/2023/c/\"",
                    page.evaluate("document.querySelector('main a[href$=\"2023/c/\"]').href"));
            assertEquals(List.of(), page.complaints());
        }
        assertTrue(log().get(2).contains("3 份公开信息"), log().toString());
    }

    @Test
    void branchThatIsPublishedCanNotBeDeletedAndOthersAreLeftAlone() {
        column.withNotice("2023/b", "09-13\n发", "02-30\n发");
        commit("草稿");
        Called other = git(repository, "push", "origin", "HEAD:refs/heads/draft");
        assertEquals(0, other.status(), other.all());
        assertFalse(other.err().contains("remote:"), other.err());
        Called deleted = git(repository, "push", "origin", ":main");
        assertEquals(1, deleted.status(), deleted.all());
        assertTrue(deleted.err().contains("没有收下：不能删除发布用的分支 main。"), deleted.err());
        assertEquals(1, log().size());
    }

    @Test
    void saysThatNobodyToldWhereToPublish() {
        git(server.resolve("zwgk.git"), "config", "--unset", "gongkai.target");
        Called nightly = run(folder, server.resolve("zwgk.git/hooks/gongkai") + "");
        assertEquals(1, nightly.status(), nightly.all());
        assertTrue(nightly.err().contains("git config gongkai.target"), nightly.err());
        assertTrue(nightly.err().contains("没有发布成，网站还是原来的"), nightly.err());
    }

    @Test
    void newestNoticeIsTakenBackAtOnceAndNightlyBuildChangesNothing() throws IOException {
        column.withNotice("2023/b", "-00000001", "-00000002", "1号", "2号", "09-14", "09-20");
        assertEquals(0, push("发布").status());
        assertEquals(200, status("notices/2023/b/"));
        Files.delete(repository.resolve("content/notices/2023/b.md"));
        Called back = push("撤下");
        assertEquals(0, back.status(), back.all());
        assertEquals(404, status("notices/2023/b/"));
        assertTrue(log().get(2).contains("照分支 main 的最新提交"), log().toString());
        Called nightly = run(folder, server.resolve("zwgk.git/hooks/gongkai") + "");
        assertEquals(0, nightly.status(), nightly.all());
        assertTrue(nightly.out().contains("没有变化"), nightly.all());
    }

    @Test
    void readersSeeOneReleaseAfterTheOtherWhileTenArePublished() throws IOException {
        List<Map<String, String>> releases = new ArrayList<>(List.of(release()));
        Visits visits;
        try (Readers readers = new Readers(nginx.url(), READERS, folder)) {
            for (int i = 1; i <= PUBLICATIONS; i++) {
                // A new notice that changes the one before, so that pages, data and search all
                // move.
                column.withNotice(
                        "2023/n" + i,
                        "-00000001",
                        "-000001%02d".formatted(i),
                        "1号",
                        (100 + i) + "号",
                        "审核:",
                        "修改: [样政办发〔2023〕" + (i == 1 ? 1 : 99 + i) + "号]\n审核:");
                Called pushed = push("第" + i + "份");
                assertEquals(0, pushed.status(), pushed.all());
                releases.add(release());
            }
            visits = readers.stop();
        }
        assertEquals(List.of(), visits.complaints(releases));
        // Readers were there all the time.
        assertEquals(
                IntStream.rangeClosed(0, PUBLICATIONS).boxed().collect(Collectors.toSet()),
                visits.releasesSeen(releases));
        System.out.println(
                visits.count() + " requests while " + PUBLICATIONS + " releases were published");
    }

    /** The addresses of what the site's own search page finds. */
    private List<String> found(Browser browser, String query, String awaited) {
        try (BrowserPage page = browser.page()) {
            page.open(nginx.url());
            page.click("#search").type(query).press("Enter");
            page.await("location.pathname.endsWith('/search/')");
            page.await(
                    "document.querySelector('#hits li.item')?.textContent.includes('"
                            + awaited
                            + "')");
            assertEquals(List.of(), page.complaints());
            Object hits =
                    Json.read(
                            page.evaluate(
                                    "[...document.querySelectorAll('#hits li.item a')].map((a) => a.href.replace(/[?#].*/, ''))"));
            return ((List<?>) hits).stream().map(Object::toString).distinct().toList();
        }
    }

    private int status(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(nginx.url() + path)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> release() throws IOException {
        return Visits.release(server.resolve("www/current").toRealPath());
    }

    private List<String> log() {
        return new BuiltSite(server).text("www/publish.log").lines().toList();
    }

    private String head() {
        return git(server.resolve("zwgk.git"), "rev-parse", "--verify", "-q", "main").out();
    }

    private Called push(String message) {
        commit(message);
        return git(repository, "push", "origin", "main");
    }

    private void commit(String message) {
        git(repository, "add", "-A");
        Called commit = git(repository, "commit", "-q", "-m", message);
        assertEquals(0, commit.status(), commit.all());
    }

    private Called git(Path where, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of("git", "-c", "user.name=张三", "-c", "user.email=zhang@example.cn"));
        command.addAll(List.of(arguments));
        return run(where, command.toArray(String[]::new));
    }

    /** Runs a program with nothing of the machine's own settings for git. */
    private Called run(Path where, String... command) {
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment()
                    .putAll(
                            Map.of(
                                    "GIT_CONFIG_NOSYSTEM", "1",
                                    "GIT_CONFIG_GLOBAL", "/dev/null",
                                    "LC_ALL", "C.UTF-8"));
            int status = builder.start().waitFor();
            return new Called(
                    status,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
