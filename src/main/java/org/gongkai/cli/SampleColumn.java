package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.gongkai.model.IndexNumber;

/**
 * A column of made-up notices, the same every time for the same number: one in five has a task
 * table of 20 tasks, one in ten is repealed by a later one. For benchmarks.
 */
final class SampleColumn {
    private static final int FIRST_YEAR = 2007;
    private static final int YEARS = 19;
    private static final int TASKS = 20;
    private static final String CREDIT_CODE =
            "11379900000000000" + IndexNumber.checkCharacter("11379900000000000");

    private static final List<String> DEPARTMENTS =
            List.of(
                    "县发展和改革局",
                    "县教育和体育局",
                    "县工业和信息化局",
                    "县公安局",
                    "县民政局",
                    "县司法局",
                    "县财政局",
                    "县人力资源和社会保障局",
                    "县自然资源和规划局",
                    "县住房和城乡建设局",
                    "县交通运输局",
                    "县水利局",
                    "县农业农村局",
                    "县商务和投资促进局",
                    "县文化和旅游局",
                    "县卫生健康局",
                    "县退役军人事务局",
                    "县应急管理局",
                    "县审计局",
                    "县市场监督管理局",
                    "县统计局",
                    "县医疗保障局",
                    "县行政审批服务局",
                    "县综合行政执法局");
    private static final List<String> TOWNS =
            List.of("东河镇", "西河镇", "南山镇", "北山镇", "上游乡", "下游乡", "城关街道", "新城街道");
    private static final List<String> SUBJECTS =
            List.of(
                    "综合政务",
                    "政务公开",
                    "国民经济管理、国有资产监管",
                    "财政、金融、审计",
                    "国土资源、能源",
                    "农业、水利",
                    "工业、交通",
                    "城乡建设、环境保护",
                    "市场监管、安全生产",
                    "民政、扶贫、救灾",
                    "劳动、人事、监察",
                    "科技、教育",
                    "文化、广电、新闻出版",
                    "卫生、体育");
    private static final List<String> MATTERS =
            List.of(
                    "政务公开",
                    "优化营商环境",
                    "农村公路养护",
                    "城乡居民医疗保险",
                    "保障性住房",
                    "义务教育招生",
                    "食品安全监管",
                    "安全生产检查",
                    "河道管理",
                    "就业创业补贴",
                    "社会救助",
                    "养老服务",
                    "农业保险",
                    "防汛抗旱",
                    "森林防火",
                    "项目建设",
                    "招商引资",
                    "行政执法监督",
                    "公共资源交易",
                    "数据资源共享",
                    "垃圾分类",
                    "供水保障",
                    "城市更新",
                    "文物保护",
                    "全民健身",
                    "传染病防治",
                    "统计调查",
                    "退役军人安置",
                    "土地征收",
                    "乡村振兴");
    private static final List<String> VERBS =
            List.of("加强", "规范", "推进", "完善", "落实", "深化", "优化", "健全", "强化", "细化");
    private static final List<String> OBJECTS =
            List.of(
                    "工作机制", "信息公开", "日常监管", "服务流程", "政策解读", "资金管理", "责任落实", "检查考核", "档案管理", "宣传引导",
                    "队伍建设", "隐患排查", "公众参与", "部门协作", "数据更新");

    private final int notices;
    private final Random random = new Random(20230913);

    SampleColumn(int notices) {
        this.notices = notices;
    }

    void write(Path folder) throws IOException {
        Path content = Files.createDirectories(folder.resolve("content"));
        Files.writeString(
                folder.resolve("site.yml"),
                """
                名称: 样例县政府信息公开专栏
                机关: 样例县人民政府
                网址: https://sample.example/xxgk/
                网站标识码: "3799000003"
                主办单位: 样例县人民政府办公室
                """);
        Files.writeString(content.resolve("units.yml"), units());
        for (int i = 0; i < notices; i++) {
            writeNotice(content, i);
        }
    }

    private static String units() {
        StringBuilder yaml = new StringBuilder("单位:\n");
        yaml.append("  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 简称: [县政府办公室], 类别: 政府办公室}\n");
        int code = 0;
        for (String department : DEPARTMENTS) {
            yaml.append("  - {名称: ").append(department).append(", 代码: bumen").append(++code);
            yaml.append(", 类别: 政府部门, 电话: 0000-0000000}\n");
        }
        for (String town : TOWNS) {
            yaml.append("  - {名称: ").append(town).append(", 代码: xiangzhen").append(++code);
            yaml.append(", 类别: ").append(town.endsWith("街道") ? "街道" : "乡镇").append("}\n");
        }
        yaml.append("统称:\n  - {名称: 各乡镇（街道）, 类别: [乡镇, 街道]}\n");
        yaml.append("  - {名称: 县直各部门, 类别: [政府部门]}\n  - {名称: 县直有关部门, 开放: true}\n");
        return yaml.toString();
    }

