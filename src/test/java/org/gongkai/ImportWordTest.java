package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;
import org.gongkai.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** A Word file becomes the notice that it is, with each task under its owner. */
class ImportWordTest {
    private static final String HEAD = "工作任务 | 具体要求 | 责任单位 | 完成时限";

    private static final byte[] PIXEL =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir private Path folder;

    private static WordFile notice() {
        return new WordFile()
                .paragraphs(
                        "样例县人民政府办公室文件",
                        "样政办发〔2023〕7号",
                        "样例县人民政府办公室",
                        "关于印发2023年样例县政务公开",
                        "工作要点的通知",
                        "各镇人民政府，县政府各部门：",
                        "《2023年样例县政务公开工作要点》已经县政府同意，现印发给你们。",
                        "一、加强公开",
                        "（一）办事指南。逐项核对。",
                        "样例县人民政府办公室",
                        "2023 年 9 月 13 日",
                        "（此件公开发布）",
                        "附件",
                        "2023年样例县政务公开任务分解表");
    }

    private ImportedColumn imported(WordFile file, String... options) {
        return new ImportedColumn(folder).importing("收到.docx", file.bytes(), options);
    }

    private List<String> tasks(String... rows) {
        return imported(notice().table(List.of(rows)), "--name", "a").tasks("2023/a");
    }

    @Test
    void writesTheNoticeAsADraftWithEverythingThatTheFileSays() {
        ImportedColumn column =
                imported(
                        notice().table(List.of(HEAD, "公开 | 公布清单。 | 县财政局 | 2023年12月底前")),
                        "--name",
                        "a");
        assertEquals(
                """
                ---
                # 由 gongkai import 生成。请逐项核对，补上“请填写”的各项，再删去“状态: 草稿”。
                标题: 样例县人民政府办公室关于印发2023年样例县政务公开工作要点的通知
                索引号: # 请填写：本单位给这份信息编的索引号
                发文字号: 样政办发〔2023〕7号
                发布机关: 样例县人民政府办公室
                成文日期: 2023-09-13
                发布日期: # 请填写：在网站上公开的日期，写成 2023-09-14 的样子
                审核: # 请填写：三位审核人员和日期，写成下面的样子，并去掉各行的 #
                #  初审: {人员: 张三, 日期: 2023-09-10}
                #  复审: {人员: 李四, 日期: 2023-09-11}
                #  终审: {人员: 王五, 日期: 2023-09-12}
                状态: 草稿
                ---
                各镇人民政府，县政府各部门：

                《2023年样例县政务公开工作要点》已经县政府同意，现印发给你们。

                ## 一、加强公开

                （一）办事指南。逐项核对。

                样例县人民政府办公室

                2023 年 9 月 13 日

                （此件公开发布）
                """,
                column.read("2023/a.md"));
        assertEquals(
                """
                标题: 2023年样例县政务公开任务分解表
                年度: 2023
                分组:
                  - 名称: 公开
                    任务:
                      - 要求: 公布清单。
                        责任单位: 县财政局
                        完成时限: 2023年12月底前
                """,
                column.read("2023/a.tasks.yml"));
        assertEquals(List.of(), column.remarks());
        assertTrue(column.out().contains("共 1 项任务"), column.out());
    }

    @Test
    void tellsBehindWhichWordsAPictureWasAndHowToPutItThere() throws Exception {
        WordFile file = notice().paragraphs("布局见下图。");
        file.document()
                .createParagraph()
                .createRun()
                .addPicture(
                        new ByteArrayInputStream(PIXEL),
                        PictureType.PNG,
                        "a.png",
                        Units.toEMU(10),
                        Units.toEMU(10));
        assertEquals(
                List.of(
                        "第 "
                                + file.document().getParagraphs().size()
                                + " 段：“布局见下图。”后面有图片，没有导入，请放到 files 文件夹里，"
                                + "并在正文的这个地方写“![图片上是什么](files/文件名)”。"),
                imported(file, "--name", "a").remarks());
    }

