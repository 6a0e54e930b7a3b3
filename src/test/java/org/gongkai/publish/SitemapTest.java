package org.gongkai.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.model.Appearance;
import org.gongkai.model.Origin;
import org.gongkai.model.Page;
import org.gongkai.model.SiteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sitemaps of large columns: none is longer than search engines and servers take. */
class SitemapTest {
    private static final Pattern ADDRESS = Pattern.compile("<loc>/([^<]*)</loc>");

    @TempDir Path root;

    private static SiteSettings settings() {
        return new SiteSettings(
                new Origin("site.yml", Map.of()),
                "示例",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new SiteSettings.Contact(null, null, null, null, null),
                null,
                null,
                null,
                List.of(),
                ".*",
                20,
                SiteSettings.Thresholds.USUAL,
                Appearance.USUAL,
                List.of());
    }

    private static List<Page> pages(int count, String folder) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new Page(
                                        folder + i + "/index.html",
                                        folder + i + "/",
                                        LocalDate.of(2026, 11, 22),
                                        true))
                .toList();
    }

    private List<String> addresses(String file) throws IOException {
        return ADDRESS.matcher(Files.readString(root.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** All addresses, file by file as the index names them. */
    private List<String> addressesByIndex() throws IOException {
        List<String> all = new ArrayList<>();
        for (String file : addresses("sitemap.xml")) {
            assertTrue(Files.size(root.resolve(file)) < 5_000_000, file);
            assertTrue(addresses(file).size() <= 50_000, file);
            all.addAll(addresses(file));
        }
        return all;
    }

    @Test
    void oneFileHoldsWhatFitsInOne() throws IOException {
        List<Page> pages = pages(3, "notices/2026/");
        new Sitemap(settings()).write(root, pages);
        assertEquals(pages.stream().map(Page::url).toList(), addresses("sitemap.xml"));
    }

    @Test
    void noFileHoldsMoreThanFiftyThousandAddresses() throws IOException {
        List<Page> pages = pages(50_001, "n/");
        new Sitemap(settings()).write(root, pages);
        assertEquals(List.of("sitemap-1.xml", "sitemap-2.xml"), addresses("sitemap.xml"));
        assertEquals(pages.stream().map(Page::url).toList(), addressesByIndex());
    }

    @Test
    void longAddressesAreSplitSooner() throws IOException {
        List<Page> pages = pages(49_000, "notices/2026/" + "a".repeat(100));
        new Sitemap(settings()).write(root, pages);
        assertEquals(pages.stream().map(Page::url).toList(), addressesByIndex());
    }
}
