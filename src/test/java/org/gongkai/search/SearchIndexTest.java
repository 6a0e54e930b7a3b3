package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.gongkai.SiteBuild;
import org.gongkai.TinyColumn;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;
import org.gongkai.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Lucene finds in a column, which is what its readers find. */
class SearchIndexTest {
    private static final long LONGEST_WAIT_MILLIS = 20_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static SearchIndex sample;

    @TempDir private Path folder;

    @BeforeAll
    static void indexTheSampleColumn() throws IOException {
        sample = new SearchIndexer().index(site(TinyColumn.GENERATOR));
    }

    @AfterAll
    static void close() throws IOException {
        sample.close();
    }

    @Test
    void numberInAnyBracketsFindsItsNoticeFirst() throws IOException {
        int asked = 0;
        for (Notice notice : sample.documents()) {
            String number = notice.documentNumber();
            if (number == null) {
                continue;
            }
            String code = number.substring(0, number.indexOf('〔'));
            String year = number.substring(number.indexOf('〔') + 1, number.indexOf('〕'));
            String serial = number.substring(number.indexOf('〕') + 1, number.indexOf('号'));
            for (String form :
                    List.of(
                            "%s〔%s〕%s号",
                            "%s[%s]%s号",
                            "%s［%s］%s号",
                            "%s(%s)%s",
                            "%s（%s）%s号",
                            "%s【%s】第%s号",
                            "%s %s %s",
                            "%s %s年 第%s号",
                            "%s%s年%s号",
                            "%s-%s-%s")) {
                String query = form.formatted(code, year, serial);
                assertEquals(notice.id(), ids(sample, query).get(0), query);
                asked++;
            }
            String zeros = code + "〔" + year + "〕0" + serial + "号";
            assertEquals(notice.id(), ids(sample, zeros).get(0), zeros);
        }
        assertTrue(asked > 150, "asked: " + asked);
    }

    @Test
    void partOfANumberFindsEveryNoticeThatHasItFirst() throws IOException {
        assertStartsWith("〔2026〕9号", "2026/guifanxing-wenjian-qingli", "2026/shipin-choujian");
        assertStartsWith("2026 9", "2026/guifanxing-wenjian-qingli", "2026/shipin-choujian");
        assertStartsWith("政办发〔2026〕9号", "2026/guifanxing-wenjian-qingli");
        assertStartsWith(
                "临政发",
                "2019/nongcun-gonglu-yanghu",
                "2022/jiaotong-guihua",
                "2024/nongcun-gonglu-guanli",
                "2026/chengxiang-gongshui");
        assertStartsWith("临财发2024", "2024/jizhong-caigou-mulu");
        assertStartsWith("2026-00000033", "2026/xuke-shixiang");
    }

    @Test
    void indexNumberWholeOrItsSerialFindsItsNoticeFirst() throws IOException {
        for (Notice notice : sample.documents()) {
            String number = notice.metadata().indexNumber();
            assertEquals(notice.id(), ids(sample, number).get(0), number);
            assertEquals(notice.id(), ids(sample, number.replace('/', ' ')).get(0), number);
            String serial = number.substring(number.indexOf('/') + 1);
            List<String> same =
                    sample.documents().stream()
                            .filter(each -> each.metadata().indexNumber().endsWith(serial))
                            .map(Notice::id)
                            .toList();
            assertEquals(
                    new TreeSet<>(same),
                    new TreeSet<>(ids(sample, serial).subList(0, same.size())),
                    serial);
        }
    }

    @Test
    void noticeInForceStandsBeforeARepealedOneOfEqualScore() throws IOException {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a")
                        .withNotice(
                                "2023/z",
                                "00000001",
                                "00000002",
                                "〔2023〕1号",
                                "〔2023〕2号",
                                "发布机关: 样例县人民政府办公室",
                                "发布机关: 一县人民政府",
                                "发布日期: 2023-09-14",
                                "发布日期: 2023-09-20\n有效性: 废止");
        try (SearchIndex index = new SearchIndexer().index(site(column.root()))) {
            List<SearchAnswer.Hit> hits = index.search(SearchQuestion.of("政务公开", 10)).hits();
            assertEquals(
                    List.of("2023/a", "2023/z"),
                    hits.stream().map(hit -> hit.notice().id()).toList());
            assertEquals(hits.get(0).score(), hits.get(1).score());
        }
    }

