package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor mistypes is said in one line of Chinese: where, what, and what to type. */
class EditorMistakesTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String TASKS = "content/notices/2023/a.tasks.yml";
    private static final String UNITS = "content/units.yml";

    @TempDir private Path folder;

    @Test
    void buildsWithoutAWordWhereThereIsNoMistake() {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.published());
    }

    // Keys

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    标题     | ××县人民政府办公室关于……的通知
                    索引号   | 113715250044422281/2023-00000007
                    发布机关 | ××县人民政府办公室
                    成文日期 | 2023-09-13
                    发布日期 | 2023-09-13
                    """)
    void refusesANoticeWithoutARequiredKey(String key, String example) {
        String line = lineOf(TinyColumn.NOTICE, key + ": ");
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", line + "\n", ""),
                A + ":1: 错误 缺少“" + key + "”。请加上一行“" + key + ": " + example + "”。[missing-key]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    标题     | 2 | ××县人民政府办公室关于……的通知
                    索引号   | 3 | 113715250044422281/2023-00000007
                    发布机关 | 5 | ××县人民政府办公室
                    成文日期 | 7 | 2023-09-13
                    发布日期 | 8 | 2023-09-13
                    """)
    void refusesARequiredKeyWithNothingBehindIt(String key, int at, String example) {
        String line = lineOf(TinyColumn.NOTICE, key + ": ");
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", line, key + ":"),
                A
                        + ":"
                        + at
                        + ": 错误 “"
                        + key
                        + "”没有填写。请填写“"
                        + key
                        + ": "
                        + example
                        + "”。[missing-key]");
    }

    @Test
    void takesQuotesTildeAndNullForNothing() {
        for (String nothing : List.of("\"\"", "''", "~", "null", "　")) {
            TinyColumn column =
                    new TinyColumn(folder)
                            .withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: " + nothing)
                            .build();
            assertEquals(List.of(A + ":7"), column.places("missing-key"), nothing);
        }
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "主题分类:", "成文日期: 2023-09-12\n主题分类:")
                        .with(
                                TASKS,
                                """
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任单位: 样例县人民政府办公室
                                    责任单位: 样例县人民政府
                                """),
                A + ":8: 错误 “成文日期”写了两遍，第 6 行已有。请只保留一处。[duplicate-key]",
                TASKS + ":4: 错误 “责任单位”写了两遍，第 3 行已有。请只保留一处。[duplicate-key]");
    }

    @Test
    void offersTheNearestKeyForAnUnknownOne() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "主题分类:", "主题分类型:", "复审: {人员:", "复审: {人名:")
                        .with(
                                UNITS,
                                """
                                单位:
                                  - {名称: 样例县人民政府办公室, 代号: zhengfuban, 类别: 政府办公室}
                                """)
                        .with(
                                TASKS,
                                """
                                年份: 2023
                                任务:
                                  - 要求: 规范专栏建设。
                                    责任部门: 样例县人民政府办公室
                                """),
                A + ":6: 错误 没有“主题分类型”这个键。是不是“主题分类”？[unknown-key]",
                A + ":11: 错误 没有“人名”这个键。是不是“人员”？[unknown-key]",
                TASKS + ":1: 错误 没有“年份”这个键。是不是“年度”？[unknown-key]",
                TASKS
                        + ":3: 警告 第 1 项任务没有牵头部门，也没有责任单位。"
                        + "请在这项任务或它所在的分组上加上“责任单位: ……”。[task-without-unit]",
                TASKS + ":4: 错误 没有“责任部门”这个键。是不是“责任单位”？[unknown-key]",
                UNITS + ":2: 错误 没有“代号”这个键。是不是“代码”？[unknown-key]");
    }

    @Test
    void namesTheKeysThereAreForOneUnlikeAll() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "主题分类:", "责任编辑及联系电话: 某某\n主题分类:"),
                A
                        + ":6: 错误 没有“责任编辑及联系电话”这个键。可以用的键有：标题、索引号、发文字号、发布机关、主题分类、成文日期、"
                        + "发布日期、有效性、统一编号、施行日期、有效期至、废止、替代、修改、解读、公开属性、栏目、关键词、附件、旧地址、审核、状态。[unknown-key]");
    }

    @Test
    void onlyWarnsOfAnUnknownKeyInTheSettings() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                "site.yml",
                                "名称: 样例县政府信息公开专栏\n主办单元: 样例县人民政府办公室\n网址: https://yangli.example/\n网站标识码: \"3799000009\"\n"),
                "site.yml:2: 警告 没有“主办单元”这个键。是不是“主办单位”？[unknown-key]");
    }

    // Colons

    @Test
    void saysAllFullWidthColonsOfAFileAtOnceAndTheOtherMistakesToo() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "标题: ",
                                "标题：",
                                "成文日期: 2023-09-13",
                                "成文日期：2023-02-30",
                                "复审: {人员: 钱复审, 日期: 2023-09-12}",
                                "复审: {人员：钱复审, 日期：2023-09-12}",
                                "终审: {",
                                "终审：{"),
                A + ":2: 错误 “标题”后面用了全角冒号“：”。请改成半角冒号加一个空格，写成“标题: ……”。[yaml-colon]",
                A + ":7: 错误 成文日期“2023-02-30”不是有效日期。请写成 YYYY-MM-DD，例如 2023-02-28。[document-date]",
                A + ":7: 错误 “成文日期”后面用了全角冒号“：”。请改成半角冒号加一个空格，写成“成文日期: ……”。[yaml-colon]",
                A + ":11: 错误 “人员”后面用了全角冒号“：”。请改成半角冒号加一个空格，写成“人员: ……”。[yaml-colon]",
                A + ":11: 错误 “日期”后面用了全角冒号“：”。请改成半角冒号加一个空格，写成“日期: ……”。[yaml-colon]",
                A + ":12: 错误 “终审”后面用了全角冒号“：”。请改成半角冒号加一个空格，写成“终审: ……”。[yaml-colon]");
    }

    @Test
    void seesAFullWidthColonInTheLastLineAndBehindAKeyOfABlock() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "审核:",
                                "审核：",
                                "2023-09-13}\n---",
                                "2023-09-13}\n状态：发布\n---"),
                A + ":9: 错误 “审核”后面用了全角冒号“：”。请改成半角冒号加一个空格，写成“审核: ……”。[yaml-colon]",
                A + ":13: 错误 “状态”后面用了全角冒号“：”。请改成半角冒号加一个空格，写成“状态: ……”。[yaml-colon]");
    }

    @Test
    void seesFullWidthColonsInATaskTable() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                TASKS,
                                """
                                标题：任务分解表
                                分组：
                                  - 名称：一、加强公开
                                    任务：
                                      - 要求：规范专栏建设。
                                        责任单位：样例县人民政府办公室
                                        完成时限：2023年12月底前
                                        进展: [{日期：2023-09-30, 状态：进行中}]
                                """),
                colon(TASKS, 1, "标题"),
                colon(TASKS, 2, "分组"),
                colon(TASKS, 3, "名称"),
                colon(TASKS, 4, "任务"),
                colon(TASKS, 5, "要求"),
                colon(TASKS, 6, "责任单位"),
                colon(TASKS, 7, "完成时限"),
                colon(TASKS, 8, "日期"),
                colon(TASKS, 8, "状态"));
    }

    @Test
    void seesFullWidthColonsInTheRegister() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                UNITS,
                                """
                                单位：
                                  - {名称：样例县人民政府办公室, 代码: zhengfuban, 类别：政府办公室}
                                """),
                colon(UNITS, 1, "单位"),
                colon(UNITS, 2, "名称"),
                colon(UNITS, 2, "类别"));
    }

    @Test
    void leavesAFullWidthColonInAValueAlone() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "关于做好政务公开工作的通知", "通知：关于标题：政务公开")
                        .build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.read("data/notices.json").contains("样例县人民政府办公室通知：关于标题：政务公开"));
    }

    @Test
    void asksForTheSpaceBehindAColon() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a", "标题: ", "标题:", "发布日期: ", "发布日期:", "人员: 钱复审", "人员:钱复审"),
                space(A, 2, "标题"),
                space(A, 8, "发布日期"),
                space(A, 11, "人员"));
    }

    // Indentation and syntax

    @Test
    void refusesATabAtTheStartOfALine() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "  复审:", "\t复审:")
                        .with(TASKS, "任务:\n\t- 要求: 规范专栏建设。\n\t  责任单位: 样例县人民政府办公室\n"),
                tab(A, 11),
                tab(TASKS, 2),
                tab(TASKS, 3));
    }

    @Test
    void tellsOfEachOfManyLinesThatAreMistypedAlike() {
        StringBuilder tasks = new StringBuilder("任务:\n");
        List<String> problems = new ArrayList<>();
        for (int line = 2; line <= 120; line += 2) {
            tasks.append("  - 要求: 甲\n\t责任单位: 样例县人民政府办公室\n");
            problems.add(tab(TASKS, line + 1));
        }
        assertRefused(
                new TinyColumn(folder).withNotice().with(TASKS, tasks.toString()),
                problems.toArray(String[]::new));
    }

    @Test
    void refusesFullWidthSpacesAtTheStartOfALine() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "  复审:", "　复审:", "  终审:", "　终审:"),
                A + ":11: 错误 行首用了全角空格。请删除全角空格，改用半角空格缩进（每层 2 个空格）。[yaml-indent]",
                A + ":12: 错误 行首用了全角空格。请删除全角空格，改用半角空格缩进（每层 2 个空格）。[yaml-indent]");
    }

    @Test
    void showsTheLineOnWhichAQuoteOpensThatNeverCloses() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "标题: 样例县", "标题: \"样例县"),
                A + ":2: 错误 引号没有配对。请在这一段内容的末尾补上引号；值里的引号请用中文引号“”。[yaml-syntax]");
    }

    @Test
    void showsTheLineOnWhichABracketOpensThatNeverCloses() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "[综合政务, 政务公开]", "[综合政务, 政务公开"),
                A + ":6: 错误 方括号“[ ]”没有配对，或者各项之间缺少逗号。请写成 [甲, 乙]，逗号用半角。[yaml-syntax]");
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "2023-09-12}", "2023-09-12"),
                A
                        + ":11: 错误 花括号“{ }”没有配对，或者各项之间缺少逗号。"
                        + "请写成 {人员: 张三, 日期: 2023-09-10}，逗号用半角；"
                        + "内容里有冒号、逗号的，把内容用英文双引号括起来。[yaml-syntax]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            textBlock =
                    """
                    “关于做好工作的通知” # 标题的两头是中文引号，网页上会连同引号显示。标题本身没有引号的，请删去两头的引号；确须加引号的，用英文双引号。
                    关于做好<br>工作的通知 # 标题里有“<br>”，会原样显示。请删去；标题写成一行，不用自己换行。
                    """)
    void tellsOfMarksInATitle(String title, String said) {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a", "标题: 样例县人民政府办公室关于做好政务公开工作的通知", "标题: \"" + title + "\""),
                A + ":2: 警告 " + said + "[title-marks]");
    }

    @Test
    void letsPassQuotesWithinATitle() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice("2023/a", "关于做好政务公开工作的通知", "关于“一件事”和“跨省通办”的通知<试行>"));
    }

    @Test
    void namesTheFullWidthCommaAndTheFullWidthBraces() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "钱复审, ", "钱复审，"),
                A + ":11: 错误 花括号里，“日期”前面的不是半角逗号。" + "请改成半角逗号加一个空格，写成“, 日期: ……”。[yaml-syntax]");
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a", "{人员: 钱复审, 日期: 2023-09-12}", "｛人员: 钱复审, 日期: 2023-09-12｝"),
                A
                        + ":11: 错误 这一行用了全角的花括号“｛”或“｝”。"
                        + "请改成半角，写成 {人员: 张三, 日期: 2023-09-10} 的样子，冒号、逗号也用半角。[yaml-syntax]");
    }

    @Test
    void showsALineWithoutAColon() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "主题分类: [综合政务, 政务公开]", "主题分类"),
                A + ":6: 错误 这一行缺少冒号。请写成“键: 值”，冒号用半角，后面加一个空格。[yaml-syntax]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    标题 样例县             | “标题”后面缺少冒号。请写成“标题: ……”，冒号用半角，后面加一个空格。[yaml-colon]
                    标题= 样例县            | “标题”后面缺少冒号。请写成“标题: ……”，冒号用半角，后面加一个空格。[yaml-colon]
                    ` 标题: 样例县`         | 行首多了空格。请删去行首的空格，让同一层的键左对齐。[yaml-indent]
                    标题: "关于"某事项的通知 | 内容以英文引号开头，后一个引号后面还有文字。请把值里的引号改成中文引号，例如 标题: “……”……；整个内容都在引号里的，删去引号后面的文字。[yaml-syntax]
                    标题: "关于\\x的通知"    | 双引号里有反斜杠“\\”。请把反斜杠写成“\\\\”，或者改用单引号。[yaml-syntax]
                    标题: - 关于            | 内容以“- ”开头，被当成了列表。请用英文双引号把这一项括起来，例如 标题: "- ……"。[yaml-syntax]
                    标题: !通知 一          | “!”开头的内容不能直接写。请用英文双引号把这一项括起来。[yaml-syntax]
                    """)
    void saysWhatIsWrongWithALineThatIsNoYamlWhereItStands(String line, String says) {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "标题: 样例县人民政府办公室关于做好政务公开工作的通知", line),
                A + ":2: 错误 " + says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  责任单位: 样例县人民政府办公室\n", ""})
    void asksForTheSpaceBehindADash(String below) {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                TASKS,
                                "责任单位: 样例县人民政府办公室\n任务:\n  -要求: 甲。\n"
                                        + below.replace("  责", "    责")
                                        + "  -要求: 乙。\n"),
                dash(3),
                dash(below.isEmpty() ? 4 : 5));
    }

    @Test
    void showsAValueThatHoldsAColon() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "标题: 样例县", "标题: 通知: 样例县"),
                A
                        + ":2: 错误 这一行多了一个冒号，或者缩进和上一行不一致。"
                        + "值里有冒号时请用英文双引号括起来，例如 标题: \"……: ……\"；同一层的键要左对齐。[yaml-syntax]");
    }

    // Values

    @Test
    void namesTheWordsThatAKeyAllows() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "有效性: 无效\n公开属性: 公开\n状态: 已发布\n审核:"),
                A + ":9: 错误 “有效性”不能写成“无效”。是不是“失效”？可以写：有效、已修改、部分失效、失效、废止、尚未生效。[value]",
                A + ":10: 错误 “公开属性”不能写成“公开”。可以写：主动公开、依申请公开、不予公开。[value]",
                A + ":11: 错误 “状态”不能写成“已发布”。是不是“发布”？可以写：发布、草稿。[value]");
    }

    @Test
    void refusesAListWhereATextShouldStand() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "发文字号: 样政办发〔2023〕1号",
                                "发文字号: [样政办发〔2023〕1号]",
                                "主题分类: [综合政务, 政务公开]",
                                "主题分类: {综合政务: 政务公开}",
                                "审核:",
                                "关键词: [[政务公开]]\n审核:"),
                A + ":4: 错误 “发文字号”应当是一段文字，这里写成了列表。请写成“发文字号: ……”。[value-type]",
                A + ":6: 错误 “主题分类”应当是文字或文字的列表。请写成“主题分类: [甲, 乙]”。[value-type]",
                A + ":9: 错误 “关键词”应当是文字或文字的列表。请写成“关键词: [甲, 乙]”。[value-type]");
    }

    @Test
    void refusesTheCommasAndBracketsOfAChineseKeyboardInLists() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "[综合政务, 政务公开]",
                                "[综合政务，政务公开]",
                                "审核:",
                                "关键词: 【政务公开，值班】\n修改: 【样政办发〔2023〕1号】\n审核:")
                        .withNotice(
                                "2023/b",
                                "00000001",
                                "00000002",
                                "〕1号",
                                "〕2号",
                                "[综合政务, 政务公开]",
                                "综合政务，政务公开")
                        .with(
                                UNITS,
                                """
                                单位:
                                  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 简称: [县政府办，政府办]}
                                  - {名称: 县财政局, 代码: czj, 曾用名: 县财政局（县国资局，县金融办）}
                                """),
                list(A, 6, "主题分类", "里有全角逗号，“综合政务，政务公开”被当成了一项。", "综合政务, 政务公开", "comma"),
                list(A, 9, "关键词", "用了全角方括号“【】”。", "政务公开, 值班", "bracket"),
                list(A, 10, "修改", "用了全角方括号“【】”。", "样政办发〔2023〕1号", "bracket"),
                A
                        + ":10: 错误 “修改”里写的“样政办发〔2023〕1号”就是这份文件自己。"
                        + "请在新文件里写“修改: [旧文件的发文字号]”，旧文件不用改，把这里的删去。[relation-cycle]",
                list(
                        "content/notices/2023/b.md",
                        6,
                        "主题分类",
                        "里有全角逗号，“综合政务，政务公开”被当成了一项。",
                        "综合政务, 政务公开",
                        "comma"),
                list(UNITS, 2, "简称", "里有全角逗号，“县政府办，政府办”被当成了一项。", "县政府办, 政府办", "comma"));
    }

    @Test
    void givesAFittingExampleOfANumber() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                "site.yml",
                                "名称: 样例县\n网址: https://yangli.example/\n网站标识码: \"3799000009\"\n"
                                        + "阈值:\n  公开期限工作日: 二十\n");
        assertRefused(column, "site.yml:5: 错误 “公开期限工作日”不能写成“二十”。请写一个整数，例如 公开期限工作日: 20。[value]");
    }

    @Test
    void leavesAThresholdAsItIsThatNoCalendarCanCountOn() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "工作的通知", "工作的办法（试行）", "审核:", "有效期至: 2025-09-12\n审核:")
                        .with(
                                "site.yml",
                                "名称: 样例县\n网址: https://yangli.example/\n网站标识码: \"3799000009\"\n"
                                        + "阈值:\n  试行最长年数: 999999999\n  届满提醒月数: 0\n");
        assertWarned(
                column,
                "site.yml:5: 警告 “试行最长年数”不能写成“999999999”，仍按 2 计算。请写 1 到 9999 的整数。[value]",
                "site.yml:6: 警告 “届满提醒月数”不能写成“0”，仍按 6 计算。请写 1 到 9999 的整数。[value]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    关于 #1 号井的通知  | “标题”里“#”和它后面的“1 号井的通知”被当成了说明，不会发布。 | 关于 #1 号井的通知
                    '"关于" #1 号井'    | “标题”里“#”和它后面的“1 号井”被当成了说明，不会发布。     | 关于 #1 号井
                    '&a 通知'           | “标题”的内容以“&”开头，“&a”不会发布。                     | &a 通知
                    '!!java.lang.String 通知' | “标题”的内容以“!”开头，“!!java.lang.String”不会发布。 | !!java.lang.String 通知
                    '!a 通知'           | “标题”的内容以“!”开头，“!a”不会发布。                     | !a 通知
                    """)
    void refusesATitleOfWhichYamlTakesAPart(String title, String what, String meant) {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "样例县人民政府办公室关于做好政务公开工作的通知", title),
                A
                        + ":2: 错误 "
                        + what
                        + "请用英文双引号把整个内容括起来，例如 标题: \""
                        + meant
                        + "\"；是说明的，请另起一行写。[yaml-lost]");
    }

    @Test
    void tellsOfATitleThatIsAllComment() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "样例县人民政府办公室关于做好政务公开工作的通知", "#1 号井的通知")
                        .build();
        assertEquals(List.of("“标题”里“#”和它后面的“1 号井的通知”被当成了说明，不会发布。"), column.what("yaml-lost"));
        assertEquals(List.of(A + ":2"), column.places("yaml-lost"));
    }

    @Test
    void warnsOfOtherTextThatIsTakenForAComment() {
        assertWarned(
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "关键词: 政务公开 #1\n栏目: # 没有目录\n审核:   # 三审")
                        .with(
                                TASKS,
                                """
                                # 说明另起一行
                                任务:
                                  - 要求: 检修 #2 号泵。
                                    责任单位: &u 样例县人民政府办公室   # 照原文
                                  - 要求: "检修 #3 号泵。" # 照原文
                                    责任单位: *u
                                """),
                A
                        + ":9: 警告 “关键词”里“#”和它后面的“1”被当成了说明，不会发布。"
                        + "请用英文双引号把整个内容括起来，例如 关键词: \"政务公开 #1\"；是说明的，请另起一行写。[yaml-lost]",
                TASKS
                        + ":3: 警告 “要求”里“#”和它后面的“2 号泵。”被当成了说明，不会发布。"
                        + "请用英文双引号把整个内容括起来，例如 要求: \"检修 #2 号泵。\"；是说明的，请另起一行写。[yaml-lost]");
    }

    @Test
    void namesTheTemplatesThereAreForOneThatThereIsNot() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/pages/zhinan.md", "---\n标题: 指南\n模板: nosuch\n---\n正文。\n")
                        .with("templates/zhuanti.ftlh", "x")
                        .build();
        assertEquals(List.of("没有“nosuch”这个模板。"), column.what("value"));
        assertEquals(List.of("content/pages/zhinan.md:3"), column.places("value"));
        String fix = column.onlyProblem().fix();
        assertTrue(fix.startsWith("templates 文件夹里有：404、catalog、"), fix);
        assertTrue(fix.contains("、page、") && fix.endsWith("、zhuanti。不需要单独模板的，请删去这一行。"), fix);
    }

    @Test
    void refusesATextWhereABlockShouldStand() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "终审: {人员: 孙终审, 日期: 2023-09-13}", "终审: 孙终审")
                        .with(TASKS, "分组: 一、加强公开\n任务: [规范专栏建设。]\n责任单位: 样例县人民政府办公室\n"),
                A + ":12: 错误 “终审”下面应当是若干“键: 值”。请换行并缩进后逐项填写。[value-type]",
                TASKS + ":1: 错误 “分组”的这一项应当是若干“键: 值”。请写成“- 键: 值”，其余的键在下一行对齐。[value-type]");
    }

    // Review

    @Test
    void refusesANoticeWithoutAReview() {
        String review = TinyColumn.NOTICE.substring(TinyColumn.NOTICE.indexOf("审核:"));
        review = review.substring(0, review.indexOf("---"));
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", review, ""),
                A
                        + ":1: 错误 缺少“审核”，没有初审、复审、终审的记录。请加上“审核:”，下面缩进写"
                        + "“初审: {人员: 张三, 日期: 2023-09-10}”，复审、终审照此填写。[review]");
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", review, "审核:\n"),
                A
                        + ":9: 错误 缺少“审核”，没有初审、复审、终审的记录。请加上“审核:”，下面缩进写"
                        + "“初审: {人员: 张三, 日期: 2023-09-10}”，复审、终审照此填写。[review]");
    }

    @ParameterizedTest
    @CsvSource({"初审, 赵初审, 2023-09-11", "复审, 钱复审, 2023-09-12", "终审, 孙终审, 2023-09-13"})
    void refusesAReviewThatLacksAStage(String stage, String person, String date) {
        String line = "  " + stage + ": {人员: " + person + ", 日期: " + date + "}\n";
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", line, ""),
                A
                        + ":9: 错误 “审核”缺少"
                        + stage
                        + "。请在“审核”下面加上“"
                        + stage
                        + ": {人员: 张三, 日期: 2023-09-10}”。[review]");
    }

    @Test
    void refusesAReviewByOnePersonTwice() {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "孙终审", "赵初审"),
                A + ":12: 错误 初审和终审是同一个人。三审应由三个人分别审核，请改成实际的审核人员。[review]");
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", "孙终审", "赵 初审"),
                A + ":12: 错误 初审和终审是同一个人。三审应由三个人分别审核，请改成实际的审核人员。[review]");
    }

    @Test
    void refusesAStageWithoutAPersonOrADate() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "{人员: 赵初审, 日期: 2023-09-11}",
                                "{日期: 2023-09-11}",
                                "{人员: 钱复审, 日期: 2023-09-12}",
                                "{人员: 钱复审, 日期: }"),
                A + ":10: 错误 缺少“人员”。请加上一行“人员: 张三”。[missing-key]",
                A + ":11: 错误 “日期”没有填写。请填写“日期: 2023-09-13”。[missing-key]");
    }

    // Several at once

    @Test
    void saysAllMistakesOfAllFilesAtOnceByFileAndLine() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "发布日期: 2023-09-14", "发布日期: 2023/9/14", "标题: ", "标提: ")
                        .withNotice(
                                "2022/b",
                                "2023-00000001",
                                "2023-00000002",
                                "〕1号",
                                "〕2号",
                                "复审:",
                                "复核:")
                        .with(TASKS, "任务:\n  - 要求:\n  - 要求: 公开\n    牵头单位: 样例县人民政府办公室\n")
                        .with("content/pages/zhinan.md", "---\n标题: 指南\n顺序: 一\n---\n"),
                "content/notices/2022/b.md:11: 错误 没有“复核”这个键。是不是“复审”？[unknown-key]",
                A + ":2: 错误 没有“标提”这个键。是不是“标题”？[unknown-key]",
                A + ":8: 错误 发布日期“2023/9/14”不是有效日期。请写成 YYYY-MM-DD，例如 2023-09-14。[publication-date]",
                TASKS + ":2: 错误 “要求”没有填写。请填写“要求: ……”。[missing-key]",
                TASKS + ":4: 错误 没有“牵头单位”这个键。是不是“牵头部门”？[unknown-key]",
                "content/pages/zhinan.md:3: 错误 “顺序”不能写成“一”。请写一个整数，例如 顺序: 1。[value]");
    }

    @Test
    void leavesThePublishedSiteAloneWhereThereIsAnError() {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        String before = column.read("data/notices.json");
        column.withNotice("2023/a", "标题: ", "标题: 新的", "成文日期: 2023-09-13", "成文日期: 明天").build();
        assertFalse(column.published());
        assertEquals(before, column.read("data/notices.json"));
    }

    private static String colon(String file, int line, String key) {
        return file
                + ":"
                + line
                + ": 错误 “"
                + key
                + "”后面用了全角冒号“：”。请改成半角冒号加一个空格，写成“"
                + key
                + ": ……”。[yaml-colon]";
    }

    private static String space(String file, int line, String key) {
        return file
                + ":"
                + line
                + ": 错误 “"
                + key
                + "”的冒号后面缺少空格。请在冒号后面加一个空格，写成“"
                + key
                + ": ……”。[yaml-colon]";
    }

    private static String list(
            String file, int line, String key, String what, String meant, String check) {
        return file
                + ":"
                + line
                + ": 错误 “"
                + key
                + "”"
                + what
                + "请写成“"
                + key
                + ": ["
                + meant
                + "]”，方括号和逗号用半角，逗号后面加一个空格。[list-"
                + check
                + "]";
    }

    private static String dash(int line) {
        return TASKS + ":" + line + ": 错误 “-”后面缺少空格。请在“-”后面加一个空格，写成“- 要求: ……”。[yaml-dash]";
    }

    private static String tab(String file, int line) {
        return file + ":" + line + ": 错误 行首用了 Tab 键。请删除行首的 Tab，改用空格缩进（每层 2 个空格）。[yaml-tab]";
    }

    private static String lineOf(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }
}
