package org.gongkai.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Pattern SEARCH_FOLDER = Pattern.compile("search/([0-9a-f]{8,})/.*");

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

    /** Makes it. */
    void make() throws IOException {
        make(site, Changes.files(site));
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
        Path kept = before.resolve("search").resolve(last.searchFolder());
        if (Files.isDirectory(kept)
                && !Files.exists(folder.resolve("search").resolve(last.searchFolder()))) {
            make(
                    before,
                    Changes.files(kept).stream()
                            .map(path -> "search/" + last.searchFolder() + "/" + path)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private void make(Path from, Set<String> files) throws IOException {
        for (String path : files) {
            Files.createDirectories(folder.resolve(path).getParent());
        }
        try {
            files.parallelStream().forEach(path -> place(from.resolve(path), path, files));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void place(Path file, String path, Set<String> files) {
        try {
            Path to = folder.resolve(path);
            Path same = before == null ? null : before.resolve(path);
            boolean unchanged =
                    same != null && Files.isRegularFile(same) && !Changes.differ(same, file);
            link(unchanged ? same : null, file, to);
            String packed = path + ".gz";
            if (TEXT.matcher(path).matches() && !files.contains(packed)) {
                Path samePacked = unchanged ? before.resolve(packed) : null;
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

    /** The files of a served folder that are of its site. */
    static Set<String> own(Path served) throws IOException {
        Set<String> all = Changes.files(served);
        Edition edition = Edition.read(served);
        String searchFolder = edition == null ? "" : edition.searchFolder();
        return all.stream()
                .filter(path -> !isPacked(path, all))
                .filter(path -> !isKept(path, searchFolder))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isPacked(String path, Set<String> all) {
        if (!path.endsWith(".gz")) {
            return false;
        }
        String text = path.substring(0, path.length() - ".gz".length());
        return TEXT.matcher(text).matches() && all.contains(text);
    }

    private static boolean isKept(String path, String searchFolder) {
        java.util.regex.Matcher inside = SEARCH_FOLDER.matcher(path);
        return inside.matches() && !inside.group(1).equals(searchFolder);
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
