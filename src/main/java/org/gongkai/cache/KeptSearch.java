package org.gongkai.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The files of the search, which are made of all notices at once: kept as a whole, or not. */
public final class KeptSearch {
    private static final String KEY = "search";
    private static final String SEARCH = "search/";

    private final BuildCache.Section section;
    private final RecordFormat format;
    private final Digests digests;
    private final Path folder;
    private final BiPredicate<String, Stamp> holds;
    private final BiPredicate<String, Stamp> take;
    private final Renaming takeAs;
    private final Before before;
    private final String folderBefore;
    private final Map<String, Stamp> renamed = new HashMap<>();
    private boolean kept;
    private long bytes;

    /** What the search of an earlier build was made of, and its files. */
    public record Before(Digest of, Map<String, Stamp> files) {
        /** The one that was remembered; one of no files where none was. */
        public static Before read(BuildCache.Section section, RecordFormat format) {
            byte[] known = section.get(KEY);
            return known == null ? new Before(null, Map.of()) : (Before) format.read(known);
        }
    }

    /** Takes a file of the old site over under another name. */
    @FunctionalInterface
    public interface Renaming {
        boolean take(String before, String path, Stamp stamp);
    }

    /**
     * @param folder where the site is made
     * @param holds whether a file of the old site is still as its stamp says
     * @param take takes such a file over
     * @param takeAs the same, under another name
     */
    public KeptSearch(
            BuildCache.Section section,
            Before before,
            RecordFormat format,
            Digests digests,
            Path folder,
            BiPredicate<String, Stamp> holds,
            BiPredicate<String, Stamp> take,
            Renaming takeAs) {
        this.section = section;
        this.format = format;
        this.digests = digests;
        this.folder = folder;
        this.holds = holds;
        this.take = take;
        this.takeAs = takeAs;
        this.before = before;
        this.folderBefore = folderOf(before.files().keySet());
    }

    /**
     * Keeps the search of an earlier build where it was made of the same.
     *
     * @param searched all that can be found
     */
    public boolean isKept(Object searched) {
        Optional<Digest> digest = digests.of(searched);
        kept =
                digest.isPresent()
                        && digest.get().equals(before.of())
                        && all(before.files(), holds)
                        && all(before.files(), take);
        if (kept) {
            section.keep(KEY);
            bytes = bytes(before.files());
        }
        return kept;
    }

    private static boolean all(Map<String, Stamp> files, BiPredicate<String, Stamp> are) {
        return files.entrySet().parallelStream()
                .allMatch(file -> are.test(file.getKey(), file.getValue()));
    }

    private static long bytes(Map<String, Stamp> files) {
        return files.values().stream().mapToLong(Stamp::length).sum();
    }

    /** Whether it was kept. */
    public boolean kept() {
        return kept;
    }

    /** How much all of its files hold, once they are kept or remembered. */
    public long bytes() {
        return bytes;
    }

    /** Whether a file of the old search is as it was, by its path below the folder of its files. */
    public boolean holds(String path) {
        String file = before(path);
        Stamp stamp = before.files().get(file);
        return stamp != null && holds.test(file, stamp);
    }

    /** Takes such files over into the folder of that name. */
    public void take(Collection<String> paths, String name) {
        for (String path : paths) {
            Stamp stamp = before.files().get(before(path));
            String file = SEARCH + name + "/" + path;
            if (!takeAs.take(before(path), file, stamp)) {
                throw new IllegalStateException("changed during the build: " + file);
            }
            renamed.put(file, stamp);
        }
    }

    private String before(String path) {
        return SEARCH + folderBefore + "/" + path;
    }

    /** All but the manifest lie in a folder with a name of its own. */
    private static String folderOf(Collection<String> files) {
        return files.stream()
                .filter(file -> file.indexOf('/', SEARCH.length()) > 0)
                .map(file -> file.substring(SEARCH.length(), file.indexOf('/', SEARCH.length())))
                .findAny()
                .orElse("none");
    }

    /** Remembers what was made. */
    public void remember(Object searched) throws IOException {
        Map<String, Stamp> files = new ConcurrentHashMap<>(renamed);
        files().parallelStream()
                .forEach(
                        file ->
                                files.put(
                                        folder.relativize(file).toString().replace('\\', '/'),
                                        stamp(file)));
        bytes = bytes(files);
        digests.of(searched)
                .ifPresent(of -> section.put(KEY, format.write(new Before(of, Map.copyOf(files)))));
    }

    private static Stamp stamp(Path file) {
        try {
            return Stamp.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The manifest, and all below the folders beside it. */
    private List<Path> files() throws IOException {
        Path search = folder.resolve("search");
        List<Path> files = new ArrayList<>(List.of(search.resolve("manifest.json")));
        try (Stream<Path> walk = Files.walk(search)) {
            walk.filter(file -> search.relativize(file).getNameCount() > 1)
                    .filter(Files::isRegularFile)
                    .forEach(files::add);
        }
        return files;
    }
}
