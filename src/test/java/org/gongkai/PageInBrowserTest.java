package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice's page in a real browser, at the top of a server and in a folder of it. */
@InBrowser
class PageInBrowserTest {
    private static final String NOTICE = "notices/2023/a/";
    private static final String TITLE = "document.querySelector('h1').textContent.trim()";

    @TempDir private static Path folder;
    private static Path site;

    @BeforeAll
    static void build() {
        new TinyColumn(folder).withNotice().build();
        site = folder.resolve("public");
    }

    @Test
    void fetchesAllItNamesAndNothingElse(Browser browser) {
        for (String prefix : List.of("/", "/zwgk/xxgk/")) {
            try (StaticServer server = new StaticServer(site, prefix);
                    BrowserPage page = browser.page()) {
                page.open(server.url() + NOTICE);
                assertTrue(page.fetched().size() > 1, "a style sheet at least");
                for (BrowserPage.Fetched fetched : page.fetched()) {
                    assertTrue(fetched.url().startsWith(server.url()), fetched.url());
                    assertEquals(200, fetched.status(), fetched.url());
                }
                assertEquals(List.of(), page.complaints());
            }
        }
    }

    @Test
    void readsTheSameWithoutScript(Browser browser) {
        try (StaticServer server = new StaticServer(site);
                BrowserPage page = browser.page();
                BrowserPage plain = browser.pageWithoutScript()) {
            // The tools' buttons do nothing without it, and are not there.
            page.open(server.url() + NOTICE)
                    .evaluate("document.querySelector('.tools-bar').hidden = true");
            assertEquals(
                    page.evaluate("document.body.innerText"),
                    plain.open(server.url() + NOTICE).evaluate("document.body.innerText"));
        }
    }

    @Test
    void isAsWideAsThePhone(Browser browser) {
        try (StaticServer server = new StaticServer(site);
                BrowserPage page = browser.page()) {
            page.size(320, 640).open(server.url() + NOTICE);
            assertEquals("320", page.evaluate("document.documentElement.scrollWidth"));
        }
    }

    @Test
    void namesOfTheRowsOfAWideTableAreReadOnAPhone(Browser browser) {
        TinyColumn column =
                new TinyColumn(folder.resolve("figures"))
                        .withNotice(
                                "2023/a",
                                "请认真贯彻执行。",
                                """
                                | 项目 | 自然人 | 商业企业 | 科研机构 | 总计 |
                                | --- | ---: | ---: | ---: | ---: |
                                | 部分公开（区分处理的，只计这一情形，不计其他情形） | 6 | 1 | 0 | 7 |
                                """)
                        .build();
        try (StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            page.size(360, 740).open(server.url() + NOTICE);
            String lines =
                    page.evaluate(
                            """
                            (() => {
                              const range = document.createRange();
                              range.selectNodeContents(document.querySelector('.body td'));
                              return range.getClientRects().length;
                            })()
                            """);
            assertTrue(Integer.parseInt(lines) <= 5, lines + " lines of 25 characters");
        }
    }

    @Test
    void printsAllColumnsOfATableAndBreaksNoNumber(Browser browser) {
        String row = "|" + " 12,345,678.90 |".repeat(2) + " 石桥镇人民政府 |".repeat(10) + "\n";
        TinyColumn column =
                new TinyColumn(folder.resolve("wide"))
                        .withNotice(
                                "2023/a",
                                "请认真贯彻执行。",
                                "|" + " 资金来源 |".repeat(12) + "\n|" + "---|".repeat(12) + "\n" + row)
                        .build();
        try (StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            // An A4 page without its margins.
            page.size(627, 933).print().open(server.url() + NOTICE);
            assertEquals(
                    "true",
                    page.evaluate(
                            "document.querySelector('.body table').getBoundingClientRect().right <="
                                    + " document.querySelector('.body').getBoundingClientRect().right"));
            assertEquals(
                    "1",
                    page.evaluate(
                            """
                            (() => {
                              const range = document.createRange();
                              range.selectNodeContents(document.querySelector('.body td'));
                              return range.getClientRects().length;
                            })()
                            """));
        }
    }

    @Test
    void leadsOnFromAnOldAddressWithoutScriptToo(Browser browser) {
        TinyColumn column =
                new TinyColumn(folder.resolve("moved"))
                        .withNotice("2023/a", "审核:", "旧地址: old/a.html\n审核:")
                        .build();
        try (StaticServer server = new StaticServer(column.out(), "/zwgk/xxgk/");
                BrowserPage page = browser.page();
                BrowserPage plain = browser.pageWithoutScript()) {
            for (BrowserPage each : List.of(page, plain)) {
                each.playwright().navigate(server.url() + "old/a.html");
                each.playwright().waitForURL(server.url() + NOTICE);
            }
        }
    }

    @Test
    void leadsTheKeyboardToTheTextFirst(Browser browser) {
        try (StaticServer server = new StaticServer(site);
                BrowserPage page = browser.page()) {
            page.open(server.url() + NOTICE).press("Tab", "Enter");
            assertTrue(page.evaluate("location.hash").length() > 3);
        }
    }
}
