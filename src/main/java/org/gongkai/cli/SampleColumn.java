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
 * table of 20 tasks, one in ten is repealed by a later one. Words are as common and as rare as in
 * real notices, for benchmarks.
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
    private static final String OFFICE = "样例县人民政府办公室";
    private static final List<String> CODES = List.of("样政发", "样政办发", "样政办字", "样财发", "样教体发", "样住建字");
    private static final List<String> KINDS = List.of("通知", "通知", "通知", "意见", "公告", "实施方案", "批复");
    private static final List<String> OBJECTS =
            List.of(
                    "工作机制", "信息公开", "日常监管", "服务流程", "政策解读", "资金管理", "责任落实", "检查考核", "档案管理", "宣传引导",
                    "队伍建设", "隐患排查", "公众参与", "部门协作", "数据更新");

    private final int notices;
    private final Random random = new Random(20230913);
    private final SampleWords vocabulary = SampleWords.read();

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
        int year = yearOf(i);
        LocalDate date = weekday(LocalDate.of(year, 1, 1).plusDays(random.nextInt(330)));
        String matter = pick(MATTERS);
        String publisher = random.nextInt(5) < 2 ? OFFICE : pick(DEPARTMENTS);
        SampleWords words = vocabulary.of(matter, random);
        String name = String.format("n%06d", i);
        Path folder = Files.createDirectories(content.resolve("notices/" + year));
        StringBuilder text = new StringBuilder("---\n");
        text.append("标题: ").append(publisher).append("关于").append(words.title());
        text.append(matter).append(pick(OBJECTS)).append("的").append(pick(KINDS)).append('\n');
        text.append("索引号: ")
                .append(String.format("%s/%d-%08d", CREDIT_CODE, year, i + 1))
                .append('\n');
        text.append("发文字号: ").append(documentNumber(i)).append('\n');
        text.append("发布机关: ").append(publisher).append('\n');
        text.append("主题分类: [\"")
                .append(pick(SUBJECTS))
                .append("\", \"")
                .append(pick(SUBJECTS))
                .append("\"]\n");
        text.append("成文日期: ").append(date).append("\n发布日期: ").append(date.plusDays(1)).append('\n');
        if (i % 10 == 9 && yearOf(i - 9) < year) {
            text.append("废止: [").append(documentNumber(i - 9)).append("]\n");
        }
        text.append("公开属性: 主动公开\n关键词: [").append(matter).append("]\n审核:\n");
        text.append("  初审: {人员: 甲, 日期: ").append(date).append("}\n");
        text.append("  复审: {人员: 乙, 日期: ").append(date).append("}\n");
        text.append("  终审: {人员: 丙, 日期: ").append(date).append("}\n---\n");
        text.append(body(matter, words)).append('\n').append(publisher).append("\n\n");
        text.append(date.getYear()).append("年").append(date.getMonthValue()).append("月");
        text.append(date.getDayOfMonth()).append("日\n");
        Files.writeString(folder.resolve(name + ".md"), text);
        if (i % 5 == 0) {
            Files.writeString(folder.resolve(name + ".tasks.yml"), tasks(year, matter, words));
        }
    }

    private int yearOf(int i) {
        return FIRST_YEAR + (int) ((long) i * YEARS / notices);
    }

    private String documentNumber(int i) {
        return CODES.get(i % CODES.size()) + "〔" + yearOf(i) + "〕" + (i + 1) + "号";
    }

    private static LocalDate weekday(LocalDate date) {
        boolean weekend =
                date.getDayOfWeek() == DayOfWeek.SATURDAY
                        || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? date.plusDays(2) : date;
    }

    private String body(String matter, SampleWords words) {
        StringBuilder text = new StringBuilder("各乡镇人民政府、街道办事处，县政府各部门：\n\n");
        text.append("为").append(words.clause()).append("，现就").append(matter);
        text.append("有关事项通知如下。\n");
        int sections = 4 + random.nextInt(5);
        for (int i = 0; i < sections; i++) {
            text.append("\n## ").append("一二三四五六七八".charAt(i)).append("、");
            text.append(words.clause()).append('\n');
            int paragraphs = 2 + random.nextInt(4);
            for (int j = 0; j < paragraphs; j++) {
                text.append('\n').append(paragraph(matter, words)).append('\n');
            }
        }
        return text.toString();
    }

    private String paragraph(String matter, SampleWords words) {
        StringBuilder text = new StringBuilder();
        int sentences = 2 + random.nextInt(4);
        for (int i = 0; i < sentences; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(pick(DEPARTMENTS)).append("要围绕").append(matter).append("，");
                case 1 -> text.append("在").append(words.place()).append("，");
                case 2 -> text.append("第").append(1 + random.nextInt(4)).append("季度");
                default -> text.append("对").append(words.things()).append("，");
            }
            text.append(words.clause()).append("，").append(words.clause());
            if (random.nextInt(3) == 0) {
                text.append("，完成").append(1 + random.nextInt(900)).append("项");
            }
            text.append("。");
        }
        return text.toString();
    }

    private String tasks(int year, String matter, SampleWords words) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("标题: ").append(year).append("年").append(matter);
        yaml.append("重点任务分解表\n年度: ").append(year).append("\n分组:\n");
        for (int i = 0; i < TASKS; i++) {
            if (i % 5 == 0) {
                yaml.append("  - 名称: ").append(words.clause()).append("\n    任务:\n");
            }
            yaml.append("      - 要求: ").append(words.clause()).append("，");
            yaml.append(words.clause()).append("。\n        责任单位: ");
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
