package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.Browser;
import org.gongkai.BrowserPage;
import org.gongkai.InBrowser;
import org.gongkai.Json;
import org.gongkai.SiteBuild;
import org.gongkai.StaticServer;
import org.gongkai.TinyColumn;
import org.gongkai.cli.CommandLineInterface;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The claim of the search: for every query, the published client finds in Chromium, on the
 * published files, the documents that Lucene finds on its index, in the same order and with the
 * same bits of each score.
 */
@InBrowser
class LuceneParityTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int QUESTIONS = 2_000;
    private static final int FEW = 300;
    private static final Tiering SMALL = new Tiering(16, 4, 8, false);

    private static final Tiering WHOLE = new Tiering(64, 32, 64, true);

    /**
     * Asks all, and gives of each answer what Lucene's must equal. Each file is fetched once: it is
     * answers that are compared here, not the network.
     */
    private static final String ASK =
            """
            (async () => {
              const {openIndex} = await import('%ssearch/client.js');
              const kept = new Map();
              const keep = async (url) => {
                const response = await fetch(url);
                return [await response.arrayBuffer(), response.status];
              };
              const index = await openIndex('%<ssearch/', {fetch: async (url) => {
                if (!kept.has(url)) kept.set(url, keep(url));
                const [body, status] = await kept.get(url);
                return new Response(body, {status});
              }});
              const answers = [];
              for (const {query, ...options} of %s) {
                const {kind, total, totalIsExact, hits} = await index.search(query, options);
                answers.push({kind, total: totalIsExact ? total : -1,
                  hits: hits.map(({id, url, title, score}) => [id, url, title, score])});
              }
              return answers;
            })()""";

    @TempDir private Path folder;

    @Test
    void onTheSampleColumn(Browser browser) throws IOException {
        assertParity(browser, TinyColumn.GENERATOR, Tiering.of(28), QUESTIONS);
        assertParity(browser, TinyColumn.GENERATOR, SMALL, FEW);
    }

    @Test
    void onTheRealColumn(Browser browser) throws IOException {
        Path column = TinyColumn.GENERATOR.resolveSibling("shared/real-column");
        assumeTrue(Files.isDirectory(column.resolve("content")), "no real column here");
        assertParity(browser, column, WHOLE, QUESTIONS);
    }

    @Test
    void onTwoThousandNoticesWholeAndInTiers(Browser browser) throws IOException {
        Path column = folder.resolve("column");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        new CommandLineInterface(TinyColumn.GENERATOR, Clock.systemUTC(), nowhere, nowhere)
                .run("sample", "--notices", "2000", "--out", column.toString());
        assertParity(browser, column, WHOLE, FEW);
        assertParity(browser, column, new Tiering(64, 32, 64, false), QUESTIONS);
    }

    /**
     * Up to 40 times in a title and 80 in a body: more than a code tells, and some just as many.
     */
    @Test
    void onTextsThatRepeatAWord(Browser browser) throws IOException {
        TinyColumn column = new TinyColumn(folder.resolve("column"));
        for (int i = 1; i <= 40; i++) {
            column.withNotice(
                    "2023/n" + i,
                    "样例县人民政府办公室关于做好政务公开工作的通知",
                    "关于" + "道路".repeat(i) + "的通知",
                    "00000001",
                    String.format("%08d", i),
                    "〔2023〕1号",
                    "〔2023〕" + i + "号",
                    "请认真贯彻执行。",
                    "养护".repeat(81 - 2 * i));
        }
        assertParity(browser, column.root(), WHOLE, FEW);
        assertParity(browser, column.root(), SMALL, FEW);
    }

    private void assertParity(Browser browser, Path column, Tiering tiering, int count)
            throws IOException {
        Path out = folder.resolve("public");
        SiteBuild build = new SiteBuild(TinyColumn.GENERATOR, column, DAY, false, false);
        assertTrue(build.run(out, new Problems()).published());
        Site site = build.check(new Problems()).site();
        try (SearchIndex index = new SearchIndexer().index(site);
                StaticServer server = new StaticServer(out);
                BrowserPage page = browser.page()) {
            delete(SearchManifest.file(out).resolveSibling(folderOf(out)));
            new SearchExport(index, tiering).write(out);
            List<SearchQuestion> questions = new SampledQuestions(site).draw(count);
            List<Map<String, Object>> answers = ask(page.open(server.url()), server, questions);
            List<String> differences = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                String expected = expected(index.search(questions.get(i)), answers.get(i));
                if (!expected.equals(actual(answers.get(i)))) {
                    differences.add(
                            questions.get(i) + "\n  " + expected + "\n  " + actual(answers.get(i)));
                }
            }
            assertEquals(List.of(), differences.stream().limit(3).toList());
        }
    }

    private static List<Map<String, Object>> ask(
            BrowserPage page, StaticServer server, List<SearchQuestion> questions) {
        String asked =
                SearchExport.array(
                        json -> {
                            for (SearchQuestion question : questions) {
                                json.writeStartObject();
                                json.writeStringProperty("query", question.query());
                                json.writeNumberProperty("limit", question.limit());
                                json.writeNumberProperty("offset", question.offset());
                                json.writeStringProperty(
                                        "sort", question.newestFirst() ? "newest" : "relevance");
                                json.writeObjectPropertyStart("filters");
                                question.filters()
                                        .forEach(
                                                (field, values) -> {
                                                    json.writeName(field);
                                                    SearchExport.writeTexts(json, values);
                                                });
                                json.writeEndObject();
                                json.writeEndObject();
                            }
                        });
        return Json.objects(page.evaluate(ASK.formatted(server.url(), asked)));
    }

    /** A total that the client does not claim to be exact is not compared. */
    private static String expected(SearchAnswer answer, Map<String, Object> actual) {
        StringBuilder text = new StringBuilder(answer.fuzzy() ? "fuzzy " : "exact ");
        text.append(((Number) actual.get("total")).intValue() < 0 ? -1 : answer.total());
        for (SearchAnswer.Hit hit : answer.hits()) {
            text.append(
                    line(hit.notice().id(), hit.notice().url(), hit.notice().title(), hit.score()));
        }
        return text.toString();
    }

    private static String actual(Map<String, Object> answer) {
        StringBuilder text = new StringBuilder(answer.get("kind") + " " + answer.get("total"));
        for (Object each : (List<?>) answer.get("hits")) {
            List<?> hit = (List<?>) each;
            text.append(
                    line(hit.get(0), hit.get(1), hit.get(2), ((Number) hit.get(3)).doubleValue()));
        }
        return text.toString();
    }

    private static String line(Object id, Object url, Object title, double score) {
        return "\n    " + id + " " + url + " " + title + " " + Double.toHexString(score);
    }

    private static String folderOf(Path site) throws IOException {
        Object manifest = Json.read(Files.readString(SearchManifest.file(site)));
        return (String) ((Map<?, ?>) manifest).get("folder");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
