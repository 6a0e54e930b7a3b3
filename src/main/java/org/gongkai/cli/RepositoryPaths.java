package org.gongkai.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.model.Problem;

/**
 * Tells a file of a problem as its repository does, which may hold more than the column.
 *
 * @param prefix the folder that problems are told from, below the repository's: empty, or with a
 *     slash at its end
 */
record RepositoryPaths(String prefix) {
    /** The repository is the nearest folder with a {@code .git}, or else the folder itself. */
    static RepositoryPaths from(Path folder) {
        Path from = folder.toAbsolutePath().normalize();
        Path root = from;
        while (root != null && !Files.exists(root.resolve(".git"))) {
            root = root.getParent();
        }
        String below = root == null ? "" : root.relativize(from).toString().replace('\\', '/');
        return new RepositoryPaths(below.isEmpty() ? "" : below + "/");
    }

    String of(Problem problem) {
        return of(problem.file());
    }

    String of(String file) {
        return prefix + file;
    }
}
