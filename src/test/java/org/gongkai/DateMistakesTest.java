package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates that are no dates, and dates that can't follow one another. */
class DateMistakesTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String TASKS = "content/notices/2023/a.tasks.yml";

    @TempDir private Path folder;

    @Test
    void refusesDocumentDateNotOnTheCalendar() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: 2023-02-30"),
                A
                        + ":7: 错误 成文日期“2023-02-30”不是有效日期。"
                        + "请写成 YYYY-MM-DD，例如 2023-02-28。[document-date]");
    }

    @ParameterizedTest
    @CsvSource({"施行日期, effective-date", "有效期至, expiry-date"})
    void refusesOptionalDatesNotOnTheCalendar(String key, String check) {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "审核:", key + ": 2024-02-30\n审核:"),
                A
                        + ":9: 错误 "
                        + key
                        + "“2024-02-30”不是有效日期。请写成 YYYY-MM-DD，例如 2024-02-29。["
                        + check
                        + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5年", "五年", "长期", "长期有效", "无"})
    void tellsOfATermWhereTheLastDayIsWanted(String typed) {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "审核:", "有效期至: " + typed + "\n审核:"),
                A
                        + ":9: 错误 有效期至“"
                        + typed
                        + "”不是有效日期。请写有效的最后一天，写成 YYYY-MM-DD，例如 2028-09-30；"
                        + "长期有效的，请删去这一行。[expiry-date]");
    }

    @Test
    void refusesPublicationAndReviewDatesNotOnTheCalendar() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "发布日期: 2023-09-14",
                                "发布日期: 2023-09-31",
                                "日期: 2023-09-12",
                                "日期: 2023-13-12"),
                A
                        + ":8: 错误 发布日期“2023-09-31”不是有效日期。"
                        + "请写成 YYYY-MM-DD，例如 2023-09-30。[publication-date]",
                A + ":11: 错误 日期“2023-13-12”不是有效日期。" + "请写成 YYYY-MM-DD，例如 2023-09-13。[review-date]");
    }

    @Test
    void refusesDatesOfTasksNotOnTheCalendar() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任单位: 样例县人民政府办公室
                                    里程碑: [{日期: 2023-06-31, 内容: 统一查询}]
                                    进展:
                                      - {日期: 2023-09-00, 状态: 进行中}
                                """),
                TASKS
                        + ":4: 错误 日期“2023-06-31”不是有效日期。"
                        + "请写成 YYYY-MM-DD，例如 2023-06-30。[milestone-date]",
                TASKS
                        + ":6: 错误 日期“2023-09-00”不是有效日期。"
                        + "请写成 YYYY-MM-DD，例如 2023-09-13。[progress-date]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023年9月13日",
                "2023 年 9 月 13 日",
                "2023/9/13",
                "2023.9.13",
                "2023-9-13",
                "２０２３－０９－１３",
                "2023-09-13 10:30:00",
                "2023年09月13日"
            })
    void offersTheSameDayInTheRightForm(String typed) {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: " + typed),
                A
                        + ":7: 错误 成文日期“"
                        + typed
                        + "”不是有效日期。请写成 YYYY-MM-DD，例如 2023-09-13。[document-date]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20230913",
                "九月十三日",
                "明天",
                "2023-09",
                "0000-00-00",
                "0023-09-13",
                "99999-01-01"
            })
    void refusesWhatIsNoDateAtAll(String typed) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: " + typed)
                        .build();
        assertFalse(column.published());
        assertEquals(List.of(A + ":7"), column.places("document-date"));
    }

    @Test
    void acceptsTheLeapDayOfLeapYearsOnly() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "成文日期: 2023-09-13",
                                "成文日期: 2024-02-29",
                                "2023-09-14",
                                "2024-03-01",
                                "F/2023-",
                                "F/2024-")
                        .asOf("2024-03-01")
                        .build();
        assertEquals(List.of(), column.problems());
        column.withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: 2023-02-29").build();
        assertEquals(List.of(A + ":7"), column.places("document-date"));
    }

    @Test
    void refusesPublicationBeforeTheNoticeWasMade() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: 2023-09-15"),
                A
                        + ":8: 错误 发布日期 2023-09-14 早于成文日期 2023-09-15。"
                        + "请核对两个日期，发布日期不能早于成文日期（第 7 行）。[publication-before-document]");
    }

    @Test
    void acceptsPublicationOnTheDayTheNoticeWasMade() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: 2023-09-14")
                        .build();
        assertEquals(List.of(), column.problems());
    }

    @Test
    void warnsOfPublicationLaterThanTwentyWorkingDays() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "发布日期: 2023-09-14", "发布日期: 2023-10-17")
                        .asOf("2023-11-01")
                        .build();
        assertEquals(List.of(), column.problems());

        assertWarned(
                column.withNotice("2023/a", "发布日期: 2023-09-14", "发布日期: 2023-10-18"),
                A
                        + ":8: 警告 发布日期 2023-10-18 超过成文之日起 20 个工作日（应不晚于 2023-10-17）。"
                        + "请核对日期；确属迟发的，请在今后及时发布。[publication-late]");
    }

    @Test
    void saysSoWhereTheCalendarOfAYearIsUnknown() {
        TinyColumn column = publishedIn2030("09-22").build();
        assertEquals(List.of(), column.problems(), "20 days are never more than 20 working days");
        assertWarned(
                publishedIn2030("09-30"),
                A
                        + ":8: 警告 发布日期 2030-09-30 可能超过成文之日起 20 个工作日，当年的工作日历未知，无法算准。"
                        + "请核对日期；工作日历可以写在 content/workdays.yml 里。[publication-late]");
        assertWarned(
                publishedIn2030("12-30"),
                A
                        + ":8: 警告 发布日期 2030-12-30 超过成文之日起 20 个工作日。"
                        + "请核对日期；工作日历可以写在 content/workdays.yml 里。[publication-late]");
    }

    private TinyColumn publishedIn2030(String monthAndDay) {
        return new TinyColumn(folder)
                .withNotice(
                        "2023/a",
                        "成文日期: 2023-09-13",
                        "成文日期: 2030-09-02",
                        "发布日期: 2023-09-14",
                        "发布日期: 2030-" + monthAndDay,
                        "F/2023-",
                        "F/2030-")
                .asOf("2031-01-01");
    }

    @Test
    void warnsOfPublicationInTheFuture() {
        assertWarned(
                new TinyColumn(folder).withNotice().asOf("2023-09-13"),
                A
                        + ":8: 警告 发布日期 2023-09-14 还没有到。"
                        + "请核对发布日期；如果要到那天才发布，请先写“状态: 草稿”。[publication-future]");
        TinyColumn onTheDay = new TinyColumn(folder).withNotice().asOf("2023-09-14").build();
        assertEquals(List.of(), onTheDay.problems());
    }

    @Test
    void warnsOfReviewsOutOfOrder() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "日期: 2023-09-12",
                                "日期: 2023-09-10",
                                "日期: 2023-09-13}",
                                "日期: 2023-09-15}"),
                A + ":11: 警告 复审的日期早于前一道审核。请核对审核日期。[review-date]",
                A + ":12: 警告 终审的日期晚于发布日期，应当先审核后发布。请核对审核日期和发布日期。[review-date]");
    }
}
