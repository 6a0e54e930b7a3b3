package org.gongkai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder of a web server that is reached by ssh and filled by the system's rsync.
 *
 * <p>There is no link to exchange there, so the order keeps readers from a half-published site:
 * first what nothing leads to yet (search files in a folder of a new name, new pages and
 * attachments) with style sheets and scripts, then the pages that were there before, then what
 * tells of pages (the search's manifest, open data, feed, sitemap), and what is gone last. Each
 * step's files arrive whole under other names and are renamed at its end ({@code --delay-updates}),
 * so that a slow line does not stretch the change.
 *
 * <p>Files are compared by what they hold ({@code --checksum}): a build on a fresh machine has new
 * times, and what did not change keeps the server's own, by which browsers know it again. That is
 * done once, and what differs is sent by its name. Most search files are as they were in their
 * folder of before, where the server takes them from ({@code --link-dest}).
 */
public final class RemoteFolder implements Target {
    private static final String HOST = "(?:\\[[0-9A-Fa-f:.]+]|[^/@:\\s\\[\\]-][^/@:\\s]*)";

    /** A single letter before a colon is a drive of Windows, but not behind a user's name. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[^/@:\\s-][^/@:\\s]*@|(?![A-Za-z]:))" + HOST + ":(.*)");

    private static final Pattern TELLING =
            Pattern.compile(
                    "(search/manifest\\.json|data/.*|feed\\.xml|sitemap[^/]*\\.xml|robots\\.txt)(\\.gz)?");
    private static final Pattern PAGE = Pattern.compile("(?i).*\\.(html|htm|shtml)(\\.gz)?");
    private static final String FORMAT = "--out-format=%i %n";
    private static final List<String> SENDING = List.of("--checksum", "--force", "--delay-updates");
    private static final Map<Integer, String> REASONS =
            Map.of(
                    5, "服务器上没有这个地址，或者不允许访问",
                    10, "连不上服务器",
                    11, "读写文件出错，磁盘可能已满",
                    12, "连不上服务器，或者连接断了，也可能服务器上没有安装 rsync",
                    14, "找不到 ssh，请先安装",
                    23, "有的文件没有传成",
                    30, "连接超时",
                    127, "服务器上没有安装 rsync",
                    255, "连不上服务器，或者没有登录的权限");

    private final String address;
    private final Path site;
    private final Path prepared;
    private final Path fresh;
    private final Path log;
    private Probe probe;
    private Difference difference;

    /** What the server has. */
    private record Probe(Edition edition, boolean missing) {}

    /**
     * Between what is prepared and what the server has, packed copies and all.
     *
     * @param removed also folders, with a slash at their ends
     */
    private record Difference(List<String> added, List<String> changed, List<String> removed) {}

    /** What rsync did. */
    private record Ended(int status, List<String> out, String err) {}

    /** Whether a target names another machine: {@code user@host:/path}. */
    public static boolean isAddress(String target) {
        return ADDRESS.matcher(target).matches();
    }

    /**
     * @param address {@code user@host:/path}
     * @param site the folder of what was built; what is sent is prepared beside it
     */
    public RemoteFolder(String address, Path site) throws IOException {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || !isWhole(parts.group(1))) {
            throw new OutputFolder.Refused(
                    "服务器上的文件夹“" + address + "”要写成完整的路径，例如 web@www.example.gov.cn:/srv/www/xxgk。");
        }
        this.address = address.replaceFirst("/*$", "/");
        this.site = site.toRealPath();
        String name = this.site.getFileName().toString();
        this.prepared = this.site.resolveSibling("." + name + ".gongkai-served");
        this.fresh = this.site.resolveSibling("." + name + ".gongkai-serving");
        this.log = this.site.resolveSibling("publish.log");
    }

    /** What lies below the server's root, and is not all of it. */
    private static boolean isWhole(String path) {
        return path.matches("/+[^/].*")
                && List.of(path.split("/")).stream().noneMatch(part -> part.equals(".."))
                && path.codePoints().noneMatch(Character::isISOControl);
    }

    @Override
    public Edition published() throws IOException {
        return probe().edition();
    }

    /** Fetches what the site there says of itself. */
    private Probe probe() throws IOException {
        if (probe != null) {
            return probe;
        }
        Path fetched = Files.createTempDirectory("gongkai-");
        try {
            Ended ended =
                    rsync(
                            List.of(
                                    "-r",
                                    "--include=/search/",
                                    "--include=/" + Edition.MANIFEST,
                                    "--include=/data/",
                                    "--include=/" + Edition.NOTICES,
                                    "--exclude=*"),
                            List.of(),
                            List.of(address, fetched + "/"));
            boolean missing = ended.status() == 23 && ended.err().contains("(2)");
            if (!missing) {
                mustBeFine(ended);
            }
            Edition edition = Edition.read(fetched);
            if (edition == null && !missing) {
                refuseFilesOfOthers();
            }
            probe = new Probe(edition, missing);
            return probe;
        } finally {
            OutputFolder.delete(fetched);
        }
    }

    /**
     * A first publication that was cut off has left files, and no manifest: where all names are of
     * the site, they are ours too.
     */
    private void refuseFilesOfOthers() throws IOException {
        Ended ended = rsync(List.of("--list-only"), List.of(), List.of(address));
        mustBeFine(ended);
        List<String> names =
                ended.out().stream().map(line -> line.replaceFirst("^(\\S+\\s+){4}", "")).toList();
        List<String> others =
                names.stream().filter(name -> !name.matches("\\.|\\.well-known|\\.~tmp~")).toList();
        boolean ours =
                others.containsAll(List.of("search", "css"))
                        && others.stream()
                                .map(name -> name.replaceFirst("\\.gz$", ""))
                                .allMatch(name -> Files.exists(site.resolve(name)));
        if (!ours && !others.isEmpty()) {
            throw new OutputFolder.Refused(
                    "服务器上的 " + address + " 里有别的文件，发布会把它们删除。请换一个空文件夹或者不存在的文件夹。");
        }
    }

    @Override
    public Changes changes(Path site) throws IOException {
        prepare();
        compare();
        TreeSet<String> sent = new TreeSet<>(Changes.files(prepared));
        // Search files that readers had before the last time go without a word.
        String searched = searchBefore() == null ? searchAfter() : searchBefore();
        List<String> removed =
                difference.removed().stream()
                        .filter(path -> !ServedFolder.isKept(path, searched))
                        .toList();
        return new Changes(
                ofTheSite(difference.added(), sent),
                ofTheSite(difference.changed(), sent),
                ofTheSite(removed, sent));
    }

    private static List<String> ofTheSite(List<String> paths, TreeSet<String> sent) {
        return paths.stream()
                .filter(path -> !path.endsWith("/") && !isCopy(path, sent))
                .sorted()
                .toList();
    }

    /** Asks the server what differs, with its search files still in their folder of before. */
    private void compare() throws IOException {
        difference = new Difference(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String before = searchBefore();
        String after = searchAfter();
        List<String> options = new ArrayList<>(List.of("--dry-run", "--checksum", "--delete"));
        if (before != null) {
            options.add("--exclude=/" + after);
        }
        Ended ended = rsync(sending(options), List.of(), "");
        if (probe().missing() && ended.status() != 0) {
            // An rsync that will not even try where the folder above is missing too.
            difference.added().addAll(Changes.files(prepared));
            return;
        }
        read(ended, "", "");
        if (before != null) {
            Ended inside =
                    rsync(
                            List.of("-r", FORMAT, "--dry-run", "--checksum", "--delete"),
                            List.of(),
                            after,
                            before);
            read(inside, after, before);
        }
    }

    /** Reads what rsync would do. */
    private void read(Ended ended, String here, String there) throws IOException {
        mustBeFine(ended);
        for (String line : ended.out()) {
            if (line.length() <= 12) {
                continue;
            }
            String path = line.substring(12);
            if (line.startsWith("*deleting")) {
                difference.removed().add(there + path);
            } else if (line.startsWith("<f+")) {
                difference.added().add(here + path);
            } else if (line.startsWith("<f")) {
                difference.changed().add(here + path);
            }
        }
    }

    /** The server's folder of search files where the new ones come into another; else null. */
    private String searchBefore() throws IOException {
        Edition before = probe().edition();
        return before == null || Before.inside(before.searchFolder()).equals(searchAfter())
                ? null
                : Before.inside(before.searchFolder());
    }

    private String searchAfter() throws IOException {
        return Before.inside(Edition.read(prepared).searchFolder());
    }

    private static boolean isCopy(String path, TreeSet<String> sent) {
        return ServedFolder.isPacked(path, sent)
                || (path.matches(".*\\.(html|css|js|json|xml|svg|txt|csv)\\.gz")
                        && !sent.contains(path));
    }

    @Override
    public String publish(Path site, Changes changes) throws IOException {
        if (difference == null) {
            changes(site);
        }
        String before = searchBefore();
        String after = searchAfter();
        if (before != null) {
            String like = "--link-dest=../" + Path.of(before).getFileName();
            mustBeFine(
                    rsync(List.of("-r", "--checksum", "--force", like), List.of(), after, after));
        }
        List<String> unseen = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        List<String> telling = new ArrayList<>();
        for (String path : difference.added()) {
            (TELLING.matcher(path).matches() ? telling : unseen).add(path);
        }
        for (String path : difference.changed()) {
            boolean page = PAGE.matcher(path).matches();
            (TELLING.matcher(path).matches() ? telling : page ? pages : unseen).add(path);
        }
        if (before != null) {
            unseen.removeIf(path -> path.startsWith(after));
        }
        for (List<String> step : List.of(unseen, pages, telling)) {
            if (!step.isEmpty()) {
                mustBeFine(rsync(SENDING, step, ""));
            }
        }
        if (!difference.removed().isEmpty()) {
            // Nothing is sent any more.
            mustBeFine(
                    rsync(
                            sending(List.of("--delete", "--existing", "--ignore-existing")),
                            List.of(),
                            ""));
        }
        return address;
    }

    /** Makes what is sent, or takes it as it was made a moment ago. */
    private void prepare() throws IOException {
        Path last = Files.isDirectory(prepared) ? prepared : null;
        Changes changes = Changes.between(last, site);
        if (last != null && changes.isEmpty()) {
            return;
        }
        OutputFolder.delete(fresh);
        Files.createDirectory(fresh);
        new ServedFolder(site, last, fresh).make(changes);
        OutputFolder.delete(prepared);
        Files.move(fresh, prepared);
    }

    /**
     * How the prepared folder is sent as a whole. The search files of the edition before stay once
     * more, since somebody's search may have begun with them, and so does what certificates are
     * proven by.
     */
    private List<String> sending(List<String> options) throws IOException {
        List<String> all = new ArrayList<>(List.of("-r", "--force", FORMAT));
        all.addAll(options);
        all.add("--filter=P /.well-known/");
        if (probe().edition() != null) {
            all.add("--filter=P /search/" + probe().edition().searchFolder() + "/");
            all.add("--filter=P /search/" + probe().edition().searchFolder() + "/**");
        }
        return all;
    }

    /** Sends from the prepared folder into the server's: files that are named, or all. */
    private Ended rsync(List<String> options, List<String> files, String folder)
            throws IOException {
        return rsync(options, files, folder, folder);
    }

    private Ended rsync(List<String> options, List<String> files, String from, String to)
            throws IOException {
        return rsync(options, files, List.of(prepared + "/" + from, address + to));
    }

    /** Runs the system's rsync. */
    private static Ended rsync(List<String> options, List<String> files, List<String> places)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("rsync", "-e", "ssh", "-s", "-8", "-z"));
        command.addAll(options);
        Path names = null;
        if (!files.isEmpty()) {
            names = Files.createTempFile("gongkai-", ".names");
            Files.writeString(names, String.join("\0", files));
            command.addAll(List.of("--from0", "--files-from=" + names));
        }
        command.add("--");
        command.addAll(places);
        try {
            return ended(started(command));
        } finally {
            if (names != null) {
                Files.delete(names);
            }
        }
    }

    private static Process started(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new OutputFolder.Refused("找不到 rsync 命令，请先安装（例如 apt-get install rsync）。");
        }
    }

    private static Ended ended(Process process) throws IOException {
        CompletableFuture<String> err =
                CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try {
            List<String> out = text(process.getInputStream()).lines().toList();
            return new Ended(process.waitFor(), out, err.join());
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException("中断", e);
        }
    }

    private static String text(java.io.InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mustBeFine(Ended ended) throws IOException {
        if (ended.status() == 0) {
            return;
        }
        String reason = REASONS.getOrDefault(ended.status(), "rsync 出错");
        String said =
                ended.err()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("");
        throw new NotSent(
                reason
                        + "（rsync 退出码 "
                        + ended.status()
                        + (said.isEmpty() ? "" : "：" + said)
                        + "）。再次运行会接着发布。");
    }

    /** The line or the server failed; the message says how, in Chinese. */
    public static final class NotSent extends IOException {
        private static final long serialVersionUID = 1;

        NotSent(String message) {
            super(message);
        }
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void close() throws IOException {
        OutputFolder.delete(fresh);
    }
}
