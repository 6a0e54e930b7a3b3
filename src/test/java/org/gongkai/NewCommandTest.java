package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.cli.CommandLineInterface;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gongkai new}: what is filled in, what is asked for, and what is never done. */
class NewCommandTest {
    private static final String OFFICE = "样例县人民政府办公室";
    private static final String FINANCE = "样例县财政局";
    private static final String PREFIX = "11371524004435601F/";
    private static final String FINANCE_PREFIX = "113715240044356280/";

    @TempDir private Path folder;
    private TinyColumn column;
    private int status;
    private String printed = "";

    @BeforeEach
    void makeColumn() {
        column = new TinyColumn(folder).withNotice();
    }

    @Test
    void fillsInWhatTheColumnAndTheCalendarTell() {
        run("notice", "yaodian", "--title", "关于印发《工作要点》的通知");
        assertEquals(0, status, printed);
        assertEquals(
                """
                ---
                # 由 gongkai new 生成。请核对日期，补上“请填写”的各项，在第二行“---”下面写正文，写好后删去“状态: 草稿”。
                标题: 关于印发《工作要点》的通知
                索引号: "11371524004435601F/2023-00000002"
                发布机关: 样例县人民政府办公室
                成文日期: 2023-10-01
                发布日期: 2023-10-01
                # 下面各项，用得到的去掉行首的“# ”再填写，用不到的删去：
                # 发文字号: 样政办发〔2023〕×号
                # 主题分类: [综合政务, 政务公开]
                # 栏目: content/catalog.yml 里的一个名称
                # 施行日期: 2023-10-01
                # 有效期至: 2028-10-01
                # 废止: [样政办发〔2018〕×号]
                # 附件: [{名称: 申请表, 文件: files/shenqingbiao.docx}]
                审核: # 请填写：三位审核人员和日期，写成下面的样子，并去掉各行的 #
                #  初审: {人员: 张三, 日期: 2023-09-10}
                #  复审: {人员: 李四, 日期: 2023-09-11}
                #  终审: {人员: 王五, 日期: 2023-09-12}
                状态: 草稿
                ---
                """,
                read("content/notices/2023/yaodian.md"));
        assertTrue(printed.contains("已写入 content/notices/2023/yaodian.md。"), printed);
        assertTrue(printed.contains(PREFIX + "2023-00000002，请核对"), printed);
    }

    @Test
    void checkAsksForWhatIsMissingAndForNothingElse() {
        run("notice", "yaodian");
        assertEquals(
                List.of(
                        "content/notices/2023/yaodian.md:3: 警告 “标题”没有填写。"
                                + "请填写“标题: ××县人民政府办公室关于……的通知”。[missing-key]",
                        "content/notices/2023/yaodian.md:16: 警告 缺少“审核”，没有初审、复审、终审的记录。"
                                + "请加上“审核:”，下面缩进写“初审: {人员: 张三, 日期: 2023-09-10}”，复审、终审照此填写。[review]"),
                column.build().problems());
        assertTrue(column.published(), "a draft stops nothing");
    }

