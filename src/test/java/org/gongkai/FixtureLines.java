package org.gongkai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files of examples that Java and JavaScript are held to: a line each, its columns parted by tabs,
 * {@code #} before a comment, and any UTF-16 unit as {@code \}{@code uXXXX}.
 */
public final class FixtureLines {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private FixtureLines() {}

    /** The lines of a test resource, each of as many columns. */
    public static List<List<String>> of(String resource, int columns) {
        try (InputStream in = FixtureLines.class.getResourceAsStream("/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> columns(line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> columns(String line, int columns) {
        List<String> cells = Stream.of(line.split("\t", -1)).map(FixtureLines::unescaped).toList();
        if (cells.size() != columns) {
            throw new IllegalArgumentException("not " + columns + " columns: " + line);
        }
        return cells;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(FixtureLines::unit);
    }

    private static String unit(MatchResult escape) {
        String unit = Character.toString((char) Integer.parseInt(escape.group(1), 16));
        return Matcher.quoteReplacement(unit);
    }
}
