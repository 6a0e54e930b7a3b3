package org.gongkai.publish;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.model.Page;
import org.gongkai.model.SiteSettings;

/**
 * {@code sitemap.xml} and {@code robots.txt} (sitemaps.org). More than 50,000 addresses, or more
 * than 4 MB of them, are split over several files.
 */
public final class Sitemap {
    private static final int MAX_ADDRESSES = 50_000;
    private static final int MAX_BYTES = 4_000_000;
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final SiteSettings settings;

    public Sitemap(SiteSettings settings) {
        this.settings = settings;
    }

    /** Writes them below the site's root. */
    public void write(Path root, List<Page> pages) throws IOException {
        List<List<String>> parts = parts(pages.stream().filter(Page::listed).toList());
        if (parts.size() == 1) {
            writeAddresses(root.resolve("sitemap.xml"), parts.get(0));
        } else {
            List<String> names = new ArrayList<>();
            for (List<String> part : parts) {
                names.add("sitemap-" + (names.size() + 1) + ".xml");
                writeAddresses(root.resolve(names.get(names.size() - 1)), part);
            }
            writeIndex(root.resolve("sitemap.xml"), names);
        }
        Path robots = root.resolve("robots.txt");
        if (!Files.exists(robots)) {
            Files.writeString(
                    robots,
                    "User-agent: *\nAllow: /\n\nSitemap: " + absolute("sitemap.xml") + "\n");
        }
    }

    /** The entries of the pages, file by file; one file where there is no page. */
    private List<List<String>> parts(List<Page> pages) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int bytes = 0;
        for (Page page : pages) {
            String entry = entry(page);
            int length = entry.getBytes(StandardCharsets.UTF_8).length;
            if (part.size() == MAX_ADDRESSES || bytes + length > MAX_BYTES) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(entry);
            bytes += length;
        }
        parts.add(part);
        return parts;
    }

    private String entry(Page page) {
        String modified =
                page.modified() == null ? "" : "<lastmod>" + page.modified() + "</lastmod>";
        return "<url><loc>" + xml(absolute(page.url())) + "</loc>" + modified + "</url>\n";
    }

    private static void writeAddresses(Path file, List<String> entries) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\""
                            + NAMESPACE
                            + "\">\n");
            for (String entry : entries) {
                out.write(entry);
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