    @Test
    void tellsWhereALinkLedThatIsWordsNow() {
        WordFile file = notice();
        XWPFParagraph element = file.document().createParagraph();
        element.createRun().setText("请登录");
        element.createHyperlinkRun("https://www.example.gov.cn/ban shi/".replace(" ", "%20"))
                .setText("政务服务网");
        element.createRun().setText("办理，或者打开");
        element.createHyperlinkRun("https://www.example.gov.cn/").setText("www.example.gov.cn");
        XWPFParagraph field = file.document().createParagraph();
        field.createRun().setText("意见发到");
        field.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        field.createRun().getCTR().addNewInstrText().setStringValue(" HYPERLINK \"mailto:");
        field.createRun().getCTR().addNewInstrText().setStringValue("a@example.gov.cn\" ");
        field.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        field.createRun().setText("办公");
        field.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        field.createRun().getCTR().addNewInstrText().setStringValue(" DOCPROPERTY a ");
        field.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        field.createRun().setText("室");
        field.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        field.createRun().setText("邮箱");
        field.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        field.createRun().setText("。");
        int last = file.document().getParagraphs().size();
        ImportedColumn column = imported(file, "--name", "a");
        assertEquals(
                List.of(
                        "第 "
                                + (last - 1)
                                + " 段：“政务服务网”是链接，通向 https://www.example.gov.cn/ban%20shi/ ，"
                                + "只导入了文字。要保留链接的，请在正文里写成“[文字](网址)”。",
                        "第 "
                                + last
                                + " 段：“办公室邮箱”是链接，通向 mailto:a@example.gov.cn ，"
                                + "只导入了文字。要保留链接的，请在正文里写成“[文字](网址)”。"),
                column.remarks());
        String text = column.read("2023/a.md");
        assertTrue(text.contains("请登录政务服务网办理，或者打开www.example.gov.cn"), text);
        assertTrue(text.contains("意见发到办公室邮箱。"), text);
    }

    @Test
    void tellsHowATableComesToANoticeThatIsThere() {
        byte[] file = notice().table(List.of(HEAD, "公开 | 公布。 | 县财政局 | 全年")).bytes();
        ImportedColumn column =
                new ImportedColumn(folder).importing("通知.docx", file, "--name", "a");
        column.importing("表.docx", file, "--name", "a");
        assertEquals(
                "content/notices/2023/a.md 已经存在，没有写入任何文件。请用 --name 另起一个名称；"
                        + "确要重新导入的，先把原来的文件移走。要给它加上任务表的，另起一个名称导入，"
                        + "再把写出的 .tasks.yml 改名为 a.tasks.yml，删去另一个 .md。",
                column.out().strip());
    }

    @Test
    void makesTheNameFromWhatTheNoticeIsAbout() {
        ImportedColumn column = imported(notice().table(List.of(HEAD, "公开 | 公布。 | 县财政局 | 全年")));
        assertTrue(
                column.has("2023/2023nianyanglixianzhengwugongkaigongzuoyaodian.md"), column.out());
    }

    @Test
    void sharesAMergedCellAmongItsRowsAndNoOthers() {
        assertEquals(
                List.of(
                        "公开 | 1 | 甲。 | - | 县财政局 | 全年",
                        "公开 | 2 | 乙。 | - | 县财政局 | 6月底前",
                        "公开 | 3 | 丙。 | - | - | 6月底前",
                        "解读 | 4 | 丁。 | - | 县司法局 | 全年"),
                tasks(
                        HEAD,
                        "v 公开 | 甲。 | v 县财政局 | 全年",
                        "^ | 乙。 | ^ | v 6月底前",
                        "^ | 丙。 | | ^",
                        "解读 | 丁。 | 县司法局 | 全年"));
    }

    @Test
    void tellsOfAnEmptyOwnerInsteadOfFillingItIn() {
        ImportedColumn column =
                imported(
                        notice().table(List.of(HEAD, "v 公开 | 甲。 | 县财政局 | 全年", "^ | 乙。 | | 全年")),
                        "--name",
                        "a");
        assertEquals(List.of("第 1 个表格第 3 行：责任单位空白，没有写入。"), column.remarks());
        assertTrue(
                column.read("2023/a.tasks.yml").contains("# 核对：第 1 个表格第 3 行：责任单位空白，没有写入。"),
                column.read("2023/a.tasks.yml"));
    }

    @Test
    void writesTheOwnerOfAWholeGroupOnTheGroup() {
        ImportedColumn column =
                imported(
                        notice().table(
                                        List.of(
                                                HEAD,
                                                "v 公开 | 甲。 | v 县财政局 | v 全年",
                                                "^ | 乙。 | ^ | ^")),
                        "--name",
                        "a");
        assertTrue(
                column.read("2023/a.tasks.yml")
                        .contains(
                                """
                                  - 名称: 公开
                                    责任单位: 县财政局
                                    完成时限: 全年
                                    任务:
                                      - 要求: 甲。
                                      - 要求: 乙。
                                """),
                column.read("2023/a.tasks.yml"));
    }

