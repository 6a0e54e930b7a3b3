package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gongkai.SiteBuild;
import org.gongkai.model.Problems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gongkai check}. */
@Command(
        name = "check",
        description = "检查栏目内容，不生成网站",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n")
final class CheckCommand implements Callable<Integer> {
    private final CommandLineInterface line;

    @Mixin private SourceOptions options;

    @Option(
            names = "--out",
            paramLabel = "文件夹",
            description = "已生成的网站在哪个文件夹，默认是 public（目前只检查内容，还不检查网页）")
    private Path out = Path.of("public");

    @Option(names = "--strict", description = "有警告也算不通过")
    private boolean strict;

    @Option(names = "--format", paramLabel = "text|json", description = "结果的格式，默认是 text")
    private Format format = Format.text;

    /** How the problems are printed. */
    private enum Format {
        text,
        json
    }

    CheckCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        SiteBuild build =
                new SiteBuild(
                        line.generator(),
                        options.source(),
                        options.asOf(line.today()),
                        false,
                        strict);
        build.check(problems);
        ProblemPrinter printer = new ProblemPrinter(line.out());
        if (format == Format.json) {
            printer.printJson(problems);
        } else {
            printer.print(problems);
            line.out().println("检查完毕" + printer.summary(problems, "：") + "。");
        }
        return build.mayPublish(problems)
                ? CommandLineInterface.FINE
                : CommandLineInterface.PROBLEMS;
    }
}
