package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How far a task table is and what falls due when, in words and drawn; and what its page weighs.
 */
class TimelineTest {
    private static final String TASKS =
            """
            标题: 2023年任务分解表
            年度: 2023
            任务:
              - {要求: 甲, 责任单位: 样例县人民政府办公室, 完成时限: 9月底前, 进展: [{日期: 2023-09-20, 状态: 已完成}]}
              - {要求: 乙, 责任单位: 样例县人民政府办公室, 完成时限: 9月底前, 进展: [{日期: 2023-09-20, 状态: 进行中}]}
              - {要求: 丙, 责任单位: 样例县人民政府办公室, 完成时限: 12月底前, 进展: [{日期: 2023-09-20, 状态: 未开始}]}
              - {要求: 丁, 责任单位: 样例县人民政府办公室, 完成时限: 全年, 进展: [{日期: 2023-09-20, 状态: 已调整}]}
              - {要求: 戊, 责任单位: 样例县人民政府办公室, 完成时限: 长期坚持}
              - {要求: 己, 责任单位: 样例县人民政府办公室, 完成时限: 2024年1月底前, 进展: [{日期: 2023-09-20, 状态: 已完成}]}
            """;

    @TempDir private Path folder;

    private Document page(String tasks, String path) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/notices/2023/a.tasks.yml", tasks)
                        .asOf("2023-10-08")
                        .build();
        assertTrue(column.published(), column.problems()::toString);
        return new BuiltSite(column.out()).page(path);
    }

    @Test
    void wordsSayWhatFallsDueWhenAndHowFarItIs() {
        assertEquals(
                List.of(
                        "2023年9月 2 项，已完成 1，1 项时限已过",
                        "2023年12月 1 项，已完成 0",
                        "2023年全年 1 项，已完成 0",
                        "2024年1月 1 项，全部完成",
                        "未定日期 1 项，已完成 0"),
                page(TASKS, "notices/2023/a/index.html").select(".timeline li").eachText());
    }

    @Test
    void unitsPagePutsFirstWhatIsLateAndLastWhatIsOver() {
        assertEquals(
                List.of("乙", "丙", "戊", "己", "丁", "甲"),
                page(TASKS, "units/zhengfuban/index.html")
                        .select(".tasks-list .item-title")
                        .eachText());
    }

    @Test
    void unitsPagePutsUnreportedTasksOfOldTablesBehindWhatIsToCome() {
        String tasks =
                """
                标题: 任务分解表
                年度: 2023
                任务:
                  - {要求: 前年的, 责任单位: 样例县人民政府办公室, 完成时限: 2021年12月底前}
                  - {要求: 上月的, 责任单位: 样例县人民政府办公室, 完成时限: 2023年9月底前}
                  - {要求: 年底的, 责任单位: 样例县人民政府办公室, 完成时限: 2023年12月底前}
                """;
        assertEquals(
                List.of("上月的", "年底的", "前年的"),
                page(tasks, "units/zhengfuban/index.html")
                        .select(".tasks-list .item-title")
                        .eachText());
    }

    @Test
    void listOfTablesSaysWhenEachWasPublished() {
        TinyColumn column = new TinyColumn(folder).asOf("2023-10-08");
        for (int i = 1; i <= 3; i++) {
            column.withNotice("2023/" + i, "00000001", "0000000" + i, "〕1号", "〕" + i + "号");
            // A table of which nothing is reported shows no share that could be read as a day.
            column.with(
                    "content/notices/2023/" + i + ".tasks.yml",
                    i == 3 ? "标题: 表\n年度: 2023\n任务:\n  - {要求: 甲, 责任单位: 样例县人民政府办公室}\n" : TASKS);
        }
        column.build();
        assertTrue(column.published(), column.problems()::toString);
        assertEquals(
                List.of("2023-09-14", "2023-09-14", "2023-09-14"),
                new BuiltSite(column.out())
                        .page("tasks/index.html")
                        .select("main .item time")
                        .eachText());
    }

    @Test
    void drawsOneMarkForEachTaskInTheShapeOfItsState() {
        List<String> marks =
                page(TASKS, "notices/2023/a/index.html").select(".timeline svg").stream()
                        .map(TimelineTest::marks)
                        .toList();
        assertEquals(
                List.of("1 disc, 1 half in a ring", "1 ring", "1 triangle", "1 disc", "1 square"),
                marks);
    }

    private static String marks(Element svg) {
        assertEquals("true", svg.attr("aria-hidden"), "the words beside it say the same");
        String areas = svg.select("path:not(.lines)").attr("d");
        String lines = svg.select("path.lines").attr("d");
        Map<String, Integer> marks = new TreeMap<>();
        marks.put("disc", count(areas, "a5 5 0 1 1 10 0"));
        marks.put("half in a ring", count(areas, "a5 5 0 0 0 0 10z"));
        marks.put("ring", count(lines, "a5 5 0 1 1 10 0") - marks.get("half in a ring"));
        marks.put("square", count(lines, "h9v9h-9z"));
        marks.put("triangle", count(lines, "l5 9h-10z"));
        return marks.entrySet().stream()
                .filter(mark -> mark.getValue() > 0)
                .map(mark -> mark.getValue() + " " + mark.getKey())
                .collect(Collectors.joining(", "));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void markStandsForSeveralTasksWhereTheyAreTooManyToCount() {
        String tasks =
                """
                标题: 2023年任务分解表
                年度: 2023
                任务:
                """
                        + IntStream.rangeClosed(1, 101)
                                .mapToObj(n -> "  - {要求: 第" + n + "件, 完成时限: 9月底前}\n")
                                .collect(Collectors.joining())
                        + """
                          - {要求: 做好的, 完成时限: 9月底前, 进展: [{日期: 2023-09-20, 状态: 已完成}]}
                          - {要求: 后面的, 完成时限: 12月底前}
                        """;
        Document page = page(tasks, "notices/2023/a/index.html");
        assertEquals("图中一个图形代表 3 项。", page.select(".timeline").prev().text());
        List<String> lines = page.select(".timeline path.lines").eachAttr("d");
        assertEquals(List.of(34, 1), lines.stream().map(d -> d.split("M", -1).length - 1).toList());
        assertEquals(
                1,
                page.select(".timeline path:not(.lines)").first().attr("d").split("M", -1).length
                        - 1);
        assertEquals("0 0 70 98", page.select(".timeline svg").first().attr("viewBox"));
    }

    @Test
    void yearsGoneByAreToldAsAWholeWhereThereAreManyMonths() {
        String tasks =
                """
                标题: 任务分解表
                年度: 2023
                任务:
                """
                        + IntStream.rangeClosed(2019, 2023)
                                .boxed()
                                .flatMap(
                                        year ->
                                                IntStream.rangeClosed(5, 11)
                                                        .mapToObj(
                                                                month ->
                                                                        "  - {要求: 办事, 责任单位: 样例县人民政府办公室,"
                                                                                + " 完成时限: %d年%d月底前}\n"
                                                                                        .formatted(
                                                                                                year,
                                                                                                month)))
                                .collect(Collectors.joining());
        assertEquals(
                List.of(
                        "2019年全年",
                        "2020年全年",
                        "2021年全年",
                        "2022年全年",
                        "2023年5月",
                        "2023年6月",
                        "2023年7月",
                        "2023年8月",
                        "2023年9月",
                        "2023年10月",
                        "2023年11月"),
                page(tasks, "tasks/index.html").select(".timeline .when").eachText());
    }

    @Test
    void totalsAreWordsWithABarThatRepeatsThem() {
        Element howFar = page(TASKS, "notices/2023/a/index.html").selectFirst(".how-far");
        assertEquals("共 6 项，已完成 2/6", howFar.select("strong").text());
        assertEquals(
                List.of("未开始 1 项", "进行中 1 项", "已完成 2 项", "已调整 1 项", "未报告 1 项"),
                howFar.select(".status").eachText());
        Element bar = howFar.selectFirst("progress");
        assertEquals("2 of 6", bar.attr("value") + " of " + bar.attr("max"));
        assertEquals("true", bar.attr("aria-hidden"));
    }

    @Test
    void unitsPageAndListOfTablesShowWhatIsStillToBeDone() {
        List<String> open = List.of("2023年9月 1 项，1 项时限已过", "2023年12月 1 项", "未定日期 1 项");
        assertEquals(
                open, page(TASKS, "units/zhengfuban/index.html").select(".timeline li").eachText());
        assertEquals(open, page(TASKS, "tasks/index.html").select(".timeline li").eachText());
    }

    @Test
    void nothingIsLateUnderANoticeThatHasEnded() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "有效性: 失效\n审核:")
                        .with("content/notices/2023/a.tasks.yml", TASKS)
                        .asOf("2023-10-08")
                        .build();
        BuiltSite site = new BuiltSite(column.out());
        assertEquals(
                "2023年9月 2 项，已完成 1",
                site.page("notices/2023/a/index.html").select(".timeline li").first().text());
        assertEquals(0, site.page("tasks/index.html").select(".timeline").size());
        assertEquals(0, site.page("units/zhengfuban/index.html").select(".timeline").size());
    }

    @Test
    void drawsNothingWhereAllIsDueAtOnce() {
        Document page =
                page("任务:\n  - {要求: 甲, 责任单位: 样例县人民政府办公室, 完成时限: 全年}\n", "notices/2023/a/index.html");
        assertEquals(0, page.select(".timeline").size());
        assertEquals("共 1 项 进展未报告", page.select(".how-far").text());
    }

    /**
     * Compressed, with all that is fetched for it: 60 KB at most, one page and one style sheet
     * first.
     */
    @Test
    void pageWithFiftyTasksIsLight() throws IOException {
        String rows =
                IntStream.rangeClosed(1, 50)
                        .mapToObj(
                                n ->
                                        "  - 要求: 第%d项，%s。\n    责任单位: 样例县人民政府办公室\n    完成时限: %d月底前\n    进展: [{日期: 2023-09-20, 状态: 进行中, 说明: 已完成第%d轮核对。}]\n"
                                                .formatted(n, words(n), 9 + n % 4, n))
                        .collect(Collectors.joining());
        Document page = page("标题: 任务分解表\n年度: 2023\n任务:\n" + rows, "notices/2023/a/index.html");
        BuiltSite site = new BuiltSite(folder.resolve("public"));
        assertEquals(
                List.of("../../../css/site.css"),
                page.select("link[rel=stylesheet]").eachAttr("href"));
        assertEquals(0, page.select("style, [style]").size());
        for (Element script : page.select("script[src]")) {
            assertEquals("module", script.attr("type"), "runs once the page is read");
        }
        int bytes = compressed(site.bytes("notices/2023/a/index.html"));
        for (String file : page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href")) {
            bytes += compressed(site.bytes(file.replace("../", "")));
        }
        for (String file : page.select("script[src]").eachAttr("src")) {
            bytes += compressed(site.bytes(file.replace("../", "")));
        }
        assertTrue(bytes < 60_000, "bytes: " + bytes);
    }

    /** Eighty characters that do not repeat from row to row. */
    private static String words(int n) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            words.append((char) ('一' + (n * 7919 + i * 104729) % 5000));
        }
        return words.toString();
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
