package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.Browser;
import org.gongkai.BrowserPage;
import org.gongkai.InBrowser;
import org.gongkai.Json;
import org.gongkai.SiteBuild;
import org.gongkai.StaticServer;
import org.gongkai.TinyColumn;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A citizen at the search page, and at the search box that stands on every other page. */
@InBrowser
class SearchPageTest {
    /** Longer than the page waits after a key. */
    private static final int PAUSE = 700;

    @TempDir private static Path folder;
    private static Path site;
    private static StaticServer server;

    @BeforeAll
    static void publishTheSampleColumn() throws IOException {
        site = folder.resolve("public");
        LocalDate day = LocalDate.of(2026, 11, 22);
        assertTrue(
                new SiteBuild(TinyColumn.GENERATOR, TinyColumn.GENERATOR, day, false, false)
                        .run(site, new Problems())
                        .published());
        server = new StaticServer(site, "/xxgk/");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void showsResultsAsOneTypes(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(server.url() + "search/").click("#search").type("公路");
            awaitState(page, "exact");
            int some = total(page);
            assertTrue(titles(page).get(0).contains("公路"), () -> titles(page).toString());
            page.type(" 养护");
            awaitOtherThan(page, some);
            assertTrue(total(page) < some, total(page) + " of " + some);
            assertEquals("公路 养护", parameter(page, "q"));
            assertQuiet(page);
        }
    }

    @Test
    void keepsWhatWasTypedBeforeItsScriptCame(Browser browser) {
        try (BrowserPage page = browser.page()) {
            List<Route> held = hold(page, "**/search/page.js");
            page.playwright()
                    .navigate(
                            server.url() + "search/?q=招牌",
                            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.click("#search").type("公路");
            page.playwright().waitForCondition(() -> !held.isEmpty());
            held.forEach(Route::resume);
            awaitTitle(page, "公路");
            assertEquals("公路", page.playwright().inputValue("#search"));
            assertEquals("公路", parameter(page, "q"));
        }
    }

    @Test
    void saysThatItIsSearchingWhereThatTakesLong(Browser browser) {
        try (BrowserPage page = browser.page()) {
            List<Route> held = hold(page, "**/search/*/**/*.bin");
            page.open(server.url() + "search/?q=公路");
            awaitState(page, "seeking");
            assertEquals("正在搜索……", heading(page));
            assertEquals("正在搜索……", text(page, "#count"));
            page.playwright().unroute("**/search/*/**/*.bin");
            held.forEach(Route::resume);
            awaitState(page, "exact");
            List<String> first = titles(page);

            held = hold(page, "**/search/*/**/*.bin");
            page.click("#search").press("Control+A").type("招牌");
            page.await("document.querySelector('.results[aria-busy=true]')");
            assertEquals("正在搜索……", heading(page));
            assertEquals(first, titles(page));
            page.playwright().unroute("**/search/*/**/*.bin");
            held.forEach(Route::resume);
            awaitTitle(page, "招牌");
            page.await("!document.querySelector('.results[aria-busy]')");
            page.await("document.querySelector('#count').textContent.startsWith('共 ')");
        }
    }

    /** Keeps the requests from being answered until they are resumed. */
    private static List<Route> hold(BrowserPage page, String pattern) {
        List<Route> held = new ArrayList<>();
        page.playwright().route(pattern, held::add);
        return held;
    }

    @Test
    void pageBeyondTheLastShowsTheLast(Browser browser) {
        try (BrowserPage page = search(browser, "?q=公开&page=99")) {
            page.await("document.querySelector('#hits a')");
            assertFalse(parameter(page, "page").equals("99"), page.playwright().url());
            int last = Integer.parseInt(parameter(page, "page"));
            assertTrue(heading(page).endsWith("，第 " + last + " 页"), heading(page));
            page.click("a[rel=prev]");
            awaitPage(page, last - 1);
        }
        try (BrowserPage page = search(browser, "?q=龘龘&page=2")) {
            assertEquals("没有找到“龘龘”", heading(page));
        }
    }

    @Test
    void findsPinyinWithSpacesBetweenItsSyllables(Browser browser) {
        List<String> together;
        try (BrowserPage page = search(browser, "?q=gonglu")) {
            together = titles(page);
            assertFalse(together.isEmpty());
        }
        try (BrowserPage page = search(browser, "?q=gong+lu")) {
            assertEquals(together, titles(page));
            assertTrue(texts(page, "#meant a").contains("公路"), texts(page, "#meant a").toString());
        }
    }

    @Test
    void spacesAloneAreNoQuery(Browser browser) {
        try (BrowserPage page = search(browser, "?q=+++")) {
            assertEquals("start", state(page));
        }
    }

    @Test
    void keepsEachQueryInTheAddressAndGoesBackAndForth(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(server.url() + "search/").click("#search").type("公路").press("Enter");
            awaitTitle(page, "公路");
            List<String> first = titles(page);
            page.press("Control+A").type("招牌").press("Enter");
            awaitTitle(page, "招牌");
            List<String> second = titles(page);
            assertEquals("招牌", parameter(page, "q"));
            assertTrue(page.playwright().title().startsWith("招牌 - "), page.playwright().title());
            page.playwright().goBack();
            awaitTitle(page, "公路");
            assertEquals(first, titles(page));
            assertEquals("公路", page.playwright().inputValue("#search"));
            assertEquals("公路", parameter(page, "q"));
            page.playwright().goForward();
            awaitTitle(page, "招牌");
            assertEquals(second, titles(page));
            assertEquals("招牌", page.playwright().inputValue("#search"));
            assertQuiet(page);
        }
    }

