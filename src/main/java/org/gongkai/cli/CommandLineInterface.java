package org.gongkai.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.publish.OutputFolder;
import org.gongkai.publish.RemoteFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands of {@code gongkai}, in Chinese. Exit status: 0 fine, 1 problems, 2 wrong usage. */
@Command(
        name = "gongkai",
        header = "政府信息公开专栏静态网站生成器",
        synopsisHeading = "用法：",
        commandListHeading = "%n命令：%n",
        optionListHeading = "%n选项：%n",
        synopsisSubcommandLabel = "命令",
        footer = {
            "",
            "例如：",
            "  gongkai build                 把当前文件夹的栏目生成到 public/",
            "  gongkai check                 只检查，不生成",
            "  gongkai serve                 在本机预览，边改边看",
            "  gongkai import 文件.docx      把收到的文件变成公开信息（草稿）",
            "  gongkai new notice 名称       新写一份公开信息，填好索引号和日期（草稿）",
            "  gongkai publish /srv/gongkai  把生成好的网站发布到这个文件夹",
            "",
            "每个命令的用法：gongkai 命令 --help"
        })
public final class CommandLineInterface {
    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USAGE = 2;

    private final Path generator;
    private final Clock clock;
    private final BufferedReader terminal;
    private final PrintStream out;
    private final PrintStream err;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "显示版本")
    private boolean version;

    /**
     * @param generator the generator's own folder
     * @param clock gives the day where {@code --as-of} does not
     */
    public CommandLineInterface(Path generator, Clock clock, PrintStream out, PrintStream err) {
        this(generator, clock, null, out, err);
    }

    /**
     * @param generator the generator's own folder
     * @param clock gives the day where {@code --as-of} does not
     * @param terminal what a person types when asked; null where nobody can be
     */
    public CommandLineInterface(
            Path generator,
            Clock clock,
            BufferedReader terminal,
            PrintStream out,
            PrintStream err) {
        this.generator = generator;
        this.clock = clock;
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    /** Runs a command and gives its exit status. */
    public int run(String... args) {
        CommandLine line =
                new CommandLine(this)
                        .addSubcommand(new BuildCommand(this))
                        .addSubcommand(new CheckCommand(this))
                        .addSubcommand(new ServeCommand(this))
                        .addSubcommand(new SearchCommand(this))
                        .addSubcommand(new ImportCommand(this))
                        .addSubcommand(new NewCommand(this))
                        .addSubcommand(new PublishCommand(this))
                        .addSubcommand(new SampleCommand(this));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setParameterExceptionHandler((e, arguments) -> reportUsage(e));
        line.setExecutionExceptionHandler((e, command, result) -> reportFailure(e));
        line.registerConverter(LocalDate.class, CommandLineInterface::date);
        for (CommandLine each : line.getSubcommands().values()) {
            each.registerConverter(LocalDate.class, CommandLineInterface::date);
        }
        line.getCommandSpec().version(version());
        try {
            return line.execute(asked(line.getSubcommands().keySet(), args));
        } catch (Throwable e) {
            return reportFailure(e);
        }
    }

    /**
     * {@code help build} is how some programs say {@code build --help}. Nothing at all asks for the
     * help, too; help for no command of ours is left to be refused by its name.
     */
    private static String[] asked(Set<String> commands, String... args) {
        if (args.length == 0 || (args.length == 1 && args[0].equals("help"))) {
            return new String[] {"--help"};
        }
        if (!args[0].equals("help")) {
            return args;
        }
        return commands.contains(args[1])
                ? new String[] {args[1], "--help"}
                : new String[] {args[1]};
    }

    private static String version() {
        try (InputStream in = CommandLineInterface.class.getResourceAsStream("version.txt")) {
            String version = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return "gongkai（公开）版本 " + version + "，Java " + Runtime.version().feature();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path generator() {
        return generator;
    }

    /** What a person types when asked; null where nobody can be. */
    BufferedReader terminal() {
        return terminal;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new NoDate("“" + text + "”不是日期，请写成 YYYY-MM-DD，例如 2023-09-13");
        }
    }

    /** Our own words, unlike those that picocli finds for a value of another type. */
    private static final class NoDate extends CommandLine.TypeConversionException {
        private static final long serialVersionUID = 1;

        NoDate(String message) {
            super(message);
        }
    }

    private int reportUsage(CommandLine.ParameterException e) {
        CommandLine command = e.getCommandLine();
        err.println(explained(e));
        err.println("查看用法：" + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    private static String explained(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            return "不认识“"
                    + String.join(" ", unmatched.getUnmatched())
                    + "”。"
                    + (suggestions.isEmpty() ? "" : "是不是“" + suggestions.get(0) + "”？");
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            return "缺少参数："
                    + String.join(
                            "、",
                            missing.getMissing().stream()
                                    .map(CommandLineInterface::nameOf)
                                    .toList())
                    + "。";
        }
        if (e instanceof WrongUsage) {
            return e.getMessage();
        }
        if (e.getCause() instanceof NoDate noDate) {
            return noDate.getMessage() + "。";
        }
        if (e instanceof CommandLine.OverwrittenOptionException) {
            return "同一个选项写了两遍。";
        }
        if (e instanceof CommandLine.MutuallyExclusiveArgsException) {
            return "下面几个只能写一个："
                    + e.getCommandLine().getCommandSpec().argGroups().stream()
                            .flatMap(group -> group.args().stream())
                            .map(CommandLineInterface::nameOf)
                            .collect(Collectors.joining("、"))
                    + "。";
        }
        return e.getArgSpec() == null
                ? "命令的写法不对。"
                : "“"
                        + nameOf(e.getArgSpec())
                        + "”的值“"
                        + e.getValue()
                        + "”不对。"
                        + whatToType(e.getArgSpec());
    }

    private static String whatToType(CommandLine.Model.ArgSpec spec) {
        if (spec.type().isEnum()) {
            return "可以写：" + spec.paramLabel().replace("|", "、") + "。";
        }
        return spec.type() == int.class || spec.type() == Integer.class ? "请写整数。" : "";
    }

    private static String nameOf(CommandLine.Model.ArgSpec spec) {
        return spec instanceof CommandLine.Model.OptionSpec option
                ? option.longestName() + (option.arity().max() > 0 ? " " + option.paramLabel() : "")
                : spec.paramLabel();
    }

    /** Our faults and the machine's, in one line; what only a programmer reads goes to a file. */
    private int reportFailure(Throwable e) {
        if (e instanceof OutputFolder.Refused refused) {
            err.println(refused.getMessage());
            return WRONG_USAGE;
        }
        if (e instanceof UncheckedIOException unchecked) {
            return reportFailure(unchecked.getCause());
        }
        if (e instanceof RemoteFolder.NotSent notSent) {
            err.println(notSent.getMessage());
        } else if (e instanceof AccessDeniedException denied) {
            err.println("没有权限读写 " + denied.getFile() + "。");
        } else if (e instanceof NoSuchFileException missing) {
            err.println("找不到 " + missing.getFile() + "。");
        } else if (e instanceof FileAlreadyExistsException exists) {
            err.println(exists.getFile() + " 已经存在，而且不是文件夹。");
        } else if (e instanceof FileSystemException file) {
            String reason = file.getReason() == null ? "" : "：" + file.getReason();
            err.println("读写 " + file.getFile() + " 时出错" + reason + "。");
        } else if (e instanceof IOException) {
            err.println("读写文件时出错：" + e.getMessage() + "。请检查磁盘是否已满。");
        } else if (e instanceof OutOfMemoryError) {
            err.println("内存不足。可以设置环境变量 GONGKAI_JAVA_OPTIONS=-Xmx4g 后再试。");
        } else {
            err.println("程序内部出错，没有发布任何内容。详情已写入 " + log(e) + "，请把它交给技术人员。");
        }
        return PROBLEMS;
    }

    private static String log(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        try {
            return Files.writeString(Files.createTempFile("gongkai-", ".log"), trace.toString())
                    .toString();
        } catch (IOException unwritable) {
            return "（无法写入日志：" + e + "）";
        }
    }
}
