package org.gongkai.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.gongkai.model.Problem;

/**
 * Names for the problems of one run, by which a forge knows a problem again although the lines
 * above it have moved. Ask for them in the order of the problems.
 */
final class Fingerprints {
    private final RepositoryPaths paths;
    private final Map<String, Integer> seen = new HashMap<>();

    Fingerprints(RepositoryPaths paths) {
        this.paths = paths;
    }

    /** SHA-256, in hex; what is wrong twice in one file has two. */
    String of(Problem problem) {
        String what = problem.what().replaceAll("第 ?\\d+ ?行", "那一行");
        String same = problem.check() + "\n" + paths.of(problem) + "\n" + what;
        int count = seen.merge(same, 1, Integer::sum);
        return sha256(count == 1 ? same : same + "\n" + count);
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
