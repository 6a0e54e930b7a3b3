package org.gongkai.checks.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.model.Processors;
import org.gongkai.model.Severity;
import org.gongkai.model.Similar;
import org.gongkai.model.Urls;

/** For everyone who follows a link: the page, the file or the place that it leads to is there. */
final class PageLinks implements SiteCheck {
    @Override
    public Rule rule() {
        return new Rule("page-link", Severity.ERROR, "链接不断", "点链接的所有人", "本站规则", "请核对网址，或者去掉链接。");
    }

    private static final String UP = "../";

    @Override
    public void check(PageCollection pages, SiteFindings findings) {
        Sound sound = new Sound();
        Processors.each(
                List.copyOf(pages.all().values()), page -> check(page, sound, pages, findings));
    }

    private void check(PageFacts page, Sound sound, PageCollection pages, SiteFindings findings) {
        Set<String> known = page.base().isEmpty() ? sound.of(page) : null;
        String root = UP.repeat(depth(page));
        for (String link : page.links()) {
            boolean fromRoot = known != null && link.startsWith(root);
            if (!(fromRoot && known.contains(link))
                    && check(page, link, pages, findings)
                    && fromRoot) {
                known.add(link);
            }
        }
    }

    private static int depth(PageFacts page) {
        return (int) page.path().chars().filter(c -> c == '/').count();
    }

    /**
     * Links that lead somewhere, by how many folders deep the page lies: one that begins at the
     * site's root leads to the same from all pages that lie as deep, and most stand on many.
     */
    private static final class Sound {
        private final Map<Integer, Set<String>> links = new ConcurrentHashMap<>();

        Set<String> of(PageFacts page) {
            return links.computeIfAbsent(depth(page), each -> ConcurrentHashMap.newKeySet());
        }
    }

    /** Whether a link leads somewhere, or out of the site. */
    private boolean check(
            PageFacts page, String link, PageCollection pages, SiteFindings findings) {
        SiteAddress.Target target = pages.address().follow(page.path(), page.base(), link);
        if (target == null) {
            return true;
        }
        String file = pages.file(target.path());
        if (file == null) {
            findings.add(page.path(), link, named(link) + "指向的内容不存在。", rule().fix());
            return false;
        }
        PageFacts there = pages.all().get(file);
        if (there != null && !isPlace(target.fragment(), there.anchors())) {
            String anchor = Urls.decode(target.fragment());
            List<String> nearest = Similar.nearest(anchor, there.anchors(), 1);
            findings.add(
                    page.path(),
                    link,
                    named(link) + "指向的位置“#" + Words.shorter(anchor) + "”不存在。",
                    nearest.isEmpty() ? rule().fix() : "是不是“#" + nearest.get(0) + "”？");
            return false;
        }
        return true;
    }

    /** The same link of the layout differs from page to page by its leading dots. */
    private static String named(String link) {
        return "链接“" + Words.shorter(link.replaceFirst("^(\\.\\./)+", "")) + "”";
    }

    private static boolean isPlace(String fragment, Set<String> anchors) {
        // A browser goes to the top for these, or looks for words.
        if (fragment.isEmpty() || fragment.equalsIgnoreCase("top") || fragment.contains(":~:")) {
            return true;
        }
        return anchors.contains(fragment) || anchors.contains(Urls.decode(fragment));
    }
}
