package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.model.Problems;
import org.gongkai.pages.FirstPaint;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What citizens, and programs that read pages, rely on. */
class PagesTest {
    /** The 网址 of the sample column, which lies in a folder of a larger site. */
    private static final URI ADDRESS = URI.create("https://www.linxixian.example/xxgk/");

    /** The sample column, built once. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OfSampleColumn {
        private BuiltSite site;
        private Map<String, Document> pages;

        @BeforeAll
        void build(@TempDir Path folder) throws IOException {
            Problems problems = new Problems();
            new SiteBuild(
                            TinyColumn.GENERATOR,
                            TinyColumn.GENERATOR,
                            LocalDate.of(2026, 10, 1),
                            false,
                            false)
                    .run(folder.resolve("public"), problems);
            site = new BuiltSite(folder.resolve("public"));
            pages = site.pages();
            assertTrue(pages.size() > 50, () -> problems.sorted().toString());
        }

        @Test
        void thereIsAPageOfEveryKind() {
            for (String file :
                    List.of(
                            "index.html",
                            "404.html",
                            "search/index.html",
                            "notices/index.html",
                            "notices/2026/index.html",
                            "notices/2026/yingshang-huanjing/index.html",
                            "tasks/index.html",
                            "units/index.html",
                            "units/caizhengju/index.html",
                            "topics/index.html",
                            "topics/zhengwugongkai/index.html",
                            "catalog/index.html",
                            "validity/index.html",
                            "pages/zhinan/index.html")) {
                assertTrue(pages.containsKey(file), file);
            }
            for (String file : List.of("feed.xml", "sitemap.xml", "robots.txt")) {
                assertTrue(site.files().contains(file), file);
            }
        }

        @Test
        void everyLinkLeadsSomewhere() {
            assertEquals(List.of(), brokenLinks(site, ADDRESS));
        }

        @Test
        void everyLinkWithinTheSiteIsRelative() {
            List<String> found = new ArrayList<>();
            pages.forEach(
                    (path, page) -> {
                        for (Element element :
                                page.select("body [href], [src], link[rel=stylesheet]")) {
                            String link = link(element);
                            if (link.startsWith("/") == !path.equals("404.html")
                                    && !link.startsWith("#")
                                    && !URI.create(link).isAbsolute()) {
                                found.add(path + ": " + link);
                            }
                            if (link.startsWith(ADDRESS.toString())) {
                                found.add(path + ": " + link);
                            }
                        }
                    });
            assertEquals(List.of(), found);
        }

        @Test
        void idsAreUnique() {
            each(
                    (path, page) -> {
                        List<String> ids = page.select("[id]").eachAttr("id");
                        assertEquals(
                                List.copyOf(new TreeSet<>(ids)),
                                ids.stream().sorted().toList(),
                                path);
                    });
        }

        @Test
        void everyPageHasOneHeadingItsLanguageAndTitleOfItsOwn() {
            Map<String, String> titles = new HashMap<>();
            each(
                    (path, page) -> {
                        assertEquals(1, page.select("h1").size(), path);
                        assertFalse(page.select("h1").text().isBlank(), path);
                        assertEquals("zh-CN", page.selectFirst("html").attr("lang"), path);
                        assertEquals(1, page.select("title").size(), path);
                        assertFalse(page.title().isBlank(), path);
                        String other = titles.put(page.title(), path);
                        assertEquals(null, other, page.title());
                        assertEquals(1, page.select("main").size(), path);
                    });
        }

        @Test
        void headingsSkipNoLevel() {
            each(
                    (path, page) -> {
                        int above = 0;
                        for (Element heading :
                                page.select(
                                        "main h1, main h2, main h3, main h4, main h5, main h6")) {
                            int level = heading.tagName().charAt(1) - '0';
                            assertTrue(level <= above + 1, path + ": " + heading);
                            above = level;
                        }
                    });
        }

        @Test
        void metaTagsOfTheGuideStandOnceEach() {
            List<String> ofAll = List.of("SiteName", "SiteDomain", "SiteIDCode");
            List<String> ofColumns =
                    List.of("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType");
            List<String> ofArticles = List.of("ArticleTitle", "PubDate", "ContentSource");
            each(
                    (path, page) -> {
                        List<String> names = new ArrayList<>(ofAll);
                        if (!List.of("index.html", "404.html").contains(path)) {
                            names.addAll(ofColumns);
                        }
                        if (isNotice(path)) {
                            names.addAll(ofArticles);
                        }
                        for (String name : names) {
                            assertEquals(
                                    1, page.select("meta[name=" + name + "]").size(), path + name);
                            assertFalse(meta(page, name).isBlank(), path + name);
                        }
                        assertEquals("临溪县政府信息公开专栏", meta(page, "SiteName"), path);
                        assertEquals("www.linxixian.example", meta(page, "SiteDomain"), path);
                        assertEquals("3799000001", meta(page, "SiteIDCode"), path);
                        List<String> all = page.select("meta[name]").eachAttr("name");
                        assertEquals(Set.copyOf(all).size(), all.size(), path + all);
                        page.select("meta[content]")
                                .forEach(
                                        tag ->
                                                assertFalse(
                                                        tag.attr("content").isBlank(), path + tag));
                    });
        }

        @Test
        void publicationDateOfArticleIsThatOfTheDataWithItsTime() {
            for (Map<String, Object> notice : Json.objects(site.text("data/notices.json"))) {
                Document page = pages.get(notice.get("url") + "index.html");
                String date = meta(page, "PubDate");
                assertTrue(date.matches("\\d{4}-\\d{2}-\\d{2} ([01]\\d|2[0-3]):[0-5]\\d"), date);
                assertEquals(notice.get("publicationDate"), date.substring(0, 10));
                assertEquals(notice.get("title"), meta(page, "ArticleTitle"));
                assertEquals(notice.get("publisher"), meta(page, "ContentSource"));
            }
        }

        @Test
        void canonicalAddressIsThePagesOwn() {
            each(
                    (path, page) -> {
                        List<String> canonical =
                                page.select("link[rel=canonical]").eachAttr("href");
                        assertEquals(
                                path.equals("404.html") ? List.of() : List.of(address(path)),
                                canonical,
                                path);
                    });
        }

        @Test
        void everyTaskTableIsAWholeGrid() {
            int tables = 0;
            for (Map.Entry<String, Document> page : pages.entrySet()) {
                for (Element table : page.getValue().select("main table")) {
                    assertEquals(List.of(), holes(table), page.getKey());
                    tables += table.select("[id=task-1]").size();
                }
            }
            assertTrue(tables >= 3, "task tables: " + tables);
        }

        @Test
        void headersOfEveryCellAreOnThePage() {
            each(
                    (path, page) -> {
                        for (Element cell : page.select("[headers]")) {
                            for (String id : cell.attr("headers").strip().split("\\s+")) {
                                Element header = page.getElementById(id);
                                assertNotNull(header, path + ": " + id);
                                assertEquals("th", header.tagName(), path + ": " + id);
                            }
                        }
                        for (Element cell : page.select("[aria-labelledby]")) {
                            assertNotNull(page.getElementById(cell.attr("aria-labelledby")), path);
                        }
                    });
        }

        @Test
        void structuredDataIsJson() {
            int found = 0;
            for (Document page : pages.values()) {
                for (Element script : page.select("script[type=application/ld+json]")) {
                    Map<?, ?> json = (Map<?, ?>) Json.read(script.data());
                    assertEquals("https://schema.org", json.get("@context"));
                    assertNotNull(json.get("@type"));
                    assertNotNull(json.get("name"));
                    found++;
                }
            }
            assertTrue(found > Json.objects(site.text("data/notices.json")).size());
        }

        @Test
        void everyNoticePrintsItsAddressAsCode() {
            each(
                    (path, page) -> {
                        if (isNotice(path)) {
                            assertEquals(
                                    1,
                                    page.select("svg[role=img][aria-label]:has(path[d])").size(),
                                    path);
                            assertTrue(page.text().contains(address(path)), path);
                        }
                    });
        }

        @Test
        void everyPageHasOneSearchBoxThatNeedsNoScript() {
            each(
                    (path, page) -> {
                        assertEquals(1, page.select("form:not(template form)").size(), path);
                        Element form = page.selectFirst("form[role=search]:not([method])");
                        assertEquals("search/", resolved(path, form.attr("action")), path);
                        Element box = form.selectFirst("input[type=text][name=q]");
                        assertEquals(1, form.select("label[for=" + box.id() + "]").size(), path);
                        assertEquals("搜索", form.select("button").text(), path);
                    });
        }

        @Test
        void everyPageRunsTheScriptsItNeedsAndNoneOfItsOwn() {
            each(
                    (path, page) -> {
                        List<String> needed = new ArrayList<>();
                        needed.add(path.startsWith("search/") ? "search/page.js" : "search/box.js");
                        if (!page.select(".tasks").isEmpty()) {
                            needed.add("scripts/tasks.js");
                        }
                        needed.add("tools/start.js");
                        Elements scripts = page.select("script:not([type=application/ld+json])");
                        assertEquals(FirstPaint.read().script(), scripts.get(0).data(), path);
                        List<Element> modules = scripts.subList(1, scripts.size());
                        assertEquals(
                                needed,
                                modules.stream()
                                        .map(script -> resolved(path, script.attr("src")))
                                        .toList(),
                                path);
                        for (Element script : modules) {
                            assertEquals("module", script.attr("type"), path);
                            assertEquals("head", script.parent().tagName(), path);
                            assertEquals("", script.data(), path);
                        }
                        assertEquals(
                                0, page.select("style, [style], [^on]:not(meta)").size(), path);
                    });
        }

        @Test
        void searchPageLeadsOnWithoutScript() {
            Document page = pages.get("search/index.html");
            Set<String> links = links("search/index.html", page);
            assertTrue(
                    links.containsAll(
                            List.of("notices/", "topics/", "catalog/", "validity/", "tasks/")));
            assertTrue(links.contains("units/caizhengju/"));
            assertTrue(links.contains("topics/zhengwugongkai/"));
            assertEquals(5, noticesLinked("search/index.html", page).size());
            assertTrue(links("map/index.html", pages.get("map/index.html")).contains("search/"));
        }

        /** The client takes its texts from the published pages. */
        @Test
        void noticesMarkWhatIsSearched() {
            each(
                    (path, page) -> {
                        int notice = isNotice(path) ? 1 : 0;
                        assertEquals(notice, page.select("h1[data-search=title]").size(), path);
                        assertEquals(notice, page.select("div[data-search=body]").size(), path);
                        assertEquals(
                                page.select("tr[id^=task-]").size(),
                                page.select("[data-search=task]").size(),
                                path);
                    });
            for (Map<String, Object> task : Json.objects(site.text("data/tasks.json"))) {
                String[] url = ((String) task.get("url")).split("#");
                Element row = pages.get(url[0] + "index.html").getElementById(url[1]);
                assertEquals(
                        ((String) task.get("requirement")).replaceAll("\\s+", " "),
                        row.select("[data-search=task]").text(),
                        row.id());
            }
        }

