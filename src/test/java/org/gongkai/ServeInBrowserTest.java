package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor sees in a browser while {@code gongkai serve} runs. */
@InBrowser
class ServeInBrowserTest {
    private static final String BODY = "请认真贯彻执行。";
    private static final String NOTICE = "notices/2023/a/";
    private static final String PANEL =
            "document.querySelector('body > div:last-of-type')?.shadowRoot?.querySelector('.panel')";
    private static final String SAYS = PANEL + "?.textContent?.includes('%s')";

    @TempDir private Path folder;
    private TinyColumn column;

    @BeforeEach
    void write() {
        column = new TinyColumn(folder).withNotice();
    }

    @Test
    void loadsThePageAgainOnceItIsSaved(Browser browser) {
        try (Live live = new Live(column);
                BrowserPage page = browser.page()) {
            page.open(live.url() + NOTICE);
            column.withNotice("2023/a", BODY, "改过一次。");
            page.await("document.body.innerText.includes('改过一次。')");
            column.withNotice("2023/a", BODY, "改过两次。");
            page.await("document.body.innerText.includes('改过两次。')");
            assertEquals("null", page.evaluate(PANEL), "nothing to mend");
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void listsProblemsUntilTheyAreMended(Browser browser) {
        try (Live live = new Live(column);
                BrowserPage page = browser.page()) {
            page.open(live.url() + NOTICE);
            column.withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: 2023-02-30");
            page.await(SAYS.formatted("成文日期“2023-02-30”不是有效日期"));
            page.await(SAYS.formatted("content/notices/2023/a.md:7"));
            page.await(SAYS.formatted("请写成 YYYY-MM-DD"));
            assertEquals("\"status\"", page.evaluate(PANEL + ".role"));
            assertEquals("\"BODY\"", page.evaluate("document.activeElement.tagName"));
            assertTrue(
                    page.evaluate("document.body.innerText").contains(BODY), "the last good page");

            column.withNotice();
            page.await(SAYS.formatted("问题都已改正"));
            page.await("!" + SAYS.formatted("成文日期"));
        }
    }

    @Test
    void showsWhatWasTypedAsText(Browser browser) {
        try (Live live = new Live(column);
                BrowserPage page = browser.page()) {
            page.open(live.url() + NOTICE);
            column.withNotice("2023/a", "成文日期: 2023-09-13", "成文日期: <img src=x onerror=alert(1)>");
            page.await(SAYS.formatted("<img src=x onerror=alert(1)>"));
            assertEquals("0", page.evaluate(PANEL + ".querySelectorAll('img').length"));
        }
    }

    @Test
    void keepsAWarningFolded(Browser browser) {
        column.withNotice("2023/a", "审核:", "废止: [样政办发〔1999〕9号]\n审核:");
        try (Live live = new Live(column);
                BrowserPage page = browser.page()) {
            page.open(live.url() + NOTICE).await(SAYS.formatted("1 个警告"));
            assertEquals("false", page.evaluate(PANEL + ".querySelector('details').open"));
        }
    }

    @Test
    void showsTheProblemInThePlaceOfAPageThatWasNeverMade(Browser browser) {
        column.with("templates/notice.ftlh", "${没有这个值}\n");
        try (Live live = new Live(column);
                BrowserPage page = browser.page()) {
            page.open(live.url() + NOTICE).await(SAYS.formatted("templates/notice.ftlh:1"));
            column.with("templates/notice.ftlh", "<p>改好了</p>");
            page.await("document.body.innerText.includes('改好了')");
        }
    }

    @Test
    void searches(Browser browser) {
        try (Live live = new Live(column);
                BrowserPage page = browser.page()) {
            page.open(live.url() + "search/?q=政务公开")
                    .await("document.querySelector('a[href$=\"" + NOTICE + "\"]')");
        }
    }
}
