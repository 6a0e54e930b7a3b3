package org.gongkai.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the manifest of a built site tells of its build.
 *
 * @param asOf the day on which the site was judged
 * @param drafts whether drafts are in it
 */
public record SearchManifest(LocalDate asOf, boolean drafts) {
    private static final Pattern BUILD =
            Pattern.compile("\"asOf\":\"([0-9]{4}-[0-9]{2}-[0-9]{2})\",\"drafts\":(true|false)");

    static Path file(Path root) {
        return root.resolve("search").resolve("manifest.json");
    }

    /** Reads it below a site's root; null where there is none. */
    public static SearchManifest read(Path root) throws IOException {
        if (!Files.isRegularFile(file(root))) {
            return null;
        }
        Matcher build = BUILD.matcher(Files.readString(file(root)));
        return build.find()
                ? new SearchManifest(
                        LocalDate.parse(build.group(1)), Boolean.parseBoolean(build.group(2)))
                : null;
    }
}
