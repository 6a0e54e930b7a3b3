package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column is a JBake project: who knows JBake finds what JBake promises. */
class JBakeProjectTest {
    private static final String PAGE = "---\n标题: 指南\n---\n本指南。\n";

    @TempDir private Path folder;

    @Test
    void copiesAssetsToTheRootOfTheSite() {
        byte[] bytes = {0, 1, (byte) 0xff, '\r', '\n'};
        TinyColumn column =
                new TinyColumn(folder).withNotice().with("assets/img/徽 标.png", bytes).build();
        assertArrayEquals(bytes, new BuiltSite(column.out()).bytes("img/徽 标.png"));
        assertTrue(column.has("css/site.css"), "the generator's own stay");
    }

    @Test
    void ownAssetWinsOverTheGenerators() {
        TinyColumn column =
                new TinyColumn(folder).withNotice().with("assets/css/site.css", "/* 本县 */").build();
        assertEquals("/* 本县 */", column.read("css/site.css"));
    }

    @Test
    void ownRobotsFileWinsOverTheGenerators() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("assets/robots.txt", "User-agent: x")
                        .build();
        assertEquals("User-agent: x", column.read("robots.txt"));
    }

    @Test
    void ownTemplateWinsOverTheGenerators() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .withoutPageChecks()
                        .with("content/pages/p.md", PAGE)
                        .with("templates/notice.ftlh", "<p id=own>本县的样式：${notice.title}</p>")
                        .build();
        assertEquals(
                "本县的样式：样例县人民政府办公室关于做好政务公开工作的通知",
                page(column, "notices/2023/a/index.html").select("#own").text());
        assertEquals("指南", page(column, "pages/p/index.html").select("h1").text());
    }

    @Test
    void ownTemplateMayUseTheGeneratorsLayout() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                "templates/notice.ftlh",
                                "<#import \"layout.ftlh\" as layout><@layout.page><h1>本县</h1></@layout.page>")
                        .build();
        Document page = page(column, "notices/2023/a/index.html");
        assertEquals("本县", page.select("main h1").text());
        assertFalse(page.select("footer").isEmpty());
    }

    @Test
    void pageNamesItsTemplate() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .withoutPageChecks()
                        .with("content/pages/p.md", "---\n标题: 领导信箱\n模板: xinxiang\n---\n来信。\n")
                        .with(
                                "templates/xinxiang.ftlh",
                                "<h2>${page.title}</h2>${page.body.html?no_esc}")
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertEquals("领导信箱", page(column, "pages/p/index.html").select("h2").text());
        assertEquals("来信。", page(column, "pages/p/index.html").select("p").text());
    }

    @ParameterizedTest
    @CsvSource({"mei-you, 没有“mei-you”这个模板", "../../site, 不能写成", "/etc/passwd, 不能写成"})
    void templateThatIsNotThereIsOneProblem(String template, String said) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/pages/p.md", "---\n标题: 页\n模板: " + template + "\n---\n")
                        .build();
        assertFalse(column.published());
        assertTrue(column.onlyProblem().what().contains(said), column.onlyProblem().what());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ${content.title}                                        | 样例县人民政府办公室关于做好政务公开工作的通知
                    ${content.type}                                         | notice
                    ${content.status}                                       | published
                    ${content.uri}                                          | notices/2023/a/index.html
                    ${content.tags?join(",")}                               | 指南,公开
                    ${content.date?string("yyyy-MM-dd")}                    | 2023-09-14
                    ${config.render_encoding}                               | UTF-8
                    ${config.content_folder}                                | content
                    ${version}                                              | 2.7.0
                    ${alltags?join(",")}                                    | 公开,指南
                    <#list published_content as c>${c.title?length};</#list>| 2;23;
                    <#list published_pages as c>${c.uri};</#list>           | pages/p/index.html;
                    <#list all_content as c>${c.type};</#list>              | page;notice;
                    <#list notices as c>${c.uri};</#list>                   | notices/2023/a/index.html;
                    <#list published_notices as c>${c.title?length};</#list>| 23;
                    """)
    void templateSeesWhatJBakeGivesEveryTemplate(String template, String shown) {
        TinyColumn column = withTemplate(template).build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertEquals(shown, page(column, "notices/2023/a/index.html").select("#seen").text());
    }

    @Test
    void templateSeesBodyOfContent() {
        TinyColumn column = withTemplate("${content.body?no_esc}").build();
        assertEquals(
                List.of("各镇人民政府：", "请认真贯彻执行。"),
                page(column, "notices/2023/a/index.html").select("#seen p").eachText());
    }

    @Test
    void ownTemplateEscapesHtmlByItself() {
        TinyColumn column =
                withTemplate("${content.body}${content.title}")
                        .withNotice("2023/a", "标题: 样例县人民政府办公室关于做好政务公开工作的通知", "标题: <b>粗</b>")
                        .build();
        Document page = page(column, "notices/2023/a/index.html");
        assertEquals(0, page.select("#seen *").size());
        assertTrue(page.select("#seen").text().endsWith("<b>粗</b>"));
    }

    @Test
    void pageDroppedInContentPagesAppearsWithLinkFromEveryPage() {
        TinyColumn column =
                new TinyColumn(folder).withNotice().with("content/pages/dao-hang.md", PAGE).build();
        assertEquals("本指南。", page(column, "pages/dao-hang/index.html").select("main p").text());
        assertEquals(
                1, page(column, "index.html").select(".sections a[href=pages/dao-hang/]").size());
        assertTrue(column.read("sitemap.xml").contains("/pages/dao-hang/</loc>"));
    }

    @ParameterizedTest
    @CsvSource({
        "'<p>\n<#list>\n</p>', 2",
        "'<p>\n\n${notice.nichts.da}\n</p>', 3",
        "'\n<#include \"fehlt.ftlh\">', 2",
        "'<#if true>', 1",
        "'\n\n\n${notice.title?date}', 4",
        "'\n${\"freemarker.template.utility.Execute\"?new()(\"id\")}', 2"
    })
    void brokenTemplateIsOneLineThatSaysWhere(String template, int line) {
        TinyColumn column =
                new TinyColumn(folder).withNotice().with("templates/notice.ftlh", template).build();
        assertFalse(column.published());
        assertEquals("templates/notice.ftlh", column.onlyProblem().file());
        assertEquals(line, column.onlyProblem().line(), column.onlyProblem()::text);
        String text = column.onlyProblem().text();
        assertTrue(text.contains(": 错误 模板出错："), text);
        assertTrue(text.endsWith("请改正模板；删除它就会改用自带的模板。[template]"), text);
        assertFalse(text.contains("\n") || text.contains("\tat ") || text.contains("java."), text);
    }

    @Test
    void allTemplatesThatFailAreReportedAlikeEveryTime() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("templates/notice.ftlh", "${nichts}")
                        .with("templates/index.ftlh", "${nichts}")
                        .with("templates/unit.ftlh", "${nichts}");
        List<String> first = column.build().problems();
        for (int i = 0; i < 5; i++) {
            assertEquals(first, column.build().problems());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.orientechnologies.orient.core.db.document.ODatabaseDocumentTx",
                "ch.qos.logback.classic.Logger",
                "org.apache.log4j.Appender",
                "org.apache.commons.collections.functors.InvokerTransformer"
            })
    void libraryIsNotOnTheClassPath(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
        assertNull(getClass().getResource("/" + name.replace('.', '/') + ".class"));
    }

    private TinyColumn withTemplate(String template) {
        return new TinyColumn(folder)
                .withNotice("2023/a", "审核:", "关键词: [指南, 公开]\n审核:")
                .withoutPageChecks()
                .with("content/pages/p.md", PAGE)
                .with("templates/notice.ftlh", "<div id=seen>" + template + "</div>");
    }

    private static Document page(TinyColumn column, String path) {
        return new BuiltSite(column.out()).page(path);
    }
}
