package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.pages.FirstPaint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A citizen who needs the accessibility tools (无障碍工具). */
@InBrowser
class ToolsTest {
    private static final String BODY_SIZE = "getComputedStyle(document.body).fontSize";
    private static final String PAPER = "getComputedStyle(document.body).backgroundColor";
    private static final String FOCUS =
            "document.activeElement.id || document.activeElement.className";
    private static final String LOOK = "Object.assign({}, document.documentElement.dataset)";
    private static final String SORTED_LOOK =
            "Object.fromEntries(['tools', 'size', 'contrast', 'elder', 'pointer', 'guide'].map(name => [name, document.documentElement.dataset[name]]))";
    private static final String SAID = "document.getElementById('tools-said').textContent";
    private static final String USUAL = "{\"tools\":\"\"}";

    /** A voice that says nothing: the test ends its sentences. */
    static final String VOICE =
            """
            window.said = [];
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            const speech = Object.assign(new EventTarget(), {
                voices: [], getVoices() { return this.voices; },
                speak(words) { said.push(words.text); this.words = words; this.speaking = true; },
                cancel() { const words = this.words; this.words = null; this.speaking = false; if (words) words.onerror({error: 'canceled'}); },
                come() { this.voices = [{lang: 'zh-CN', localService: true}]; this.dispatchEvent(new Event('voiceschanged')); },
                end() { const words = this.words; this.words = null; this.speaking = false; words.onend(); },
            });
            Object.defineProperty(window, 'speechSynthesis', {value: speech});
            """;

    @TempDir private static Path folder;
    private static PageKinds pages;

