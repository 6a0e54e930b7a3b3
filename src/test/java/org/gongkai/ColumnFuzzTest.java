package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file of a column holds: no failure but problems with their line, and nothing runs. */
class ColumnFuzzTest {
    private static final LocalDate DAY = LocalDate.of(2023, 10, 1);
    private static final int CHECKS = 8;
    private static final int CHECKS_OF_A_BUILD = 10;

    private static final String TASKS =
            """
            标题: 任务分解表
            年度: 2023
            分组:
              - 名称: 一、加强政策公开
                责任单位: 各镇街、县直有关部门
                任务:
                  - 序号: 1
                    要求: 持续规范政府信息公开专栏建设。
                    牵头部门: 样例县人民政府办公室
                    责任单位: 县财政局、税务局，各镇街
                    完成时限: 2023年12月底前
                    里程碑: [{日期: 2023-08-31, 内容: 查询}]
                    进展:
                      - {日期: 2023-10-01, 状态: 进行中, 说明: 已印发}
            """;

    private static final String UNITS =
            """
            单位:
              - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室}
              - {名称: 县财政局, 代码: caizheng, 简称: [财政局], 曾用名: [县财政科], 类别: 政府部门, 电话: 0635-0000000}
              - {名称: 城关镇, 类别: 乡镇}
            统称:
              - {名称: 各镇街, 别名: [各乡镇（街道）], 类别: [乡镇, 街道]}
              - {名称: 县直各部门, 成员: [县财政局]}
              - {名称: 县直有关部门, 开放: true}
            """;

    private static final String SITE =
            """
            名称: 样例县政府信息公开专栏
            机关: 样例县人民政府
            网址: https://a.example/x/
            网站标识码: "1137990001"
            主办单位: 样例县人民政府办公室
            联系方式: {电话: 0635-0000000, 地址: 样例路1号}
            外观:
              主色: "#8f1414"
            阈值:
              首页更新期限: 2周
            网页检查:
              - {检查: link-name, 级别: 提醒, 理由: 正在改}
            """;

    private static final String CATALOG =
            "目录:\n  - {名称: 政策文件, 说明: 文件, 更新期限: 6个月, 下级: [{名称: 行政规范性文件}]}\n";
    private static final String TERMS = "词语:\n  - {错: 烈土, 对: 烈士, 理由: 形近, 例外: [激烈土]}\n";
    private static final String WAIVERS =
            """
            豁免:
              - 文件: content/notices/2023/a.md
                检查: 手机号
                内容: 138****1234
                理由: 值班电话
                批准人: 张三
                截止日期: 2026-12-31
            """;
    private static final String WORKDAYS =
            "年份:\n  - 年: 2031\n    放假: [2031-01-01]\n    补班: [2031-01-04]\n";
    private static final String SYNONYMS = "# 注\n医保=医疗保险=基本医疗保险\n公租房=公共租赁住房\n";
    private static final String PAGE = "---\n标题: 指南\n专栏: 政府信息公开指南\n---\n# 甲\n\n正文。\n";

    private static final Map<String, String> OWN =
            Map.of(
                    "content/notices/2023/a.md", TinyColumn.NOTICE,
                    "content/notices/2023/a.tasks.yml", TASKS,
                    "content/units.yml", UNITS,
                    "site.yml", SITE,
                    "content/catalog.yml", CATALOG,
                    "content/terms.yml", TERMS,
                    "content/waivers.yml", WAIVERS,
                    "content/workdays.yml", WORKDAYS,
                    "content/synonyms.txt", SYNONYMS,
                    "content/pages/zhinan.md", PAGE);

    @TempDir private Path folder;

    @Test
    void columnThatIsMadeOddIsSound() {
        TinyColumn column = column();
        assertTrue(column.asOf("2023-10-01").build().published(), column.problems().toString());
        assertTrue(
                column.problems().stream().noneMatch(line -> line.contains("错误")),
                column.problems().toString());
    }

    /** The file that is made odd, and files of the sample column like it. */
    @ParameterizedTest
    @CsvSource({
        "notice, content/notices/2023/a.md, content/notices/.*\\.md",
        "tasks, content/notices/2023/a.tasks.yml, .*\\.tasks\\.yml",
        "units, content/units.yml, content/units\\.yml",
        "site, site.yml, site\\.yml",
        "catalog, content/catalog.yml, content/catalog\\.yml",
        "terms, content/terms.yml, content/terms\\.yml",
        "waivers, content/waivers.yml, -",
        "workdays, content/workdays.yml, -",
        "synonyms, content/synonyms.txt, content/synonyms\\.txt",
        "page, content/pages/zhinan.md, content/pages/.*\\.md"
    })
    void oddFileIsAProblemAtItsLineOrHarmless(String name, String file, String alike)
            throws IOException {
        TinyColumn column = column();
        int[] count = {0};
        Fuzz.run(
                name,
                corpus(file, alike),
                CHECKS,
                input -> {
                    column.with(file, input);
                    List<Problem> problems = check(column);
                    assertEquals(problems, check(column), "the same input gives the same problems");
                    problems.forEach(problem -> assertTold(problem, file, input));
                    if (count[0]++ % CHECKS_OF_A_BUILD == 0 || holdsMarker(input)) {
                        column.asOf("2023-10-01").build();
                        assertHarmless(column);
                    }
                });
    }

