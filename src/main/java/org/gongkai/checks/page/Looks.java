package org.gongkai.checks.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.cache.Asked;
import org.gongkai.checks.css.ContrastRatio;
import org.gongkai.checks.css.Finding;
import org.gongkai.checks.css.Medium;
import org.gongkai.checks.css.StyleChecks;
import org.gongkai.model.SiteSettings;
import org.jsoup.nodes.Document;

/** What the style sheets in a folder of pages make of each page. */
final class Looks {
    private final Path folder;
    private final SiteAddress address;
    private final StyleChecks checks = new StyleChecks(Medium.SCREEN, ContrastRatio.AA);
    private final Map<String, Optional<String>> sheets = new ConcurrentHashMap<>();

    /**
     * @param settings the site's; null for pages of somebody else
     */
    Looks(Path folder, SiteSettings settings) {
        this.folder = folder;
        this.address = settings == null ? new SiteAddress("", "/") : SiteAddress.of(settings);
    }

    /** What is found on a page. */
    List<Finding> of(String page, Document document) {
        return checks.check(document, href -> sheet(page, href));
    }

    private Optional<String> sheet(String page, String href) {
        SiteAddress.Target target = address.follow(page, "", href);
        if (target == null) {
            return Optional.empty();
        }
        Asked.file(target.path());
        return sheets.computeIfAbsent(target.path(), this::read);
    }

    private Optional<String> read(String path) {
        try {
            Path file = folder.resolve(path).normalize();
            return file.startsWith(folder.normalize())
                            && Files.isRegularFile(file)
                            && file.toRealPath().startsWith(folder.toRealPath())
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
