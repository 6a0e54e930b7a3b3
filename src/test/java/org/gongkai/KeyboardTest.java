package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A citizen without a mouse walks through every kind of page; one with unsteady fingers hits what
 * is there.
 */
@InBrowser
class KeyboardTest {
    /** Far more than a page of the small column has. */
    private static final int STOPS = 400;

    /** Keeps what the keyboard should reach, and begins before all of it. */
    private static final String START =
            """
            window.reachable = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
                .filter(e => e.checkVisibility() && !e.disabled && (e.type !== 'radio' || e.checked)),
            window.reached = [document.querySelector('.skip')],
            reached[0].focus()
            """;

    /** Where the focus is, and how it is seen there; nothing at the end of the page. */
    private static final String STOP =
            """
            (e => {
                const last = reached[reached.length - 1];
                if (!e || !(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) return null;
                reached.push(e);
                const {left, right, top, bottom, height} = e.getBoundingClientRect(), style = getComputedStyle(e);
                const first = e.getClientRects()[0];
                const hit = document.elementFromPoint(first.left + Math.min(first.width / 2, 10), first.top + first.height / 2);
                return [
                    [parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none', 'no outline'],
                    [top > -1 && left > -1 && right < innerWidth + 1 && (bottom < innerHeight + 1 || height > innerHeight), 'out of the window'],
                    [e.contains(hit), 'covered'],
                ].filter(([is]) => !is).map(([is, fault]) => fault + ': ' + e.outerHTML.slice(0, 60) + ' ' + [left, right, top, bottom].map(Math.round));
            })(document.activeElement)
            """;

    /** Has the focus on one link while the one before it is half out of the window. */
    private static final String HALF_OUT =
            """
            stops[%d].focus({preventScroll: true}),
            scrollBy(0, stops[%d].getBoundingClientRect().top + 8)
            """;

    private static final String COVERED =
            """
            (e => {
                const {left, top, width, height} = e.getClientRects()[0];
                const hit = document.elementFromPoint(left + Math.min(width / 2, 10), top + height / 2);
                return e.contains(hit) ? [] : ['covered: ' + e.outerHTML.slice(0, 60) + ' ' + Math.round(top)];
            })(document.activeElement)
            """;

    private static final String NEVER =
            "reachable.filter(e => e.isConnected && !reached.includes(e)).map(e => 'never reached: ' + e.outerHTML.slice(0, 100))";

