package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 版本: what a built site says of itself in its own open files, so that nothing has to be kept beside
 * it and a site on a web server can be asked too.
 *
 * @param day the day on which it was judged (--as-of)
 * @param drafts whether drafts are in it
 * @param searchFolder the folder of its search files, named after what they hold
 * @param notices how many there are
 * @param newest the newest 发布日期; null where there are no notices
 */
public record Edition(
        LocalDate day, boolean drafts, String searchFolder, int notices, LocalDate newest) {
    static final String MANIFEST = "search/manifest.json";
    static final String NOTICES = "data/notices.json";
    private static final Pattern BUILD =
            Pattern.compile(
                    "\"folder\":\"([0-9a-z]+)\",\"asOf\":\"(\\d{4}-\\d\\d-\\d\\d)\",\"drafts\":(true|false)");
    private static final Pattern PUBLICATION =
            Pattern.compile("\"publicationDate\":\\s*\"(\\d{4}-\\d\\d-\\d\\d)\"");

    /** Reads it below a site's root; null where there is no whole site. */
    public static Edition read(Path root) throws IOException {
        Path manifest = root.resolve(MANIFEST);
        Path data = root.resolve(NOTICES);
        if (!Files.isRegularFile(manifest) || !Files.isRegularFile(data)) {
            return null;
        }
        Matcher build = BUILD.matcher(Files.readString(manifest));
        if (!build.find()) {
            return null;
        }
        int notices = 0;
        LocalDate newest = null;
        Matcher publication = PUBLICATION.matcher(Files.readString(data));
        while (publication.find()) {
            LocalDate date = LocalDate.parse(publication.group(1));
            newest = newest == null || date.isAfter(newest) ? date : newest;
            notices++;
        }
        return new Edition(
                LocalDate.parse(build.group(2)),
                Boolean.parseBoolean(build.group(3)),
                build.group(1),
                notices,
                newest);
    }

    /**
     * Whether it was judged on an earlier day; of one day, whether what the other holds was
     * published later.
     */
    public boolean isOlderThan(Edition other) {
        if (!day.equals(other.day)) {
            return day.isBefore(other.day);
        }
        return other.newest != null && (newest == null || newest.isBefore(other.newest));
    }

    /** How it is named to an editor. */
    public String text() {
        return day
                + " 生成，"
                + notices
                + " 份公开信息"
                + (newest == null ? "" : "，最新的是 " + newest + " 发布的");
    }
}
