package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A folder of published files, read as a browser or another program reads it. */
record BuiltSite(Path root) {

    /** Every file below the root, by its path with forward slashes. */
    List<String> files() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String file) {
        try {
            return Files.readAllBytes(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    Document page(String file) {
        return Jsoup.parse(text(file));
    }

    /** Every web page, by its path. */
    Map<String, Document> pages() {
        Map<String, Document> pages = new TreeMap<>();
        files().stream()
                .filter(file -> file.endsWith(".html"))
                .forEach(file -> pages.put(file, page(file)));
        return pages;
    }

    /** What the files hold; two sites with equal ones are byte-identical. */
    Map<String, Integer> contents() {
        return ofEach(file -> Arrays.hashCode(bytes(file)));
    }

    /** What the files hold and when each was last written. */
    Map<String, String> contentsAndTimes() {
        return ofEach(file -> Arrays.hashCode(bytes(file)) + " " + modified(file));
    }

    long modified(String file) {
        try {
            return Files.getLastModifiedTime(root.resolve(file)).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> Map<String, T> ofEach(Function<String, T> function) {
        Map<String, T> values = new TreeMap<>();
        files().forEach(file -> values.put(file, function.apply(file)));
        return values;
    }
}
