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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tells when files have changed, all that changed in one moment at once. The system says so; since
 * it says nothing of what others do on a network drive, files are looked at now and then too.
 */
public final class FolderWatch implements AutoCloseable {
    /** Saving is often several steps: a new file, a new name, the old file away. */
    private static final long QUIET_MILLIS = 50;

    private static final long LONGEST_MILLIS = 200;

    private static final long LOOK_MILLIS = 2_000;

    /** Looking takes at most one part in so many of a processor's time. */
    private static final long REST = 50;

    private final List<Path> roots;
    private final Set<String> names;
    private final Runnable changed;
    private final WatchService service = FileSystems.getDefault().newWatchService();
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final Thread thread = new Thread(this::watch, "folder-watch");
    private long looks;
    private long pause = LOOK_MILLIS;

    /**
     * @param names what is watched in each root: files, and folders with all below them; need not
     *     exist yet
     * @param changed is called on one thread
     */
    public FolderWatch(List<Path> roots, Set<String> names, Runnable changed) throws IOException {
        this.roots =
                roots.stream().map(root -> root.toAbsolutePath().normalize()).distinct().toList();
        this.names = Set.copyOf(names);
        this.changed = changed;
        looks = look();
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
                if (key == null) {
                    long now = look();
                    if (now != looks) {
                        looks = now;
                        changed.run();
                    }
                } else if (take(key) | takeTheRest()) {
                    changed.run();
                    looks = look();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed.
        }
    }

    /** Waits until nothing more comes; whether something that matters did. */
    private boolean takeTheRest() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
        boolean matters = false;
        WatchKey key;
        while (System.nanoTime() < end
                && (key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) != null) {
            matters |= take(key);
        }
        return matters;
    }

    private boolean take(WatchKey key) {
        Path folder = folders.get(key);
        boolean matters = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW || folder == null) {
                // Some were lost, new folders maybe among them.
                look();
                matters = true;
                continue;
            }
            Path path = folder.resolve((Path) event.context());
            if (isWatched(path)) {
                matters = true;
                if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
                        && Files.isDirectory(path)) {
                    look(path);
                }
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return matters;
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

    /** Looks at all that is watched; the same number as before where nothing has changed. */
    private long look() {
        long start = System.nanoTime();
        long sum = 0;
        for (Path root : roots) {
            register(root);
            for (String name : names) {
                sum += look(root.resolve(name));
            }
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        pause = Math.max(LOOK_MILLIS, millis * REST);
        return sum;
    }

    private long look(Path top) {
        long[] sum = {0};
        try {
            if (!Files.exists(top)) {
                return 0;
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
                                sum[0] +=
                                        Objects.hash(
                                                file,
                                                attributes.lastModifiedTime(),
                                                attributes.size());
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
        return sum[0];
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
        } catch (IOException e) {
            // Gone, or one more than the system allows.
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        thread.interrupt();
    }
}
