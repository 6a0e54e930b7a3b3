package org.gongkai.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A folder as a web server serves it: a site, and beside each text a {@code .gz} of it (nginx:
 * gzip_static). What is as it was before is the same file on the disk, so that it costs nothing and
 * keeps its time, by which browsers know it again.
 */
final class ServedFolder {
    private static final Pattern TEXT =
            Pattern.compile("(?i).*\\.(html|htm|shtml|css|js|mjs|json|xml|svg|txt|csv|map)");
    private static final Pattern SEARCH_FILE = Pattern.compile("search/[0-9a-f]{8,}/.*");

    private final Path site;
    private final Path before;
    private final Path folder;

    /**
     * @param site what was built
     * @param before what was served before; null where nothing was
     * @param folder where it is made
     */
    ServedFolder(Path site, Path before, Path folder) {
        this.site = site;
        this.before = before;
        this.folder = folder;
    }

    /**
     * Makes it.
     *
     * @param changes from what was served before
     */
    void make(Changes changes) throws IOException {
        Set<String> other = new HashSet<>(changes.added());
        other.addAll(changes.changed());
        Before like = Before.of(before, site);
        make(
                site,
                Changes.files(site),
                path -> before == null || other.contains(path) ? null : like.path(path));
    }

    /**
     * Keeps the search files of the edition before too: somebody's search that began with them goes
     * on.
     */
    void keepSearchFiles() throws IOException {
        Edition last = before == null ? null : Edition.read(before);
        if (last == null) {
            return;
        }
        String kept = Before.inside(last.searchFolder());
        if (Files.isDirectory(before.resolve(kept)) && !Files.exists(folder.resolve(kept))) {
            make(
                    before,
                    Changes.files(before.resolve(kept)).stream()
                            .map(path -> kept + path)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    path -> path);
        }
    }

    /**
     * @param same where the very same was before; null where it was not
     */
    private void make(Path from, Set<String> files, UnaryOperator<String> same) throws IOException {
        Set<Path> parents =
                files.stream()
                        .map(path -> folder.resolve(path).getParent())
                        .collect(Collectors.toSet());
        for (Path parent : parents) {
            Files.createDirectories(parent);
        }
        try {
            files.parallelStream()
                    .forEach(path -> place(from.resolve(path), path, same.apply(path), files));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void place(Path file, String path, String same, Set<String> files) {
        try {
            Path to = folder.resolve(path);
            link(same == null ? null : before.resolve(same), file, to);
            String packed = path + ".gz";
            if (TEXT.matcher(path).matches() && !files.contains(packed)) {
                Path samePacked = same == null ? null : before.resolve(same + ".gz");
                if (samePacked != null && Files.isRegularFile(samePacked)) {
                    link(samePacked, samePacked, folder.resolve(packed));
                } else {
                    pack(to, folder.resolve(packed));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second name for the same file; a copy where there can be none. */
    private static void link(Path same, Path file, Path to) throws IOException {
        if (same != null) {
            try {
                Files.createLink(to, same);
                return;
            } catch (UnsupportedOperationException | FileSystemException e) {
                // Another disk, a file system without links, or too many of them.
            }
        }
        Files.copy(same == null ? file : same, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void pack(Path file, Path packed) throws IOException {
        try (OutputStream out = new Packing(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        Files.setLastModifiedTime(packed, Files.getLastModifiedTime(file));
    }

    /** As small as it gets. Its head tells no time, so that the same text gives the same bytes. */
    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    static boolean isPacked(String path, Set<String> all) {
        if (!path.endsWith(".gz")) {
            return false;
        }
        String text = path.substring(0, path.length() - ".gz".length());
        return TEXT.matcher(text).matches() && all.contains(text);
    }

    /**
     * Whether it is of the search, and of an edition before that which is served.
     *
     * @param own the folder of the search's own files, with a slash at its end
     */
    static boolean isKept(String path, String own) {
        return SEARCH_FILE.matcher(path).matches() && !path.startsWith(own);
    }

    /** The folders directly below one, by name. */
    static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
