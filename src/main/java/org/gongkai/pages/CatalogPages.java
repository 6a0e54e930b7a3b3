package org.gongkai.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.model.Category;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;

/** The 主动公开基本目录, and the list of each of its nodes. */
final class CatalogPages {
    private static final NavItem ALL = new NavItem("法定主动公开内容", "catalog/");

    private final PageSet pages;
    private final Map<String, List<Notice>> byCategory;

    private CatalogPages(PageSet pages) {
        this.pages = pages;
        this.byCategory =
                pages.site().notices().stream()
                        .filter(notice -> notice.metadata().category() != null)
                        .collect(Collectors.groupingBy(notice -> notice.metadata().category()));
    }

    static void addTo(PageSet pages) {
        if (!pages.site().catalog().isEmpty()) {
            new CatalogPages(pages).add();
        }
    }

    private void add() {
        Site site = pages.site();
        Map<String, Integer> counts = new HashMap<>();
        site.catalog().stream()
                .flatMap(Category::all)
                .forEach(category -> counts.put(category.name(), below(category).size()));
        Map<String, Object> values =
                pages.columnValues(ALL.url(), ALL.label(), "主动公开基本目录。", List.of());
        values.put("categories", site.catalog());
        values.put("categoryCounts", counts);
        pages.add("catalog", ALL.url(), PageSet.newestDate(site.notices()), values);
        site.catalog().forEach(category -> addCategory(category, List.of(ALL)));
    }

    private void addCategory(Category category, List<NavItem> above) {
        List<Facet> children =
                category.children().stream()
                        .map(child -> new Facet(child.name(), child.url(), below(child).size()))
                        .toList();
        String description =
                category.description() == null
                        ? "“" + category.name() + "”类的公开信息。"
                        : category.description();
        pages.addList(
                category.url(), category.name(), description, above, below(category), children);
        List<NavItem> path =
                Stream.concat(
                                above.stream(),
                                Stream.of(new NavItem(category.name(), category.url())))
                        .toList();
        category.children().forEach(child -> addCategory(child, path));
    }

    /** The notices of a node and of all nodes below it. */
    private List<Notice> below(Category category) {
        return category.all()
                .flatMap(each -> byCategory.getOrDefault(each.name(), List.of()).stream())
                .sorted(Notice.NEWEST_FIRST)
                .toList();
    }
}
