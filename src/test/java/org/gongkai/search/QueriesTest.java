package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.gongkai.FixtureLines;
import org.gongkai.JavaScript;
import org.gongkai.Json;
import org.junit.jupiter.api.Test;

/** Queries are compiled to the same plan for Lucene and in the browser, to the last byte. */
class QueriesTest {
    private static final List<List<String>> LINES = FixtureLines.of("search/queries.txt", 2);
    private static final String SYNONYMS = LINES.get(0).get(1);
    private static final String PINYIN = LINES.get(1).get(1);
    private static final List<List<String>> QUERIES = LINES.subList(2, LINES.size());

    @Test
    @SuppressWarnings("unchecked")
    void forLucene() {
        List<List<String>> synonyms = (List<List<String>>) Json.read(SYNONYMS);
        Map<String, List<String>> pinyin = (Map<String, List<String>>) Json.read(PINYIN);
        QueryCompiler compiler = new QueryCompiler(synonyms);
        for (List<String> line : QUERIES) {
            Plan plan =
                    compiler.compile(line.get(0), latin -> pinyin.getOrDefault(latin, List.of()));
            assertEquals(line.get(1), plan.json(), line.get(0));
        }
    }

    @Test
    void inTheBrowser() {
        try (JavaScript script = new JavaScript("query.js")) {
            Object words = script.json("{\"synonyms\":" + SYNONYMS + ",\"pinyin\":" + PINYIN + "}");
            for (List<String> line : QUERIES) {
                assertEquals(line.get(1), script.call("compile", line.get(0), words), line.get(0));
            }
        }
    }
}
