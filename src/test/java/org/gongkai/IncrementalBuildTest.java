package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gongkai.cache.BuildCache;
import org.gongkai.cache.Digest;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 增量生成: a build that keeps what an earlier one made gives the very site that a clean one gives. */
class IncrementalBuildTest {
    /** More of them find more; each takes some seconds. */
    private static final int SEEDS = Integer.getInteger("incremental.seeds", 6);

    private static final int STEPS = 30;

    private static final String CACHE = ".public.gongkai-cache";

    @TempDir private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesWhatACleanBuildGivesWhateverWasEdited(long seed) throws IOException {
        Path root = folder.resolve("column");
        Path out = folder.resolve("public");
        Path cleanOut = folder.resolve("clean").resolve("public");
        RandomEdits edits = new RandomEdits(seed, root, out);
        List<String> done = new ArrayList<>();
        boolean published = true;
        int sites = 0;
        int keptPages = 0;
        for (int step = 0; step < STEPS; step++) {
            done.add(published ? edits.edit() : edits.mend());
            Map<String, Integer> before = new BuiltSite(out).contents();
            Built incremental = build(root, out, edits.asOf(), edits.drafts(), false);
            Built clean = build(root, cleanOut, edits.asOf(), edits.drafts(), true);
            String what = "seed " + seed + ": " + done;
            assertEquals(clean.problems(), incremental.problems(), what);
            assertEquals(clean.result().published(), incremental.result().published(), what);
            published = clean.result().published();
            if (published) {
                edits.keep();
                sites++;
                keptPages += incremental.result().pages() - incremental.result().pagesMade();
            }
            Map<String, Integer> expected = published ? new BuiltSite(cleanOut).contents() : before;
            assertEquals(expected, new BuiltSite(out).contents(), what);
        }
        assertTrue(sites > STEPS / 2, "published: " + sites);
        assertTrue(keptPages > 10 * STEPS / 2, "pages kept: " + keptPages);
    }

    @Test
    void makesNothingAnewWhereNothingChanged() throws IOException {
        Path root = column().root();
        SiteBuild.Result first = build(root).result();
        assertEquals(first.pages(), first.pagesMade());
        assertEquals(3, first.noticesRead());
        assertTrue(first.searchMade());
        SiteBuild.Result second = build(root).result();
        assertTrue(second.published());
        assertEquals(first.pages(), second.pages());
        assertEquals(0, second.pagesMade());
        assertEquals(0, second.noticesRead());
        assertFalse(second.searchMade());
    }

    @Test
    void keepsAllPagesOfTheSampleColumn() throws IOException {
        build(TinyColumn.GENERATOR);
        SiteBuild.Result second = build(TinyColumn.GENERATOR).result();
        assertTrue(second.published());
        assertEquals(0, second.pagesMade());
        assertFalse(second.searchMade());
    }

    @Test
    void makesOnlyThePagesAnewThatShowAnEditedNotice() throws IOException {
        TinyColumn column = column();
        build(column.root());
        Map<String, Integer> before = site();
        notice(column, "2022/c", "3", "请于年底前完成。");
        SiteBuild.Result result = build(column.root()).result();
        assertEquals(1, result.noticesRead());
        Map<String, Integer> after = site();
        assertNotEquals(
                before.get("notices/2022/c/index.html"), after.get("notices/2022/c/index.html"));
        assertEquals(
                before.get("notices/2023/a/index.html"), after.get("notices/2023/a/index.html"));
        // Its own page; the lists of all, its year, validity, two topics and publisher; and where
        // the newest are shown: the front page, the search page, the feed, and the list of tables.
        assertTrue(result.pagesMade() <= 11, "made: " + result.pagesMade());
        assertTrue(result.pagesMade() < result.pages() / 2, "made: " + result.pagesMade());
    }

    @Test
    void makesAPageAnewThatNamesARepealedNotice() throws IOException {
        TinyColumn column = column();
        build(column.root());
        column.withNotice(
                "2023/d",
                "00000001",
                "00000004",
                "〔2023〕1号",
                "〔2023〕4号",
                "审核:",
                "废止: [样政办发〔2022〕3号]\n审核:");
        assertTrue(build(column.root()).result().published());
        assertTrue(new BuiltSite(out()).text("notices/2022/c/index.html").contains("本文件已废止"));
        // It links to the other.
        assertTrue(new BuiltSite(out()).text("notices/2023/a/index.html").contains(">废止</span>"));
    }

