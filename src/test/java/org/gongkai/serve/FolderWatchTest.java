package org.gongkai.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file that changed is named, however it changed, and no other one. */
class FolderWatchTest {
    private static final long LONGEST_WAIT = 20;

    @TempDir private Path folder;
    private final BlockingQueue<Set<Path>> told = new LinkedBlockingQueue<>();
    private FolderWatch watch;

    @BeforeEach
    void start() throws IOException {
        folder = folder.toRealPath();
        write("content/notices/2023/a.md", "甲");
        write("content/notices/2023/b.md", "乙");
        watch = new FolderWatch(List.of(folder), Set.of("content", "site.yml"), told::add);
        watch.start();
    }

    @AfterEach
    void stop() throws IOException {
        watch.close();
    }

    @Test
    void namesWhatIsWrittenInPlaceOrBesideAndMoved() throws Exception {
        write("content/notices/2023/a.md", "改了");
        awaitTold("content/notices/2023/a.md");
        write("content/notices/2023/.b.md.tmp", "改了");
        move("content/notices/2023/.b.md.tmp", "content/notices/2023/b.md");
        awaitTold("content/notices/2023/b.md");
        write("site.yml", "名称: 样例");
        awaitTold("site.yml");
    }

    @Test
    void namesWhatComesAndGoes() throws Exception {
        Files.delete(file("content/notices/2023/a.md"));
        awaitTold("content/notices/2023/a.md");
        write("content/notices/2023/a.md", "又来了");
        awaitTold("content/notices/2023/a.md");
    }

    @Test
    void namesAllFilesOfAFolderThatIsMoved() throws Exception {
        move("content/notices/2023", "content/notices/2024");
        awaitTold(
                "content/notices/2023",
                "content/notices/2023/a.md",
                "content/notices/2023/b.md",
                "content/notices/2024",
                "content/notices/2024/a.md",
                "content/notices/2024/b.md");
        write("content/notices/2024/a.md", "在新的文件夹里改了");
        awaitTold("content/notices/2024/a.md");
    }

    @Test
    void namesNoFileOfAFolderThatIsOnlyTouched() throws Exception {
        Files.setLastModifiedTime(file("content/notices/2023"), FileTime.fromMillis(0));
        write("site.yml", "名称: 样例");
        awaitTold("content/notices/2023", "site.yml");
    }

    @Test
    void namesWhatWasChangedBeforeItBegan() throws Exception {
        stop();
        told.clear();
        watch = new FolderWatch(List.of(folder), Set.of("content"), told::add);
        write("content/notices/2023/b.md", "在开始之前改了");
        watch.start();
        awaitTold("content/notices/2023/b.md");
    }

    @Test
    void namesWhatChangesInAFolderThatIsKeptElsewhere(@TempDir Path elsewhere) throws Exception {
        stop();
        told.clear();
        move("content", elsewhere.toRealPath().resolve("kept").toString());
        Files.createSymbolicLink(file("content"), elsewhere.toRealPath().resolve("kept"));
        watch = new FolderWatch(List.of(folder), Set.of("content"), told::add);
        watch.start();
        write("content/notices/2023/a.md", "改了");
        awaitTold("content/notices/2023/a.md");
    }

    @Test
    void namesAllThatAFileInPlaceOfAFolderHasTakenAway() throws Exception {
        move("content/notices/2023", "away");
        write("content/notices/2023", "文件");
        awaitTold("content/notices/2023", "content/notices/2023/a.md", "content/notices/2023/b.md");
    }

    @Test
    void tellsToItsEndWhatIsBeingToldWhenItIsClosed() throws Exception {
        stop();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        AtomicReference<String> read = new AtomicReference<>();
        watch =
                new FolderWatch(
                        List.of(folder),
                        Set.of("content"),
                        changed -> {
                            begun.countDown();
                            try {
                                closing.await();
                                read.set(Files.readString(file("content/notices/2023/a.md")));
                            } catch (IOException | InterruptedException e) {
                                read.set(e.toString());
                            }
                        });
        watch.start();
        write("content/notices/2023/a.md", "改了");
        begun.await();
        Thread closer =
                new Thread(
                        () -> {
                            try {
                                watch.close();
                            } catch (IOException e) {
                                read.set(e.toString());
                            }
                        });
        closer.start();
        while (closer.getState() != Thread.State.TIMED_WAITING && closer.isAlive()) {
            Thread.onSpinWait();
        }
        closing.countDown();
        closer.join();
        assertEquals("改了", read.get());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), text);
    }

    private void move(String from, String to) throws IOException {
        Files.move(file(from), file(to), StandardCopyOption.REPLACE_EXISTING);
    }

    /** A system may tell one change in several goes. */
    private void awaitTold(String... names) throws InterruptedException {
        Set<String> expected = new TreeSet<>(List.of(names));
        Set<String> named = new TreeSet<>();
        while (!named.containsAll(expected)) {
            Set<Path> next = told.poll(LONGEST_WAIT, TimeUnit.SECONDS);
            if (next == null) {
                break;
            }
            next.forEach(path -> named.add(folder.relativize(path).toString().replace('\\', '/')));
        }
        assertEquals(expected, named);
    }
}
