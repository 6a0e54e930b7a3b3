package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text and web pages: what copying lost is not made up. */
class ImportTextTest {
    private static final Path SEEDS = TinyColumn.GENERATOR.resolveSibling("shared/seeds");

    private static final String ABOVE =
            """
            样政办发[2023]7号
            样例县人民政府办公室关于印发任务分解表的通知
            各镇人民政府：
            请落实。
            样例县人民政府办公室
            二〇二三年九月十三日
            附件
            2023年任务分解表
            """;

    @TempDir private Path folder;

    private ImportedColumn text(String table) {
        return new ImportedColumn(folder).importing("a.txt", ABOVE + table, "--name", "a");
    }

    private ImportedColumn page(String html) {
        return new ImportedColumn(folder).importing("a.html", html, "--name", "a");
    }

    @Test
    void putsRowsThatSlippedToTheSideBackUnderTheirHeads() {
        ImportedColumn column =
                text(
                        """
                        工作任务\t\t具体要求\t责任单位\t完成时限
                        公开\t清单\t公布办事指南清单。\t县财政局、县司法局\t全年
                        \t\t逐项核对，做到准确。\t县财政局\t全年

                        工作任务\t\t具体要求\t责任单位\t完成时限
                        目录\t公布目录，及时更新。\t县司法局\t2023 年底前\t
                        """);
        assertEquals(
                List.of(
                        "公开>清单 | 1 | 公布办事指南清单。 | - | 县财政局、县司法局 | 全年",
                        "公开>清单 | 2 | 逐项核对，做到准确。 | - | 县财政局 | 全年",
                        "公开>目录 | 3 | 公布目录，及时更新。 | - | 县司法局 | 2023年底前"),
                column.tasks("2023/a"));
        assertTrue(column.remarks().contains("第 14 行：从这一行起，各列整体向左错开了，已按内容对齐。"), column.out());
    }

    @Test
    void leavesOutOwnersAndDeadlinesThatAPageCutInTwo() {
        ImportedColumn column =
                text(
                        """
                        序号\t具体要求\t责任单位\t完成时限
                        1\t公布清单。\t县财政局、市生态环\t2023年
                        2\t逐项核对。\t境局样例分局\t12月底前
                        3\t及时更新。\t县司法局\t全年
                        """
                                .replace("序号\t", "序号\t工作任务\t")
                                .replaceAll("(?m)^(\\d)\t", "$1\t公开\t"));
        assertEquals(
                List.of(
                        "公开 | 1 | 公布清单。 | - | - | -",
                        "公开 | 2 | 逐项核对。 | - | - | -",
                        "公开 | 3 | 及时更新。 | - | 县司法局 | 全年"),
                column.tasks("2023/a"));
        assertTrue(
                column.remarks().contains("第 10 行：责任单位没有写入，原文此处是“县财政局、市生态环”，可能不完整。"), column.out());
        assertTrue(column.remarks().contains("第 11 行：完成时限没有写入，原文此处是“12月底前”，可能不完整。"), column.out());
    }

    @Test
    void givesRowsWithoutANumberToTheItemAboveThem() {
        assertEquals(
                List.of(
                        "公开 | 1 | 公布清单。 | - | 县财政局 | 全年",
                        "公开 | 1 | 逐项核对。 | - | 县财政局 | 全年",
                        "解读 | 2 | 同步解读。 | - | - | 全年"),
                text("""
                                序号\t任务名称\t具体内容\t责任单位\t完成时限
                                1\t公开\t公布清单。\t县财政局\t全年
                                \t\t逐项核对。\t\t
                                2\t解读\t同步解读。\t\t全年
                                """)
                        .tasks("2023/a"));
    }

