package org.gongkai.checks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The HTML pages below a folder, relative to it, with forward slashes and in order.
 *
 * @param pages the files
 * @param links the symbolic links that would be pages, or folders of pages: they could lead out of
 *     the folder, and are none
 */
public record PageFiles(List<String> pages, List<String> links) {
    /** Looks for them. */
    public static PageFiles in(Path folder) throws IOException {
        // The folder itself may be a link: it was named by who runs the program.
        Path real = folder.toRealPath();
        TreeSet<String> pages = new TreeSet<>();
        TreeSet<String> links = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(real)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                String path = real.relativize(file).toString().replace('\\', '/');
                boolean named = path.matches("(?is).*\\.html?");
                if (Files.isSymbolicLink(file)) {
                    if (named || Files.isDirectory(file)) {
                        links.add(path);
                    }
                } else if (named && Files.isRegularFile(file)) {
                    pages.add(path);
                }
            }
        }
        return new PageFiles(List.copyOf(pages), List.copyOf(links));
    }
}
