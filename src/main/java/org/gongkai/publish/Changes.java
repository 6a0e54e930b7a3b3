package org.gongkai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What publishing a site changes for its readers; copies that servers alone look at don't count.
 *
 * @param added paths, relative to the site's root
 */
public record Changes(List<String> added, List<String> changed, List<String> removed) {
    public Changes {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /**
     * From what is served to a built site. The search's files stand in a folder that is named after
     * all of them; each is compared with its like.
     *
     * @param served null where nothing is
     */
    static Changes between(Path served, Path site) throws IOException {
        Set<String> after = files(site);
        Before before = Before.of(served, site);
        Set<String> own = served == null ? Set.of() : before.own();
        try {
            List<String> changed =
                    after.parallelStream()
                            .filter(path -> own.contains(before.path(path)))
                            .filter(path -> differ(before.file(path), site.resolve(path)))
                            .sorted()
                            .toList();
            Set<String> alike = after.stream().map(before::path).collect(Collectors.toSet());
            return new Changes(
                    after.stream().filter(path -> !own.contains(before.path(path))).toList(),
                    changed,
                    own.stream().filter(path -> !alike.contains(path)).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Every file below a folder, with forward slashes. */
    static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static boolean differ(Path one, Path other) {
        try {
            return Files.size(one) != Files.size(other) || Files.mismatch(one, other) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** How many there are, in words. */
    public String text() {
        return "新增 "
                + added.size()
                + " 个文件，更新 "
                + changed.size()
                + " 个，删除 "
                + removed.size()
                + " 个";
    }
}
