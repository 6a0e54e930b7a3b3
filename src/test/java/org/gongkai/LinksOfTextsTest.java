package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the links of a text lead, and what is said of where they lead. */
class LinksOfTextsTest {
    private static final String[] OLD = {
        "2023-00000001", "2020-00000001", "〔2023〕1号", "〔2020〕1号", "2023-09-", "2020-09-"
    };

    @TempDir private Path folder;

    private TinyColumn withOldNoticeThatIs(String validity) {
        String[] changes = java.util.Arrays.copyOf(OLD, OLD.length + 2);
        changes[OLD.length] = "审核:";
        changes[OLD.length + 1] = "有效性: " + validity + "\n审核:";
        return new TinyColumn(folder)
                .withNotice("2020/old", changes)
                .withNotice("2023/a", "请认真贯彻执行。", "见[旧文件](../2020/old.md)。");
    }

    private static Element linkToOld(TinyColumn column) {
        return Jsoup.parse(column.read("notices/2023/a/index.html"))
                .selectFirst("a[href=../../../notices/2020/old/]");
    }

    @Test
    void saysOfLinkToEndedNoticeThatItHasEnded() {
        Element link = linkToOld(withOldNoticeThatIs("失效").build());
        assertEquals("失效", link.nextElementSibling().text());
    }

    @Test
    void saysNothingOfLinkToNoticeInForce() {
        Element link = linkToOld(withOldNoticeThatIs("有效").build());
        assertEquals(null, link.nextElementSibling());
    }

    @Test
    void leadsToHeadingByItsWords() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "请认真贯彻执行。",
                                "见[第二章](#第二章-附则)。\n\n## 第一章 总则\n\n条文。\n\n## 第二章　附则\n\n条文。")
                        .build();
        assertEquals(List.of(), column.problems());
        assertEquals(
                "第二章　附则",
                Jsoup.parse(column.read("notices/2023/a/index.html"))
                        .getElementById("第二章-附则")
                        .text());
    }

    @Test
    void refusesAnchorThatIsNotThere() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "请认真贯彻执行。", "见[第二章](#第二章)。\n\n## 第一章\n\n条文。")
                        .build();
        assertFalse(column.published());
        assertEquals(
                "content/notices/2023/a.md:16: 错误 链接“#第二章”指向的位置“#第二章”不存在。"
                        + "是不是“#第一章”？[broken-link]",
                column.onlyProblem().text());
    }

    @Test
    void namesNoWithheldNoticeThatIsRepealed() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2020/mi",
                                "标题: 样例县人民政府办公室关于做好政务公开工作的通知",
                                "标题: 内部事项",
                                "审核:",
                                "公开属性: 不予公开\n审核:",
                                OLD[0],
                                OLD[1],
                                OLD[2],
                                OLD[3],
                                OLD[4],
                                OLD[5])
                        .withNotice("2023/a", "审核:", "废止: [内部事项]\n审核:")
                        .build();
        assertTrue(column.published());
        assertFalse(column.read("notices/2023/a/index.html").contains("内部事项"));
    }

    @Test
    void letsWideTableBeScrolledByKeyboard() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "请认真贯彻执行。", "| 项目 | 金额 |\n| --- | ---: |\n| 甲 | 12 |")
                        .build();
        Element table =
                Jsoup.parse(column.read("notices/2023/a/index.html")).selectFirst("main table");
        assertEquals("0", table.parent().attr("tabindex"));
        assertEquals("表格", table.parent().attr("aria-label"));
        assertEquals("12", table.selectFirst("td.right").text());
    }
}
