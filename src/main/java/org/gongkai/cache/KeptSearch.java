package org.gongkai.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The files of the search, which are made of all notices at once: kept as a whole, or not. */
public final class KeptSearch {
    private static final String KEY = "search";

    private final BuildCache.Section section;
    private final RecordFormat format;
    private final Digests digests;
    private final Path folder;
    private final BiPredicate<String, Stamp> holds;
    private final BiPredicate<String, Stamp> take;
    private boolean kept;

    /** What the search was made of, and its files. */
    private record Entry(Digest of, Map<String, Stamp> files) {}

    /**
     * @param folder where the site is made
     * @param holds whether a file of the old site is still as its stamp says
     * @param take takes such a file over
     */
    public KeptSearch(
            BuildCache.Section section,
            RecordFormat format,
            Digests digests,
            Path folder,
            BiPredicate<String, Stamp> holds,
            BiPredicate<String, Stamp> take) {
        this.section = section;
        this.format = format;
        this.digests = digests;
        this.folder = folder;
        this.holds = holds;
        this.take = take;
    }

    /**
     * Keeps the search of an earlier build where it was made of the same.
     *
     * @param searched all that can be found
     */
    public boolean isKept(Object searched) {
        byte[] known = section.get(KEY);
        Optional<Digest> digest = digests.of(searched);
        if (known == null || digest.isEmpty()) {
            return false;
        }
        Entry entry = (Entry) format.read(known);
        kept =
                entry.of().equals(digest.get())
                        && all(entry.files(), holds)
                        && all(entry.files(), take);
        if (kept) {
            section.keep(KEY);
        }
        return kept;
    }

    private static boolean all(Map<String, Stamp> files, BiPredicate<String, Stamp> are) {
        return files.entrySet().parallelStream()
                .allMatch(file -> are.test(file.getKey(), file.getValue()));
    }

    /** Whether it was kept. */
    public boolean kept() {
        return kept;
    }

    /** Remembers what was made. */
    public void remember(Object searched) throws IOException {
        Optional<Digest> digest = digests.of(searched);
        if (digest.isPresent()) {
            Map<String, Stamp> files = new HashMap<>();
            for (Path file : files()) {
                files.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Stamp.of(Files.readAllBytes(file)));
            }
            section.put(KEY, format.write(new Entry(digest.get(), files)));
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