    @Test
    void goesOnWithAMergeInItsOwnColumnOnly() {
        assertEquals(
                List.of(
                        "公开 | 1 | 甲。 | 县财政局 | 各镇街 | 全年",
                        "公开 | 2 | 乙。 | - | 各镇街 | 全年",
                        "公开 | 3 | 丙。 | - | - | 全年"),
                tasks(
                        "工作任务 | 牵头部门 | 责任单位 | 具体要求 | 时限",
                        "v 公开 | 县财政局 | v 各镇街 | 甲。 | 全年",
                        "^ | ^ | ^ | 乙。 | 全年",
                        "^ | | | 丙。 | 全年"));
    }

    @Test
    void givesACellOverBothColumnsToLeadAndResponsible() {
        ImportedColumn column =
                imported(
                        notice().table(
                                        List.of(
                                                "工作任务 | 牵头部门 | 责任单位 | 具体要求 | 时限",
                                                "公开 | >2 县直各部门 | 甲。 | 全年",
                                                "公开 | h 县财政局 | < | 乙。 | 全年",
                                                "公开 | 县司法局 | 各镇街 | 丙。 | 全年")),
                        "--name",
                        "a");
        assertEquals(
                List.of(
                        "第 1 个表格第 2 行：牵头部门和责任单位是合并的一格，两项都写了这一格的内容。",
                        "第 1 个表格第 3 行：牵头部门和责任单位是合并的一格，两项都写了这一格的内容。"),
                column.remarks());
        assertEquals(
                List.of(
                        "公开 | 1 | 甲。 | 县直各部门 | 县直各部门 | 全年",
                        "公开 | 2 | 乙。 | 县财政局 | 县财政局 | 全年",
                        "公开 | 3 | 丙。 | 县司法局 | 各镇街 | 全年"),
                column.tasks("2023/a"));
    }

    @Test
    void countsTheColumnsThatARowLeavesOutAtItsBeginning() {
        assertEquals(
                List.of("公开>清单 | 1 | 甲。 | - | 县财政局 | 全年", "公开>清单 | 2 | 乙。 | - | 县司法局 | 全年"),
                tasks(
                        ">2 工作任务 | 具体要求 | 责任单位 | 完成时限",
                        "公开 | 清单 | 甲。 | 县财政局 | 全年",
                        "+2 乙。 | 县司法局 | 全年"));
    }

    @Test
    void tellsWhereTheNameOfAGroupIsEmpty() {
        ImportedColumn column =
                imported(
                        notice().table(
                                        List.of(
                                                ">2 工作任务 | 具体要求 | 责任单位",
                                                "v 公开 | 清单 | 甲。 | 县财政局",
                                                "^ | | 乙。 | 县司法局",
                                                " | | 丙。 | 县司法局",
                                                ">2 解读 | 丁。 | 县司法局")),
                        "--name",
                        "a");
        assertEquals(
                List.of(
                        "公开>清单 | 1 | 甲。 | - | 县财政局 | -",
                        "公开>清单 | 2 | 乙。 | - | 县司法局 | -",
                        "公开>清单 | 3 | 丙。 | - | 县司法局 | -",
                        "解读 | 4 | 丁。 | - | 县司法局 | -"),
                column.tasks("2023/a"));
        assertEquals(List.of("第 1 个表格第 3 行：从这一行起下一级分组名称空白，按上一行的分组处理。"), column.remarks());
    }

    @Test
    void readsAHeadOfTwoRowsAndTellsOfColumnsThatTasksHaveNoPlaceFor() {
        ImportedColumn column =
                imported(
                        notice().table(
                                        List.of(
                                                "v 序号 | >2 重点任务 | v 责任单位 | v 配合单位 | v 责任领导 | v 备注",
                                                "^ | 任务 | 措施 | ^ | ^ | ^ | ^",
                                                "1 | 公开 | 甲。 | 县财政局 | 县司法局 | 张三 | ",
                                                "2 | 解读 | 乙。 | 县司法局 | 各镇街 | 李四 | ")),
                        "--name",
                        "a");
        assertEquals(
                List.of("公开 | 1 | 甲。 | - | 县财政局、县司法局 | -", "解读 | 2 | 乙。 | - | 县司法局、各镇街 | -"),
                column.tasks("2023/a"));
        assertEquals(
                List.of("任务表：“责任领导”一列没有导入。", "任务表：有几列责任单位（如“责任单位”“配合单位”），都写进了“责任单位”。"),
                column.remarks());
        assertTrue(!column.read("2023/a.tasks.yml").contains("张三"));
    }

