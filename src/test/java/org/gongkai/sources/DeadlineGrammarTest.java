package org.gongkai.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.model.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineGrammarTest {
    private final DeadlineGrammar grammar = new DeadlineGrammar();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # as issued                  | year | last day   | kind

                    # by the calendar, not from an event
                    每月10日前                    | 2022 | -          | ONGOING
                    每年12月底前                  | 2022 | 2022-12-31 | DATE

                    # the end of a year
                    2023 年底前                   | 2022 | 2023-12-31 | DATE
                    2023年底前                    | 2022 | 2023-12-31 | DATE
                    2023年年底前                  | 2022 | 2023-12-31 | DATE
                    2023年年底                    | 2022 | 2023-12-31 | DATE
                    2021年年底前                  | 2021 | 2021-12-31 | DATE
                    年底前                        | 2023 | 2023-12-31 | DATE
                    年年底前                      | 2023 | 2023-12-31 | DATE
                    年底                          | 2023 | 2023-12-31 | DATE
                    年内                          | 2023 | 2023-12-31 | DATE
                    2023年内                      | 2022 | 2023-12-31 | DATE

                    # the end of a month
                    12月底前                      | 2023 | 2023-12-31 | DATE
                    11月底前                      | 2023 | 2023-11-30 | DATE
                    9月底前                       | 2023 | 2023-09-30 | DATE
                    6月底                         | 2023 | 2023-06-30 | DATE
                    2023年12月底前                | 2022 | 2023-12-31 | DATE
                    2023 年 12 月底前             | 2022 | 2023-12-31 | DATE
                    2023 年12 月底前。            | 2022 | 2023-12-31 | DATE
                    2023年8月底                   | 2022 | 2023-08-31 | DATE
                    2023年12月                    | 2022 | 2023-12-31 | DATE
                    2月底前                       | 2023 | 2023-02-28 | DATE
                    2024年2月底                   | 2023 | 2024-02-29 | DATE
                    2月底前                       | 2024 | 2024-02-29 | DATE
                    6月上旬                       | 2023 | 2023-06-10 | DATE
                    6月中旬前                     | 2023 | 2023-06-20 | DATE
                    6月下旬                       | 2023 | 2023-06-30 | DATE

                    # a day
                    8月31日前                     | 2023 | 2023-08-31 | DATE
                    于8月31日前                   | 2023 | 2023-08-31 | DATE
                    2023 年 9 月 13 日            | 2022 | 2023-09-13 | DATE
                    2023年9月13日前完成           | 2022 | 2023-09-13 | DATE
                    2023-09-13                    | 2022 | 2023-09-13 | DATE
                    2023.9.13                     | 2022 | 2023-09-13 | DATE
                    2023/9/13前                   | 2022 | 2023-09-13 | DATE
                    2024年2月29日前               | 2023 | 2024-02-29 | DATE

                    # other widths, and figures in Chinese
                    ２０２３年１２月底前          | 2022 | 2023-12-31 | DATE
                    １２　月底前                  | 2023 | 2023-12-31 | DATE
                    二〇二三年十二月底前          | 2022 | 2023-12-31 | DATE
                    十二月三十一日前              | 2023 | 2023-12-31 | DATE
                    八月底前                      | 2023 | 2023-08-31 | DATE
                    十月十日前                    | 2023 | 2023-10-10 | DATE
                    九月二十日前                  | 2023 | 2023-09-20 | DATE

                    # the next year
                    次年1月底前                   | 2023 | 2024-01-31 | DATE
                    明年3月底前                   | 2023 | 2024-03-31 | DATE
                    2024年1月底前                 | 2023 | 2024-01-31 | DATE

                    # quarters and halves
                    第三季度                      | 2023 | 2023-09-30 | DATE
                    三季度末                      | 2023 | 2023-09-30 | DATE
                    2023年第4季度                 | 2022 | 2023-12-31 | DATE
                    一季度前                      | 2023 | 2023-03-31 | DATE
                    上半年                        | 2023 | 2023-06-30 | DATE
                    2023年下半年                  | 2022 | 2023-12-31 | DATE

                    # spans end with their end
                    3月至12月                     | 2023 | 2023-12-31 | DATE
                    3月-11月                      | 2023 | 2023-11-30 | DATE
                    3—6月                         | 2023 | 2023-06-30 | DATE
                    2023年9月1日至9月30日         | 2022 | 2023-09-30 | DATE
                    2023年9月1日至30日            | 2022 | 2023-09-30 | DATE
                    2023年9月—2024年2月           | 2023 | 2024-02-29 | DATE
                    2023年9月至12月底             | 2022 | 2023-12-31 | DATE
                    2023年9月至次年1月            | 2022 | 2024-01-31 | DATE

                    # all through a year
                    全年                          | 2023 | 2023-12-31 | YEAR
                    2023年全年                    | 2022 | 2023-12-31 | YEAR
                    2023年                        | 2022 | 2023-12-31 | YEAR
                    2023年、2024年                | 2022 | 2024-12-31 | YEAR
                    全年持续推进                  | 2023 | 2023-12-31 | YEAR
                    每年至少1次                   | 2023 | 2023-12-31 | YEAR
                    每年至少召开1次               | 2023 | 2023-12-31 | YEAR
                    不少于10次                    | 2023 | 2023-12-31 | YEAR
                    全年不少于10次                | 2023 | 2023-12-31 | YEAR
                    每年不少于五次                | 2023 | 2023-12-31 | YEAR

                    # without an end
                    长期坚持                      | 2023 | -          | ONGOING
                    长期                          | 2023 | -          | ONGOING
                    持续推进                      | 2023 | -          | ONGOING
                    常态化推进                    | 2023 | -          | ONGOING
                    每月至少1次                   | 2023 | -          | ONGOING

                    # counted from an event
                    10个工作日内                  | 2023 | -          | RELATIVE
                    10 个工作日内                 | 2023 | -          | RELATIVE
                    十个工作日内                  | 2023 | -          | RELATIVE
                    决策文件出台后10个工作日内    | 2023 | -          | RELATIVE
                    决策文件出台后的10个工作日内  | 2023 | -          | RELATIVE
                    """)
    void readsAWording(String text, int year, LocalDate date, Deadline.Kind kind) {
        assertEquals(new Deadline(text, date, kind, List.of(), true), grammar.read(text, year));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    8月底前；12月底前             | 2023-08-31 | 2023-12-31
                    12月底前、8月底前             | 2023-08-31 | 2023-12-31
                    2023年年底，8月底前           | 2023-08-31 | 2023-12-31
                    8月31日前；2024年1月底前      | 2023-08-31 | 2024-01-31
                    2023年年底 2023年8月底        | 2023-08-31 | 2023-12-31
                    2021年6月底前、12月底前       | 2021-06-30 | 2021-12-31
                    2021年底前，次年3月底前       | 2021-12-31 | 2022-03-31
                    2021年6月30日、12月31日       | 2021-06-30 | 2021-12-31
                    """)
    void ofTwoDaysInOneCellTheLaterEndsTheTask(String text, LocalDate earlier, LocalDate last) {
        assertEquals(
                new Deadline(text, last, Deadline.Kind.DATE, List.of(earlier), true),
                grammar.read(text, 2023));
    }

    @Test
    void namesADayOnceThatIsGivenTwice() {
        Deadline deadline = grammar.read("2023年12月底前；年底前", 2023);
        assertEquals(LocalDate.of(2023, 12, 31), deadline.date());
        assertEquals(List.of(), deadline.earlier());
    }

    @Test
    void keepsTheDayOfATaskThatGoesOnAfterIt() {
        Deadline deadline = grammar.read("2023年10月底前，并长期坚持", 2023);
        assertEquals(LocalDate.of(2023, 10, 31), deadline.date());
        assertEquals(Deadline.Kind.DATE, deadline.kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14 刀 / 以 則",
                "214191 124 1242",
                "1 7 早 7 少",
                "2月30日前",
                "2023年2月29日前",
                "11月31日前",
                "13月底前",
                "0月底前",
                "12",
                "月底前",
                "待定",
                "2025年前",
                "12日前",
                "8月底前，视情况而定",
                "；"
            })
    void givesNoDayToWhatItCannotRead(String text) {
        assertEquals(
                new Deadline(text, null, Deadline.Kind.NONE, List.of(), false),
                grammar.read(text, 2023));
    }

    @Test
    void takesNoDeadlineForNoneAndNotForTheEndOfTheYear() {
        assertEquals(Deadline.NONE, grammar.read(null, 2023));
        assertEquals(Deadline.NONE, grammar.read("", 2023));
        assertEquals(Deadline.NONE, grammar.read(" \u3000", 2023));
        assertTrue(Deadline.NONE.readable());
    }

    @Test
    void doesNotHangOrFailOnALongMuddle() {
        for (String piece : List.of("至", "8月", "年", "长期坚持", "一", "；", "（", "10个工作日内")) {
            assertFalse(grammar.read("某" + piece.repeat(5_000), 2023).readable(), piece);
        }
    }
}
