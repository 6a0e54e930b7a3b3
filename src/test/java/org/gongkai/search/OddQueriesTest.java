package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gongkai.Browser;
import org.gongkai.BrowserPage;
import org.gongkai.InBrowser;
import org.gongkai.JavaScript;
import org.gongkai.Json;
import org.gongkai.StaticServer;
import org.gongkai.TinyColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed or pasted into the box, it is answered, and in the browser as by Lucene. */
@InBrowser
class OddQueriesTest {
    private static final int RANDOM_QUERIES = 1_500;

    private static final List<String> QUERIES =
            List.of(
                    "",
                    " ",
                    "　\t\r\n",
                    "养".repeat(10_000),
                    "养老服务".repeat(2_500),
                    "a".repeat(10_000),
                    "1".repeat(10_000),
                    "养老 ".repeat(3_333),
                    "-养老 ".repeat(2_500),
                    "\"".repeat(10_000),
                    "𠮷".repeat(5_000),
                    "养" + "𠮷".repeat(300),
                    ".*",
                    "^养老$",
                    "(养老|机构)+",
                    "[养老",
                    "养老\\",
                    "\\u0000 \\d{2,} (?<=x) $& $1 $`",
                    "{\"term\":\"养老\"}",
                    "养老\" , \"x\":\"",
                    "title:养老 AND body:机构 OR *:*",
                    "养老~2 机构^9 +服务 !名单",
                    "😀",
                    "😀养老😀 👨‍👩‍👧 🇨🇳",
                    "养\uD83D老",
                    "\uD83D",
                    "\uDE00养老",
                    "养老\uD83D",
                    "-\uD83D",
                    "\"\uD83D\uD83D\"",
                    "\"养老",
                    "养老\"",
                    "“养老 机构",
                    "”养老“ 机构",
                    "\"养老\"机构\"服务",
                    "\"\"",
                    "\"\" 养老 “”",
                    "-",
                    "--养老",
                    "- 养老",
                    "养老-机构",
                    "养老 -",
                    "-\"",
                    "-\"\"",
                    "。，、；：？！…—·《》",
                    "!@#$%^&*()_+-=[]{}|;':,./<>?`~",
                    "-养老",
                    "-养老 -机构 -服务",
                    "-\"养老服务机构\"",
                    "－“养老” −机构",
                    "-不存在的词",
                    "__proto__",
                    "constructor",
                    "toString hasOwnProperty valueOf",
                    "-__proto__ \"constructor\"",
                    "#",
                    "#2023-1",
                    "\0",
                    "养\0老",
                    "\0\0\"\0养老\0\"",
                    "\u200B养老\u200B",
                    "\u202E养老\u202C",
                    "\uFEFF养老\uFEFF",
                    "e\u0301 ﷺ ㍿ Ⅷ ① ｶﾞ",
                    "〔〕",
                    "〔2023〕号",
                    "2023 2023 2023 2023",
                    "0000 00000 1899 2100",
                    "99999999999999999999〔2023〕1",
                    "<script>alert(1)</script>",
                    "' OR 1=1 --",
                    "../../etc/passwd",
                    "%E5%85%BB%00",
                    "?q=养老&page=2#x");

    private static final List<String> PIECES =
            List.of(
                    "养老",
                    "养",
                    "服务机构",
                    "机",
                    "公租房",
                    "公共租赁住房",
                    "年",
                    "第",
                    "号",
                    "发",
                    "样政办发",
                    "2023",
                    "01",
                    "1",
                    "0",
                    "99999",
                    "zwgk",
                    "yl",
                    "a",
                    "A1",
                    "Ａ",
                    "é",
                    "①",
                    "㈱",
                    "々",
                    "〇",
                    "𠮷",
                    "\uD842",
                    "\uDFB7",
                    "😀",
                    " ",
                    " ",
                    " ",
                    "　",
                    "\u2003",
                    "\uFEFF",
                    "\u180E",
                    "\u0085",
                    "\"",
                    "“",
                    "”",
                    "„",
                    "「",
                    "』",
                    "-",
                    "－",
                    "−",
                    "–",
                    "—",
                    "〔",
                    "〕",
                    "(",
                    ")",
                    "[",
                    "]",
                    "/",
                    "\\",
                    ".",
                    "*",
                    "$",
                    "\0",
                    "\u001F",
                    "\u00A0",
                    "ﬁ",
                    "㎏",
                    "ﾊﾟ",
                    "constructor",
                    "__proto__",
                    "İ",
                    "ß",
                    "ς");

