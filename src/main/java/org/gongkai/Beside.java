package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that goes on beside the rest of a build, on a thread of its own. */
final class Beside implements AutoCloseable {
    private final CompletableFuture<Void> work;

    /** What may fail as files do. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Beside(CompletableFuture<Void> work) {
        this.work = work;
    }

    static Beside start(Work work) {
        CompletableFuture<Void> running = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                                running.complete(null);
                            } catch (IOException | RuntimeException | Error e) {
                                running.completeExceptionally(e);
                            }
                        },
                        "beside");
        thread.setDaemon(true);
        thread.start();
        return new Beside(running);
    }

    /** Waits for its end; throws what went wrong with it. */
    void join() throws IOException {
        try {
            work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            } else if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Waits for its end, whatever that is: it may still write to a folder that is cleared next. */
    @Override
    public void close() {
        work.exceptionally(failure -> null).join();
    }
}
