package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code gongkai publish user@host:/path} with the system's rsync. In the place of ssh stands a
 * script that runs on this machine what it should run on the server, and after each call keeps the
 * list of what the server then has.
 */
class PublishBySshTest {
    private static final String PAGE = "notices/2023/a/index.html";
    private static final String SSH =
            """
            #!/bin/sh
            while [ "$1" != rsync ]; do case "$1" in -l) user=$2@ ;; host) host=$1 ;; esac; shift; done
            echo "$user$host $*" >>"$(dirname "$0")/calls"
            if [ -f "$(dirname "$0")/broken" ]; then echo "ssh: connect to host: No route" >&2; exit 255; fi
            after=$(cat "$(dirname "$0")/broken-after" 2>/dev/null || echo 999)
            if [ "$(wc -l <"$(dirname "$0")/calls")" -gt "$after" ]; then echo "ssh: closed" >&2; exit 255; fi
            "$@"
            status=$?
            count=$(wc -l <"$(dirname "$0")/calls")
            (cd SERVER && find . -type f -exec cksum {} + | sort -k3) >"$(dirname "$0")/after-$count" 2>/dev/null
            exit $status
            """;

    @TempDir private Path folder;
    private TinyColumn column;
    private Path server;
    private Path bin;

    @BeforeEach
    void build() throws IOException {
        Program.required("rsync");
        column = new TinyColumn(folder).withNotice();
        server = folder.resolve("server/the site");
        Files.createDirectories(server.getParent());
        bin = Files.createDirectory(folder.resolve("bin"));
        Files.writeString(bin.resolve("ssh"), SSH.replace("SERVER", "'" + server + "'"));
        Files.setPosixFilePermissions(
                bin.resolve("ssh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        build("2023-10-01");
    }

    @Test
    void sendsTheWholeSiteAndWhatIsPacked() {
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        Map<String, Integer> served = new BuiltSite(server).contents();
        new BuiltSite(column.out())
                .contents()
                .forEach((path, content) -> assertEquals(content, served.get(path), path));
        assertTrue(served.containsKey(PAGE + ".gz"));
        assertTrue(log().get(0).contains("发布 web@host:" + server), log().toString());
        assertTrue(calls().stream().allMatch(call -> call.startsWith("web@host rsync --server")));
    }

    @Test
    void neverShowsAHalfPublishedSite() throws IOException {
        publish();
        Map<String, String> before = after(calls().size());
        Files.delete(column.root().resolve("content/notices/2023/a.md"));
        column.withNotice("2023/b", "-00000001", "-00000002", "1号", "2号", "请认真", "请大家认真")
                .with("assets/files/new.csv", "x\n");
        build("2023-10-02");
        int first = calls().size() + 1;
        publish();
        List<Map<String, String>> steps = new ArrayList<>();
        for (int call = first; call <= calls().size(); call++) {
            if (steps.isEmpty() || !after(call).equals(steps.get(steps.size() - 1))) {
                steps.add(after(call));
            }
        }
        assertEquals(before, steps.get(0), "asking changes nothing");
        assertEquals(6, steps.size(), "five steps, each of which does something");
        String manifest = "./search/manifest.json";
        // 1: the search's files, which nothing leads to yet.
        assertEquals(2, searchFolders(steps.get(1)).size());
        assertFalse(steps.get(1).containsKey("./files/new.csv"));
        // 2: what else is new.
        assertTrue(steps.get(2).containsKey("./files/new.csv"));
        assertTrue(steps.get(2).containsKey("./notices/2023/b/index.html"));
        assertEquals(before.get("./index.html"), steps.get(2).get("./index.html"));
        // 3: pages that lead there; the search still knows the old ones, which still are there.
        assertFalse(before.get("./index.html").equals(steps.get(3).get("./index.html")));
        assertEquals(before.get(manifest), steps.get(3).get(manifest));
        assertEquals(before.get("./data/notices.json"), steps.get(3).get("./data/notices.json"));
        // 4: the search leads to the new pages.
        assertFalse(before.get(manifest).equals(steps.get(4).get(manifest)));
        assertTrue(steps.get(4).containsKey("./" + PAGE));
        // 5: the old ones go.
        assertFalse(steps.get(5).containsKey("./" + PAGE));
        assertFalse(steps.get(5).containsKey("./" + PAGE + ".gz"));
        assertEquals(2, searchFolders(steps.get(5)).size(), "a search that began before goes on");
        for (Map<String, String> step : steps) {
            String folderOfSearch =
                    step.keySet().stream()
                            .filter(f -> f.contains("facets.bin"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(step.containsKey(folderOfSearch));
            assertFalse(
                    step.keySet().stream().anyMatch(file -> file.contains("~tmp~")),
                    step.toString());
        }
    }

    private static Set<String> searchFolders(Map<String, String> step) {
        return step.keySet().stream()
                .filter(file -> file.contains("facets.bin"))
                .collect(Collectors.toSet());
    }

    /** Whatever is told of on the server is there, and publishing again makes it whole. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void isWholeWhereverTheLineBreaks(int steps) throws IOException {
        column.with("assets/files/old.csv", "x\n");
        build("2023-10-01");
        publish();
        Files.delete(column.root().resolve("assets/files/old.csv"));
        column.withNotice("2023/b", "-00000001", "-00000002", "1号", "2号", "请认真", "请大家认真")
                .with("assets/files/new.csv", "x\n");
        build("2023-10-02");
        int asked = 3;
        Files.writeString(bin.resolve("broken-after"), calls().size() + asked + steps + "");
        Called broken = publish();
        assertEquals(steps == 5 ? 0 : 1, broken.status(), broken.all());
        BuiltSite site = new BuiltSite(server);
        Object notices = Json.read(site.text("data/notices.json"));
        for (Object notice : (List<?>) notices) {
            assertTrue(
                    Files.exists(server.resolve(((Map<?, ?>) notice).get("url") + "index.html")));
        }
        Map<?, ?> manifest = (Map<?, ?>) Json.read(site.text("search/manifest.json"));
        assertTrue(
                Files.exists(server.resolve("search/" + manifest.get("folder") + "/facets.bin")));
        for (org.jsoup.nodes.Element link : site.page("index.html").select("a[href^=notices/2]")) {
            assertTrue(Files.exists(server.resolve(link.attr("href") + "index.html")), link + "");
        }
        Files.delete(bin.resolve("broken-after"));
        assertEquals(0, publish().status());
        Map<String, Integer> served = site.contents();
        new BuiltSite(column.out())
                .contents()
                .forEach((path, content) -> assertEquals(content, served.get(path), path));
    }

    /** A page may be newer than the list that named it, but everything that is named is there. */
    @Test
    void readersMeetNoDeadLinkWhileItIsPublished() throws IOException {
        Program.required("nginx");
        server = folder.resolve("www/current");
        Files.createDirectories(server.getParent());
        Files.writeString(bin.resolve("ssh"), SSH.replace("SERVER", "'" + server + "'"));
        column.with("site.yml", "名称: 样例县政府信息公开专栏\n网址: https://www.yangli.example/zwgk/\n");
        build("2023-10-01");
        publish();
        List<Map<String, String>> releases = new ArrayList<>(List.of(Visits.release(server)));
        Visits visits;
        try (Nginx nginx = new Nginx(folder.resolve("nginx"), folder.resolve("www"), "/zwgk/");
                Readers readers = new Readers(nginx.url(), 4, folder)) {
            for (int i = 1; i <= 4; i++) {
                column.withNotice("2023/n" + i, "-00000001", "-0000010" + i, "1号", 10 + i + "号");
                build("2023-10-01");
                assertEquals(0, publish().status());
                releases.add(Visits.release(server));
            }
            visits = readers.stop();
        }
        assertEquals(List.of(), visits.failures(releases));
        assertTrue(visits.releasesSeen(releases).containsAll(Set.of(0, 1, 2, 3, 4)));
    }

    @Test
    void searchFilesThatAreAsTheyWereStayOnTheServer() throws IOException {
        column.withNotice("2023/b", "-00000001", "-00000002", "1号", "2号", "请认真", "请大家认真");
        build("2023-10-01");
        publish();
        Path before = searchFolder();
        column.withNotice("2023/b", "-00000001", "-00000002", "1号", "2号", "请认真", "请诸位认真");
        build("2023-10-01");
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        assertTrue(called.out().matches("(?s).*新增 \\d 个文件，更新 \\d+ 个，删除 \\d 个.*"), called.out());
        Path after = searchFolder();
        assertFalse(before.equals(after));
        int same = 0;
        for (String file : new BuiltSite(after).files()) {
            Path old = before.resolve(file);
            if (Files.exists(old) && Files.mismatch(old, after.resolve(file)) < 0) {
                assertTrue(Files.isSameFile(old, after.resolve(file)), file);
                same++;
            }
        }
        assertTrue(same > 2, same + " files");
    }

    private Path searchFolder() {
        Map<?, ?> manifest =
                (Map<?, ?>) Json.read(new BuiltSite(server).text("search/manifest.json"));
        return server.resolve("search/" + manifest.get("folder"));
    }

    @Test
    void sendsOnlyWhatChanged() throws IOException {
        publish();
        long before = new BuiltSite(server).modified(PAGE);
        Files.setLastModifiedTime(
                column.out().resolve(PAGE), java.nio.file.attribute.FileTime.fromMillis(0));
        build("2023-10-02");
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        assertEquals(before, new BuiltSite(server).modified(PAGE));
        assertTrue(called.out().contains("更新"), called.out());
        int calls = calls().size();
        Called again = publish();
        assertTrue(again.out().contains("没有变化"), again.all());
        assertEquals(calls + 2, calls().size(), "it only asks");
    }

    @Test
    void dryRunTellsWhatWouldChangeAndChangesNothing() throws IOException {
        Called first = publish("--dry-run");
        assertEquals(0, first.status(), first.all());
        assertTrue(first.out().contains("新增 " + PAGE + "\n"), first.out());
        assertFalse(Files.exists(server));
        publish();
        Files.delete(column.root().resolve("content/notices/2023/a.md"));
        column.withNotice("2023/公告");
        build("2023-10-02");
        Map<String, String> before = new BuiltSite(server).contentsAndTimes();
        Called called = publish("--dry-run");
        assertEquals(0, called.status(), called.all());
        assertTrue(called.out().contains("新增 notices/2023/公告/index.html\n"), called.out());
        assertTrue(called.out().contains("更新 index.html\n"), called.out());
        assertTrue(called.out().contains("删除 " + PAGE + "\n"), called.out());
        assertFalse(called.out().contains(".gz"), called.out());
        assertEquals(before, new BuiltSite(server).contentsAndTimes());
    }

    @Test
    void refusesAnOlderEditionUnlessThereIsAReason() throws IOException {
        build("2023-10-05");
        publish();
        build("2023-10-04");
        Called refused = publish();
        assertEquals(1, refused.status(), refused.all());
        assertTrue(refused.err().contains("旧"), refused.err());
        assertEquals(0, publish("--force", "恢复").status());
        assertTrue(log().get(1).contains("理由：恢复"), log().toString());
    }

    @Test
    void refusesAFolderWithFilesOfOthers() throws IOException {
        Files.createDirectories(server);
        Files.writeString(server.resolve("mine.html"), "mine");
        Called called = publish();
        assertEquals(2, called.status(), called.all());
        assertTrue(called.err().contains("别的文件"), called.err());
        assertEquals(List.of("mine.html"), new BuiltSite(server).files());
    }

    @Test
    void refusesAnotherSiteThatHasFoldersOfTheSameNames() throws IOException {
        for (String name : List.of("css/a.css", "search/index.html", "shop/index.html")) {
            Files.createDirectories(server.resolve(name).getParent());
            Files.writeString(server.resolve(name), "mine");
        }
        assertEquals(2, publish().status());
        assertEquals(3, new BuiltSite(server).files().size());
    }

    @Test
    void goesOnWithAFirstPublicationThatWasCutOff() throws IOException {
        publish();
        Files.delete(server.resolve("search/manifest.json"));
        Files.delete(server.resolve(PAGE));
        assertEquals(0, publish().status());
        assertTrue(Files.exists(server.resolve(PAGE)));
    }

    @Test
    void leavesWhatCertificatesAreProvenBy() throws IOException {
        publish();
        Path proof = server.resolve(".well-known/acme-challenge/x");
        Files.createDirectories(proof.getParent());
        Files.writeString(proof, "x");
        build("2023-10-02");
        assertEquals(0, publish().status());
        assertTrue(Files.exists(proof));
    }

    @Test
    void goesOnWhereItWasCutOff() throws IOException {
        publish();
        build("2023-10-02");
        Files.writeString(bin.resolve("broken"), "");
        Called broken = publish();
        assertEquals(1, broken.status(), broken.all());
        assertEquals(1, broken.err().lines().count(), broken.err());
        assertTrue(broken.err().contains("连不上服务器"), broken.err());
        Files.delete(bin.resolve("broken"));
        Path left = Files.createDirectories(server.resolve("notices/.~tmp~"));
        Files.writeString(left.resolve("half.html"), "half");
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        assertFalse(Files.exists(left));
    }

    @Test
    void saysThatThereIsNoRsync() throws IOException {
        Path none = Files.createDirectory(folder.resolve("none"));
        Called called = publish(none.toString());
        assertEquals(2, called.status(), called.all());
        assertTrue(called.err().contains("找不到 rsync"), called.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web@host:site",
                "web@host:",
                "web@host:/",
                "web@host:/a/../..",
                "host:~/site"
            })
    void wantsAWholePath(String target) throws IOException {
        Called called = call(bin + ":/usr/bin:/bin", target);
        assertEquals(2, called.status(), called.all());
        assertTrue(called.err().contains("完整的路径"), called.err());
        assertFalse(Files.exists(bin.resolve("calls")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rollback", "--keep=3"})
    void keepsNoReleasesThere(String option) throws IOException {
        assertEquals(2, publish(option).status());
    }

    private void build(String day) {
        Called called =
                Called.of(
                        "build",
                        "--source",
                        column.root() + "",
                        "--out",
                        column.out() + "",
                        "--as-of",
                        day);
        assertEquals(0, called.status(), called.all());
    }

    /** With the server's script before all other programs. */
    private Called publish(String... more) {
        boolean path = more.length > 0 && more[0].startsWith("/");
        return call(
                path ? more[0] : bin + ":/usr/local/bin:/usr/bin:/bin",
                "web@host:" + server,
                path ? new String[0] : more);
    }

    private Called call(String path, String target, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "publish",
                                target,
                                "--source",
                                column.root() + "",
                                "--out",
                                column.out() + ""));
        arguments.addAll(List.of(more));
        return GongkaiProcess.called(path, arguments);
    }

    private List<String> calls() {
        try {
            return Files.readAllLines(bin.resolve("calls"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What each file on the server held after a call. */
    private Map<String, String> after(int call) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String line :
                Files.readAllLines(bin.resolve("after-" + call), StandardCharsets.UTF_8)) {
            String[] parts = line.split(" ", 3);
            files.put(parts[2], parts[0]);
        }
        return files;
    }

    private List<String> log() {
        return new BuiltSite(folder).text("publish.log").lines().toList();
    }
}
