package org.gongkai.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Option;

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

    Path source() {
        return source.toAbsolutePath().normalize();
    }

    LocalDate asOf(LocalDate today) {
        return asOf == null ? today : asOf;
    }
}
