package org.gongkai.checks.page;

import java.util.List;
import java.util.Set;
import org.gongkai.model.Severity;
import org.gongkai.model.Similar;
import org.gongkai.model.Urls;

/** For everyone who follows a link: the page, the file or the place that it leads to is there. */
final class PageLinks implements SiteCheck {
    @Override
    public Rule rule() {
        return new Rule("page-link", Severity.ERROR, "链接不断", "点链接的所有人", "本站规则", "请核对网址，或者去掉链接。");
    }

    @Override
    public void check(PageCollection pages, SiteFindings findings) {
        pages.all().values().parallelStream()
                .forEach(page -> page.links().forEach(link -> check(page, link, pages, findings)));
    }

    private void check(PageFacts page, String link, PageCollection pages, SiteFindings findings) {
        SiteAddress.Target target = pages.address().follow(page.path(), page.base(), link);
        if (target == null) {
            return;
        }
        String file = pages.file(target.path());
        // The same link of the layout differs from page to page by its leading dots.
        String named = "链接“" + Words.shorter(link.replaceFirst("^(\\.\\./)+", "")) + "”";
        if (file == null) {
            findings.add(page.path(), link, named + "指向的内容不存在。", rule().fix());
            return;
        }
        PageFacts there = pages.all().get(file);
        if (there != null && !isPlace(target.fragment(), there.anchors())) {
            String anchor = Urls.decode(target.fragment());
            List<String> nearest = Similar.nearest(anchor, there.anchors(), 1);
            findings.add(
                    page.path(),
                    link,
                    named + "指向的位置“#" + Words.shorter(anchor) + "”不存在。",
                    nearest.isEmpty() ? rule().fix() : "是不是“#" + nearest.get(0) + "”？");
        }
    }

    private static boolean isPlace(String fragment, Set<String> anchors) {
        // A browser goes to the top for these, or looks for words.
        if (fragment.isEmpty() || fragment.equalsIgnoreCase("top") || fragment.contains(":~:")) {
            return true;
        }
        return anchors.contains(fragment) || anchors.contains(Urls.decode(fragment));
    }
}
