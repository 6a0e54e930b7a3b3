package org.gongkai.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gongkai.TinyColumn;
import org.gongkai.model.Problems;
import org.gongkai.model.UnitReference;
import org.gongkai.model.UnitRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitNamesTest {
    private static final String UNITS =
            """
            单位:
              - {名称: 县政府办公室, 代码: zhengfuban, 简称: [县政府办], 类别: 政府办公室}
              - {名称: 县发展和改革局, 代码: fagaiju, 简称: [县发改局], 曾用名: [县计划委员会], 类别: 政府部门}
              - {名称: 县财政局, 代码: caizhengju, 类别: 政府部门}
              - {名称: 县教育和体育局, 代码: jiaotiju, 类别: 政府部门}
              - {名称: 组织部（人力资源部）, 代码: zuzhibu, 类别: 党群机构}
              - {名称: 市生态环境局样例县分局, 代码: huanjing, 类别: 垂直管理}
              - {名称: 城关镇, 代码: chengguan-zhen, 类别: 乡镇}
              - {名称: 万善乡, 代码: wanshan-xiang, 类别: 乡镇}
              - {名称: 东街道, 代码: dong-jiedao, 类别: 街道}
            统称:
              - {名称: 各镇街, 别名: [各乡镇（街道）], 类别: [乡镇, 街道]}
              - {名称: 县直各部门, 成员: [县财政局, 县发改局]}
              - {名称: 县直有关部门, 开放: true}
            """;

    @TempDir private Path folder;

    @Test
    void cutsAtEachSeparator() {
        assertEquals(
                List.of("甲局", "乙局", "丙局", "丁局", "戊局", "己局"), UnitNames.cut("甲局、乙局，丙局；丁局,戊局;己局"));
        assertEquals(List.of("甲局", "乙局"), UnitNames.cut("甲局、、 乙局，。"));
        assertEquals(List.of(), UnitNames.cut(" 、，"));
    }

    @Test
    void doesNotCutInsideBracketsOfEitherWidth() {
        assertEquals(List.of("区城乡建设和交通局（交通、建设）", "县财政局"), UnitNames.cut("区城乡建设和交通局（交通、建设）、县财政局"));
        assertEquals(List.of("组织部(人力资源部,老干部局)", "县财政局"), UnitNames.cut("组织部(人力资源部,老干部局),县财政局"));
        assertEquals(List.of("甲（乙（丙、丁）、戊）", "己"), UnitNames.cut("甲（乙（丙、丁）、戊）、己"));
    }

    @Test
    void letsNoUnclosedBracketSwallowTheRest() {
        assertEquals(List.of("县财政局（预算", "县教育和体育局"), UnitNames.cut("县财政局（预算、县教育和体育局"));
        assertEquals(List.of("县财政局）", "县教育和体育局"), UnitNames.cut("县财政局）、县教育和体育局"));
    }

    @Test
    void findsUnitsByNameShortNameAndFormerName() {
        assertEquals(List.of("unit 县发展和改革局 fagaiju"), resolve("县发展和改革局"));
        assertEquals(List.of("unit 县发展和改革局 fagaiju"), resolve("县发改局"));
        assertEquals(List.of("unit 县发展和改革局 fagaiju"), resolve("县计划委员会"));
    }

    @Test
    void keepsUnitThatIsNamedBesideAnOpenRest() {
        assertEquals(List.of("unit 县财政局 caizhengju", "open 有关部门"), resolve("县财政局及有关部门"));
        assertEquals(List.of("open 某局及有关部门"), resolve("某局及有关部门"));
    }

    @Test
    void takesTheRestOfCollectiveNameForNoUnit() {
        assertEquals(List.of("open 县直有关部门"), resolve("县直有关部门、单位"));
        assertEquals(List.of("collective 各乡镇 2", "collective 各街道 1"), resolve("各乡镇、街道"));
    }

    @Test
    void takesBracketsOfBothWidthsAndSpacesForTheSame() {
        assertEquals(List.of("unit 组织部（人力资源部） zuzhibu"), resolve("组织部(人力资源部)"));
        assertEquals(List.of("unit 组织部（人力资源部） zuzhibu"), resolve("组织部（人力资源部)"));
        assertEquals(List.of("unit 县财政局 caizhengju"), resolve("县财 政局"));
        assertEquals(List.of("collective 各镇街 3"), resolve("各乡镇(街道)"));
    }

    @Test
    void dropsAndOthersFromTheEndOfAName() {
        for (String others :
                List.of("等", "等相关部门", "等有关单位", "等部门", "等单位", "等各有关部门", "等相关县直部门", "等部门（单位）")) {
            assertEquals(
                    List.of("unit 县发展和改革局 fagaiju", "unit 县财政局 caizhengju"),
                    resolve("县发改局、县财政局" + others),
                    others);
        }
        assertEquals(List.of(), resolve("等相关部门"));
    }

    @Test
    void keepsTheWholeNameOfAUnitThatIsRegisteredLikeThat() {
        assertEquals(
                List.of("unit 县中等 zhongdeng"),
                resolve("县中等", "单位: [{名称: 县中等, 代码: zhongdeng, 类别: 事业单位}]\n"));
    }

    @Test
    void carriesAPlaceThatIsWrittenOnceOverToTheNamesAfterIt() {
        assertEquals(
                List.of("unit 县发展和改革局 fagaiju", "unit 县财政局 caizhengju", "unit 县教育和体育局 jiaotiju"),
                resolve("县发展和改革局、财政局、教育和体育局"));
        assertEquals(
                List.of("unit 万善乡 wanshan-xiang", "unit 县发展和改革局 fagaiju", "unit 县财政局 caizhengju"),
                resolve("万善乡,县发展和改革局、市生态环境局样例县分局、财政局").stream()
                        .filter(each -> !each.endsWith("huanjing"))
                        .toList());
    }

    @Test
    void carriesNoPlaceOverToANameThatTheRegisterDoesNotKnowWithIt() {
        assertEquals(
                List.of("unit 县发展和改革局 fagaiju", "unknown 水务集团", "unknown 供电公司"),
                resolve("县发展和改革局、水务集团、供电公司"));
        assertEquals(List.of("unknown 财政局"), resolve("财政局"));
        assertEquals(List.of("unknown 财政局", "unit 县发展和改革局 fagaiju"), resolve("财政局、县发展和改革局"));
    }

    @Test
    void expandsACollectiveNameByKindsOrByMembers() {
        assertEquals(
                List.of(
                        List.of("chengguan-zhen", "wanshan-xiang", "dong-jiedao"),
                        List.of("caizhengju", "fagaiju")),
                new UnitNames(register(UNITS))
                        .resolve("各镇街、县直各部门").stream().map(UnitReference::members).toList());
    }

    @Test
    void expandsACollectiveNameByOthersWhicheverStandsFirst() {
        String units =
                UNITS.replace(
                        "统称:\n",
                        """
                        统称:
                          - {名称: 全县各单位, 别名: [全县], 成员: [各乡镇(街道), 县直各部门, 各级各单位]}
                          - {名称: 各级各单位, 成员: [全县, 县政府办公室]}
                        """);
        assertEquals(List.of("collective 全县各单位 6"), resolve("全县各单位", units));
    }

    @Test
    void expandsAllTownsWithoutAnEntryOfTheirOwn() {
        String units = UNITS.substring(0, UNITS.indexOf("统称:"));
        assertEquals(List.of("collective 各镇街 3"), resolve("各镇街", units));
        assertEquals(List.of("collective 各乡镇（街道） 3"), resolve("各乡镇（街道）", units));
        assertEquals(List.of("collective 各乡镇 2"), resolve("各乡镇", units));
        assertEquals(List.of("collective 各街道 1"), resolve("各街道", units));
    }

    @Test
    void neverExpandsAnOpenName() {
        assertEquals(List.of("open 县直有关部门"), resolve("县直有关部门"));
        assertEquals(List.of("open 各有关单位"), resolve("各有关单位"));
        assertEquals(List.of("open 县级相关部门"), resolve("县级相关部门"));
    }

    @Test
    void knowsNobodyBehindAllOfSomethingUnregistered() {
        assertEquals(List.of("unknown 各政务新媒体开设单位"), resolve("各政务新媒体开设单位"));
        assertEquals(List.of("unknown 县林业局"), resolve("县林业局"));
    }

    @Test
    void keepsTheOrderAndNamesEachOnce() {
        assertEquals(
                List.of(
                        "unit 县财政局 caizhengju",
                        "collective 各镇街 3",
                        "unknown 县林业局",
                        "unit 县发展和改革局 fagaiju"),
                resolve("县财政局、各镇街，县林业局、县发改局；县财政局、县林业局、各乡镇（街道）"));
    }

    @Test
    void takesAListInATaskTableForTheSameUnits() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/units.yml", UNITS)
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                """
                                任务:
                                  - 要求: 甲
                                    责任单位: 县发展和改革局、财政局
                                  - 要求: 乙
                                    责任单位: [县发展和改革局, 财政局]
                                  - 要求: 丙
                                    责任单位:
                                      - 县发展和改革局
                                      - 财政局等相关部门
                                """)
                        .build();
        assertEquals(List.of(), column.problems());
        List<String> tasks =
                column.read("data/tasks.json")
                        .lines()
                        .filter(line -> line.startsWith("{"))
                        .toList();
        assertEquals(3, tasks.size());
        for (String task : tasks) {
            assertTrue(
                    task.contains(
                            "\"responsibleUnits\":[{\"name\":\"县发展和改革局\",\"unit\":\"fagaiju\"},"
                                    + "{\"name\":\"县财政局\",\"unit\":\"caizhengju\"}]"),
                    task);
        }
        assertTrue(tasks.get(1).contains("\"responsibleUnits\":\"县发展和改革局、财政局\""), tasks.get(1));
        assertTrue(
                tasks.get(2).contains("\"responsibleUnits\":\"县发展和改革局、财政局等相关部门\""), tasks.get(2));
    }

    @Test
    void doesNotHangOrFailOnALongMuddle() {
        for (String piece : List.of("镇", "等", "（", "、", "县", "有")) {
            String muddle = "各" + piece.repeat(20_000);
            assertTrue(new UnitNames(register(UNITS)).resolve(muddle).size() <= 1, piece);
        }
    }

    private static List<String> resolve(String issued) {
        return resolve(issued, UNITS);
    }

    /** Each as its sort, its name, and whom it means. */
    private static List<String> resolve(String issued, String units) {
        return new UnitNames(register(units))
                .resolve(issued).stream().map(UnitNamesTest::described).toList();
    }

    private static String described(UnitReference reference) {
        if (reference.unit() != null) {
            return "unit " + reference.name() + " " + reference.unit();
        } else if (reference.isCollective()) {
            return "collective " + reference.name() + " " + reference.members().size();
        }
        return (reference.open() ? "open " : "unknown ") + reference.name();
    }

    private static UnitRegister register(String units) {
        Problems problems = new Problems();
        UnitRegister register =
                new UnitRegisterReader(problems, Slugs::pinyin)
                        .read(new SourceFile("content/units.yml", Path.of("units.yml"), units));
        assertEquals(List.of(), problems.sorted());
        return register;
    }
}
