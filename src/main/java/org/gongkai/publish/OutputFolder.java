package org.gongkai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.cache.FileMark;
import org.gongkai.cache.FileMarks;
import org.gongkai.cache.FolderMarks;
import org.gongkai.cache.Stamp;
import org.gongkai.model.Processors;

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
    private final List<FileLock> locks;
    private final Path spare;

    /** Of more files, it takes longer to look at them again than to wait for a moment. */
    private static final int MANY = 1_000;

    private final OldSite oldSite;
    private final FileMarks marks;
    private final FolderMarks folderMarks;
    private final Map<String, FileMark> taken = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Set<String> files = ConcurrentHashMap.newKeySet();
    private final Set<String> placed = ConcurrentHashMap.newKeySet();
    private final Map<String, Content> wantedFolders = new HashMap<>();
    private final Map<String, String> renamedFolders = new ConcurrentHashMap<>();
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Set<String> unmarked = ConcurrentHashMap.newKeySet();
    private final Set<Path> folders = new HashSet<>();
    private final long start = FileMark.now();
    private Path whole;
    private long assembled;
    private volatile boolean copied;

    /**
     * Makes the new folder.
     *
     * @param out need not exist
     * @param source the column's folder, which must not lie in the output nor be it
     * @throws Refused where publishing there would lose something, or another build is at it
     */
    public OutputFolder(Path out, Path source) throws IOException {
        this(new OldSite(out, FileMarks.none()), source, FolderMarks.none());
    }

    /**
     * The same, where an earlier build has noted how the files of the old site look.
     *
     * @param oldSite in its folder; the marks of the new one are noted when it is published
     * @param folderMarks the same of its folders
     */
    public OutputFolder(OldSite oldSite, Path source, FolderMarks folderMarks) throws IOException {
        this.oldSite = oldSite;
        this.marks = oldSite.marks();
        this.folderMarks = folderMarks;
        this.out = oldSite.out();
        refuseWhatWouldLoseFiles(source);
        Path parent = this.out.getParent();
        Files.createDirectories(parent);
        String name = this.out.getFileName().toString();
        this.fresh = parent.resolve("." + name + ".gongkai-new");
        this.old = parent.resolve("." + name + ".gongkai-old");
        this.spare = cache(this.out).resolveSibling(cache(this.out).getFileName() + "-site");
        this.locks = new ArrayList<>(List.of(lock(this.out)));
        try {
            lockBeside();
            oldSite.settle();
            recover();
            Files.createDirectory(fresh);
        } catch (IOException e) {
            unlock();
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
        return locked(Path.of(System.getProperty("java.io.tmpdir"), "gongkai-" + name + ".lock"));
    }

    /**
     * The same for builds that have other temporary files, such as that of a service which the
     * system runs each night. Not every disk can lock.
     */
    private void lockBeside() throws Refused {
        Path file = cache(out);
        try {
            locks.add(locked(file.resolveSibling(file.getFileName() + "-lock")));
        } catch (Refused e) {
            throw e;
        } catch (IOException e) {
            // The other lock must do.
        }
    }

    private static FileLock locked(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same process is at it: refused below.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        if (lock == null) {
            channel.close();
            throw new Refused("另一个 gongkai 正在向同一个文件夹发布，请等它结束后再试。");
        }
        return lock;
    }

    private void unlock() throws IOException {
        for (FileLock lock : locks) {
            lock.acquiredBy().close();
        }
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

    /** The new folder, to be filled with what is made. */
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
        FileMark mark = oldSite.held(path, stamp);
        if (mark != null) {
            taken.put(path, mark);
        }
        return mark != null;
    }

    /** The same, under another name. */
    public boolean takeAs(String before, String path, Stamp stamp) {
        FileMark mark = oldSite.held(before, stamp);
        if (mark != null) {
            names.put(path, before);
            taken.put(path, mark);
        }
        return mark != null;
    }

    /** Whether {@link #take} would take it. */
    public boolean holds(String path, Stamp stamp) {
        return oldSite.holds(path, stamp);
    }

    /**
     * Puts together what was made and what was taken; gives the folder of the whole site. Whatever
     * was made must be there by now.
     */
    public Path assemble() throws IOException {
        putTogether();
        assembled = FileMark.now();
        return whole;
    }

    private void putTogether() throws IOException {
        if (!Files.exists(out)) {
            whole = fresh;
            files.addAll(madeFiles());
            files.forEach(this::addToFolders);
            unmarked.addAll(wantedFolders.keySet());
            return;
        }
        for (String path : madeFiles()) {
            if (taken.containsKey(path)) {
                // A file that was copied there, over which the page would have been written.
                Files.delete(fresh.resolve(path));
            } else {
                made.add(path);
            }
        }
        each(made, this::takeUnchanged);
        files.addAll(made);
        files.addAll(taken.keySet());
        if (Files.isDirectory(spare, LinkOption.NOFOLLOW_LINKS)) {
            whole = spare;
            files.forEach(this::addToFolders);
            clearSpare("");
        } else {
            whole = fresh;
            files.forEach(this::addToFolders);
            unmarked.addAll(wantedFolders.keySet());
            placed.addAll(made);
        }
        List<String> missing = files.stream().filter(path -> !placed.contains(path)).toList();
        for (String path : missing) {
            Path folder = whole.resolve(path).getParent();
            if (folders.add(folder)) {
                Files.createDirectories(folder);
            }
        }
        each(missing, this::place);
    }

    /** The paths of all files in the new folder. */
    private List<String> madeFiles() throws IOException {
        int root = fresh.toString().length() + 1;
        try (Stream<Path> walk = Files.walk(fresh)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> file.toString().substring(root).replace('\\', '/'))
                    .toList();
        }
    }

    /**
     * Takes the old file where the same was made again: so it keeps its time, and a copy by time
     * sends only what changed.
     */
    private void takeUnchanged(String path) throws IOException {
        Path before = out.resolve(path);
        if (Files.isRegularFile(before, LinkOption.NOFOLLOW_LINKS)) {
            FileMark mark = FileMark.of(before);
            if (Files.mismatch(fresh.resolve(path), before) < 0) {
                taken.put(path, mark == null ? OldSite.UNKNOWN : mark);
                made.remove(path);
                Files.delete(fresh.resolve(path));
            }
        }
    }

    /** What a folder of the new site holds. */
    private static final class Content {
        private final List<String> files = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();

        /** Those of the files that the spare folder is not thought to hold as they are. */
        private final List<String> others = new ArrayList<>();

        /** Tells all folders, and all files but the others, with their numbers. */
        private long sum;

        /** What a name adds to the sum: the order in which they are found must not count. */
        static long of(String path, long number) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            long hash = number;
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
                hash ^= hash >>> 29;
            }
            hash *= 0xbf58476d1ce4e5b9L;
            return hash ^ hash >>> 32;
        }
    }

    /** Notes a file in its folder, and that in its own. */
    private void addToFolders(String path) {
        Content content = folderOf(path);
        content.files.add(path);
        FileMark mark = taken.get(path);
        if (mark == null
                || mark == OldSite.UNKNOWN
                || folderMarks.wasPlacedLast(names.getOrDefault(path, path))) {
            content.others.add(path);
        } else {
            content.sum += Content.of(path, mark.number());
        }
    }

    private Content folderOf(String path) {
        int end = path.lastIndexOf('/');
        String folder = end < 0 ? "" : path.substring(0, end);
        Content known = wantedFolders.get(folder);
        if (known != null) {
            return known;
        }
        Content content = new Content();
        wantedFolders.put(folder, content);
        if (!folder.isEmpty()) {
            Content parent = folderOf(folder);
            parent.folders.add(folder);
            parent.sum += Content.of(folder, -1);
        }
        return content;
    }

    /**
     * Leaves in the spare folder only what is of the new site too: names of the old site's files,
     * whatever else lies there. A folder that is as an earlier build left it need not be listed.
     *
     * @param folder a path without a slash at its end; empty for the whole
     */
    private void clearSpare(String folder) throws IOException {
        Content content = wantedFolders.get(folder);
        List<String> below = new ArrayList<>();
        if (isAsLeft(folder, content)) {
            clearOthers(folder, content);
            below.addAll(content.folders);
        } else {
            unmarked.add(folder);
            below.addAll(clear(folder, content));
        }
        if (!below.isEmpty()) {
            each(below, this::clearSpare);
        }
    }

    /**
     * Clears a folder of the spare one, name by name; gives the folders in it that are wanted. One
     * that is not gets the name of one that is missing: mostly it is the same under its old name,
     * and to make each name in it anew takes longest of all.
     */
    private Set<String> clear(String folder, Content content) throws IOException {
        Set<String> found = new HashSet<>();
        Deque<Path> unwanted = new ArrayDeque<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(spare.resolve(folder))) {
            for (Path child : children) {
                String path = (folder.isEmpty() ? "" : folder + "/") + child.getFileName();
                boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                if (isFolder && wantedFolders.containsKey(path)) {
                    found.add(path);
                } else if (isFolder) {
                    unwanted.add(child);
                } else if (isPlaced(path, child)) {
                    placed.add(path);
                } else {
                    Files.delete(child);
                }
            }
        }
        for (String wanted : content.folders) {
            if (!unwanted.isEmpty() && !found.contains(wanted)) {
                Path child = unwanted.remove();
                Path file = spare.resolve(wanted);
                Files.move(child, file);
                renamedFolders.put(wanted, spare.relativize(child).toString().replace('\\', '/'));
                found.add(wanted);
            }
        }
        for (Path child : unwanted) {
            delete(child);
        }
        return found;
    }

    /** Whether the spare folder holds these folders, all files but the others, and no more. */
    private boolean isAsLeft(String folder, Content content) throws IOException {
        FolderMarks.Entry left = folderMarks.ofSiteBeforeLast(nameBefore(folder));
        if (left == null || !left.mark().equals(FileMark.of(spare.resolve(folder)))) {
            return false;
        }
        long sum = content.sum;
        for (String other : content.others) {
            FileMark there = markIn(spare, other);
            sum += there == null ? 0 : Content.of(other, there.number());
        }
        return sum == left.content();
    }

    private void clearOthers(String folder, Content content) throws IOException {
        Set<String> others = new HashSet<>(content.others);
        boolean same = true;
        for (String path : content.files) {
            if (!others.contains(path) || isPlaced(path, spare.resolve(path))) {
                placed.add(path);
            } else {
                Files.deleteIfExists(spare.resolve(path));
                same = false;
            }
        }
        if (same) {
            folderMarks.note(folder, folderMarks.ofSiteBeforeLast(nameBefore(folder)));
        } else {
            unmarked.add(folder);
        }
    }

    /** The mark of a file; null where there is none. */
    private static FileMark markIn(Path site, String path) throws IOException {
        try {
            return FileMark.of(site.resolve(path));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** What a folder was called before it, or one that it lies in, got another name. */
    private String nameBefore(String folder) {
        for (Map.Entry<String, String> each : renamedFolders.entrySet()) {
            if (folder.equals(each.getKey()) || folder.startsWith(each.getKey() + "/")) {
                return each.getValue() + folder.substring(each.getKey().length());
            }
        }
        return folder;
    }

    private boolean isPlaced(String path, Path file) throws IOException {
        FileMark wanted = taken.get(path);
        if (wanted == null || wanted == OldSite.UNKNOWN) {
            return false;
        }
        try {
            return wanted.isSameFile(FileMark.of(file));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** One file under two names; where that can't be, a copy. */
    private void place(String path) throws IOException {
        Path to = whole.resolve(path);
        if (made.contains(path)) {
            Files.move(fresh.resolve(path), to);
            return;
        }
        Path before = out.resolve(names.getOrDefault(path, path));
        // A link changes the mark.
        taken.put(path, OldSite.UNKNOWN);
        try {
            Files.createLink(to, before);
        } catch (UnsupportedOperationException | FileSystemException e) {
            copied = true;
            Files.copy(before, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Puts the new folder in the place of the old one. */
    public void publish() throws IOException {
        if (whole == null) {
            assemble();
        }
        noteMarks();
        if (!Files.exists(out)) {
            move(whole, out);
        } else if (FolderSwap.swap(whole, out)) {
            keepSpare(whole);
        } else {
            move(out, old);
            try {
                move(whole, out);
            } catch (IOException e) {
                move(old, out);
                throw e;
            }
            keepSpare(old);
        }
    }

    /**
     * Keeps the folders of the old site, and the names in them, for the next build: to make and
     * unmake tens of thousands takes a disk longer than all else. Where names can't be told to be
     * of one file, that is of no use.
     */
    private void keepSpare(Path before) {
        try {
            if (copied || FileMark.of(before) == null) {
                delete(before);
                delete(spare);
            } else if (!before.equals(spare)) {
                move(before, spare);
            }
        } catch (IOException e) {
            // The new site stands; the next build clears away what is left of the old one.
        }
    }

    /**
     * Notes how the files look before anybody sees them: what is done to them later changes that. A
     * mark that can't be told costs the next build the reading of a file.
     */
    private void noteMarks() {
        try {
            if (young() > MANY) {
                FileMark.letSettle(assembled);
            }
            each(files, this::noteMark);
            each(unmarked, this::noteFolderMark);
        } catch (IOException e) {
            // As above.
        }
    }

    /**
     * How many files the next builds would have to read or look for, if the marks of what was only
     * just placed counted for nothing.
     */
    private long young() {
        return files.stream()
                        .filter(
                                path ->
                                        taken.getOrDefault(path, OldSite.UNKNOWN)
                                                == OldSite.UNKNOWN)
                        .count()
                + unmarked.stream()
                        .mapToLong(folder -> wantedFolders.get(folder).files.size())
                        .sum();
    }

    private void noteMark(String path) throws IOException {
        FileMark mark = taken.getOrDefault(path, OldSite.UNKNOWN);
        if (mark == OldSite.UNKNOWN) {
            long moment = FileMark.now();
            FileMark placed = FileMark.of(whole.resolve(path));
            marks.note(path, placed, moment);
            folderMarks.notePlaced(path);
            mark = placed == null ? OldSite.UNKNOWN : placed;
        } else {
            marks.note(path, mark, start);
        }
        numbers.put(path, mark.number());
    }

    private void noteFolderMark(String folder) throws IOException {
        long moment = FileMark.now();
        FileMark mark = FileMark.of(whole.resolve(folder));
        if (mark != null && mark.isSettled(moment)) {
            Content content = wantedFolders.get(folder);
            long sum = 0;
            for (String path : content.folders) {
                sum += Content.of(path, -1);
            }
            for (String path : content.files) {
                sum += Content.of(path, numbers.get(path));
            }
            folderMarks.note(folder, new FolderMarks.Entry(mark, sum));
        }
    }

    /** What may fail as files do. */
    @FunctionalInterface
    private interface Work {
        void on(String path) throws IOException;
    }

    /** Does it on all processors. */
    private static void each(Collection<String> paths, Work work) throws IOException {
        try {
            Processors.each(
                    List.copyOf(paths),
                    path -> {
                        try {
                            work.on(path);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
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
            unlock();
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