    @Test
    void makesOnlyThePagesAnewThatShowAChangedTelephone() throws IOException {
        TinyColumn column = column();
        build(column.root());
        units(column, "0635-1111111");
        SiteBuild.Result result = build(column.root()).result();
        assertEquals(0, result.noticesRead());
        assertFalse(result.searchMade());
        assertTrue(
                new BuiltSite(out()).text("units/caizhengju/index.html").contains("0635-1111111"));
        assertTrue(result.pagesMade() < 6, "made: " + result.pagesMade());
    }

    @Test
    void makesOnlyThePagesAnewThatAChangedTemplateMakes() throws IOException {
        TinyColumn column = column();
        SiteBuild.Result first = build(column.root()).result();
        String template = Files.readString(TinyColumn.GENERATOR.resolve("templates/unit.ftlh"));
        column.with("templates/unit.ftlh", template.replace("<h1>", "<h1 class=\"own\">"));
        SiteBuild.Result result = build(column.root()).result();
        assertEquals(2, result.pagesMade());
        assertEquals(first.pages(), result.pages());
        assertTrue(new BuiltSite(out()).text("units/caizhengju/index.html").contains("\"own\""));
    }

    @Test
    void checksPagesAnewWhereTheStyleSheetChanged() throws IOException {
        TinyColumn column = column();
        build(column.root());
        String sheet = Files.readString(TinyColumn.GENERATOR.resolve("assets/css/site.css"));
        column.with("assets/css/site.css", sheet + "\n.lead { color: #ddd; background: #fff }\n");
        assertTrue(build(column.root()).problems().stream().anyMatch(each -> each.contains("对比度")));
    }

    @Test
    void tellsAWarningAgainInEachBuild() throws IOException {
        TinyColumn column = column();
        notice(column, "2022/c", "3", "请<u onclick=x>完成</u>。");
        List<String> first = build(column.root()).problems();
        assertEquals(1, first.size(), first::toString);
        assertEquals(first, build(column.root()).problems());
    }

    /** As tools do that copy a file with its time, or a page by hand. */
    @Test
    void seesEditsThatLeaveSizeAndTimeAsTheyWere() throws IOException {
        TinyColumn column = column();
        build(column.root());
        build(column.root());
        Map<String, Integer> before = site();
        Path page = out().resolve("notices/2023/b/index.html");
        replaceAtTheSameTime(page, "贯彻执行", "贯彻实行");
        assertNotEquals(before, site());
        build(column.root());
        assertEquals(before, site());
        Path source = column.root().resolve("content/notices/2023/b.md");
        replaceAtTheSameTime(source, "请认真贯彻执行", "请认真贯彻落实");
        assertEquals(1, build(column.root()).result().noticesRead());
        assertTrue(Files.readString(page).contains("请认真贯彻落实"));
    }

