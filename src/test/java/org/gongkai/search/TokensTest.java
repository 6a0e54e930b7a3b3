package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.gongkai.FixtureLines;
import org.gongkai.JavaScript;
import org.junit.jupiter.api.Test;

/** Texts are cut into the same tokens for the index and in the browser. */
class TokensTest {
    private static final List<List<String>> TEXTS = FixtureLines.of("search/tokens.txt", 2);
    private static final List<List<String>> TITLES = FixtureLines.of("search/titles.txt", 2);

    @Test
    void inLucene() {
        for (List<String> line : TEXTS) {
            assertCut(line, false);
        }
        for (List<String> line : TITLES) {
            assertCut(line, true);
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

    /** Whether the text is cut before Lucene asks for it or as Lucene reads it. */
    private static void assertCut(List<String> line, boolean unigrams) {
        String text = line.get(0);
        assertEquals(counted(line), tokens(new BigramTokenizer(text, unigrams)), text);
        BigramTokenizer reading = new BigramTokenizer(unigrams);
        reading.setReader(new StringReader(text));
        assertEquals(counted(line), tokens(reading), text);
    }

    /** Each token with how often it occurs, by where it first does. */
    private static String tokens(BigramTokenizer tokenizer) {
        Map<String, Integer> tokens = new LinkedHashMap<>();
        try (BigramTokenizer stream = tokenizer) {
            BytesTermAttribute term = stream.getAttribute(BytesTermAttribute.class);
            TermFrequencyAttribute frequency = stream.getAttribute(TermFrequencyAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                Integer before =
                        tokens.put(term.getBytesRef().utf8ToString(), frequency.getTermFrequency());
                assertNull(before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens.toString();
    }

    private static String counted(List<String> line) {
        Map<String, Integer> tokens = new LinkedHashMap<>();
        expected(line).forEach(token -> tokens.merge(token, 1, Integer::sum));
        return tokens.toString();
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
