package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data that other programs read: names, order and words are a promise. */
class OpenDataTest {
    @TempDir private Path folder;
    private TinyColumn column;

    @BeforeEach
    void build() {
        column =
                new TinyColumn(folder)
                        .with("site.yml", "名称: 样例县专栏\n网址: https://a.example/xxgk/\n")
                        .with(
                                "content/units.yml",
                                """
                                单位:
                                  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 简称: [县政府办公室], 曾用名: [县府办], 类别: 政府办公室}
                                  - {名称: 县财政局, 代码: caizhengju, 类别: 政府部门}
                                  - {名称: 甲镇, 代码: jia-zhen, 类别: 乡镇}
                                  - {名称: 乙街道, 代码: yi-jiedao, 类别: 街道}
                                统称:
                                  - {名称: 各镇街, 类别: [乡镇, 街道]}
                                  - {名称: 县直有关部门, 开放: true}
                                """)
                        .with("content/catalog.yml", "目录:\n  - {名称: 政策文件}\n")
                        .withNotice("2023/a", "审核:", "栏目: 政策文件\n有效性: 有效\n审核:")
                        .withNotice(
                                "2023/b",
                                "00000001",
                                "00000002",
                                "发文字号: 样政办发〔2023〕1号\n",
                                "",
                                "主题分类: [综合政务, 政务公开]\n",
                                "",
                                "发布日期: 2023-09-14",
                                "发布日期: 2023-09-15",
                                "审核:",
                                "修改: [样政办发〔2023〕1号]\n审核:")
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                """
                                标题: 2023年重点任务
                                年度: 2023
                                分组:
                                  - 名称: 一、政策公开
                                    责任单位: 各镇街、县直有关部门、不认识的局
                                    完成时限: 2023年12月底前
                                    分组:
                                      - 名称: （一）集中公开
                                        任务:
                                          - 序号: 18
                                            要求: 要求一
                                            牵头部门: 县政府办公室
                                            进展: [{日期: 2023-09-20, 状态: 进行中}]
                                          - 序号: 18
                                            要求: 要求二
                                            责任单位: [县财政局, 甲镇]
                                            完成时限: 全年
                                            进展:
                                              - {日期: 2023-09-20, 状态: 已完成}
                                              - {日期: 2023-08-20, 状态: 未开始}
                                  - 名称: 二、其他
                                    任务:
                                      - {要求: 要求三, 完成时限: 长期坚持, 进展: [{日期: 2023-09-20, 状态: 已调整}]}
                                      - {要求: 要求四, 完成时限: 收到申请后20个工作日内, 进展: [{日期: 2023-09-20, 状态: 未开始}]}
                                任务:
                                  - {要求: "要求五，“引号”"}
                                """)
                        .build();
        assertTrue(column.published(), () -> column.problems().toString());
    }

    @Test
    void noticesAreNewestFirstWithEveryFieldInOrder() {
        List<Map<String, Object>> notices = Json.objects(column.read("data/notices.json"));
        assertEquals(
                "{id=2023/b, url=notices/2023/b/, title=样例县人民政府办公室关于做好政务公开工作的通知,"
                        + " indexNumber=11371524004435601F/2023-00000002, documentNumber=null,"
                        + " publisher=样例县人民政府办公室, documentDate=2023-09-13,"
                        + " publicationDate=2023-09-15,"
                        + " validity={code=IN_FORCE, label=有效, by=null},"
                        + " subjects=[], category=null, taskCount=0}",
                notices.get(0).toString());
        assertEquals(
                "{id=2023/a, url=notices/2023/a/, title=样例县人民政府办公室关于做好政务公开工作的通知,"
                        + " indexNumber=11371524004435601F/2023-00000001,"
                        + " documentNumber=样政办发〔2023〕1号,"
                        + " publisher=样例县人民政府办公室, documentDate=2023-09-13,"
                        + " publicationDate=2023-09-14,"
                        + " validity={code=AMENDED, label=已修改, by=2023/b},"
                        + " subjects=[综合政务, 政务公开], category=政策文件, taskCount=5}",
                notices.get(1).toString());
        assertEquals(2, notices.size());
        assertNull(notices.get(0).get("documentNumber"), "null, not the word");
    }

    @Test
    void tasksAreInTableOrderWithEveryFieldInOrder() {
        List<Map<String, Object>> tasks = Json.objects(column.read("data/tasks.json"));
        assertEquals(
                "{id=2023/a#task-1, url=notices/2023/a/#task-1, notice=2023/a, number=18,"
                        + " groups=[一、政策公开, （一）集中公开], requirement=要求一,"
                        + " leadUnits=[{name=样例县人民政府办公室, unit=zhengfuban}],"
                        + " responsibleUnits=[{name=各镇街, members=[jia-zhen, yi-jiedao]},"
                        + " {name=县直有关部门, open=true}, {name=不认识的局}],"
                        + " issued={leadUnits=县政府办公室, responsibleUnits=各镇街、县直有关部门、不认识的局},"
                        + " deadline={text=2023年12月底前, date=2023-12-31, kind=DATE},"
                        + " status=IN_PROGRESS}",
                tasks.get(0).toString());
        assertEquals(
                "{id=2023/a#task-2, url=notices/2023/a/#task-2, notice=2023/a, number=18,"
                        + " groups=[一、政策公开, （一）集中公开], requirement=要求二,"
                        + " leadUnits=[],"
                        + " responsibleUnits=[{name=县财政局, unit=caizhengju},"
                        + " {name=甲镇, unit=jia-zhen}],"
                        + " issued={leadUnits=null, responsibleUnits=县财政局、甲镇},"
                        + " deadline={text=全年, date=2023-12-31, kind=YEAR},"
                        + " status=DONE}",
                tasks.get(1).toString());
        assertEquals(
                "{id=2023/a#task-5, url=notices/2023/a/#task-5, notice=2023/a, number=5,"
                        + " groups=[], requirement=要求五，“引号”, leadUnits=[],"
                        + " responsibleUnits=[],"
                        + " issued={leadUnits=null, responsibleUnits=null},"
                        + " deadline={text=null, date=null, kind=NONE}, status=UNKNOWN}",
                tasks.get(4).toString());
    }

    @Test
    void numberIsAsIssuedAndAnchorIsThePlace() {
        assertEquals(List.of("18", "18", "3", "4", "5"), each("number"));
        assertEquals(
                List.of(
                        "2023/a#task-1",
                        "2023/a#task-2",
                        "2023/a#task-3",
                        "2023/a#task-4",
                        "2023/a#task-5"),
                each("id"));
    }

    @Test
    void everyTaskAddressIsOnThePage() {
        var page = new BuiltSite(column.out()).page("notices/2023/a/index.html");
        for (Object id : each("id")) {
            String anchor = id.toString().replaceAll(".*#", "");
            assertEquals(1, page.select("[id=" + anchor + "]").size(), anchor);
        }
    }

    @Test
    void deadlineAndStatusAreWordsOfTheContract() {
        List<Object> kinds = new ArrayList<>();
        for (Object deadline : each("deadline")) {
            kinds.add(((Map<?, ?>) deadline).get("kind"));
        }
        assertEquals(List.of("DATE", "YEAR", "ONGOING", "RELATIVE", "NONE"), kinds);
        assertEquals(
                List.of("IN_PROGRESS", "DONE", "ADJUSTED", "NOT_STARTED", "UNKNOWN"),
                each("status"));
    }

    @Test
    void unitsCountEachTaskOnceInEachWay() {
        assertEquals(
                List.of(
                        "{id=zhengfuban, url=units/zhengfuban/, name=样例县人民政府办公室,"
                                + " aliases=[县政府办公室, 县府办], kind=政府办公室,"
                                + " tasks={lead=1, responsible=0, collective=0}}",
                        "{id=caizhengju, url=units/caizhengju/, name=县财政局, aliases=[],"
                                + " kind=政府部门, tasks={lead=0, responsible=1, collective=0}}",
                        "{id=jia-zhen, url=units/jia-zhen/, name=甲镇, aliases=[], kind=乡镇,"
                                + " tasks={lead=0, responsible=1, collective=1}}",
                        "{id=yi-jiedao, url=units/yi-jiedao/, name=乙街道, aliases=[], kind=街道,"
                                + " tasks={lead=0, responsible=0, collective=1}}"),
                Json.objects(column.read("data/units.json")).stream().map(Map::toString).toList());
    }

    @Test
    void tableForSpreadsheetsSaysTheSame() {
        List<List<String>> rows = Csv.read(column.read("data/tasks.csv"));
        assertEquals(6, rows.size());
        assertEquals(
                List.of(
                        "编号", "文件标题", "发文字号", "分组", "序号", "要求", "牵头部门", "责任单位", "完成时限", "截止日期",
                        "状态", "网址"),
                rows.get(0));
        assertEquals(
                List.of(
                        "2023/a#task-1",
                        "样例县人民政府办公室关于做好政务公开工作的通知",
                        "样政办发〔2023〕1号",
                        "一、政策公开 / （一）集中公开",
                        "18",
                        "要求一",
                        "县政府办公室",
                        "各镇街、县直有关部门、不认识的局",
                        "2023年12月底前",
                        "2023-12-31",
                        "进行中",
                        "https://a.example/xxgk/notices/2023/a/#task-1"),
                rows.get(1));
        assertEquals(each("id"), rows.stream().skip(1).map(row -> (Object) row.get(0)).toList());
    }

    @Test
    void emptyColumnGivesEmptyLists() {
        TinyColumn empty =
                new TinyColumn(folder.resolve("empty"))
                        .with("content/pages/p.md", "---\n标题: 指南\n---\n文\n")
                        .build();
        assertTrue(empty.published(), () -> empty.problems().toString());
        assertEquals(List.of(), Json.objects(empty.read("data/notices.json")));
        assertEquals(List.of(), Json.objects(empty.read("data/tasks.json")));
    }

    @Test
    void noticesAreByPublicationDateWhateverTheirNames() {
        TinyColumn many = new TinyColumn(folder.resolve("many"));
        for (int i = 1; i <= 12; i++) {
            many.withNotice(
                    "2023/n" + i,
                    "00000001",
                    String.format("%08d", i),
                    "2023〕1号",
                    "2023〕" + i + "号",
                    "发布日期: 2023-09-14",
                    "发布日期: 2023-09-" + (i % 3 + 14));
        }
        many.build();
        assertTrue(many.published(), () -> many.problems().toString());
        List<String> days =
                Json.objects(many.read("data/notices.json")).stream()
                        .map(notice -> notice.get("publicationDate").toString())
                        .toList();
        assertEquals(12, days.size());
        assertEquals(days.stream().sorted(java.util.Comparator.reverseOrder()).toList(), days);
    }

    private List<Object> each(String field) {
        return Json.objects(column.read("data/tasks.json")).stream()
                .map(task -> task.get(field))
                .toList();
    }
}
