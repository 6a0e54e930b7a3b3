package org.gongkai.checks.css;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.SiteBuild;
import org.gongkai.TinyColumn;
import org.gongkai.model.Problems;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the 无障碍说明 promises: all text 7:1, on every screen and in every scheme. */
class OwnPagesTest {
    private final Map<String, String> sheets = new ConcurrentHashMap<>();
    @TempDir Path folder;

    @Test
    void allTextOfTheSampleColumnStandsOut() throws IOException {
        new SiteBuild(
                        TinyColumn.GENERATOR,
                        TinyColumn.GENERATOR,
                        LocalDate.of(2026, 11, 20),
                        false,
                        false)
                .run(folder, new Problems());
        for (Medium medium :
                List.of(
                        Medium.SCREEN,
                        Medium.PHONE,
                        Medium.SCREEN.inDark(),
                        Medium.SCREEN.withMoreContrast())) {
            assertEquals(new TreeSet<String>(), found(medium), medium::toString);
        }
    }

    private TreeSet<String> found(Medium medium) throws IOException {
        StyleChecks checks = new StyleChecks(medium, ContrastRatio.OWN);
        TreeSet<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
                for (Finding finding : checks.check(Jsoup.parse(file), this::load)) {
                    found.add(folder.relativize(file) + " " + finding.what());
                }
            }
        }
        return found;
    }

    private Optional<String> load(String href) {
        String path = href.replaceFirst("^.*(?=css/)", "");
        return Optional.of(sheets.computeIfAbsent(path, this::read));
    }

    private String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
