package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What a browser fetches by itself to show a page.
 *
 * @param url as written
 */
record Resource(Element element, String url) {
    private static final Set<String> LOADING =
            Set.of(
                    "img", "script", "iframe", "frame", "embed", "audio", "video", "source",
                    "track", "input");
    private static final Set<String> LOADED_LINKS =
            Set.of(
                    "stylesheet",
                    "icon",
                    "preload",
                    "modulepreload",
                    "prefetch",
                    "manifest",
                    "apple-touch-icon",
                    "mask-icon");
    private static final Pattern IN_CSS =
            Pattern.compile(
                    "(?:url\\(\\s*['\"]?|@import\\s+['\"])([^'\")\\s]+)", Pattern.CASE_INSENSITIVE);

    /** All of a page, templates left out. */
    static List<Resource> of(HtmlPage page) {
        List<Resource> found = new ArrayList<>();
        for (Element element : page.with("src")) {
            if (LOADING.contains(element.normalName())) {
                add(element, element.attr("src"), found);
            }
        }
        for (Element element : page.with("srcset")) {
            for (String candidate : element.attr("srcset").split(",\\s")) {
                add(element, candidate.strip().split("\\s")[0], found);
            }
        }
        page.with("poster").forEach(element -> add(element, element.attr("poster"), found));
        page.tagged("object").forEach(element -> add(element, element.attr("data"), found));
        for (Element link : page.tagged("link")) {
            if (Words.of(link.attr("rel").toLowerCase(Locale.ROOT)).stream()
                    .anyMatch(LOADED_LINKS::contains)) {
                add(link, link.attr("href"), found);
            }
        }
        for (Element element : page.tagged("use", "image")) {
            add(
                    element,
                    element.hasAttr("href") ? element.attr("href") : element.attr("xlink:href"),
                    found);
        }
        page.tagged("style").forEach(style -> addCss(style, style.data(), found));
        page.with("style").forEach(element -> addCss(element, element.attr("style"), found));
        return found;
    }

    private static void addCss(Element element, String css, List<Resource> found) {
        Matcher matcher = IN_CSS.matcher(css);
        while (matcher.find()) {
            add(element, matcher.group(1), found);
        }
    }

    private static void add(Element element, String url, List<Resource> found) {
        if (!url.isBlank()) {
            found.add(new Resource(element, url.strip()));
        }
    }
}
