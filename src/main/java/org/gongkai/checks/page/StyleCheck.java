package org.gongkai.checks.page;

import java.util.List;
import org.gongkai.checks.css.Finding;

/** A rule that is computed from the page's own style sheets, told once for all places of a page. */
abstract class StyleCheck implements PageCheck {
    @Override
    public void check(HtmlPage page, Findings findings) {
        String check = rule().id();
        List<Finding> found =
                page.looks().stream().filter(each -> each.check().equals(check)).toList();
        List<Finding> reviews = found.stream().filter(each -> !each.certain()).toList();
        for (Finding each : found) {
            if (each.certain()) {
                findings.add(each.element(), each.what(), each.fix());
            }
        }
        if (!reviews.isEmpty()) {
            Finding first = reviews.get(0);
            String more = reviews.size() > 1 ? "这样的共有 " + reviews.size() + " 处。" : "";
            findings.review(first.element(), first.what() + more, first.fix());
        }
    }
}