    private static void replaceAtTheSameTime(Path file, String from, String to) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, Files.readString(file).replace(from, to));
        Files.setLastModifiedTime(file, time);
    }

    @Test
    void changesNoFileInPlaceThatTwoSitesShare() throws IOException {
        TinyColumn column = column();
        build(column.root());
        build(column.root());
        Path spare = folder.resolve(CACHE + "-site");
        Map<String, Integer> before = new BuiltSite(spare).contents();
        assertEquals(site(), before);
        notice(column, "2022/c", "3", "请于年底前完成。");
        build(column.root());
        assertEquals(before, new BuiltSite(spare).contents());
        assertNotEquals(before, site());
    }

    /**
     * Folders that look as they were left are not listed; these look as if they had been touched.
     */
    @Test
    void clearsAwayWhatWasMuddledInTheSpareFolder() throws Exception {
        TinyColumn column = column();
        for (int i = 0; i < 5; i++) {
            notice(column, "2022/c", "3", "请于" + (i + 1) + "月底前完成。");
            build(column.root());
            letMarksSettle();
        }
        Path spare = folder.resolve(CACHE + "-site");
        Files.writeString(spare.resolve("notices/2023/a/mehr.html"), "mehr");
        Files.delete(spare.resolve("notices/2023/b/index.html"));
        Files.writeString(spare.resolve("units/index.html"), "muddled");
        notice(column, "2022/c", "3", "请于年底前完成。");
        build(column.root());
        Path clean = folder.resolve("clean");
        build(column.root(), clean, LocalDate.of(2023, 10, 1), false, true);
        assertEquals(new BuiltSite(clean).contents(), site());
    }

    @Test
    void makesAPageAnewWhereAFileIsInThePlaceOfItsFolder() throws IOException {
        Path root = column().root();
        build(root);
        Map<String, Integer> before = site();
        Path page = folder.resolve("public/notices/2023/a");
        Files.delete(page.resolve("index.html"));
        Files.delete(page);
        Files.writeString(page, "甲");
        assertTrue(build(root).result().published());
        assertEquals(before, site());
    }

    @Test
    void looksForAnotherTermInTextsThatDidNotChange() throws Exception {
        TinyColumn column = column();
        notice(column, "2023/b", "2", "请使用新办法。");
        letMarksSettle();
        build(column.root());
        assertEquals(List.of(), build(column.root()).problems());
        column.with("content/terms.yml", "词语:\n  - {错: 新办法, 对: 办法}\n");
        List<String> problems = build(column.root()).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).contains("新办法"), problems::toString);
    }

    /** Most of the data is copied from the old files, once these are not too young to be told. */
    @Test
    void givesTheDataOfACleanBuildWhateverWasEdited() throws Exception {
        TinyColumn column = column();
        for (int i = 0; i < 6; i++) {
            numbered(column, i, "请认真贯彻执行。");
            table(column, i, "持续规范专栏建设。");
        }
        build(column.root());
        letMarksSettle();
        build(column.root());
        List<Runnable> edits =
                List.of(
                        () -> table(column, 3, "写清办理时限。"),
                        () -> table(column, 0, "写清“办理”时限, 及时更新。"),
                        () -> numbered(column, 7, "请认真贯彻执行。"),
                        () -> table(column, 7, "持续规范专栏建设。"),
                        () -> delete(column, "2021/n05.tasks.yml"),
                        () -> units(column, "县财税局", "0635-0000000"),
                        () -> delete(column, "2021/n00.tasks.yml"));
        Path clean = folder.resolve("clean");
        for (Runnable edit : edits) {
            edit.run();
            assertTrue(build(column.root()).result().published());
            build(column.root(), clean, LocalDate.of(2023, 10, 1), false, true);
            assertEquals(new BuiltSite(clean).contents(), site());
            letMarksSettle();
            build(column.root());
        }
    }

    private static void table(TinyColumn column, int number, String requirement) {
        column.with(
                String.format("content/notices/2021/n%02d.tasks.yml", number),
                "标题: 任务分解表\n年度: 2021\n任务:\n  - {要求: "
                        + "'"
                        + requirement
                        + "', 责任单位: 县财政局, 完成时限: 2023年12月底前}\n"
                        + "  - {要求: 定期检查。, 责任单位: 各镇街, 完成时限: 长期}\n");
    }

    private static void delete(TinyColumn column, String file) {
        try {
            Files.delete(column.root().resolve("content/notices").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that was written in this moment is read again in any case. */
    private static void letMarksSettle() throws InterruptedException {
        Thread.sleep(150);
    }

    @Test
    void keepsTheSearchFilesThatAnEditedNoticeIsNotIn() throws IOException {
        TinyColumn column = column();
        build(column.root());
        Map<String, Object> before = searchFiles();
        notice(column, "2022/c", "3", "请于年底前完成。");
        assertTrue(build(column.root()).result().searchMade());
        Map<String, Object> after = searchFiles();
        assertEquals(before.keySet(), after.keySet());
        long same =
                after.entrySet().stream()
                        .filter(file -> file.getValue().equals(before.get(file.getKey())))
                        .count();
        assertTrue(same > 0, "the same: " + same);
        assertTrue(same < after.size(), "the same: " + same + " of " + after.size());
    }

    /** A few notices that changed are put in their places when it is read. */
    @Test
    void keepsTheIndexAsItIsUntilSeveralNoticesChanged() throws IOException {
        TinyColumn column = column();
        for (int i = 0; i < 30; i++) {
            numbered(column, i, "请认真贯彻执行。");
        }
        build(column.root());
        Object first = indexFile();
        for (int i = 0; i < 12; i++) {
            numbered(column, 2 * i, "请于" + i + "月底前完成。");
            assertTrue(build(column.root()).result().searchMade());
            assertEquals(i < 8, first.equals(indexFile()), "notices: " + (i + 1));
        }
        Path clean = folder.resolve("clean");
        build(column.root(), clean, LocalDate.of(2023, 10, 1), false, true);
        assertEquals(new BuiltSite(clean).contents(), site());
    }

    private static void numbered(TinyColumn column, int number, String text) {
        column.withNotice(
                String.format("2021/n%02d", number),
                "00000001",
                String.format("%08d", 100 + number),
                "〔2023〕1号",
                "〔2021〕" + (100 + number) + "号",
                "请认真贯彻执行。",
                text);
    }

    private Object indexFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(CACHE + "-index"))) {
            Path first = files.sorted().findFirst().orElseThrow();
            return Files.readAttributes(first, BasicFileAttributes.class).fileKey();
        }
    }

    /** What tells each file from all others on the disk, by its path below the search's folder. */
    private Map<String, Object> searchFiles() throws IOException {
        Map<String, Object> files = new TreeMap<>();
        for (String file : new BuiltSite(out()).files()) {
            if (file.matches("search/[0-9a-f]{16}/.*")) {
                files.put(
                        file.substring(24),
                        Files.readAttributes(out().resolve(file), BasicFileAttributes.class)
                                .fileKey());
            }
        }
        return files;
    }

    /** Those that are made of names: what may be typed, and what is offered while one types. */
    @Test
    void keepsWhatIsMadeOfNamesUntilOneChanges() throws IOException {
        TinyColumn column = column();
        synonyms(column, "公租房=公共租赁住房");
        build(column.root());
        Map<String, Object> before = nameFiles();
        notice(column, "2022/c", "3", "请于年底前完成。");
        build(column.root());
        assertEquals(before, nameFiles());
        List<Runnable> renamings =
                List.of(
                        () ->
                                column.withNotice(
                                        "2023/b",
                                        "00000001",
                                        "00000002",
                                        "〔2023〕1号",
                                        "〔2023〕2号",
                                        "政务公开",
                                        "防汛抗旱"),
                        () -> synonyms(column, "低保=最低生活保障"),
                        () -> units(column, "县财税局", "0635-0000000"),
                        () -> column.with("content/catalog.yml", "目录:\n  - {名称: 政策文件}\n"));
        for (Runnable renaming : renamings) {
            renaming.run();
            assertTrue(build(column.root()).result().published());
            assertNotEquals(before, nameFiles());
            before = nameFiles();
            Map<String, Integer> kept = site();
            Path clean = folder.resolve("clean").resolve("public");
            build(column.root(), clean, LocalDate.of(2023, 10, 1), false, true);
            assertEquals(new BuiltSite(clean).contents(), kept);
        }
    }

    private static void synonyms(TinyColumn column, String line) {
        column.with("content/synonyms.txt", line + "\n");
    }

    private Map<String, Object> nameFiles() throws IOException {
        Map<String, Object> files = new TreeMap<>(searchFiles());
        files.keySet().removeIf(file -> !file.matches("[sy]/.*"));
        assertFalse(files.isEmpty());
        return files;
    }

    @Test
    void makesEverythingAnewWhereAskedTo() throws IOException {
        TinyColumn column = column();
        build(column.root());
        SiteBuild.Result result =
                build(column.root(), out(), LocalDate.of(2023, 10, 1), false, true).result();
        assertEquals(result.pages(), result.pagesMade());
        assertEquals(3, result.noticesRead());
    }

    @Test
    void doesNotTrustTheCacheOfAnotherVersion() throws IOException {
        Path file = folder.resolve("cache");
        Digest old = Digest.of(new byte[] {1});
        try (BuildCache cache = BuildCache.fresh(file, old)) {
            cache.section("pages").put("index.html", new byte[] {7});
            cache.write();
        }
        assertArrayEquals(new byte[] {7}, remembered(file, old));
        assertNull(remembered(file, Digest.of(new byte[] {2})));
    }

    @Test
    void doesNotTrustADamagedCache() throws IOException {
        Path file = folder.resolve("cache");
        Digest generator = Digest.of(new byte[] {1});
        try (BuildCache cache = BuildCache.fresh(file, generator)) {
            cache.section("pages").put("index.html", new byte[] {7, 8, 9});
            cache.write();
        }
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertNull(remembered(file, generator), "byte " + i);
            Files.write(file, Arrays.copyOf(whole, i));
            assertNull(remembered(file, generator), "cut at " + i);
        }
    }

    @Test
    void doesNotTrustADamagedCacheThatWasAddedTo() throws IOException {
        Path file = folder.resolve("cache");
        Digest generator = Digest.of(new byte[] {1});
        try (BuildCache cache = BuildCache.fresh(file, generator)) {
            cache.section("pages").put("index.html", new byte[] {7, 8, 9});
            cache.section("pages").put("404.html", new byte[1000]);
            cache.section("pages").put("map/index.html", new byte[] {1, 2, 3});
            cache.write();
        }
        byte[] first = Files.readAllBytes(file);
        try (BuildCache cache = BuildCache.open(file, generator)) {
            cache.section("pages").keep("index.html");
            cache.section("pages").keep("404.html");
            cache.section("pages").put("map/index.html", new byte[] {4, 5});
            cache.write();
        }
        byte[] whole = Files.readAllBytes(file);
        assertTrue(whole.length > first.length);
        assertArrayEquals(new byte[] {7, 8, 9}, remembered(file, generator));
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            byte[] known = remembered(file, generator);
            assertTrue(known == null || Arrays.equals(known, new byte[] {7, 8, 9}), "byte " + i);
            Files.write(file, Arrays.copyOf(whole, i));
            known = remembered(file, generator);
            assertTrue(known == null || i == first.length, "cut at " + i);
        }
    }

    @Test
    void makesAllAnewWhereATextThatWasKeptIsDamaged() throws IOException {
        TinyColumn column = column();
        // Only a beginning is kept with the notice itself.
        notice(column, "2023/a", "1", "要抓好落实。".repeat(50) + "定期检查。");
        build(column.root());
        Path cache = folder.resolve(CACHE);
        String text = latin("定期检查", StandardCharsets.UTF_16LE);
        String bytes = Files.readString(cache, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains(text));
        Files.writeString(
                cache,
                bytes.replace(text, latin("定期抽查", StandardCharsets.UTF_16LE)),
                StandardCharsets.ISO_8859_1);
        String template = Files.readString(TinyColumn.GENERATOR.resolve("templates/notice.ftlh"));
        column.with("templates/notice.ftlh", template.replace("<h1", "<h1 class=\"own\""));
        Built built = build(column.root());
        assertTrue(built.result().published());
        assertEquals(3, built.result().noticesRead());
        assertEquals(List.of(), built.problems());
        Path clean = folder.resolve("clean");
        build(column.root(), clean, LocalDate.of(2023, 10, 1), false, true);
        assertEquals(new BuiltSite(clean).contents(), site());
    }

    private static byte[] remembered(Path file, Digest generator) throws IOException {
        try (BuildCache cache = BuildCache.open(file, generator)) {
            return cache.section("pages").get("index.html");
        }
    }

    @Test
    void mayBeMovedToAnotherFolder() throws IOException {
        TinyColumn column = column();
        SiteBuild.Result first = build(column.root()).result();
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(column.root(), moved.resolve("column"));
        Files.move(out(), moved.resolve("public"));
        Files.move(folder.resolve(CACHE), moved.resolve(CACHE));
        SiteBuild.Result result =
                build(
                                moved.resolve("column"),
                                moved.resolve("public"),
                                LocalDate.of(2023, 10, 1),
                                false,
                                false)
                        .result();
        assertEquals(first.pages(), result.pages());
        assertEquals(0, result.pagesMade());
        assertEquals(0, result.noticesRead());
    }

    @Test
    void keepsNothingOfWhatIsNotPublished() throws IOException {
        TinyColumn column = column();
        column.withNotice(
                "2023/e",
                "00000001",
                "00000005",
                "〔2023〕1号",
                "〔2023〕5号",
                "请认真贯彻执行",
                "只给申请人看",
                "审核:",
                "公开属性: 依申请公开\n审核:");
        column.withNotice(
                "2023/f",
                "00000001",
                "00000006",
                "〔2023〕1号",
                "〔2023〕6号",
                "请认真贯彻执行",
                "还没有写完",
                "审核:",
                "状态: 草稿\n审核:");
        assertTrue(build(column.root()).result().published());
        String cache = Files.readString(folder.resolve(CACHE), StandardCharsets.ISO_8859_1);
        assertTrue(cache.contains(latin("请认真贯彻执行", StandardCharsets.UTF_16LE)));
        for (String secret : List.of("只给申请人看", "还没有写完", "赵初审")) {
            assertFalse(cache.contains(latin(secret, StandardCharsets.UTF_16LE)), secret);
            assertFalse(cache.contains(latin(secret, StandardCharsets.UTF_8)), secret);
        }
        String index = "";
        for (String file : new BuiltSite(folder.resolve(CACHE + "-index")).files()) {
            index +=
                    Files.readString(
                            folder.resolve(CACHE + "-index").resolve(file),
                            StandardCharsets.ISO_8859_1);
        }
        assertTrue(index.contains(latin("贯彻", StandardCharsets.UTF_8)));
        for (String secret : List.of("只给", "还没", "赵初")) {
            assertFalse(index.contains(latin(secret, StandardCharsets.UTF_8)), secret);
        }
    }

    @Test
    void keepsNothingOfWhatWasTakenBack() throws IOException {
        TinyColumn column = column();
        // Enough beside it that the rest is kept where it is.
        notice(column, "2022/c", "3", "请认真贯彻执行。".repeat(5_000));
        notice(column, "2023/b", "2", "只给申请人看。");
        build(column.root());
        Path cache = folder.resolve(CACHE);
        String secret = latin("只给申请人看", StandardCharsets.UTF_16LE);
        assertTrue(Files.readString(cache, StandardCharsets.ISO_8859_1).contains(secret));
        long size = Files.size(cache);
        notice(column, "2023/b", "2", "请认真贯彻执行。");
        build(column.root());
        assertTrue(Files.size(cache) > size);
        assertFalse(Files.readString(cache, StandardCharsets.ISO_8859_1).contains(secret));
    }

    private static String latin(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    /** Three notices, the first of which links to the last, and two units. */
    private TinyColumn column() {
        TinyColumn column = new TinyColumn(folder);
        units(column, "0635-0000000");
        notice(column, "2023/a", "1", "参见[旧文件](../2022/c.md)。");
        notice(column, "2023/b", "2", "请认真贯彻执行。");
        notice(column, "2022/c", "3", "请认真贯彻执行。");
        return column;
    }

    private static void units(TinyColumn column, String telephone) {
        units(column, "县财政局", telephone);
    }

    private static void units(TinyColumn column, String name, String telephone) {
        column.with(
                "content/units.yml",
                "单位:\n  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室}\n"
                        + "  - {名称: "
                        + name
                        + ", 代码: caizhengju, 类别: 政府部门, 电话: "
                        + telephone
                        + "}\n");
    }

    private static void notice(TinyColumn column, String id, String number, String text) {
        column.withNotice(
                id,
                "00000001",
                "0000000" + number,
                "〔2023〕1号",
                "〔" + id.substring(0, 4) + "〕" + number + "号",
                "请认真贯彻执行。",
                text);
    }

    private Path out() {
        return folder.resolve("public");
    }

    private Map<String, Integer> site() {
        return new BuiltSite(out()).contents();
    }

    private Built build(Path root) throws IOException {
        return build(root, out(), LocalDate.of(2023, 10, 1), false, false);
    }

    /** A build, and its problems as an editor reads them. */
    private record Built(SiteBuild.Result result, List<String> problems) {}

    private static Built build(Path root, Path out, LocalDate asOf, boolean drafts, boolean clean)
            throws IOException {
        Problems problems = new Problems();
        SiteBuild.Result result =
                new SiteBuild(TinyColumn.GENERATOR, root, asOf, drafts, false, clean)
                        .run(out, problems);
        return new Built(result, problems.sorted().stream().map(Problem::text).toList());
    }
}
