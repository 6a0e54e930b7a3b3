package org.gongkai.cli;

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
        int status = new CommandLineInterface(generator, clock, out, err).run(args);
        out.flush();
        err.flush();
        System.exit(status);
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
