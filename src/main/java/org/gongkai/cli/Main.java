package org.gongkai.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/** The command {@code gongkai}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        Path generator =
                Path.of(System.getProperty("gongkai.home", "")).toAbsolutePath().normalize();
        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        int status = new CommandLineInterface(generator, clock, terminal(), out, err).run(args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /**
     * Whom to ask, or null: no person sits before a nightly build. From Java 22 on there is always
     * a console, which says itself whether it is a terminal.
     */
    private static BufferedReader terminal() {
        Console console = System.console();
        if (console == null || System.getenv("CI") != null) {
            return null;
        }
        try {
            boolean person = (boolean) Console.class.getMethod("isTerminal").invoke(console);
            return person ? new BufferedReader(console.reader()) : null;
        } catch (ReflectiveOperationException e) {
            return new BufferedReader(console.reader());
        }
    }

    /**
     * Chinese is printed as UTF-8 whatever the machine's locale; a Windows console says what it
     * reads.
     */
    private static PrintStream utf8(FileDescriptor descriptor) {
        boolean windowsConsole =
                System.console() != null && System.getProperty("os.name").startsWith("Windows");
        return new PrintStream(
                new FileOutputStream(descriptor),
                true,
                windowsConsole ? System.console().charset() : StandardCharsets.UTF_8);
    }
}
