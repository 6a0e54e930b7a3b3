package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds {@code src/test/golden/county/column} and compares what came out with {@code expected}
 * beside it: data files to the letter, pages by what they say and where they link. After a change
 * that is meant, {@code mvn test -Dtest=GoldenSiteTest -Dgolden.update=true} writes the files anew;
 * read the difference before you commit it.
 */
class GoldenSiteTest {
    private static final Path GOLDEN = TinyColumn.GENERATOR.resolve("src/test/golden/county");

    @TempDir private Path folder;

    @Test
    void buildsTheSiteThatIsExpected() throws IOException {
        Problems problems = new Problems();
        Path out = folder.resolve("public");
        new SiteBuild(
                        TinyColumn.GENERATOR,
                        GOLDEN.resolve("column"),
                        LocalDate.of(2023, 7, 15),
                        false,
                        false)
                .run(out, problems);
        Map<String, String> actual = new TreeMap<>();
        actual.put(
                "problems.txt",
                problems.sorted().stream()
                        .map(Problem::text)
                        .collect(Collectors.joining("\n", "", "\n")));
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = out.relativize(file).toString();
                if (name.endsWith(".html")) {
                    actual.put(name + ".txt", outline(Jsoup.parse(Files.readString(file))));
                } else if (!name.matches(".*\\.(css|js|svg)|search/.*")) {
                    actual.put(name, Files.readString(file));
                }
            }
        }
        Path expectedFolder = Files.createDirectories(GOLDEN.resolve("expected"));
        if (Boolean.getBoolean("golden.update")) {
            for (Map.Entry<String, String> file : actual.entrySet()) {
                Path path = expectedFolder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        Map<String, String> expected = new TreeMap<>();
        try (Stream<Path> files = Files.walk(expectedFolder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                expected.put(expectedFolder.relativize(file).toString(), Files.readString(file));
            }
        }
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, text) -> assertEquals(text, actual.get(name), name));
    }

    /**
     * What a page says: its head in short, then one line for each block of {@code main}, with links
     * and spans.
     */
    private static String outline(Document page) {
        StringBuilder text = new StringBuilder();
        text.append("title: ").append(page.title()).append('\n');
        for (Element meta : page.select("head meta[name]")) {
            text.append("meta ").append(meta.attr("name")).append(": ");
            text.append(meta.attr("content")).append('\n');
        }
        for (Element json : page.select("script[type=application/ld+json]")) {
            text.append("json-ld: ").append(json.data()).append('\n');
        }
        // They only keep words on one line.
        page.select("main :is(span.whole, span.piece)").unwrap();
        for (Element block :
                page.select("main :is(h1, h2, h3, h4, p, li, dt, dd, caption, th, td)")) {
            boolean holdsBlocks = !block.select("p, ul").isEmpty();
            text.append(block.tagName());
            if (!block.id().isEmpty()) {
                text.append('#').append(block.id());
            }
            for (String span : new String[] {"rowspan", "colspan"}) {
                if (block.hasAttr(span)) {
                    text.append(' ').append(span).append('=').append(block.attr(span));
                }
            }
            String own = block.ownText() + block.select("> [data-search]").text();
            text.append(": ").append(holdsBlocks ? own : block.text());
            for (Element link : holdsBlocks ? block.select("> a[href]") : block.select("a[href]")) {
                text.append(" [").append(link.attr("href")).append(']');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
