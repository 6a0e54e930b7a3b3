package org.gongkai.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * The beginning of a site's {@code search/manifest.json}: of what build it is, and that it arrived
 * whole. What the client needs to know of the files stands behind.
 *
 * @param asOf the day on which the site was judged
 * @param drafts whether drafts are in it
 */
public record SearchManifest(LocalDate asOf, boolean drafts) {
    static final int FORMAT = 7;

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

    /**
     * Writes it below a site's root.
     *
     * @param folder where the files are
     * @param contents properties that tell the client how to read them
     */
    void write(Path root, String folder, Consumer<JsonGenerator> contents) throws IOException {
        String rest =
                SearchExport.json(
                        json -> {
                            json.writeNumberProperty("format", FORMAT);
                            json.writeStringProperty("folder", folder);
                            json.writeStringProperty("asOf", asOf.toString());
                            json.writeBooleanProperty("drafts", drafts);
                            contents.accept(json);
                        });
        String checksum = Integer.toHexString(Shards.hash(Bytes.utf8(rest)));
        Files.writeString(
                file(root), "{\"checksum\":\"%s\",%s\n".formatted(checksum, rest.substring(1)));
    }
}
