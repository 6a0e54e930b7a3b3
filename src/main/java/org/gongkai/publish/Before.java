package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was served before, asked by the paths of the site that comes. The folder of the search's
 * files has another name there, although most of them are the same.
 */
final class Before {
    private final Path root;
    private final String folder;
    private final String folderToCome;

    private Before(Path root, String folder, String folderToCome) {
        this.root = root;
        this.folder = folder;
        this.folderToCome = folderToCome;
    }

    /**
     * @param served null where nothing is
     */
    static Before of(Path served, Path site) throws IOException {
        Edition edition = served == null ? null : Edition.read(served);
        Edition toCome = Edition.read(site);
        boolean renamed = edition != null && toCome != null;
        return new Before(
                served,
                renamed ? inside(edition.searchFolder()) : "",
                renamed ? inside(toCome.searchFolder()) : "");
    }

    static String inside(String searchFolder) {
        return "search/" + searchFolder + "/";
    }

    /** Where it was that is to come at a path. */
    String path(String path) {
        return !folder.isEmpty() && path.startsWith(folderToCome)
                ? folder + path.substring(folderToCome.length())
                : path;
    }

    Path file(String path) {
        return root.resolve(path(path));
    }

    /** All files that were of the site itself. */
    Set<String> own() throws IOException {
        Set<String> all = Changes.files(root);
        return all.stream()
                .filter(path -> !ServedFolder.isPacked(path, all))
                .filter(path -> !ServedFolder.isKept(path, folder))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