    @Test
    void givesNothingToARowWhoseOwnNumberMayBeLost() {
        assertEquals(
                List.of(
                        "公开 | 1 | 公布清单。 | - | 县财政局 | -",
                        "公开 | 2 | 逐项核对。 | - | - | -",
                        "公开 | 3 | 同步解读。 | - | 县司法局 | -"),
                text("""
                                序号\t任务名称\t具体内容\t责任单位
                                1\t公开\t公布清单。\t县财政局
                                \t\t逐项核对。\t
                                3\t公开\t同步解读。\t县司法局
                                """)
                        .tasks("2023/a"));
    }

    @Test
    void keepsGroupsOfWhichOnlyTheOuterAreNumbered() {
        assertEquals(
                List.of("一、公开>清单 | 1 | 公布清单。 | - | 县财政局 | -", "一、公开>目录 | 2 | 公布目录。 | - | 县司法局 | -"),
                text("""
                                工作任务\t\t具体要求\t责任单位
                                一、公开\t清单\t公布清单。\t县财政局
                                \t目录\t公布目录。\t县司法局
                                """)
                        .tasks("2023/a"));
    }

    @Test
    void readsCellsOnLinesOfTheirOwn() {
        assertEquals(
                List.of(
                        "公开>清单 | 1 | 公布清单。 | - | 县财政局，各镇街 | -",
                        "公开>清单 | 2 | 逐项核对。 | - | 县司法局 | -",
                        "公开>目录 | 3 | 及时更新。 | - | 县直有关部门 | -"),
                text("工作任务\n\n具体要求\n\n责任单位\n\n公开\n\n清单\n\n公布清单。\n\n县财政局，各镇街\n\n逐项核对。\n\n县司法局\n\n公开\n\n目录\n\n及时更新。\n\n县直有关部门\n")
                        .tasks("2023/a"));
    }

