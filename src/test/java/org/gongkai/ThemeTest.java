package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.model.Colour;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text of any kind has 7:1 on anything it stands on, in every colour theme, visited or focused too.
 */
class ThemeTest {
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]+);");

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":root {\n  color-scheme: light",
                ":root {\n    color-scheme: dark",
                ":root[data-contrast=\"white\"] {",
                ":root[data-contrast=\"black\"] {",
                ":root[data-contrast=\"yellow\"] {",
                ":root[data-contrast=\"blue\"] {"
            })
    void textHasSevenToOne(String block) throws IOException {
        String css = Files.readString(TinyColumn.GENERATOR.resolve("assets/css/site.css"));
        Map<String, Colour> colours = tokens(css, ":root {\n  color-scheme: light");
        colours.putAll(tokens(css, block));
        List<String> weak =
                Stream.of("paper", "paper-soft", "target")
                        .flatMap(
                                ground ->
                                        Stream.of("ink", "ink-soft", "link", "link-visited", "main")
                                                .map(text -> text + " on " + ground))
                        .toList();
        weak =
                Stream.concat(weak.stream(), Stream.of("main-ink on main", "focus-ink on focus"))
                        .filter(pair -> contrast(colours, pair) < 7)
                        .map(pair -> pair + ": " + contrast(colours, pair))
                        .toList();
        assertEquals(List.of(), weak);
    }

    private static double contrast(Map<String, Colour> colours, String pair) {
        String[] names = pair.split(" on ");
        return colours.get(names[0]).contrast(colours.get(names[1]));
    }

    private static Map<String, Colour> tokens(String css, String block) {
        int start = css.indexOf(block);
        assertTrue(start >= 0, block);
        Map<String, Colour> tokens = new HashMap<>();
        Matcher token = TOKEN.matcher(css.substring(start, css.indexOf('}', start)));
        while (token.find()) {
            tokens.put(token.group(1), colour(token.group(2)).orElseThrow());
        }
        return tokens;
    }

    private static Optional<Colour> colour(String hex) {
        return Colour.ofHex(hex.length() == 4 ? hex.replaceAll("[0-9a-f]", "$0$0") : hex);
    }
}
