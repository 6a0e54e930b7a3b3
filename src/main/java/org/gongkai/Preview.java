package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.checks.SafeHtml;
import org.gongkai.jbake.TemplateFailure;
import org.gongkai.model.Column;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.sources.KeptNotices;
import org.gongkai.sources.Sources;

/**
 * A column while it is being edited. After each {@link #refresh} it is what its files say now; its
 * pages are made when they are asked for. The checks follow once a browser has its page, the search
 * index and the data when the editor pauses.
 */
public final class Preview implements AutoCloseable {
    /** Until then the next edit may well make it useless. */
    private static final long PAUSE_SECONDS = 5;

    /** Time for a browser to ask for its page and to show it, with all processors to itself. */
    private static final long CHECK_MILLIS = 300;

    private static final int ATTEMPTS = 5;
    private static final long BETWEEN_ATTEMPTS = 100;

    private final Supplier<SiteBuild> builds;
    private final Consumer<Shown> audience;
    private final TemporaryFolder temporary = new TemporaryFolder();
    private final Path lastGood = temporary.next();
    private final KeptNotices kept = new KeptNotices();
    private final Summaries summaries = new Summaries(temporary);

    // One processor, lest it hold up the page that somebody waits for.
    private final ExecutorService checking = new ForkJoinPool(1);
    private final ScheduledExecutorService pauses =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "preview-pauses");
                        thread.setDaemon(true);
                        return thread;
                    });

    private volatile Edition edition;
    private Edition previous;
    private volatile int editions;

    private volatile List<Problem> ofReading = List.of();
    private volatile List<Problem> ofContent = List.of();
    private final Map<String, List<Problem>> ofPages = new ConcurrentHashMap<>();
    private final Map<String, List<Problem>> ofTemplates = new ConcurrentHashMap<>();
    private Shown last;

    /**
     * What there is to see and to mend.
     *
     * @param version another one whenever pages may have changed
     * @param problems by file and line
     */
    public record Shown(String version, List<Problem> problems) {}

    /**
     * Reads the column for the first time.
     *
     * @param builds says, for each refresh, what is built
     * @param audience is told of all that changes, one thing at a time
     */
    public Preview(Supplier<SiteBuild> builds, Consumer<Shown> audience) throws IOException {
        this.builds = builds;
        this.audience = audience;
        refresh();
    }

    /**
     * Takes in what has changed in the column's files. Not for several threads at once.
     *
     * @param changed the absolute paths of all files that have changed, come or gone since this
     *     preview was made, or since they were last told
     */
    public void refresh(Set<Path> changed) throws IOException {
        summaries.giveUp();
        Edition before = edition;
        try {
            Path root = builds.get().source().toAbsolutePath().normalize();
            kept.changed(
                    changed.stream()
                            .filter(file -> file.startsWith(root))
                            .map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .toList());
            refresh();
        } finally {
            if (edition == before) {
                // It could not be read: what was given up for it is wanted after all.
                summariseAfter(PAUSE_SECONDS, before);
            }
        }
    }

    private void refresh() throws IOException {
        IOException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                read();
                return;
            } catch (IOException e) {
                failure = e;
            } catch (UncheckedIOException e) {
                failure = e.getCause();
            }
            // A file went away while it was being read: an editing program is still at it.
            sleep();
        }
        throw failure;
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws IOException {
        Problems problems = new Problems();
        SiteBuild build = builds.get();
        Column column =
                new Sources(build.generator(), new SafeHtml()::clean, kept, Memory.none().digests())
                        .read(build.source(), build.asOf(), build.drafts(), problems);
        Edition next = new Edition(build, column, temporary.next());
        boolean first = edition == null;
        Edition retired = previous;
        previous = edition;
        synchronized (this) {
            edition = next;
            editions++;
            ofReading = problems.sorted();
            ofTemplates.clear();
        }
        announce();
        pauses.schedule(
                () -> checking.execute(() -> check(next)), CHECK_MILLIS, TimeUnit.MILLISECONDS);
        summariseAfter(first ? 0 : PAUSE_SECONDS, next);
        if (retired != null) {
            TemporaryFolder.delete(retired.folder());
        }
    }

    private void check(Edition checked) {
        try {
            if (checked != edition) {
                return;
            }
            List<Problem> found = checked.contentProblems();
            if (checked == edition) {
                ofContent = found;
                ofPages.keySet().removeIf(path -> !checked.hasPage(path));
                announce();
            }
        } catch (UncheckedIOException e) {
            // A file went away meanwhile: a newer edition will be checked.
        }
    }

    private void checkPage(Edition checked, String path) {
        try {
            if (checked == edition) {
                ofPages.put(path, checked.pageProblems(path));
                announce();
            }
        } catch (UncheckedIOException e) {
            // As above.
        }
    }

    private void summariseAfter(long seconds, Edition of) {
        pauses.schedule(
                () -> {
                    if (of == edition) {
                        summaries.make(of);
                    }
                },
                seconds,
                TimeUnit.SECONDS);
    }

    /** Tells the audience where something has changed. */
    private synchronized void announce() {
        TreeSet<Problem> all = new TreeSet<>(ofReading);
        all.addAll(ofContent);
        Stream.of(ofPages, ofTemplates)
                .flatMap(each -> each.values().stream())
                .forEach(all::addAll);
        Shown now = new Shown(version(), new ArrayList<>(all));
        if (!now.equals(last)) {
            last = now;
            audience.accept(now);
        }
    }

    /** Never the same again, also after a new start. */
    public String version() {
        return ProcessHandle.current().pid() + "-" + editions;
    }

    /** The path under which a server may show the site too, with slashes at both ends. */
    public String basePath() {
        return edition.basePath();
    }

    /**
     * The file of a page or of anything else that is published; empty where there is none. What
     * can't be made for an editor's mistake stays as it was last seen.
     *
     * @param path relative to the site's root
     * @throws TemplateFailure where a template fails for a page that was never seen before
     */
    public Optional<Path> file(String path) throws IOException {
        Edition now = edition;
        if (now.hasPage(path)) {
            return Optional.of(page(now, path));
        }
        Optional<Path> found = now.copied(path).or(() -> summaries.file(path));
        return found.isEmpty() && isUnreadable(path) ? Edition.inside(lastGood, path) : found;
    }

    private Path page(Edition now, String path) throws IOException {
        try {
            Path file = now.page(path);
            if (now.isFirst(path)) {
                Path copy = lastGood.resolve(path);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                checking.execute(() -> checkPage(now, path));
            }
            return file;
        } catch (TemplateFailure e) {
            Problems problems = new Problems();
            builds.get().report(e, problems);
            synchronized (this) {
                // Of an edition that is gone, nothing is left to mend.
                if (now == edition) {
                    ofTemplates.put(path, problems.sorted());
                    announce();
                }
            }
            return Edition.inside(lastGood, path).orElseThrow(() -> e);
        }
    }

    /** Whether it is the page of a content file that is there but can't be read. */
    private boolean isUnreadable(String path) {
        String source = "content/" + path.replaceFirst("/index\\.html$", "");
        return ofReading.stream()
                        .anyMatch(
                                each ->
                                        each.severity() == Severity.ERROR
                                                && each.file().startsWith(source + "."))
                && Edition.inside(builds.get().source(), source + ".md").isPresent();
    }

    @Override
    public void close() {
        pauses.shutdownNow();
        checking.shutdownNow();
        summaries.close();
        temporary.close();
    }
}
