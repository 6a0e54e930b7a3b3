package org.gongkai.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.model.CollectiveName;
import org.gongkai.model.Similar;
import org.gongkai.model.Unit;
import org.gongkai.sources.Precedents;
import org.gongkai.sources.Slugs;
import org.gongkai.sources.TitleYear;

/**
 * Writes files for an editor to start from: what the column and the calendar tell is filled in, the
 * rest is left empty, so that {@code check} asks for it. All are drafts, and none replaces a file.
 */
public final class Skeletons {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

    /** Names of devices, which Windows gives to no file. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d");

    private static final Pattern FILE =
            Pattern.compile("(?:.*[/\\\\])?([^/\\\\]+?)(?:\\.tasks\\.yml|\\.md)");

    private static final Pattern ISSUED = Pattern.compile(".*关于(?:印发|公布|发布)(.+?)的(?:通知|公告|决定)");
    private static final int UNITS_SHOWN = 3;

    /**
     * What is known of a new notice.
     *
     * @param title 标题, or null
     * @param publisher 发布机关, or null
     * @param category 栏目, or null
     * @param subjects 主题分类
     */
    public record Known(String title, String publisher, String category, List<String> subjects) {
        public Known {
            subjects = List.copyOf(subjects);
        }
    }

    private final Path column;
    private final Precedents precedents;
    private final LocalDate today;

    /**
     * @param column the folder of the column
     * @param precedents what it holds already
     * @param today the day that is written as 成文日期 and 发布日期
     */
    public Skeletons(Path column, Precedents precedents, LocalDate today) {
        this.column = column;
        this.precedents = precedents;
        this.today = today;
    }

    /** Whether it can be a name of a file and an address anywhere. */
    public static boolean isGoodName(String name) {
        return NAME.matcher(name).matches() && !DEVICE.matcher(name).matches();
    }

    /**
     * A good name made from what was typed: 工作要点 → {@code gongzuoyaodian}. Of the path of a file,
     * which some people type, the file's own name is meant.
     */
    public static String nameFrom(String typed) {
        Matcher file = FILE.matcher(typed);
        String meant = file.matches() ? file.group(1) : typed;
        String slug = isGoodName(meant) ? meant : new Slugs().of(meant);
        return isGoodName(slug) ? slug : slug + "-1";
    }

    /** Where a notice goes, in the column. */
    public static Path noticePlace(String name, int year) {
        return Path.of("content/notices/" + year, name + ".md");
    }

    /** Where a page goes, in the column. */
    public static Path pagePlace(String name) {
        return Path.of("content/pages", name + ".md");
    }

