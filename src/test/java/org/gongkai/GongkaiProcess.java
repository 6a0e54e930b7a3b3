package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The program in a process of its own, which can be killed and has its own locale and zone. */
final class GongkaiProcess {
    private GongkaiProcess() {}

    /** The words that start it, to which arguments are added. */
    private static List<String> words(List<String> javaOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dgongkai.home=" + TinyColumn.GENERATOR);
        command.addAll(javaOptions);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "org.gongkai.cli.Main"));
        return command;
    }

    /** Writes a program that starts it, as the launcher does where it is installed. */
    static void writeLauncher(Path file) throws IOException {
        String command =
                words(List.of()).stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
        Files.writeString(file, "#!/bin/sh\nexec " + command + " \"$@\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static Process start(List<String> javaOptions, String... arguments) {
        List<String> command = words(javaOptions);
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // Chinese file names need a UTF-8 locale, which the launcher sets too.
            builder.environment().put("LC_ALL", "C.UTF-8");
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs to the end. */
    static Ended run(List<String> javaOptions, String... arguments) {
        Process process = start(javaOptions, arguments);
        try {
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs to the end where programs are looked for in these folders. */
    static Called called(String path, List<String> arguments) {
        List<String> command = words(List.of());
        command.addAll(arguments);
        try {
            Path out = Files.createTempFile("gongkai-", ".out");
            Path err = Files.createTempFile("gongkai-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("PATH", path);
            int status = builder.start().waitFor();
            Called called = new Called(status, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return called;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * @param output what was printed, problems and messages alike
     */
    record Ended(int status, String output) {}
}
