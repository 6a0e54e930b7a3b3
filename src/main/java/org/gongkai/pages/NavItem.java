package org.gongkai.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Section;
import org.gongkai.model.Site;

/**
 * An entry of a menu, or a step of a breadcrumb.
 *
 * @param prefix the beginning of the label, left out where there is little room
 * @param shortLabel the rest of it
 * @param purpose what is found there, in a few words; may be empty
 * @param url relative to the site's root
 */
public record NavItem(String prefix, String shortLabel, String purpose, String url) {
    NavItem(String label, String url) {
        this("", label, "", url);
    }

    private static NavItem of(Section section, String url) {
        int rest = section.label().length() - section.shortLabel().length();
        return new NavItem(
                section.label().substring(0, rest), section.shortLabel(), section.purpose(), url);
    }

    public String label() {
        return prefix + shortLabel;
    }

    /** The statutory sections that the column has, in their order. */
    static List<NavItem> sections(Site site) {
        List<NavItem> items = new ArrayList<>();
        for (Section section : Section.values()) {
            if (section == Section.STATUTORY) {
                String url = site.catalog().isEmpty() ? "notices/" : "catalog/";
                items.add(of(section, site.page(section).map(page -> page.url()).orElse(url)));
            } else {
                site.page(section).ifPresent(page -> items.add(of(section, page.url())));
            }
        }
        return items;
    }

    /** The ways to look for something. */
    static List<NavItem> indexes(Site site) {
        List<NavItem> items = new ArrayList<>();
        items.add(new NavItem("全部公开信息", "notices/"));
        items.add(new NavItem("按主题查", "topics/"));
        if (!site.catalog().isEmpty()) {
            items.add(new NavItem("按目录查", "catalog/"));
        }
        items.add(new NavItem("按有效性查", "validity/"));
        items.add(new NavItem("任务台账", "tasks/"));
        items.add(new NavItem("责任单位", "units/"));
        return items;
    }

    /** The pages that no section leads to. */
    static List<NavItem> others(Site site) {
        return site.pages().stream()
                .filter(page -> page.section() == null || !opensSection(site, page))
                .map(page -> new NavItem(page.title(), page.url()))
                .toList();
    }

    /** Where the menus of all pages lead, the front page and the search included. */
    static Set<String> urls(Site site) {
        Set<String> urls = new HashSet<>(List.of("", SearchPage.ITEM.url()));
        Stream.of(sections(site), indexes(site), others(site))
                .flatMap(List::stream)
                .map(NavItem::url)
                .forEach(urls::add);
        return urls;
    }

    private static boolean opensSection(Site site, ContentPage page) {
        return site.page(page.section()).filter(page::equals).isPresent();
    }
}
