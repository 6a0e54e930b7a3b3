package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gongkai sample}. */
@Command(
        name = "sample",
        description = "造一个示例栏目，用来测速",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n")
final class SampleCommand implements Callable<Integer> {
    private final CommandLineInterface line;

    @Option(names = "--notices", required = true, paramLabel = "数量", description = "公开信息的份数")
    private int notices;

    @Option(names = "--out", required = true, paramLabel = "文件夹", description = "写到哪个文件夹（须为空或不存在）")
    private Path out;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助")
    private boolean help;

    SampleCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException {
        if (notices < 1) {
            line.err().println("“--notices”请写 1 以上的整数。");
            return CommandLineInterface.WRONG_USAGE;
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            line.err().println(out + " 是一个文件，请另外指定一个文件夹。");
            return CommandLineInterface.WRONG_USAGE;
        }
        if (Files.exists(out)) {
            try (Stream<Path> inside = Files.list(out)) {
                if (inside.findAny().isPresent()) {
                    line.err().println(out + " 里已有文件，请另外指定一个文件夹。");
                    return CommandLineInterface.WRONG_USAGE;
                }
            }
        }
        new SampleColumn(notices).write(out);
        line.out().println("已写入 " + notices + " 份公开信息到 " + out + "。");
        return CommandLineInterface.FINE;
    }
}
