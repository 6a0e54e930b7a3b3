package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gongkai.cli.CommandLineInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 身份证号, 手机号 and 银行卡号 of people are found wherever an editor may leave them, and not shown. */
class PersonalDataTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String ASK = "确需保留的，经批准后写进 content/waivers.yml。";
    private static final String IDENTITY = "379900198503070025";
    private static final String MOBILE = "13800001234";

    @TempDir private Path folder;

    @Test
    void refusesEachNumberOfANoticeWithItsLine() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "请认真贯彻执行。",
                                "联系人：李四，"
                                        + MOBILE
                                        + "。\n\n| 姓名 | 证件 |\n| --- | --- |\n| 张三 | "
                                        + IDENTITY
                                        + " |\n\n工资卡：6217 0000 1234 5670"),
                A
                        + ":16: 错误 这里有完整的手机号“138****1234”，会泄露个人信息。"
                        + "请删去，或者写成“138****1234”；联系电话请写办公座机。"
                        + ASK
                        + "[mobile-number]",
                A
                        + ":20: 错误 这里有完整的身份证号“37*************025”，会泄露个人信息。"
                        + "请删去，或者写成“37*************025”。"
                        + ASK
                        + "[identity-number]",
                A
                        + ":22: 错误 这里有完整的银行卡号“6217********5670”，会泄露个人信息。"
                        + "请删去，或者写成“6217********5670”。"
                        + ASK
                        + "[bank-card]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- 张三 13800001234 -->",
                "<p title=\"13800001234\">张三</p>",
                "![13800001234](files/tu.png)",
                "[拨打](tel:13800001234)",
                "[13800001234](https://www.example.com/)",
                "`13800001234`",
                "    13800001234",
                "> 13800001234",
                "１３８００００１２３４",
                "138 0000 1234"
            })
    void findsANumberInWhateverMarkdown(String body) {
        TinyColumn column =
                new TinyColumn(folder)
                        .with("content/notices/2023/files/tu.png", "图")
                        .withNotice("2023/a", "请认真贯彻执行。", body)
                        .build();
        assertEquals(List.of(A + ":16"), column.places("mobile-number"));
        assertFalse(column.published());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138**0000**1234",
                "138&#48;0001234",
                "&#49;3800001234",
                "&#x31;3800001234",
                "138<b>0000</b>1234",
                "138&nbsp;0000&nbsp;1234",
                "138&#160;0000&ensp;1234",
                "138\\-0000\\-1234",
                "138\\.0000\\.1234",
                "138`0000`1234",
                "138[0000](https://www.example.com/2023)1234",
                "电话 138**00**001234",
                "138 **00001234**",
                "138&zwnj;0000&zwj;1234",
                "<a href=\"https://www.example.com/&#49;3800001234\">张三</a>",
                "| 姓名 | 电话 |\n| --- | --- |\n| 张三 | 138**0000**1234 |"
            })
    void findsANumberThatMarkupCutsInItsLine(String body) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "请认真贯彻执行。", "2023年第1号，2,500人。\n\n" + body)
                        .build();
        int line = 17 + (int) body.lines().count();
        assertEquals(List.of(A + ":" + line), column.places("mobile-number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "379900.19850307.0025",
                "3799001985\n03070025",
                "3799001985\\\n03070025",
                "> 3799001985\n> 03070025",
                "3799001985  \n**0307**0025",
                "3&nbsp;7&nbsp;9 9 0 0 1 9 8 5 0 3 0 7 0 0 2 5"
            })
    void findsAnIdentityNumberHoweverItIsCut(String body) {
        TinyColumn column =
                new TinyColumn(folder).withNotice("2023/a", "请认真贯彻执行。", "各单位：\n\n" + body).build();
        assertEquals(List.of(A + ":18"), column.places("identity-number"));
    }

    @Test
    void saysOfANumberThatMarkupCutsWhatIsBetween() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "请认真贯彻执行。",
                                MOBILE + "\n\n138**0000**1234\n\n138&nbsp;0000&nbsp;1234"),
                A
                        + ":16: 错误 这里有完整的手机号“138****1234”，会泄露个人信息。"
                        + "请删去，或者写成“138****1234”；联系电话请写办公座机。"
                        + ASK
                        + "[mobile-number]",
                A
                        + ":18: 错误 这里（中间夹有符号或代码）有完整的手机号“138****1234”，会泄露个人信息。"
                        + "请删去，或者写成“138****1234”；联系电话请写办公座机。"
                        + ASK
                        + "[mobile-number]",
                A
                        + ":20: 错误 这里（中间夹有符号或代码）有完整的手机号“138****1234”，会泄露个人信息。"
                        + "请删去，或者写成“138****1234”；联系电话请写办公座机。"
                        + ASK
                        + "[mobile-number]");
    }

    @Test
    void findsANumberThatMarkupCutsInAnAttachedPage() {
        TinyColumn column =
                new TinyColumn(folder)
                        .with(
                                "content/notices/2023/files/a.html",
                                "<table>\n<tr><td>138</td><td>0000</td><td>1234</td></tr>\n"
                                        + "<tr><td>138<b>0000</b>1234</td></tr></table>")
                        .withNotice("2023/a", "审核:", "附件: [{文件: files/a.html}]\n审核:")
                        .build();
        assertEquals(
                List.of("content/notices/2023/files/a.html:2"), column.places("mobile-number"));
    }

    @Test
    void findsNumbersInFrontMatterTasksPagesAndSettings() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "主题分类:", "关键词: [" + IDENTITY + "]\n主题分类:")
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                "年度: 2023\n任务:\n  - 要求: 联系" + MOBILE + "。\n    责任单位: 样例县人民政府办公室\n")
                        .with("content/pages/lianxi.md", "---\n标题: 联系我们\n---\n" + MOBILE + "\n")
                        .build();
        assertEquals(List.of(A + ":6"), column.places("identity-number"));
        assertEquals(
                List.of("content/notices/2023/a.tasks.yml:3", "content/pages/lianxi.md:4"),
                column.places("mobile-number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"})
    void findsNumbersWithWhatNobodySeesBetweenTheFigures(String unseen) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "主题分类:",
                                "关键词: [" + IDENTITY.replace("", unseen) + "]\n主题分类:",
                                "请认真贯彻执行。",
                                MOBILE.replace("", unseen))
                        .build();
        assertEquals(List.of(A + ":6"), column.places("identity-number"));
        assertEquals(List.of(A + ":17"), column.places("mobile-number"));
    }

    @Test
    void onlyWarnsOfAMobileNumberOfAnOffice() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                "content/units.yml",
                                "单位:\n  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室, 电话: 138-0000-1234}\n"),
                "content/units.yml:2: 警告 这里有完整的手机号“138****1234”，会泄露个人信息。"
                        + "请删去，或者写成“138****1234”；联系电话请写办公座机。"
                        + ASK
                        + "[mobile-number]");
    }

    @Test
    void findsANumberInTheNameOfAFileAndMasksTheName() {
        assertRefused(
                new TinyColumn(folder)
                        .with("content/notices/2023/files/" + IDENTITY + ".pdf", "附件")
                        .withNotice("2023/a", "审核:", "附件: [{文件: files/" + IDENTITY + ".pdf}]\n审核:"),
                A
                        + ":9: 错误 这里有完整的身份证号“37*************025”，会泄露个人信息。"
                        + "请删去，或者写成“37*************025”。"
                        + ASK
                        + "[identity-number]",
                "content/notices/2023/files/37*************025.pdf:1: 错误 文件名里有完整的身份证号“37*************025”，会泄露个人信息。"
                        + "请删去，或者写成“37*************025”。"
                        + ASK
                        + "[identity-number]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "索引号113715250044422281/2021-26757114",
                "统一社会信用代码113715250044422281",
                "张三，身份证号37*************025，电话138****1234",
                "县政府办公室电话0635-1234567，热线12345",
                "公网安备37990002000001号",
                "总投资13800001234.00元",
                "| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| **138** | **0000** | **1234** |",
                "| 甲 | 乙 |\n| --- | --- |\n| 37**9900**1985 | 03070025 |",
                "<table><tr><td>138</td><td>0000</td><td>1234</td></tr></table>",
                "- **138**\n- **0000**\n- **1234**",
                "*东阿镇* 1500 138 12345678\n*铜城* 1600 120 23456789",
                "*自* 2023.09.13 至 2023.10.12，2023-09-13 2023-10-12",
                "注册号370102200012345"
            })
    void letsPassWhatIsMaskedOrNoPersons(String body) {
        assertWarned(new TinyColumn(folder).withNotice("2023/a", "请认真贯彻执行。", body));
    }

    @ParameterizedTest
    @CsvSource({
        "身份证号：379900850307002, identity-number",
        "身份证号：379900198503070026, identity-number",
        "卡号：4111111111111111, bank-card"
    })
    void takesUncertainFiguresForWhatTheTextSpeaksOf(String body, String check) {
        TinyColumn column = new TinyColumn(folder).withNotice("2023/a", "请认真贯彻执行。", body).build();
        assertEquals(List.of(A + ":16"), column.places(check));
    }

    @Test
    void onlyWarnsOfANumberInADraftAndAsksNothingOfWhatIsNeverPublished() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "状态: 草稿\n审核:", "请认真贯彻执行。", MOBILE)
                        .withNotice(
                                "2023/b",
                                "00000001",
                                "00000002",
                                "〕1号",
                                "〕2号",
                                "审核:",
                                "公开属性: 不予公开\n审核:",
                                "请认真贯彻执行。",
                                MOBILE)
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertEquals(List.of(A + ":17"), column.places("mobile-number"));
    }

    @Test
    void masksTheNumberInTheMessagesOfOtherChecksToo() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "11371524004435601F/2023-00000001", IDENTITY)
                        .build();
        assertTrue(column.problems().size() > 1, () -> column.problems().toString());
        assertFalse(column.problems().toString().contains(IDENTITY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void neverPrintsTheNumber(String format) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "请认真贯彻执行。", IDENTITY + "，[拨打](tel:" + MOBILE + ")");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status =
                new CommandLineInterface(TinyColumn.GENERATOR, Clock.systemUTC(), print, print)
                        .run("check", "--source", column.root() + "", "--format", format);
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(1, status, said);
        assertTrue(said.contains("37*************025") && said.contains("138****1234"), said);
        assertFalse(said.contains(IDENTITY) || said.contains(MOBILE), said);
    }

    @Test
    void warnsOfTwoMasksThatGiveANumberAwayTogether() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "请认真贯彻执行。",
                                "张三379900********0025\n\n李四379900********0033\n\n张三******19850307****"),
                A
                        + ":20: 警告 这里的号码与前面同一个号码遮住的位置不同，合起来就能看出完整的身份证号。"
                        + "请按同一种写法遮挡，例如“35*************123”。[masked-twice]");
    }

    @Test
    void showsMaskedNumbersAsTheyWereTyped() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "请认真贯彻执行。",
                                "张三138****1234、李四37*************02X，**2023**年**重**点，王五******1985****。")
                        .build();
        assertEquals(List.of(), column.problems());
        assertTrue(
                new BuiltSite(column.out())
                        .page("notices/2023/a/index.html")
                        .text()
                        .contains("张三138****1234、李四37*************02X，2023年重点，王五******1985****。"));
    }

    @Test
    void letsPassManyNumbersMaskedInOneWay() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "请认真贯彻执行。",
                                "37*************025\n\n37*************033\n\n37*************041"));
    }
}