    @Test
    void readsCellsThatBeginWithATab() {
        assertEquals(
                List.of(
                        "一、公开>（一）清单 | 1 | 公布清单。 | 县财政局、县司法局 | 各镇街 | 全年",
                        "一、公开>（一）清单 | 2 | 逐项核对。 | - | - | 全年"),
                text("""

                                \t工作任务
                                \t牵头部门
                                \t责任单位
                                \t具体要求
                                \t完成时限

                                \t一、公开

                                \t（一）清单
                                \t县财政局

                                县司法局
                                \t各镇街
                                \t公布清单。
                                \t全年

                                \t
                                \t
                                \t
                                \t逐项核对。
                                \t全年
                                """)
                        .tasks("2023/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 工作任务 | 具体要求 | 责任单位 |\n|---|---|---|\n| 公开 | 公布清单。 | 县财政局 |\n",
                "<table><tr><th>工作任务</th><th>具体要求</th><th>责任单位</th></tr><tr><td>公开<td>公布清单。<td>县财政局</table>\n"
            })
    void readsTablesThatWereCopiedAsMarkup(String table) {
        assertEquals(List.of("公开 | 1 | 公布清单。 | - | 县财政局 | -"), text(table).tasks("2023/a"));
    }

    @Test
    void takesNoYearFromATitleOverSeveralYears() {
        ImportedColumn column =
                new ImportedColumn(folder)
                        .importing(
                                "a.txt",
                                """
                        样例县人民政府办公室关于印发2024—2026年公开行动方案的通知
                        各镇人民政府：
                        现印发给你们。
                        样例县人民政府办公室
                        2023年9月13日
                        2024—2026年公开任务分解表
                        | 序号 | 工作任务 | 具体要求 | 责任单位 | 完成时限 |
                        | --- | --- | --- | --- | --- |
                        | 1 | 公开 | 公布清单。 | 县财政局 | 12月底前 |
                        """,
                                "--name",
                                "a");
        assertTrue(column.read("2023/a.tasks.yml").contains("\n年度: 2023\n"), column.out());
        assertFalse(column.out().contains("标题里的年份"), column.out());
    }

    @Test
    void writesTheNumberOfTheNoticeAsItShouldBeAndSaysSo() {
        ImportedColumn column = text("");
        assertTrue(column.read("2023/a.md").contains("发文字号: 样政办发〔2023〕7号\n"));
        assertEquals(List.of("发文字号原文是“样政办发[2023]7号”，已写成“样政办发〔2023〕7号”。"), column.remarks());
        assertTrue(column.read("2023/a.md").contains("成文日期: 2023-09-13\n"));
    }

    @Test
    void readsTheBlockOfMetadataAndLeavesWhatIsEmptyEmpty() {
        ImportedColumn column =
                new ImportedColumn(folder)
                        .importing(
                                "a.txt",
                                """
                                首页 > 政务公开
                                索引号

                                11371524004435601F/2023-00000009

                                主题分类

                                综合政务;政务公开

                                成文日期

                                2023-09-13

                                统一编号

                                发布日期

                                2023-09-14

                                有效性

                                全文有效

                                样例县人民政府办公室
                                关于做好工作的通知

                                样政办发〔2023〕7号

                                各镇人民政府：
                                请落实。

                                扫一扫在手机打开当前页面
                                """,
                                "--name",
                                "a");
        String text = column.read("2023/a.md");
        assertTrue(text.contains("索引号: \"11371524004435601F/2023-00000009\"\n"), text);
        assertTrue(text.contains("主题分类: [综合政务, 政务公开]\n"), text);
        assertTrue(text.contains("发布日期: 2023-09-14\n"), text);
        assertTrue(!text.contains("统一编号") && !text.contains("\n有效性"), text);
        assertEquals("各镇人民政府：\n\n请落实。", column.body("2023/a"));
        assertEquals(
                List.of(
                        "第 1 行：“首页 > 政务公开”在信息要素上方，没有导入。",
                        "第 32 行：“扫一扫在手机打开当前页面”像是网页上的文字，没有导入。",
                        "有效性“全文有效”不是规定的写法，没有写入。"),
                column.remarks());
        assertEquals("样例县人民政府办公室关于做好工作的通知", column.published("2023/a").title());
    }

    @Test
    void takesTheDayThatAUnitSignedAndNotOneOfTheText() {
        String text =
                """
                样例县财政局关于召开听证会的公告
                时间：
                2023年10月1日
                地点：县政府二楼会议室。
                样例县财政局
                2023年9月13日
                """;
        ImportedColumn column = new ImportedColumn(folder).importing("a.txt", text, "--name", "a");
        assertTrue(column.read("2023/a.md").contains("\n成文日期: 2023-09-13\n"), column.out());
    }

    @Test
    void keepsAListOfNamesInTheText() {
        String text =
                """
                样例县住房和城乡建设局关于资质核准的公告
                核准下列企业资质：
                名称：甲公司
                名称：乙公司
                名称：丙公司
                分类：建筑
                样例县住房和城乡建设局
                2023年9月13日
                """;
        ImportedColumn column = new ImportedColumn(folder).importing("a.txt", text, "--name", "a");
        assertEquals(
                text.substring(text.indexOf("核准下列")).strip(),
                column.body("2023/a").replace("\n\n", "\n"));
        assertTrue(column.read("2023/a.md").contains("标题: 样例县住房和城乡建设局关于资质核准的公告\n"));
        ImportedColumn table =
                new ImportedColumn(folder.resolve("table"))
                        .importing(
                                "a.html",
                                """
                        <html><body><h1>样例县住房和城乡建设局关于资质核准的公告</h1><p>现予公布。</p><p>2023年9月13日</p>
                        <table><tr><td>名称</td><td>甲公司</td></tr><tr><td>名称</td><td>乙公司</td></tr>
                        <tr><td>名称</td><td>丙公司</td></tr></table></body></html>
                        """,
                                "--name",
                                "a");
        assertEquals(0, table.status(), table.out());
        assertTrue(table.body("2023/a").contains("丙公司"), table.body("2023/a"));
    }

    @Test
    void readsAPageWithItsSpansAndItsMetadata() {
        ImportedColumn column =
                page(
                        """
                        <!DOCTYPE html><html><head><meta charset="utf-8"><meta name="PubDate" content="2023-09-14 10:00"></head>
                        <body><nav>首页</nav><script>var a = "不要";</script><form>
                        <table><tr><td>索引号</td><td>11371524004435601F/2023-00000009</td><td>发布机关</td><td>样例县人民政府办公室</td></tr>
                        <tr><td>成文日期</td><td>2023年9月13日</td><td>有效性</td><td>有效</td></tr></table>
                        <h1>样例县人民政府办公室关于印发任务分解表的通知</h1>
                        <p>各镇人民政府：</p><p><b>请</b><i>落实</i>。<span style="display: none">隐藏</span></p>
                        <table><thead><tr><th colspan="2">工作任务</th><th>具体要求</th><th>责任单位</th></tr></thead>
                        <tr><td rowspan="2">公开</td><td>清单</td><td><p>公布<b>清单</b>。</p></td><td rowspan="2"><div>县财政局</div></td></tr>
                        <tr><td>目录</td><td>及时更新。</td></tr></table></form></body></html>
                        """);
        assertEquals("各镇人民政府：\n\n请落实。", column.body("2023/a"));
        assertEquals(
                List.of("公开>清单 | 1 | 公布清单。 | - | 县财政局 | -", "公开>目录 | 2 | 及时更新。 | - | 县财政局 | -"),
                column.tasks("2023/a"));
        assertTrue(column.read("2023/a.md").contains("发布日期: 2023-09-14\n"));
        assertEquals(List.of(), column.remarks());
    }

    @Test
    void writesTheNumbersThatABrowserPutsBeforeTheItemsOfAList() {
        ImportedColumn column =
                page(
                        """
                        <html><body><h1>样例县人民政府办公室关于做好工作的通知</h1><p>各镇人民政府：</p>
                        <ol><li>第一件事。</li><li>第二件事：<ol type="a"><li>小甲。</li><li>小乙。</li></ol></li></ol>
                        <p>接着。</p><ol start="3"><li><p>第三件。</p><p>续。</p></li><li value="6">第六件。</li></ol>
                        <ol style="list-style: none"><li>没有序号。</li></ol><ol><li>一、自己有。</li></ol><ul><li>一点。</li></ul>
                        <p>样例县人民政府办公室</p><p>2023年9月13日</p></body></html>
                        """);
        assertEquals(
                "各镇人民政府：|1\\. 第一件事。|2\\. 第二件事：|a. 小甲。|b. 小乙。|接着。|3\\. 第三件。|续。|6\\. 第六件。"
                        + "|- 没有序号。|一、自己有。|- 一点。|样例县人民政府办公室|2023年9月13日",
                column.body("2023/a").replace("\n\n", "|"));
    }

    @Test
    void tellsWhereALinkOfAPageLedButNotOfThoseThatLeadOn() {
        ImportedColumn column =
                page(
                        """
                        <html><body><p><a href="https://www.example.gov.cn/">县政府网站</a></p>
                        <h1>样例县人民政府办公室关于做好工作的通知</h1><p>各镇人民政府：</p>
                        <p>请登录<a href="https://www.example.gov.cn/bs/"><b>政务服务</b>网</a>办理，
                        见<a href="#fu">附件</a>、<a href="biao.docx">表格</a>。</p>
                        <p>样例县人民政府办公室</p><p>2023年9月13日</p></body></html>
                        """);
        assertEquals(
                List.of(
                        "“政务服务网”是链接，通向 https://www.example.gov.cn/bs/ ，"
                                + "只导入了文字。要保留链接的，请在正文里写成“[文字](网址)”。"),
                column.remarks().stream().filter(remark -> remark.contains("链接")).toList());
        assertTrue(column.body("2023/a").contains("请登录政务服务网办理"), column.body("2023/a"));
    }

    @Test
    void tellsOfALinkThatAProgramHasWrapped() {
        ImportedColumn column =
                page(
                        """
                        <html><body><h1>样例县人民政府办公室关于做好工作的通知</h1><p>各镇人民政府：</p>
                        <p><span>请登录</span><span><u><a href="https://www.example.gov.cn/bs/">政务服务网</a></u></span>办理。</p>
                        <p><span><b><a href="https://www.example.gov.cn/">县政府网站</a></b></span></p>
                        <div><p>样例县人民政府办公室</p> <a href="https://www.example.gov.cn/2/">下一篇</a></div>
                        <p>2023年9月13日</p></body></html>
                        """);
        assertEquals(
                List.of(
                        "“政务服务网”是链接，通向 https://www.example.gov.cn/bs/ ，"
                                + "只导入了文字。要保留链接的，请在正文里写成“[文字](网址)”。"),
                column.remarks().stream().filter(remark -> remark.contains("链接")).toList());
    }

    @Test
    void readsATableOfTasksThatHoldsATableAndTellsOfAPictureInIt() {
        ImportedColumn column =
                page(
                        """
                        <html><body><table><tr><td><h1>样例县人民政府办公室关于做好工作的通知</h1><p>各镇人民政府：</p>
                        <p>2023年9月13日</p>
                        <table><tr><th>序号</th><th>工作任务</th><th>具体要求</th><th>责任单位</th></tr>
                        <tr><td>1</td><td>公开</td><td>公布：<table><tr><td>清单、</td><td>目录。</td></tr></table></td><td>县财政局</td></tr>
                        <tr><td>2</td><td>公开</td><td>核对。<img alt="流程图" src="a.png"></td><td>县司法局</td></tr></table>
                        </td></tr></table></body></html>
                        """);
        assertEquals(
                List.of("公开 | 1 | 公布：清单、目录。 | - | 县财政局 | -", "公开 | 2 | 核对。 | - | 县司法局 | -"),
                column.tasks("2023/a"));
        assertEquals(
                List.of(
                        "第 1 个表格第 2 行：格子里还有表格，已按一行一段导入，请核对。",
                        "第 1 个表格第 3 行：有图片“流程图”，没有导入，请手工放到 files 文件夹里。"),
                column.remarks());
    }

    @Test
    void readsAPageWithoutABlockOfMetadata() {
        ImportedColumn column =
                page(
                        """
                        <html><body><div>当前位置：首页 &gt; 政策文件</div>
                        <h1>样例县人民政府办公室关于公布继续有效的规范性文件<br>目录的通知</h1>
                        <div>来源：政府办 发布时间：2023-09-14 10:00 浏览次数：3</div>
                        <div>样政办发〔2023〕7号</div>
                        <div>各镇人民政府：<br>请落实。</div><ul><li>甲</li><li>乙</li></ul>
                        <div>样例县人民政府办公室</div><div>2023年9月13日</div>
                        <div>主办单位：样例县人民政府 鲁ICP备00000000号</div></body></html>
                        """);
        assertEquals(
                "各镇人民政府：\n\n请落实。\n\n- 甲\n- 乙\n\n样例县人民政府办公室\n\n2023年9月13日", column.body("2023/a"));
        String text = column.read("2023/a.md");
        assertTrue(text.contains("标题: 样例县人民政府办公室关于公布继续有效的规范性文件目录的通知\n"), text);
        assertTrue(text.contains("发布日期: 2023-09-14\n"), text);
        assertEquals(3, column.remarks().size(), column.out());
    }

    @Test
    void keepsATextThatStandsAboveItsBlockOfMetadataOrWithinIt() {
        ImportedColumn column =
                page(
                        """
                        <html><p>关于做好工作的通知</p><p>各镇人民政府：</p><p>请落实。</p>
                        <table><tr><td>索引号</td><td>1/2023-1</td><td>成文日期</td><td>2023-09-13</td></tr>
                        <tr><td>有效性</td><td>有效</td></tr><tr><td colspan="4"><p>附注一句。</p></td></tr></table></html>
                        """);
        assertEquals("各镇人民政府：\n\n请落实。\n\n附注一句。", column.body("2023/a"));
        assertTrue(column.read("2023/a.md").contains("标题: 关于做好工作的通知\n"));
    }

    @Test
    void keepsTheSignatureOfAPageAboveItsTable() {
        ImportedColumn column =
                page(
                        """
                        <html><h1>样例县人民政府办公室关于做好政务公开的通知</h1><p>样政办发〔2024〕7号</p><p>各镇人民政府：</p><p>请落实。</p>
                        <p>样例县人民政府办公室</p><p>2024年3月5日</p>
                        <table><tr><th>序号</th><th>具体要求</th><th>责任单位</th><th>完成时限</th></tr>
                        <tr><td>1</td><td>公布清单。</td><td>县财政局</td><td>全年</td></tr></table></html>
                        """);
        assertEquals("各镇人民政府：\n\n请落实。\n\n样例县人民政府办公室\n\n2024年3月5日", column.body("2024/a"));
        assertTrue(
                column.read("2024/a.tasks.yml").startsWith("标题: 样例县人民政府办公室关于做好政务公开的通知\n"),
                column.read("2024/a.tasks.yml"));
        assertEquals(List.of(), column.remarks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p align='center'>攻坚行动</p><table>",
                "<div style='color: red; text-align: Center'><p>攻坚行动</p></div><table>",
                "<center>攻坚行动</center><table>",
                "<table><caption>攻坚行动</caption>"
            })
    void tellsOfACentredLineOfAPageThatMayBeNoTitle(String above) {
        ImportedColumn column =
                page(
                        "<p>关于做好政务公开的通知</p><p>各镇人民政府：</p><p>2024年3月5日</p>"
                                + above
                                + "<tr><th>具体要求</th><th>责任单位</th></tr>"
                                + "<tr><td>公布清单。</td><td>县财政局</td></tr></table>");
        assertTrue(column.read("2024/a.tasks.yml").startsWith("标题: 攻坚行动\n"), column.out());
        assertEquals(List.of("第 4 段：“攻坚行动”用作了任务表的标题，正文里没有这一行；不是标题的，请放回正文。"), column.remarks());
    }

    @Test
    void readsOldChineseEncodings() {
        String page =
                "<html><meta http-equiv='Content-Type' content='text/html; charset=gb2312'><p>关于镕基路的通知</p><p>各镇人民政府：</p><p>请落实。</p><p>2023年9月13日</p>";
        ImportedColumn column =
                new ImportedColumn(folder)
                        .importing(
                                "a.htm", page.getBytes(Charset.forName("GB18030")), "--name", "a");
        assertTrue(column.read("2023/a.md").contains("标题: 关于镕基路的通知\n"), column.out());
        column.importing("b.txt", ABOVE.getBytes(Charset.forName("GB18030")), "--name", "b");
        assertTrue(column.read("2023/b.md").contains("发布机关: 样例县人民政府办公室\n"), column.out());
    }

    /** Documents as counties issued them, where they lie beside the repository. */
    @ParameterizedTest
    @CsvSource({
        "dong-e-2023, 53",
        "jining-2023, 42",
        "yanting-2023, 46",
        "shanghe-2023, 51",
        "guanxian-2021, 38"
    })
    void findsEveryTaskThatWasIssued(String seed, int tasks) throws IOException {
        Path file = SEEDS.resolve(seed + ".txt");
        assumeTrue(Files.exists(file), "no real documents here");
        ImportedColumn column =
                new ImportedColumn(folder)
                        .importing(
                                "a.txt", Files.readAllBytes(file), "--name", "a", "--year", "2023");
        assertEquals(tasks, column.tasks("2023/a").size());
    }
}
