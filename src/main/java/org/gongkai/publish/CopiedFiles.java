package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.model.Column;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;

/** The files that are published as they are: assets, and the attachments of what is published. */
public final class CopiedFiles {
    private static final Pattern SEARCH_SCRIPT = Pattern.compile("search/([^/]+\\.js)");
    private static final Pattern SCRIPT = Pattern.compile("(scripts|tools)/[^/]+\\.js");
    private static final String STYLE_SHEET = "css/site.css";

    private final Column column;
    private final Path source;

    /**
     * @param source the column's folder
     */
    public CopiedFiles(Column column, Path source) {
        this.column = column;
        this.source = source;
    }

    /** Copies them below the site's root. */
    public void write(Path root) throws IOException {
        writeAssets(root);
        for (Map.Entry<String, Path> each : attachments().entrySet()) {
            copy(each.getValue(), root.resolve(each.getKey()));
        }
    }

    /** Where each attachment lies on this machine, by its path below the site's root. */
    public Map<String, Path> attachments() {
        Site site = column.site();
        Map<String, Path> attachments = new LinkedHashMap<>();
        Stream.concat(
                        site.notices().stream().flatMap(Notice::publishedFiles),
                        site.pages().stream().flatMap(ContentPage::publishedFiles))
                .forEach(each -> attachments.put(each.path(), source.resolve(each.source())));
        return attachments;
    }

    /** Copies the assets alone. */
    public void writeAssets(Path root) throws IOException {
        String ownColours = OwnColours.rules(column.site().settings().appearance());
        Map<String, String> scripts = new LinkedHashMap<>();
        for (Column.Asset asset : column.assets()) {
            Matcher script = SEARCH_SCRIPT.matcher(asset.path());
            if (script.matches()) {
                scripts.put(script.group(1), Files.readString(asset.file()));
            } else if (SCRIPT.matcher(asset.path()).matches()) {
                write(root.resolve(asset.path()), LeanScript.of(Files.readString(asset.file())));
            } else if (asset.path().equals(STYLE_SHEET)) {
                write(root.resolve(asset.path()), Files.readString(asset.file()) + ownColours);
            } else {
                copy(asset.file(), root.resolve(asset.path()));
            }
        }
        for (Map.Entry<String, String> each : new SearchScripts(scripts).published().entrySet()) {
            write(root.resolve("search").resolve(each.getKey()), each.getValue());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
