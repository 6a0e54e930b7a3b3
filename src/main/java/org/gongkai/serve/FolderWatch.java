package org.gongkai.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which files have changed, all that changed in one moment at once. The system says so; since
 * it says nothing of what others do on a network drive, files are looked at now and then too.
 */
public final class FolderWatch implements AutoCloseable {
    /** Saving is often several steps: a new file, a new name, the old file away. */
    private static final long QUIET_MILLIS = 25;

    private static final long LONGEST_MILLIS = 200;

    private static final long LOOK_MILLIS = 2_000;

    private static final long LONGEST_END_MILLIS = 5_000;

    /** Looking takes at most one part in so many of a processor's time. */
    private static final long REST = 50;

    private final List<Path> roots;
    private final Set<String> names;
    private final Consumer<Set<Path>> changed;
    private final WatchService service = FileSystems.getDefault().newWatchService();
    private final Map<WatchKey, Path> folders = new HashMap<>();

    /** All that were ever registered, also those that are gone. */
    private final Set<Path> everFolders = new HashSet<>();

    private final Thread thread = new Thread(this::watch, "folder-watch");
    private final Map<Path, Mark> seen = new HashMap<>();
    private long pause = LOOK_MILLIS;

    /** How a file looks from outside. */
    private record Mark(FileTime modified, long size, Object key) {
        static Mark of(BasicFileAttributes file) {
            return new Mark(file.lastModifiedTime(), file.size(), file.fileKey());
        }
    }

    /**
     * @param names what is watched in each root: files, and folders with all below them; need not
     *     exist yet
     * @param changed is told, on one thread, which files have changed, come or gone; their paths
     *     are absolute
     */
    public FolderWatch(List<Path> roots, Set<String> names, Consumer<Set<Path>> changed)
            throws IOException {
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).distinct().toList();
        this.names = Set.copyOf(names);
        this.changed = changed;
        look();
        thread.setDaemon(true);
    }

    /** Begins to tell, first of what has changed since this was made. */
    public void start() {
        thread.start();
    }

    private void watch() {
        try {
            while (true) {
                WatchKey key = service.poll(pause, TimeUnit.MILLISECONDS);
                Set<Path> news = key == null ? look() : take(key);
                if (!news.isEmpty()) {
                    changed.accept(news);
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed.
        }
    }

    /** What the system says has changed, until nothing more comes for a moment. */
    private Set<Path> take(WatchKey first) throws InterruptedException {
        Set<Path> news = new HashSet<>();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
        boolean all = true;
        WatchKey key = first;
        do {
            all &= take(key, news);
        } while (System.nanoTime() < end
                && (key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) != null);
        if (!all) {
            news.addAll(look());
        }
        return news;
    }

    /** Whether that was all: where there is too much to tell, some of it is lost. */
    private boolean take(WatchKey key, Set<Path> news) {
        boolean all = true;
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW || folder == null) {
                all = false;
                continue;
            }
            Path path = folder.resolve((Path) event.context());
            if (isWatched(path)) {
                lookAgain(path, event.kind() == StandardWatchEventKinds.ENTRY_MODIFY, news);
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return all;
    }

    /**
     * What the system speaks of has changed, even where it looks the same; but some systems call a
     * folder modified with each of its files.
     */
    private void lookAgain(Path path, boolean modified, Set<Path> news) {
        Map<Path, Mark> now = new HashMap<>();
        look(path, now);
        news.add(path);
        if (modified && Files.isDirectory(path)) {
            news.addAll(different(now, each -> each.startsWith(path)));
            return;
        }
        news.addAll(now.keySet());
        if (seen.remove(path) == null && everFolders.contains(path)) {
            // All that was in it.
            seen.keySet().stream().filter(each -> each.startsWith(path)).forEach(news::add);
            seen.keySet().removeAll(news);
        }
        seen.putAll(now);
    }

    /** Which files are not as they were, of those that might be found now; from now on they are. */
    private Set<Path> different(Map<Path, Mark> now, Predicate<Path> mightBe) {
        Set<Path> gone =
                seen.keySet().stream()
                        .filter(mightBe)
                        .filter(path -> !now.containsKey(path))
                        .collect(Collectors.toSet());
        Set<Path> news = new HashSet<>(gone);
        now.forEach(
                (path, mark) -> {
                    if (!mark.equals(seen.put(path, mark))) {
                        news.add(path);
                    }
                });
        seen.keySet().removeAll(gone);
        return news;
    }

    /** Whether an editor may have meant it; programs leave other files for a moment. */
    private boolean isWatched(Path path) {
        for (Path root : roots) {
            if (path.startsWith(root)
                    && names.contains(root.relativize(path).getName(0).toString())) {
                String name = path.getFileName().toString();
                boolean hidden = name.startsWith(".") && !name.equals(".well-known");
                if (!hidden && !name.startsWith("~$") && !name.endsWith("~")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Looks at all that is watched; which files are not as they were. */
    private Set<Path> look() {
        long start = System.nanoTime();
        Map<Path, Mark> now = new HashMap<>();
        for (Path root : roots) {
            register(root);
            for (String name : names) {
                look(root.resolve(name), now);
            }
        }
        Set<Path> news = different(now, path -> true);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        pause = Math.max(LOOK_MILLIS, millis * REST);
        return news;
    }

    private void look(Path top, Map<Path, Mark> marks) {
        try {
            if (!Files.exists(top)) {
                return;
            }
            if (Files.isSymbolicLink(top) && roots.contains(top.getParent())) {
                lookBehind(top, marks);
                return;
            }
            Files.walkFileTree(
                    top,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            if (!isWatched(folder)) {
                                return FileVisitResult.SKIP_SUBTREE;
                            }
                            register(folder);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            if (isWatched(file)) {
                                marks.put(file, Mark.of(attributes));
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            // Taken away meanwhile: the next look sees what is left.
        }
    }

    /** What is watched may itself be kept elsewhere; no link below it is followed. */
    private void lookBehind(Path link, Map<Path, Mark> marks) throws IOException {
        marks.put(link, Mark.of(Files.readAttributes(link, BasicFileAttributes.class)));
        if (Files.isDirectory(link)) {
            register(link);
            List<Path> children;
            try (Stream<Path> list = Files.list(link)) {
                children = list.filter(this::isWatched).toList();
            }
            children.forEach(child -> look(child, marks));
        }
    }

    /**
     * The same folder again is no second time; what can't be registered is looked at all the same.
     */
    private void register(Path folder) {
        try {
            WatchKey key =
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_DELETE,
                            StandardWatchEventKinds.ENTRY_MODIFY);
            folders.put(key, folder);
            everFolders.add(folder);
        } catch (IOException e) {
            // Gone, or one more than the system allows.
        }
    }

    /** Once this returns, nothing more is told; what is being told is told to its end. */
    @Override
    public void close() throws IOException {
        service.close();
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