        @Test
        void sitemapListsEveryPageButTheOneForWhatIsNotThere() {
            List<String> listed = matches("<loc>([^<]*)</loc>", site.text("sitemap.xml"));
            Set<String> expected =
                    pages.keySet().stream()
                            .filter(path -> !path.equals("404.html"))
                            .map(PagesTest::address)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(List.copyOf(expected), listed.stream().sorted().toList());
            assertTrue(
                    site.text("robots.txt")
                            .lines()
                            .toList()
                            .contains("Sitemap: " + ADDRESS + "sitemap.xml"));
        }

        @Test
        void validityListsHoldWhatTheDataSays() {
            Map<String, Set<String>> byLabel = new HashMap<>();
            for (Map<String, Object> notice : Json.objects(site.text("data/notices.json"))) {
                String label = (String) ((Map<?, ?>) notice.get("validity")).get("label");
                byLabel.computeIfAbsent(label, l -> new TreeSet<>())
                        .add((String) notice.get("url"));
            }
            assertTrue(byLabel.size() >= 4, byLabel.keySet().toString());
            Map<String, Set<String>> shown = lists("validity/");
            assertEquals(6, shown.size());
            shown.values().removeIf(Set::isEmpty);
            assertEquals(byLabel, shown);
        }

        @Test
        void topicListsHoldWhatTheDataSays() {
            Map<String, Set<String>> byTopic = new HashMap<>();
            for (Map<String, Object> notice : Json.objects(site.text("data/notices.json"))) {
                for (Object subject : (List<?>) notice.get("subjects")) {
                    byTopic.computeIfAbsent((String) subject, l -> new TreeSet<>())
                            .add((String) notice.get("url"));
                }
            }
            assertTrue(byTopic.size() > 5);
            assertEquals(byTopic, lists("topics/"));
        }

