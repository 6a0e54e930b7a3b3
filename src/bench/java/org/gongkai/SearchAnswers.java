package org.gongkai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;
import org.gongkai.search.SearchAnswer;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchIndexer;
import org.gongkai.search.SearchQuestion;

/**
 * Reads a column, and then answers queries with Lucene: a line of JSON for each. {@code bench.mjs}
 * compares them with what the browser finds.
 */
public final class SearchAnswers {
    private static final int HITS = 10;

    private SearchAnswers() {}

    /** Takes the generator, the column, a file with one query a line, and the day. */
    public static void main(String[] arguments) throws IOException {
        Path generator = Path.of(arguments[0]);
        Path column = Path.of(arguments[1]);
        LocalDate asOf = LocalDate.parse(arguments[3]);
        Site site =
                new SiteBuild(generator, column, asOf, false, false).check(new Problems()).site();
        try (SearchIndex index = new SearchIndexer().index(site)) {
            for (String query : Files.readAllLines(Path.of(arguments[2]))) {
                System.out.println(answer(index.search(SearchQuestion.of(query, HITS))));
            }
        }
    }

    /** Every score is written with all its bits. */
    private static String answer(SearchAnswer answer) {
        return answer.hits().stream()
                .map(
                        hit ->
                                String.format(
                                        Locale.ROOT,
                                        "[\"%s\", %s]",
                                        hit.notice().url(),
                                        (double) hit.score()))
                .collect(
                        Collectors.joining(
                                ", ", "{\"total\": " + answer.total() + ", \"hits\": [", "]}"));
    }
}