    @Test
    void typingOneQueryMakesOneEntryInTheHistory(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(server.url());
            page.open(server.url() + "search/").click("#search");
            for (String letter : List.of("公", "路", "养", "护")) {
                page.type(letter);
                page.await("decodeURIComponent(location.search).endsWith('" + letter + "')");
            }
            page.press("Enter");
            awaitState(page, "exact");
            page.playwright().goBack();
            page.await("document.querySelector('main').dataset.state === 'start'");
            assertEquals("", page.playwright().inputValue("#search"));
            page.playwright().goBack();
            assertEquals(server.url(), page.playwright().url());
        }
    }

    @Test
    void bookmarkedAddressShowsTheSameResults(Browser browser) {
        String address;
        List<String> shown;
        try (BrowserPage page = search(browser, "?q=临溪县")) {
            page.click("fieldset[name=year] input[value='2026']");
            awaitChips(page, 1);
            page.click("a[rel=next]");
            awaitPage(page, 2);
            address = page.playwright().url();
            shown = titles(page);
        }
        assertTrue(address.matches(".*\\?q=.*&year=2026&page=2"), address);
        try (BrowserPage page = browser.page()) {
            page.open(address);
            awaitState(page, "exact");
            assertEquals(shown, titles(page));
            assertTrue(shown.size() > 3 && shown.size() < 10, shown::toString);
            assertEquals("临溪县", page.playwright().inputValue("#search"));
            assertTrue(page.playwright().isChecked("fieldset[name=year] input[value='2026']"));
            assertEquals("共 " + (10 + shown.size()) + " 条，第 2 页", heading(page));
            assertQuiet(page);
        }
    }

    @Test
    void turnsPagesPastTheTenthResultAndPutsTheFocusOnTheirHeading(Browser browser) {
        try (BrowserPage page = search(browser, "?q=临溪县")) {
            List<String> all = new ArrayList<>(links(page));
            assertEquals(10, all.size());
            assertFalse(page.playwright().isVisible("a[rel=prev]"));
            int pages = (total(page) + 9) / 10;
            assertTrue(pages >= 3, "pages: " + pages);
            for (int turned = 2; turned <= pages; turned++) {
                page.playwright().focus("a[rel=next]");
                page.press("Enter");
                awaitPage(page, turned);
                assertEquals("\"results\"", page.evaluate("document.activeElement.id"));
                assertTrue(isInView(page, "#results"));
                all.addAll(links(page));
            }
            assertFalse(page.playwright().isVisible("a[rel=next]"));
            assertEquals(total(page), all.size());
            assertEquals(all.size(), all.stream().distinct().count());
            page.click("a[rel=prev]");
            awaitPage(page, pages - 1);
            assertEquals(all.subList(10 * (pages - 2), 10 * (pages - 1)), links(page));
            assertQuiet(page);
        }
    }

    @Test
    void filterNarrowsAndItsChipTakesItAway(Browser browser) {
        try (BrowserPage page = search(browser, "?q=公开")) {
            int all = total(page);
            String choice = "fieldset[name=year] label:has([value='2026'])";
            int counted = Integer.parseInt(texts(page, choice + " .count").get(0));
            assertTrue(counted > 0 && counted < all, counted + " of " + all);
            page.click(choice);
            awaitChips(page, 1);
            assertEquals(counted, total(page));
            for (String day : texts(page, "#hits time")) {
                assertTrue(day.startsWith("2026"), day);
            }
            assertEquals(List.of("去掉条件：2026×"), texts(page, "#applied a"));
            page.click("#applied a");
            awaitChips(page, 0);
            assertEquals(all, total(page));
            assertFalse(page.playwright().isChecked(choice + " input"));
            assertQuiet(page);
        }
    }

    @Test
    void filtersOfAllKindsAreThereAndClearTogether(Browser browser) {
        try (BrowserPage page = search(browser, "?q=公开")) {
            page.click(".unit summary");
            page.await("document.querySelector('fieldset[name=unit] label')");
            for (String field :
                    List.of("publisher", "subject", "year", "validity", "kind", "unit")) {
                page.await("document.querySelector('fieldset[name=" + field + "] label')");
            }
            int all = total(page);
            page.click("fieldset[name=unit] label:has([value=caizhengju])");
            awaitChips(page, 1);
            assertTrue(total(page) < all);
            assertEquals(List.of("去掉条件：县财政局×"), texts(page, "#applied a"));
            page.click("fieldset[name=validity] label:has([value=IN_FORCE])");
            awaitChips(page, 2);
            page.click("#clear");
            awaitChips(page, 0);
            assertEquals(all, total(page));
            assertEquals("公开", parameter(page, "q"));
            assertQuiet(page);
        }
    }

    @Test
    void namesTheConditionsUnderWhichNothingIsFound(Browser browser) {
        try (BrowserPage page = search(browser, "?q=龘龘龘&unit=caizhengju&validity=REPEALED")) {
            awaitState(page, "nothing");
            assertEquals(
                    List.of("去掉条件：县财政局×", "去掉条件：废止×"),
                    texts(page, "#applied a").stream().sorted().toList());
            assertQuiet(page);
        }
    }

    @Test
    void sortsByNewest(Browser browser) {
        try (BrowserPage page = search(browser, "?q=公开")) {
            List<String> best = texts(page, "#hits time");
            page.click("[data-sort=newest]");
            page.await("document.querySelector('[data-sort=newest][aria-current=true]')");
            List<String> newest = texts(page, "#hits time");
            assertEquals(newest.stream().sorted(Comparator.reverseOrder()).toList(), newest);
            assertNotEquals(best, newest);
            assertEquals("newest", parameter(page, "sort"));
            assertQuiet(page);
        }
    }

    @Test
    void tellsTheValidityOfEachResult(Browser browser) {
        try (BrowserPage page = search(browser, "?q=农村公路 办法 养护")) {
            assertEquals("有效", validity(page, "2024/nongcun-gonglu-guanli"));
            assertEquals("废止", validity(page, "2019/nongcun-gonglu-yanghu"));
            page.open(server.url() + "search/?q=户外招牌");
            awaitState(page, "exact");
            assertEquals("失效", validity(page, "2020/huwai-guanggao"));
            page.open(server.url() + "search/?q=城乡供水管理办法");
            awaitState(page, "exact");
            assertEquals("尚未生效", validity(page, "2026/chengxiang-gongshui"));
            page.open(server.url() + "search/?q=公共租赁住房");
            awaitState(page, "exact");
            assertEquals("已修改", validity(page, "2022/gongzufang-shishi-xize"));
            assertEquals(titles(page).size(), texts(page, "#hits .tag").size());
        }
    }

    @Test
    void marksTheWordsInTitleAndText(Browser browser) {
        try (BrowserPage page = search(browser, "?q=农村公路 路长制")) {
            assertEquals(List.of("农村公路"), texts(page, "#hits li:first-child .item-title mark"));
            page.await(
                    "[...document.querySelectorAll('#hits li:first-child .snippet mark')]"
                            + ".some(each => each.textContent === '路长制')");
            assertTrue(text(page, "#hits li:first-child .snippet").length() < 100);
            assertQuiet(page);
        }
    }

    @Test
    void showsEachTitleWhole(Browser browser) {
        try (BrowserPage page = search(browser, "?q=收费目录清单")) {
            assertEquals("临溪县财政局 临溪县发展和改革局关于公布2026年行政事业性收费目录清单的公告", titles(page).get(0));
            page.click("#hits .item-title");
            page.playwright().waitForURL("**/notices/**");
            assertEquals("临溪县财政局 临溪县发展和改革局关于公布2026年行政事业性收费目录清单的公告", text(page, "h1"));
        }
    }

    @Test
    void backFromAResultReturnsToWhereOneWas(Browser browser) {
        try (BrowserPage page = search(browser, "?q=公开&page=2")) {
            List<String> shown = titles(page);
            page.playwright().locator("#hits .item-title").last().scrollIntoViewIfNeeded();
            page.await("history.state > 0 && history.state === scrollY");
            String place = page.evaluate("scrollY");
            page.playwright().locator("#hits .item-title").last().click();
            page.playwright().waitForURL("**/notices/**");
            page.playwright().goBack();
            page.await("document.querySelector('#hits li')");
            assertEquals(shown, titles(page));
            page.await("scrollY === " + place);
        }
    }

    @Test
    void requirementsWordsLeadToTheTasksRow(Browser browser) {
        try (BrowserPage page = search(browser, "?q=公开政府采购意向 合同履约信息")) {
            page.await("document.querySelector('#hits .rows a')");
            List<String> rows = hrefs(page, "#hits .rows a");
            assertTrue(rows.get(0).endsWith("zhengwu-gongkai-yaodian/#task-5"), rows::toString);
            assertTrue(texts(page, "#hits .rows mark").contains("公开政府采购意向"));
            page.click("#hits .rows a");
            page.playwright().waitForURL("**#task-5");
            List<String> row = texts(page, "tr#task-5");
            assertEquals(1, row.size());
            assertTrue(row.get(0).contains("合同履约信息"), row::toString);
            assertTrue(isInView(page, "#task-5"));
            assertEquals(
                    "true", page.evaluate("document.getElementById('task-5').matches(':target')"));
        }
    }

    @Test
    void typoShowsWhatComesNearAndWhatWasMeant(Browser browser) {
        try (BrowserPage page = search(browser, "?q=农村公路养互")) {
            assertEquals("fuzzy", state(page));
            assertTrue(page.playwright().isVisible(".fuzzy"));
            assertTrue(text(page, ".fuzzy").contains("模糊结果"));
            assertTrue(titles(page).get(0).contains("农村公路"), () -> titles(page).toString());
            assertEquals("您是不是要找", page.playwright().getAttribute("#meant", "aria-label"));
            assertTrue(page.playwright().isVisible("#meant a"));
            assertEquals("农村公路养护", texts(page, "#meant a").get(0));
            page.click("#meant a");
            awaitState(page, "exact");
            assertEquals("农村公路养护", page.playwright().inputValue("#search"));
            assertEquals("农村公路养护", parameter(page, "q"));
            assertFalse(page.playwright().isVisible(".fuzzy"));
            assertFalse(page.playwright().isVisible("#meant"));
            assertQuiet(page);
        }
    }

    @Test
    void pinyinFindsTheWordsThatItStandsFor(Browser browser) {
        try (BrowserPage page = search(browser, "?q=zwgk")) {
            assertEquals("exact", state(page));
            assertEquals("政务公开", texts(page, "#meant a").get(0));
            assertTrue(titles(page).get(0).contains("政务公开"), () -> titles(page).toString());
            assertEquals(List.of("政务公开"), texts(page, "#hits li:first-child .item-title mark"));
            assertQuiet(page);
        }
    }

    @Test
    void findingNothingSaysSoAndOffersOtherWays(Browser browser) {
        try (BrowserPage page = search(browser, "?q=龘龘龘")) {
            assertEquals("nothing", state(page));
            assertEquals("没有找到“龘龘龘”", heading(page));
            assertTrue(page.playwright().isVisible(".no-hit"));
            assertTrue(text(page, ".no-hit").contains("可以这样试试"));
            assertTrue(page.playwright().isVisible(".lists a[href*='notices/']"));
            for (String hidden : List.of(".filters", ".sorting", ".pager", "#retry", ".fuzzy")) {
                assertFalse(page.playwright().isVisible(hidden), hidden);
            }
            assertQuiet(page);
        }
    }

    @Test
    void beforeAnythingIsAskedTheListsAreThere(Browser browser) {
        try (BrowserPage page = search(browser, "")) {
            assertEquals("start", state(page));
            assertTrue(page.playwright().isVisible(".lists a[href*='notices/']"));
            assertFalse(page.playwright().isVisible(".found"));
            assertFalse(page.playwright().isVisible(".without-script"));
            assertTrue(
                    page.fetched().stream().noneMatch(each -> each.url().endsWith(".bin")),
                    "nothing of the index is fetched");
        }
    }

    @Test
    void saysTheCountToThoseWhoDoNotSeeIt(Browser browser) {
        try (BrowserPage page = search(browser, "")) {
            page.click("#search").type("公路");
            awaitState(page, "exact");
            page.await("document.getElementById('count').textContent");
            assertEquals(List.of(heading(page)), texts(page, "#count[role=status]"));
            page.press("Control+A").type("龘龘龘");
            page.await("document.getElementById('count').textContent === '没有找到“龘龘龘”'");
        }
    }

    @Test
    void saysWhenThereIsNoNetworkAndTriesAgain(Browser browser) {
        try (BrowserPage page = search(browser, "")) {
            page.offline(true).click("#search").type("公路");
            awaitState(page, "trouble");
            assertEquals("网络连接不上，请稍后再试。", heading(page));
            assertTrue(page.playwright().isVisible("#retry"));
            assertTrue(page.playwright().isVisible(".lists a[href*='notices/']"));
            page.offline(false).click("#retry");
            awaitState(page, "exact");
            assertTrue(titles(page).get(0).contains("公路"), () -> titles(page).toString());
            assertFalse(page.playwright().isVisible("#retry"));
        }
    }

    @Test
    void saysWhenFilesAreMissingAndTriesAgain(Browser browser) throws IOException {
        try (BrowserPage page = search(browser, "")) {
            Path shards;
            try (Stream<Path> all = Files.list(site.resolve("search"))) {
                shards = all.filter(Files::isDirectory).findFirst().orElseThrow().resolve("t");
            }
            Path away = site.resolve("t");
            Files.move(shards, away);
            try {
                page.click("#search").type("公路");
                awaitState(page, "trouble");
                assertEquals("网站可能正在更新，请稍后再试。", heading(page));
                assertEquals(List.of(), titles(page));
            } finally {
                Files.move(away, shards);
            }
            page.click("#retry");
            awaitState(page, "exact");
            assertTrue(titles(page).get(0).contains("公路"), () -> titles(page).toString());
        }
    }

    @Test
    void withoutScriptThePageSaysSoAndLeadsToTheLists(Browser browser) {
        try (BrowserPage page = browser.pageWithoutScript()) {
            page.open(server.url() + "search/?q=公路");
            assertTrue(text(page, ".without-script").contains("搜索要用 JavaScript"));
            assertTrue(page.playwright().isVisible(".without-script"));
            assertFalse(page.playwright().isVisible(".found"));
            assertTrue(page.playwright().isVisible(".lists"));
            List<String> links = hrefs(page, ".without-script a");
            assertTrue(links.stream().anyMatch(link -> link.endsWith("/xxgk/notices/")));
            assertTrue(links.size() > 3, links::toString);
            for (String link : links) {
                String path = link.substring(server.url().length()).replaceFirst("#.*", "");
                assertTrue(
                        Files.exists(
                                site.resolve(path.replaceFirst("\\?.*", "")).resolve("index.html")),
                        link);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"农村公路", "nongcun", "ncgl"})
    void boxOnTheFrontPageSuggestsAndTheKeysChoose(String typed, Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(server.url()).click("#search").type(typed);
            awaitSuggestions(page);
            assertEquals("true", page.playwright().getAttribute("#search", "aria-expanded"));
            List<String> offered = texts(page, "#search-list [role=option]");
            assertTrue(offered.get(0).contains("农村公路"), offered::toString);
            assertEquals(offered.size() + " 条建议，按上下键选", text(page, "#search-count"));
            assertEquals(List.of(), chosen(page));
            page.press("ArrowDown");
            assertEquals(offered.subList(0, 1), chosen(page));
            page.press("ArrowUp", "ArrowUp");
            assertEquals(List.of(offered.get(offered.size() - 1)), chosen(page));
            page.press("ArrowDown", "ArrowDown");
            assertEquals(offered.subList(0, 1), chosen(page));
            page.press("Enter");
            page.playwright().waitForURL("**/notices/**");
            assertTrue(
                    offered.get(0).startsWith(text(page, "h1")), offered.get(0) + text(page, "h1"));
            assertQuiet(page);
        }
    }

    @Test
    void clickOnASuggestionOpensIt(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(server.url()).click("#search").type("县财政局");
            awaitSuggestions(page);
            page.click("#search-list [role=option]");
            page.playwright().waitForURL("**/units/caizhengju/");
            assertQuiet(page);
        }
    }

    @Test
    void escapeClosesTheSuggestionsAndKeepsWhatWasTyped(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(server.url()).click("#search").type("农村公路");
            awaitSuggestions(page);
            page.press("ArrowDown", "Escape");
            assertFalse(page.playwright().isVisible("#search-list"));
            assertEquals("false", page.playwright().getAttribute("#search", "aria-expanded"));
            assertEquals("农村公路", page.playwright().inputValue("#search"));
            assertEquals("\"search\"", page.evaluate("document.activeElement.id"));
            page.press("Enter");
            page.playwright().waitForURL("**/search/?q=*");
        }
    }

    @Test
    void enterWithNothingChosenOpensTheSearchPage(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(server.url()).click("#search").type("农村公路");
            awaitSuggestions(page);
            page.press("Enter");
            page.playwright().waitForURL("**/search/?q=*");
            awaitState(page, "exact");
            assertEquals("农村公路", parameter(page, "q"));
            assertTrue(titles(page).get(0).contains("农村公路"), () -> titles(page).toString());
            assertQuiet(page);
        }
    }

    @Test
    void searchesOnlyWhenTheInputMethodIsDone(Browser browser) {
        try (BrowserPage page = search(browser, "")) {
            page.click("#search");
            compose(page, "gong'lu");
            page.playwright().waitForTimeout(PAUSE);
            assertEquals("gong'lu", page.playwright().inputValue("#search"));
            assertEquals("start", state(page));
            assertEquals("", page.playwright().url().replaceFirst("[^?]*", ""));
            commit(page, "公路");
            awaitState(page, "exact");
            assertEquals("公路", parameter(page, "q"));
        }
    }

    @Test
    void suggestsOnlyWhenTheInputMethodIsDone(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(server.url()).click("#search");
            compose(page, "nongcun");
            page.playwright().waitForTimeout(PAUSE);
            assertFalse(page.playwright().isVisible("#search-list"));
            commit(page, "农村");
            awaitSuggestions(page);
            assertTrue(texts(page, "#search-list [role=option]").get(0).contains("农村"));
        }
    }

    @Test
    void isNoWiderThanThePhone(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.size(320, 640);
            for (String asked :
                    List.of(
                            "",
                            "?q=临溪县&year=2026",
                            "?q=农村公路养互",
                            "?q=" + "龘".repeat(60),
                            "?q=" + "a".repeat(150),
                            "?q=公开&publisher=" + "a".repeat(150))) {
                page.open(server.url() + "search/" + asked);
                page.await(SETTLED);
                page.playwright().waitForTimeout(PAUSE);
                assertNoWider(page);
            }
            page.open(server.url() + "search/?q=公开");
            awaitState(page, "exact");
            page.click(".filters > summary");
            for (String group : List.of("publisher", "subject", "kind", "unit")) {
                page.click("details:has(> fieldset[name=" + group + "]) > summary");
            }
            page.await("document.querySelector('fieldset[name=unit] label')");
            assertNoWider(page);
            page.open(server.url()).click("#search").type("临溪县");
            awaitSuggestions(page);
            assertNoWider(page);
        }
    }

    @Test
    void showsMarkupInTitlesTextsAndQueriesAsText(Browser browser) {
        String hostile =
                "<img src=x onerror=alert(1)><b>道路</b>&amp;</title><script>alert(1)</script>";
        TinyColumn column =
                new TinyColumn(folder.resolve("hostile"))
                        .withNotice(
                                "2023/a",
                                "样例县人民政府办公室关于做好政务公开工作的通知",
                                "'" + hostile + "'",
                                "请认真贯彻执行。",
                                "`" + hostile + "`桥梁")
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                "标题: 2023年任务\n任务:\n  - {要求: '"
                                        + hostile
                                        + "', 牵头部门: 样例县人民政府办公室, 完成时限: 全年}\n")
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
        try (StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            List<String> dialogs = new ArrayList<>();
            page.playwright()
                    .onDialog(
                            dialog -> {
                                dialogs.add(dialog.message());
                                dialog.dismiss();
                            });
            page.open(server.url() + "search/?q=道路");
            awaitState(page, "exact");
            assertEquals(List.of(hostile), texts(page, "#hits .item-title"));
            page.await("document.querySelector('#hits .rows a')");
            assertTrue(text(page, "#hits .snippet").contains("<b>道路</b>&amp;"));
            assertTrue(text(page, "#hits .rows a").contains("<b>道路</b>&amp;"));
            assertEquals(List.of(), texts(page, "#hits img, #hits b, #hits script"));

            String encoded = URLEncoder.encode(hostile, StandardCharsets.UTF_8);
            page.open(server.url() + "search/?q=" + encoded + "&year=" + encoded);
            awaitState(page, "nothing");
            assertEquals("没有找到“" + hostile + "”", heading(page));
            assertEquals(List.of("去掉条件：" + hostile + "×"), texts(page, "#applied a"));
            assertEquals(List.of(), texts(page, ".found img, .found b, .found script"));

            page.open(server.url()).click("#search").type("道路");
            awaitSuggestions(page);
            assertTrue(text(page, "#search-list").contains("<b>道路</b>"));
            assertEquals(List.of(), texts(page, "#search-list img, #search-list b"));
            assertEquals(List.of(), dialogs);
            assertEquals(List.of(), page.complaints());
        }
    }

    private static final String SETTLED =
            "!['seeking', undefined].includes(document.querySelector('main').dataset.state)";

    /** Opens the search page and waits for what it shows. */
    private static BrowserPage search(Browser browser, String asked) {
        BrowserPage page = browser.page();
        page.open(server.url() + "search/" + asked);
        return page.await(SETTLED);
    }

    private static void awaitState(BrowserPage page, String state) {
        page.await("document.querySelector('main').dataset.state === '" + state + "'");
    }

    private static void awaitTitle(BrowserPage page, String word) {
        page.await(
                "[...document.querySelectorAll('#hits .item-title')]"
                        + ".some(each => each.textContent.includes('"
                        + word
                        + "'))");
    }

    private static void awaitPage(BrowserPage page, int number) {
        page.await(
                "document.getElementById('results').textContent.endsWith('，第 " + number + " 页')");
    }

    private static void awaitChips(BrowserPage page, int count) {
        page.await("document.querySelectorAll('#applied a').length === " + count);
    }

    private static void awaitOtherThan(BrowserPage page, int total) {
        page.await("document.getElementById('results').textContent !== '共 " + total + " 条'");
    }

    private static void awaitSuggestions(BrowserPage page) {
        page.await("document.querySelector('#search-list:not([hidden]) [role=option]')");
    }

    private static String state(BrowserPage page) {
        return (String) Json.read(page.evaluate("document.querySelector('main').dataset.state"));
    }

    private static String heading(BrowserPage page) {
        return text(page, "#results");
    }

    private static int total(BrowserPage page) {
        return Integer.parseInt(heading(page).replaceFirst("^共 (\\d+) 条.*", "$1"));
    }

    private static List<String> titles(BrowserPage page) {
        return texts(page, "#hits .item-title");
    }

    private static List<String> links(BrowserPage page) {
        return hrefs(page, "#hits .item-title");
    }

    private static List<String> chosen(BrowserPage page) {
        List<String> chosen = texts(page, "#search-list [aria-selected=true]");
        String active = page.playwright().getAttribute("#search", "aria-activedescendant");
        assertEquals(
                chosen, active.isEmpty() ? List.of() : texts(page, "#" + active), "to a reader");
        return chosen;
    }

    private static String validity(BrowserPage page, String id) {
        return text(page, "#hits li:has(a.item-title[href$='/notices/" + id + "/']) .tag");
    }

    private static String parameter(BrowserPage page, String name) {
        return (String)
                Json.read(
                        page.evaluate("new URLSearchParams(location.search).get('" + name + "')"));
    }

    /** The whole text of the only element. */
    private static String text(BrowserPage page, String selector) {
        List<String> texts = texts(page, selector);
        assertEquals(1, texts.size(), selector);
        return texts.get(0);
    }

    private static List<String> texts(BrowserPage page, String selector) {
        return list(page, selector, "textContent.trim()");
    }

    private static List<String> hrefs(BrowserPage page, String selector) {
        return list(page, selector, "href");
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(BrowserPage page, String selector, String property) {
        return (List<String>)
                Json.read(
                        page.evaluate(
                                "[...document.querySelectorAll(\"%s\")].map(each => each.%s)"
                                        .formatted(selector, property)));
    }

    private static boolean isInView(BrowserPage page, String selector) {
        return page.evaluate(
                        """
                        (({top, bottom}) => bottom > 0 && top < innerHeight)(
                          document.querySelector('%s').getBoundingClientRect())"""
                                .formatted(selector))
                .equals("true");
    }

    private static void assertNoWider(BrowserPage page) {
        assertEquals(
                "320",
                page.evaluate("document.documentElement.scrollWidth"),
                () -> page.playwright().url());
    }

    /** Nothing came from elsewhere or did not come, and nobody complains. */
    private static void assertQuiet(BrowserPage page) {
        assertTrue(page.fetched().size() > 5, "the page and what it needs");
        for (BrowserPage.Fetched fetched : page.fetched()) {
            assertTrue(fetched.url().startsWith(server.url()), fetched.url());
            assertEquals(200, fetched.status(), fetched.url());
        }
        assertEquals(List.of(), page.complaints());
    }

    /** Types letters that an input method has not yet made characters of. */
    private static void compose(BrowserPage page, String letters) {
        for (int length = 1; length <= letters.length(); length++) {
            JsonObject composed = new JsonObject();
            composed.addProperty("text", letters.substring(0, length));
            composed.addProperty("selectionStart", length);
            composed.addProperty("selectionEnd", length);
            session(page).send("Input.imeSetComposition", composed);
        }
    }

    private static void commit(BrowserPage page, String characters) {
        JsonObject text = new JsonObject();
        text.addProperty("text", characters);
        session(page).send("Input.insertText", text);
    }

    private static CDPSession session(BrowserPage page) {
        return page.playwright().context().newCDPSession(page.playwright());
    }
}
