package org.gongkai;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.gongkai.cli.CommandLineInterface;

/** What a call of the command gave, one hour into the first day of 2024. */
record Called(int status, String out, String err) {
    static Called of(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock newYear =
                Clock.fixed(Instant.parse("2023-12-31T17:00:00Z"), ZoneId.of("Asia/Shanghai"));
        int status =
                new CommandLineInterface(
                                TinyColumn.GENERATOR,
                                newYear,
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8))
                        .run(arguments);
        return new Called(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    String all() {
        return out + err;
    }
}
