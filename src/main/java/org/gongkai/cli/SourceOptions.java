package org.gongkai.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@code build} and {@code check} are told alike. */
final class SourceOptions {
    @Option(names = "--source", paramLabel = "文件夹", description = "栏目所在的文件夹，默认是当前文件夹")
    private Path source = Path.of("");

    @Option(names = "--as-of", paramLabel = "日期", description = "按哪一天判断有效性和期限，默认是今天，例如 2023-09-13")
    private LocalDate asOf;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助")
    private boolean help;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The column's folder, which is there. */
    Path source() {
        if (!Files.isDirectory(source)) {
            throw new WrongUsage(command, missing(source));
        }
        return source.toAbsolutePath().normalize();
    }

    /** What to say where there is no folder of this name. */
    static String missing(Path source) {
        return "找不到文件夹 " + source + "。请用 --source 指定栏目所在的文件夹，其中应有 content/notices/年份/名称.md。";
    }

    LocalDate asOf(LocalDate today) {
        return asOf == null ? today : asOf;
    }
}
