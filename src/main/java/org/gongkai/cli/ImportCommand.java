package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gongkai.imports.Import;
import org.gongkai.imports.ImportFailure;
import org.gongkai.imports.Remark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai import}. */
@Command(
        name = "import",
        description = "把 Word、Excel、网页、文本文件变成公开信息和任务分解表（草稿）",
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n")
final class ImportCommand implements Callable<Integer> {
    private final CommandLineInterface line;

    @Parameters(paramLabel = "文件", description = "要导入的文件：.docx、.xlsx、.xls、.html、.txt")
    private Path file;

    @Option(names = "--source", paramLabel = "文件夹", description = "栏目所在的文件夹，默认是当前文件夹")
    private Path source = Path.of("");

    @Option(names = "--name", paramLabel = "名称", description = "公开信息的名称，也是网址；默认由标题的拼音而来")
    private String name;

    @Option(names = "--year", paramLabel = "年份", description = "放到哪一年的文件夹，默认是成文日期的年份")
    private Integer year;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助")
    private boolean help;

    ImportCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException {
        if (year != null && (year < 1949 || year > 2999)) {
            line.err().println("“--year”请写四位年份，例如 2023。");
            return CommandLineInterface.WRONG_USAGE;
        }
        if (!Files.isDirectory(source)) {
            line.err().println(SourceOptions.missing(source));
            return CommandLineInterface.WRONG_USAGE;
        }
        try {
            report(new Import(source.toAbsolutePath().normalize()).run(file, name, year));
            return CommandLineInterface.FINE;
        } catch (ImportFailure failure) {
            line.err().println(failure.getMessage());
            return CommandLineInterface.PROBLEMS;
        }
    }

    private void report(Import.Result result) {
        line.out().println("已写入 " + shown(result.notice()) + "（草稿）。");
        if (result.tasks() == null) {
            line.out().println("没有认出任务分解表；文件里的表格都在正文里。");
        } else {
            line.out()
                    .println("已写入 " + shown(result.tasks()) + "，共 " + result.taskCount() + " 项任务。");
        }
        if (!result.remarks().isEmpty()) {
            line.out().println();
            line.out().println("请对照原件核对以下 " + result.remarks().size() + " 处：");
            for (Remark remark : result.remarks()) {
                line.out().println("  " + remark.text());
            }
        }
        line.out().println();
        line.out().println("下一步：补上“请填写”的各项，核对后删去“状态: 草稿”，再运行 gongkai check。");
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }
}
