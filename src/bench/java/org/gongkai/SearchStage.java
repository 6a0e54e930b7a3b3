package org.gongkai;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;
import org.gongkai.search.SearchExport;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchIndexer;

/**
 * Reads a column, and then measures what search alone takes of a build, with nothing beside it: the
 * index, and the files for the browser. {@code bench.mjs} runs it.
 */
public final class SearchStage {
    private SearchStage() {}

    /** Takes the generator, the column, where to write, and the day. */
    public static void main(String[] arguments) throws IOException {
        Path generator = Path.of(arguments[0]);
        Path column = Path.of(arguments[1]);
        LocalDate asOf = LocalDate.parse(arguments[3]);
        Site site =
                new SiteBuild(generator, column, asOf, false, false).check(new Problems()).site();
        System.gc();
        Clocks start = Clocks.now();
        try (SearchIndex index = new SearchIndexer().index(site)) {
            new SearchExport(index).write(Path.of(arguments[2]));
        }
        Clocks end = Clocks.now();
        System.out.printf(
                Locale.ROOT,
                "{\"notices\": %d, \"seconds\": %.2f, \"cpuSeconds\": %.2f}%n",
                site.notices().size(),
                end.seconds() - start.seconds(),
                end.cpuSeconds() - start.cpuSeconds());
    }

    /** What the clocks show: of the wall, and of the whole process. */
    private record Clocks(double seconds, double cpuSeconds) {
        static Clocks now() {
            OperatingSystemMXBean system =
                    ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return new Clocks(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9);
        }
    }
}
