package org.gongkai.checks.page;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.model.Severity;

/** For whoever has many pages open, or found some by a search: no two have the same title. */
final class UniqueTitles implements SiteCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "unique-title",
                Severity.WARNING,
                "各页标题不同",
                "同时开着许多网页、从搜索结果里挑选的人",
                "WCAG 2.2 2.4.2",
                "请让标题说出这一页与别的页不同的内容。");
    }

    @Override
    public void check(PageCollection pages, SiteFindings findings) {
        Map<String, PageFacts> first = new HashMap<>();
        for (PageFacts page : pages.all().values()) {
            PageFacts other = page.title().isBlank() ? null : first.putIfAbsent(page.title(), page);
            boolean same = other != null && other.canonical().equals(page.canonical());
            // Offices issue documents of one title; their numbers tell them apart.
            boolean documents = other != null && other.article() && page.article();
            if (other != null && !documents && !(same && !page.canonical().isEmpty())) {
                findings.add(
                        page.path(),
                        null,
                        "标题“" + Words.shorter(page.title()) + "”与 " + other.path() + " 相同。",
                        rule().fix());
            }
        }
    }
}
