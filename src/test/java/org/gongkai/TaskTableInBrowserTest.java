package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task table with merged cells, as a citizen reads, sifts and hears it. */
@InBrowser
class TaskTableInBrowserTest {
    private static final String NOTICE = "notices/2023/a/";
    private static final String SHOWN =
            "[...document.querySelectorAll('.tasks tbody tr')].filter(r => !r.hidden).map(r => r.id)";
    private static final String SAID = "document.querySelector('.task-filter .shown').textContent";

    private static final String CELLS =
            "[...document.querySelectorAll('.tasks tr')].map(r => [r.hidden, ...[...r.cells].map(c => c.rowSpan + c.innerText)])";

    @TempDir private static Path folder;
    private static StaticServer server;

    @BeforeAll
    static void build() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                "content/units.yml",
                                """
                                单位:
                                  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室}
                                  - {名称: 县财政局, 代码: caizhengju, 类别: 政府部门}
                                  - {名称: 县司法局, 代码: sifaju, 类别: 政府部门}
                                  - {名称: 甲镇, 代码: jiazhen, 类别: 乡镇}
                                统称:
                                  - {名称: 各镇街, 类别: [乡镇, 街道]}
                                """)
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                """
                                标题: 2023年任务分解表
                                年度: 2023
                                分组:
                                  - 名称: 一、政策公开
                                    责任单位: 县财政局
                                    分组:
                                      - 名称: （一）集中公开
                                        任务:
                                          - 要求: 公开甲事。
                                            完成时限: 10月底前
                                            进展: [{日期: 2023-09-20, 状态: 已完成}]
                                          - 要求: 公开乙事。
                                            完成时限: 10月底前
                                      - 名称: （二）文件清理
                                        任务:
                                          - 要求: 清理丙类文件。
                                            完成时限: 全年
                                            进展: [{日期: 2023-09-20, 状态: 进行中}]
                                  - 名称: 二、基层公开
                                    任务:
                                      - {要求: 丁公开栏上墙。, 责任单位: 各镇街, 完成时限: 10月底前}
                                      - {要求: 戊制度长期坚持。, 责任单位: 县司法局, 完成时限: 长期坚持}
                                """)
                        .build();
        assertTrue(column.published(), column.problems()::toString);
        server = new StaticServer(column.out());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static BrowserPage open(Browser browser, String query) {
        return browser.page().open(server.url() + NOTICE + query);
    }

    private static void choose(BrowserPage page, String name, String label) {
        page.playwright()
                .selectOption(
                        "select[name=" + name + "]",
                        new com.microsoft.playwright.options.SelectOption().setLabel(label));
    }

    @Test
    void siftsByUnitAlsoThroughCollectiveNames(Browser browser) {
        try (BrowserPage page = open(browser, "")) {
            choose(page, "unit", "县财政局（3）");
            assertEquals("[\"task-1\",\"task-2\",\"task-3\"]", page.evaluate(SHOWN));
            assertEquals("\"显示 3 项，共 5 项。\"", page.evaluate(SAID));
            choose(page, "unit", "甲镇（1）");
            assertEquals("[\"task-4\"]", page.evaluate(SHOWN));
            assertEquals(List.of(), page.complaints());
        }
    }

    @Test
    void siftsByStateAndDueDateTogetherAndUndoesIt(Browser browser) {
        try (BrowserPage page = open(browser, "")) {
            String before = page.evaluate(CELLS);
            choose(page, "due", "2023年10月（3）");
            choose(page, "state", "未报告（3）");
            assertEquals("[\"task-2\",\"task-4\"]", page.evaluate(SHOWN));
            choose(page, "unit", "县司法局（1）");
            assertEquals("[]", page.evaluate(SHOWN));
            assertEquals("\"没有符合的任务，请换个条件。\"", page.evaluate(SAID));
            page.click(".task-filter button");
            assertEquals("5", page.evaluate(SHOWN + ".length"));
            assertEquals(before, page.evaluate(CELLS));
            assertEquals("\"unit\"", page.evaluate("document.activeElement.name"));
        }
    }

    @Test
    void mergedCellsStayBesideTheRowsThatAreShown(Browser browser) {
        try (BrowserPage page = open(browser, "?state=unknown")) {
            assertEquals("[\"task-2\",\"task-4\",\"task-5\"]", page.evaluate(SHOWN));
            String row = "document.getElementById('task-2')";
            assertEquals(
                    "[\"一、政策公开\",\"（一）集中公开\"]",
                    page.evaluate(
                            "[..." + row + ".querySelectorAll('.group')].map(c => c.innerText)"));
            assertEquals(
                    "\"县财政局\"", page.evaluate(row + ".querySelector('.units').innerText.trim()"));
            assertEquals("[1,1,1,1,1,1]", widths(page, "task-2"));
            assertEquals(
                    "0",
                    page.evaluate(row + ".querySelectorAll('.repeated > :not([hidden])').length"));
        }
    }

    private static String widths(BrowserPage page, String row) {
        return page.evaluate(
                "[...document.getElementById('"
                        + row
                        + "').cells].map(c => c.rowSpan).slice(0, 6)");
    }

    @Test
    void remembersTheChoiceInTheAddress(Browser browser) {
        try (BrowserPage page = open(browser, "")) {
            choose(page, "unit", "甲镇（1）");
            choose(page, "due", "2023年10月（3）");
            assertEquals("\"?unit=jiazhen&due=2023-10\"", page.evaluate("location.search"));
            page.open(server.url() + NOTICE + "?unit=jiazhen&due=2023-10");
            assertEquals("[\"task-4\"]", page.evaluate(SHOWN));
        }
    }

    @Test
    void showsTheTaskThatALinkLeadsToWhateverIsChosen(Browser browser) {
        try (BrowserPage page = open(browser, "?unit=jiazhen#task-5")) {
            assertTrue(page.evaluate(SHOWN).contains("task-5"));
        }
    }

    @Test
    void mergedCellIsReadBesideTheTaskThatALinkLeadsTo(Browser browser) {
        try (BrowserPage page = browser.page().size(1280, 170)) {
            page.open(server.url() + NOTICE + "#task-3");
            assertEquals(
                    "[\"一、政策公开\",\"县财政局\"]",
                    page.evaluate(
                            """
                            [...document.querySelectorAll('#task-1 :is(.group, .units) > span')]
                              .filter(words => {
                                const {top, bottom} = words.getBoundingClientRect();
                                const head = document.querySelector('.tasks thead th');
                                return top >= head.getBoundingClientRect().bottom && bottom <= innerHeight;
                              })
                              .map(words => words.innerText.trim())
                            """));
        }
    }

    @Test
    void offersNoFilterWithoutScript(Browser browser) {
        try (BrowserPage page = browser.pageWithoutScript().open(server.url() + NOTICE)) {
            assertFalse(page.playwright().isVisible(".task-filter"));
            assertTrue(page.playwright().isVisible("#task-5"));
        }
    }

    @Test
    void screenReaderHearsAllOfEachRow(Browser browser) {
        try (BrowserPage page = open(browser, "")) {
            assertRowsAreWhole(rows(page));
            assertRowsAreWhole(rows(page.size(360, 760)));
        }
    }

    @Test
    void screenReaderHearsTheWordsOfAStateWithoutItsSign(Browser browser) {
        try (BrowserPage page = open(browser, "")) {
            for (String row : rows(page)) {
                assertFalse(row.matches("(?s).*[○◐●△□].*"), row);
            }
        }
    }

    private static void assertRowsAreWhole(List<String> rows) {
        List<List<String>> expected =
                List.of(
                        List.of("一、政策公开", "（一）集中公开", "公开甲事。", "县财政局", "10月底前", "已完成"),
                        List.of("一、政策公开", "（一）集中公开", "公开乙事。", "县财政局", "10月底前", "未报告"),
                        List.of("一、政策公开", "（二）文件清理", "清理丙类文件。", "县财政局", "全年", "进行中"),
                        List.of("二、基层公开", "丁公开栏上墙。", "各镇街", "10月底前", "未报告"),
                        List.of("二、基层公开", "戊制度长期坚持。", "县司法局", "长期坚持", "未报告"));
        for (List<String> parts : expected) {
            assertTrue(
                    rows.stream().anyMatch(row -> parts.stream().allMatch(row::contains)),
                    () -> parts + " in none of " + rows);
        }
    }

    /** The words of each row, or card, in Chromium's accessibility tree. */
    private static List<String> rows(BrowserPage page) {
        CDPSession session = page.playwright().context().newCDPSession(page.playwright());
        Map<String, JsonObject> nodes = new LinkedHashMap<>();
        for (JsonElement node :
                session.send("Accessibility.getFullAXTree").getAsJsonArray("nodes")) {
            nodes.put(node.getAsJsonObject().get("nodeId").getAsString(), node.getAsJsonObject());
        }
        List<String> rows = new ArrayList<>();
        for (JsonObject node : nodes.values()) {
            if (value(node, "role").equals("row")) {
                rows.add(words(node, nodes));
            }
        }
        return rows;
    }

    private static String words(JsonObject node, Map<String, JsonObject> nodes) {
        if (value(node, "role").equals("StaticText")) {
            return value(node, "name");
        }
        StringBuilder words = new StringBuilder();
        for (JsonElement child : node.getAsJsonArray("childIds")) {
            words.append(words(nodes.get(child.getAsString()), nodes)).append(' ');
        }
        return words.toString();
    }

    private static String value(JsonObject node, String key) {
        JsonObject value = node.getAsJsonObject(key);
        return value == null || !value.has("value") ? "" : value.get("value").getAsString();
    }
}
