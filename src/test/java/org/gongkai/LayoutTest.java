package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of page on every screen and on paper, with ordinary words and with the longest. */
@InBrowser
class LayoutTest {
    private static final List<Integer> WIDTHS = List.of(320, 360, 768, 1280, 1920);
    private static final String LONG = "关于进一步加强和规范政府信息主动公开工作".repeat(9);
    private static final String ADDRESS =
            "https://www.example.gov.cn/" + "a-very-long-path".repeat(20);

    @TempDir private static Path folder;
    private static StaticServer sample;
    private static StaticServer hostile;

    @BeforeAll
    static void build() throws java.io.IOException {
        Path out = folder.resolve("sample");
        new SiteBuild(
                        TinyColumn.GENERATOR,
                        TinyColumn.GENERATOR,
                        LocalDate.of(2026, 11, 22),
                        false,
                        false)
                .run(out, new Problems());
        sample = new StaticServer(out);
        TinyColumn column = hostile();
        column.build();
        assertTrue(column.published(), column.problems()::toString);
        hostile = new StaticServer(column.out());
    }

    private static TinyColumn hostile() {
        String cells =
                IntStream.range(0, 40)
                        .mapToObj(n -> "第" + n + "列")
                        .collect(Collectors.joining("|"));
        return new TinyColumn(folder)
                .with(
                        "content/units.yml",
                        """
                        单位:
                          - {名称: %1$s局, 代码: yi, 类别: 政府部门, 电话: "%2$s", 地址: %1$s, 职能: %2$s}
                          - {名称: %2$s, 代码: er, 类别: 其他}
                        """
                                .formatted(LONG, "W".repeat(180)))
                .with(
                        "content/catalog.yml",
                        "目录:\n  - {名称: %s, 说明: %s}\n".formatted(LONG, "W".repeat(120)))
                .withNotice(
                        "2023/a",
                        "样例县人民政府办公室关于做好政务公开工作的通知",
                        LONG + "Supercalifragilistic".repeat(10),
                        "样政办发〔2023〕1号",
                        "样政办发" + "超长机关代字".repeat(20) + "〔2023〕1号",
                        "[综合政务, 政务公开]",
                        "[" + LONG + ", " + "X".repeat(100) + "]",
                        "请认真贯彻执行。",
                        ADDRESS
                                + "\n\n`"
                                + "code".repeat(80)
                                + "`\n\n|"
                                + cells
                                + "|\n|"
                                + "---|".repeat(40)
                                + "\n|"
                                + cells
                                + "|\n")
                .with(
                        "content/notices/2023/a.tasks.yml",
                        """
                        标题: %1$s
                        年度: 2023
                        分组:
                          - 名称: %1$s
                            分组:
                              - 名称: %2$s
                                任务:
                                  - {要求: "%2$s", 责任单位: "%1$s局、%3$s", 完成时限: 2023年10月底前}
                                  - {要求: "%1$s", 责任单位: "%1$s局", 完成时限: "%1$s"}
                        """
                                .formatted(LONG, "W".repeat(150), "不认识的单位".repeat(30)));
    }

    @AfterAll
    static void stop() {
        sample.close();
        hostile.close();
    }

