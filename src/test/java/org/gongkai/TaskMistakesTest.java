package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks wrong in a task table is said, and published as issued all the same. */
class TaskMistakesTest {
    private static final String TASKS = "content/notices/2023/a.tasks.yml";

    @TempDir private Path folder;

    @Test
    void offersTheNearestNamesForAnUnknownUnit() {
        TinyColumn column =
                column().with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 规范专栏建设。
                                    牵头部门: 县商务局和投资促进局
                                    责任单位: 县财政局、市生态环境局东河分局
                                    完成时限: 2023年12月底前
                                """);
        assertWarned(
                column,
                TASKS
                        + ":3: 警告 单位名录里没有“县商务局和投资促进局”，网页上按原文显示。"
                        + "是不是“县商务和投资促进局”？请改正，或者在 content/units.yml 里登记。[unknown-unit]",
                TASKS
                        + ":4: 警告 单位名录里没有“市生态环境局东河分局”，网页上按原文显示。"
                        + "请改正，或者在 content/units.yml 里登记。[unknown-unit]");
        assertTrue(
                column.read("data/tasks.json")
                        .contains(
                                "\"leadUnits\":[{\"name\":\"县商务局和投资促进局\"}],"
                                        + "\"responsibleUnits\":[{\"name\":\"县财政局\",\"unit\":\"caizhengju\"},"
                                        + "{\"name\":\"市生态环境局东河分局\"}]"));
        String page = column.read("notices/2023/a/index.html");
        assertTrue(page.contains("县商务局和投资促进局"), page);
        assertTrue(page.contains("市生态环境局东河分局"), page);
    }

    @ParameterizedTest
    @CsvSource({"县教体局, 县教育和体育局", "县财政局（国库科、预算科）, 县财政局", "县财局, 县财政局"})
    void offersTheUnitThatANameIsShortFor(String typed, String meant) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                "content/units.yml",
                                """
                                单位:
                                  - {名称: 县发改局, 代码: fgj}
                                  - {名称: 县教育和体育局, 代码: jtj}
                                  - {名称: 县财政局, 代码: czj}
                                  - {名称: 县体改局, 代码: tgj}
                                """)
                        .with(TASKS, "任务:\n  - 要求: 甲\n    责任单位: " + typed + "\n");
        assertWarned(
                column,
                TASKS
                        + ":3: 警告 单位名录里没有“"
                        + typed
                        + "”，网页上按原文显示。是不是“"
                        + meant
                        + "”？请改正，或者在 content/units.yml 里登记。[unknown-unit]");
    }

    @Test
    void showsWhereOnAGroupAnUnknownUnitWasTyped() {
        assertWarned(
                column().with(
                                TASKS,
                                """
                                分组:
                                  - 名称: 一、加强公开
                                    责任单位: 县财证局
                                    任务:
                                      - 要求: 甲
                                      - 要求: 乙
                                """),
                TASKS
                        + ":3: 警告 单位名录里没有“县财证局”，网页上按原文显示。"
                        + "是不是“县财政局”？请改正，或者在 content/units.yml 里登记。[unknown-unit]");
    }

    @Test
    void warnsOfADeadlineBeforeTheNotice() {
        TinyColumn column =
                column().with(
                                TASKS,
                                """
                                年度: 2023
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任单位: 县财政局
                                    完成时限: 6月底前
                                  - 要求: 公开年报。
                                    责任单位: 县财政局
                                    完成时限: 2023年9月13日前
                                """);
        assertWarned(
                column,
                TASKS
                        + ":5: 警告 完成时限“6月底前”（2023-06-30）早于成文日期 2023-09-13（content/notices/2023/a.md 第 7 行）。"
                        + "请核对年份和月份；原文如此的可以不改。[deadline-before-notice]");
        assertTrue(
                column.read("data/tasks.json")
                        .contains(
                                "\"deadline\":{\"text\":\"6月底前\",\"date\":\"2023-06-30\",\"kind\":\"DATE\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "'年度: 2025\n标题: 2026年分解表\n', 样例县2024年工作要点, 2025-06-30",
        "'标题: 2026年分解表\n', 样例县2024年工作要点, 2026-06-30",
        "'标题: 任务分解表\n', 样例县2024年工作要点, 2024-06-30",
        "'', 样例县2024年工作要点, 2024-06-30",
        "'', 样例县三年行动方案（2024—2026年）, 2023-06-30",
        "'', 样例县2021年和2022年工作要点, 2023-06-30",
        "'', 样例县工作要点, 2023-06-30"
    })
    void takesTheYearFromTheTableThenTheTitlesThenTheDate(
            String head, String title, String deadline) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "样例县人民政府办公室关于做好政务公开工作的通知", title)
                        .with(
                                TASKS,
                                (head == null ? "" : head.replace("\\n", "\n"))
                                        + "任务:\n  - {要求: 甲, 责任单位: 样例县人民政府办公室, 完成时限: 6月底前}\n")
                        .build();
        assertTrue(
                column.read("data/tasks.json").contains("\"date\":\"" + deadline + "\""),
                column.read("data/tasks.json"));
    }

    @Test
    void warnsOfATaskWithoutAUnit() {
        TinyColumn column =
                column().with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任单位: 县财政局
                                  - 要求: 公开年报。
                                    完成时限: 全年
                                """);
        assertWarned(
                column,
                TASKS
                        + ":4: 警告 第 2 项任务没有牵头部门，也没有责任单位。"
                        + "请在这项任务或它所在的分组上加上“责任单位: ……”。[task-without-unit]");
        assertTrue(column.read("notices/2023/a/index.html").contains("公开年报。"));
    }

    @Test
    void warnsOfADeadlineThatNobodyCanRead() {
        TinyColumn column =
                column().with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任单位: 县财政局
                                    完成时限: 14 刀 / 以 則
                                """);
        assertWarned(
                column,
                TASKS
                        + ":4: 警告 看不懂完成时限“14 刀 / 以 則”，网页上按原文显示。"
                        + "可以写成“2023年12月底前”“2023年8月31日前”“全年”“长期坚持”“10个工作日内”。[deadline-unreadable]");
        assertTrue(column.read("notices/2023/a/index.html").contains("14 刀 / 以 則"));
        assertTrue(
                column.read("data/tasks.json")
                        .contains(
                                "\"deadline\":{\"text\":\"14 刀 / 以 則\",\"date\":null,\"kind\":\"NONE\"}"));
    }

    @Test
    void warnsOfProgressOnADayToCome() {
        TinyColumn column =
                column().with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任单位: 县财政局
                                    进展:
                                      - {日期: 2023-10-01, 状态: 进行中}
                                      - {日期: 2024-10-01, 状态: 已完成}
                                """);
        assertWarned(
                column,
                TASKS
                        + ":6: 警告 进展“已完成”的日期 2024-10-01 还没有到。"
                        + "请核对日期；还没有做到的，到那天再填。[progress-future]");
    }

    @Test
    void refusesATableWithoutTasks() {
        assertRefused(
                column().with(TASKS, "标题: 任务分解表\n年度: 2023年\n"),
                TASKS + ":1: 错误 任务表里没有任务。请写“分组:”或“任务:”，在下面逐条填写“- 要求: ……”。[missing-key]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23", "20233", "999999999"})
    void refusesAYearThatIsNone(String year) {
        assertRefused(
                column().with(
                                TASKS,
                                "年度: "
                                        + year
                                        + "\n任务:\n  - 要求: 甲\n    责任单位: 县财政局\n    完成时限: 次年3月底前\n"),
                TASKS + ":1: 错误 “年度”不能写成“" + year + "”。请写四位年份，例如 年度: 2023。[value]");
    }

    @Test
    void refusesAStatusThatThereIsNot() {
        assertRefused(
                column().with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任单位: 县财政局
                                    进展:
                                      - {日期: 2023-09-30, 状态: 已经完成}
                                      - {日期: 2023-09-30}
                                      - {状态: 已完成}
                                """),
                TASKS + ":5: 错误 “状态”不能写成“已经完成”。是不是“已完成”？可以写：未开始、进行中、已完成、已调整。[value]",
                TASKS + ":6: 错误 缺少“状态”。请加上一行“状态: 进行中”。[missing-key]",
                TASKS + ":7: 错误 缺少“日期”。请加上一行“日期: 2023-09-13”。[missing-key]");
    }

    @Test
    void refusesEvidenceThatIsNotThere() {
        assertRefused(
                column().with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任单位: 县财政局
                                    进展: [{日期: 2023-09-30, 状态: 已完成, 佐证: ../2023/none}]
                                """),
                TASKS
                        + ":4: 错误 链接“../2023/none”指向的内容不存在。"
                        + "请核对路径和文件名，例如 ../2023/文件名 或 files/图片.png。[broken-link]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"县财政局 县税务局", "县财政局/县税务局", "县财政局和县税务局", "县财政局县税务局"})
    void offersTheUnitsThatStandTogetherWithoutAComma(String typed) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/units.yml", "单位: [{名称: 县财政局}, {名称: 县税务局}]\n")
                        .with(TASKS, "任务:\n  - 要求: 甲\n    责任单位: " + typed + "\n");
        assertWarned(
                column,
                TASKS
                        + ":3: 警告 单位名录里没有“"
                        + typed
                        + "”，网页上按原文显示，不会出现在这些单位的网页上。"
                        + "请用顿号把各单位隔开，写成“县财政局、县税务局”。[unknown-unit]");
    }

    @Test
    void tellsOfACommaWithinATextInBraces() {
        assertRefused(
                column().with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 甲
                                    责任单位: 县财政局
                                    进展: [{日期: 2023-09-30, 状态: 已完成, 说明: 已办结, 并验收}]
                                """),
                TASKS
                        + ":4: 错误 没有“并验收”这个键。是前一项内容里的逗号隔开的，请把前一项的整个内容用英文双引号括起来。"
                        + "可以用的键有：日期、状态、说明、佐证。[unknown-key]");
    }

    @Test
    void doubtsNoUnitWhereTheRegisterCouldNotBeRead() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/units.yml", "单位:\n  - {名称: 县财政局，类别: 政府部门}\n")
                        .with(TASKS, "任务:\n  - 要求: 甲\n    责任单位: 县财政局\n")
                        .build();
        assertEquals(
                List.of("content/units.yml:2"),
                column.problems().stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .toList());
    }

    @Test
    void failsForAWarningWhereTheBuildIsStrict() {
        TinyColumn column =
                column().with(TASKS, "任务:\n  - 要求: 甲\n    责任单位: 县财证局\n").strict().build();
        assertEquals(List.of(TASKS + ":3"), column.places("unknown-unit"));
        assertFalse(column.published());
    }

    private TinyColumn column() {
        return new TinyColumn(folder)
                .withNotice()
                .with(
                        "content/units.yml",
                        """
                        单位:
                          - {名称: 县财政局, 代码: caizhengju, 类别: 政府部门}
                          - {名称: 县商务和投资促进局, 代码: shangwuju, 类别: 政府部门}
                        """);
    }
}
