package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Somebody who edits a column without a plan, and does to its site and its cache what may befall
 * them. The same seed gives the same edits.
 */
final class RandomEdits {
    private static final List<String> NOTICES =
            List.of("2022/a", "2022/b", "2023/a", "2023/b", "2023/关于公开", "2024/I");
    private static final List<String> TEMPLATES =
            List.of("list.ftlh", "notice.ftlh", "layout.ftlh", "timeline.ftlh", "unit.ftlh");

    private final Random random;
    private final Path root;
    private final Path out;
    private final Path cache;
    private final Path savedCache;
    private final Path good;
    private LocalDate asOf = LocalDate.of(2024, 3, 1);
    private boolean drafts;
    private boolean goodDrafts;
    private boolean careful = true;

    /** One kind of edit. */
    private record Edit(String name, Runnable doing) {}

    private final List<Edit> edits =
            List.of(
                    new Edit("write notice", this::writeNotice),
                    new Edit("write notice", this::writeNotice),
                    new Edit("write notice", this::writeNotice),
                    new Edit("change a word", this::changeWord),
                    new Edit("change a word", this::changeWord),
                    new Edit("write tasks", this::writeTasks),
                    new Edit("write tasks", this::writeTasks),
                    new Edit("delete notice", this::deleteNotice),
                    new Edit("rename notice", this::renameNotice),
                    new Edit("write page", this::writePage),
                    new Edit("write attachment", this::writeAttachment),
                    new Edit("write units", this::writeUnits),
                    new Edit("write catalog", this::writeCatalog),
                    new Edit("write settings", this::writeSettings),
                    new Edit("write lists of words", this::writeWords),
                    new Edit("write template", this::writeTemplate),
                    new Edit("write asset", this::writeAsset),
                    new Edit("another day", this::moveDay),
                    new Edit("drafts", () -> drafts = !drafts),
                    new Edit("nothing", () -> {}),
                    new Edit("damage cache", this::damageCache),
                    new Edit("damage index", this::damageIndex),
                    new Edit("muddle spare site", this::muddleSpareSite),
                    new Edit("old cache", this::swapCache),
                    new Edit("damage site", this::damageSite),
                    new Edit("take site away", this::takeSiteAway));

    /**
     * @param root the column's folder
     * @param out its site
     */
    RandomEdits(long seed, Path root, Path out) {
        this.random = new Random(seed);
        this.root = root;
        this.out = out;
        this.cache = out.resolveSibling(".public.gongkai-cache");
        this.savedCache = out.resolveSibling("saved");
        this.good = out.resolveSibling("good");
        writeUnits();
        NOTICES.stream().limit(4).forEach(this::writeNotice);
        keep();
        careful = false;
    }

    LocalDate asOf() {
        return asOf;
    }

    boolean drafts() {
        return drafts;
    }

    /** Edits something; gives what it was. */
    String edit() {
        Edit edit = one(edits);
        edit.doing.run();
        return edit.name;
    }

    /** Remembers the column, which could be built. */
    void keep() {
        delete(good);
        copy(root, good);
        goodDrafts = drafts;
    }

    /** Mostly undoes what was done since it could last be built. */
    String mend() {
        if (random.nextInt(4) == 0) {
            return edit();
        }
        delete(root);
        copy(good, root);
        drafts = goodDrafts;
        return "undo";
    }

