package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice that was once at another address (旧地址): whoever kept the link still gets there. */
class FormerAddressTest {
    private static final String SETTINGS =
            """
            名称: 样例县政府信息公开专栏
            网址: https://www.yangli.example/xxgk/
            网站标识码: "3799000001"
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "notices/2022/old-name/, notices/2022/old-name/index.html, ../../../",
        "/xxgk/art/2019/3/4/art_123.html, art/2019/3/4/art_123.html, ../../../../",
        "/xxgk/art/旧文件, art/旧文件/index.html, ../../",
        "/xxgk/%E6%97%A7.htm, 旧.htm, ''",
        "notices/2023/a/old.html, notices/2023/a/old.html, ../../../",
        "old.shtml, old.shtml, ''"
    })
    void leadsOnFromEachOldAddress(String typed, String file, String up) {
        TinyColumn column = with("旧地址: " + typed).build();
        assertTrue(column.published(), column.problems().toString());
        assertEquals(List.of(), column.problems());
        Document page = new BuiltSite(column.out()).page(file);
        assertEquals(
                "0; url=" + up + "notices/2023/a/",
                page.select("meta[http-equiv=refresh]").attr("content"));
        assertEquals(1, page.select("main a[href='" + up + "notices/2023/a/']").size());
        assertEquals("noindex", page.select("meta[name=robots]").attr("content"));
        assertEquals("zh-CN", page.select("html").attr("lang"));
    }

    @Test
    void severalMayLeadToOne() {
        TinyColumn column = with("旧地址: [a.html, b/c/]").build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.has("a.html") && column.has("b/c/index.html"));
    }

    @Test
    void givesTheAddressThatIsRightNow() {
        TinyColumn column = with("旧地址: /xxgk/art/a.html").with("site.yml", SETTINGS).build();
        assertTrue(column.published(), column.problems().toString());
        assertEquals(
                "https://www.yangli.example/xxgk/notices/2023/a/",
                new BuiltSite(column.out())
                        .page("art/a.html")
                        .select("link[rel=canonical]")
                        .attr("href"));
        assertFalse(column.read("sitemap.xml").contains("art/a.html"));
    }

    @Test
    void listsThemForTheServer() {
        TinyColumn column = with("旧地址: [/xxgk/art/旧.html, 旧名/]").with("site.yml", SETTINGS).build();
        assertEquals(
                """
                "/xxgk/art/旧.html" "/xxgk/notices/2023/a/";
                "/xxgk/旧名/" "/xxgk/notices/2023/a/";
                """,
                column.read("data/redirects.map"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://www.yangli.example/xxgk/a.html", "/art/a.html", "/xxgk/a b.html"})
    void recommendsAnAddressThatThisSiteTakes(String address) {
        TinyColumn column = with("旧地址: [\"" + address + "\"]").with("site.yml", SETTINGS).build();
        assertEquals(List.of("content/notices/2023/a.md:9"), column.places("former-address"));
        String fix = column.onlyProblem().fix();
        assertTrue(fix.contains("例如 旧地址: /xxgk/art/2019/3/4/art_123.html"), fix);
        with("旧地址: /xxgk/art/2019/3/4/art_123.html").with("site.yml", SETTINGS);
        assertTrue(column.build().published());
    }

    @Test
    void aSiteWithoutAnyHasNoList() {
        assertFalse(new TinyColumn(folder).withNotice().build().has("data/redirects.map"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.html",
                "a/../../b.html",
                "/%2e%2e/b.html",
                "/",
                "a//b.html",
                "a.html//",
                ".htaccess.html",
                "a/.git/",
                "~root/a.html",
                "a\\b.html",
                "a b.html",
                "a;b.html",
                "a$b.html",
                "a'b.html",
                "<b>.html",
                "a*.html",
                "C:/a.html",
                "javascript:alert(1)",
                "//host/a.html",
                "https://host.example/a.html",
                "a.html?id=3",
                "a.html#b",
                "a.jsp",
                "a.php",
                "a./b.html",
                "%00.html",
                "长/"
            })
    void refusesWhatCanBeNoAddress(String typed) {
        String text = typed.replace("长", "长".repeat(300));
        TinyColumn column = with("旧地址: '" + text.replace("'", "''") + "'").build();
        assertFalse(column.published());
        assertEquals(List.of("content/notices/2023/a.md:9"), column.places("former-address"));
        assertEquals(1, column.problems().size(), column.problems().toString());
    }

    @Test
    void refusesWhatIsNotBelowTheSite() {
        TinyColumn column = with("旧地址: /art/a.html").with("site.yml", SETTINGS).build();
        assertEquals(List.of("content/notices/2023/a.md:9"), column.places("former-address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "404.html",
                "tools/",
                "search/",
                "search/old.html",
                "data/old.html",
                "units/x/",
                "notices/",
                "notices/2023/",
                "notices/2019/",
                "notices/page/2/",
                "notices/2023/page/2/",
                "notices/2023/a/",
                "notices/2023/A/index.html",
                "notices/2023/b/",
                "pages/about/",
                "pages/",
                "mine.html",
                "mine.html/old/",
                "site.html",
                "css/"
            })
    void refusesWhatHidesAPage(String typed) {
        TinyColumn column =
                with("旧地址: " + typed)
                        .withNotice(
                                "2023/b",
                                "-00000001",
                                "-00000002",
                                "1号",
                                "2号",
                                "审核:",
                                "公开属性: 不予公开\n审核:")
                        .with("content/pages/about.md", "---\n标题: 关于\n---\n说明。\n")
                        .with("assets/mine.html", "<p>x")
                        .with("assets/site.html/a.txt", "x")
                        .build();
        boolean free = typed.equals("css/");
        assertEquals(
                free ? List.of() : List.of("content/notices/2023/a.md:9"),
                column.places("former-address"));
    }

    @Test
    void refusesOneOfTwoNotices() {
        TinyColumn column =
                with("旧地址: old/")
                        .withNotice(
                                "2023/b",
                                "-00000001",
                                "-00000002",
                                "1号",
                                "2号",
                                "审核:",
                                "旧地址: /xxgk/OLD/index.html\n审核:")
                        .build();
        assertEquals(List.of("content/notices/2023/b.md:9"), column.places("former-address"));
        assertTrue(
                column.what("former-address").get(0).contains("content/notices/2023/a.md 第 9 行"),
                column.problems().toString());
    }

    @Test
    void refusesAPageThatWouldBeAFolderOfAnother() {
        TinyColumn column = with("旧地址: [old.html, old.html/more/]").build();
        assertEquals(List.of("content/notices/2023/a.md:9"), column.places("former-address"));
    }

    @Test
    void draftsAndWhatIsWithheldLeaveNoTrace() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "旧地址: old.html\n状态: 草稿\n审核:")
                        .withNotice(
                                "2023/b",
                                "-00000001",
                                "-00000002",
                                "1号",
                                "2号",
                                "审核:",
                                "旧地址: old2.html\n公开属性: 不予公开\n审核:")
                        .build();
        assertTrue(column.published(), column.problems().toString());
        assertFalse(
                column.has("old.html")
                        || column.has("old2.html")
                        || column.has("data/redirects.map"));
    }

    /** The good notice with a line more, its ninth. */
    private TinyColumn with(String line) {
        return new TinyColumn(folder).withNotice("2023/a", "审核:", line + "\n审核:");
    }
}
