package org.gongkai.pages;

import java.util.List;
import java.util.Map;
import org.gongkai.model.Site;
import org.gongkai.model.Validity;

/** The search page: the box, and the lists that lead on where a search does not. */
final class SearchPage {
    static final NavItem ITEM = new NavItem("搜索", "search/");
    private static final int NEWEST = 5;

    private SearchPage() {}

    static void addTo(PageSet pages) {
        Site site = pages.site();
        Map<String, Object> values =
                pages.columnValues(
                        ITEM.url(), ITEM.label(), "按标题、正文、任务、单位、发文字号或拼音搜索公开信息。", List.of());
        values.put("wide", true);
        values.put("validities", Validity.values());
        values.put("topics", TopicPages.facets(site));
        values.put("unitsByKind", UnitPages.byKind(site));
        values.put("newest", site.notices().stream().limit(NEWEST).toList());
        pages.add("search", ITEM.url(), PageSet.newestDate(site.notices()), values);
    }
}