        /**
         * The notices of each list below an address, over all its pages, by what it is a list of.
         */
        private Map<String, Set<String>> lists(String below) {
            Map<String, Set<String>> lists = new HashMap<>();
            pages.forEach(
                    (path, page) -> {
                        if (path.matches(below + "[^/]+/(page/\\d+/)?index\\.html")) {
                            String heading = page.select("h1").text();
                            lists.computeIfAbsent(
                                            heading.replaceAll("^.*?：|（第\\d+页）$", ""),
                                            name -> new TreeSet<>())
                                    .addAll(noticesLinked(path, page));
                        }
                    });
            return lists;
        }

        @Test
        void unitPagesHoldTheTasksThatTheDataSays() {
            Map<String, Set<String>> byUnit = new HashMap<>();
            for (Map<String, Object> task : Json.objects(site.text("data/tasks.json"))) {
                for (String key : List.of("leadUnits", "responsibleUnits")) {
                    for (Object reference : (List<?>) task.get(key)) {
                        Map<?, ?> unit = (Map<?, ?>) reference;
                        List<Object> codes = new ArrayList<>();
                        if (unit.containsKey("unit")) {
                            codes.add(unit.get("unit"));
                        }
                        if (unit.containsKey("members")) {
                            codes.addAll((List<?>) unit.get("members"));
                        }
                        codes.forEach(
                                code ->
                                        byUnit.computeIfAbsent((String) code, c -> new TreeSet<>())
                                                .add((String) task.get("url")));
                    }
                }
            }
            assertTrue(byUnit.size() > 10);
            for (Map<String, Object> unit : Json.objects(site.text("data/units.json"))) {
                String path = unit.get("url") + "index.html";
                Set<String> linked =
                        links(path, pages.get(path)).stream()
                                .filter(link -> link.contains("#task-"))
                                .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(byUnit.getOrDefault(unit.get("id"), Set.of()), linked, path);
            }
        }