    @Test
    void takesTheLastColumnOfTasksForWhatIsToBeDoneWhereNoOtherSaysIt() {
        assertEquals(
                List.of("公开 | 1 | 公布清单 | - | 县财政局 | 全年", "公开 | 2 | 公布目录 | - | 县司法局 | 全年"),
                tasks(">2 工作任务 | 责任单位 | 时限", "v 公开 | 公布清单 | 县财政局 | 全年", "^ | 公布目录 | 县司法局 | 全年"));
    }

    @Test
    void needsNoGroups() {
        assertEquals(
                List.of(" | 1 | 公布清单 | - | 县财政局 | 全年"),
                tasks("序号 | 工作任务 | 责任部门 | 完成时间", "1 | 公布清单 | 县财政局 | 全年"));
    }

    @Test
    void skipsTheHeadThatEachPageRepeatsAndTakesRowsOverTheWholeWidthForGroups() {
        assertEquals(
                List.of(
                        "一、公开>清单 | 1 | 甲。 | - | 县财政局 | 全年",
                        "一、公开>清单 | 2 | 乙。 | - | 县司法局 | 全年",
                        "二、解读>材料 | 3 | 丙。 | - | 县司法局 | 全年"),
                tasks(
                        HEAD,
                        ">4 一、公开",
                        "清单 | 甲。 | 县财政局 | 全年",
                        "工作 任务 | 具体要求 | 责任单位 | 完成时限",
                        "清单 | 乙。 | 县司法局 | 全年",
                        ">4 二、解读",
                        "材料 | 丙。 | 县司法局 | 全年"));
    }

    @Test
    void readsOwnersOnLinesOfTheirOwnAsAListAndJoinsALineThatWasCut() {
        ImportedColumn column =
                imported(
                        notice().table(
                                        List.of(
                                                HEAD,
                                                "公开 | 甲。 | 县财政局/县司法局 | 2023 年/12 月底前",
                                                "公开 | 乙。 | 县司法局，/各镇街 | 年底前/8月底前",
                                                "公开 | 丙。 | 市生态环/境局样例分局 | 全年")),
                        "--name",
                        "a");
        assertEquals(
                List.of(
                        "公开 | 1 | 甲。 | - | 县财政局、县司法局 | 2023年12月底前",
                        "公开 | 2 | 乙。 | - | 县司法局，各镇街 | 年底前 8月底前",
                        "公开 | 3 | 丙。 | - | 市生态环境局样例分局 | 全年"),
                column.tasks("2023/a"));
        assertEquals(
                List.of(
                        "第 1 个表格第 3 行：一格里有 2 个完成时限，请核对各对应哪项工作，必要时写成里程碑。",
                        "第 1 个表格第 4 行：责任单位在原文里分成 2 行，已接成一行，请核对名称是否完整。"),
                column.remarks());
    }

    @Test
    void readsOnInATableThatWordCutInTwo() {
        assertEquals(
                2,
                imported(
                                notice().table(List.of(HEAD, "公开 | 甲。 | 县财政局 | 全年"))
                                        .table(List.of(HEAD, "公开 | 乙。 | 县司法局 | 全年")),
                                "--name",
                                "a")
                        .tasks("2023/a")
                        .size());
    }

    @Test
    void keepsOtherTablesInTheText() {
        ImportedColumn column =
                imported(
                        notice().table(List.of("年份 | 件数", "v 2022 | 3|", "^ | 4*")), "--name", "a");
        assertTrue(
                column.body("2023/a")
                        .endsWith(
                                """
                                | 年份 | 件数 | — |
                                | --- | --- | --- |
                                | 2022 | 3 |  |
                                | 2022 | 4\\* |  |"""),
                column.body("2023/a"));
        assertTrue(column.out().contains("没有认出任务分解表"), column.out());
    }