    /** Whole Markdown files of nothing but marks, deep in each other. */
    @Test
    void oddMarkdownIsReadInTime() {
        TinyColumn column = column();
        String head = TinyColumn.NOTICE.substring(0, TinyColumn.NOTICE.lastIndexOf("---\n") + 4);
        List<byte[]> bodies =
                Stream.of(
                                "# 一\n\n1. 甲\n   - 乙\n\n> 引\n> > 引\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n",
                                "**甲**_乙_`丙` [丁](a.md) ![图](files/a.png) <b>戊</b>\n\n```\n己\n```\n",
                                "[甲][1]\n\n[1]: https://a.example/ \"乙\"\n\n<table><tr><td>丙</td></tr></table>\n",
                                "*a **b *c **d\n\n\\*\\_&amp;&#65;<https://a.example/>\n\n---\n\n    代码\n")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
        Fuzz.run(
                "markdown",
                bodies,
                2 * CHECKS,
                input -> {
                    byte[] file =
                            (head + new String(input, StandardCharsets.UTF_8))
                                    .getBytes(StandardCharsets.UTF_8);
                    column.with("content/notices/2023/a.md", file);
                    List<Problem> problems = check(column);
                    problems.forEach(
                            problem -> assertTold(problem, "content/notices/2023/a.md", file));
                    if (holdsMarker(input)) {
                        column.asOf("2023-10-01").build();
                        assertHarmless(column);
                    }
                });
    }

    private TinyColumn column() {
        TinyColumn column = new TinyColumn(folder);
        OWN.forEach(column::with);
        return column;
    }

    private static List<byte[]> corpus(String file, String alike) throws IOException {
        List<byte[]> corpus = new ArrayList<>();
        corpus.add(OWN.get(file).getBytes(StandardCharsets.UTF_8));
        Path root = TinyColumn.GENERATOR;
        for (Path top : List.of(root.resolve("content"), root.resolve("site.yml"))) {
            try (Stream<Path> files = Files.walk(top)) {
                for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                    String path = root.relativize(each).toString().replace('\\', '/');
                    if (path.matches(alike)) {
                        corpus.add(Files.readAllBytes(each));
                    }
                }
            }
        }
        return corpus;
    }

    private static List<Problem> check(TinyColumn column) throws IOException {
        Problems problems = new Problems();
        new SiteBuild(TinyColumn.GENERATOR, column.root(), DAY, false, false).check(problems);
        return problems.sorted();
    }

    /** A problem names a file and a line that are there, and says in Chinese what and how. */
    private static void assertTold(Problem problem, String file, byte[] input) {
        String text = problem.text();
        assertFalse(problem.file().isBlank() || problem.file().startsWith("/"), text);
        assertTrue(problem.line() >= 1, text);
        if (problem.file().equals(file)) {
            long lines = new String(input, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1).length;
            assertTrue(problem.line() <= lines, () -> "only " + lines + " lines: " + text);
        }
        assertEquals(1, text.lines().count(), text);
        assertTrue(problem.what().matches("(?s).*\\p{IsHan}.*[。？]"), text);
        assertTrue(problem.fix().matches("(?s).*\\p{IsHan}.*[。？]"), text);
        assertFalse(text.contains("Exception") || text.contains("org.gongkai"), text);
    }

    private static boolean holdsMarker(byte[] input) {
        return new String(input, StandardCharsets.UTF_8).contains(Mutator.MARKER);
    }

    /** What is published runs nothing of what was typed; what is not published has an error. */
    private static void assertHarmless(TinyColumn column) throws Exception {
        if (!column.published()) {
            assertTrue(
                    column.problems().stream().anyMatch(line -> line.contains(": 错误 ")),
                    column.problems().toString());
            return;
        }
        BuiltSite site = new BuiltSite(column.out());
        for (String file : site.files()) {
            if (file.endsWith(".html") && site.text(file).contains(Mutator.MARKER)) {
                assertHarmless(file, site.page(file));
            }
        }
        new SyndFeedInput().build(new StringReader(column.read("feed.xml")));
        Json.read(column.read("data/notices.json"));
        Json.read(column.read("data/tasks.json"));
    }

    private static void assertHarmless(String file, Document page) {
        for (Element element : page.getAllElements()) {
            String tag = element.normalName();
            boolean data = element.attr("type").equals("application/ld+json");
            boolean code = List.of("script", "style").contains(tag) && !data;
            assertFalse(code && element.data().contains(Mutator.MARKER), () -> file + element);
            for (Attribute attribute : element.attributes()) {
                String value =
                        attribute
                                .getValue()
                                .replaceAll("[\\p{Cntrl}\\s]", "")
                                .toLowerCase(Locale.ROOT);
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                // The words of a description are followed by nobody.
                if (tag.equals("meta")
                        && name.equals("content")
                        && !element.hasAttr("http-equiv")) {
                    continue;
                }
                assertFalse(
                        name.startsWith("on")
                                || value.startsWith("javascript:")
                                || (name.equals("src") && value.contains("//")),
                        () -> file + ": " + element);
            }
        }
    }
}
