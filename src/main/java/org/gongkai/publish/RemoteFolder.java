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
 * first what nothing leads to yet (search files in a folder of a new name, attachments, style
 * sheets, scripts), then pages, then what tells of the pages (the search's manifest, open data,
 * feed, sitemap), and what is gone last. Each step's files arrive whole under other names and are
 * renamed at its end ({@code --delay-updates}), so that a slow line does not stretch the change.
 * Files are compared by what they hold ({@code --checksum}): a build on a fresh machine has new
 * times, and what did not change keeps the server's own, by which browsers know it again.
 */
public final class RemoteFolder implements Target {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?:[^/@:\\s-][^/@:\\s]*@)?(?:\\[[0-9A-Fa-f:.]+]|[^/@:\\s\\[\\]-][^/@:\\s]+):(.*)");
    private static final List<String> TELLING =
            List.of(
                    "/" + Edition.MANIFEST + "*",
                    "/data/",
                    "/feed.xml*",
                    "/sitemap*.xml*",
                    "/robots.txt*");
    private static final List<String> PAGES = List.of("*.html", "*.htm", "*.shtml");
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

    /** What the server has. */
    private record Probe(Edition edition, boolean missing) {}

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
                            address,
                            fetched + "/");
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
        Ended ended = rsync(List.of("--list-only"), address, null);
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
        prepare(site);
        Ended ended = rsync(sending(List.of("--dry-run", "--delete"), List.of()), null, null);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        if (probe().missing() && ended.status() != 0) {
            // An rsync that will not even try where the folder above is missing too.
            return Changes.between(null, site);
        }
        mustBeFine(ended);
        TreeSet<String> sent = new TreeSet<>(Changes.files(prepared));
        for (String line : ended.out()) {
            if (line.length() > 12 && !line.endsWith("/") && !isCopy(line.substring(12), sent)) {
                String path = line.substring(12);
                if (line.startsWith("*deleting")) {
                    removed.add(path);
                } else if (line.startsWith("<f+")) {
                    added.add(path);
                } else if (line.startsWith("<f")) {
                    changed.add(path);
                }
            }
        }
        return new Changes(sorted(added), sorted(changed), sorted(removed));
    }

    private static List<String> sorted(List<String> paths) {
        return paths.stream().sorted().toList();
    }

    private static boolean isCopy(String path, TreeSet<String> sent) {
        return ServedFolder.isPacked(path, sent)
                || (path.matches(".*\\.(html|css|js|json|xml|svg|txt|csv)\\.gz")
                        && !sent.contains(path));
    }

    @Override
    public String publish(Path site) throws IOException {
        prepare(site);
        List<String> aside = new ArrayList<>(TELLING);
        for (String page : PAGES) {
            aside.add(page);
            aside.add(page + ".gz");
        }
        mustBeFine(rsync(sending(List.of("--delay-updates"), aside), null, null));
        mustBeFine(rsync(sending(List.of("--delay-updates"), TELLING), null, null));
        mustBeFine(rsync(sending(List.of("--delay-updates"), List.of()), null, null));
        mustBeFine(rsync(sending(List.of("--delete"), List.of()), null, null));
        return address;
    }

    /** Makes what is sent, or takes it as it was made a moment ago. */
    private void prepare(Path site) throws IOException {
        if (Files.isDirectory(prepared) && Changes.between(prepared, site).isEmpty()) {
            return;
        }
        OutputFolder.delete(fresh);
        Files.createDirectory(fresh);
        new ServedFolder(site, Files.isDirectory(prepared) ? prepared : null, fresh).make();
        OutputFolder.delete(prepared);
        Files.move(fresh, prepared);
    }

    /**
     * How the prepared folder is sent. The search files of the edition before stay once more, since
     * somebody's search may have begun with them, and so does what certificates are proven by.
     */
    private List<String> sending(List<String> options, List<String> excluded) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("-r", "--checksum", "--force", "--out-format=%i %n"));
        all.addAll(options);
        all.add("--filter=P /.well-known/");
        if (probe().edition() != null) {
            all.add("--filter=P /search/" + probe().edition().searchFolder() + "/");
            all.add("--filter=P /search/" + probe().edition().searchFolder() + "/**");
        }
        excluded.forEach(pattern -> all.add("--exclude=" + pattern));
        return all;
    }

    /**
     * Runs the system's rsync.
     *
     * @param from null where the prepared folder is sent
     */
    private Ended rsync(List<String> options, String from, String to) throws IOException {
        List<String> command = new ArrayList<>(List.of("rsync", "-e", "ssh", "-s", "-8", "-z"));
        command.addAll(options);
        command.add("--");
        command.add(from == null ? prepared + "/" : from);
        if (from == null || to != null) {
            command.add(from == null ? address : to);
        }
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start();
        } catch (IOException e) {
            throw new OutputFolder.Refused("找不到 rsync 命令，请先安装（例如 apt-get install rsync）。");
        }
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