    @BeforeAll
    static void publish() {
        pages = new PageKinds(folder);
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    @Test
    void panelOpensAndClosesByKeyboard(Browser browser) {
        try (BrowserPage page = browser.page()) {
            pages.open(page, "").press("Tab", "Tab", "Tab");
            assertEquals("\"tools-open\"", page.evaluate(FOCUS));
            page.press("Enter").await("document.activeElement.name === 'size'");
            assertEquals(
                    "true", page.evaluate("document.querySelector('#tools').checkVisibility()"));
            page.press("Escape");
            assertEquals("\"tools-open\"", page.evaluate(FOCUS));
            assertEquals(
                    "false", page.evaluate("document.querySelector('#tools').checkVisibility()"));
            assertEquals("\"false\"", page.evaluate("document.activeElement.ariaExpanded"));
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void loadsThePanelOnlyWhenItIsUsed(Browser browser) {
        try (BrowserPage page = browser.page()) {
            pages.open(page, PageKinds.NOTICE);
            assertEquals(2, scripts(page), "start.js and settings.js");
            open(page);
            assertTrue(scripts(page) > 2);
        }
    }

    @Test
    void looksChangeAtOnceWhileThePanelIsStillOnItsWay(Browser browser) {
        try (BrowserPage page = browser.page()) {
            List<Route> held = new ArrayList<>();
            page.playwright().route("**/tools/panel.js", held::add);
            pages.open(page, PageKinds.NOTICE).click("[data-act=elder]");
            assertEquals("\"26.1px\"", page.evaluate(BODY_SIZE));
            page.press("Alt+Shift+Y");
            page.press("Alt+Shift+Equal");
            assertEquals(
                    "{\"tools\":\"\",\"size\":\"3\",\"contrast\":\"white\",\"elder\":\"on\"}",
                    page.evaluate(SORTED_LOOK));
            page.press("Alt+Shift+Digit0");
            assertEquals(USUAL, page.evaluate(LOOK));
            page.click("[data-act=elder]");
            assertEquals("\"\"", page.evaluate(SAID));
            // The words come once the panel is there.
            page.playwright().waitForCondition(() -> !held.isEmpty());
            held.forEach(Route::resume);
            page.await(SAID + " === '长辈模式：已打开'");
            assertEquals("\"on\"", page.evaluate("document.documentElement.dataset.elder"));
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void looksChangeEvenWhereThePanelCannotBeFetched(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright().route("**/tools/panel.js", Route::abort);
            pages.open(page, "").click("[data-act=elder]").await(SAID + " === '显示方式已改变。'");
            assertEquals("\"26.1px\"", page.evaluate(BODY_SIZE));
            page.click("#tools-open").await(SAID + " === '无障碍工具没有取到，请再试一次。'");
        }
    }

    /** Their place is kept, so that nothing moves when they come. */
    @Test
    void buttonsShowOnceTheyDoSomething(Browser browser) {
        String seen =
                "[...document.querySelectorAll('.tools-bar button')].map(b => b.checkVisibility({visibilityProperty: true}))";
        String top = "document.querySelector('.masthead-home').getBoundingClientRect().top";
        try (BrowserPage page = browser.page();
                BrowserPage blocked = browser.page()) {
            assertEquals("[true,true]", pages.open(page, "").evaluate(seen));
            blocked.playwright().route("**/tools/settings.js", Route::abort);
            assertEquals("[false,false]", pages.open(blocked, "").evaluate(seen));
            assertEquals(page.evaluate(top), blocked.evaluate(top));
        }
    }

    @Test
    void keyForFindingLeadsToTheWaysOfTheFrontPage(Browser browser) {
        try (BrowserPage page = browser.page()) {
            pages.open(page, "");
            press(page, "Digit4", "document.activeElement.closest('.ways')");
        }
    }

    @Test
    void whatIsChosenHoldsOnOtherPagesAndInOtherTabs(Browser browser) {
        try (BrowserPage page = browser.page()) {
            open(pages.open(page, ""));
            Page other = page.playwright().context().newPage();
            other.navigate(page.playwright().url());
            page.click("[name=size][value='3']").click("[name=contrast][value=yellow]");
            other.waitForFunction("document.documentElement.dataset.contrast === 'yellow'");
            assertEquals("\"30.06px\"", pages.open(page, PageKinds.NOTICE).evaluate(BODY_SIZE));
            assertEquals("\"rgb(0, 0, 0)\"", page.evaluate(PAPER));
            open(page);
            assertEquals(
                    "true",
                    page.evaluate("document.querySelector('[name=size][value=\"3\"]').checked"));
        }
    }

    @Test
    void resetUndoesEverything(Browser browser) {
        try (BrowserPage page = browser.page()) {
            open(pages.open(page, ""));
            String plain = page.evaluate(LOOK);
            page.click("[name=size][value='4']").click("[name=contrast][value=blue]");
            page.click("[name=guide][value=cross]").click("[name=pointer]").click("[name=elder]");
            page.await("document.querySelector('.guide-y').checkVisibility()");
            reset(page);
            assertEquals(plain, page.evaluate(LOOK));
            assertEquals(USUAL, plain);
            assertEquals("0", page.evaluate("localStorage.length"));
            assertEquals(
                    "false", page.evaluate("document.querySelector('.guide-y').checkVisibility()"));
            assertEquals(
                    "\"0\"", page.evaluate("document.querySelector('[name=size]:checked').value"));
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void worksForTheVisitWhereStorageIsRefused(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright()
                    .addInitScript(
                            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})");
            open(pages.open(page, "")).click("[name=contrast][value=black]");
            pages.open(page, PageKinds.NOTICE);
            assertEquals("\"rgb(0, 0, 0)\"", page.evaluate(PAPER));
            reset(open(page));
            assertEquals(USUAL, pages.open(page, "").evaluate(LOOK));
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void choiceWinsOverTheDevicesPreferenceUntilReset(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright()
                    .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            pages.open(page, "");
            String dark = page.evaluate(PAPER);
            open(page).click("[name=contrast][value=white]");
            assertEquals("\"rgb(255, 255, 255)\"", page.evaluate(PAPER));
            reset(page);
            assertEquals(dark, page.evaluate(PAPER));
        }
    }

    @Test
    void givesBackTheLookBeforeTheFirstPaint(Browser browser) {
        try (BrowserPage page = browser.page()) {
            pages.open(page, "").click("[data-act=elder]").await("localStorage.length === 1");
            // Whatever comes later, no module does it.
            page.playwright().route("**/*.js", Route::abort);
            page.playwright()
                    .addInitScript(
                            """
                            window.shift = 0;
                            new PerformanceObserver(list => list.getEntries().forEach(({value}) => shift += value))
                                .observe({type: 'layout-shift', buffered: true});
                            new PerformanceObserver(() => window.first = window.first || getComputedStyle(document.body).fontSize)
                                .observe({type: 'paint', buffered: true});
                            """);
            pages.open(page, PageKinds.NOTICE).await("window.first");
            assertEquals("\"26.1px\"", page.evaluate("first"));
            assertEquals(
                    "true",
                    page.evaluate("document.getElementById('tools-open').checkVisibility()"));
            assertEquals("0", page.evaluate("shift"));
        }
    }

    @Test
    void runsUnderAPolicyThatNamesTheFirstScriptsHash(Browser browser) {
        String policy =
                "default-src 'none'; img-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; script-src 'self' "
                        + FirstPaint.read().hash();
        Map<String, String> headers = Map.of("Content-Security-Policy", policy);
        try (StaticServer server = new StaticServer(pages.site(), "/zwgk/", headers);
                BrowserPage page = browser.page()) {
            open(PageKinds.open(page, server.url(), ""))
                    .click("[name=guide][value=line]")
                    .click("[name=pointer]");
            page.await("document.querySelector('.guide-x')");
            press(page, "Z", "dataset.elder === 'on'");
            PageKinds.open(page, server.url(), PageKinds.NOTICE);
            assertEquals("\"26.1px\"", page.evaluate(BODY_SIZE));
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void withoutScriptThereAreNoButtonsAndTheTextIsTheSame(Browser browser) {
        try (BrowserPage page = browser.pageWithoutScript()) {
            for (String kind : List.of("", PageKinds.NOTICE, "pages/wuzhangai/", "search/")) {
                page.open(pages.url(kind));
                assertEquals(
                        "[]",
                        page.evaluate(
                                "[...document.querySelectorAll('button')].filter(b => b.checkVisibility()).map(b => b.textContent.trim()).filter(text => text !== '搜索')"),
                        kind);
            }
        }
    }

    @Test
    void paperShowsNoTools(Browser browser) {
        try (BrowserPage page = browser.page()) {
            open(pages.open(page, PageKinds.NOTICE)).click("[name=contrast][value=yellow]");
            page.print();
            assertEquals("\"rgb(255, 255, 255)\"", page.evaluate(PAPER));
            assertEquals(
                    "[]",
                    page.evaluate(
                            "[...document.querySelectorAll('.tools-bar, .tools, .reading')].filter(e => e.checkVisibility()).map(e => e.className)"));
        }
    }

    @Test
    void everyKeyDoesWhatTheTableSays(Browser browser) {
        try (BrowserPage page = browser.page()) {
            pages.open(page, "pages/wuzhangai/");
            assertEquals(
                    page.evaluate("document.querySelector('main .keys').innerText"),
                    open(page)
                            .click(".tools summary")
                            .evaluate("document.querySelector('.tools .keys').innerText"));
            press(page, "Z", "dataset.elder === 'on'");
            press(page, "Z", "!dataset.elder");
            press(page, "Equal", "dataset.size === '1'");
            press(page, "Minus", "!dataset.size");
            press(page, "Y", "dataset.contrast === 'white'");
            press(page, "S", "dataset.pointer === 'on'");
            press(page, "X", "dataset.guide === 'line'");
            page.await(SAID + " === '阅读线：横线'");
            press(page, "Digit0", "!dataset.guide");
            press(page, "W", "document.getElementById('tools').hidden");
            press(page, "Digit1", "document.activeElement.id === 'main'");
            press(page, "Digit2", "document.activeElement.closest('.sections')");
            press(page, "Digit3", "document.activeElement.id === 'search'");
            press(page, "Digit4", "document.activeElement.closest('.sidebar')");
            // A letter alone does nothing.
            page.press("z", "Shift+Y", "Alt+w");
            assertEquals(USUAL, page.evaluate(LOOK));
        }
    }

    @Test
    void linesFollowThePointerAndTheFocus(Browser browser) {
        try (BrowserPage page = browser.page()) {
            pages.open(page, "");
            press(page, "X", "dataset.guide === 'line'");
            press(page, "X", "dataset.guide === 'cross'");
            String top =
                    "Math.round(document.querySelector('.guide-x').getBoundingClientRect().top)";
            String left =
                    "Math.round(document.querySelector('.guide-y').getBoundingClientRect().left)";
            page.playwright().mouse().move(300, 200);
            page.await(left + " === 300").await(top + " === 212");
            page.evaluate("document.querySelector('.footer a').focus()");
            page.await(
                    top
                            + " === Math.round(document.activeElement.getBoundingClientRect().bottom + 2)");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 22.05", "2, 26.1", "3, 30.06", "4, 36"})
    void textGrowsAndNothingIsCutOffOnANarrowScreen(String size, String pixels, Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.size(320, 640).open(pages.url(""));
            page.evaluate("localStorage.setItem('gongkai', '{\"size\":\"" + size + "\"}')");
            for (String kind : PageKinds.all()) {
                pages.open(page, kind);
                assertEquals("\"" + pixels + "px\"", page.evaluate(BODY_SIZE), kind);
                assertEquals("320", page.evaluate("document.documentElement.scrollWidth"), kind);
            }
        }
    }

    @Test
    void nothingIsSmallForElders(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(pages.url(""));
            page.evaluate("localStorage.setItem('gongkai', '{\"elder\":\"on\",\"size\":\"1\"}')");
            for (int width : List.of(360, 1280)) {
                page.size(width, 800);
                for (String kind : PageKinds.all()) {
                    pages.open(page, kind);
                    assertEquals("[]", page.evaluate(SMALL_TEXT.formatted(22)), kind + " " + width);
                    assertEquals(
                            "[]", page.evaluate(TIGHT_LINES.formatted(1.3)), kind + " " + width);
                    assertEquals(
                            "true",
                            page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
                            kind + " " + width);
                    if (width == 1280) {
                        assertEquals(
                                "true",
                                page.evaluate(
                                        "document.querySelector('.sidebar').offsetTop >= document.querySelector('main').offsetTop + document.querySelector('main').offsetHeight"),
                                "the sidebar is below: " + kind);
                    }
                }
            }
        }
    }

    private static final String VISIBLE_TEXT =
            """
            [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('.hidden, .skip, svg, template') &&
                [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !e.closest('thead'))
            """;
    private static final String SMALL_TEXT =
            VISIBLE_TEXT
                    + ".filter(e => parseFloat(getComputedStyle(e).fontSize) < %s).map(e => e.className + e.textContent)";
    private static final String TIGHT_LINES =
            VISIBLE_TEXT
                    + ".filter(e => parseFloat(getComputedStyle(e).lineHeight) / parseFloat(getComputedStyle(e).fontSize) < %s).map(e => e.className + e.textContent)";

    @Test
    void readsSentenceBySentenceAndMarksEach(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright().addInitScript(VOICE);
            open(pages.open(page, PageKinds.NOTICE));
            String offer = "document.querySelector('.voice').checkVisibility()";
            assertEquals("false", page.evaluate(offer));
            page.evaluate("speechSynthesis.come()");
            assertEquals("true", page.evaluate(offer));
            page.click(".voice button").await("said.length === 1");
            assertEquals("[\"样例县人民政府办公室关于做好政务公开工作的通知\"]", page.evaluate("said"));
            assertEquals(page.evaluate("said[0]"), page.evaluate(MARKED));
            String before = page.evaluate("document.querySelector('main').innerHTML");
            for (int i = 2; i < 200; i++) {
                page.evaluate("speechSynthesis.end()");
                if (page.evaluate("document.querySelector('.reading').hidden").equals("true")) {
                    break;
                }
                page.await("said.length === " + i);
                page.await(MARKED + ".length > 0");
            }
            assertEquals(before, page.evaluate("document.querySelector('main').innerHTML"));
            String said = page.evaluate("said.join('/')");
            for (String piece :
                    List.of(
                            "/索引号：",
                            "/成文日期：2023年9月13日/",
                            "/请认真贯彻执行旧办法/废止/第二句话在这里！/一、任务/",
                            "/项目：文件/数量：12/",
                            "/一、政策公开/序号：1/要求：集中公开现行有效的文件。/",
                            "/要求：公布文件清理结果。/牵头部门：未列/责任单位：各镇街、县直有关部门/完成时限：2023年8月底前/")) {
                assertTrue(said.contains(piece), piece + " in " + said);
            }
            assertEquals(
                    "\"朗读完了\"", page.evaluate("document.getElementById('tools-said').textContent"));
            assertEquals("\"\"", page.evaluate(MARKED));
        }
    }

    private static final String MARKED =
            "[...(CSS.highlights.get('reading') || [])].map(range => range.toString()).join()";

    @Test
    void pausesGoesOnAndStops(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright().addInitScript(VOICE);
            pages.open(page, PageKinds.NOTICE).evaluate("speechSynthesis.come()");
            press(page, "L", "window.said.length === 1");
            assertEquals("\"read\"", page.evaluate("document.activeElement.dataset.act"));
            page.press("Enter")
                    .await("document.querySelector('.reading').dataset.state === 'paused'");
            assertEquals("false", page.evaluate("!!speechSynthesis.words"));
            page.press("Enter").await("said.length === 2");
            assertEquals("true", page.evaluate("said[0] === said[1]"));
            press(page, "Period", "window.said.length === 3");
            press(page, "Comma", "window.said.length === 4");
            assertEquals("true", page.evaluate("said[3] === said[0] && said[2] !== said[0]"));
            page.playwright().selectOption(".reading select", "fast");
            page.await("said.length === 5").await("speechSynthesis.words.rate === 1.25");
            press(page, "Q", "document.querySelector('.reading').hidden");
            assertEquals("\"\"", page.evaluate(MARKED));
            assertEquals("false", page.evaluate("!!speechSynthesis.words"));
        }
    }

    @Test
    void readingScrollsAlongUnlessTheReaderScrollsElsewhere(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright().addInitScript(VOICE);
            page.playwright()
                    .emulateMedia(
                            new Page.EmulateMediaOptions()
                                    .setReducedMotion(
                                            com.microsoft.playwright.options.ReducedMotion.REDUCE));
            pages.open(page.size(1280, 400), PageKinds.NOTICE).evaluate("speechSynthesis.come()");
            press(page, "L", "window.said.length === 1");
            for (int i = 2; i < 16; i++) {
                page.evaluate("speechSynthesis.end()");
                page.await("said.length === " + i);
            }
            assertTrue(Double.parseDouble(page.evaluate("scrollY")) > 0, "it scrolled along");
            page.playwright().mouse().wheel(0, -5000);
            page.await("scrollY === 0");
            page.evaluate("speechSynthesis.end()");
            page.await("said.length === 16");
            assertEquals("0", page.evaluate("scrollY"));
            page.click(".reading [data-act=next]").await("scrollY > 0");
        }
    }

    @Test
    void marksBySelectingWhereHighlightsAreUnknown(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright().addInitScript(VOICE);
            page.playwright()
                    .addInitScript("Object.defineProperty(CSS, 'highlights', {value: undefined})");
            pages.open(page, PageKinds.NOTICE).evaluate("speechSynthesis.come()");
            press(page, "L", "window.said.length === 1");
            assertEquals(page.evaluate("said[0]"), page.evaluate("getSelection().toString()"));
            press(page, "Q", "document.querySelector('.reading').hidden");
            assertEquals("\"\"", page.evaluate("getSelection().toString()"));
        }
    }

    @Test
    void readsFromWhatIsSelected(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright().addInitScript(VOICE);
            pages.open(page, PageKinds.NOTICE).evaluate("speechSynthesis.come()");
            page.evaluate("getSelection().selectAllChildren(document.querySelector('.body li'))");
            press(page, "L", "window.said.length === 1");
            assertEquals("[\"第一项\"]", page.evaluate("said"));
        }
    }

    @Test
    void goesOnWhereAVoiceEndsWithoutAWordAndIsSilentOnceThePageIsLeft(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright().addInitScript(VOICE);
            pages.open(page, PageKinds.NOTICE).evaluate("speechSynthesis.come()");
            press(page, "L", "window.said.length === 1");
            page.evaluate("speechSynthesis.speaking = false");
            page.await("said.length === 2");
            page.evaluate("dispatchEvent(new Event('pagehide'))");
            assertEquals("false", page.evaluate("!!speechSynthesis.words"));
        }
    }

    @Test
    void saysThatThereIsNoVoiceWhereThereIsNone(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright().addInitScript(VOICE);
            pages.open(page, "");
            press(
                    page,
                    "L",
                    "document.getElementById('tools-said').textContent.includes('没有中文语音')");
            assertEquals("true", page.evaluate("document.querySelector('.voice').hidden"));
        }
    }

    private static BrowserPage open(BrowserPage page) {
        return page.click("#tools-open").await("document.querySelector('#tools:not([hidden])')");
    }

    private static void reset(BrowserPage page) {
        page.click(".tools button[data-act=reset]")
                .await("document.getElementById('tools-said').textContent === '已恢复默认'");
    }

    private static void press(BrowserPage page, String key, String then) {
        page.press("Alt+Shift+" + key);
        page.await("(({dataset}) => " + then + ")(document.documentElement)");
    }

    private static long scripts(BrowserPage page) {
        return page.fetched().stream().filter(each -> each.url().contains("/tools/")).count();
    }
}
