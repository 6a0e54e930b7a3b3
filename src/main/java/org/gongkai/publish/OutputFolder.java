package org.gongkai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.cache.Stamp;

/**
 * The folder that a site is published to. A build writes into a new folder beside it; only a whole
 * one takes its place, so that a build that fails or is killed leaves the old site as it was.
 */
public final class OutputFolder implements AutoCloseable {
    /** A column's own folders, where nothing is published. */
    static final List<String> OWN = List.of("content", "templates", "assets", "src", ".git");

    private final Path out;
    private final Path fresh;
    private final Path old;
    private final FileLock lock;
    private final Set<Path> taken = ConcurrentHashMap.newKeySet();
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    /**
     * Makes the new folder.
     *
     * @param out need not exist
     * @param source the column's folder, which must not lie in the output nor be it
     * @throws Refused where publishing there would lose something, or another build is at it
     */
    public OutputFolder(Path out, Path source) throws IOException {
        this.out = resolved(out);
        refuseWhatWouldLoseFiles(source);
        Path parent = this.out.getParent();
        Files.createDirectories(parent);
        String name = this.out.getFileName().toString();
        this.fresh = parent.resolve("." + name + ".gongkai-new");
        this.old = parent.resolve("." + name + ".gongkai-old");
        this.lock = lock(this.out);
        try {
            recover();
            Files.createDirectory(fresh);
        } catch (IOException e) {
            lock.acquiredBy().close();
            throw e;
        }
    }

    /** Publishing there is refused; the message says why, in Chinese. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** Where it is without links, also where it does not exist yet. */
    static Path resolved(Path out) throws IOException {
        Path absolute = out.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        if (absolute.getParent() == null) {
            throw new Refused("找不到 " + absolute + "，请用 --out 另外指定一个文件夹。");
        }
        return resolved(absolute.getParent()).resolve(absolute.getFileName());
    }

    private void refuseWhatWouldLoseFiles(Path source) throws IOException {
        Path column = source.toRealPath();
        if (out.getFileName() == null || column.startsWith(out)) {
            throw new Refused("输出文件夹 " + out + " 包含了栏目自己的文件，请用 --out 另外指定一个文件夹。");
        }
        for (String own : OWN) {
            if (out.startsWith(column.resolve(own))) {
                throw new Refused("输出文件夹不能放在栏目的 " + own + " 文件夹里，请用 --out 另外指定一个文件夹。");
            }
        }
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new Refused(out + " 是一个文件，不是文件夹，请用 --out 另外指定一个文件夹。");
        }
        try (Stream<Path> inside = Files.list(out)) {
            boolean empty = inside.findAny().isEmpty();
            if (!empty && !isSite(out)) {
                throw new Refused("输出文件夹 " + out + " 里有别的文件，发布会把它们清空。请用 --out 指定一个空文件夹或不存在的文件夹。");
            }
        }
    }

    /** Whether all of it was built; the repository that some sites are kept in was not. */
    private static boolean isSite(Path folder) {
        return Files.exists(folder.resolve("index.html"))
                && Files.exists(folder.resolve("data/notices.json"))
                && !Files.exists(folder.resolve(".git"));
    }

    /**
     * Keeps other builds from the folder. The lock goes with the process, however that ends; its
     * file stays among the system's temporary ones, since taking it away could let two builds in.
     */
    static FileLock lock(Path out) throws IOException {
        String name =
                UUID.nameUUIDFromBytes(out.toString().getBytes(StandardCharsets.UTF_8)).toString();
        FileChannel channel =
                FileChannel.open(
                        Path.of(System.getProperty("java.io.tmpdir"), "gongkai-" + name + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same process is at it: refused below.
        }
        if (lock == null) {
            channel.close();
            throw new Refused("另一个 gongkai 正在向同一个文件夹发布，请等它结束后再试。");
        }
        return lock;
    }

    /** Puts right what a killed build left behind. */
    private void recover() throws IOException {
        if (Files.isDirectory(old)) {
            if (Files.exists(out)) {
                delete(old);
            } else {
                Files.move(old, out, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        delete(fresh);
    }

    /** The new folder, to be filled. */
    public Path folder() {
        return fresh;
    }

    /**
     * Where what a build knows is kept for the next one: beside the site, since it is of use with
     * that alone, and guarded by the same lock.
     */
    public static Path cache(Path out) {
        Path absolute = out.toAbsolutePath().normalize();
        return absolute.resolveSibling("." + absolute.getFileName() + ".gongkai-cache");
    }

    /**
     * Takes a file of the old site over into the new one; false where it is not there as the stamp
     * says.
     *
     * @param path relative to the site's root, with forward slashes
     */
    public boolean take(String path, Stamp stamp) {
        Path before = out.resolve(path);
        Path file = fresh.resolve(path);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(
                            before, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || attributes.size() != stamp.length()) {
                return false;
            }
            byte[] bytes = Files.readAllBytes(before);
            if (!Stamp.of(bytes).equals(stamp)) {
                return false;
            }
            if (!folders.contains(file.getParent())) {
                Files.createDirectories(file.getParent());
                folders.add(file.getParent());
            }
            link(before, file, bytes);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One file under two names until the old site is gone; where that can't be, a copy. */
    private void link(Path before, Path file, byte[] bytes) throws IOException {
        // A file that was copied there, over which the page would have been written.
        Files.deleteIfExists(file);
        try {
            Files.createLink(file, before);
            taken.add(file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.write(file, bytes);
        }
    }

    /**
     * Gives each file that is as it was its old modification time, so that a copy by time sends
     * only what changed.
     */
    private void keepTimesOfUnchanged() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(fresh)) {
            files =
                    walk.filter(file -> !taken.contains(file))
                            .filter(Files::isRegularFile)
                            .toList();
        }
        try {
            files.parallelStream().forEach(this::keepTime);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void keepTime(Path file) {
        Path before = out.resolve(fresh.relativize(file));
        try {
            if (Files.isRegularFile(before, LinkOption.NOFOLLOW_LINKS)
                    && Files.mismatch(file, before) < 0) {
                Files.setLastModifiedTime(file, Files.getLastModifiedTime(before));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the new folder in the place of the old one. */
    public void publish() throws IOException {
        if (!Files.exists(out)) {
            move(fresh, out);
            return;
        }
        keepTimesOfUnchanged();
        if (!FolderSwap.swap(fresh, out)) {
            move(out, old);
            try {
                move(fresh, out);
            } catch (IOException e) {
                move(old, out);
                throw e;
            }
        }
        try {
            delete(old);
            delete(fresh);
        } catch (IOException e) {
            // The new site stands; the next build clears away what is left of the old one.
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new Refused("无法整体替换 " + to + "，它可能是挂载点。请用 --out 指定它下面的一个文件夹。");
        }
    }

    /** Takes away what was not published. */
    @Override
    public void close() throws IOException {
        try {
            delete(fresh);
        } catch (IOException e) {
            // The next build clears it away.
        } finally {
            lock.acquiredBy().close();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, IOException e)
                            throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