    @Test
    void escapesWhatMarkdownWouldTakeForItsOwn() {
        WordFile file =
                notice().paragraphs(
                                "1. 编号[一]*甲*_乙_ <b>丙</b> &amp; `丁`",
                                "# 井号",
                                "- 短横",
                                "> 引用",
                                "138****1234");
        ImportedColumn column = imported(file, "--name", "a");
        Notice notice = column.published("2023/a");
        for (String text :
                List.of(
                        "<p>1. 编号[一]*甲*_乙_ &lt;b&gt;丙&lt;/b&gt; &amp;amp; `丁`</p>",
                        "<p># 井号</p>",
                        "<p>- 短横</p>",
                        "<p>&gt; 引用</p>",
                        "<p>138****1234</p>")) {
            assertTrue(notice.body().html().contains(text), notice.body().html());
        }
    }

    @Test
    void leavesHiddenWordsOut() {
        WordFile file = notice();
        var run = file.document().createParagraph().createRun();
        run.setVanish(true);
        run.setText("内部掌握");
        ImportedColumn column = imported(file, "--name", "a");
        assertTrue(!column.read("2023/a.md").contains("内部掌握"));
        assertEquals(List.of("第 15 段：有隐藏文字，没有导入。"), column.remarks());
    }

    @Test
    void writesTheNumbersThatWordPutsBeforeParagraphs() {
        WordFile file = notice();
        CTAbstractNum levels = levels();
        level(levels, 0, STNumberFormat.CHINESE_COUNTING, "%1、");
        level(levels, 1, STNumberFormat.CHINESE_COUNTING, "（%2）");
        level(levels, 2, STNumberFormat.BULLET, "");
        BigInteger list = list(file, levels);
        int[] depths = {0, 1, 1, 0, 1, 2};
        for (int depth : depths) {
            XWPFParagraph paragraph = file.document().createParagraph();
            paragraph.setNumID(list);
            paragraph.setNumILvl(BigInteger.valueOf(depth));
            paragraph.createRun().setText("加强公开");
        }
        String body = imported(file, "--name", "a").body("2023/a");
        assertTrue(
                body.endsWith(
                        """
                        ## 一、加强公开

                        ### （一）加强公开

                        ### （二）加强公开

                        ## 二、加强公开

                        ### （一）加强公开

                        - 加强公开"""),
                body);
    }

