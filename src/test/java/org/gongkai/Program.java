package org.gongkai;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine that some tests need, as browser tests need Chromium. */
final class Program {
    private Program() {}

    /**
     * Where it is. Without it the test is skipped, or fails where the environment says {@code
     * GONGKAI_BROWSER_TESTS=required}.
     */
    static String required(String name) {
        String path =
                Optional.ofNullable(System.getenv("PATH")).orElse("")
                        + File.pathSeparator
                        + "/usr/sbin";
        Optional<Path> found =
                Stream.of(path.split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (found.isEmpty() && "required".equals(System.getenv("GONGKAI_BROWSER_TESTS"))) {
            throw new AssertionError("no " + name + " on the PATH");
        }
        Assumptions.assumeTrue(found.isPresent(), "no " + name + " on the PATH");
        return found.get().toString();
    }
}
