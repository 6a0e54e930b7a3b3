package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.FixtureLines;
import org.gongkai.Fuzz;
import org.gongkai.JavaScript;
import org.gongkai.Json;
import org.junit.jupiter.api.Test;

/** Whatever is typed into the search box is compiled, and to the same plan on both sides. */
class QueryFuzzTest {
    private static final List<List<String>> LINES = FixtureLines.of("search/queries.txt", 2);

    @Test
    @SuppressWarnings("unchecked")
    void oddQueryIsCompiledAlikeForLuceneAndInTheBrowser() {
        String synonyms = LINES.get(0).get(1);
        String pinyin = LINES.get(1).get(1);
        Map<String, List<String>> phrases = (Map<String, List<String>>) Json.read(pinyin);
        QueryCompiler compiler = new QueryCompiler((List<List<String>>) Json.read(synonyms));
        List<byte[]> queries =
                LINES.subList(2, LINES.size()).stream()
                        .map(line -> line.get(0).getBytes(StandardCharsets.UTF_8))
                        .toList();
        try (JavaScript script = new JavaScript("query.js")) {
            Object words = script.json("{\"synonyms\":" + synonyms + ",\"pinyin\":" + pinyin + "}");
            Fuzz.run(
                    "query",
                    queries,
                    250,
                    input -> {
                        String query = new String(input, StandardCharsets.UTF_8);
                        Plan plan =
                                compiler.compile(
                                        query, latin -> phrases.getOrDefault(latin, List.of()));
                        assertEquals(plan.json(), script.call("compile", query, words), query);
                    });
        }
    }
}
