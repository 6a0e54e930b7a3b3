package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an editor's program says by {@code schemas/} and what {@code check} says is the same: keys,
 * words, what must be there. Each file below has every key of its schema and no mistake; then one
 * thing at a time is changed, and both must see it.
 */
class SchemasTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Kept for editors to read; nothing else looks at them. */
    private static final Set<String> NOT_READ =
            Set.of(
                    "CATALOG 依据",
                    "TERMS 依据",
                    "WORKDAYS 依据",
                    "SITE 依据",
                    "PAGE 审核",
                    "PAGE 初审",
                    "PAGE 复审",
                    "PAGE 终审",
                    "PAGE 人员",
                    "PAGE 日期");

    /** A kind of file, where it stands and one with all of its keys. */
    enum Kind {
        NOTICE(
                "content/notices/2023/a.md",
                """
                标题: 样例县人民政府办公室关于做好政务公开工作的通知
                索引号: 11371524004435601F/2023-00000001
                发文字号: 样政办发〔2023〕1号
                发布机关: 样例县人民政府办公室
                主题分类: [综合政务, 政务公开]
                成文日期: 2023-09-13
                发布日期: 2023-09-14
                有效性: 有效
                统一编号: YLDR-2023-0020001
                施行日期: 2023-09-13
                有效期至: 2028-09-12
                废止: [样政办发〔2020〕3号]
                替代: [样政办发〔2020〕4号]
                修改: [样政办发〔2020〕5号]
                解读: [样政办发〔2020〕6号]
                公开属性: 主动公开
                栏目: 政策文件
                关键词: [政务公开]
                旧地址: [jiu/art_123.html]
                附件:
                  - {名称: 表, 文件: files/b.csv}
                审核:
                  初审: {人员: 赵初审, 日期: 2023-09-11}
                  复审: {人员: 钱复审, 日期: 2023-09-12}
                  终审: {人员: 孙终审, 日期: 2023-09-13}
                状态: 发布
                """),
        PAGE(
                "content/pages/zhinan.md",
                """
                标题: 样例县政府信息公开指南
                专栏: 政府信息公开指南
                顺序: 1
                发布日期: 2023-09-14
                模板: page
                附件:
                  - {名称: 表, 文件: files/b.csv}
                状态: 发布
                审核:
                  初审: {人员: 赵初审, 日期: 2023-09-11}
                  复审: {人员: 钱复审, 日期: 2023-09-12}
                  终审: {人员: 孙终审, 日期: 2023-09-13}
                公开属性: 主动公开
                """),
        TASKS(
                "content/notices/2023/a.tasks.yml",
                """
                标题: 2023年重点任务分解表
                年度: 2023
                牵头部门: 样例县人民政府办公室
                责任单位: [样例县人民政府办公室]
                完成时限: 全年
                任务:
                  - 要求: 公开指南。
                  - 序号: 1
                    要求: 规范专栏建设。
                    牵头部门: 样例县人民政府办公室
                    责任单位: 样例县人民政府办公室
                    完成时限: 2023年12月底前
                    里程碑: [{日期: 2023-08-31, 内容: 统一查询}]
                    进展: [{日期: 2023-09-15, 状态: 进行中, 说明: 已查询, 佐证: https://www.example.gov.cn/}]
                分组:
                  - 名称: 一、加强公开
                    牵头部门: 样例县人民政府办公室
                    责任单位: 样例县人民政府办公室
                    完成时限: 全年
                    任务: [{要求: 公开制度。}]
                    分组: [{任务: [{要求: 公开年报。}]}]
                """),
        UNITS(
                "content/units.yml",
                """
                单位:
                  - 名称: 样例县人民政府办公室
                    代码: zhengfuban
                    简称: [县政府办]
                    曾用名: [县政府秘书处]
                    类别: 政府办公室
                    电话: 0635-0000000
                    地址: 样例县政通路1号
                    办公时间: 工作日
                    负责人: 赵主任
                    职能: 处理日常政务
                统称:
                  - {名称: 县直各部门, 别名: [各部门], 类别: 政府办公室, 成员: [样例县人民政府办公室], 开放: false}
                """),
        CATALOG(
                "content/catalog.yml",
                """
                目录:
                  - 名称: 政策文件
                    说明: 文件
                    更新期限: 6个月
                    依据: 检查指标
                    下级: [{名称: 一}]
                    子目录: [{名称: 二}]
                    子栏目: [{名称: 三}]
                    目录: [{名称: 四}]
                    栏目: [{名称: 五}]
                    分类: [{名称: 六}]
                栏目: [{名称: 七}]
                分类: [{名称: 八}]
                """),
        TERMS("content/terms.yml", "词语: [{错: 烈土, 对: 烈士, 理由: 形近误写, 依据: 字典, 程度: 提醒, 例外: [激烈土]}]\n"),
        WAIVERS(
                "content/waivers.yml",
                """
                豁免:
                  - 文件: content/notices/2023/a.md
                    检查: 手机号
                    内容: 138****1234
                    理由: 值班专用
                    批准人: 李四
                    截止日期: 2030-12-31
                """),
        WORKDAYS(
                "content/workdays.yml",
                "年份: [{年: 2027, 依据: 通知, 放假: [2027-10-01], 补班: [2027-10-09]}]\n"),
        SITE(
                "site.yml",
                """
                名称: 样例县政府信息公开专栏
                机关: 样例县人民政府
                网址: https://www.example.gov.cn/zwgk/
                网站标识码: "3715240001"
                ICP: ICP备00000000号-1
                公安备案: {编号: 公网安备37990002000001号, 链接: "https://beian.example.cn/"}
                主办单位: 样例县人民政府办公室
                承办单位: 样例县大数据中心
                联系方式: {电话: 0635-0000000, 地址: 政通路1号, 邮编: "000000", 邮箱: a@example.cn, 办公时间: 工作日}
                找错入口: https://www.example.gov.cn/zhaocuo
                党政机关标识: https://www.example.gov.cn/biaoshi
                说明: 样例县的政府信息
                关键词: [政务公开]
                索引号格式: ".*"
                每页条数: 20
                阈值:
                  公开期限工作日: 20
                  届满提醒月数: 6
                  试行最长年数: 2
                  首页更新期限: 2周
                  提醒空白栏目: 否
                  解读期限工作日: 3
                  解读雷同百分比: 60
                  应有解读的栏目: [行政规范性文件]
                  依据: 条例
                外观: {主色: "#8f1414", 链接色: "#0b4a8f", 徽标: h.svg, 徽标说明: 样例县徽}
                网页检查: [{检查: link-name, 级别: 提醒, 理由: 正在补}]
                """);

        private final String file;
        private final String good;

        Kind(String file, String good) {
            this.file = file;
            this.good = good;
        }

        String schemaName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        JsonNode schema() {
            try {
                return JSON.readTree(
                        Files.readString(
                                TinyColumn.GENERATOR.resolve(
                                        "schemas/" + schemaName() + ".schema.json")));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** The keys at the top of the file. */
        Set<String> keys() {
            return new TreeSet<>(schema().get("properties").propertyNames());
        }

        /** What an editor's program says of a file. */
        List<String> complaints(JsonNode content) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema())
                    .validate(content)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    /** One place in a file, with what its schema says of it. */
    private record Spot(List<Object> path, JsonNode schema, boolean required) {
        String key() {
            return path.get(path.size() - 1).toString();
        }
    }

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void bothTakeAFileWithEveryKey(Kind kind) throws IOException {
        JsonNode good = read(kind.good);
        assertEquals(List.of(), kind.complaints(good));
        assertEquals(List.of(), problems(kind, good).stream().map(Problem::text).toList());
        Set<String> used = new TreeSet<>();
        spots(kind).forEach(spot -> used.add(spot.key()));
        assertEquals(new TreeSet<>(keysOf(kind.schema())), used, "every key is tried below");
    }

    @ParameterizedTest
    @EnumSource
    void bothMissTheSameKeys(Kind kind) throws IOException {
        for (Spot spot : spots(kind)) {
            JsonNode without = changed(kind, spot, null);
            boolean refused =
                    problems(kind, without).stream()
                            .anyMatch(problem -> problem.text().contains(": 错误 "));
            if (kind == Kind.PAGE && NOT_READ.contains("PAGE " + spot.key())) {
                continue;
            }
            if (kind == Kind.CATALOG || kind == Kind.TASKS && spot.path.size() == 1) {
                // Either of several keys will do there, which a schema is not asked to know.
                assertFalse(spot.required && !refused, spot.path.toString());
                continue;
            }
            assertEquals(spot.required, refused, spot.path + " " + problems(kind, without));
            assertEquals(spot.required, !kind.complaints(without).isEmpty(), spot.path.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothRefuseWhatIsNoValueForAKey(Kind kind) throws IOException {
        ArrayNode nested = JSON.createArrayNode();
        nested.addArray().addArray().add("x");
        for (Spot spot : spots(kind)) {
            JsonNode wrong = changed(kind, spot, nested);
            assertFalse(kind.complaints(wrong).isEmpty(), spot.path.toString());
            boolean read = !NOT_READ.contains(kind + " " + spot.key());
            assertEquals(
                    read,
                    !problems(kind, wrong).isEmpty(),
                    "a key of the schema that nothing reads, or one that is read: " + spot.path);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothKnowTheSameWords(Kind kind) throws IOException {
        for (Spot spot : spots(kind)) {
            if (!spot.schema.has("enum") || spot.schema.get("enum").get(0).isBoolean()) {
                continue;
            }
            List<String> words = new ArrayList<>();
            spot.schema.get("enum").forEach(word -> words.add(word.stringValue()));
            JsonNode other = changed(kind, spot, JSON.getNodeFactory().stringNode("别的词"));
            assertFalse(kind.complaints(other).isEmpty(), spot.path.toString());
            String said =
                    String.join("\n", problems(kind, other).stream().map(Problem::text).toList());
            String offered =
                    said.substring(said.indexOf("可以写：") + 4).replaceAll("。\\[[\\s\\S]*", "");
            assertEquals(
                    String.join("、", words), offered.replaceAll("（[^）]*）", ""), spot.path + said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothRefuseWhatHasTheWrongForm(Kind kind) throws IOException {
        for (Spot spot : spots(kind)) {
            if (spot.schema.has("pattern") && !NOT_READ.contains(kind + " " + spot.key())) {
                JsonNode wrong = changed(kind, spot, JSON.getNodeFactory().stringNode("不对"));
                assertFalse(kind.complaints(wrong).isEmpty(), spot.path.toString());
                assertFalse(problems(kind, wrong).isEmpty(), spot.path.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothRefuseAKeyThatThereIsNot(Kind kind) throws IOException {
        Set<List<Object>> seen = new HashSet<>();
        for (Spot spot : spots(kind)) {
            List<Object> parent = spot.path.subList(0, spot.path.size() - 1);
            if (!seen.add(parent) || NOT_READ.contains(kind + " " + spot.key())) {
                continue;
            }
            ObjectNode content = (ObjectNode) read(kind.good);
            ((ObjectNode) at(content, parent)).put("没有的键", "x");
            assertFalse(kind.complaints(content).isEmpty(), parent.toString());
            assertTrue(
                    problems(kind, content).stream()
                            .anyMatch(problem -> problem.check().equals("unknown-key")),
                    parent.toString());
        }
    }

    @Test
    void theSampleColumnKeepsToTheSchemas() throws IOException {
        Path root = TinyColumn.GENERATOR;
        List<String> complaints = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("content"))) {
            for (Path file :
                    Stream.concat(Stream.of(root.resolve("site.yml")), files).sorted().toList()) {
                Kind kind = kindOf(root.relativize(file).toString().replace('\\', '/'));
                if (kind != null) {
                    String text = Files.readString(file);
                    String yaml = kind.file.endsWith(".md") ? text.split("(?m)^---$")[1] : text;
                    kind.complaints(read(yaml)).forEach(each -> complaints.add(file + " " + each));
                }
            }
        }
        assertEquals(List.of(), complaints);
    }

    @Test
    void noticesAndPagesAreReviewedAndPublishedAlike() {
        for (String same : List.of("review", "stage", "attachment")) {
            assertEquals(
                    Kind.NOTICE.schema().at("/definitions/" + same),
                    Kind.PAGE.schema().at("/definitions/" + same));
        }
        for (String same : List.of("状态", "公开属性")) {
            assertEquals(
                    Kind.NOTICE.schema().at("/properties/" + same),
                    Kind.PAGE.schema().at("/properties/" + same));
        }
    }

    @Test
    void everyKeyIsExplainedInChinese() {
        for (Kind kind : Kind.values()) {
            for (Spot spot : spots(kind)) {
                assertTrue(
                        spot.schema.path("title").asString("").matches(".*[\\p{IsHan}].*"),
                        kind + " " + spot.path + " " + spot.schema);
            }
        }
    }

    /** VS Code is told of every schema of a YAML file, and no other. */
    @Test
    void theEditorsProgramIsToldOfTheSchemas() throws IOException {
        JsonNode settings =
                JSON.readTree(
                        Files.readString(TinyColumn.GENERATOR.resolve(".vscode/settings.json")));
        Map<String, String> told = new LinkedHashMap<>();
        settings.get("yaml.schemas")
                .properties()
                .forEach(each -> told.put(each.getKey(), each.getValue().stringValue()));
        Map<String, String> expected = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            if (kind.file.endsWith(".yml")) {
                expected.put(
                        "./schemas/" + kind.schemaName() + ".schema.json",
                        kind == Kind.TASKS ? "content/notices/*/*.tasks.yml" : kind.file);
            }
        }
        assertEquals(expected, told);
    }

    /** What a snippet writes at a tab keeps to the schemas too. */
    @Test
    void theSnippetsNameKeysAndWordsThatThereAre() throws IOException {
        String snippets =
                Files.readString(TinyColumn.GENERATOR.resolve(".vscode/gongkai.code-snippets"));
        JsonNode all = JSON.readTree(snippets);
        Set<String> known = new HashSet<>();
        for (Kind kind : List.of(Kind.NOTICE, Kind.PAGE, Kind.TASKS)) {
            known.addAll(keysOf(kind.schema()));
        }
        Pattern key = Pattern.compile("(?:^|[{ -])(\\p{IsHan}+): ");
        for (JsonNode snippet : all) {
            for (JsonNode line : snippet.get("body")) {
                key.matcher(line.stringValue())
                        .results()
                        .forEach(
                                found ->
                                        assertTrue(known.contains(found.group(1)), line::toString));
            }
        }
        for (String words : List.of("${1|有效,已修改,部分失效,失效,废止,尚未生效|}", "${1|进行中,已完成,已调整,未开始|}")) {
            assertTrue(snippets.contains(words), words);
        }
        assertEquals(
                Set.of("有效", "已修改", "部分失效", "失效", "废止", "尚未生效"),
                words(Kind.NOTICE.schema().at("/properties/有效性/enum")));
        assertEquals(
                Set.of("进行中", "已完成", "已调整", "未开始"),
                words(Kind.TASKS.schema().at("/definitions/progress/properties/状态/enum")));
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new HashSet<>();
        list.forEach(word -> words.add(word.stringValue()));
        return words;
    }

    private static Kind kindOf(String file) {
        if (file.matches("content/notices/\\d{4}/[^/]*\\.md")) {
            return Kind.NOTICE;
        }
        if (file.matches("content/pages/[^/]*\\.md")) {
            return Kind.PAGE;
        }
        if (file.endsWith(".tasks.yml")) {
            return Kind.TASKS;
        }
        return Stream.of(Kind.values())
                .filter(each -> each.file.equals(file))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode read(String yaml) {
        LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(settings).loadFromString(yaml));
    }

    /** What {@code check} says of the file in a column that is right otherwise. */
    private List<Problem> problems(Kind kind, JsonNode content) throws IOException {
        // JSON is YAML too.
        String text = JSON.writeValueAsString(content);
        TinyColumn column =
                new TinyColumn(folder)
                        .with("content/notices/2023/files/b.csv", "1\n")
                        .with("content/pages/files/b.csv", "1\n")
                        .with("assets/h.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>\n")
                        .withNotice();
        for (Kind each : Kind.values()) {
            Files.deleteIfExists(column.root().resolve(each == Kind.NOTICE ? "x" : each.file));
        }
        if (kind != Kind.UNITS) {
            column.with(Kind.UNITS.file, Kind.UNITS.good);
        }
        column.with(kind.file, kind.file.endsWith(".md") ? "---\n" + text + "\n---\n正文。\n" : text);
        Problems problems = new Problems();
        new SiteBuild(
                        TinyColumn.GENERATOR,
                        column.root(),
                        java.time.LocalDate.of(2023, 9, 20),
                        false,
                        false)
                .check(problems);
        // What is judged over the whole column is no matter of a file's form.
        Set<String> others = Set.of("relation-unknown", "category-empty", "waiver-unused");
        return problems.sorted().stream().filter(each -> !others.contains(each.check())).toList();
    }

    private static JsonNode changed(Kind kind, Spot spot, JsonNode value) {
        JsonNode content = read(kind.good);
        ObjectNode parent = (ObjectNode) at(content, spot.path.subList(0, spot.path.size() - 1));
        if (value == null) {
            parent.remove(spot.key());
        } else {
            parent.set(spot.key(), value);
        }
        return content;
    }

    private static JsonNode at(JsonNode content, List<Object> path) {
        JsonNode at = content;
        for (Object step : path) {
            at = step instanceof Integer i ? at.get(i) : at.get(step.toString());
        }
        return at;
    }

    private static List<Spot> spots(Kind kind) {
        List<Spot> spots = new ArrayList<>();
        collect(kind.schema(), kind.schema(), read(kind.good), List.of(), spots);
        return spots;
    }

    private static void collect(
            JsonNode file, JsonNode schema, JsonNode content, List<Object> path, List<Spot> spots) {
        JsonNode resolved = resolved(file, schema, content);
        if (content.isArray()) {
            for (int i = 0; i < content.size(); i++) {
                if (resolved.has("items")) {
                    collect(file, resolved.get("items"), content.get(i), with(path, i), spots);
                }
            }
            return;
        }
        for (Map.Entry<String, JsonNode> each : content.properties()) {
            JsonNode property = resolved.path("properties").path(each.getKey());
            boolean required = false;
            for (JsonNode key : resolved.path("required")) {
                required |= key.stringValue().equals(each.getKey());
            }
            List<Object> below = with(path, each.getKey());
            spots.add(new Spot(below, resolved(file, property, each.getValue()), required));
            collect(file, property, each.getValue(), below, spots);
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The part of a schema that is meant by content of this kind. */
    private static JsonNode resolved(JsonNode file, JsonNode schema, JsonNode content) {
        if (schema.has("$ref")) {
            return resolved(file, file.at(schema.get("$ref").stringValue().substring(1)), content);
        }
        if (schema.has("anyOf")) {
            for (JsonNode choice : schema.get("anyOf")) {
                JsonNode chosen = resolved(file, choice, content);
                if (content.isObject() && chosen.has("properties")
                        || content.isArray() && chosen.has("items")) {
                    ObjectNode titled = (ObjectNode) chosen.deepCopy();
                    if (schema.has("title")) {
                        titled.set("title", schema.get("title"));
                    }
                    return titled;
                }
            }
        }
        return schema;
    }

    private static Set<String> keysOf(JsonNode schema) {
        Set<String> keys = new HashSet<>();
        for (Map.Entry<String, JsonNode> each : schema.properties()) {
            if (each.getKey().equals("properties")) {
                keys.addAll(new ArrayList<>(each.getValue().propertyNames()));
            }
            if (each.getValue().isContainer()) {
                keys.addAll(keysOf(each.getValue()));
            }
        }
        for (JsonNode item : schema.isArray() ? schema : JSON.createArrayNode()) {
            keys.addAll(keysOf(item));
        }
        return keys;
    }
}