    private static void copy(Path from, Path to) {
        new BuiltSite(from)
                .files()
                .forEach(file -> write(to.resolve(file), bytes(from.resolve(file))));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String one(String... of) {
        return one(List.of(of));
    }

    /** The text one time in so many, else nothing. */
    private String seldom(int times, String text) {
        return !careful && random.nextInt(times) == 0 ? text : "";
    }

    private String number(String id) {
        return "样政办发〔" + id.substring(0, 4) + "〕" + (NOTICES.indexOf(id) + 1) + "号";
    }

    private void writeNotice() {
        writeNotice(one(NOTICES));
    }

    private void writeNotice(String id) {
        String other = existing();
        String year = id.substring(0, 4);
        String text =
                "---\n标题: 样例县人民政府办公室关于"
                        + one("政务公开", "防汛", "医疗保险")
                        + one("工作", "要点")
                        + "的通知\n索引号: 11371524004435601F/"
                        + year
                        + "-0000000"
                        + (NOTICES.indexOf(id) + 1)
                        + "\n发文字号: "
                        + number(id)
                        + "\n发布机关: "
                        + one("样例县人民政府办公室", "县财政局", "某某局")
                        + "\n主题分类: "
                        + one("[综合政务, 政务公开]", "[财政]", "综合政务；卫生")
                        + "\n成文日期: "
                        + year
                        + one("-09-13", "-10-08")
                        + "\n发布日期: "
                        + year
                        + one("-10-09", "-10-10", "-11-01")
                        + seldom(12, "x")
                        + seldom(
                                3, "\n" + one("废止", "替代", "修改", "解读") + ": [" + number(other) + "]")
                        + seldom(4, "\n有效期至: " + one("2024-02-28", "2024-03-05", "2027-01-01"))
                        + seldom(5, "\n施行日期: 2024-03-03")
                        + seldom(3, "\n栏目: " + one("政策文件", "财政信息", "没有的栏目"))
                        + seldom(4, "\n状态: 草稿")
                        + seldom(8, "\n公开属性: 依申请公开")
                        + seldom(
                                exists(year, "a.csv") ? 2 : 15,
                                "\n附件: [{名称: 申请表, 文件: files/a.csv}]")
                        + "\n审核:\n  初审: {人员: 赵初审, 日期: 2022-01-11}\n"
                        + "  复审: {人员: 钱复审, 日期: 2022-01-12}\n  终审: {人员: 孙终审, 日期: 2022-01-13}\n"
                        + "---\n各镇人民政府：\n\n"
                        + one("请认真贯彻执行。", "请按照要求落实。", "请遵照办理。")
                        + seldom(12, "加强烈土保护。")
                        + seldom(2, "\n\n参见[另一份](../" + other + ".md)。")
                        + seldom(exists(year, "b.txt") ? 2 : 15, "\n\n[下载](files/b.txt)")
                        + seldom(3, "\n\n## 一、" + one("总体要求", "工作任务") + "\n\n略。")
                        + seldom(9, "\n\n见[单位](/units/caizhengju/)和[这里](/units/lead/)。")
                        + seldom(9, "\n\n联系人手机 13812345678。")
                        + seldom(9, "\n\n<u onclick=x>下划线</u>")
                        + "\n";
        write("content/notices/" + id + ".md", text);
    }

    /** A notice that there is, if any; else another one. */
    private String existing() {
        List<String> all =
                NOTICES.stream()
                        .filter(id -> Files.exists(root.resolve("content/notices/" + id + ".md")))
                        .toList();
        return all.isEmpty() ? NOTICES.get(0) : one(all);
    }

    private boolean exists(String year, String file) {
        return Files.exists(root.resolve("content/notices/" + year + "/files/" + file));
    }

    private void changeWord() {
        String id = existing();
        Path file = root.resolve("content/notices/" + id + ".md");
        if (Files.exists(file)) {
            String[][] words = {
                {"认真", "切实"},
                {"切实", "认真"},
                {"通知", "意见"},
                {"09-13", "09-12"},
                {"状态: 草稿", "状态: 发布"},
                {"\n\n请", "\n\n\n请"},
                {"有效期至: 2027", "有效期至: 2026"}
            };
            String[] word = words[random.nextInt(words.length)];
            write("content/notices/" + id + ".md", read(file).replace(word[0], word[1]));
        }
    }

    private void writeTasks() {
        String id = existing();
        if (random.nextInt(5) == 0) {
            delete(root.resolve("content/notices/" + id + ".tasks.yml"));
            return;
        }
        write(
                "content/notices/" + id + ".tasks.yml",
                "标题: 任务分解表\n任务:\n  - {要求: "
                        + one("公开预算", "公开决算")
                        + ", 牵头部门: "
                        + one("县财政局", "县卫健局", "样例县人民政府办公室")
                        + ", 责任单位: "
                        + one("各镇街", "县直有关部门", "县财正局", "县卫健局、各镇街")
                        + ", 完成时限: "
                        + one("2024年3月2日前", "2024年12月底前", "全年", "尽快")
                        + "}\n  - 要求: 要求二\n    责任单位: 各镇街\n    进展:\n      - {日期: 2024-02-01, 状态: "
                        + one("进行中", "已完成", "已完成" + seldom(4, "了"))
                        + ", 说明: 已安排"
                        + seldom(2, ", 佐证: ../" + existing())
                        + "}\n");
    }

    private void deleteNotice() {
        String id = existing();
        delete(root.resolve("content/notices/" + id + ".md"));
        delete(root.resolve("content/notices/" + id + ".tasks.yml"));
    }

    private void renameNotice() {
        String from = existing();
        String to = one(NOTICES);
        for (String extension : List.of(".md", ".tasks.yml")) {
            Path file = root.resolve("content/notices/" + from + extension);
            if (Files.exists(file) && !from.equals(to)) {
                write("content/notices/" + to + extension, read(file));
                delete(file);
            }
        }
    }

    private void writePage() {
        String name = one("zhinan", "wuzhangai");
        if (random.nextInt(3) == 0) {
            delete(root.resolve("content/pages/" + name + ".md"));
            return;
        }
        write(
                "content/pages/" + name + ".md",
                "---\n标题: "
                        + one("政府信息公开指南", "无障碍说明", "关于本站")
                        + seldom(4, "\n状态: 草稿")
                        + "\n---\n说明"
                        + one("一", "二")
                        + "，参见[通知](../notices/"
                        + existing()
                        + ".md)。\n");
    }

    private void writeAttachment() {
        String file =
                "content/notices/"
                        + one("2022", "2023", "2024")
                        + "/files/"
                        + one("a.csv", "b.txt");
        if (random.nextInt(4) == 0) {
            delete(root.resolve(file));
        } else {
            write(file, one("甲", "乙", "甲乙", "甲\n乙\n") + seldom(8, "13812345678"));
        }
    }

    private void writeUnits() {
        write(
                "content/units.yml",
                "单位:\n"
                        + seldom(3, "  - {名称: 县新设局, 代码: xinsheju, 类别: 政府部门}\n")
                        + "  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室"
                        + seldom(2, ", 电话: 0635-000000" + random.nextInt(3))
                        + "}\n  - {名称: 县财政局, 代码: caizhengju, 类别: 政府部门"
                        + seldom(2, ", 电话: 0635-000000" + random.nextInt(3))
                        + seldom(4, ", 简称: [财政局]")
                        + "}\n"
                        + seldom(2, "  - {名称: 县卫生健康局, 简称: [县卫健局], 代码: weijianju, 类别: 政府部门}\n")
                        + "  - {名称: 甲镇, 代码: jiazhen, 类别: 乡镇}\n"
                        + seldom(2, "统称:\n  - {名称: 各镇街, 类别: [乡镇, 街道]}\n"));
    }

    private void writeCatalog() {
        if (random.nextInt(4) == 0) {
            delete(root.resolve("content/catalog.yml"));
        } else {
            write(
                    "content/catalog.yml",
                    "- 名称: 政策文件\n"
                            + seldom(2, "  说明: 各类文件。\n")
                            + seldom(2, "  更新期限: 6个月\n")
                            + "- 名称: "
                            + one("财政信息", "预算决算")
                            + "\n");
        }
    }

    private void writeSettings() {
        if (random.nextInt(4) == 0) {
            delete(root.resolve("site.yml"));
        } else {
            write(
                    "site.yml",
                    "名称: "
                            + one("样例县", "样例县人民政府")
                            + "政府信息公开专栏\n网站标识码: \"3715240001\"\n主办单位: 样例县人民政府办公室\n"
                            + seldom(2, "网址: " + one("https://a.example/", "https://b.example/gk/"))
                            + "\n"
                            + seldom(3, "每页条数: 25\n")
                            + seldom(3, "阈值:\n  公开期限工作日: 1\n")
                            + seldom(3, "外观:\n  主色: \"#8f1414\"\n")
                            + seldom(3, "网页检查:\n  - {检查: meta-tags, 级别: 提醒, 理由: 正在补}\n"));
        }
    }

    private void writeWords() {
        switch (random.nextInt(4)) {
            case 0 -> write("content/terms.yml", "词语:\n  - {错: 烈土, 对: 烈士}\n");
            case 1 -> delete(root.resolve("content/terms.yml"));
            case 2 -> write("content/synonyms.txt", one("医保=医疗保险\n", "医保=医疗保险=基本医疗保险\n"));
            default ->
                    write(
                            "content/waivers.yml",
                            "豁免:\n  - 文件: content/notices/2023/a.md\n    检查: 手机号\n"
                                    + "    内容: 138****5678\n    理由: 值班\n    批准人: 张三\n    截止日期: "
                                    + one("2024-02-01", "2026-12-31")
                                    + "\n");
        }
    }

    private void writeTemplate() {
        String name = one(TEMPLATES);
        if (random.nextInt(2) == 0) {
            delete(root.resolve("templates"));
            return;
        }
        String text = read(TinyColumn.GENERATOR.resolve("templates").resolve(name));
        write(
                "templates/" + name,
                switch (random.nextInt(5)) {
                    case 0 -> text.replace("<h1", "<h1 class=\"own\"");
                    case 1 -> text.replace("<#list", "<!-- ${site.notices?size} --><#list");
                    case 2 -> text.replace("</h1>", "</h1><p>${published_notices?size}</p>");
                    case 3 -> text + "${nichts.da}";
                    default -> text.replace("</ul>", "</ul><p>${asOf} ${noticeByUrl?size}</p>");
                });
    }

    private void writeAsset() {
        switch (random.nextInt(3)) {
            case 0 -> delete(root.resolve("assets"));
            case 1 -> write("assets/eigenes.txt", one("eins", "zwei"));
            default ->
                    write(
                            "assets/css/site.css",
                            read(TinyColumn.GENERATOR.resolve("assets/css/site.css"))
                                    + one("", "\nh1 { margin: 0 }\n", "\nh1 { color: #ccc }\n"));
        }
    }

    private void moveDay() {
        asOf = asOf.plusDays(random.nextInt(5) - 1);
    }

    private void takeSiteAway() {
        delete(out);
    }

    private void damageCache() {
        damage(cache);
    }

    private void damageIndex() {
        List<Path> files = filesBelow(beside("-index"));
        if (!files.isEmpty()) {
            damage(one(files));
        }
    }

    private void damage(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        byte[] bytes = bytes(file);
        switch (bytes.length == 0 ? 0 : random.nextInt(3)) {
            case 0 -> delete(file);
            case 1 -> write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            default -> {
                bytes[random.nextInt(bytes.length)] ^= 1;
                write(file, bytes);
            }
        }
    }

    /** Does what a build leaves that was killed while it put the next site together, and worse. */
    private void muddleSpareSite() {
        List<Path> files = filesBelow(beside("-site"));
        if (files.isEmpty()) {
            return;
        }
        Path file = one(files);
        byte[] other = bytes(one(files));
        switch (random.nextInt(4)) {
            case 0 -> delete(beside("-site"));
            case 1 -> delete(file.getParent());
            case 2 -> write(file.resolveSibling("mehr/mehr.html"), other);
            default -> {
                delete(file);
                write(one(List.of(file, file.resolve("index.html"))), other);
            }
        }
    }

    private Path beside(String end) {
        return cache.resolveSibling(cache.getFileName() + end);
    }

    private static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cache of another state than that of the site, as a build leaves it that was killed. */
    private void swapCache() {
        byte[] before = Files.exists(savedCache) ? bytes(savedCache) : null;
        if (Files.exists(cache)) {
            write(savedCache, bytes(cache));
        }
        if (before != null) {
            write(cache, before);
        }
    }

    private void damageSite() {
        List<Path> files =
                new BuiltSite(out)
                        .files().stream()
                                .filter(
                                        file ->
                                                !file.equals("index.html")
                                                        && !file.startsWith("data/"))
                                .map(out::resolve)
                                .toList();
        if (files.isEmpty()) {
            return;
        }
        Path one = one(files);
        Path other = one(files);
        switch (random.nextInt(4)) {
            case 0 -> delete(one);
            case 1 -> write(one, read(one).replaceFirst("[a-z]", "#"));
            case 2 -> write(one, bytes(other));
            default -> write(one, new byte[0]);
        }
    }

    private void write(String file, String text) {
        write(root.resolve(file), text);
    }

    private static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static void delete(Path path) {
        if (Files.exists(path)) {
            try (Stream<Path> walk = Files.walk(path)) {
                for (Path each : new ArrayList<>(walk.sorted(Comparator.reverseOrder()).toList())) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