    @Test
    void synonymFindsWhatSaysItOtherwise() throws IOException {
        TinyColumn column = bodies("公共租赁住房分配", "社区养老服务");
        try (SearchIndex without = new SearchIndexer().index(site(column.root()))) {
            assertEquals(List.of(), ids(without, "公租房"));
        }
        column.with("content/synonyms.txt", "公租房=公共租赁住房\n");
        try (SearchIndex with = new SearchIndexer().index(site(column.root()))) {
            assertEquals(List.of("2023/n0"), ids(with, "公租房"));
            assertEquals(List.of("2023/n0"), ids(with, "公租房分配"));
            assertEquals(List.of(), ids(with, "公租房 养老"));
        }
    }

    @Test
    void exclusionLeavesOutWhatMatchesIt() throws IOException {
        try (SearchIndex index = index("养老服务和养老机构", "养老服务和托育机构", "机构的养老服务和公园")) {
            assertEquals(List.of("2023/n0", "2023/n1", "2023/n2"), sorted(index, "养老"));
            assertEquals(List.of("2023/n0", "2023/n2"), sorted(index, "养老 -托育"));
            assertEquals(List.of("2023/n0"), sorted(index, "养老 -托育 －公园"));
            assertEquals(List.of("2023/n2"), sorted(index, "-托育 -\"养老机构\""));
        }
    }

    @Test
    void phraseFindsOnlyWhatHoldsItWordForWord() throws IOException {
        try (SearchIndex index = index("养老服务机构名单", "服务机构提供养老服务", "养老，服务机构")) {
            assertEquals(List.of("2023/n0", "2023/n1", "2023/n2"), sorted(index, "养老 服务机构"));
            assertEquals(List.of("2023/n0"), sorted(index, "“养老服务机构”"));
            assertEquals(List.of("2023/n2"), sorted(index, "「养老 服务机构」"));
            assertEquals(List.of("2023/n1", "2023/n2"), sorted(index, "养老 -“养老服务机构”"));
        }
    }

    @Test
    void phraseDoesNotRunFromOneTaskIntoTheNext() throws IOException {
        TinyColumn column = bodies("见任务分解表", "养老服务机构");
        column.with(
                "content/notices/2023/n0.tasks.yml",
                "标题: 2023年任务\n任务:\n"
                        + "  - {要求: 发展社区养老, 牵头部门: 样例县人民政府办公室, 完成时限: 全年}\n"
                        + "  - {要求: 服务机构备案, 牵头部门: 样例县人民政府办公室, 完成时限: 全年}\n");
        try (SearchIndex index = new SearchIndexer().index(site(column.root()))) {
            assertEquals(List.of("2023/n0", "2023/n1"), sorted(index, "养老 服务机构"));
            assertEquals(List.of("2023/n1"), sorted(index, "\"养老服务\""));
            assertEquals(List.of("2023/n0"), sorted(index, "\"社区养老\""));
            assertTrue(index.search(SearchQuestion.of("\"社区养老 服务机构\"", 10)).fuzzy());
        }
    }

    @Test
    void typoFindsWhatComesNearAndSaysSo() throws IOException {
        SearchAnswer right = sample.search(SearchQuestion.of("农村公路养护", 10));
        SearchAnswer wrong = sample.search(SearchQuestion.of("农村公路养互", 10));
        assertFalse(right.fuzzy());
        assertTrue(wrong.fuzzy());
        assertTrue(
                wrong.hits().get(0).notice().title().contains("农村公路"),
                wrong.hits().get(0).notice().title());
    }

