package org.gongkai;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A folder that is gone when it is closed. */
final class TemporaryFolder implements AutoCloseable {
    private final Path root;
    private int count;

    TemporaryFolder() throws IOException {
        root = Files.createTempDirectory("gongkai-").toRealPath();
    }

    /** A new folder in it. */
    synchronized Path next() throws IOException {
        return Files.createDirectory(root.resolve(String.valueOf(++count)));
    }

    @Override
    public void close() {
        delete(root);
    }

    /** Deletes a folder as far as that can be done. */
    static void delete(Path folder) {
        try {
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
                            Files.delete(visited);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            // Somebody is still reading there: the system clears its temporary files some day.
        }
    }
}
