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

/** 索引号, 发文字号, 代码 and 栏目: by these a notice or unit is found. */
class NumberMistakesTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String B = "content/notices/2023/b.md";
    private static final String UNITS = "content/units.yml";

    @TempDir private Path folder;

    @Test
    void refusesAnIndexNumberUsedTwiceAndNamesBothPlaces() {
        assertRefused(
                new TinyColumn(folder).withNotice().withNotice("2023/b", "〕1号", "〕2号"),
                B
                        + ":3: 错误 索引号“11371524004435601F/2023-00000001”重复，"
                        + A
                        + " 第 3 行已经使用。请核对后改正其中一处。[duplicate-index-number]");
    }

    @Test
    void refusesADocumentNumberUsedTwiceInWhateverBrackets() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .withNotice("2023/b", "00000001", "00000002", "〔2023〕1号", "[2023]01号"),
                B
                        + ":4: 错误 发文字号“样政办发[2023]01号”重复，"
                        + A
                        + " 第 4 行已经使用。请核对后改正其中一处。[duplicate-document-number]",
                B
                        + ":4: 警告 发文字号“样政办发[2023]01号”的写法不规范。"
                        + "请写成“样政办发〔2023〕1号”，年份用六角括号“〔〕”。[document-number]");
    }

    @Test
    void refusesANumberThatAnUnpublishedNoticeHasAlready() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "公开属性: 不予公开\n审核:")
                        .withNotice("2023/b", "〕1号", "〕2号", "审核:", "公开属性: 依申请公开\n审核:"),
                B
                        + ":3: 错误 索引号“11371524004435601F/2023-00000001”重复，"
                        + A
                        + " 第 3 行已经使用。请核对后改正其中一处。[duplicate-index-number]");
    }

    @Test
    void warnsOfAWrongCheckCharacter() {
        assertWarned(
                new TinyColumn(folder).withNotice("2023/a", "4435601F/", "4435601G/"),
                A
                        + ":3: 警告 索引号开头的统一社会信用代码“11371524004435601G”校验不符，可能有一位写错。"
                        + "请核对；如果前 17 位无误，最后一位应为“F”。[index-number-check]");
    }

    @Test
    void warnsOfAnIndexNumberOfAnotherForm() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice("2023/a", "11371524004435601F/2023-00000001", "无"),
                A
                        + ":3: 警告 索引号“无”与本栏目的格式不一致。请核对；一般写成“统一社会信用代码/年份-顺序号”，"
                        + "例如 113715250044422281/2023-00000007。[index-number-format]");
    }

    @Test
    void takesTheFormThatTheColumnSets() {
        TinyColumn column =
                new TinyColumn(folder)
                        .with(
                                "site.yml",
                                "名称: 样例县政府信息公开专栏\n网址: https://yangli.example/\n网站标识码: \"3799000009\"\n索引号格式: \"\\\\d{8}-\\\\d{6}-\\\\d{3}\"\n")
                        .withNotice(
                                "2023/a", "11371524004435601F/2023-00000001", "20230618-205818-135")
                        .build();
        assertEquals(List.of(), column.problems());
    }

    @Test
    void warnsOfAnIndexNumberOfAnotherYear() {
        assertWarned(
                new TinyColumn(folder).withNotice("2023/a", "F/2023-", "F/2021-"),
                A + ":3: 警告 索引号中的年份 2021 与成文日期、发布日期的年份都不一致。" + "请核对索引号和日期。[index-number-year]");
    }

    @ParameterizedTest
    @CsvSource({"样政办发[2023]1号", "样政办发（2023）1号", "样政办发〔2023〕01号", "样政办发〔2023〕1"})
    void warnsOfADocumentNumberInAnotherWriting(String typed) {
        assertWarned(
                new TinyColumn(folder).withNotice("2023/a", "样政办发〔2023〕1号", "\"" + typed + "\""),
                A
                        + ":4: 警告 发文字号“"
                        + typed
                        + "”的写法不规范。请写成“样政办发〔2023〕1号”，年份用六角括号“〔〕”。[document-number]");
    }

    @ParameterizedTest
    @CsvSource({
        "样政办发〔2023〕1号, 样政办发[2023]1号",
        "样政办发[2023]1号, 样政办发〔2023〕1号",
        "样政办发（2023）1号, 样政办发[2023]1号"
    })
    void findsARepealedNoticeByEitherWritingOfItsNumber(String own, String named) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "样政办发〔2023〕1号", "\"" + own + "\"")
                        .withNotice(
                                "2023/b",
                                "00000001",
                                "00000002",
                                "〕1号",
                                "〕2号",
                                "审核:",
                                "废止: [\"" + named + "\"]\n审核:")
                        .build();
        assertEquals(List.of(), column.places("relation-unknown"));
        assertTrue(column.published());
        assertTrue(
                column.read("data/notices.json")
                        .contains("{\"code\":\"REPEALED\",\"label\":\"废止\",\"by\":\"2023/b\"}"));
    }

    @Test
    void acceptsANoticeWithoutADocumentNumber() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "发文字号: 样政办发〔2023〕1号\n", "")
                        .withNotice("2023/b", "发文字号: 样政办发〔2023〕1号", "发文字号:", "00000001", "00000002")
                        .build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.read("data/notices.json").contains("\"documentNumber\":null"));
    }

    @Test
    void refusesACodeUsedTwice() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                UNITS,
                                """
                                单位:
                                  - {名称: 样例县人民政府办公室, 代码: ban, 类别: 政府办公室}
                                  - {名称: 县财政局, 代码: ban, 类别: 政府部门}
                                """),
                UNITS
                        + ":3: 错误 代码“ban”重复，content/units.yml 第 2 行已有。"
                        + "请只保留一处，或者改成不同的代码。[unit-code]");
    }

    @Test
    void refusesACodeThatIsNoAddress() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(UNITS, "单位:\n  - {名称: 县财政局, 代码: ../caizheng, 类别: 政府部门}\n"),
                UNITS + ":2: 错误 代码“../caizheng”不能用作网址。" + "请只用字母、数字和“-”，例如 caizhengju。[unit-code]");
    }

    @Test
    void refusesAUnitRegisteredTwice() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                UNITS,
                                """
                                单位:
                                  - {名称: 组织部（人力资源部）, 代码: zuzhibu, 类别: 党群机构}
                                  - {名称: 组织部(人力资源部), 代码: renli, 类别: 党群机构}
                                """),
                UNITS
                        + ":3: 错误 单位“组织部(人力资源部)”重复，content/units.yml 第 2 行已有。"
                        + "请只保留一处，或者改成不同的名称。[unit-name]");
    }

    @Test
    void refusesAnUnknownKindOfUnit() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                UNITS,
                                """
                                单位:
                                  - {名称: 县财政局, 代码: caizhengju, 类别: 政府部们}
                                统称:
                                  - {名称: 各乡镇, 类别: [乡], 成员: [县财政局]}
                                """),
                UNITS
                        + ":2: 错误 “类别”不能写成“政府部们”。是不是“政府部门”？可以写："
                        + "政府办公室、政府部门、乡镇、街道、开发区、党群机构、垂直管理、事业单位、企业、其他。[value]",
                UNITS
                        + ":4: 错误 “类别”不能写成“乡”。可以写："
                        + "政府办公室、政府部门、乡镇、街道、开发区、党群机构、垂直管理、事业单位、企业、其他。[value]");
    }

    @Test
    void warnsOfAMemberThatIsNotRegistered() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                UNITS,
                                """
                                单位:
                                  - {名称: 县财政局, 代码: caizhengju, 类别: 政府部门}
                                统称:
                                  - {名称: 县直各部门, 成员: [县财政局, 县财证局]}
                                  - {名称: 各镇街, 类别: [乡镇, 街道]}
                                """),
                UNITS + ":4: 警告 单位名录里没有“县财证局”。是不是“县财政局”？[unknown-unit]",
                UNITS
                        + ":5: 警告 统称“各镇街”里没有一个单位。"
                        + "请填写“类别”或“成员”；如果不应展开，请写“开放: true”。[collective-empty]");
    }

    @Test
    void warnsOfACollectiveNameThatIsAUnits() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                UNITS,
                                """
                                单位:
                                  - {名称: 县直机关工委, 代码: gongwei, 简称: [县直机关], 类别: 党群机构}
                                统称:
                                  - {名称: 县直机关, 开放: true}
                                """),
                UNITS
                        + ":4: 警告 统称“县直机关”同时是一个单位的名称（content/units.yml 第 2 行）。"
                        + "请去掉其中一处，否则任务会记到这个单位名下。[unit-name]");
    }

    @Test
    void warnsOfAPlaceThatTheCatalogDoesNotHave() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "栏目: 政策文档\n审核:")
                        .withNotice(
                                "2023/b",
                                "审核:",
                                "栏目: 政策文件\n审核:",
                                "00000001",
                                "00000002",
                                "〔2023〕1号",
                                "〔2023〕2号")
                        .with("content/catalog.yml", "目录:\n  - 名称: 政策\n    下级: [政策文件]\n"),
                A + ":9: 警告 主动公开基本目录里没有“政策文档”。是不是“政策文件”？[unknown-category]");
    }
}