    @Test
    void nothingStandsOutSidewaysAtAnyWidth(Browser browser) {
        List<String> wide = new ArrayList<>();
        try (BrowserPage page = browser.page()) {
            for (StaticServer server : List.of(sample, hostile)) {
                for (String path :
                        server == sample ? ScreenshotsTest.PAGES.keySet() : HOSTILE_PAGES) {
                    page.open(server.url() + path);
                    for (int width : WIDTHS) {
                        String culprits = page.size(width, 800).evaluate(TOO_WIDE);
                        if (!culprits.equals("[]")) {
                            wide.add(path + " at " + width + ": " + culprits);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wide);
    }

    /** The first of what reaches beyond the window, where that makes the page scroll. */
    private static final String TOO_WIDE =
            """
            document.documentElement.scrollWidth <= innerWidth ? [] : ['page',
                ...[...document.querySelectorAll('body *')]
                    .filter(each => each.getBoundingClientRect().right > innerWidth && !each.closest('.scroll, .hidden'))
                    .slice(-2).map(each => each.outerHTML.slice(0, 70))]
            """;

    private static final List<String> HOSTILE_PAGES =
            List.of(
                    "",
                    "search/",
                    "notices/",
                    "notices/2023/a/",
                    "tasks/",
                    "units/",
                    "units/yi/",
                    "units/er/",
                    "topics/",
                    "validity/",
                    "map/");

    /** WCAG 2.2, 1.4.12: with this spacing nothing is cut off or written over. */
    @Test
    void readersMaySpreadTheText(Browser browser) {
        try (BrowserPage page = browser.page()) {
            for (String path : ScreenshotsTest.PAGES.keySet()) {
                page.size(360, 800).open(sample.url() + path);
                page.playwright()
                        .addStyleTag(
                                new Page.AddStyleTagOptions()
                                        .setContent(
                                                """
                                                * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                                                    word-spacing: 0.16em !important; }
                                                p { margin-bottom: 2em !important; }
                                                """));
                assertEquals("[]", page.evaluate(CUT), path);
                assertEquals(
                        "true",
                        page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
                        path);
            }
        }
    }

    /** What shows less than it holds, scrolling frames and what is hidden on purpose aside. */
    private static final String CUT =
            """
            [...document.querySelectorAll('body *')]
                .filter(each => each.checkVisibility() && !each.closest('svg, .hidden, .repeated, .skip, select, thead, .without-script, #search-list'))
                .filter(each => !['auto', 'scroll', 'visible'].includes(getComputedStyle(each).overflowY)
                    && !/^(INPUT|PROGRESS)$/.test(each.tagName)
                    && each.scrollHeight > each.clientHeight + 1)
                .map(each => each.outerHTML.slice(0, 80))
            """;

    @Test
    void wideTableScrollsInsideItsFrameByKeyboard(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.size(360, 800).open(hostile.url() + "notices/2023/a/");
            String frame = "document.querySelector('.body .scroll')";
            assertEquals("true", page.evaluate(frame + ".scrollWidth > " + frame + ".clientWidth"));
            page.playwright().focus(".body .scroll");
            page.press("ArrowRight");
            page.await(frame + ".scrollLeft > 0");
        }
    }

    /** A page break between two tasks, not in the midst of one. */
    @Test
    void paperKeepsATaskWhole(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(sample.url() + "units/jiaotongju/").print();
            assertEquals(
                    "[\"avoid\"]",
                    page.evaluate(
                            "[...new Set([...document.querySelectorAll('.item')].map(e => getComputedStyle(e).breakInside))]"));
        }
    }

    /** The paragraph's indent is not repeated in the box of a 废止. */
    @Test
    void validityInATextHasNoIndentOfItsOwn(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(sample.url() + "notices/2024/nongcun-gonglu-guanli/");
            assertEquals(
                    "[\"0px\"]",
                    page.evaluate(
                            "[...new Set([...document.querySelectorAll('.body p .tag')].map(e => getComputedStyle(e).textIndent))]"));
        }
    }

    @Test
    void paperShowsTheNoticeAndNotTheSiteAroundIt(Browser browser) {
        try (BrowserPage page = browser.page()) {
            page.open(sample.url() + ScreenshotsTest.TASKS).print();
            for (String shown :
                    List.of("h1", ".metadata", ".body", ".tasks", ".print-only svg", "#ask")) {
                assertTrue(page.playwright().isVisible(shown), shown);
            }
            for (String hidden :
                    List.of(
                            ".sections",
                            ".search",
                            ".sidebar",
                            ".footer",
                            ".crumbs",
                            ".task-filter")) {
                assertFalse(page.playwright().isVisible(hidden), hidden);
            }
            assertEquals(
                    "\"table-header-group\"",
                    page.evaluate(
                            "getComputedStyle(document.querySelector('.tasks thead')).display"));
            assertEquals(
                    "\"rgb(0, 0, 0)\"", page.evaluate("getComputedStyle(document.body).color"));
        }
    }

    @Test
    void mainControlsAreLargeEnoughForAThumb(Browser browser) {
        try (BrowserPage page = browser.page()) {
            for (String path : List.of("", "search/", ScreenshotsTest.TASKS, "units/")) {
                page.size(360, 800).open(sample.url() + path);
                assertEquals(
                        "[]",
                        page.evaluate(
                                """
                                [...document.querySelectorAll('button, input, select, summary, .sections a, .ways a, .doors li, '
                                    + '.register a, .chips a, .sidebar a, .footer-links a')]
                                    .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44)
                                    .map(each => each.outerHTML.slice(0, 80))
                                """),
                        path);
            }
        }
    }
}