    @Test
    void filtersOfOneFieldAddUpAndThoseOfTwoNarrow() throws IOException {
        for (Facet facet : Facet.values()) {
            for (Notice notice : sample.documents()) {
                for (String value : facet.values(notice)) {
                    assertEquals(
                            matching(facet, value),
                            new TreeSet<>(filtered("", Map.of(facet.field(), List.of(value)))),
                            facet + " " + value);
                }
            }
        }
        assertEquals(
                new TreeSet<>(
                        List.of(
                                "2019/nongcun-gonglu-yanghu",
                                "2020/huwai-guanggao",
                                "2021/gongwuyuan-zhaolu")),
                new TreeSet<>(filtered("", Map.of("year", List.of("2019", "2020", "2021")))));
        assertEquals(
                List.of("2019/nongcun-gonglu-yanghu"),
                filtered(
                        "",
                        Map.of("year", List.of("2019", "2020"), "validity", List.of("REPEALED"))));
        assertEquals(
                List.of("2020/huwai-guanggao"), filtered("招牌", Map.of("year", List.of("2020"))));
        assertEquals(List.of(), filtered("招牌", Map.of("year", List.of("1999"))));
        assertThrows(
                IllegalArgumentException.class,
                () -> filtered("", Map.of("nothing", List.of("1"))));
    }

