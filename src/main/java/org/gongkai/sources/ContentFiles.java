package org.gongkai.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Processors;
import org.gongkai.model.Similar;

/**
 * Lists the files of {@code content/}; one that would be lost because it lies or is named wrongly
 * is a problem.
 */
final class ContentFiles {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern FOLDER_OF_CONTENT =
            Pattern.compile("(content/(?:notices/\\d{4}|pages))/");

    /** Anything but what file systems or addresses can't hold. */
    private static final Pattern NAME =
            Pattern.compile("[^\\p{Cntrl}/\\\\:*?\"<>|#%]*[^\\p{Cntrl}/\\\\:*?\"<>|#%. ]");

    private static final Set<String> REGISTERS =
            Set.of("units.yml", "catalog.yml", "workdays.yml", "terms.yml", "waivers.yml");
    private static final String SYNONYMS = "synonyms.txt";
    private static final String TASKS = ".tasks.yml";
    private static final String ATTACHMENTS = "files";
    private static final String NOT_PUBLISHED = "放在这里的文件不会发布。";

    /** What may be the text of a notice, by its name. */
    private static final Pattern DOCUMENT =
            Pattern.compile(
                    "(?i)(?:.*/)?[^./]+|.*\\.(?:docx?|wps|rtf|odt|ofd|pdf|txt|html?|xlsx?|et|csv)");

    private static final String PLACES = "请把公开信息放到 content/notices/年份/ 里，把说明页放到 content/pages/ 里。";

    /**
     * A notice's files.
     *
     * @param name the Markdown file, relative to the column's folder
     * @param tasks its task table; null where it has none
     */
    record NoticeFile(String year, String base, String name, Path markdown, Path tasks) {
        String id() {
            return year + "/" + base;
        }

        String tasksName() {
            return name.substring(0, name.length() - 3) + TASKS;
        }
    }

    /** A page's file. */
    record PageFile(String base, String name, Path markdown) {}

    private final Path root;
    private final Problems problems;
    private final List<NoticeFile> notices = new ArrayList<>();
    private final List<PageFile> pages = new ArrayList<>();
    private final Queue<Path> loose = new ConcurrentLinkedQueue<>();

    ContentFiles(Path root, Problems problems) throws IOException {
        this.root = root;
        this.problems = problems;
        Path content = root.resolve("content");
        if (!Files.isDirectory(content)) {
            problems.error(
                    "content-folder",
                    new Place("content", 1),
                    "找不到 content 文件夹。",
                    "请用 --source 指定栏目所在的文件夹，其中应有 content/notices/年份/名称.md。");
            return;
        }
        for (Path child : children(content)) {
            String name = child.getFileName().toString();
            if (isLink(child)) {
                continue;
            } else if (name.equals("notices") && Files.isDirectory(child)) {
                listNotices(child);
            } else if (name.equals("pages") && Files.isDirectory(child)) {
                listPages(child);
            } else if (!name.equals(SYNONYMS)
                    && name.toLowerCase(Locale.ROOT).startsWith("synonym")) {
                misplaced(child, "请改名为 " + SYNONYMS + "。");
            } else if (Files.isDirectory(child)) {
                listOther(child, otherFolder(name));
            } else if (!REGISTERS.contains(name) && !isContent(name)) {
                if (!name.equals(SYNONYMS)) {
                    loose.add(child);
                }
            } else if (!REGISTERS.contains(name)) {
                Optional<String> register =
                        REGISTERS.stream()
                                .filter(
                                        each ->
                                                name.startsWith(
                                                        each.substring(0, each.indexOf('.'))))
                                .findFirst();
                misplaced(child, register.isPresent() ? "请改名为 " + register.get() + "。" : PLACES);
            }
        }
    }

    List<NoticeFile> notices() {
        return notices;
    }

    List<PageFile> pages() {
        return pages;
    }

    Path register(String name) {
        return root.resolve("content").resolve(name);
    }

    /**
     * Reports the files that no notice, page or setting has a use for: as an error what may be a
     * text that is lost. Those beside a notice or page that could not be read may be its
     * attachments, and are left alone.
     *
     * @param used what is published or shown, relative to the column's folder
     * @param unclear folders in which not all could be read, relative to the column's folder
     */
    void reportUnused(Set<String> used, Set<String> unclear) {
        Set<String> keys = used.stream().map(ContentFiles::key).collect(Collectors.toSet());
        for (Path file : loose) {
            String name = name(file);
            String folder = folderOfContent(name);
            if (keys.contains(key(name)) || unclear.contains(folder)) {
                continue;
            }
            String fix = whatToDo(file, folder);
            if (DOCUMENT.matcher(name).matches()) {
                misplaced(file, fix);
            } else {
                problems.warning("misplaced-file", new Place(name, 1), NOT_PUBLISHED, fix);
            }
        }
    }

