package org.gongkai.checks.page;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.SiteSettings;
import org.gongkai.model.Urls;
import org.jsoup.nodes.Element;

/**
 * Where a site lies on the web, so that its links can be followed in its folder.
 *
 * @param host in small letters; empty where nobody knows it
 * @param basePath begins and ends with a slash
 */
record SiteAddress(String host, String basePath) {
    private static final Pattern WEB =
            Pattern.compile(
                    "(?:(https?):)?//([^/?#]*)([^?#]*).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SCHEME =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    /** Where a link leads: a file of the site, and a place in it. */
    record Target(String path, String fragment) {}

    /** Where the settings say that it lies. */
    static SiteAddress of(SiteSettings settings) {
        return settings.address() == null
                ? new SiteAddress("", settings.basePath())
                : new SiteAddress(
                        settings.address().getHost().toLowerCase(Locale.ROOT), settings.basePath());
    }

    /**
     * Where a folder of pages seems to lie, by what most pages call their own address; else by
     * which folder the links that begin with a slash lead somewhere.
     */
    static SiteAddress guess(Collection<PageFacts> pages, Predicate<String> exists) {
        Map<SiteAddress, Integer> votes = new java.util.HashMap<>();
        for (PageFacts page : pages) {
            SiteAddress own = byCanonical(page);
            if (own != null) {
                votes.merge(own, 1, Integer::sum);
            }
        }
        if (!votes.isEmpty()) {
            return votes.entrySet().stream()
                    .max(
                            Map.Entry.<SiteAddress, Integer>comparingByValue()
                                    .thenComparing(entry -> entry.getKey().toString()))
                    .get()
                    .getKey();
        }
        Map<String, Integer> bases = new TreeMap<>();
        for (PageFacts page : pages) {
            for (String link : page.links()) {
                if (link.startsWith("/") && !link.startsWith("//")) {
                    countBases(Urls.decode(link.split("[?#]", 2)[0]), exists, bases);
                }
            }
        }
        String best =
                bases.entrySet().stream()
                        .max(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(entry -> -entry.getKey().length()))
                        .map(Map.Entry::getKey)
                        .orElse("/");
        return new SiteAddress("", best);
    }

    private static void countBases(
            String path, Predicate<String> exists, Map<String, Integer> bases) {
        for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (exists.test(path.substring(slash + 1))) {
                bases.merge(path.substring(0, slash + 1), 1, Integer::sum);
            }
        }
    }

    private static SiteAddress byCanonical(PageFacts page) {
        Matcher matcher = WEB.matcher(page.canonical());
        if (!matcher.matches()) {
            return null;
        }
        String path = Urls.decode(matcher.group(3).isEmpty() ? "/" : matcher.group(3));
        String file = page.path();
        String folder = file.replaceFirst("(^|/)index\\.html?$", "$1");
        for (String own : new String[] {file, folder}) {
            if (path.endsWith("/" + own)) {
                return new SiteAddress(
                        matcher.group(2).toLowerCase(Locale.ROOT),
                        path.substring(0, path.length() - own.length()));
            }
        }
        return null;
    }

    /** The host of the address that a page calls its own; empty where it names none. */
    static String canonicalHost(HtmlPage page) {
        Matcher matcher = WEB.matcher(canonical(page));
        return matcher.matches() ? matcher.group(2).toLowerCase(Locale.ROOT) : "";
    }

    static String canonical(HtmlPage page) {
        for (Element link : page.tagged("link")) {
            if (HtmlPage.word(link, "rel").equals("canonical")) {
                return link.attr("href").strip();
            }
        }
        return "";
    }

    /**
     * Follows a link of a page; null where it leads out of the site or is no address.
     *
     * @param page the page's file
     * @param base the page's {@code <base href>}; empty where it has none
     */
    Target follow(String page, String base, String link) {
        int hash = link.indexOf('#');
        String fragment = hash < 0 ? "" : link.substring(hash + 1);
        String address = hash < 0 ? link : link.substring(0, hash);
        int query = address.indexOf('?');
        address = query < 0 ? address : address.substring(0, query);
        if (address.isEmpty() && base.isEmpty()) {
            return new Target(page, fragment);
        }
        String from = basePath + page;
        if (!base.isEmpty()) {
            from = path(base, from);
        }
        String path = from == null ? null : path(address, from);
        if (path == null || !path.startsWith(basePath)) {
            return null;
        }
        return new Target(path.substring(basePath.length()), fragment);
    }

    /**
     * The path on this host that an address leads to from another; null where it leaves the host.
     */
    private String path(String address, String from) {
        String own = address;
        Matcher web = WEB.matcher(address);
        if (web.matches()) {
            if (host.isEmpty() || !web.group(2).equalsIgnoreCase(host)) {
                return null;
            }
            own = web.group(3).isEmpty() ? "/" : web.group(3);
        } else if (SCHEME.matcher(address).matches()) {
            return null;
        }
        String decoded = Urls.decode(own);
        if (decoded.isEmpty()) {
            return from;
        }
        return plain(
                decoded.startsWith("/")
                        ? decoded
                        : from.substring(0, from.lastIndexOf('/') + 1) + decoded);
    }

    /** Without "." and "..". */
    private static String plain(String path) {
        if (!path.contains("/.") && !path.contains("//")) {
            return path;
        }
        Deque<String> parts = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                parts.pollLast();
            } else if (!segments[i].equals(".") && !(segments[i].isEmpty() && !last)) {
                parts.addLast(segments[i]);
                continue;
            }
            if (last) {
                parts.addLast("");
            }
        }
        return "/" + String.join("/", parts);
    }
}
