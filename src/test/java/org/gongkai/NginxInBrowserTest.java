package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A citizen's browser at a published site on nginx: all works under the Content-Security-Policy of
 * deploy/nginx.conf.
 */
@InBrowser
class NginxInBrowserTest {
    /** Remembers what the policy forbids, which a page's scripts could swallow. */
    private static final String WATCH =
            "window.violations = [];"
                    + "document.addEventListener('securitypolicyviolation', (e) =>"
                    + " violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));";

    @TempDir private static Path folder;
    private static PageKinds kinds;
    private static Nginx nginx;

    @BeforeAll
    static void serve() {
        Program.required("nginx");
        kinds = new PageKinds(folder);
        Path target = folder.resolve("www");
        Called called =
                Called.of(
                        "publish",
                        target + "",
                        "--source",
                        folder.resolve("column") + "",
                        "--out",
                        kinds.site() + "");
        assertEquals(0, called.status(), called.all());
        nginx = new Nginx(folder.resolve("nginx"), target, "/zwgk/");
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
            kinds.close();
        }
    }

    @Test
    void everyKindOfPageLoadsAllThatItNames(Browser browser) {
        List<String> found = new ArrayList<>();
        for (String kind : PageKinds.all()) {
            try (BrowserPage page = page(browser)) {
                PageKinds.open(page, nginx.url(), kind);
                page.fetched().stream()
                        .filter(fetched -> fetched.status() != 200)
                        .forEach(fetched -> found.add(kind + ": " + fetched));
                complaints(page).forEach(each -> found.add(kind + ": " + each));
                assertTrue(page.fetched().size() > 2, kind);
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void searchAnswersFiltersAndSuggests(Browser browser) {
        try (BrowserPage page = page(browser)) {
            PageKinds.open(page, nginx.url(), PageKinds.SEARCH);
            assertTrue(
                    Integer.parseInt(
                                    page.evaluate(
                                            "document.querySelectorAll('#hits li.item').length"))
                            > 0);
            page.click("fieldset[name=validity] label:has([value=IN_FORCE])");
            page.await("location.search.includes('validity')");
            page.await("document.querySelector('#applied li')");
            PageKinds.open(page, nginx.url(), "");
            page.click("#search").type("政务公开");
            page.await("document.querySelector('[role=option]')");
            assertEquals(List.of(), complaints(page));
        }
    }

    @Test
    void toolsChangeTheLookAndReadAloud(Browser browser) {
        try (BrowserPage page = page(browser)) {
            page.playwright().addInitScript(ToolsTest.VOICE);
            PageKinds.open(page, nginx.url(), PageKinds.NOTICE);
            page.click("#tools-open").await("document.activeElement.name === 'size'");
            page.click("[name=guide][value=line]").click("[name=pointer]");
            page.await("document.querySelector('.guide-x')");
            page.evaluate("speechSynthesis.come()");
            page.click(".voice button").await("said.length > 0");
            assertEquals(List.of(), complaints(page));
            // What was chosen holds on the next page before anything is painted.
            PageKinds.open(page, nginx.url(), "");
            assertEquals("\"line\"", page.evaluate("document.documentElement.dataset.guide"));
            assertEquals(List.of(), complaints(page));
        }
    }

    @Test
    void tasksAreFiltered(Browser browser) {
        try (BrowserPage page = page(browser)) {
            PageKinds.open(page, nginx.url(), PageKinds.NOTICE);
            page.playwright().selectOption("select[name=state]", new SelectOption().setIndex(1));
            page.await("location.search.includes('state=')");
            assertEquals(List.of(), complaints(page));
        }
    }

    @Test
    void forbidsWhatSomebodySmuggledIn(Browser browser) {
        try (BrowserPage page = page(browser)) {
            PageKinds.open(page, nginx.url(), PageKinds.NOTICE);
            page.evaluate(
                    "(() => { const script = document.createElement('script');"
                            + " script.textContent = 'window.smuggled = true'; document.body.append(script); })()");
            assertEquals("null", page.evaluate("window.smuggled"));
            assertEquals("1", page.evaluate("violations.length"));
        }
    }

    private static BrowserPage page(Browser browser) {
        BrowserPage page = browser.page();
        page.playwright().addInitScript(WATCH);
        return page;
    }

    private static List<String> complaints(BrowserPage page) {
        List<String> all = new ArrayList<>(page.complaints());
        String violations = page.evaluate("violations");
        if (!violations.equals("[]")) {
            all.add(violations);
        }
        return all;
    }
}
