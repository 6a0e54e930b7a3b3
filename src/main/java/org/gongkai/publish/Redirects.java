package org.gongkai.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.gongkai.model.FormerAddress;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Urls;

/**
 * {@code data/redirects.map}: the old addresses (旧地址) and where they lead now, as nginx reads a
 * map. A site without any has no such file.
 */
public final class Redirects {
    private final Site site;

    public Redirects(Site site) {
        this.site = site;
    }

    /** Writes it below the site's root. */
    public void write(Path root) throws IOException {
        String base = site.settings().basePath();
        TreeMap<String, String> lines = new TreeMap<>();
        for (Notice notice : site.notices()) {
            for (FormerAddress address : notice.formerAddresses()) {
                lines.put(Urls.decode(base) + address.path(), base + notice.url());
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (from, to) ->
                        text.append(quoted(from)).append(' ').append(quoted(to)).append(";\n"));
        Files.createDirectories(root.resolve("data"));
        Files.writeString(root.resolve("data/redirects.map"), text);
    }

    /** In a target, nginx would take a dollar sign for the name of a variable. */
    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "%24") + '"';
    }
}
