package org.gongkai;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gongkai.cache.Checked;
import org.gongkai.checks.page.PageRun;
import org.gongkai.cli.CommandLineInterface;
import org.gongkai.model.Column;
import org.gongkai.model.Problems;
import org.gongkai.model.UnitTasks;
import org.gongkai.pages.PagesOnRequest;
import org.gongkai.publish.CopiedFiles;
import org.gongkai.search.SearchAnswer;
import org.gongkai.search.SearchIndex;
import org.gongkai.search.SearchIndexer;
import org.gongkai.search.SearchQuestion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a build does ten thousand times, each by itself: milliseconds a notice, a page, a query. The
 * compiler is the launcher's, the quick one alone.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:TieredStopAtLevel=1")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class HotPathsBenchmark {
    private static final int NOTICES = 200;
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private TemporaryFolder temporary;
    private SiteBuild build;
    private Column column;
    private PagesOnRequest pages;
    private PageRun checks;
    private SearchIndex index;

    /** A notice with a task table. */
    private String page;

    /** Makes up a column, and one page of it. */
    @Setup(Level.Trial)
    public void makeUpColumn() throws IOException {
        temporary = new TemporaryFolder();
        Path source = temporary.next();
        Path generator = Path.of("").toAbsolutePath();
        new CommandLineInterface(generator, Clock.systemUTC(), System.out, System.err)
                .run("sample", "--notices", "" + NOTICES, "--out", source.toString());
        build = new SiteBuild(generator, source, AS_OF, false, false);
        column = build.check(new Problems());
        Path site = temporary.next();
        new CopiedFiles(column, source).write(site);
        Map<String, UnitTasks> unitTasks = UnitTasks.byUnit(column.site());
        pages = build.pageRenderer(column, () -> unitTasks, site).onRequest();
        checks = build.pageChecks(column, site, site, new Problems());
        page =
                column.site().notices().stream()
                        .filter(notice -> !notice.taskList().isEmpty())
                        .findFirst()
                        .map(notice -> notice.url() + "index.html")
                        .orElseThrow();
        pages.render(page);
        index = new SearchIndexer().index(column.site());
    }

    @TearDown
    public void clear() throws IOException {
        index.close();
        temporary.close();
    }

    /** Reading and checking the files of a notice. */
    @Benchmark
    @OperationsPerInvocation(NOTICES)
    public Column readNotice() throws IOException {
        return build.check(new Problems());
    }

    /** Rendering and writing the page of a notice with 20 tasks. */
    @Benchmark
    public void renderPage() {
        pages.render(page);
    }

    /** All checks on the page of a notice with 20 tasks. */
    @Benchmark
    public Checked checkPage() {
        return checks.check(page);
    }

    /** Adding a notice to the index. */
    @Benchmark
    @OperationsPerInvocation(NOTICES)
    public int indexNotice() throws IOException {
        try (SearchIndex made = new SearchIndexer().index(column.site())) {
            return made.hashCode();
        }
    }

    /** Answering a query of two words. */
    @Benchmark
    public SearchAnswer answerQuery() throws IOException {
        return index.search(SearchQuestion.of("政务公开 工作", 10));
    }
}
