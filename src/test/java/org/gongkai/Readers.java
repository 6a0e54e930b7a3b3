package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Many readers of a site at once, in a process of their own, who never stop for long. */
final class Readers implements AutoCloseable {
    private static final Path SCRIPT =
            TinyColumn.GENERATOR.resolve("src/test/resources/visitors.mjs");

    private final Process process;
    private final Path visits;

    /**
     * @param site its address, with a slash at its end
     * @param folder for what they report
     */
    Readers(String site, int count, Path folder) throws IOException {
        visits = folder.resolve("visits");
        process =
                new ProcessBuilder(Program.required("node"), SCRIPT + "", site, count + "")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(visits.toFile())
                        .start();
    }

    /** Lets each end what it reads, and gives all that they saw. */
    Visits stop() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        try {
            assertEquals(0, process.waitFor());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Visits(Files.readAllLines(visits).stream().map(Visits.Visit::read).toList());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