    /** What one uses all the time. */
    private static final String MAIN_CONTROLS =
            ".tools-bar button, .tools button, .tools label, .tools summary, .reading button, .reading select, .sections a,"
                    + " .search input, .search button, .sidebar a, .chips a, .facets a, .pager a, .footer-links a, main summary, .choice, .sorting a";

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

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void everyStopIsSeenAndInTheOrderOfThePage(int width, Browser browser) {
        List<String> faults = new ArrayList<>();
        try (BrowserPage page = browser.page()) {
            for (String kind : PageKinds.all()) {
                pages.open(page.size(width, 640), kind);
                walk(page).forEach(fault -> faults.add(kind + " " + fault));
            }
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @CsvSource({"360, on", "1280, ''"})
    void thePanelAndTheReadersButtonsCoverNothingOfTheWalk(
            int width, String elder, Browser browser) {
        try (BrowserPage page = browser.page()) {
            // Else the page still scrolls while one walks.
            page.playwright()
                    .emulateMedia(
                            new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            page.playwright().addInitScript(ToolsTest.VOICE);
            pages.open(page.size(width, 800), PageKinds.NOTICE);
            page.evaluate("speechSynthesis.come()");
            if (!elder.isEmpty()) {
                page.click("[data-act=elder]").await("document.documentElement.dataset.elder");
            }
            page.click("#tools-open").click(".tools summary").click(".voice button");
            page.await("said.length === 1");
            assertEquals(List.of(), walk(page));
        }
    }

    @Test
    void suggestionsAreChosenAndLeftByKeyboard(Browser browser) {
        try (BrowserPage page = browser.page()) {
            pages.open(page, "").click("#search").type("政务");
            page.await("!document.getElementById('search-list').hidden");
            page.press("Escape").await("document.getElementById('search-list').hidden");
            assertEquals("\"search\"", page.evaluate("document.activeElement.id"));
            page.press("ArrowDown")
                    .await("!!document.querySelector('#search-list [aria-selected=true]')");
            page.press("Tab");
            assertEquals("\"搜索\"", page.evaluate("document.activeElement.textContent"));
            assertEquals("true", page.evaluate("document.getElementById('search-list').hidden"));
        }
    }

    @Test
    void nothingMovesForThoseWhoAskForLessMotion(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.playwright()
                    .emulateMedia(
                            new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            for (String kind : PageKinds.all()) {
                pages.open(page, kind);
                if (kind.isEmpty()) {
                    page.click("#tools-open").await("document.getElementById('tools')");
                }
                assertEquals(
                        "[]",
                        page.evaluate(
                                """
                                [...document.querySelectorAll('*')].filter(e => ['animationDuration', 'transitionDuration'].some(each =>
                                    getComputedStyle(e)[each].split(', ').some(time => parseFloat(time) > 0.01)) ||
                                    getComputedStyle(e).scrollBehavior !== 'auto').map(e => e.outerHTML.slice(0, 80))
                                """),
                        kind);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 44", "on, 60"})
    void mainControlsAreEasyToHit(String elder, int least, Browser browser) {
        List<String> small = new ArrayList<>();
        try (BrowserPage page = browser.page()) {
            page.open(pages.url(""));
            page.evaluate("localStorage.setItem('gongkai', '{\"elder\":\"" + elder + "\"}')");
            for (int width : List.of(360, 1280)) {
                for (String kind : PageKinds.all()) {
                    pages.open(page.size(width, 800), kind);
                    if (kind.isEmpty()) {
                        page.click("#tools-open").await("document.getElementById('tools')");
                        page.evaluate("document.querySelector('.reading').hidden = false");
                    }
                    Object found =
                            Json.read(
                                    page.evaluate(
                                            "[...document.querySelectorAll('"
                                                    + MAIN_CONTROLS
                                                    + "')].filter(e => e.checkVisibility()).map(e => [e, e.getBoundingClientRect()])"
                                                    + ".filter(([e, box]) => Math.min(box.width, box.height) < "
                                                    + (least - 0.1)
                                                    + ").map(([e, box]) => e.tagName + '.' + e.parentNode.className + ' ' + e.textContent.trim() + ' ' + Math.round(box.width) + '×' + Math.round(box.height))"));
                    ((List<?>) found).forEach(each -> small.add(kind + " " + width + " " + each));
                }
            }
        }
        assertEquals(List.of(), small);
    }

    /** The head of a table, which stays at the top of the window, covers nothing one comes to. */
    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void nothingIsCoveredOnTheWayBack(int width, Browser browser) {
        List<Object> faults = new ArrayList<>();
        try (BrowserPage page = browser.page()) {
            pages.open(page.size(width, 300), PageKinds.NOTICE);
            page.evaluate("window.stops = [...document.querySelectorAll('main a[href]')], null");
            int links = Integer.parseInt(page.evaluate("stops.length"));
            for (int i = links - 1; i > 0; i--) {
                page.evaluate(HALF_OUT.formatted(i, i - 1));
                faults.addAll((List<?>) Json.read(page.press("Shift+Tab").evaluate(COVERED)));
            }
        }
        assertEquals(List.of(), faults);
    }

    /** Presses Tab until the page ends; what was wrong on the way. */
    private static List<Object> walk(BrowserPage page) {
        page.evaluate(START);
        List<Object> faults = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            List<?> stop = (List<?>) Json.read(page.press("Tab").evaluate(STOP));
            if (stop == null) {
                faults.addAll((List<?>) Json.read(page.evaluate(NEVER)));
                return faults;
            }
            faults.addAll(stop);
        }
        throw new AssertionError("the page does not end: " + page.evaluate("location.href"));
    }
}
