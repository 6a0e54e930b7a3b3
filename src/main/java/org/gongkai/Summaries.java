package org.gongkai;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is made of all notices together, for a column that is being edited: the search index, the
 * data, the sitemap. It takes as long as a thousand pages, and so lags behind.
 */
final class Summaries implements AutoCloseable {
    private static final long LONGEST_END_SECONDS = 5;
    private static final String SEARCH = "search/";
    private static final Pattern PATH =
            Pattern.compile("(?:search|data)/.*|sitemap.*|robots\\.txt");

    private final TemporaryFolder temporary;

    // One processor, lest it hold up the page that somebody waits for.
    private final ForkJoinPool making = new ForkJoinPool(1);
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile Path made;

    /** A search that has begun with its files goes on. */
    private volatile Path before;

    private Path unfinished;
    private Thread maker;
    private boolean givenUp;

    Summaries(TemporaryFolder temporary) {
        this.temporary = temporary;
    }

    /** Makes those of an edition, unless they are given up. */
    void make(Edition edition) {
        making.execute(() -> makeNow(edition));
    }

    /**
     * Gives up what is being made: an edit has made it useless, and the edit's page comes first.
     */
    synchronized void giveUp() {
        if (maker != null) {
            givenUp = true;
            maker.interrupt();
        }
    }

    private void makeNow(Edition edition) {
        try {
            begin();
            clear(unfinished);
            unfinished = temporary.next();
            edition.writeSummaries(unfinished);
            Path old = before;
            before = made;
            made = unfinished;
            unfinished = old;
        } catch (IOException | RuntimeException e) {
            // The last ones stay; the next edition makes its own.
        } finally {
            if (!end() || made != null) {
                first.countDown();
            }
        }
    }

    private synchronized void begin() {
        givenUp = false;
        maker = Thread.currentThread();
    }

    /** Whether it was given up. */
    private synchronized boolean end() {
        maker = null;
        Thread.interrupted();
        return givenUp;
    }

    private static void clear(Path folder) {
        if (folder != null) {
            TemporaryFolder.delete(folder);
        }
    }

    /** One of their files. The first of them take a while; who asks earlier waits. */
    Optional<Path> file(String path) {
        if (made == null && PATH.matcher(path).matches()) {
            try {
                first.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Stream.of(
                        Optional.ofNullable(made),
                        Optional.ofNullable(path.startsWith(SEARCH) ? before : null))
                .flatMap(Optional::stream)
                .flatMap(folder -> Edition.inside(folder, path).stream())
                .findFirst();
    }

    @Override
    public void close() {
        first.countDown();
        making.shutdownNow();
        try {
            // It would go on writing to a folder that is deleted next.
            making.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
