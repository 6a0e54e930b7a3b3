package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gongkai publish} to a folder of this machine: releases side by side. */
class PublishTest {
    private static final String PAGE = "notices/2023/a/index.html";

    @TempDir private Path folder;
    private TinyColumn column;
    private Path target;

    @BeforeEach
    void build() {
        column = new TinyColumn(folder).withNotice();
        target = folder.resolve("www");
        assertEquals(0, build("2023-10-01").status());
    }

    @Test
    void servesWhatWasBuilt() {
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        assertEquals(List.of("20240101-010000"), releases());
        new BuiltSite(column.out())
                .contents()
                .forEach((path, content) -> assertEquals(content, served().contents().get(path)));
        assertTrue(called.out().contains(target.resolve("current") + ""), called.out());
    }

    @Test
    void packsEachTextForTheServerAlwaysTheSame() throws IOException {
        publish();
        byte[] first = served().bytes(PAGE + ".gz");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
            assertEquals(served().text(PAGE), new String(in.readAllBytes(), "UTF-8"));
        }
        assertEquals(served().modified(PAGE), served().modified(PAGE + ".gz"));
        for (String file : served().files()) {
            assertEquals(
                    file.matches(".*\\.(html|css|js|json|xml|svg|txt|csv)"),
                    Files.exists(target.resolve("current").resolve(file + ".gz")),
                    file);
        }
        target = folder.resolve("again");
        publish();
        assertTrue(Arrays.equals(first, served().bytes(PAGE + ".gz")));
    }

    @Test
    void keepsWhatDidNotChangeAsTheSameFile() throws IOException {
        publish();
        Object before = key(PAGE);
        Object packed = key(PAGE + ".gz");
        Object changing = key("validity/index.html");
        build("2023-10-02");
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        assertEquals(2, releases().size());
        assertEquals(before, key(PAGE));
        assertEquals(packed, key(PAGE + ".gz"));
        assertNotEquals(changing, key("validity/index.html"));
    }

    @Test
    void countsSearchFilesThatOnlyMovedAsTheSame() throws IOException {
        publish();
        List<String> before = searchFiles();
        column.withNotice("2023/a", "请认真", "请大家认真");
        build("2023-10-02");
        Called called = publish();
        assertTrue(called.out().matches("(?s).*新增 \\d 个文件，更新 \\d+ 个，删除 \\d 个.*"), called.out());
        List<Object> old = new ArrayList<>();
        for (String file : before) {
            old.add(key(file));
        }
        int same = 0;
        for (String file : searchFiles()) {
            same += !before.contains(file) && old.contains(key(file)) ? 1 : 0;
        }
        assertTrue(same > 2, same + " files");
    }

    @Test
    void publishesNoOtherColumnsSiteForTheOneThatIsNamed() {
        TinyColumn other =
                new TinyColumn(folder.resolve("other"))
                        .with("site.yml", "名称: 甲县政府信息公开专栏\n网址: https://www.a.example/\n")
                        .withNotice();
        String doubt =
                "不能发布：public 里不是 "
                        + other.root()
                        + " 的网站，是另一个栏目的，或者是改名称、网址以前生成的。要发布的网站在别处的，请用 --out 指明。";
        String refused = publishIn(column.out().getParent(), "--source", other.root() + "");
        assertTrue(refused.startsWith(doubt), refused);
        assertFalse(Files.exists(target));
        String own = publishIn(column.out().getParent(), "--source", column.root() + "");
        assertTrue(own.startsWith("已发布到 " + target), own);
        target = folder.resolve("named");
        String named = publishIn(folder, "--source", other.root() + "", "--out", column.out() + "");
        assertTrue(named.startsWith("已发布到 " + target), named);
    }

    private String publishIn(Path working, String... more) {
        List<String> arguments = new ArrayList<>(List.of("publish", target + ""));
        arguments.addAll(List.of(more));
        return GongkaiProcess.run(
                        List.of("-Duser.dir=" + working), arguments.toArray(String[]::new))
                .output();
    }

    @Test
    void makesNoReleaseOfWhatIsServedAlready() {
        publish();
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        assertTrue(called.out().contains("没有变化"), called.out());
        assertEquals(1, releases().size());
        assertEquals(1, log().size());
    }

    @Test
    void takesAwayWhatTheColumnNoLongerHolds() throws IOException {
        publish();
        Files.delete(column.root().resolve("content/notices/2023/a.md"));
        column.withNotice("2023/b");
        build("2023-10-02");
        publish();
        assertFalse(Files.exists(target.resolve("current").resolve(PAGE)));
        assertFalse(Files.exists(target.resolve("current").resolve(PAGE + ".gz")));
        assertTrue(served().files().contains("notices/2023/b/index.html"));
    }

    @Test
    void searchThatBeganBeforeGoesOn() {
        publish();
        List<String> before = searchFiles();
        column.withNotice("2023/a", "请认真", "请大家认真");
        build("2023-10-02");
        publish();
        assertTrue(searchFiles().containsAll(before), "the search files of the edition before");
        assertTrue(searchFiles().size() > before.size());
        column.withNotice("2023/a", "请认真", "请诸位认真");
        build("2023-10-03");
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        assertFalse(searchFiles().containsAll(before), "only of the one before");
    }

    @Test
    void rollsBackToTheReleaseBefore() {
        publish();
        String before = served().text("validity/index.html");
        build("2023-10-02");
        publish();
        assertNotEquals(before, served().text("validity/index.html"));
        Called called = publish("--rollback");
        assertEquals(0, called.status(), called.all());
        assertEquals(before, served().text("validity/index.html"));
        assertTrue(log().get(2).contains("退回到 20240101-010000"), log().toString());
        assertEquals(2, publish("--rollback").status(), "nothing is before the first");
        assertEquals(0, publish().status());
        assertEquals(3, releases().size());
    }

    @Test
    void rollsBackWithoutABuiltSite() throws IOException {
        publish();
        build("2023-10-02");
        publish();
        Files.move(column.out(), folder.resolve("gone"));
        assertEquals(0, publish("--rollback").status());
    }

    @Test
    void prunesTheOldestAndNeverWhatIsServed() {
        for (int day = 1; day <= 4; day++) {
            build("2023-10-0" + day);
            assertEquals(0, publish("--keep", "3").status());
        }
        assertEquals(
                List.of("20240101-010000-002", "20240101-010000-003", "20240101-010000-004"),
                releases());
        publish("--rollback");
        publish("--rollback");
        assertEquals("20240101-010000-002", served().root().getFileName() + "");
        build("2023-10-05");
        publish("--keep", "1");
        assertEquals(List.of("20240101-010000-005"), releases());
    }

    @Test
    void refusesAnOlderEditionUnlessThereIsAReason() {
        build("2023-10-05");
        publish();
        build("2023-10-04");
        Called refused = publish();
        assertEquals(1, refused.status(), refused.all());
        assertTrue(refused.err().contains("旧"), refused.err());
        assertEquals(1, releases().size());
        Called forced = publish("--force", "领导批准\n恢复旧版");
        assertEquals(0, forced.status(), forced.all());
        assertEquals(2, log().size(), "a line each");
        assertTrue(log().get(1).contains("强制发布的理由：领导批准 恢复旧版"), log().get(1));
        assertTrue(log().get(1).contains(System.getProperty("user.name")), log().get(1));
        assertFalse(log().get(0).contains("理由"), log().get(0));
    }

    @Test
    void refusesOfOneDayWhatHoldsOnlyOlderNotices() {
        column.withNotice(
                "2023/b", "-00000001", "-00000002", "1号", "2号", "2023-09-14", "2023-09-20");
        build("2023-10-01");
        publish();
        new TinyColumn(folder.resolve("old")).withNotice();
        Called built = build(folder.resolve("old/column"), "2023-10-01");
        assertEquals(0, built.status(), built.all());
        assertEquals(1, publish().status());
    }

    @Test
    void refusesADayThatIsYetToCome() {
        build("2030-01-01");
        Called refused = publish();
        assertEquals(1, refused.status(), refused.all());
        assertTrue(refused.err().contains("2030-01-01"), refused.err());
        assertFalse(Files.exists(target.resolve("current")));
    }

    @Test
    void refusesWhatALaterBuildCouldNotReplace() {
        column.withNotice("2023/b", "成文日期: 2023-09-13", "成文日期: 2023-02-30");
        assertEquals(1, build("2023-10-02").status());
        Called refused = publish();
        assertEquals(1, refused.status(), refused.all());
        assertTrue(refused.err().contains("错误"), refused.err());
        assertEquals(0, publish("--force", "先发布昨天的").status());
        column.withNotice("2023/b", "-00000001", "-00000002", "1号", "2号");
        assertEquals(0, build("2023-10-02").status());
        assertEquals(0, publish().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"content/notices/2023/b.md", "content/pages/b.md"})
    void neverPublishesDrafts(String file) {
        String draft = TinyColumn.NOTICE.replace("-00000001", "-00000002").replace("1号", "2号");
        column.with(file, draft.replace("审核:", "状态: 草稿\n审核:"));
        assertEquals(0, build("2023-10-01", "--drafts").status());
        Called refused = publish("--force", "领导批准");
        assertEquals(1, refused.status(), refused.all());
        assertTrue(refused.err().contains("草稿"), refused.err());
        assertEquals(List.of(), releases());
    }

    @Test
    void dryRunTellsWhatWouldChangeAndChangesNothing() {
        Called first = publish("--dry-run");
        assertEquals(0, first.status(), first.all());
        assertTrue(first.out().contains("新增 " + PAGE + "\n"), first.out());
        assertFalse(Files.exists(target));
        publish();
        build("2023-10-02");
        Map<String, String> before = new BuiltSite(folder).contentsAndTimes();
        Called second = publish("--dry-run");
        assertEquals(0, second.status(), second.all());
        assertTrue(second.out().contains("更新 validity/index.html\n"), second.out());
        assertFalse(second.out().contains(PAGE), second.out());
        assertFalse(second.out().contains(".gz"), second.out());
        assertEquals(before, new BuiltSite(folder).contentsAndTimes());
        assertTrue(publish("--rollback", "--dry-run").err().contains("没有更早"));
    }

    @Test
    void dryRunTellsOfARefusalToo() {
        publish();
        build("2023-09-30");
        Called called = publish("--dry-run");
        assertEquals(1, called.status(), called.all());
        assertTrue(called.err().contains("旧"), called.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "column",
                "column/content/www",
                "column/assets",
                "public",
                "public/www",
                ".",
                "full",
                "file"
            })
    void refusesAFolderWhereSomethingWouldBeLost(String name) throws IOException {
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/mine.txt"), "mine");
        Files.writeString(folder.resolve("file"), "mine");
        Map<String, Integer> before = new BuiltSite(folder).contents();
        target = folder.resolve(name);
        Called called = publish();
        assertEquals(2, called.status(), called.all());
        assertEquals(1, called.err().lines().count(), called.err());
        assertEquals(before, new BuiltSite(folder).contents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--keep 0", "--keep 五", "--force", "--nosuch"})
    void wrongUsageIsSaid(String typed) {
        Called called = publish(typed.split(" "));
        assertEquals(2, called.status(), called.all());
        assertFalse(Files.exists(target));
    }

    @Test
    void wantsAReasonThatSaysSomething() {
        assertEquals(2, publish("--force", " ").status());
    }

    @Test
    void refusesAFolderThatHoldsNoSite() {
        Called called =
                call(
                        "publish",
                        target + "",
                        "--source",
                        column.root() + "",
                        "--out",
                        column.root() + "");
        assertEquals(2, called.status(), called.all());
        assertTrue(called.err().contains("gongkai build"), called.err());
        assertFalse(Files.exists(target));
    }

    @Test
    void leavesANewFolderAsItIsWhereNothingIsPublished() throws IOException {
        build("2024-01-02");
        Called early = publish();
        assertEquals(1, early.status(), early.all());
        assertTrue(early.err().contains("这一天还没有到"), early.err());
        assertFalse(Files.exists(target));
        Files.createDirectory(target);
        assertEquals(1, publish().status());
        assertEquals(2, publish("--rollback").status());
        assertEquals(Map.of(), new BuiltSite(target).contents());
        assertFalse(Files.exists(target.resolve("releases")));
        Called forced = publish("--force", "已经批准");
        assertEquals(0, forced.status(), forced.all());
        assertEquals(1, forced.err().lines().count(), forced.err());
    }

    @Test
    void clearsAwayWhatAKilledRunLeft() throws IOException {
        publish();
        Path half = Files.createDirectories(target.resolve("releases/.unfinished/notices"));
        Files.writeString(half.resolve("half.html"), "<p>half");
        Files.createSymbolicLink(target.resolve(".unfinished"), Path.of("releases/.unfinished"));
        build("2023-10-02");
        Called called = publish();
        assertEquals(0, called.status(), called.all());
        assertFalse(Files.exists(target.resolve("releases/.unfinished")));
        assertFalse(served().files().contains("notices/half.html"));
    }

    @Test
    void refusesWhileAnotherPublishesThere() throws IOException {
        publish();
        build("2023-10-02");
        try (FileChannel other =
                        FileChannel.open(
                                target.resolve(".gongkai-publish"), StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            Called called = publish();
            assertTrue(lock.isValid());
            assertEquals(2, called.status(), called.all());
            assertTrue(called.err().contains("另一个"), called.err());
        }
        assertEquals(0, publish().status());
    }

    @Test
    void readersMeetWholeReleasesOnly() throws Exception {
        publish();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread reader =
                new Thread(
                        () -> {
                            while (!done.get()) {
                                read(failures);
                            }
                        });
        reader.start();
        for (int day = 2; day <= 8; day++) {
            column.withNotice("2023/a", "请认真", "请" + day + "认真");
            build("2023-10-0" + day);
            assertEquals(0, publish("--keep", "2").status());
        }
        done.set(true);
        reader.join();
        assertEquals(List.of(), List.copyOf(failures));
    }

    /** As a citizen does: the manifest, and then the files that it names and a page. */
    private void read(Queue<String> failures) {
        Path current = target.resolve("current");
        try {
            String manifest = Files.readString(current.resolve("search/manifest.json"));
            String day = manifest.replaceFirst("(?s).*\"asOf\":\"([^\"]+)\".*", "$1");
            String name = manifest.replaceFirst("(?s).*\"folder\":\"([^\"]+)\".*", "$1");
            String page = Files.readString(current.resolve("validity/index.html"));
            String shown = page.replaceFirst("(?s).*(2023-10-\\d\\d).*", "$1");
            if (shown.compareTo(day) < 0) {
                failures.add("a page of " + shown + " after a manifest of " + day);
            }
            Files.readAllBytes(current.resolve("search/" + name + "/facets.bin"));
        } catch (IOException e) {
            failures.add(e.toString());
        }
    }

    private Object key(String path) throws IOException {
        return Files.readAttributes(
                        target.resolve("current").resolve(path),
                        java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }

    private BuiltSite served() {
        try {
            return new BuiltSite(target.resolve("current").toRealPath());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> searchFiles() {
        return served().files().stream().filter(file -> file.endsWith(".bin")).toList();
    }

    private List<String> releases() {
        if (!Files.isDirectory(target.resolve("releases"))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(target.resolve("releases"))) {
            return all.map(release -> release.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> log() {
        return new BuiltSite(target).text("publish.log").lines().toList();
    }

    private Called build(String day, String... more) {
        return build(column.root(), day, more);
    }

    private Called build(Path source, String day, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "build",
                                "--source",
                                source + "",
                                "--out",
                                column.out() + "",
                                "--as-of",
                                day));
        arguments.addAll(List.of(more));
        return call(arguments.toArray(String[]::new));
    }

    private Called publish(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "publish",
                                target + "",
                                "--source",
                                column.root() + "",
                                "--out",
                                column.out() + ""));
        arguments.addAll(List.of(more));
        return call(arguments.toArray(String[]::new));
    }

    private static Called call(String... arguments) {
        return Called.of(arguments);
    }
}