    private void writeNotice(Path content, int i) throws IOException {
        int year = FIRST_YEAR + (int) ((long) i * YEARS / notices);
        LocalDate date = weekday(LocalDate.of(year, 1, 1).plusDays(random.nextInt(330)));
        String matter = pick(MATTERS);
        String name = String.format("n%06d", i);
        Path folder = Files.createDirectories(content.resolve("notices/" + year));
        StringBuilder text = new StringBuilder("---\n");
        text.append("标题: 样例县人民政府办公室关于").append(pick(VERBS)).append(matter);
        text.append(pick(OBJECTS)).append("的通知（").append(i + 1).append("）\n");
        text.append("索引号: ")
                .append(String.format("%s/%d-%08d", CREDIT_CODE, year, i + 1))
                .append('\n');
        text.append("发文字号: 样政办发〔").append(year).append("〕").append(i + 1).append("号\n");
        text.append("发布机关: 样例县人民政府办公室\n");
        text.append("主题分类: [\"")
                .append(pick(SUBJECTS))
                .append("\", \"")
                .append(pick(SUBJECTS))
                .append("\"]\n");
        text.append("成文日期: ").append(date).append("\n发布日期: ").append(date.plusDays(1)).append('\n');
        if (i % 10 == 9) {
            int repealed = i - 9;
            int repealedYear = FIRST_YEAR + (int) ((long) repealed * YEARS / notices);
            if (repealedYear < year) {
                text.append("废止: [样政办发〔")
                        .append(repealedYear)
                        .append("〕")
                        .append(repealed + 1)
                        .append("号]\n");
            }
        }
        text.append("公开属性: 主动公开\n关键词: [").append(matter).append("]\n审核:\n");
        text.append("  初审: {人员: 甲, 日期: ").append(date).append("}\n");
        text.append("  复审: {人员: 乙, 日期: ").append(date).append("}\n");
        text.append("  终审: {人员: 丙, 日期: ").append(date).append("}\n---\n");
        text.append(body(matter));
        Files.writeString(folder.resolve(name + ".md"), text);
        if (i % 5 == 0) {
            Files.writeString(folder.resolve(name + ".tasks.yml"), tasks(year, matter));
        }
    }

    private static LocalDate weekday(LocalDate date) {
        boolean weekend =
                date.getDayOfWeek() == DayOfWeek.SATURDAY
                        || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? date.plusDays(2) : date;
    }

    private String body(String matter) {
        StringBuilder text = new StringBuilder("各乡镇人民政府、街道办事处，县政府各部门：\n");
        String[] numbers = {"一", "二", "三", "四"};
        for (String number : numbers) {
            text.append("\n## ")
                    .append(number)
                    .append("、")
                    .append(pick(VERBS))
                    .append(pick(OBJECTS))
                    .append('\n');
            int paragraphs = 2 + random.nextInt(3);
            for (int i = 0; i < paragraphs; i++) {
                text.append('\n').append(paragraph(matter)).append('\n');
            }
        }
        return text.append("\n样例县人民政府办公室\n").toString();
    }

    private String paragraph(String matter) {
        StringBuilder text = new StringBuilder();
        int sentences = 2 + random.nextInt(4);
        for (int i = 0; i < sentences; i++) {
            text.append(pick(DEPARTMENTS))
                    .append("要围绕")
                    .append(matter)
                    .append("，")
                    .append(pick(VERBS));
            text.append(pick(OBJECTS))
                    .append("，")
                    .append(pick(VERBS))
                    .append(pick(MATTERS))
                    .append(pick(OBJECTS));
            text.append("，第")
                    .append(1 + random.nextInt(4))
                    .append("季度完成")
                    .append(1 + random.nextInt(90))
                    .append("项。");
        }
        return text.toString();
    }

    private String tasks(int year, String matter) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("标题: ")
                .append(year)
                .append("年")
                .append(matter)
                .append("重点任务分解表\n年度: ")
                .append(year);
        yaml.append("\n分组:\n");
        for (int i = 0; i < TASKS; i++) {
            if (i % 5 == 0) {
                yaml.append("  - 名称: ")
                        .append(pick(VERBS))
                        .append(pick(MATTERS))
                        .append("\n    任务:\n");
            }
            yaml.append("      - 要求: ")
                    .append(pick(VERBS))
                    .append(matter)
                    .append(pick(OBJECTS))
                    .append("，");
            yaml.append(pick(VERBS)).append(pick(OBJECTS)).append("。\n        责任单位: ");
            yaml.append(pick(DEPARTMENTS)).append("、").append(pick(DEPARTMENTS));
            yaml.append(i % 3 == 0 ? "，各乡镇（街道）" : "").append("\n        完成时限: ");
            yaml.append(i % 4 == 0 ? "全年" : year + "年12月底前").append('\n');
        }
        return yaml.toString();
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
