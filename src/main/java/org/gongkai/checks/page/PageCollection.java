package org.gongkai.checks.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.gongkai.model.SiteSettings;

/** All pages of a site, to follow links in. */
final class PageCollection {
    private final Map<String, PageFacts> pages;
    private final Predicate<String> isFile;
    private final Map<String, Boolean> files = new ConcurrentHashMap<>();
    private final SiteAddress address;

    /**
     * @param pages by their files, in that order
     * @param isFile whether the site has a file with this path
     * @param settings null where nobody knows them
     */
    PageCollection(Map<String, PageFacts> pages, Predicate<String> isFile, SiteSettings settings) {
        this.pages = pages;
        this.isFile = isFile;
        this.address =
                settings == null
                        ? SiteAddress.guess(pages.values(), path -> file(path) != null)
                        : SiteAddress.of(settings);
    }

    Map<String, PageFacts> all() {
        return pages;
    }

    SiteAddress address() {
        return address;
    }

    /** The file that a server shows for a path; null where there is none. */
    String file(String path) {
        if (path.isEmpty() || path.endsWith("/")) {
            String index = path + "index.html";
            return has(index) ? index : has(path + "index.htm") ? path + "index.htm" : null;
        }
        return has(path) ? path : has(path + "/index.html") ? path + "/index.html" : null;
    }

    private boolean has(String path) {
        return pages.containsKey(path) || files.computeIfAbsent(path, isFile::test);
    }
}
