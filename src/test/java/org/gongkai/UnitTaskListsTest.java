package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What concerns several units alike is listed once, where it is long, and found from each. */
class UnitTaskListsTest {
    private static final int OF_ALL = 65;

    @TempDir private Path folder;
    private BuiltSite site;

    /** Two towns and a subdistrict share the tasks of 各镇街; one more is the towns'. */
    @BeforeEach
    void build() {
        StringBuilder tasks = new StringBuilder("标题: 任务分解表\n任务:\n");
        for (int i = 1; i <= OF_ALL; i++) {
            tasks.append("  - {要求: 大家的" + i + ", 责任单位: 各镇街}\n");
        }
        tasks.append("  - {要求: 镇里的, 牵头部门: 西镇, 责任单位: 各镇}\n");
        TinyColumn column =
                new TinyColumn(folder)
                        .with(
                                "content/units.yml",
                                """
                                单位:
                                  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室}
                                  - {名称: 东镇, 代码: dongzhen, 类别: 乡镇}
                                  - {名称: 西镇, 代码: xizhen, 类别: 乡镇}
                                  - {名称: 南街道, 代码: nanjiedao, 类别: 街道}
                                统称:
                                  - {名称: 各镇街, 类别: [乡镇, 街道]}
                                  - {名称: 各镇, 类别: [乡镇]}
                                """)
                        .withNotice()
                        .with("content/notices/2023/a.tasks.yml", tasks.toString())
                        .build();
        assertTrue(column.published(), column.problems()::toString);
        site = new BuiltSite(column.out());
    }

    private List<String> texts(String page, String selector) {
        return site.page(page).select(selector).eachText();
    }

    private int items(String page) {
        return site.page(page).select(".tasks-list > li").size();
    }

    @Test
    void unitsOfTheSameTasksShareOneList() {
        String list = "units/dongzhen/collective/index.html";
        assertEquals(List.of("东镇等2个单位因统称而涉及的任务"), texts(list, "h1"));
        assertEquals(List.of("东镇", "西镇"), texts(list, "main .note a"));
        assertEquals(List.of("首页", "责任单位", "东镇等2个单位因统称而涉及的任务"), texts(list, ".crumbs li"));
        assertEquals(
                OF_ALL + 1, items(list) + items("units/dongzhen/collective/page/2/index.html"));
        assertFalse(site.files().contains("units/xizhen/collective/index.html"));
        for (String unit : List.of("dongzhen", "xizhen")) {
            String own = "units/" + unit + "/index.html";
            assertEquals(
                    List.of("因统称而涉及的任务共 66 项，与其他 1 个单位相同，查看全部"),
                    texts(own, "section[aria-labelledby=collective] .more"));
            assertEquals(
                    List.of("../../units/dongzhen/collective/"),
                    site.page(own)
                            .select("section[aria-labelledby=collective] .more a")
                            .eachAttr("href"));
        }
    }

    @Test
    void aUnitOfOtherTasksHasItsOwn() {
        String list = "units/nanjiedao/collective/index.html";
        assertEquals(List.of("南街道因统称而涉及的任务"), texts(list, "h1"));
        assertEquals(List.of(), texts(list, "main .note a"));
        assertEquals(List.of("首页", "责任单位", "南街道", "南街道因统称而涉及的任务"), texts(list, ".crumbs li"));
        assertEquals(OF_ALL, items(list) + items("units/nanjiedao/collective/page/2/index.html"));
        assertEquals(
                List.of("因统称而涉及的任务共 65 项，查看全部"),
                texts("units/nanjiedao/index.html", "section[aria-labelledby=collective] .more"));
    }

    @Test
    void whatAUnitIsNamedForIsItsOwn() {
        assertEquals(
                List.of("牵头的任务1 项", "负责的任务0 项", "因统称而涉及的任务66 项"),
                texts("units/xizhen/index.html", ".counts li"));
        assertEquals(
                List.of("牵头的任务0 项", "负责的任务0 项", "因统称而涉及的任务66 项"),
                texts("units/dongzhen/index.html", ".counts li"));
    }
}
