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

/** 豁免: what was found, looked at by a person and let stand, for a time. */
class WaiverTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String WAIVERS = "content/waivers.yml";
    private static final String WAIVER =
            """
            豁免:
              - 文件: content/notices/2023/a.md
                检查: 手机号
                内容: 138****1234
                理由: 值班专用手机，由单位配发
                批准人: 周批准
                截止日期: 2023-12-31
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"138****1234", "\"1234\"", "1234"})
    void letsStandWhatItNames(String content) {
        TinyColumn column = column(WAIVER.replace("138****1234", content)).build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.read("notices/2023/a/index.html").contains("13800001234"));
    }

    @Test
    void keepsApproverAndReasonOutOfTheSite() {
        TinyColumn column = column(WAIVER).build();
        BuiltSite site = new BuiltSite(column.out());
        for (String file : site.files()) {
            assertFalse(site.text(file).contains("周批准"), file);
            assertFalse(site.text(file).contains("值班专用手机"), file);
        }
    }

    @Test
    void holdsThroughItsLastDay() {
        assertWarned(column(WAIVER).asOf("2023-12-31"));
    }

    @Test
    void saysThatItIsOverAndOnlyWarnsSinceADayWentBy() {
        assertWarned(
                column(WAIVER).asOf("2024-01-01"),
                A
                        + ":16: 警告 这里有完整的手机号“138****1234”，会泄露个人信息。"
                        + "豁免已于 2023-12-31 到期（"
                        + WAIVERS
                        + " 第 4 行），不再有效。"
                        + "请删去，或者写成“138****1234”；联系电话请写办公座机。仍需保留的，请重新批准，并改写截止日期。[mobile-number]");
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, b.md",
        "手机号, 身份证号",
        "138****1234, 139****1234",
        "138****1234, 4321",
    })
    void letsNothingElseStandAndSaysThatItIsNotUsed(String typed, String other) {
        TinyColumn column = column(WAIVER.replace(typed, other)).build();
        assertEquals(List.of(A + ":16"), column.places("mobile-number"));
        assertEquals(List.of(WAIVERS + ":4"), column.places("waiver-unused"));
        assertFalse(column.published());
    }

    @Test
    void warnsOfOneThatNothingNeeds() {
        assertWarned(
                new TinyColumn(folder).withNotice().with(WAIVERS, WAIVER),
                WAIVERS
                        + ":4: 警告 content/notices/2023/a.md 里没有发现手机号“138****1234”，这项豁免没有用到。"
                        + "请核对文件和内容；不再需要的请删去这一项。[waiver-unused]");
    }

    @ParameterizedTest
    @CsvSource({
        "理由: 值班专用手机，由单位配发, 理由, 值班专用手机，由单位配发",
        "批准人: 周批准, 批准人, 张三",
        "截止日期: 2023-12-31, 截止日期, 2023-09-13"
    })
    void holdsOnlyWithReasonApproverAndEnd(String line, String key, String example) {
        TinyColumn column = column(WAIVER.replace("    " + line + "\n", "")).build();
        assertEquals(List.of(A + ":16"), column.places("mobile-number"));
        assertTrue(
                column.problems()
                        .contains(
                                WAIVERS
                                        + ":2: 错误 缺少“"
                                        + key
                                        + "”。请加上一行“"
                                        + key
                                        + ": "
                                        + example
                                        + "”。[missing-key]"),
                () -> column.problems().toString());
    }

    @Test
    void mustNotHoldTheNumberItself() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(WAIVERS, WAIVER.replace("138****1234", "13800001234")),
                WAIVERS
                        + ":4: 错误 “内容”里不能写完整的号码，否则号码会从这里泄露。"
                        + "请照提示里的写法，只写带星号的号码（例如 138****1234）或者最后四位。[waiver]");
    }

    @Test
    void saysWhatIsMistyped() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(WAIVERS, WAIVER.replace("手机号", "手机号码").replace("截止日期", "截至日期")),
                WAIVERS + ":3: 错误 “检查”不能写成“手机号码”。是不是“手机号”？可以写：身份证号、手机号、银行卡号、错敏词、密级标志。[value]",
                WAIVERS + ":7: 错误 没有“截至日期”这个键。是不是“截止日期”？[unknown-key]");
    }

    @Test
    void letsWordsAndMarksStandToo() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice("2023/a", "请认真贯彻执行。", "部署秸杆禁烧，密级写成“机密★10年”。")
                        .with(
                                WAIVERS,
                                """
                                豁免:
                                  - {文件: content/notices/2023/a.md, 检查: 错敏词, 内容: 秸杆, 理由: 原文如此, 批准人: 周批准, 截止日期: 2023-12-31}
                                  - {文件: content/notices/2023/a.md, 检查: 密级标志, 内容: 机密★10年, 理由: 说明写法, 批准人: 周批准, 截止日期: 2023-12-31}
                                """));
    }

    private TinyColumn column(String waivers) {
        return new TinyColumn(folder)
                .withNotice("2023/a", "请认真贯彻执行。", "值班电话：13800001234")
                .with(WAIVERS, waivers);
    }
}
