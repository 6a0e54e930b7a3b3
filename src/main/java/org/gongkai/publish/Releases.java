package org.gongkai.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Releases (各次发布) side by side in a folder of this machine. A web server serves {@code current}, a
 * link to one of them that is exchanged in one step of the file system.
 */
public final class Releases implements Target {
    private static final String MARK = ".gongkai-publish";
    private static final String UNFINISHED = ".unfinished";
    private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}(-\\d+)?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Path target;
    private final Path releases;
    private final Path current;
    private final LocalDateTime now;
    private FileLock lock;

    /**
     * Only looks at the folder; {@link #open} makes it ready to be written.
     *
     * @param target need not exist
     * @param source the column's folder
     * @param site the folder of what was built
     * @param now names the release
     */
    public Releases(Path target, Path source, Path site, LocalDateTime now) throws IOException {
        this.target = OutputFolder.resolved(target);
        this.releases = this.target.resolve("releases");
        this.current = this.target.resolve("current");
        this.now = now;
        refuseWhatIsNotOurs(source.toRealPath(), OutputFolder.resolved(site));
    }

    private void refuseWhatIsNotOurs(Path column, Path site) throws IOException {
        if (target.getFileName() == null || column.startsWith(target)) {
            throw new OutputFolder.Refused("发布的文件夹 " + target + " 包含了栏目自己的文件，请换一个文件夹。");
        }
        if (target.startsWith(site) || site.startsWith(target)) {
            throw new OutputFolder.Refused("发布的文件夹不能就是生成的文件夹 " + site + "，也不能互相包含，请换一个文件夹。");
        }
        for (String own : OutputFolder.OWN) {
            if (target.startsWith(column.resolve(own))) {
                throw new OutputFolder.Refused("发布的文件夹不能放在栏目的 " + own + " 文件夹里，请换一个文件夹。");
            }
        }
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new OutputFolder.Refused(target + " 是一个文件，不是文件夹，请换一个文件夹。");
        }
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isPresent() && !Files.exists(target.resolve(MARK))) {
                throw new OutputFolder.Refused("发布的文件夹 " + target + " 里有别的文件。请换一个空文件夹或者不存在的文件夹。");
            }
        }
        if (Files.exists(current, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(current)) {
            throw new OutputFolder.Refused(current + " 应当是一个链接，现在不是。请先把它移走。");
        }
    }

    /** Keeps others out, and clears away what a killed run left. */
    public Releases open() throws IOException {
        Files.createDirectories(releases);
        FileChannel channel =
                FileChannel.open(
                        target.resolve(MARK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same process is at it: refused below.
        }
        if (lock == null) {
            channel.close();
            throw new OutputFolder.Refused("另一个 gongkai 正在向 " + target + " 发布，请等它结束后再试。");
        }
        OutputFolder.delete(releases.resolve(UNFINISHED));
        Files.deleteIfExists(target.resolve(UNFINISHED));
        return this;
    }

    @Override
    public Edition published() throws IOException {
        return served() == null ? null : Edition.read(served());
    }

    /** The release that is served; null where there is none. */
    private Path served() throws IOException {
        return Files.isDirectory(current) ? current.toRealPath() : null;
    }

    @Override
    public Changes changes(Path site) throws IOException {
        return Changes.between(served(), site);
    }

    @Override
    public String publish(Path site, Changes changes) throws IOException {
        Path unfinished = releases.resolve(UNFINISHED);
        Files.createDirectory(unfinished);
        ServedFolder folder = new ServedFolder(site, served(), unfinished);
        folder.make(changes);
        folder.keepSearchFiles();
        Path release = free();
        Files.move(unfinished, release, StandardCopyOption.ATOMIC_MOVE);
        serve(release);
        return release.getFileName().toString();
    }

    /** Named by its time, after every one that is there, whatever the clock says. */
    private Path free() throws IOException {
        String name = TIME.format(now);
        List<String> names = names();
        String last = names.isEmpty() ? "" : names.get(names.size() - 1);
        if (name.compareTo(last) > 0) {
            return releases.resolve(name);
        }
        String time = last.substring(0, name.length());
        int count = last.equals(time) ? 1 : Integer.parseInt(last.substring(time.length() + 1));
        return releases.resolve("%s-%03d".formatted(time, count + 1));
    }

    /** The releases, the oldest first. */
    private List<String> names() throws IOException {
        return ServedFolder.children(releases).stream()
                .map(release -> release.getFileName().toString())
                .filter(name -> NAME.matcher(name).matches())
                .toList();
    }

    /** The link is made beside and takes the old one's place in one step: there always is one. */
    private void serve(Path release) throws IOException {
        Path link = target.resolve(UNFINISHED);
        try {
            Files.createSymbolicLink(link, target.relativize(release));
            Files.move(link, current, StandardCopyOption.ATOMIC_MOVE);
        } catch (UnsupportedOperationException | AtomicMoveNotSupportedException e) {
            throw new OutputFolder.Refused(target + " 所在的磁盘不支持链接，请换一个文件夹。");
        } catch (FileSystemException e) {
            throw new OutputFolder.Refused(
                    "无法在 " + target + " 里建立链接 current（Windows 上要打开开发人员模式，或者用管理员身份）。");
        }
    }

    /** The name of the release before the one that is served. */
    public String before() throws IOException {
        Path served = served();
        String name = served == null ? "" : served.getFileName().toString();
        return names().stream()
                .filter(each -> each.compareTo(name) < 0)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new OutputFolder.Refused("没有更早的一次发布可以退回。"));
    }

    /**
     * Serves the release before the one that is served.
     *
     * @return its name
     */
    public String rollBack() throws IOException {
        String before = before();
        serve(releases.resolve(before));
        return before;
    }

    /**
     * Takes the oldest releases away, never the one that is served.
     *
     * @param keep how many stay
     * @return how many went
     */
    public int prune(int keep) throws IOException {
        String served = served().getFileName().toString();
        List<String> names = names();
        int gone = 0;
        for (String name : names) {
            if (names.size() - gone > keep && !name.equals(served)) {
                // Half of one must never be taken for a release.
                Path leaving = releases.resolve(UNFINISHED);
                Files.move(releases.resolve(name), leaving, StandardCopyOption.ATOMIC_MOVE);
                OutputFolder.delete(leaving);
                gone++;
            }
        }
        return gone;
    }

    /** What a web server should serve. */
    public Path current() {
        return current;
    }

    @Override
    public Path log() {
        return target.resolve("publish.log");
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.acquiredBy().close();
        }
    }
}