    private static String whatToDo(Path unused, String folder) {
        String name = unused.getFileName().toString();
        if (folder.isEmpty()) {
            return PLACES + "附件放到公开信息旁边的 files 文件夹里；不用的请删去。";
        }
        return name.contains(".")
                ? "是附件的，请放到 " + folder + "/files/ 里，并写进“附件”；是公开信息的，请用 gongkai import 转成 .md；不用的请删去。"
                : "文件名没有扩展名。是公开信息或说明页的，请改名为 " + name + ".md；不用的请删去。";
    }

    /**
     * The folder of a year, or of the pages, that a file lies in; empty where it lies in neither.
     */
    private static String folderOfContent(String name) {
        Matcher matcher = FOLDER_OF_CONTENT.matcher(name);
        return matcher.lookingAt() ? matcher.group(1) : "";
    }

    /** Some systems part letters from their accents, or know no case. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String otherFolder(String name) {
        List<String> meant =
                Similar.nearest(name.toLowerCase(Locale.ROOT), List.of("notices", "pages"), 1);
        return meant.isEmpty() ? PLACES : "请把文件夹改名为 " + meant.get(0) + "。";
    }

    /** A folder from which no notice or page is read; but a picture in it may be used. */
    private void listOther(Path folder, String fix) throws IOException {
        List<Path> files = filesBelow(folder);
        if (files.stream().anyMatch(ContentFiles::mayBeText)) {
            misplaced(folder, fix);
        } else {
            loose.addAll(files);
        }
    }