    /** Writes {@code content/notices/<year>/<name>.md} and returns its place in the column. */
    public Path notice(String name, int year, Known known) throws IOException, ImportFailure {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "标题", known.title);
        put(fields, "发布机关", known.publisher);
        put(fields, "栏目", known.category);
        if (known.publisher != null) {
            precedents
                    .nextIndexNumber(known.publisher, year)
                    .ifPresent(number -> fields.put("索引号", number));
        }
        fields.put("成文日期", today.toString());
        fields.put("发布日期", today.toString());
        String text =
                NoticeMarkdown.frontMatter(
                        "由 gongkai new 生成。请核对日期，补上“请填写”的各项，在第二行“---”下面写正文，写好后删去“状态: 草稿”。",
                        fields,
                        known.subjects,
                        List.of(),
                        offers(known, year));
        return write(noticePlace(name, year), text);
    }

    /** Keys that not every notice has, as comments. */
    private List<String> offers(Known known, int year) {
        List<String> offers = new ArrayList<>();
        offers.add("下面各项，用得到的去掉行首的“# ”再填写，用不到的删去：");
        String start =
                known.publisher == null
                        ? "×政办发"
                        : precedents.documentNumberStart(known.publisher).orElse("×政办发");
        offers.add("发文字号: " + start + "〔" + year + "〕×号");
        if (known.subjects.isEmpty()) {
            offers.add("主题分类: [综合政务, 政务公开]");
        }
        if (known.category == null) {
            offers.add("栏目: content/catalog.yml 里的一个名称");
        }
        offers.add("施行日期: " + today);
        offers.add("有效期至: " + today.plusYears(5));
        offers.add("废止: [" + start + "〔" + (year - 5) + "〕×号]");
        offers.add("附件: [{名称: 申请表, 文件: files/shenqingbiao.docx}]");
        return offers;
    }

    /** Writes the task table of a notice and returns its place in the column. */
    public Path tasks(Precedents.Former notice) throws IOException, ImportFailure {
        String title = notice.title() == null ? "" : notice.title();
        Matcher issued = ISSUED.matcher(title);
        String about = issued.matches() ? issued.group(1).replaceAll("[《》]", "") : "";
        Optional<String> year = TitleYear.in(title).map(String::valueOf);
        StringBuilder yaml = new StringBuilder();
        yaml.append("# 由 gongkai new 生成。照文件原文填写，一项任务写一个“- 要求:”；用不到的行删去。\n");
        offeredUnits().forEach(line -> yaml.append("# ").append(line).append('\n'));
        yaml.append("标题: ").append(YamlText.value(about + "任务分解表")).append('\n');
        yaml.append("年度: ").append(year.orElse(notice.id().substring(0, 4))).append('\n');
        yaml.append(
                """
                分组:
                  - 名称: # 例如 一、加强政策公开
                    牵头部门: # 写在分组上，对下面没有另写的每一项都有效
                    任务:
                      - 要求: # 请填写：这项任务要做什么
                        责任单位: # 例如 各镇街、县直各部门
                        完成时限: # 例如 %d年12月底前、全年
                """
                        .formatted(today.getYear()));
        return write(Path.of("content/notices", notice.id() + ".tasks.yml"), yaml.toString());
    }

    private List<String> offeredUnits() {
        List<String> units =
                precedents.units().units().stream().map(Unit::name).limit(UNITS_SHOWN).toList();
        List<String> collectives =
                precedents.units().collectives().stream().map(CollectiveName::name).toList();
        List<String> lines = new ArrayList<>();
        if (!units.isEmpty()) {
            lines.add("单位写名录（content/units.yml）里的名称，例如 " + String.join("、", units) + "。");
        }
        if (!collectives.isEmpty()) {
            lines.add("统称有：" + String.join("、", collectives) + "。");
        }
        return lines;
    }

    /** Writes {@code content/pages/<name>.md} and returns its place in the column. */
    public Path page(String name, String title) throws IOException, ImportFailure {
        String text =
                "---\n"
                        + "# 由 gongkai new 生成。请在第二行“---”下面写正文，写好后删去“状态: 草稿”。\n"
                        + ("标题: " + (title == null ? "# 请填写：网页的标题" : YamlText.value(title)) + "\n")
                        + ("发布日期: " + today + "\n")
                        + "# 要成为导航里那一项的入口，去掉下一行行首的“# ”，填政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报、依申请公开之一：\n"
                        + "# 专栏: 政府信息公开指南\n"
                        + "状态: 草稿\n"
                        + "---\n\n";
        return write(pagePlace(name), text);
    }

    /**
     * The notice that is meant by {@code name} or {@code year/name}.
     *
     * @throws ImportFailure where there is none or more than one
     */
    public Precedents.Former noticeCalled(String typed) throws ImportFailure {
        List<Precedents.Former> found =
                precedents.notices().stream()
                        .filter(each -> each.id().equals(typed) || each.id().endsWith("/" + typed))
                        .toList();
        if (found.size() > 1) {
            throw new ImportFailure(
                    "有 "
                            + found.size()
                            + " 份公开信息都叫“"
                            + typed
                            + "”。请写上年份："
                            + String.join("、", found.stream().map(Precedents.Former::id).toList())
                            + "。");
        }
        if (found.isEmpty()) {
            List<String> nearest = nearest(typed);
            throw new ImportFailure(
                    "没有叫“"
                            + typed
                            + "”的公开信息。"
                            + (nearest.isEmpty()
                                    ? "任务分解表要放在公开信息旁边，请先运行 gongkai new notice " + typed + "。"
                                    : "是不是“" + nearest.get(0) + "”？"));
        }
        return found.get(0);
    }

    private List<String> nearest(String typed) {
        Stream<String> ids = precedents.notices().stream().map(Precedents.Former::id);
        return Similar.nearest(
                typed, ids.map(id -> typed.contains("/") ? id : id.substring(5)).toList(), 1);
    }

    private static void put(Map<String, String> fields, String key, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(key, value.strip());
        }
    }

    /**
     * @throws ImportFailure where the column has such a file: it is not replaced
     */
    public void requireFree(Path place) throws ImportFailure {
        if (Files.exists(column.resolve(place))) {
            throw new ImportFailure(
                    place.toString().replace('\\', '/') + " 已经存在，没有改动它。请另起一个名称，或者直接打开它修改。");
        }
    }

    private Path write(Path place, String text) throws IOException, ImportFailure {
        requireFree(place);
        Path file = column.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        return place;
    }
}
