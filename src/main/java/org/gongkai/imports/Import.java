package org.gongkai.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.sources.Slugs;
import org.gongkai.sources.TitleYear;

/**
 * Turns a file that an office has (Word, Excel, a web page, text) into a notice of a column and its
 * 任务分解表. Nothing is invented: what is not certain stays out, and is told.
 */
public final class Import {
    /** Office files are read in seconds; what takes longer was made to. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final long STACK = 16L * 1024 * 1024;
    private static final Pattern NAME =
            Pattern.compile("[\\p{IsHan}A-Za-z0-9][\\p{IsHan}A-Za-z0-9_-]{0,99}");

    /**
     * What was written.
     *
     * @param notice the notice, relative to the column's folder
     * @param tasks its table; null where the file has none
     * @param taskCount how many tasks it has
     * @param remarks what a person has to look at
     */
    public record Result(Path notice, Path tasks, int taskCount, List<Remark> remarks) {}

    private final Path column;
    private final List<Remark> remarks = new ArrayList<>();

    /**
     * @param column the folder of the column
     */
    public Import(Path column) {
        this.column = column;
    }

    /** What is to be written. */
    private record Prepared(Path notice, String markdown, Path tasks, String yaml, int taskCount) {}

    /**
     * Imports a file.
     *
     * @param name the notice's name; null for one that is made from its title
     * @param year the folder that it goes to; null for the year of its 成文日期
     * @throws ImportFailure where it can't be; nothing is written then
     */
    public Result run(Path file, String name, Integer year) throws IOException, ImportFailure {
        if (name != null && !NAME.matcher(name).matches()) {
            throw new ImportFailure(
                    "--name“" + name + "”不能用作网址。请只用小写字母、数字和“-”，例如 gongkai-yaodian。");
        }
        if (!Files.isDirectory(column.resolve("content"))) {
            throw new ImportFailure("找不到 content 文件夹。请在栏目的文件夹里运行，或者用 --source 指定栏目所在的文件夹。");
        }
        Prepared prepared = withinTime(() -> prepare(file, name, year));
        write(prepared);
        return new Result(
                prepared.notice,
                prepared.yaml == null ? null : prepared.tasks,
                prepared.taskCount,
                List.copyOf(remarks));
    }

    private Prepared prepare(Path file, String name, Integer year)
            throws IOException, ImportFailure {
        Received received = ReceivedFile.read(file);
        remarks.addAll(received.remarks());
        List<Block> blocks = new ArrayList<>(received.blocks());
        if (blocks.isEmpty()) {
            throw new ImportFailure("文件里没有可以导入的文字。如果内容是图片或扫描件，请先转成文字。");
        }
        Map<String, String> known = new LinkedHashMap<>(MetadataBlock.take(blocks, remarks));
        putIfThere(known, "标题", received.title());
        putIfThere(known, "发布日期", received.publicationDate());
        PageFurniture.drop(blocks, known, remarks);
        TaskTableFinder.Found table = new TaskTableFinder(blocks, remarks).find();
        if (table != null && new TaskTree(table.rows(), table.exact()).items().isEmpty()) {
            table = null;
        }
        if (table != null) {
            blocks.subList(table.first(), table.end()).clear();
            table.doubts().forEach(doubt -> remarks.add(new Remark("任务表", doubt)));
        }
        NoticeText notice = new NoticeText(blocks, known, remarks);
        if (notice.body().isEmpty()) {
            remarks.add(new Remark("", "文件里只有任务表，没有正文，请补上。"));
        }
        return prepare(notice, table, name == null ? name(notice, table, file) : name, year);
    }

    private static void putIfThere(Map<String, String> fields, String key, String value) {
        if (value != null) {
            fields.putIfAbsent(key, value);
        }
    }

