package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and attachments lead to what is published, and to nothing else on the machine. */
class LinkMistakesTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String BODY = "请认真贯彻执行。";

    @TempDir private Path folder;

    @Test
    void refusesALinkThatLeadsNowhere() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                BODY,
                                BODY
                                        + "\n\n见[旧文件](../2022/old.md)和\n[附表](files/none.xlsx)，![图](files/none.png)。"),
                A
                        + ":18: 错误 链接“../2022/old.md”指向的内容不存在。"
                        + "请核对路径和文件名，例如 ../2023/文件名 或 files/图片.png。[broken-link]",
                A
                        + ":19: 错误 图片“files/none.png”指向的内容不存在。"
                        + "请核对路径和文件名，例如 ../2023/文件名 或 files/图片.png。[broken-link]",
                A
                        + ":19: 错误 链接“files/none.xlsx”指向的内容不存在。"
                        + "请核对路径和文件名，例如 ../2023/文件名 或 files/图片.png。[broken-link]");
    }

    /** Each of these once took a copy and a count of all lines before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<st1:place>示例县</st1:place>\n",
                "<b>示例县</b>\n",
                "[示例县](https://www.example.gov.cn/)\n"
            })
    void tellsTheLineOfALinkAtTheEndOfAParagraphOfThousandsOfThem(String line) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", BODY, line.repeat(12_000) + "[附表](files/none.xlsx)")
                        .build();
        assertEquals(List.of(A + ":12016"), column.places("broken-link"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C:\\Users\\liu\\Desktop\\地图.png", "D:/公文/地图.png", "file:///C:/公文/地图.png"})
    void refusesAPictureOnTheEditorsOwnComputer(String path) {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/a", BODY, "![地图](" + path + ")"),
                A
                        + ":16: 错误 图片“"
                        + path
                        + "”在您自己的电脑上，别人看不到。"
                        + "请把文件放到这份文件旁边的 files 文件夹里，写成“files/文件名”。[broken-link]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"状态: 草稿", "公开属性: 依申请公开", "公开属性: 不予公开"})
    void refusesALinkToANoticeThatIsNotPublished(String key) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", BODY, "见[另一份](b.md)。")
                        .withNotice(
                                "2023/b",
                                "00000001",
                                "00000002",
                                "〕1号",
                                "〕2号",
                                "审核:",
                                key + "\n审核:");
        assertRefused(column, A + ":16: 错误 链接“b.md”指向的内容没有公开发布。请核对路径，或者去掉链接。[broken-link]");
    }

    @Test
    void refusesALinkToATaskThatANoticeDoesNotHave() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                BODY,
                                "见[第一项](#task-1)、[再看](a.md#task-1)、[第二项](a.md#task-2)。")
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                "任务:\n  - 要求: 甲\n    责任单位: 样例县人民政府办公室\n");
        assertRefused(
                column, A + ":16: 错误 链接“a.md#task-2”指向的位置“#task-2”不存在。是不是“#task-1”？[broken-link]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b.md",
                "b",
                "../2023/b.md",
                "../2023/b",
                "../b/",
                "/notices/2023/b/",
                "/units/zhengfuban/",
                "../../../units/",
                "/search/?q=%E5%85%BB%E8%80%81",
                "https://www.gov.cn/",
                "mailto:xxgk@example.cn",
                "tel:0635-0000000"
            })
    void acceptsALinkHoweverItIsWritten(String link) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", BODY, "见[这里](" + link + ")。")
                        .withNotice("2023/b", "00000001", "00000002", "〕1号", "〕2号")
                        .build();
        assertEquals(List.of(), column.problems());
    }

    @Test
    void takesAwayALinkThatMayDoHarm() {
        TinyColumn column =
                new TinyColumn(folder).withNotice("2023/a", BODY, "见[这里](javascript:alert(1))。");
        column.build();
        assertEquals(
                List.of(
                        A
                                + ":16: 警告 链接“javascript:alert(1)”不安全，发布时会去掉。"
                                + "请改成以 https:// 开头的网址，或者本栏目内的路径。[unsafe-link]"),
                column.problems());
        assertFalse(column.read("notices/2023/a/index.html").contains("javascript:"));
    }

    @Test
    void publishesAnAttachmentThatIsThere() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "审核:",
                                "附件: [{名称: 分解表, 文件: files/表 1#2.docx}, 'files\\b.docx']\n审核:")
                        .with("content/notices/2023/files/表 1#2.docx", "甲")
                        .with("content/notices/2023/files/b.docx", "乙")
                        .build();
        assertEquals(List.of(), column.problems());
        assertEquals("甲", column.read("notices/2023/a/files/表 1#2.docx"));
        assertEquals("乙", column.read("notices/2023/a/files/b.docx"));
    }

    @Test
    void refusesAnAttachmentThatIsNotThere() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "审核:",
                                "附件:\n  - {名称: 分解表, 文件: files/none.docx}\n  - {名称: 只有名称}\n审核:"),
                A
                        + ":10: 错误 找不到附件“files/none.docx”。"
                        + "请把附件放到这份文件旁边的 files 文件夹里，并核对文件名（大小写和扩展名也要一致）。[attachment-missing]",
                A + ":11: 错误 缺少“文件”。请加上一行“文件: files/附件.docx”。[missing-key]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "../../../../../../../../etc/passwd",
                "files/../../../../../../../../etc/passwd",
                "..\\..\\..\\etc\\passwd",
                "../../units.yml",
                "../2022/files/x.docx"
            })
    void refusesAnAttachmentOutsideOfTheFolder(String path) {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "附件: ['" + path + "']\n审核:")
                        .with("etc/passwd", "secret")
                        .with("content/notices/2022/files/x.docx", "x"),
                A
                        + ":9: 错误 附件“"
                        + path
                        + "”指到了公开信息所在文件夹之外。"
                        + "请把附件放到这份文件旁边的 files 文件夹里，写成“files/文件名”。[attachment-path]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/passwd", "file:///etc/passwd", "https://www.gov.cn/x.docx", "files"})
    void refusesAnAttachmentThatIsNoFileToPublish(String path) {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "附件: ['" + path + "']\n审核:")
                        .with("content/notices/2023/files/x.docx", "x")
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                "任务:\n  - 要求: 甲\n    责任单位: 样例县人民政府办公室\n"),
                A
                        + ":9: 错误 找不到附件“"
                        + path
                        + "”。请把附件放到这份文件旁边的 files 文件夹里，并核对文件名（大小写和扩展名也要一致）。[attachment-missing]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.md", "a.tasks.yml"})
    void refusesAnAttachmentThatIsASource(String path) {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "附件: ['" + path + "']\n审核:")
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                "任务:\n  - 要求: 甲\n    责任单位: 样例县人民政府办公室\n"),
                A
                        + ":9: 错误 附件“"
                        + path
                        + "”是 .md 或 .yml 文件，不能作附件。"
                        + "请换成 Word、PDF 等格式；是本栏目的公开信息的，请在正文里写成链接。[attachment-missing]");
    }

    @Test
    void refusesAnAttachmentThatASymbolicLinkTakesOutOfTheFolder() throws IOException {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "审核:",
                                "附件: [files/one.docx, files/below/passwd]\n审核:",
                                BODY,
                                "见[链接](files/below/passwd)。")
                        .with("content/notices/2023/files/x.docx", "x");
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("passwd"), "secret");
        Path files = column.root().resolve("content/notices/2023/files");
        Files.createSymbolicLink(files.resolve("one.docx"), outside.resolve("passwd"));
        Files.createSymbolicLink(files.resolve("below"), outside);
        column.build();
        assertFalse(column.published());
        assertEquals(List.of(A + ":9"), column.places("attachment-missing"));
        assertEquals(List.of(A + ":9", A + ":17"), column.places("attachment-path"));
    }

    @Test
    void refusesALinkToAFileOutsideOfTheFolder() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", BODY, "见[名录](../../units.yml)。")
                        .with("content/x.docx", "x"),
                A
                        + ":16: 错误 链接“../../units.yml”指到了文件夹之外。"
                        + "请把文件放到这份文件旁边的 files 文件夹里，写成“files/文件名”。[attachment-path]",
                "content/x.docx:1: 错误 放在这里的文件不会发布。"
                        + "请把公开信息放到 content/notices/年份/ 里，把说明页放到 content/pages/ 里。"
                        + "附件放到公开信息旁边的 files 文件夹里；不用的请删去。[misplaced-file]");
    }

    @Test
    void warnsOfHtmlThatIsTakenAway() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a", BODY, BODY + "\n\n<script>alert(1)</script>\n\n<b>粗</b>");
        column.build();
        assertTrue(column.published());
        assertEquals(
                List.of(
                        A
                                + ":18: 警告 这里的 HTML 代码含有不允许的标签或属性，发布时会去掉；没有写结尾的按原样显示。"
                                + "请改用 Markdown 书写；表格可以用“| 甲 | 乙 |”的写法。[unsafe-html]"),
                column.problems());
        assertFalse(column.read("notices/2023/a/index.html").contains("alert(1)"));
    }
}