        @Test
        void footerSaysWhoIsResponsibleOnEveryPage() {
            each(
                    (path, page) -> {
                        String footer = page.select("body > footer").text();
                        for (String fact :
                                List.of(
                                        "主办单位：临溪县人民政府办公室",
                                        "网站标识码：3799000001",
                                        "ICP备00000000号-1",
                                        "公网安备37990002000001号",
                                        "0000-6210001",
                                        "我为政府网站找错",
                                        "网站地图")) {
                            assertTrue(footer.contains(fact), path + ": " + fact);
                        }
                    });
        }

        private void each(java.util.function.BiConsumer<String, Document> assertion) {
            pages.forEach(assertion);
        }
    }

    @TempDir private Path folder;

    @Test
    void longListsAreCutInPagesThatLeadToEachOther() {
        TinyColumn column = new TinyColumn(folder);
        for (int i = 1; i <= 45; i++) {
            column.withNotice(
                    "2023/n" + i,
                    "00000001",
                    String.format("%08d", i),
                    "2023〕1号",
                    "2023〕" + i + "号",
                    "标题: 样例",
                    "标题: 第" + i + "份样例");
        }
        column.with("site.yml", "名称: 样例县专栏\n网址: https://a.example/x/\n").build();
        assertTrue(column.published(), () -> column.problems().toString());
        BuiltSite site = new BuiltSite(column.out());
        for (String list :
                List.of(
                        "notices/",
                        "notices/2023/",
                        "validity/in-force/",
                        "topics/zhengwugongkai/")) {
            Set<String> all = new TreeSet<>();
            List<Integer> sizes = new ArrayList<>();
            String next = list;
            while (next != null) {
                String path = next + "index.html";
                Document page = site.page(path);
                Set<String> notices = noticesLinked(path, page);
                sizes.add(notices.size());
                all.addAll(notices);
                Element link = page.selectFirst("a[rel=next]");
                next = link == null ? null : resolved(path, link(link));
            }
            assertEquals(List.of(20, 20, 5), sizes, list);
            assertEquals(45, all.size(), list);
        }
        assertEquals(List.of(), brokenLinks(site, URI.create("https://a.example/x/")));
    }

    @Test
    void metadataIsInTheOrderThatCountiesPrint() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a",
                                "审核:",
                                "统一编号: YLDR-2023-0020001\n施行日期: 2023-10-01\n有效期至: 2028-09-30\n审核:")
                        .build();
        Element block =
                new BuiltSite(column.out())
                        .page("notices/2023/a/index.html")
                        .select("main dl:has(dt)")
                        .first();
        assertEquals(
                List.of(
                        "索引号", "发布机关", "主题分类", "成文日期", "标题", "有效性", "统一编号", "发布日期", "发文字号", "施行日期",
                        "有效期至"),
                block.select("dt").eachText());
        assertEquals(
                List.of(
                        "11371524004435601F/2023-00000001",
                        "样例县人民政府办公室",
                        "综合政务；政务公开",
                        "2023-09-13",
                        "样例县人民政府办公室关于做好政务公开工作的通知",
                        "有效",
                        "YLDR-2023-0020001",
                        "2023-09-14",
                        "样政办发〔2023〕1号",
                        "2023-10-01",
                        "2028-09-30"),
                block.select("dd").eachText());
    }

    @Test
    void leavesOutWhatANoticeLacksInsteadOfPrintingABlank() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice(
                                "2023/a", "发文字号: 样政办发〔2023〕1号\n", "", "主题分类: [综合政务, 政务公开]\n", "")
                        .build();
        Element block =
                new BuiltSite(column.out())
                        .page("notices/2023/a/index.html")
                        .select("main dl:has(dt)")
                        .first();
        assertEquals(
                List.of("索引号", "发布机关", "成文日期", "标题", "有效性", "发布日期"), block.select("dt").eachText());
    }

    @ParameterizedTest
    @CsvSource({
        "0635-1234567, tel:0635-1234567",
        "12345, tel:12345",
        // Of what is more than one number, no part can be dialled for certain.
        "0635-1234567转8001,",
        "（0635）1234567,",
    })
    void officeIsCalledByTappingItsNumber(String telephone, String address) {
        TinyColumn column =
                new TinyColumn(folder)
                        .with(
                                "content/units.yml",
                                """
                                单位:
                                  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室, 电话: "%s"}
                                """
                                        .formatted(telephone))
                        .withNotice()
                        .build();
        assertTrue(column.published(), column.problems()::toString);
        BuiltSite site = new BuiltSite(column.out());
        for (String path : List.of("notices/2023/a/index.html", "units/zhengfuban/index.html")) {
            Element main = site.page(path).selectFirst("main");
            assertTrue(main.text().contains(telephone), path);
            assertEquals(
                    address == null ? List.of() : List.of(address),
                    main.select("a[href^=tel:]").eachAttr("href"),
                    path);
        }
    }

    @Test
    void columnWithoutPagesOfItsOwnLeadsNobodyToAnEmptyPlace() {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        for (Element nav : new BuiltSite(column.out()).page("index.html").select("nav")) {
            assertFalse(nav.select("a").isEmpty(), nav.attr("aria-label"));
        }
    }

    @Test
    void yearOfATitleStaysWholeWhereverItIsListed() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "关于做好政务公开工作的通知", "关于印发2023年政务公开要点的通知")
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                "标题: 2023年分解表\n年度: 2023\n任务: [{要求: 甲, 责任单位: 样例县人民政府办公室}]\n")
                        .build();
        BuiltSite site = new BuiltSite(column.out());
        for (String place :
                List.of(
                        "index.html .item-title",
                        "notices/index.html .item-title",
                        "notices/2023/a/index.html h1",
                        "notices/2023/a/index.html .metadata .whole dd",
                        "tasks/index.html .item-title",
                        "tasks/index.html .item .note",
                        "units/zhengfuban/index.html .tasks-list .item-facts")) {
            String[] parts = place.split(" ", 2);
            assertEquals(
                    "2023年",
                    site.page(parts[0]).select(parts[1] + " span.whole").first().text(),
                    place);
        }
    }

    @Test
    void cellsOfMixedTableFitTogether() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                """
                                标题: 2023年任务
                                任务:
                                  - {要求: 不在组里}
                                分组:
                                  - 名称: 一、组里有任务也有组
                                    责任单位: 样例县人民政府办公室
                                    任务:
                                      - {要求: 组里的任务}
                                      - {要求: 组里的任务二, 责任单位: 甲局}
                                    分组:
                                      - 名称: （一）
                                        完成时限: 2023年12月底前
                                        任务:
                                          - {要求: 下一级}
                                          - {要求: 下一级二, 牵头部门: 甲局, 完成时限: 全年}
                                        分组:
                                          - 名称: 1.
                                            任务: [{要求: 再下一级}, {要求: 再下一级二}]
                                      - 名称: （二）空的
                                        任务: []
                                      - 任务:
                                          - {要求: 没有名称的组里}
                                  - 名称: 二、浅的
                                    任务:
                                      - {要求: 浅的任务}
                                      - {要求: 浅的任务二, 进展: [{日期: 2023-09-20, 状态: 进行中}]}
                                  - 任务:
                                      - {要求: 没有名称的组}
                                """)
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        Document page = new BuiltSite(column.out()).page("notices/2023/a/index.html");
        Element table = page.selectFirst("table:has([id=task-1])");
        assertEquals(List.of(), holes(table));
        assertEquals(11, table.select("[id^=task-]").size());
    }

    @Test
    void chineseFileNamesAndTopicsGiveWorkingLinks() {
        TinyColumn column =
                new TinyColumn(folder)
                        .with("site.yml", "名称: 样例县专栏\n网址: https://a.example/x/\n")
                        .with("content/notices/2023/files/附件 1#（定稿）100%?.docx", "附件")
                        .with("content/notices/2023/files/图 表.png", "图")
                        .withNotice(
                                "2023/关于公开的通知",
                                "[综合政务, 政务公开]",
                                "[\"卫生、体育\", \"C/C++ & 其他？#\", \"..\", \"a/../b\"]",
                                "审核:",
                                "附件: [{名称: 附件, 文件: \"files/附件 1#（定稿）100%?.docx\"}]\n审核:",
                                "请认真贯彻执行。",
                                "![图](<files/图 表.png>) ![图](files/图 表.png) [说明](../../pages/依申请公开.md)")
                        .with(
                                "content/pages/依申请公开.md",
                                "---\n标题: 依申请公开\n---\n见[通知](../notices/2023/关于公开的通知.md)。\n")
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        BuiltSite site = new BuiltSite(column.out());
        assertEquals(List.of(), brokenLinks(site, URI.create("https://a.example/x/")));
        Document page = site.page("notices/2023/关于公开的通知/index.html");
        assertEquals(
                "https://a.example/x/notices/2023/%E5%85%B3%E4%BA%8E%E5%85%AC%E5%BC%80%E7%9A%84%E9%80%9A%E7%9F%A5/",
                page.selectFirst("link[rel=canonical]").attr("href"));
        assertEquals(1, page.select("main a[download]").size());
        assertEquals(2, page.select("main img").size());
        assertEquals(
                4,
                links("notices/2023/关于公开的通知/index.html", page).stream()
                        .filter(link -> link.matches("topics/[^/]+/"))
                        .count());
    }

    @Test
    void columnWithoutAddressGivesPagesThatWorkAnywhere() {
        TinyColumn column =
                new TinyColumn(folder).withNotice().with("site.yml", "名称: 样例县专栏\n").build();
        BuiltSite site = new BuiltSite(column.out());
        assertEquals(List.of(), brokenLinks(site, URI.create("https://anywhere.example/")));
        site.pages()
                .forEach((path, page) -> assertEquals(0, page.select("[rel=canonical]").size()));
        assertEquals(0, site.page("notices/2023/a/index.html").select("svg").size());
    }

    /** Links whose target, as a browser takes it from a site at that address, is not there. */
    private static List<String> brokenLinks(BuiltSite site, URI root) {
        Map<String, Document> pages = site.pages();
        Set<String> files = Set.copyOf(site.files());
        List<String> broken = new ArrayList<>();
        int[] checked = {0};
        pages.forEach(
                (path, page) -> {
                    for (Element element : page.select("[href], [src]")) {
                        if (element.hasAttr("rel") && element.attr("rel").equals("canonical")) {
                            continue;
                        }
                        URI target = root.resolve(encoded(path)).resolve(link(element));
                        if (!target.toString().startsWith(root.toString())) {
                            if (!Set.of("http", "https", "mailto", "tel")
                                            .contains(target.getScheme())
                                    || target.getHost() != null
                                            && target.getHost().equals(root.getHost())) {
                                broken.add(path + " -> " + target);
                            }
                            continue;
                        }
                        checked[0]++;
                        String file = decoded(root.relativize(target).getRawPath());
                        file = file.isEmpty() || file.endsWith("/") ? file + "index.html" : file;
                        String fragment = target.getFragment();
                        if (!files.contains(file)
                                || (fragment != null
                                        && (!pages.containsKey(file)
                                                || pages.get(file).getElementById(fragment)
                                                        == null))) {
                            broken.add(path + " -> " + link(element));
                        }
                    }
                });
        assertTrue(checked[0] > 100, "links checked: " + checked[0]);
        return broken;
    }

    /** What the main part of a page links to, as a path from the site's root. */
    private static Set<String> links(String path, Document page) {
        return page.select("main a[href]").stream()
                .map(PagesTest::link)
                .filter(link -> !URI.create(link).isAbsolute())
                .map(link -> resolved(path, link))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> noticesLinked(String path, Document page) {
        return links(path, page).stream()
                .filter(link -> link.matches("notices/\\d{4}/(?!page/)[^/]+/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String resolved(String path, String link) {
        return decoded(
                ADDRESS.resolve(encoded(path))
                        .resolve(link)
                        .toString()
                        .substring(ADDRESS.toString().length()));
    }

    private static String link(Element element) {
        return element.hasAttr("href") ? element.attr("href") : element.attr("src");
    }

    private static String address(String path) {
        return ADDRESS + encoded(path.replaceAll("(^|/)index\\.html$", "$1"));
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static boolean isNotice(String path) {
        return path.matches("notices/\\d{4}/(?!page/)[^/]+/index.html");
    }

    private static String meta(Document page, String name) {
        return page.select("meta[name=" + name + "]").attr("content");
    }

    private static List<String> matches(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /**
     * Where a table's cells overlap, leave a place empty, or reach out of their row group, laid out
     * as a browser does.
     */
    private static List<String> holes(Element table) {
        List<String> found = new ArrayList<>();
        int width = -1;
        for (Element group : table.select("> thead, > tbody, > tfoot")) {
            List<Element> rows = group.select("> tr");
            List<Set<Integer>> taken = new ArrayList<>();
            rows.forEach(row -> taken.add(new TreeSet<>()));
            for (int y = 0; y < rows.size(); y++) {
                int x = 0;
                for (Element cell : rows.get(y).select("> th, > td")) {
                    while (taken.get(y).contains(x)) {
                        x++;
                    }
                    int columns = span(cell, "colspan");
                    int height = span(cell, "rowspan");
                    if (y + height > rows.size()) {
                        found.add("out of its group: " + cell);
                        height = rows.size() - y;
                    }
                    for (int row = y; row < y + height; row++) {
                        for (int column = x; column < x + columns; column++) {
                            if (!taken.get(row).add(column)) {
                                found.add("overlap: " + cell);
                            }
                        }
                    }
                    x += columns;
                }
            }
            for (int y = 0; y < rows.size(); y++) {
                Set<Integer> row = taken.get(y);
                width = width < 0 ? row.size() : width;
                if (row.size() != width || !row.contains(width - 1)) {
                    found.add("row of " + row + " in a table of " + width + ": " + rows.get(y));
                }
            }
        }
        if (width < 1) {
            found.add("no rows");
        }
        return found;
    }

    private static int span(Element cell, String name) {
        return cell.hasAttr(name) ? Integer.parseInt(cell.attr(name)) : 1;
    }
}
