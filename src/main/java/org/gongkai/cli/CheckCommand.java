package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gongkai.SiteBuild;
import org.gongkai.checks.page.PageChecks;
import org.gongkai.checks.page.PageFiles;
import org.gongkai.checks.page.PageRun;
import org.gongkai.model.CheckLevel;
import org.gongkai.model.Column;
import org.gongkai.model.Place;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Processors;
import org.gongkai.model.Severity;
import org.gongkai.model.SiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gongkai check}. */
@Command(
        name = "check",
        description = "检查栏目内容和已生成的网页，不生成网站",
        synopsisHeading = "用法：",
        optionListHeading = "%n选项：%n")
final class CheckCommand implements Callable<Integer> {
    private final CommandLineInterface line;

    @Mixin private SourceOptions options;

    @Option(names = "--out", paramLabel = "文件夹", description = "已生成的网站在哪个文件夹，默认是 public；没有就只检查内容")
    private Path out;

    @Option(names = "--pages", paramLabel = "文件夹", description = "只检查这个文件夹里的网页，不论是谁做的")
    private Path pages;

    @Option(names = "--strict", description = "有警告也算不通过")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "text|json|github|gitlab|sarif",
            description = "结果的格式，默认是 text；后三种给代码托管平台，在改动的那一行旁边显示问题")
    private Format format = Format.text;

    /** How the problems are printed. */
    private enum Format {
        text,
        json,
        github,
        gitlab,
        sarif
    }

    CheckCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException {
        if (pages != null) {
            return checkPages();
        }
        Problems problems = new Problems();
        SiteBuild build =
                new SiteBuild(
                        line.generator(),
                        options.source(),
                        options.asOf(line.today()),
                        false,
                        strict);
        Column column = build.check(problems);
        SiteFolder site = new SiteFolder(out);
        SiteSettings settings = column.site().settings();
        boolean other = site.isOfAnotherColumn(settings);
        if (!other) {
            build.checkPages(column, site.path(), problems);
        }
        report(problems, new Problems(), options.source(), settings.pageChecks());
        if (format == Format.text || format == Format.github) {
            if (other && hasError(problems, "site.yml")) {
                line.out().println(SiteFolder.USUAL + " 里的网页没有检查，请先改好 site.yml。");
            } else if (other) {
                line.out()
                        .println(
                                SiteFolder.USUAL
                                        + " 里是另一个栏目的网站，或者是改名称、网址以前生成的，没有检查其中的网页；要检查，请用 --out 指明。");
            } else if (format == Format.text && out != null && !hasPages(site.path())) {
                line.out().println(out + " 里没有生成好的网站，只检查了内容。请核对 --out 后面的路径。");
            }
        }
        return build.mayPublish(problems)
                ? CommandLineInterface.FINE
                : CommandLineInterface.PROBLEMS;
    }

    private static boolean hasPages(Path folder) throws IOException {
        return Files.isRegularFile(folder.resolve("index.html"))
                || (Files.isDirectory(folder) && !PageFiles.in(folder).pages().isEmpty());
    }

    /** The pages of anybody; what only a person can judge is told, and never fails. */
    private int checkPages() throws IOException {
        if (!Files.isDirectory(pages)) {
            line.err().println("找不到文件夹 " + pages + "。请核对 --pages 后面的路径。");
            return CommandLineInterface.WRONG_USAGE;
        }
        Problems problems = new Problems();
        Problems reviews = new Problems();
        PageRun run = new PageRun(new PageChecks(), pages, "", null, problems, reviews);
        PageFiles found = PageFiles.in(pages);
        Processors.each(found.pages(), run::check);
        run.finish();
        for (String link : found.links()) {
            problems.warning(
                    "symbolic-link",
                    new Place(link, 1),
                    "这是一个指向别处的链接（快捷方式），没有检查。",
                    "请换成文件本身，或者另外检查它指向的文件夹。");
        }
        if (found.pages().isEmpty()) {
            problems.error(
                    "no-pages",
                    new Place("index.html", 1),
                    "文件夹 " + pages + " 里没有 HTML 网页（.html、.htm）。",
                    "请核对 --pages 后面的路径。");
        }
        report(problems, reviews, pages, List.of());
        boolean fails = problems.hasErrors() || (strict && !problems.sorted().isEmpty());
        return fails ? CommandLineInterface.PROBLEMS : CommandLineInterface.FINE;
    }

    private static boolean hasError(Problems problems, String file) {
        return problems.sorted().stream()
                .anyMatch(each -> each.severity() == Severity.ERROR && each.file().equals(file));
    }

    /**
     * @param folder the one that the files of the problems are told from
     */
    private void report(Problems problems, Problems reviews, Path folder, List<CheckLevel> levels) {
        ProblemPrinter printer = new ProblemPrinter(line.out());
        Problems all = new Problems();
        problems.sorted().forEach(all::add);
        reviews.sorted().forEach(all::add);
        Set<Problem> toReview = Set.copyOf(reviews.sorted());
        RepositoryPaths paths = RepositoryPaths.from(folder);
        switch (format) {
            case json -> printer.printJson(all);
            case gitlab -> line.out().println(new GitlabReport(paths).of(all.sorted(), toReview));
            case sarif ->
                    line.out()
                            .println(
                                    new SarifReport(paths, new CheckHelp())
                                            .of(all.sorted(), toReview));
            case github -> {
                GithubCommands commands = new GithubCommands(paths, new CheckHelp());
                printer.print(all, problem -> commands.of(problem, toReview.contains(problem)));
                printer.printLevels(levels, commands::of);
                printEnd(printer, all);
            }
            case text -> {
                printer.print(all);
                printer.printLevels(levels);
                printEnd(printer, all);
            }
        }
    }

    private void printEnd(ProblemPrinter printer, Problems all) {
        line.out().println("检查完毕" + printer.summary(all, "：") + "。");
    }
}
