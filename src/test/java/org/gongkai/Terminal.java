package org.gongkai;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.cli.CommandLineInterface;

/** A terminal in a column's folder, as it looks after a command. */
final class Terminal {
    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="zh-CN"><title>终端</title><style>
            body { margin: 0; background: #1e1e1e }
            pre { margin: 0; padding: 16px 20px; color: #e4e4e4; white-space: pre-wrap; word-break: break-all;
              font: 16px/1.6 "Noto Sans Mono CJK SC", monospace }
            b { color: #8cd0ff }
            </style><pre>%s</pre></html>
            """;

    private final Path column;

    Terminal(Path column) {
        this.column = column;
    }

    /**
     * Runs a command and gives a page that shows it with what it printed.
     *
     * @param typed what the person at it answers, a line each
     */
    String run(String typed, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        BufferedReader answers =
                new BufferedReader(new StringReader(typed)) {
                    @Override
                    public String readLine() throws IOException {
                        String line = super.readLine();
                        print.println("\u0001" + line + "\u0002");
                        return line;
                    }
                };
        List<String> all = new ArrayList<>();
        for (String argument : arguments) {
            all.add(argument.endsWith(".docx") ? column.resolve(argument).toString() : argument);
        }
        all.addAll(List.of("--source", column.toString()));
        // Not the site that may lie in the folder of the tests; what is said of that isn't shown.
        Path none = column.resolve("none");
        if (arguments[0].equals("check")) {
            all.addAll(List.of("--out", none.toString()));
        }
        Clock clock =
                Clock.fixed(Instant.parse(Handbook.DAY + "T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
        new CommandLineInterface(TinyColumn.GENERATOR, clock, answers, print, print)
                .run(all.toArray(String[]::new));
        String shown =
                bytes.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith(none + " "))
                        .collect(Collectors.joining("\n"))
                        .stripTrailing();
        return PAGE.formatted(
                "$ <b>./gongkai "
                        + String.join(" ", arguments)
                        + "</b>\n"
                        + shown.replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace("\u0001", "<b>")
                                .replace("\u0002", "</b>"));
    }
}
