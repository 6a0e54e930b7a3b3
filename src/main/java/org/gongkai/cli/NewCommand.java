package org.gongkai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gongkai.imports.ImportFailure;
import org.gongkai.imports.Skeletons;
import org.gongkai.model.Similar;
import org.gongkai.sources.Precedents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai new}. */
@Command(
        name = "new",
        description = "新写一份公开信息、任务分解表或说明页，能填的先填好（草稿）",
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footer = {
            "",
            "例如：",
            "  gongkai new notice gongkai-yaodian    content/notices/今年/gongkai-yaodian.md",
            "  gongkai new tasks gongkai-yaodian     在它旁边的任务分解表",
            "  gongkai new page zhidu                content/pages/zhidu.md"
        })
final class NewCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 30;

    private final CommandLineInterface line;

    @Parameters(
            index = "0",
            paramLabel = "类别",
            description = "notice（公开信息）、tasks（任务分解表）或 page（说明页）")
    private String kind;

    @Parameters(
            index = "1",
            paramLabel = "名称",
            description = "文件名，也是网址，用小写字母、数字和“-”；任务分解表写它那份公开信息的名称")
    private String name;

    @Option(names = "--source", paramLabel = "文件夹", description = "栏目所在的文件夹，默认是当前文件夹")
    private Path source = Path.of("");

    @Option(names = "--year", paramLabel = "年份", description = "公开信息放到哪一年的文件夹，默认是今年")
    private Integer year;

    @Option(names = "--title", paramLabel = "标题", description = "公开信息或说明页的标题")
    private String title;

    @Option(names = "--publisher", paramLabel = "机关", description = "发布机关；索引号接着它上一个编")
    private String publisher;

    @Option(names = "--category", paramLabel = "栏目", description = "content/catalog.yml 里的一个名称")
    private String category;

    @Option(names = "--subject", paramLabel = "主题", description = "主题分类，可以写多个")
    private List<String> subjects = new ArrayList<>();

    @Option(names = "--yes", description = "什么都不问，没有写的就空着")
    private boolean yes;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助")
    private boolean help;

    NewCommand(CommandLineInterface line) {
        this.line = line;
    }

    @Override
    public Integer call() throws IOException {
        if (!List.of("notice", "tasks", "page").contains(kind)) {
            return refuse("没有“" + kind + "”这一类。请写 notice（公开信息）、tasks（任务分解表）或 page（说明页）。");
        }
        if (year != null && (year < 1949 || year > 2999)) {
            return refuse("“--year”请写四位年份，例如 2023。");
        }
        Path column = source.toAbsolutePath().normalize();
        if (!Files.isDirectory(column.resolve("content"))) {
            return refuse("找不到 content 文件夹。请在栏目的文件夹里运行，或者用 --source 指定栏目所在的文件夹。");
        }
        Questions questions = new Questions(yes ? null : line.terminal(), line.out());
        Precedents precedents = Precedents.of(column);
        if (isUnknown(category, precedents)) {
            return refuse(unknown(category, precedents));
        }
        new RegisterSnippets(precedents).refresh(column);
        Skeletons skeletons = new Skeletons(column, precedents, line.today());
        try {
            if (kind.equals("tasks")) {
                written(skeletons.tasks(skeletons.noticeCalled(name)));
                line.out().println("下一步：打开这个文件，照原文填写任务，再运行 gongkai check。");
                return CommandLineInterface.FINE;
            }
            String address = address(questions);
            if (!Skeletons.isGoodName(address)) {
                return refuse(
                        "“"
                                + address
                                + "”不能用作网址。请只用小写字母、数字和“-”，例如 gongkai new "
                                + kind
                                + " "
                                + Skeletons.nameFrom(address)
                                + "。");
            }
            if (kind.equals("page")) {
                skeletons.requireFree(Skeletons.pagePlace(address));
                String called = title == null ? questions.ask("标题（回车：以后再填）：") : title;
                written(skeletons.page(address, called));
            } else {
                notice(address, skeletons, precedents, questions);
            }
            line.out().println("下一步：打开这个文件，补上“请填写”的各项，写好正文，再运行 gongkai check。");
            return CommandLineInterface.FINE;
        } catch (ImportFailure failure) {
            line.err().println(failure.getMessage());
            return CommandLineInterface.PROBLEMS;
        }
    }

    private int refuse(String message) {
        line.err().println(message);
        return CommandLineInterface.WRONG_USAGE;
    }

    /** A column without a catalog knows of none. */
    private static boolean isUnknown(String category, Precedents precedents) {
        return category != null
                && !precedents.categories().isEmpty()
                && !precedents.categories().contains(category);
    }

    private static String unknown(String category, Precedents precedents) {
        List<String> known = precedents.categories();
        List<String> nearest = Similar.nearest(category, known, 1);
        String others = known.size() > MOST_SHOWN ? " 等" : "";
        return "主动公开基本目录里没有“"
                + category
                + "”。"
                + (nearest.isEmpty()
                        ? "请写 content/catalog.yml 里的名称："
                                + String.join(
                                        "、", known.subList(0, Math.min(MOST_SHOWN, known.size())))
                                + others
                                + "。"
                        : "是不是“" + nearest.get(0) + "”？");
    }

    /** The name, or a better one that is agreed to. */
    private String address(Questions questions) throws IOException {
        if (Skeletons.isGoodName(name) || questions.answers() == null) {
            return name;
        }
        String offered = Skeletons.nameFrom(name);
        String answer = questions.ask("名称要用作网址，改用“" + offered + "”（回车：就用它；也可以另写一个）：");
        return answer == null ? offered : answer;
    }

    private void notice(
            String address, Skeletons skeletons, Precedents precedents, Questions questions)
            throws IOException, ImportFailure {
        int folder = year == null ? line.today().getYear() : year;
        skeletons.requireFree(Skeletons.noticePlace(address, folder));
        String called = title == null ? questions.ask("标题（回车：以后再填）：") : title;
        boolean usual = false;
        if (publisher == null) {
            publisher = questions.choose("发布机关，写序号或全称（回车：第 1 个）：", precedents.publishers());
        }
        if (publisher == null && !precedents.publishers().isEmpty()) {
            publisher = precedents.publishers().get(0);
            usual = questions.answers() == null && precedents.publishers().size() > 1;
        }
        if (category == null && !precedents.categories().isEmpty()) {
            category = questions.choose("栏目，写序号（回车：以后再填）：", precedents.categories());
            if (isUnknown(category, precedents)) {
                line.out().println(unknown(category, precedents) + "没有填。");
                category = null;
            }
        }
        if (subjects.isEmpty()) {
            subjects = questions.chooseSome("主题分类，写序号，可以写几个（回车：以后再填）：", precedents.subjects());
        }
        written(
                skeletons.notice(
                        address,
                        folder,
                        new Skeletons.Known(called, publisher, category, subjects)));
        if (usual) {
            line.out().println("发布机关填了用得最多的“" + publisher + "”，不对的请改正，索引号也要跟着改。");
        }
        if (publisher != null) {
            String number = precedents.nextIndexNumber(publisher, folder).orElse(null);
            line.out()
                    .println(number == null ? "看不出下一个索引号，请填写。" : "索引号接着上一个编为 " + number + "，请核对。");
        }
    }

    private void written(Path file) {
        line.out().println("已写入 " + file.toString().replace('\\', '/') + "。");
    }
}