    @Test
    void isClean_onceFilledIn() {
        run("notice", "yaodian", "--title", "样例县人民政府办公室关于工作要点的通知");
        String file = "content/notices/2023/yaodian.md";
        String text =
                read(file)
                        .replace("审核: # 请填写：三位审核人员和日期，写成下面的样子，并去掉各行的 #", "审核:")
                        .replace("#  初", "  初")
                        .replace("#  复", "  复")
                        .replace("#  终", "  终")
                        .replace("状态: 草稿\n", "");
        column.with(file, text + "各镇人民政府：\n\n请照办。\n").build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.has("notices/2023/yaodian/index.html"));
    }

    // 索引号

    @Test
    void countsOnForEachPublisherAndYear() {
        notice("2022/b", OFFICE, PREFIX + "2022-00000040");
        notice("2023/b", OFFICE, PREFIX + "2023-00000009");
        notice("2023/c", FINANCE, FINANCE_PREFIX + "2023-00000031");
        assertEquals(PREFIX + "2023-00000010", numberGiven("--publisher", OFFICE));
        assertEquals(FINANCE_PREFIX + "2023-00000032", numberGiven("--publisher", FINANCE));
        assertEquals(
                PREFIX + "2022-00000041", numberGiven("--publisher", OFFICE, "--year", "2022"));
    }

    @Test
    void countsDraftsTooHoweverUnfinished() {
        run("notice", "first");
        run("notice", "second");
        assertEquals(PREFIX + "2023-00000002", number("content/notices/2023/first.md"));
        assertEquals(PREFIX + "2023-00000003", number("content/notices/2023/second.md"));
    }

    @Test
    void countsWhatAnotherPublisherTookUnderTheSamePrefix() {
        notice("2023/b", FINANCE, PREFIX + "2023-00000007");
        assertEquals(PREFIX + "2023-00000008", numberGiven("--publisher", OFFICE));
    }

    @Test
    void takesThePrefixThatThePublisherUsesMost() {
        notice("2023/b", OFFICE, FINANCE_PREFIX + "2023-00000100");
        notice("2023/c", OFFICE, PREFIX + "2023-00000002");
        assertEquals(PREFIX + "2023-00000003", numberGiven("--publisher", OFFICE));
    }

    @Test
    void keepsTheWidthOfTheLastNumber() {
        notice("2023/b", OFFICE, PREFIX + "2023-00099");
        assertEquals(PREFIX + "2023-00100", numberGiven("--publisher", OFFICE));
        notice("2023/c", OFFICE, PREFIX + "2023-0000101");
        assertEquals(PREFIX + "2023-0000102", numberGiven("--publisher", OFFICE));
    }

    @Test
    void beginsANewYearAtOne() {
        assertEquals(PREFIX + "2024-00000001", numberGiven("--year", "2024"));
    }

    @Test
    void guessesNoNumberWhereYearsDoNotBeginAtOne() {
        column.withNotice("2023/a", "2023-00000001", "2023-26757114");
        assertEquals(PREFIX + "2023-26757115", numberGiven("--year", "2023"));
        run("notice", "next", "--year", "2024");
        assertNoNumber("content/notices/2024/next.md");
    }

    @Test
    void guessesNoNumberForAPublisherWithout() {
        run("notice", "next", "--publisher", FINANCE);
        assertNoNumber("content/notices/2023/next.md");
        assertTrue(printed.contains("看不出下一个索引号，请填写。"), printed);
    }

    @Test
    void beginsAColumnThatHasNothingYet() throws IOException {
        Files.delete(column.root().resolve("content/notices/2023/a.md"));
        run("notice", "first");
        assertEquals(0, status, printed);
        String text = read("content/notices/2023/first.md");
        assertTrue(text.contains("\n发布机关: # 请填写：单位全称\n"), text);
        assertTrue(text.contains("\n索引号: # 请填写："), text);
    }

    private void assertNoNumber(String file) {
        assertTrue(read(file).contains("\n索引号: # 请填写：本单位给这份信息编的索引号\n"), read(file));
        assertTrue(
                column.build().problems().stream()
                        .anyMatch(
                                problem -> problem.startsWith(file + ":4: 警告 “索引号”没有填写。请填写“索引号: ")),
                column.problems().toString());
    }

    // Asking

    @Test
    void asksWithOffersAndTakesNumbersOrWords() {
        notice("2023/b", FINANCE, FINANCE_PREFIX + "2023-00000031");
        notice("2023/c", FINANCE, FINANCE_PREFIX + "2023-00000032");
        column.with("content/catalog.yml", "目录:\n  - {名称: 政策文件}\n  - {名称: 机构职能}\n");
        runAsked("预算说明\n2\n2\n1 财政、金融\n", "notice", "yusuan");
        assertEquals(0, status, printed);
        assertTrue(printed.contains("  1. " + FINANCE + "  2. " + OFFICE + "\n"), printed);
        String text = read("content/notices/2023/yusuan.md");
        assertTrue(text.contains("\n标题: 预算说明\n"), text);
        assertTrue(text.contains("\n发布机关: " + OFFICE + "\n"), text);
        assertTrue(text.contains("\n栏目: 机构职能\n"), text);
        assertTrue(text.contains("\n主题分类: [政务公开, 财政、金融]\n"), text);
    }

    @Test
    void nothingTypedIsTheUsualOrLeftEmpty() {
        runAsked("\n\n\n\n", "notice", "b");
        assertFalse(printed.contains("栏目"), "there is no catalog to choose from: " + printed);
        runAsked("", "notice", "c");
        assertEquals(
                read("content/notices/2023/b.md"),
                read("content/notices/2023/c.md").replace("00000003", "00000002"));
        assertTrue(read("content/notices/2023/b.md").contains("\n标题: # 请填写"), printed);
    }

    @Test
    void asksNothingWhereTold() {
        runAsked("甲\n1\n", "notice", "b", "--yes");
        assertFalse(printed.contains("回车"), printed);
        assertTrue(read("content/notices/2023/b.md").contains("\n标题: # 请填写"), printed);
    }

    @Test
    void saysWhichPublisherItTookWhereThereAreSeveral() {
        notice("2023/b", FINANCE, FINANCE_PREFIX + "2023-00000031");
        notice("2023/c", FINANCE, FINANCE_PREFIX + "2023-00000032");
        run("notice", "next");
        assertTrue(printed.contains("发布机关填了用得最多的“" + FINANCE + "”，不对的请改正"), printed);
    }

    @Test
    void offersLinesThatFitATerminal() {
        StringBuilder catalog = new StringBuilder("目录:\n");
        for (int i = 10; i < 30; i++) {
            catalog.append("  - {名称: 行政许可和公共服务" + i + "}\n");
        }
        column.with("content/catalog.yml", catalog.toString());
        runAsked("\n\n20\n\n", "notice", "b");
        assertTrue(read("content/notices/2023/b.md").contains("\n栏目: 行政许可和公共服务29\n"), printed);
        List<String> lines = printed.lines().filter(line -> line.startsWith("  ")).toList();
        assertTrue(
                lines.size() > 5 && lines.stream().allMatch(line -> line.length() < 50), printed);
    }

    @ParameterizedTest
    @CsvSource({
        "没有的栏目, '请写 content/catalog.yml 里的名称：政策文件、会议公开。'",
        "政策文建, 是不是“政策文件”？",
    })
    void refusesACategoryThatTheCatalogDoesNotHave(String typed, String fix) {
        column.with("content/catalog.yml", "目录:\n  - {名称: 政策文件}\n  - {名称: 会议公开}\n");
        run("notice", "yaodian", "--category", typed);
        assertEquals(2, status, printed);
        assertEquals("主动公开基本目录里没有“" + typed + "”。" + fix, printed.strip());
        assertFalse(Files.exists(column.root().resolve("content/notices/2023/yaodian.md")));
        run("notice", "yaodian", "--category", "会议公开");
        assertEquals(0, status, printed);
        assertTrue(read("content/notices/2023/yaodian.md").contains("栏目: 会议公开\n"));
    }

    @Test
    void takesAnyCategoryWhereThereIsNoCatalog() {
        run("notice", "yaodian", "--category", "政策文件");
        assertEquals(0, status, printed);
    }

    @Test
    void fillsInNoCategoryThatWasTypedWrongly() {
        column.with("content/catalog.yml", "目录:\n  - {名称: 政策文件}\n  - {名称: 会议公开}\n");
        runAsked("\n\n没有的\n\n", "notice", "yaodian");
        assertEquals(0, status, printed);
        assertTrue(printed.contains("主动公开基本目录里没有“没有的”。"), printed);
        assertTrue(read("content/notices/2023/yaodian.md").contains("# 栏目: "), printed);
    }

    @Test
    void completesTheWordsOfTheColumnInVsCode() {
        column.with(".vscode/settings.json", "{}")
                .with("content/catalog.yml", "目录:\n  - {名称: 政策文件}\n  - {名称: 机构|职能}\n")
                .with(
                        "content/units.yml",
                        "单位:\n  - {名称: 县财政局, 代码: caizhengju, 简称: [县财政], 类别: 政府部门}\n"
                                + "统称:\n  - {名称: 县直各部门, 类别: 政府部门}\n");
        run("page", "zhidu");
        Map<?, ?> snippets = (Map<?, ?>) Json.read(read(".vscode/register.code-snippets"));
        assertEquals("栏目: ${1|政策文件,机构\\|职能|}", body(snippets, "栏目"));
        assertEquals("县财政局", body(snippets, "单位 县财政局"));
        assertTrue(read(".vscode/register.code-snippets").contains("\"caizhengju\",\"县财政\""));
        assertEquals("县直各部门", body(snippets, "统称 县直各部门"));
    }

    private static Object body(Map<?, ?> snippets, String name) {
        return ((Map<?, ?>) snippets.get(name)).get("body");
    }

    @Test
    void makesNoSnippetsWhereVsCodeIsNotUsed() {
        run("page", "zhidu");
        assertFalse(Files.exists(column.root().resolve(".vscode")));
    }

    // Names

    @ParameterizedTest
    @CsvSource({
        "工作要点, gongzuoyaodian",
        "Yaodian, yaodian",
        "../x, x",
        "a b, ab",
        "con, con-1",
        "-a, a",
        "2023/a, 2023a",
        "a.md, a",
        "content/notices/2023/b-1.md, b-1",
        "C:\\lanmu\\工作要点.md, gongzuoyaodian",
        ".md, md"
    })
    void refusesANameThatIsNoAddressAndOffersOne(String name, String offered) {
        run("notice", "--", name);
        assertEquals(2, status, printed);
        assertTrue(printed.contains("例如 gongkai new notice " + offered + "。"), printed);
        assertEquals(List.of("content/notices/2023/a.md"), notices());
    }

    @Test
    void offersThePinyinOfAChineseName() {
        runAsked("\n\n\n\n\n", "notice", "工作要点");
        assertEquals(0, status, printed);
        assertTrue(printed.contains("改用“gongzuoyaodian”"), printed);
        assertTrue(read("content/notices/2023/gongzuoyaodian.md").startsWith("---\n"));
    }

    @Test
    void replacesNoFile() {
        String before = read("content/notices/2023/a.md");
        runAsked("x\n", "notice", "a");
        assertEquals(1, status);
        assertEquals("content/notices/2023/a.md 已经存在，没有改动它。请另起一个名称，或者直接打开它修改。\n", printed);
        assertEquals(before, read("content/notices/2023/a.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "公开信息"})
    void refusesAKindThatThereIsNot(String kind) {
        run(kind, "b");
        assertEquals(2, status);
        assertTrue(printed.startsWith("没有“" + kind + "”这一类。请写 notice"), printed);
    }

    @Test
    void refusesAFolderThatIsNoColumn() {
        column = new TinyColumn(folder.resolve("other"));
        delete("content/units.yml", "content");
        run("notice", "b");
        assertEquals(2, status);
        assertTrue(printed.startsWith("找不到 content 文件夹。"), printed);
    }

    // Task tables and pages

    @Test
    void writesATableBesideItsNotice() {
        column.withNotice(
                        "2023/a",
                        "标题: 样例县人民政府办公室关于做好政务公开工作的通知",
                        "标题: 样例县人民政府办公室关于印发《2024年政务公开工作要点》的通知")
                .with(
                        "content/units.yml",
                        "单位:\n  - {名称: 样例县人民政府办公室}\n  - {名称: 县财政局, 类别: 政府部门}\n"
                                + "统称:\n  - {名称: 县直各部门, 类别: 政府部门}\n");
        run("tasks", "a");
        assertEquals(0, status, printed);
        String table = read("content/notices/2023/a.tasks.yml");
        assertTrue(table.contains("\n标题: 2024年政务公开工作要点任务分解表\n年度: 2024\n"), table);
        assertTrue(table.contains("例如 样例县人民政府办公室、县财政局。\n# 统称有：县直各部门。\n"), table);
        int at = table.lines().toList().indexOf("      - 要求: # 请填写：这项任务要做什么") + 1;
        assertEquals(
                List.of(
                        "content/notices/2023/a.tasks.yml:"
                                + at
                                + ": 错误 “要求”没有填写。请填写“要求: ……”。[missing-key]"),
                column.build().problems());
    }

    @Test
    void findsTheNoticeOfATableByItsYear() {
        notice("2022/a", OFFICE, PREFIX + "2022-00000001");
        run("tasks", "a");
        assertEquals(1, status);
        assertEquals("有 2 份公开信息都叫“a”。请写上年份：2022/a、2023/a。\n", printed);
        run("tasks", "2022/a");
        assertEquals(0, status, printed);
        run("tasks", "2022/a");
        assertEquals(1, status);
        assertTrue(printed.startsWith("content/notices/2022/a.tasks.yml 已经存在"), printed);
    }

    @Test
    void writesNoTableWithoutANotice() {
        notice("2023/yaodian", OFFICE, PREFIX + "2023-00000002");
        run("tasks", "yaodain");
        assertEquals(1, status);
        assertEquals("没有叫“yaodain”的公开信息。是不是“yaodian”？\n", printed);
        run("tasks", "niandu-yusuan");
        assertTrue(printed.contains("请先运行 gongkai new notice niandu-yusuan。"), printed);
    }

    @Test
    void writesAPageThatStopsNothing() {
        run("page", "zhidu");
        assertEquals(0, status, printed);
        assertEquals(
                List.of("content/pages/zhidu.md:3: 警告 “标题”没有填写。请填写“标题: 政府信息公开指南”。[missing-key]"),
                column.build().problems());
        assertTrue(column.published());
        run("page", "zhinan", "--title", "样例县政府信息公开指南");
        assertTrue(read("content/pages/zhinan.md").contains("\n标题: 样例县政府信息公开指南\n"), printed);
    }

    private void notice(String id, String publisher, String number) {
        column.withNotice(
                id,
                "发布机关: " + OFFICE,
                "发布机关: " + publisher,
                PREFIX + "2023-00000001",
                number,
                "样政办发〔2023〕1号",
                "样政办发〔2023〕" + Math.abs(id.hashCode() % 1000) + "号");
    }

    /** The number that a new notice gets, which is then taken away again. */
    private String numberGiven(String... options) {
        List<String> arguments = new ArrayList<>(List.of("notice", "tried"));
        arguments.addAll(List.of(options));
        run(arguments.toArray(String[]::new));
        assertEquals(0, status, printed);
        String file = printed.lines().findFirst().orElseThrow().replaceAll("^已写入 |。$", "");
        String number = number(file);
        delete(file);
        return number;
    }

    private String number(String file) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith("索引号: "))
                .map(line -> line.substring(5).replace("\"", ""))
                .findFirst()
                .orElseThrow();
    }

    private List<String> notices() {
        try (var files = Files.walk(column.root().resolve("content/notices"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> column.root().relativize(file).toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(column.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(printed, e);
        }
    }

    private void delete(String... files) {
        try {
            for (String file : files) {
                Files.delete(column.root().resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... arguments) {
        run(null, arguments);
    }

    private void runAsked(String answers, String... arguments) {
        run(new BufferedReader(new StringReader(answers)), arguments);
    }

    private void run(BufferedReader terminal, String... arguments) {
        List<String> all = new ArrayList<>(List.of("new", "--source", column.root().toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Clock clock =
                Clock.fixed(Instant.parse("2023-10-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
        status =
                new CommandLineInterface(TinyColumn.GENERATOR, clock, terminal, print, print)
                        .run(all.toArray(String[]::new));
        printed = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
