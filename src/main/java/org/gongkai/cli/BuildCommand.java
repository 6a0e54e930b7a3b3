package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gongkai.SiteBuild;
import org.gongkai.model.Problems;
import org.gongkai.publish.FailedBuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gongkai build}. */
@Command(
        name = "build",
        description = "生成整个网站",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n")
final class BuildCommand implements Callable<Integer> {
    private final CommandLineInterface line;

    @Mixin private SourceOptions options;

    @Option(names = "--out", paramLabel = "文件夹", description = "生成到哪个文件夹，默认是 public；每次整个换成新的")
    private Path out = SiteFolder.USUAL;

    @Option(names = "--drafts", description = "草稿也生成（只用于自己预览，不要对外发布）")
    private boolean drafts;

    @Option(names = "--strict", description = "有警告也不发布")
    private boolean strict;

    @Option(names = "--clean", description = "全部重新生成，不用上次的缓存")
    private boolean clean;

    BuildCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException {
        Problems problems = new Problems();
        Path target = out.toAbsolutePath().normalize();
        SiteBuild build =
                new SiteBuild(
                        line.generator(),
                        options.source(),
                        options.asOf(line.today()),
                        drafts,
                        strict,
                        clean);
        BuildWatch watch = new BuildWatch(line.err(), line.terminal() != null, System::nanoTime);
        SiteBuild.Result result = build.run(target, problems, watch);
        String times = watch.end();
        ProblemPrinter printer = new ProblemPrinter(line.out());
        printer.print(problems);
        printer.printLevels(result.pageChecks());
        if (result.published()) {
            new FailedBuild(target).forget();
            line.out()
                    .println(
                            "已生成到 "
                                    + target
                                    + "："
                                    + result.notices()
                                    + " 份公开信息，"
                                    + result.tasks()
                                    + " 项任务，"
                                    + result.pages()
                                    + " 个网页"
                                    + printer.summary(problems, "，")
                                    + "。");
            line.out().println(times + "。" + made(result));
            if (!Files.exists(options.source().resolve("site.yml"))) {
                line.out()
                        .println(
                                "这个栏目没有 site.yml，网站名称、网址、标识码、联系方式用的都是示例里的。"
                                        + "发布之前，请把 gongkai 的 site.yml 复制过来，改成自己的。");
            }
            return CommandLineInterface.FINE;
        }
        if (Files.isDirectory(options.source().resolve("content"))) {
            new FailedBuild(target).remember(printer.summary(problems, ""));
        }
        String untouched = Files.exists(target) ? "原来的 " + target.getFileName() + " 没有改动。" : "";
        line.out().println("没有生成" + printer.summary(problems, "：") + "。" + untouched);
        return CommandLineInterface.PROBLEMS;
    }

    /** How much was made anew, and what the search takes. */
    private static String made(SiteBuild.Result result) {
        return "重新读取 "
                + result.noticesRead()
                + " 份，重新生成 "
                + result.pagesMade()
                + " 个网页，检索"
                + (result.searchMade() ? "重建" : "沿用")
                + String.format(Locale.ROOT, "（%.1f MB）。", result.searchBytes() / 1e6);
    }
}
