package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A node of the catalog, or the front page, that goes without anything new is said in time. */
class FreshnessTest {
    private static final String CATALOG = "content/catalog.yml";
    private static final String SETTINGS =
            "名称: 样例县政府信息公开专栏\n网址: https://yangli.example/\n网站标识码: \"3799000009\"\n";

    @TempDir private Path folder;

    /** The notice came out on 14 September; 90 days later is 13 December. */
    @ParameterizedTest
    @CsvSource({
        "2023-11-15, ''",
        "2023-11-16, 还剩 27 天（到 2023-12-13）。请在到期以前发布应当公开的新内容。",
        "2023-12-13, 还剩 0 天（到 2023-12-13）。请在到期以前发布应当公开的新内容。",
        "2023-12-14, 已经超过 1 天。请尽快发布应当公开的新内容。"
    })
    void saysOfANodeWhatIsLeftOfItsTerm(String asOf, String said) {
        String[] expected =
                said.isEmpty()
                        ? new String[0]
                        : new String[] {
                            CATALOG
                                    + ":2: 警告 栏目“政策文件”最近一次更新是 2023-09-14，更新期限是 90天，"
                                    + said
                                    + "[category-update]"
                        };
        assertWarned(column("更新期限: 90天").asOf(asOf), expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2周, 2023-09-28, 2023-09-29",
        "6个月, 2024-03-14, 2024-03-15",
        "６月, 2024-03-14, 2024-03-15",
        "1年, 2024-09-14, 2024-09-15"
    })
    void countsWeeksMonthsAndYearsByTheCalendar(String term, String last, String over) {
        TinyColumn column = column("更新期限: " + term);
        assertTrue(column.asOf(last).build().problems().get(0).contains("还剩 0 天"));
        assertTrue(column.asOf(over).build().problems().get(0).contains("已经超过 1 天"));
    }

    @Test
    void countsWhatStandsBelowANodeAndNothingThatIsToCome() {
        TinyColumn column =
                new TinyColumn(folder)
                        .with(
                                CATALOG,
                                "目录:\n  - 名称: 政策文件\n    更新期限: 2周\n    下级:\n      - 名称: 其他文件\n")
                        .withNotice("2023/a", "审核:", "栏目: 其他文件\n审核:")
                        .withNotice(
                                "2023/b",
                                "00000001",
                                "00000002",
                                "〕1号",
                                "〕2号",
                                "发布日期: 2023-09-14",
                                "发布日期: 2023-09-28",
                                "审核:",
                                "栏目: 政策文件\n审核:")
                        .asOf("2023-09-20")
                        .build();
        assertEquals(List.of(), column.places("category-update"));
        column.asOf("2023-09-26").build();
        assertEquals(List.of(CATALOG + ":2"), column.places("category-update"));
    }

    @Test
    void warnsOfANodeWithATermThatHoldsNothing() {
        TinyColumn column =
                new TinyColumn(folder)
                        .with(CATALOG, "目录:\n  - {名称: 政策文件, 更新期限: 6个月}\n  - 名称: 其他\n")
                        .withNotice()
                        .build();
        assertTrue(column.published());
        assertEquals(
                List.of(
                        CATALOG
                                + ":2: 警告 栏目“政策文件”是空白栏目，一份公开信息也没有。"
                                + "请发布应当公开的内容；暂时没有内容的，请先从目录里去掉这一栏。[category-empty]"),
                column.problems().stream()
                        .filter(problem -> problem.contains("category-empty"))
                        .toList());
    }

    @Test
    void warnsOfEveryEmptyNodeWhereTheSettingsAskForIt() {
        TinyColumn column =
                new TinyColumn(folder)
                        .with("site.yml", SETTINGS + "阈值:\n  提醒空白栏目: 是\n")
                        .with(CATALOG, "目录:\n  - 名称: 政策文件\n    下级: [其他文件]\n  - 名称: 其他\n")
                        .withNotice("2023/a", "审核:", "栏目: 其他文件\n审核:")
                        .build();
        assertEquals(List.of(CATALOG + ":4"), column.places("category-empty"));
    }

    @Test
    void watchesTheFrontPageWhereTheSettingsSetATerm() {
        assertWarned(
                new TinyColumn(folder)
                        .with("site.yml", SETTINGS + "阈值:\n  首页更新期限: 2周\n")
                        .withNotice()
                        .asOf("2023-09-30"),
                "site.yml:4: 警告 首页最近一次更新是 2023-09-14，更新期限是 2周，已经超过 2 天。"
                        + "请尽快发布应当公开的新内容。[front-page-update]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"半年", "两周", "0天", "经常"})
    void refusesATermThatCannotBeCounted(String term) {
        assertRefused(
                column("更新期限: " + term),
                CATALOG + ":2: 错误 “更新期限”不能写成“" + term + "”。请写成“2周”“90天”“6个月”或“1年”的样子。[value]");
    }

    private TinyColumn column(String term) {
        return new TinyColumn(folder)
                .with(CATALOG, "目录:\n  - {名称: 政策文件, " + term + ", 依据: 检查指标}\n")
                .withNotice("2023/a", "审核:", "栏目: 政策文件\n审核:");
    }
}
