package org.gongkai;

import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is published as it was typed, or its editor is told where it is not, and what to type. */
class BodyMistakesTest {
    private static final String A = "content/notices/2023/a.md";

    /** The line of the notice on which the body of a test begins. */
    private static final String BODY = A + ":16: 警告 ";

    private static final String PICTURE = "content/notices/2023/files/tu.png";

    @TempDir private Path folder;

    @Test
    void givesEachOfThousandsOfHeadingsWithTheSameWordsAnAddress() {
        TinyColumn column = notice("## 附件-3\n\n甲。\n\n" + "## 附件\n\n乙。\n\n".repeat(2_000));
        assertWarned(column);
        List<String> ids = text(column).select("h2").eachAttr("id");
        assertEquals(List.of("附件-3", "附件", "附件-2", "附件-4"), ids.subList(0, 4));
        assertEquals("附件-2001", ids.get(2_000));
    }

    // Numbers of lists

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7. 甲/9. 乙         | 7,9
                    1. 甲/2. 乙/5. 丙   | 1,2,5
                    1) 甲/3) 乙         | 1,3
                    0. 甲/1. 乙/3. 丙   | 0,1,3
                    1. 甲/1. 乙/1. 丙   | 1,2,3
                    1. 甲/1. 乙/2. 丙   | 1,1,2
                    3. 甲/2. 乙/3. 丙   | 3,2,3
                    1. 甲//3. 乙        | 1,3
                    999999999. 甲/1. 乙 | 999999999,1
                    """)
    void showsTheNumbersOfAListAsTheyWereTyped(String typed, String shown) {
        TinyColumn column = notice(typed.replace('/', '\n'));
        assertWarned(column);
        Element list = text(column).selectFirst("ol");
        assertEquals(shown, String.join(",", numbers(list)));
    }

    @Test
    void givesItemsNoNumberOfTheirOwnWhereEachIsTheNext() {
        TinyColumn column = notice("7. 甲\n8. 乙\n9. 丙\n\n说明：\n\n1. 丁\n2. 戊");
        assertWarned(column);
        String html = column.read("notices/2023/a/index.html");
        assertTrue(html.contains("<ol start=\"7\">\n<li>甲</li>\n<li>乙</li>\n"), html);
        assertFalse(html.contains("<li value"), html);
    }

    @Test
    void countsAnInnerListByItself() {
        TinyColumn column = notice("1. 甲\n   1. 子\n   4. 丑\n3. 乙");
        assertWarned(column);
        assertEquals(List.of("1", "3"), numbers(text(column).selectFirst("ol")));
        assertEquals(List.of("1", "4"), numbers(text(column).selectFirst("ol ol")));
    }

    @Test
    void keepsNumbersOutOfWhatIsSearched() throws Exception {
        assertEquals(
                "第七条。 第九条。",
                notice("7. 第七条。\n9. 第九条。").site().notices().get(0).body().text().substring(8));
    }

    /** As a browser counts them. */
    private static List<String> numbers(Element list) {
        List<String> numbers = new java.util.ArrayList<>();
        int next = list.hasAttr("start") ? Integer.parseInt(list.attr("start")) : 1;
        for (Element item : list.children()) {
            next = item.hasAttr("value") ? Integer.parseInt(item.attr("value")) : next;
            numbers.add(String.valueOf(next++));
        }
        return numbers;
    }

    // What a browser would take for a comment

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?php 内容",
                "<![CDATA[ 内容",
                "<!DOCTYPE 内容",
                "<!X 内容",
                "<?xml:namespace prefix = o ns = \"urn:schemas-microsoft-com:office:office\" />",
                "<?xml version=\"1.0\"?>",
                "<?php 内容\n续行 ?>",
                "<![CDATA[内容]]>",
                "<!DOCTYPE html>"
            })
    void publishesAsTypedWhatWouldSwallowTheRestAndTellsOfIt(String markup) {
        TinyColumn column = notice(markup + "\n\n第二段\n\n## 标题\n\n结尾");
        column.build();
        assertEquals(List.of(A + ":16"), column.places("stray-markup"));
        assertTrue(column.published());
        Element text = text(column);
        assertEquals(List.of("第二段", "结尾"), text.select("p").eachText().subList(2, 4));
        assertEquals("标题", text.selectFirst("h2").text());
        assertEquals(markup.replace("\n", ""), text.select("p").get(1).wholeText());
    }

    @Test
    void saysWhatToDoWithMarkupFromWord() {
        assertWarned(
                notice("<?php 内容\n\n第二段"),
                BODY
                        + "“<?php 内容”不是正文里可以用的标记，会原样显示。"
                        + "请删去尖括号和里面的字，常见于从 Word 粘贴的文字；要原样显示的，请在“<”前面加“\\”。[stray-markup]");
        assertWarned(
                notice(
                        "甲\n\n<![if !supportLists]>一、<![endif]>内容\n\n"
                                + "<st1:chsdate Year=\"2024\">2024年3月</st1:chsdate>"),
                A
                        + ":18: 警告 “<![if !supportLists]>”不是正文里可以用的标记，会原样显示。这样的标记一共有 4 处。"
                        + "请删去尖括号和里面的字，常见于从 Word 粘贴的文字；要原样显示的，请在“<”前面加“\\”。[stray-markup]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>\n<?php 内容\n\n第二段",
                "<div>\n<!-- 内容\n\n第二段",
                "<o:p>内容</o:p>\n\n第二段",
                "<div></甲 内容></div>\n\n第二段",
                "<div><?php 内容?></div>\n\n第二段"
            })
    void tellsOfWhatIsHiddenInsideOtherHtml(String markdown) {
        TinyColumn column = notice(markdown);
        column.build();
        assertEquals(List.of(A + ":16"), column.places("unsafe-html"));
        assertTrue(text(column).select("p").eachText().contains("第二段"), text(column).html());
    }

    @Test
    void tellsOfACommentWithoutEnd() {
        String told = "“<!--”没有结尾，会连同后面的文字原样显示。请在注释的末尾写“-->”；不是注释的，请删去“<!--”。[stray-markup]";
        assertWarned(notice("甲 <!-- 乙\n\n丙"), BODY + told);
        TinyColumn column = notice("<!-- 乙\n\n## 丙\n\n丁");
        assertWarned(column, BODY + told);
        assertEquals("丙", text(column).selectFirst("h2").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- 说明 -->",
                "<!-- 甲\n\n乙 -->",
                "<!-- <?php ?> -->",
                "<b>粗</b>",
                "`<?php`",
                "```\n<?php\n<!-- \n<o:p>\n```",
                "    <?php",
                "\\<o:p>",
                "&lt;o:p>",
                "3<5，且5>3",
                "<https://www.example.gov.cn/>",
                "1234567890. 甲\n1234567892. 乙",
                "<ol><li value=\"3\">丙</li></ol>"
            })
    void letsPassWhatIsMeant(String markdown) {
        assertWarned(notice(markdown));
    }

    // Asterisks

    @ParameterizedTest
    @ValueSource(
            strings = {"规格为2*3*4米，面积10*20*30平方米。", "型号A*B*C。", "2**3**4", "共2*3件，5*6件", "*注：规格2*3"})
    void keepsTheAsterisksBetweenFigures(String typed) {
        TinyColumn column = notice(typed);
        assertWarned(column);
        assertEquals(typed, text(column).select("p").get(1).wholeText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"张*三和李*四", "长5米*宽3米*高2米", "张*三和李*，"})
    void warnsOfAsterisksInsideWordsThatAreNotShown(String typed) {
        assertWarned(
                notice("甲\n\n" + typed),
                A
                        + ":18: 警告 这里的两个“*”会变成强调的标记，网页上看不到。"
                        + "要显示“*”的，请在它前面加“\\”；乘号请写成“×”，例如 2×3×4；要强调的，请写成“**重点**”。[asterisk]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    请**务必**注意     | strong
                    共**3**项          | strong
                    （*注意*）         | em
                    *注意*：请         | em
                    重点 *注意* 这里   | em
                    """)
    void emphasizesWhatIsMarkedSo(String typed, String tag) {
        TinyColumn column = notice(typed);
        assertWarned(column);
        assertEquals(1, text(column).select(tag).size());
    }

    // Code and headings

    @Test
    void tellsOfCodeWithoutEnd() {
        assertWarned(
                notice("甲\n\n```\n乙\n\n丙"),
                A
                        + ":18: 警告 “```”没有结尾，后面的文字都会显示成代码。"
                        + "请在代码后面另起一行写“```”；不是代码的，请删去这里的“```”。[code-fence]");
        assertWarned(
                notice("甲\n\n<pre>\n乙\n\n## 丙"),
                A
                        + ":18: 警告 “<pre>”没有结尾，后面的文字都会不分段，按原样排列。"
                        + "请在末尾另起一行写“</pre>”；不需要的，请删去“<pre>”。[code-fence]");
        assertWarned(notice("```\n乙\n```\n\n~~~\n丙\n~~~\n\n<pre>\n丁\n</pre>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ##没有空格的标题 | ##没有空格的标题 | ## 没有空格的标题
                    #一、总则        | #一、总则        | # 一、总则
                    ＃＃ 总则        | ＃＃ 总则        | ## 总则
                    ##　总则         | ##　总则         | ## 总则
                    """)
    void tellsOfAHeadingWithoutSpace(String typed, String shown, String fix) {
        assertWarned(
                notice("甲。\n" + typed),
                A
                        + ":17: 警告 “"
                        + shown
                        + "”会连同井号原样显示，不成为小标题。请写成“"
                        + fix
                        + "”，井号用半角，后面加一个空格；不是小标题的，请在井号前面加“\\”。[heading-space]");
    }

    @Test
    void tellsOfHeadingsWithoutSpaceWhereverALineBegins() {
        TinyColumn column = notice("##甲\n\n乙。  \n##丙\n\n- ##丁");
        column.build();
        assertEquals(List.of(A + ":16", A + ":19", A + ":21"), column.places("heading-space"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1楼", "#政务公开#话题", "\\##总则", "## 总则\n\n内容", "见##总则"})
    void letsPassOtherNumberSigns(String typed) {
        assertWarned(notice(typed));
    }

    // Tables

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            textBlock =
                    """
                    | 一季度 | 公开 |/| 二季度 | 年报 |                     # 16 # 这样的行一共有 2 行。
                    如下：/| 季度 | 内容 |/| --- | --- |/| 一季度 | 公开 |  # 17 # 这样的行一共有 3 行。
                    ｜季度｜内容｜/｜一季度｜公开｜                            # 16 # 这样的行一共有 2 行。
                    | 季度 | 内容 |/| --- | --- |//| 一季度 | 公开 |        # 19 # ''
                    """)
    void tellsOfRowsThatBecomeNoTable(String typed, int line, String several) {
        assertWarned(
                notice(typed.replace('/', '\n')),
                A
                        + ":"
                        + line
                        + ": 警告 这一行像是表格里的一行，但不会成为表格，会连同竖线原样显示。"
                        + several
                        + "表格的前面请空一行，中间不要空行；每行用半角“|”隔开各列；第一行写各列的名称，"
                        + "第二行写“| --- | --- |”，有几列写几个。[table-rows]");
    }

    @Test
    void tellsOfColumnsThatWerePastedWithTabs() {
        assertWarned(
                notice("如下：\n\n乡镇\t项目\n甲镇\t渠道\n乙镇\t塘坝"),
                A
                        + ":18: 警告 从这一行起像是从 Word、Excel 粘贴的表格，不会成为表格，会连成一段。"
                        + "请每行用半角“|”隔开各列，第二行写“| --- | --- |”，有几列写几个；列多的，请用 gongkai import"
                        + " 导入原来的文件。[table-rows]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 季度 | 内容 |\n| --- | --- |\n| 一季度 | 公开 |",
                "其中\n|x|是 x 的绝对值。",
                "| 机密 |",
                "签字：\t日期：\n\n签字：\t日期：",
                "\t甲。"
            })
    void letsPassTablesAndOtherBars(String typed) {
        assertWarned(notice(typed));
    }

    // Links and pictures

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            textBlock =
                    """
                    见[通知]（../2023/a）。    # [通知]（../2023/a）     # 链接 # [通知](../2023/a)
                    见【通知】(../2023/a)。    # 【通知】(../2023/a)     # 链接 # [通知](../2023/a)
                    ![地图]（files/tu.png）    # ![地图]（files/tu.png） # 图片 # ![地图](files/tu.png)
                    ！[地图]（tu.png）         # ！[地图]（tu.png）      # 图片 # ![地图](tu.png)
                    """)
    void tellsOfLinksInFullWidthBrackets(String typed, String shown, String kind, String right) {
        assertWarned(
                notice(typed),
                BODY
                        + "“"
                        + shown
                        + "”用了全角的括号，会原样显示，不成为"
                        + kind
                        + "。请改成半角，写成“"
                        + right
                        + "”。[wide-brackets]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "见文献[1]（2020年）。",
                "【提示】（见第二条）",
                "标准[2]（GB/T9704-2012）",
                "【国务院】（国办发〔2019〕1号）"
            })
    void letsPassOtherBrackets(String typed) {
        assertWarned(notice(typed));
    }

    @Test
    void tellsOfTheAsteriskOfANote() {
        assertWarned(
                notice("*注：带*号的为必填项。"),
                BODY
                        + "这里的两个“*”会变成强调的标记，网页上看不到。"
                        + "要显示“*”的，请在它前面加“\\”；乘号请写成“×”，例如 2×3×4；要强调的，请写成“**重点**”。[asterisk]");
    }

    @Test
    void tellsOfAPictureThatIsALink() {
        TinyColumn column = notice("！[地图](files/tu.png)").with(PICTURE, "");
        assertWarned(column, BODY + "这里的“！”是全角的，图片不会显示，只成为一个链接。请改成半角，写成“![地图](…)”。[wide-brackets]");
    }

    @Test
    void tellsOfAPictureWithoutWords() {
        TinyColumn column = notice("![](files/tu.png)").with(PICTURE, "");
        assertWarned(
                column,
                BODY
                        + "图片“files/tu.png”没有说明，看不见图片的人不知道上面是什么。"
                        + "请写成“![图片上是什么](files/tu.png)”；只是装饰的，可以不管。[image-words]");
        TinyColumn whole = notice("![地图](files/tu.png)");
        assertWarned(whole);
        // Else it would be as wide as the text and begin two characters later.
        assertEquals("picture", text(whole).select("p:has(img)").attr("class"));
        assertWarned(notice("见![地图](files/tu.png)"));
        assertEquals("", text(whole).select("p:has(img)").attr("class"));
    }

    // Paragraphs

    @Test
    void tellsOnceOfLinesThatAreParagraphs() {
        assertWarned(
                notice("　　根据有关规定，通知如下。\n　　请遵照执行。\n　　示例县人民政府办公室\n　　2024年3月5日"),
                A + ":17: 警告 这一行会与上一行连成一段。这样的地方一共有 3 处。段落之间请空一行。[paragraph-break]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "如下：\n　　请遵照执行。",
                "内容。\n第二条 施行。",
                "内容。\n二、要求",
                "内容；\n（二）要求",
                "内容：\n2. 要求",
                "示例县人民政府办公室\n2024年3月5日"
            })
    void tellsOfALineThatIsPlainlyAParagraph(String body) {
        assertWarned(notice(body), A + ":17: 警告 这一行会与上一行连成一段。段落之间请空一行。[paragraph-break]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "根据\n有关规定，\n执行。",
                "依照\n第二条的规定办理。",
                "如下：  \n　　请遵照执行。",
                "　　甲。\n\n　　乙。",
                "共计\n3. 5倍"
            })
    void letsPassLinesOfOneParagraph(String body) {
        assertWarned(notice(body));
    }

    private TinyColumn notice(String body) {
        return new TinyColumn(folder).withNotice("2023/a", "请认真贯彻执行。", body);
    }

    /** The text on the page, which begins with whom it is to. */
    private static Element text(TinyColumn column) {
        return new BuiltSite(column.out())
                .page("notices/2023/a/index.html")
                .selectFirst("p.salutation")
                .parent();
    }
}
