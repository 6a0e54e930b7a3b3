package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries a reader with many odd inputs, the same ones every time, after those that it once failed on
 * ({@code src/test/resources/fuzz/}). {@code -Dfuzz.iterations=100} tries a hundred times as many,
 * {@code -Dfuzz.seed=7} others; what fails is written to {@code target/fuzz/}.
 */
public final class Fuzz {
    private static final Path KEPT = TinyColumn.GENERATOR.resolve("src/test/resources/fuzz");
    private static final Path FINDS = TinyColumn.GENERATOR.resolve("target/fuzz");
    private static final int TIMES = Integer.getInteger("fuzz.iterations", 1);
    private static final long SEED = Long.getLong("fuzz.seed", 20261122);

    /** Only what hangs takes so long, on however busy a machine. */
    private static final int SECONDS_OF_A_HANG = 60;

    private static final int MOST_FINDS = 30;

    private Fuzz() {}

    /** Fails if the input makes something go wrong. */
    @FunctionalInterface
    public interface Target {
        void tryWith(byte[] input) throws Exception;
    }

    /**
     * @param name of the target, and of the folder of its kept inputs
     * @param corpus valid inputs
     */
    public static void run(String name, List<byte[]> corpus, int iterations, Target target) {
        Map<String, String> finds = new TreeMap<>();
        ExecutorService thread = Executors.newSingleThreadExecutor(Fuzz::daemon);
        Mutator mutator = new Mutator(SEED ^ name.hashCode());
        kept(name).forEach((file, input) -> tryOut(name, file, input, target, thread, finds));
        corpus.forEach(input -> tryOut(name, "corpus", input, target, thread, finds));
        for (int i = 0; i < iterations * TIMES && finds.size() < MOST_FINDS; i++) {
            tryOut(name, "input " + i, mutator.odd(corpus), target, thread, finds);
        }
        thread.shutdownNow();
        assertEquals(Map.of(), finds);
    }

    private static void tryOut(
            String name,
            String input,
            byte[] bytes,
            Target target,
            ExecutorService thread,
            Map<String, String> finds) {
        Throwable thrown = null;
        try {
            thread.submit(
                            () -> {
                                target.tryWith(bytes);
                                return null;
                            })
                    .get(SECONDS_OF_A_HANG, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            thrown = e.getCause();
        } catch (TimeoutException e) {
            throw new AssertionError(name + " hangs on " + write(name, "hang", bytes), e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (thrown != null) {
            String what = thrown + " " + where(thrown);
            String kind = what.replaceAll("\\d+", "N").replaceAll("(?s)(.{80}).*", "$1");
            if (!finds.containsKey(kind)) {
                String file = write(name, Integer.toHexString(kind.hashCode()), bytes);
                finds.put(kind, input + ", " + file + ": " + what);
            }
        }
    }

    /** The nearest of our own lines. */
    private static String where(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.gongkai"))
                .limit(3)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }

    private static String write(String name, String find, byte[] bytes) {
        try {
            Files.createDirectories(FINDS.resolve(name));
            return Files.write(FINDS.resolve(name).resolve(find), bytes).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> kept(String name) {
        Map<String, byte[]> kept = new TreeMap<>();
        if (Files.isDirectory(KEPT.resolve(name))) {
            try (Stream<Path> files = Files.list(KEPT.resolve(name))) {
                for (Path file : files.toList()) {
                    kept.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return kept;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fuzz");
        thread.setDaemon(true);
        return thread;
    }
}