    private void listNotices(Path folder) throws IOException {
        List<Path> years = new ArrayList<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (isLink(child)) {
                continue;
            }
            if (Files.isDirectory(child)) {
                if (YEAR.matcher(name).matches()) {
                    years.add(child);
                } else {
                    listOther(child, "content/notices/ 下面的文件夹应以年份命名，例如 2023。");
                }
            } else if (isContent(name)) {
                misplaced(child, "请放到以年份命名的文件夹里，例如 content/notices/2023/" + name + "。");
            } else {
                loose.add(child);
            }
        }
        try {
            Processors.map(years, this::listYear).forEach(notices::addAll);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The notices of a year; where their files can't be listed, {@link UncheckedIOException}. */
    private List<NoticeFile> listYear(Path folder) {
        try {
            return listYear(folder, folder.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<NoticeFile> listYear(Path folder, String year) throws IOException {
        Map<String, Path> markdown = new TreeMap<>();
        Map<String, Path> tasks = new TreeMap<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            BasicFileAttributes attributes = attributes(child);
            if (attributes == null) {
                continue;
            } else if (attributes.isSymbolicLink()) {
                reportLink(child);
            } else if (attributes.isDirectory() && !name.endsWith(".md") && !name.endsWith(TASKS)) {
                listAttachments(
                        child,
                        "公开信息要直接放在 content/notices/" + year + "/ 里，不要再建文件夹；附件可以放在 files 文件夹里。");
            } else if (name.endsWith(TASKS)) {
                tasks.put(name.substring(0, name.length() - TASKS.length()), child);
            } else if (name.endsWith(".md")) {
                markdown.put(name.substring(0, name.length() - 3), child);
            } else if (isContent(name)) {
                misplaced(child, "公开信息的文件名应以 .md 结尾，任务表应以 .tasks.yml 结尾。" + renamed(name));
            } else {
                loose.add(child);
            }
        }
        Set<String> orphans = new TreeSet<>(tasks.keySet());
        orphans.removeAll(markdown.keySet());
        for (String orphan : orphans) {
            problems.error(
                    "tasks-without-notice",
                    new Place(name(tasks.get(orphan)), 1),
                    "这份任务表没有对应的公开信息。",
                    "请在同一文件夹里建立 " + orphan + ".md，或者改成与公开信息相同的文件名。");
        }
        List<NoticeFile> listed = new ArrayList<>();
        markdown.forEach(
                (base, path) -> {
                    if (isGoodName(base, path)) {
                        listed.add(new NoticeFile(year, base, name(path), path, tasks.get(base)));
                    }
                });
        return listed;
    }

    private void listPages(Path folder) throws IOException {
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (isLink(child)) {
                continue;
            } else if (Files.isDirectory(child) && !name.endsWith(".md")) {
                listAttachments(child, "说明页要直接放在 content/pages/ 里，不要再建文件夹。");
            } else if (name.endsWith(".md")) {
                String base = name.substring(0, name.length() - 3);
                if (isGoodName(base, child)) {
                    pages.add(new PageFile(base, name(child), child));
                }
            } else if (isContent(name)) {
                misplaced(child, "说明页的文件名应以 .md 结尾。" + renamed(name));
            } else {
                loose.add(child);
            }
        }
    }

    /** A folder beside notices or pages; in {@code files} attachments may wait for their notice. */
    private void listAttachments(Path folder, String fix) throws IOException {
        List<Path> files = filesBelow(folder);
        if (folder.getFileName().toString().equals(ATTACHMENTS)) {
            files.stream()
                    .filter(file -> isContent(file.getFileName().toString()))
                    .forEach(
                            file ->
                                    misplaced(
                                            file,
                                            "是公开信息或说明页的，请移到 "
                                                    + name(folder.getParent())
                                                    + "/ 里；是附件的，请换成 Word、PDF 等格式，.md 和 .yml 文件不能作附件。"));
        } else if (files.stream().anyMatch(file -> isContent(file.getFileName().toString()))) {
            misplaced(folder, fix);
        } else {
            loose.addAll(files);
        }
    }

    private boolean isGoodName(String base, Path path) {
        if (NAME.matcher(base).matches() && !base.contains("..") && base.length() <= 100) {
            return true;
        }
        problems.error(
                "file-name",
                new Place(name(path), 1),
                "文件名不能用作网址。",
                "文件名里不要有 \\ : * ? \" < > | # % 这些符号，末尾不要有空格或句点，例如 2023-gongkai-yaodian.md。");
        return false;
    }

    /** The name that was meant: Notepad adds .txt to it, which Windows then does not show. */
    private static String renamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean text = lower.endsWith(".txt");
        String bare = text ? lower.substring(0, lower.length() - 4) : lower;
        for (String ending : List.of(".tasks.yml", ".tasks.yaml", ".md")) {
            if (bare.endsWith(ending)) {
                String right =
                        name.substring(0, bare.length() - ending.length())
                                + ending.replace(".yaml", ".yml");
                return "请改名为 " + right + (text ? "；看不到末尾的“.txt”的，请先在文件夹的“查看”里勾选“文件扩展名”。" : "。");
            }
        }
        return "";
    }

    private void misplaced(Path path, String fix) {
        problems.error("misplaced-file", new Place(name(path), 1), NOT_PUBLISHED, fix);
    }

    /** A symbolic link could lead out of the column's folder. */
    private boolean isLink(Path path) {
        boolean isLink = Files.isSymbolicLink(path);
        if (isLink) {
            reportLink(path);
        }
        return isLink;
    }

    /** There may be tens of thousands: each is looked at once. Null for one that has just gone. */
    private static BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void reportLink(Path path) {
        problems.error(
                "symbolic-link", new Place(name(path), 1), "这是一个指向别处的链接（快捷方式），不会读取。", "请换成文件本身。");
    }

    /** Whether an editor may have meant it as a notice or table. */
    private static boolean isContent(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(".md", ".markdown", ".yml", ".yaml", ".md.txt", ".yml.txt")
                .anyMatch(lower::endsWith);
    }

    /** Whether it may be a notice whose name has lost its end. */
    private static boolean mayBeText(Path file) {
        String name = file.getFileName().toString();
        return isContent(name) || !name.contains(".");
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(
                            path ->
                                    StreamSupport.stream(
                                                    folder.relativize(path).spliterator(), false)
                                            .allMatch(ContentFiles::isMeant))
                    .sorted()
                    .toList();
        }
    }

    /** What lies in a folder, sorted, without what editors and systems leave there. */
    private List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(ContentFiles::isMeant).sorted().toList();
        } catch (AccessDeniedException e) {
            problems.error(
                    SourceFile.UNREADABLE,
                    new Place(name(folder), 1),
                    "没有权限打开这个文件夹。",
                    "请让运行 gongkai 的用户可以打开它（Linux 上用 chmod a+rx 文件夹）。");
            return List.of();
        }
    }

    /**
     * Whether a file or folder was put there by an editor, and not by a system or an editing
     * program.
     */
    static boolean isMeant(Path path) {
        String name = path.getFileName().toString();
        boolean hidden = name.startsWith(".") && !name.equals(".well-known");
        boolean system = name.equalsIgnoreCase("Thumbs.db") || name.equalsIgnoreCase("desktop.ini");
        return !hidden
                && !system
                && !name.startsWith("~$")
                && !name.endsWith("~")
                && !name.toLowerCase(Locale.ROOT).endsWith(".bak");
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
