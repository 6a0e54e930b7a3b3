package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.gongkai.FixtureLines;
import org.gongkai.JavaScript;
import org.junit.jupiter.api.Test;

/** Texts are cut into the same tokens for the index and in the browser. */
class TokensTest {
    private static final List<List<String>> TEXTS = FixtureLines.of("search/tokens.txt", 2);
    private static final List<List<String>> TITLES = FixtureLines.of("search/titles.txt", 2);

    @Test
    void inLucene() throws IOException {
        try (Analyzer analyzer = BigramTokenizer.analyzer()) {
            for (List<String> line : TEXTS) {
                assertEquals(
                        expected(line), tokens(analyzer, Field.BODY, line.get(0)), line::toString);
            }
            for (List<String> line : TITLES) {
                assertEquals(
                        expected(line), tokens(analyzer, Field.TITLE, line.get(0)), line::toString);
            }
        }
    }

    @Test
    void inTheBrowser() {
        try (JavaScript script = new JavaScript("tokens.js")) {
            for (List<String> line : TEXTS) {
                assertEquals(json(line), script.call("tokens", line.get(0)), line::toString);
            }
            for (List<String> line : TITLES) {
                assertEquals(json(line), script.call("tokens", line.get(0), true), line::toString);
            }
        }
    }

    private static List<String> tokens(Analyzer analyzer, String field, String text)
            throws IOException {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
        }
        return tokens;
    }

    private static List<String> expected(List<String> line) {
        return Pattern.compile(" ")
                .splitAsStream(line.get(1))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    private static String json(List<String> line) {
        return expected(line).stream()
                .map(token -> "\"" + token + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
