package org.gongkai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.cache.BuildCache;
import org.gongkai.cache.Checked;
import org.gongkai.cache.Digest;
import org.gongkai.cache.Digests;
import org.gongkai.cache.KeptPages;
import org.gongkai.cache.RecordFormat;
import org.gongkai.checks.SafeHtml;
import org.gongkai.model.Column;
import org.gongkai.model.Page;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;
import org.gongkai.model.UnitRegister;
import org.gongkai.model.UnitTasks;
import org.gongkai.pages.PageRenderer;
import org.gongkai.publish.CopiedFiles;
import org.gongkai.publish.Sitemap;
import org.gongkai.sources.NoticeMemory;
import org.gongkai.sources.Sources;

/**
 * Makes the pages of a column as a build does and nothing else: no checks, no search, no data,
 * nothing remembered for the next time. So it does what other generators do. {@code bench.mjs} runs
 * it, and measures the whole process.
 */
public final class PagesStage {
    private PagesStage() {}

    /** Takes the generator, the column, where to write, and the day. */
    public static void main(String[] arguments) throws IOException {
        Path generator = Path.of(arguments[0]);
        Path source = Path.of(arguments[1]);
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        LocalDate asOf = LocalDate.parse(arguments[3]);
        RecordFormat format = new RecordFormat();
        Digests digests =
                new Digests(format)
                        .remember(
                                UnitRegister.class,
                                units -> List.of(List.copyOf(units.units()), units.collectives()));
        Column column =
                new Sources(generator, new SafeHtml()::clean, NoticeMemory.none(), digests)
                        .read(source, asOf, false, new Problems());
        Site site = column.site();
        new CopiedFiles(column, source).write(folder);
        Map<String, UnitTasks> unitTasks = UnitTasks.byUnit(site);
        List<Path> templates = List.of(source.resolve("templates"), generator.resolve("templates"));
        Checked unchecked = new Checked(false, null);
        try (BuildCache cache = BuildCache.none()) {
            KeptPages kept =
                    new KeptPages(
                            cache.section("pages"),
                            cache.section("facts"),
                            format,
                            Digest.of(),
                            (path, stamp) -> false,
                            (path, written) -> unchecked,
                            (path, facts) -> {});
            List<Page> pages =
                    new PageRenderer(site, () -> unitTasks, source, templates, folder)
                            .make(kept, digests, (done, all) -> {});
            new Sitemap(site.settings()).write(folder, pages);
            System.out.printf(
                    Locale.ROOT,
                    "{\"notices\": %d, \"pages\": %d}%n",
                    site.notices().size(),
                    pages.size());
        }
    }
}