    /** Asks all; an answer that is none is the reason. */
    private static final String ASK =
            """
            (async () => {
              const {openIndex} = await import('%ssearch/client.js');
              const index = await openIndex('%<ssearch/');
              const answers = [];
              for (const query of %s) {
                try {
                  await index.suggest(query);
                  const {kind, total, hits} = await index.search(query, {facets: true});
                  answers.push({kind, total, hits: hits.map(({id, score}) => [id, score])});
                } catch (error) {
                  answers.push({kind: String(error), total: -1, hits: []});
                }
              }
              return answers;
            })()""";

    @TempDir private Path folder;

    @Test
    void compileToOnePlanInBothLanguages() {
        List<List<String>> synonyms = List.of(List.of("公租房", "公共租赁住房"), List.of("养老", "敬老"));
        Map<String, List<String>> pinyin =
                Map.of("zwgk", List.of("政务公开", "正文公开"), "yl", List.of("养老", "𠮷利 医疗"));
        String words =
                """
                {"synonyms": [["公租房", "公共租赁住房"], ["养老", "敬老"]],
                 "pinyin": {"zwgk": ["政务公开", "正文公开"], "yl": ["养老", "𠮷利 医疗"]}}""";
        List<String> queries = new ArrayList<>(QUERIES);
        queries.addAll(randomQueries().subList(0, 300));
        QueryCompiler compiler = new QueryCompiler(synonyms);
        try (JavaScript script = new JavaScript("query.js")) {
            Object options = script.json(words);
            for (String query : queries) {
                Plan plan = compiler.compile(query, word -> pinyin.getOrDefault(word, List.of()));
                assertEquals(
                        plan.json(), script.call("compile", query, options), () -> quoted(query));
            }
        }
    }

    @Test
    void areAnsweredInTheBrowserAsByLucene(Browser browser) throws IOException {
        TinyColumn column = column().build();
        assertTrue(column.published(), () -> column.problems().toString());
        List<String> queries = new ArrayList<>(QUERIES);
        queries.addAll(randomQueries());
        try (SearchIndex index = new SearchIndexer().index(column.site());
                StaticServer server = new StaticServer(column.out());
                BrowserPage page = browser.page()) {
            String all =
                    queries.stream()
                            .map(OddQueriesTest::quoted)
                            .collect(Collectors.joining(",", "[", "]"));
            List<Map<String, Object>> answers =
                    Json.objects(
                            page.open(server.url()).evaluate(ASK.formatted(server.url(), all)));
            int found = 0;
            for (int i = 0; i < queries.size(); i++) {
                SearchAnswer answer = index.search(SearchQuestion.of(queries.get(i), 10));
                String query = quoted(queries.get(i));
                assertEquals(expected(answer), actual(answers.get(i)), query);
                found += answer.hits().isEmpty() ? 0 : 1;
            }
            assertTrue(found > 50, "queries that find something: " + found);
            assertEquals(List.of(), page.complaints());
        }
    }

    private static List<String> randomQueries() {
        Random random = new Random(20261122);
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < RANDOM_QUERIES; i++) {
            StringBuilder query = new StringBuilder();
            for (int pieces = 1 + random.nextInt(i % 50 == 0 ? 150 : 12); pieces > 0; pieces--) {
                query.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            queries.add(query.toString());
        }
        return queries;
    }

    private TinyColumn column() {
        TinyColumn column =
                new TinyColumn(folder).with("content/synonyms.txt", "公租房=公共租赁住房\n养老=敬老\n");
        List<String> bodies =
                List.of("养老服务机构名单，2023年第1期。", "服务机构提供敬老服务，见zwgk。", "公共租赁住房a1，𠮷利。", "公租房，第99999号。");
        for (int i = 0; i < bodies.size(); i++) {
            column.withNotice(
                    "2023/n" + i,
                    "00000001",
                    "0000000" + i,
                    "〔2023〕1号",
                    "〔2023〕" + (i + 1) + "号",
                    "请认真贯彻执行。",
                    bodies.get(i));
        }
        return column;
    }

    private static String expected(SearchAnswer answer) {
        String hits =
                answer.hits().stream()
                        .map(hit -> "\n" + hit.notice().id() + " " + (double) hit.score())
                        .collect(Collectors.joining());
        return (answer.fuzzy() ? "fuzzy " : "exact ") + answer.total() + hits;
    }

    private static String actual(Map<String, Object> answer) {
        StringBuilder text = new StringBuilder(answer.get("kind") + " " + answer.get("total"));
        for (Object each : (List<?>) answer.get("hits")) {
            List<?> hit = (List<?>) each;
            text.append("\n").append(hit.get(0)).append(" ");
            text.append(((Number) hit.get(1)).doubleValue());
        }
        return text.toString();
    }

    /** As a script writes it; halves of surrogate pairs, too. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(
                        unit ->
                                unit >= ' ' && unit < 0x7f && unit != '"' && unit != '\\'
                                        ? Character.toString(unit)
                                        : "\\u%04x".formatted(unit))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
