package org.gongkai.checks.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.model.SiteSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Tells whose site lies in a folder, by what its pages say of themselves. */
public final class SiteOwner {
    private static final String FRONT_PAGE = "index.html";

    /** The only page whose links begin with the site's own path. */
    private static final String NOT_FOUND = "404.html";

    private static final String STYLES = "css/site.css";

    private SiteOwner() {}

    /**
     * Whether a built site says that it has another name or path than these settings: it is another
     * column's, or was built before they were changed.
     */
    public static boolean isOther(Path site, SiteSettings settings) throws IOException {
        Element name = find(site.resolve(FRONT_PAGE), "meta[name=SiteName]");
        Element style = find(site.resolve(NOT_FOUND), "link[rel=stylesheet]");
        String href = style == null ? "" : style.attr("href");
        return (name != null && !name.attr("content").equals(settings.name()))
                || (href.endsWith("/" + STYLES) && !href.equals(settings.basePath() + STYLES));
    }

    private static Element find(Path page, String selector) throws IOException {
        if (!Files.isRegularFile(page)) {
            return null;
        }
        Document document = Jsoup.parse(page.toFile(), "UTF-8");
        return document.selectFirst(selector);
    }
}
