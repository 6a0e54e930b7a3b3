package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What 编辑手册 shows is true: its examples are right, and each of its mistakes is answered in the very
 * words that stand there. {@code -Dgolden.update=true} writes the words anew.
 */
class HandbookTest {
    @TempDir private Path folder;

    @Test
    void itsExamplesAreRight() throws IOException {
        assertEquals("", said(Handbook.column(folder)));
        assertEquals(
                List.of(
                        "content/notices/2026/gongkai-jihua.md",
                        "content/notices/2026/gongkai-jihua.tasks.yml"),
                List.copyOf(Handbook.examples().keySet()));
    }

    @Test
    void tellsOfTwentyMistakes() {
        assertEquals(
                IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList(),
                Handbook.mistakes().stream().map(Handbook.Mistake::number).toList());
    }

    static Stream<Handbook.Mistake> mistakes() {
        return Handbook.mistakes().stream();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void quotesWhatCheckSaysOfAMistake(Handbook.Mistake mistake) throws IOException {
        TinyColumn column = Handbook.column(folder);
        List<Map.Entry<String, String>> places =
                Handbook.examples().entrySet().stream()
                        .filter(example -> example.getValue().contains(mistake.right()))
                        .toList();
        assertEquals(1, places.size(), "stands in one example: " + mistake.right());
        String file = places.get(0).getKey();
        String said =
                said(
                        column.with(
                                file,
                                places.get(0)
                                        .getValue()
                                        .replace(mistake.right(), mistake.wrong())));
        assertTrue(!said.isEmpty(), "is found");
        if (Boolean.getBoolean("golden.update")) {
            String heading = "### " + mistake + "\n";
            String text = Handbook.text();
            int at = text.indexOf("```text\n", text.indexOf(heading)) + 8;
            Files.writeString(
                    Handbook.FILE,
                    text.substring(0, at) + said + text.substring(text.indexOf("```", at)));
        } else {
            assertEquals(said, mistake.message());
        }
    }

    @Test
    void itsLinksAndPicturesAreThere() {
        String text = Handbook.text();
        Set<String> headings =
                text.lines()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> anchor(line.substring(3)))
                        .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        // What stands in code is an example.
        Matcher link =
                Pattern.compile("\\]\\(([^)]+)\\)")
                        .matcher(text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]+`", ""));
        while (link.find()) {
            String target = URLDecoder.decode(link.group(1), StandardCharsets.UTF_8);
            boolean there =
                    target.startsWith("#")
                            ? headings.contains(
                                    target.substring(1).replaceAll("[\\p{P}&&[^-]]", ""))
                            : Files.exists(Handbook.FILE.resolveSibling(target));
            if (!there) {
                missing.add(target);
            }
        }
        assertEquals(List.of(), missing);
    }

    /** A heading's address, as GitHub and VS Code make it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("\\p{P}", "").replace(' ', '-');
    }

    /** Every key of a notice has a row that says what to fill in. */
    @Test
    void explainsEveryKeyOfANotice() {
        String text = Handbook.text();
        String table =
                text.substring(text.indexOf("| 项目 |"), text.indexOf("## 六、"))
                        .lines()
                        .map(line -> line.split("\\|").length > 1 ? line.split("\\|")[1] : "")
                        .collect(Collectors.joining("、"));
        Set<String> explained = new TreeSet<>();
        for (String key : table.split("、")) {
            explained.add(key.strip());
        }
        explained.removeAll(Set.of("项目", "---", ""));
        assertEquals(new TreeSet<>(SchemasTest.Kind.NOTICE.keys()), explained);
    }

    private static String said(TinyColumn column) throws IOException {
        Problems problems = new Problems();
        new SiteBuild(
                        TinyColumn.GENERATOR,
                        column.root(),
                        LocalDate.parse(Handbook.DAY),
                        false,
                        false)
                .check(problems);
        return problems.sorted().stream()
                .map(Problem::text)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
