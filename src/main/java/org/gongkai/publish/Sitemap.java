package org.gongkai.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.model.Page;
import org.gongkai.model.SiteSettings;

/**
 * {@code sitemap.xml} and {@code robots.txt} (sitemaps.org). More than 50,000 addresses are split
 * over several files.
 */
public final class Sitemap {
    private static final int MAX_ADDRESSES = 50_000;
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final SiteSettings settings;

    public Sitemap(SiteSettings settings) {
        this.settings = settings;
    }

    /** Writes them below the site's root. */
    public void write(Path root, List<Page> pages) throws IOException {
        List<Page> listed = pages.stream().filter(Page::listed).toList();
        if (listed.size() <= MAX_ADDRESSES) {
            writeAddresses(root.resolve("sitemap.xml"), listed);
        } else {
            List<String> parts = new ArrayList<>();
            for (int from = 0; from < listed.size(); from += MAX_ADDRESSES) {
                String name = "sitemap-" + (parts.size() + 1) + ".xml";
                int to = Math.min(from + MAX_ADDRESSES, listed.size());
                writeAddresses(root.resolve(name), listed.subList(from, to));
                parts.add(name);
            }
            writeIndex(root.resolve("sitemap.xml"), parts);
        }
        Path robots = root.resolve("robots.txt");
        if (!Files.exists(robots)) {
            Files.writeString(
                    robots,
                    "User-agent: *\nAllow: /\n\nSitemap: " + absolute("sitemap.xml") + "\n");
        }
    }

    private void writeAddresses(Path file, List<Page> pages) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\""
                            + NAMESPACE
                            + "\">\n");
            for (Page page : pages) {
                out.write("<url><loc>" + xml(absolute(page.url())) + "</loc>");
                if (page.modified() != null) {
                    out.write("<lastmod>" + page.modified() + "</lastmod>");
                }
                out.write("</url>\n");
            }
            out.write("</urlset>\n");
        }
    }

    private void writeIndex(Path file, List<String> parts) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\""
                            + NAMESPACE
                            + "\">\n");
            for (String part : parts) {
                out.write("<sitemap><loc>" + xml(absolute(part)) + "</loc></sitemap>\n");
            }
            out.write("</sitemapindex>\n");
        }
    }

    /**
     * The protocol wants whole addresses; a column that does not know its own can only give paths.
     */
    private String absolute(String url) {
        return settings.address() == null ? settings.basePath() + url : settings.absolute(url);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
