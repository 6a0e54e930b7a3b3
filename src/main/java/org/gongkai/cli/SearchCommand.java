package org.gongkai.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gongkai.SiteBuild;
import org.gongkai.model.Column;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Validity;
import org.gongkai.search.SearchAnswer;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchIndexer;
import org.gongkai.search.SearchManifest;
import org.gongkai.search.SearchQuestion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code gongkai search}: what Lucene itself answers. The search page must answer the same. */
@Command(
        name = "search",
        description = "在索引里查找，结果与网站的搜索页一致",
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n")
final class SearchCommand implements Callable<Integer> {
    private static final JsonFactory JSON = new JsonFactory();

    private final CommandLineInterface line;

    @Mixin private SourceOptions options;

    @ArgGroup(multiplicity = "1")
    private Asked asked;

    @Option(
            names = "--out",
            paramLabel = "文件夹",
            description = "已生成的网站在哪个文件夹，默认是 public：没有写 --as-of 时，按它生成的那一天查")
    private Path out = SiteFolder.USUAL;

    @Option(names = "--limit", paramLabel = "条数", description = "最多列出多少条，默认 10")
    private int limit = 10;

    @Option(names = "--offset", paramLabel = "条数", description = "跳过前面多少条，默认 0")
    private int offset;

    @Option(
            names = "--sort",
            paramLabel = "relevance|newest",
            description = "按相关程度还是按发布日期，默认 relevance")
    private Order sort = Order.relevance;

    @Option(
            names = "--filter",
            paramLabel = "项目=值",
            description =
                    "只查符合的，可以写多个。项目：publisher（发布机关）、subject（主题）、year（年份）、validity（有效性）、kind（栏目）、unit（单位的代码）")
    private List<String> filters = new ArrayList<>();

    @Option(names = "--json", description = "输出 JSON")
    private boolean json;

    @Spec private CommandSpec spec;

    /** What is looked for. */
    private static final class Asked {
        @Parameters(paramLabel = "查询", description = "要查的词，与网站搜索框的写法相同")
        private String query;

        @Option(names = "--queries", paramLabel = "文件", description = "每行一个查询的文件；每个查询输出一行 JSON")
        private Path queries;
    }

    private enum Order {
        relevance,
        newest
    }

    SearchCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, List<String>> filter = filter();
        if (limit < 1) {
            throw new WrongUsage(spec, "--limit 至少是 1。");
        }
        if (offset < 0) {
            throw new WrongUsage(spec, "--offset 不能小于 0。");
        }
        if (asked.queries != null && Files.isDirectory(asked.queries)) {
            throw new WrongUsage(spec, asked.queries + " 是文件夹。请写一个文件，每行一个查询。");
        }
        List<String> queries = List.of();
        try {
            if (asked.queries != null) {
                queries = Files.readString(asked.queries).replace("\uFEFF", "").lines().toList();
            }
        } catch (CharacterCodingException e) {
            line.err()
                    .println(
                            "文件 "
                                    + asked.queries
                                    + " 不是 UTF-8 编码，无法读取。请用记事本打开，选“另存为”，编码选“UTF-8”，再保存。");
            return CommandLineInterface.PROBLEMS;
        }
        Problems problems = new Problems();
        SearchManifest built = SearchManifest.read(out.toAbsolutePath());
        SiteBuild build =
                new SiteBuild(
                        line.generator(),
                        options.source(),
                        options.asOf(built == null ? line.today() : built.asOf()),
                        built != null && built.drafts(),
                        false);
        Column column = build.check(problems);
        if (!build.mayPublish(problems)) {
            new ProblemPrinter(line.err()).print(problems);
            line.err().println("内容有错误，无法查找。请先改正。");
            return CommandLineInterface.PROBLEMS;
        }
        try (SearchIndex index = new SearchIndexer().index(column.site())) {
            if (asked.queries == null) {
                SearchAnswer answer = index.search(question(asked.query, filter));
                if (json) {
                    line.out().println(json(answer));
                } else {
                    print(answer);
                }
            } else {
                for (String query : queries) {
                    line.out().println(json(index.search(question(query, filter))));
                }
            }
        }
        return CommandLineInterface.FINE;
    }

    private SearchQuestion question(String query, Map<String, List<String>> filter) {
        return new SearchQuestion(query, limit, offset, sort == Order.newest, filter);
    }

    private Map<String, List<String>> filter() {
        Map<String, List<String>> byField = new LinkedHashMap<>();
        for (String each : filters) {
            int equals = each.indexOf('=');
            String field = each.substring(0, Math.max(0, equals));
            if (!SearchIndex.FACETS.contains(field)) {
                throw new WrongUsage(
                        spec,
                        "不认识 --filter “"
                                + each
                                + "”。请写成 项目=值，例如 year=2023；项目可以是 "
                                + String.join("、", SearchIndex.FACETS)
                                + "。");
            }
            String value = each.substring(equals + 1);
            byField.computeIfAbsent(field, any -> new ArrayList<>())
                    .add(field.equals("validity") ? validity(value) : value);
        }
        return byField;
    }

    /** The code of a validity that is written as citizens read it, or as programs do. */
    private String validity(String written) {
        return Arrays.stream(Validity.values())
                .filter(each -> each.label().equals(written) || each.name().equals(written))
                .findFirst()
                .map(Enum::name)
                .orElseThrow(
                        () ->
                                new WrongUsage(
                                        spec,
                                        "--filter validity 的值“"
                                                + written
                                                + "”不对。可以写："
                                                + Arrays.stream(Validity.values())
                                                        .map(Validity::label)
                                                        .collect(Collectors.joining("、"))
                                                + "。"));
    }

    private static String json(SearchAnswer answer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator array = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            array.writeStartArray();
            for (SearchAnswer.Hit hit : answer.hits()) {
                array.writeStartObject();
                array.writeStringProperty("id", hit.notice().id());
                array.writeStringProperty("url", hit.notice().url());
                array.writeStringProperty("title", hit.notice().title());
                // As a double, which is what JavaScript's numbers are: bit for bit the float.
                array.writeNumberProperty("score", (double) hit.score());
                array.writeEndObject();
            }
            array.writeEndArray();
        }
        return text.toString();
    }

    private void print(SearchAnswer answer) {
        if (answer.hits().isEmpty()) {
            line.out().println("没有找到。");
            return;
        }
        line.out().println((answer.fuzzy() ? "没有完全符合的，相近的有 " : "共 ") + answer.total() + " 条：");
        int place = offset;
        for (SearchAnswer.Hit hit : answer.hits()) {
            Notice notice = hit.notice();
            String number = notice.documentNumber() == null ? "" : notice.documentNumber() + "，";
            line.out().println(++place + ". " + notice.title());
            line.out()
                    .println(
                            "   "
                                    + number
                                    + notice.publisher()
                                    + "，"
                                    + notice.publicationDate()
                                    + "，"
                                    + notice.standing().validity().label()
                                    + "，"
                                    + notice.url());
        }
    }
}