    @Test
    void unitIsFoundThroughACollectiveNameToo() throws IOException {
        TinyColumn column =
                bodies("甲", "乙", "丙")
                        .with(
                                "content/units.yml",
                                """
                                单位:
                                  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室}
                                  - {名称: 城东街道, 代码: chengdong, 类别: 街道}
                                  - {名称: 县财政局, 代码: caizheng, 类别: 政府部门}
                                统称:
                                  - {名称: 各镇街, 类别: [乡镇, 街道]}
                                """);
        withTask(column, "n0", "各镇街");
        withTask(column, "n1", "城东街道");
        withTask(column, "n2", "县财政局");
        try (SearchIndex index = new SearchIndexer().index(site(column.root()))) {
            SearchQuestion question =
                    new SearchQuestion("", 10, 0, false, Map.of("unit", List.of("chengdong")));
            assertEquals(
                    List.of("2023/n0", "2023/n1"),
                    index.search(question).hits().stream()
                            .map(hit -> hit.notice().id())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void newestFirstGoesByTheDayOfPublicationAlone() throws IOException {
        SearchQuestion question = new SearchQuestion("公开", 100, 0, true, Map.of());
        List<Notice> newest =
                sample.search(question).hits().stream().map(SearchAnswer.Hit::notice).toList();
        List<Notice> best =
                sample.search(SearchQuestion.of("公开", 100)).hits().stream()
                        .map(SearchAnswer.Hit::notice)
                        .toList();
        assertTrue(newest.size() > 10, "found: " + newest.size());
        assertEquals(
                best.stream()
                        .map(Notice::publicationDate)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                newest.stream().map(Notice::publicationDate).toList());
        assertNotEquals(best, newest);
    }

    @Test
    void offsetGoesOnWhereTheLimitEnded() throws IOException {
        List<String> all = ids(sample, "公开");
        List<String> pages = new ArrayList<>();
        for (int offset = 0; offset < all.size() + 5; offset += 5) {
            sample.search(new SearchQuestion("公开", 5, offset, false, Map.of())).hits().stream()
                    .map(hit -> hit.notice().id())
                    .forEach(pages::add);
        }
        assertEquals(all, pages);
    }

    @ParameterizedTest
    @ValueSource(classes = {IOException.class, IllegalStateException.class, OutOfMemoryError.class})
    void whatGoesWrongWithTheMakingIsThrownToWhoeverNeedsTheIndex(Class<Throwable> kind)
            throws Exception {
        Throwable failure = kind.getConstructor(String.class).newInstance("made up");
        SearchIndex.Making making =
                cut -> {
                    if (failure instanceof Error error) {
                        throw error;
                    } else if (failure instanceof RuntimeException fault) {
                        throw fault;
                    }
                    throw (IOException) failure;
                };
        List<Notice> documents = sample.documents();
        try (SearchIndex index = SearchIndex.start(sample.site(), documents, making)) {
            assertSame(
                    failure, assertThrows(kind, () -> index.search(SearchQuestion.of("公开", 10))));
            assertSame(failure, assertThrows(kind, () -> new SearchExport(index).write(folder)));
        }
    }

    @Test
    void whoIsInterruptedGivesUpTheIndexThatIsBeingMade() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch givenUp = new CountDownLatch(1);
        SearchIndex.Making making =
                cut -> {
                    begun.countDown();
                    try {
                        Thread.sleep(LONGEST_WAIT_MILLIS);
                    } catch (InterruptedException e) {
                        givenUp.countDown();
                    }
                    throw new InterruptedIOException();
                };
        SearchIndex index = SearchIndex.start(sample.site(), sample.documents(), making);
        begun.await();
        Thread.currentThread().interrupt();
        index.close();
        assertTrue(Thread.interrupted(), "the caller still knows");
        assertTrue(givenUp.await(LONGEST_WAIT_MILLIS / 2, TimeUnit.MILLISECONDS));
    }

    @Test
    void everyTaskIsFoundByItsRequirement() throws IOException {
        int asked = 0;
        for (Notice notice : sample.documents()) {
            for (Task task : notice.taskList()) {
                String part =
                        task.requirement().substring(0, Math.min(18, task.requirement().length()));
                assertTrue(ids(sample, part).contains(notice.id()), part);
                assertEquals(notice.id(), ids(sample, '"' + part + '"').get(0), part);
                asked++;
            }
        }
        assertTrue(asked > 30, "asked: " + asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"状态: 草稿", "公开属性: 依申请公开", "公开属性: 不予公开"})
    void withheldNoticeIsInNoFileOfTheExport(String line) throws IOException {
        TinyColumn column = columnWithSecret("公开属性: 主动公开").build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertFalse(filesWith(column, "龘").isEmpty(), "the test sees what there is");
        columnWithSecret(line).build();
        assertTrue(column.published(), () -> column.problems().toString());
        for (String secret : List.of("龘", "靐", "99999999", "yinmi")) {
            assertEquals(List.of(), filesWith(column, secret), secret);
        }
        try (SearchIndex index = new SearchIndexer().index(site(column.root()))) {
            assertEquals(List.of("2023/a"), ids(index, "通知"));
            assertEquals(List.of(), ids(index, "龘"));
            assertEquals(List.of(), ids(index, "99999999"));
        }
    }

    @Test
    void draftIsFoundWhereDraftsAreAskedFor() throws IOException {
        TinyColumn column = columnWithSecret("状态: 草稿").drafts().build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertFalse(filesWith(column, "龘").isEmpty());
        assertTrue(column.read("search/manifest.json").contains("\"drafts\":true"));
    }

    @Test
    void whoReviewedANoticeIsInNoFileOfTheExport() throws IOException {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "赵初审", "赵靐靐", "钱复审", "钱靐靐", "孙终审", "孙靐靐")
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertEquals(List.of(), filesWith(column, "靐"));
        column.withNotice("2023/a", "请认真贯彻执行", "请靐靐贯彻执行").build();
        assertFalse(filesWith(column, "靐").isEmpty(), "the test sees what there is");
    }

    private TinyColumn columnWithSecret(String line) {
        return new TinyColumn(folder)
                .withNotice()
                .with(
                        "content/notices/2023/yinmi.md",
                        """
                        ---
                        标题: 关于龘龘的通知
                        索引号: 11371524004435601F/2023-99999999
                        发文字号: 靐龘发〔2023〕9号
                        发布机关: 样例县龘龘局
                        主题分类: [龘龘主题]
                        栏目: 龘龘栏目
                        成文日期: 2023-09-13
                        发布日期: 2023-09-14
                        关键词: [龘龘词]
                        LINE
                        审核:
                          初审: {人员: 赵初审, 日期: 2023-09-11}
                          复审: {人员: 钱复审, 日期: 2023-09-12}
                          终审: {人员: 孙终审, 日期: 2023-09-13}
                        ---
                        现将靐靐的龘龘通知如下。
                        """
                                .replace("LINE", line))
                .with(
                        "content/notices/2023/yinmi.tasks.yml",
                        "标题: 龘龘表\n任务:\n" + "  - {要求: 龘龘靐靐, 牵头部门: 样例县人民政府办公室, 完成时限: 全年}\n");
    }

    /** The files below search/ that hold a text, or a key with it, once they are unpacked. */
    private static List<String> filesWith(TinyColumn column, String text) throws IOException {
        Path search = column.out().resolve("search");
        List<String> found = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(search)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = search.relativize(file).toString().replace('\\', '/');
                byte[] bytes = Files.readAllBytes(file);
                if (path.endsWith(".bin")) {
                    bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
                    read++;
                }
                String all = new String(bytes, StandardCharsets.UTF_8);
                if (all.contains(text)
                        || path.matches(".*/[tn]/[0-9a-f]+\\.bin") && keys(bytes).contains(text)) {
                    found.add(path);
                }
            }
        }
        assertTrue(read > 5, "files unpacked: " + read);
        return found;
    }

    /** The keys of a shard, each of which is written as what it adds to the one before. */
    private static String keys(byte[] shard) {
        ByteBuffer in = ByteBuffer.wrap(shard);
        while (in.get() != '\n') {}
        StringBuilder keys = new StringBuilder();
        byte[] key = {};
        for (int left = varint(in); left > 0; left--) {
            int shared = varint(in);
            key = Arrays.copyOf(key, shared + varint(in));
            in.get(key, shared, key.length - shared);
            keys.append(new String(key, StandardCharsets.UTF_8)).append('\n');
        }
        return keys.toString();
    }

    private static int varint(ByteBuffer in) {
        int value = in.get();
        return value >= 0 ? value : (value & 0x7f) | varint(in) << 7;
    }

    private void assertStartsWith(String query, String... expected) throws IOException {
        List<SearchAnswer.Hit> hits = sample.search(SearchQuestion.of(query, 100)).hits();
        assertEquals(
                new TreeSet<>(List.of(expected)),
                new TreeSet<>(
                        hits.stream()
                                .filter(hit -> hit.score() >= 1000)
                                .map(hit -> hit.notice().id())
                                .toList()),
                query);
        assertTrue(hits.get(0).score() >= 1000, query);
    }

    private static TreeSet<String> matching(Facet facet, String value) {
        TreeSet<String> ids = new TreeSet<>();
        for (Notice notice : sample.documents()) {
            if (facet.values(notice).contains(value)) {
                ids.add(notice.id());
            }
        }
        return ids;
    }

    private static List<String> filtered(String query, Map<String, List<String>> filters)
            throws IOException {
        return sample.search(new SearchQuestion(query, 100, 0, false, filters)).hits().stream()
                .map(hit -> hit.notice().id())
                .toList();
    }

    private static List<String> ids(SearchIndex index, String query) throws IOException {
        return index.search(SearchQuestion.of(query, 100)).hits().stream()
                .map(hit -> hit.notice().id())
                .toList();
    }

    private static List<String> sorted(SearchIndex index, String query) throws IOException {
        return ids(index, query).stream().sorted().toList();
    }

    private SearchIndex index(String... bodies) throws IOException {
        return new SearchIndexer().index(site(bodies(bodies).root()));
    }

    /** Notices 2023/n0, 2023/n1, … that differ in nothing but a sentence. */
    private TinyColumn bodies(String... bodies) {
        TinyColumn column = new TinyColumn(folder);
        for (int i = 0; i < bodies.length; i++) {
            column.withNotice(
                    "2023/n" + i,
                    "00000001",
                    "0000000" + i,
                    "〔2023〕1号",
                    "〔2023〕" + (i + 1) + "号",
                    "请认真贯彻执行",
                    bodies[i]);
        }
        return column;
    }

    private static void withTask(TinyColumn column, String id, String unit) {
        column.with(
                "content/notices/2023/" + id + ".tasks.yml",
                "标题: 2023年任务\n任务:\n  - {要求: 按时报送, 牵头部门: 样例县人民政府办公室, 责任单位: "
                        + unit
                        + ", 完成时限: 全年}\n");
    }

    private static Site site(Path column) throws IOException {
        return new SiteBuild(TinyColumn.GENERATOR, column, DAY, false, false)
                .check(new Problems())
                .site();
    }
}