    private static void numbered(WordFile file, BigInteger list, int depth, String words) {
        XWPFParagraph paragraph = file.document().createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(depth));
        paragraph.createRun().setText(words);
    }

    @Test
    void countsArticlesOnThroughChaptersAndWritesAllLevelsAsFiguresWhereWordDoes() {
        WordFile file = notice();
        CTAbstractNum levels = levels();
        level(levels, 0, STNumberFormat.CHINESE_COUNTING_THOUSAND, "第%1章 ");
        level(levels, 1, STNumberFormat.CHINESE_COUNTING_THOUSAND, "第%2条 ");
        levels.getLvlArray(1).addNewLvlRestart().setVal(BigInteger.ZERO);
        level(levels, 2, STNumberFormat.DECIMAL, "%2.%3");
        levels.getLvlArray(2).addNewIsLgl();
        level(levels, 3, STNumberFormat.LOWER_ROMAN, "(%4)");
        level(levels, 4, STNumberFormat.CHINESE_LEGAL_SIMPLIFIED, "%5、");
        BigInteger list = list(file, levels);
        numbered(file, list, 0, "总则。");
        numbered(file, list, 1, "甲。");
        numbered(file, list, 1, "乙。");
        numbered(file, list, 0, "分则。");
        numbered(file, list, 1, "丙。");
        numbered(file, list, 2, "2023年的事。");
        numbered(file, list, 3, "子。");
        numbered(file, list, 3, "丑。");
        numbered(file, list, 4, "寅。");
        String body = imported(file, "--name", "a").body("2023/a");
        assertEquals(
                "第一章 总则。|第一条 甲。|第二条 乙。|第二章 分则。|第三条 丙。|3.1 2023年的事。|(i)子。|(ii)丑。|壹、寅。",
                body.substring(body.indexOf("第一章")).replace("\n\n", "|"));
    }

    @Test
    void beginsAListAnewWhereWordDoesAndCountsEmptyParagraphs() {
        WordFile file = notice();
        XWPFNumbering numbering = file.document().createNumbering();
        CTAbstractNum levels = levels();
        level(levels, 0, STNumberFormat.DECIMAL, "（%1）");
        BigInteger definition = numbering.addAbstractNum(new XWPFAbstractNum(levels));
        BigInteger list = numbering.addNum(definition);
        BigInteger anew = numbering.addNum(definition);
        var override = numbering.getNum(anew).getCTNum().addNewLvlOverride();
        override.setIlvl(BigInteger.ZERO);
        override.addNewStartOverride().setVal(BigInteger.ONE);
        BigInteger same = numbering.addNum(definition);
        numbered(file, list, 0, "甲。");
        numbered(file, list, 0, "");
        numbered(file, list, 0, "丙。");
        numbered(file, anew, 0, "子。");
        numbered(file, anew, 0, "丑。");
        numbered(file, same, 0, "寅。");
        XWPFParagraph gone = file.document().createParagraph();
        gone.setNumID(list);
        gone.getCTP().getPPr().addNewRPr().addNewDel();
        numbered(file, list, 0, "卯。");
        String body = imported(file, "--name", "a").body("2023/a");
        assertEquals(
                "（1）甲。|（3）丙。|（1）子。|（2）丑。|（3）寅。|（4）卯。",
                body.substring(body.indexOf("（1）")).replace("\n\n", "|"));
    }

    @Test
    void countsAParagraphOnTheLevelOfTheStyleThatItsOwnIsBasedOn() {
        WordFile file = notice();
        CTAbstractNum levels = levels();
        level(levels, 0, STNumberFormat.CHINESE_COUNTING, "%1、");
        level(levels, 1, STNumberFormat.CHINESE_COUNTING, "（%2）");
        BigInteger list = list(file, levels);
        CTStyle section = CTStyle.Factory.newInstance();
        section.setStyleId("section");
        var numbered = section.addNewPPr().addNewNumPr();
        numbered.addNewIlvl().setVal(BigInteger.ONE);
        numbered.addNewNumId().setVal(list);
        CTStyle own = CTStyle.Factory.newInstance();
        own.setStyleId("own");
        own.addNewBasedOn().setVal("section");
        XWPFStyles styles = file.document().createStyles();
        styles.addStyle(new XWPFStyle(section));
        styles.addStyle(new XWPFStyle(own));
        numbered(file, list, 0, "加强公开。");
        XWPFParagraph paragraph = file.document().createParagraph();
        paragraph.setStyle("own");
        paragraph.createRun().setText("办事指南。");
        String body = imported(file, "--name", "a").body("2023/a");
        assertTrue(body.endsWith("一、加强公开。\n\n（一）办事指南。"), body);
    }

    @Test
    void writesTheNumbersOfAColumnThatWordCounts() {
        WordFile file = notice();
        CTAbstractNum levels = levels();
        level(levels, 0, STNumberFormat.DECIMAL, "%1");
        BigInteger list = list(file, levels);
        file.table(
                List.of(
                        "序号 | 工作任务 | 具体要求 | 责任单位",
                        " | 公开 | 公布清单。 | 县财政局",
                        " | 公开 | 逐项核对。 | 县财政局",
                        " | | | ",
                        ">4 二、加强解读",
                        "4 | 解读 | 同步解读。 | 县司法局"));
        var table = file.document().getTables().get(0).getCTTbl();
        for (int row = 1; row < 4; row++) {
            CTP paragraph = table.getTrArray(row).getTcArray(0).getPArray(0);
            paragraph.addNewPPr().addNewNumPr().addNewNumId().setVal(list);
        }
        ImportedColumn column = imported(file, "--name", "a");
        assertEquals(
                List.of(
                        "公开 | 1 | 公布清单。 | - | 县财政局 | -",
                        "公开 | 2 | 逐项核对。 | - | 县财政局 | -",
                        "二、加强解读>解读 | 4 | 同步解读。 | - | 县司法局 | -"),
                column.tasks("2023/a"));
        assertEquals(List.of("第 1 个表格第 4 行：这一行只有序号，没有导入。"), column.remarks());
        assertTrue(column.read("2023/a.tasks.yml").contains("- 序号: 1\n"), column.out());
    }

    private static CTAbstractNum levels() {
        CTAbstractNum levels = CTAbstractNum.Factory.newInstance();
        levels.setAbstractNumId(BigInteger.ZERO);
        return levels;
    }

    private static BigInteger list(WordFile file, CTAbstractNum levels) {
        XWPFNumbering numbering = file.document().createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(levels)));
    }

    private static void level(
            CTAbstractNum levels, int depth, STNumberFormat.Enum format, String text) {
        CTLvl level = levels.addNewLvl();
        level.setIlvl(BigInteger.valueOf(depth));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
    }

    @Test
    void leavesOutWhatWasDeletedUnderRevision() {
        WordFile file = notice();
        CTP paragraph = file.document().createParagraph().getCTP();
        paragraph.addNewIns().addNewR().addNewT().setStringValue("新加的话。");
        paragraph.addNewDel().addNewR().addNewDelText().setStringValue("删去的话。");
        String body = imported(file, "--name", "a").body("2023/a");
        assertTrue(body.endsWith("新加的话。"), body);
    }

    @Test
    void tellsWhereTheAttachmentIsCalledOtherwise() {
        WordFile file = new WordFile();
        file.paragraphs(
                "关于做好政务公开的通知",
                "各镇人民政府：",
                "现印发。",
                "附件：2023年任务分工",
                "样例县人民政府办公室 2023年9月13日",
                "附件：",
                "2023年任务分解表");
        ImportedColumn column =
                imported(file.table(List.of(HEAD, "公开 | 甲。 | 县财政局 | 全年")), "--name", "a");
        assertEquals(
                List.of("第 4 段：正文里附件的名称是“2023年任务分工”，任务表上方是“2023年任务分解表”，两处不一样。"), column.remarks());
        assertEquals("样例县人民政府办公室", column.published("2023/a").publisher());
    }

    private ImportedColumn importedWithATableBelow(String... lines) {
        WordFile file =
                new WordFile()
                        .paragraphs("样例县人民政府办公室关于做好政务公开的通知", "样政办发〔2023〕7号", "各镇人民政府：", "请落实。")
                        .paragraphs(lines);
        return imported(
                file.table(List.of(HEAD, "公开 | 甲。 | 县财政局 | 全年")), "--name", "a", "--year", "2023");
    }

    @Test
    void readsTheSignatureThatStandsRightAboveTheTable() {
        ImportedColumn column = importedWithATableBelow("样例县人民政府办公室", "2024年3月5日");
        assertTrue(column.body("2023/a").endsWith("请落实。\n\n样例县人民政府办公室\n\n2024年3月5日"), column.out());
        assertTrue(column.read("2023/a.md").contains("成文日期: 2024-03-05\n"), column.out());
        assertTrue(
                column.read("2023/a.tasks.yml").startsWith("标题: 样例县人民政府办公室关于做好政务公开的通知\n"),
                column.read("2023/a.tasks.yml"));
        assertEquals(List.of(), column.remarks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023年3月5日",
                "二〇二三年三月五日",
                "样例县人民政府办公室",
                "样例县人民政府办公室 2023年3月5日",
                "样例县人民政府办公室2023年3月5日印发",
                "主要任务如下：",
                "现将任务分解如下：",
                "现将任务分解如下",
                "具体任务见下表",
                "各单位按照下表中的任务和时限抓好落实，每季度末报送进展",
                "各镇街要建立任务清单",
                "请对照落实任务清单",
                "县政府研究制定了任务分解表",
                "三、重点任务",
                "（二）任务分工",
                "主要任务",
                "联系人：张三",
                "（此件公开发布）"
            })
    void keepsALineOfTheTextAboveTheTableInTheText(String line) {
        ImportedColumn column = importedWithATableBelow(line);
        assertTrue(
                column.body("2023/a")
                        .replaceAll("[#\\s]", "")
                        .endsWith("请落实。" + line.replace(" ", "")),
                column.body("2023/a"));
        assertTrue(
                column.read("2023/a.tasks.yml").startsWith("标题: 样例县人民政府办公室关于做好政务公开的通知\n"),
                column.read("2023/a.tasks.yml"));
        assertEquals(1, column.published("2023/a").taskList().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "样例县2023年政务公开重点任务分解表",
                "任务分解表",
                "任务分解表（征求意见稿）",
                "重点工作台账",
                "经济高质量发展重点项目清单",
                "应急管理重要任务一览表",
                "申请事项清单",
                "各镇街任务清单",
                "责任分工表2"
            })
    void takesTheTitleAboveTheTable(String title) {
        ImportedColumn column = importedWithATableBelow(title);
        assertTrue(column.read("2023/a.tasks.yml").startsWith("标题: " + title + "\n"), column.out());
        assertTrue(column.body("2023/a").endsWith("请落实。"), column.body("2023/a"));
        assertEquals(List.of(), column.remarks());
    }

    @Test
    void takesTheTitleBehindTheWordAttachment() {
        for (String[] lines :
                List.of(new String[] {"附件1：2023年重点任务分工"}, new String[] {"附件 1", "2023年重点任务分工"})) {
            ImportedColumn column =
                    new ImportedColumn(folder.resolve(lines.length + ""))
                            .importing(
                                    "a.docx",
                                    notice().paragraphs("略。")
                                            .paragraphs(lines)
                                            .table(List.of(HEAD, "公开 | 甲。 | 县财政局 | 全年"))
                                            .bytes(),
                                    "--name",
                                    "a");
            assertTrue(
                    column.read("2023/a.tasks.yml").startsWith("标题: 2023年重点任务分工\n"), column.out());
            assertTrue(column.body("2023/a").endsWith("略。"), column.body("2023/a"));
            assertEquals(List.of(), column.remarks());
        }
    }

    @Test
    void tellsOfALineThatMayBeNoTitle() {
        WordFile file = new WordFile().paragraphs("关于做好政务公开的通知", "各镇人民政府：", "请落实。");
        XWPFParagraph centred = file.document().createParagraph();
        centred.setAlignment(ParagraphAlignment.CENTER);
        centred.createRun().setText("优化营商环境攻坚行动");
        ImportedColumn column =
                imported(
                        file.table(List.of(HEAD, "公开 | 甲。 | 县财政局 | 全年")),
                        "--name",
                        "a",
                        "--year",
                        "2023");
        assertTrue(column.read("2023/a.tasks.yml").startsWith("标题: 优化营商环境攻坚行动\n"), column.out());
        assertEquals(
                List.of("第 4 段：“优化营商环境攻坚行动”用作了任务表的标题，正文里没有这一行；不是标题的，请放回正文。"), column.remarks());
    }

    @Test
    void bringsTheTaskTablesOfTheSampleColumnBack() throws IOException {
        Site sample =
                new SiteBuild(
                                TinyColumn.GENERATOR,
                                TinyColumn.GENERATOR,
                                LocalDate.of(2026, 12, 1),
                                false,
                                false)
                        .check(new Problems())
                        .site();
        List<String> seen = new ArrayList<>();
        for (String id : List.of("2026/zhengwu-gongkai-yaodian", "2025/zhengwu-gongkai-yaodian")) {
            Notice notice =
                    sample.notices().stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .orElseThrow();
            ImportedColumn column = new ImportedColumn(folder.resolve(notice.year()));
            column.importing(
                    "b.docx",
                    new WordFile()
                            .paragraphs(
                                    notice.title(), "各镇人民政府：", "请落实。", "附件", notice.tasks().title())
                            .table(merged(notice.taskList()))
                            .bytes(),
                    "--name",
                    "a",
                    "--year",
                    "2023");
            assertEquals(
                    notice.taskList().stream().map(ImportedColumn::line).toList(),
                    column.tasks("2023/a"));
            seen.add(notice.name());
        }
        assertEquals(2, seen.size());
    }

    /** The table as Word has it: what is the same in rows below each other is one merged cell. */
    private static List<String> merged(List<Task> tasks) {
        List<String> rows = new ArrayList<>();
        rows.add(">2 工作任务 | 序号 | 具体要求 | 牵头部门 | 责任单位 | 完成时限");
        Task above = null;
        for (Task task : tasks) {
            List<String> groups = task.groups();
            boolean same = above != null && above.groups().equals(groups);
            String labels =
                    groups.size() == 1
                            ? ">2 " + cell(groups.get(0), same ? groups.get(0) : null)
                            : cell(groups.get(0), above == null ? null : above.groups().get(0))
                                    + " | "
                                    + cell(groups.get(1), same ? groups.get(1) : null);
            rows.add(
                    String.join(
                            " | ",
                            labels,
                            task.number(),
                            task.requirement(),
                            cell(task.lead().issued(), same ? above.lead().issued() : null),
                            cell(
                                    task.responsible().issued(),
                                    same ? above.responsible().issued() : null),
                            cell(task.deadline().text(), same ? above.deadline().text() : null)));
            above = task;
        }
        return rows;
    }

    private static String cell(String text, String above) {
        if (text == null) {
            return "";
        }
        return text.equals(above) ? "^" : "v " + text;
    }
}