    private static <T> T withinTime(Callable<T> work) throws IOException, ImportFailure {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "import", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new ImportFailure("读了一分钟还没有读完，已停止。请把需要的内容复制到新文件里再导入。");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportFailure("导入被中断了。");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ImportFailure failure) {
                throw failure;
            }
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof OutOfMemoryError || cause instanceof StackOverflowError) {
                throw new ImportFailure("文件的内容过多或嵌套过深，没有读取。请把需要的内容复制到新文件里再导入。");
            }
            throw new IllegalStateException(cause);
        }
    }

    /** From what the notice is about; else from the file. */
    private static String name(NoticeText notice, TaskTableFinder.Found table, Path file) {
        String title = notice.fields().get("标题");
        title = title == null && table != null ? table.title() : title;
        if (title == null) {
            title = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        }
        String about =
                title.replaceFirst("^.*?关于(?:印发|公布|发布|转发|做好)?", "")
                        .replaceFirst("的?(?:通知|通告|公告|意见|决定|批复|函|公示)$", "");
        return new Slugs().of(about.isBlank() ? title : about);
    }

    private Prepared prepare(
            NoticeText notice, TaskTableFinder.Found table, String name, Integer year)
            throws ImportFailure {
        Map<String, String> fields = notice.fields();
        List<String> doubts = new ArrayList<>(notice.doubts());
        String date = fields.get("成文日期");
        if (year == null && date == null) {
            throw new ImportFailure("文件里没有找到成文日期，不知道放到哪一年的文件夹。请加上 --year 年份，例如 --year 2023。");
        }
        if (table != null && table.title() != null) {
            compareTitles(notice, table, doubts);
            if (!fields.containsKey("标题")) {
                fields.put("标题", table.title());
                doubts.add("文件里没有正式标题，用了任务表的标题。");
                remarks.add(new Remark(table.place(), "文件里没有正式标题，用了任务表的标题。"));
            }
        }
        String folder = "content/notices/" + (year == null ? date.substring(0, 4) : year);
        Path markdown = Path.of(folder, name + ".md");
        Path tasks = Path.of(folder, name + ".tasks.yml");
        for (Path target : List.of(markdown, tasks)) {
            if (Files.exists(column.resolve(target))) {
                throw new ImportFailure(
                        shown(target)
                                + " 已经存在，没有写入任何文件。请用 --name 另起一个名称；确要重新导入的，先把原来的文件移走。"
                                + (table != null && target == markdown
                                        ? "要给它加上任务表的，另起一个名称导入，再把写出的 .tasks.yml 改名为 "
                                                + name
                                                + ".tasks.yml，删去另一个 .md。"
                                        : ""));
            }
        }
        int count = 0;
        String yaml = null;
        if (table != null) {
            TaskTree tree = new TaskTree(table.rows(), table.exact());
            List<TaskNode> nodes = tree.children();
            count = tree.items().size();
            yaml =
                    new TasksYaml(remarks)
                            .write(
                                    title(table, fields),
                                    year(table, fields),
                                    table.doubts(),
                                    nodes);
        }
        String text = NoticeMarkdown.write(fields, doubts, notice.body());
        return new Prepared(markdown, text, tasks, yaml, count);
    }

    /** Both files or none. */
    private void write(Prepared prepared) throws IOException {
        Path notice = column.resolve(prepared.notice);
        Files.createDirectories(notice.getParent());
        Files.writeString(notice, prepared.markdown, StandardOpenOption.CREATE_NEW);
        if (prepared.yaml != null) {
            try {
                Files.writeString(
                        column.resolve(prepared.tasks),
                        prepared.yaml,
                        StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                Files.delete(notice);
                throw e;
            }
        }
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** 附件：…… in the notice should say what stands above the table. */
    private void compareTitles(
            NoticeText notice, TaskTableFinder.Found table, List<String> doubts) {
        for (Block block : notice.body()) {
            if (block instanceof Paragraph paragraph) {
                Matcher named =
                        Pattern.compile("附件\\s*\\d*\\s*[：:]\\s*(?:1[.．])?(.{4,})")
                                .matcher(Wording.tidy(paragraph.text()));
                if (named.matches()
                        && !Wording.squeezed(named.group(1))
                                .equals(Wording.squeezed(table.title()))) {
                    String doubt =
                            "正文里附件的名称是“"
                                    + named.group(1)
                                    + "”，任务表上方是“"
                                    + table.title()
                                    + "”，两处不一样。";
                    doubts.add(doubt);
                    remarks.add(new Remark(paragraph.place(), doubt));
                }
                if (named.matches()) {
                    return;
                }
            }
        }
    }

    private static String title(TaskTableFinder.Found table, Map<String, String> fields) {
        return table.title() == null ? fields.getOrDefault("标题", "任务分解表") : table.title();
    }

    private static String year(TaskTableFinder.Found table, Map<String, String> fields) {
        String date = fields.get("成文日期");
        return TitleYear.in(title(table, fields))
                .or(() -> TitleYear.in(fields.get("标题")))
                .map(String::valueOf)
                .orElse(date == null ? null : date.substring(0, 4));
    }
}
