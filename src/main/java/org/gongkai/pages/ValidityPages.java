package org.gongkai.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Validity;

/** The list of each 有效性, and the list of them all. */
final class ValidityPages {
    private static final NavItem ALL = new NavItem("按有效性查", "validity/");

    private ValidityPages() {}

    static void addTo(PageSet pages) {
        Site site = pages.site();
        List<Facet> facets = new ArrayList<>();
        for (Validity validity : Validity.values()) {
            List<Notice> notices =
                    site.notices().stream()
                            .filter(notice -> notice.standing().validity() == validity)
                            .toList();
            String url = ALL.url() + validity.slug() + "/";
            facets.add(new Facet(validity.label(), url, notices.size()));
            pages.addList(
                    url,
                    "有效性：" + validity.label(),
                    "有效性为“" + validity.label() + "”的公开信息。",
                    List.of(ALL),
                    notices,
                    List.of());
        }
        Map<String, Object> values =
                pages.columnValues(
                        ALL.url(), ALL.label(), "截至 " + site.asOf() + "，各类有效性的公开信息。", List.of());
        values.put("facets", facets);
        pages.add("facets", ALL.url(), PageSet.newestDate(site.notices()), values);
    }
}
