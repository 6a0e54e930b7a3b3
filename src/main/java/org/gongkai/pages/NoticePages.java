package org.gongkai.pages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.cache.Later;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.SiteSettings;

/** The page of each notice, and the lists of all and of each year. */
final class NoticePages {
    private static final NavItem ALL = new NavItem("全部公开信息", "notices/");
    private static final String ORDER = "按发布日期排列，最新的在前。";

    private NoticePages() {}

    /**
     * @param root the column's folder
     */
    static void addTo(PageSet pages, Path root) {
        Site site = pages.site();
        Map<String, List<Notice>> byYear =
                site.notices().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Notice::year, LinkedHashMap::new, Collectors.toList()));
        List<Facet> years = years(site);
        pages.addList(ALL.url(), ALL.label(), ORDER, List.of(), site.notices(), years);
        byYear.forEach(
                (year, notices) ->
                        pages.addList(
                                url(year),
                                year(year) + "公开信息",
                                ORDER,
                                List.of(ALL),
                                notices,
                                years));
        addNotices(pages, root);
    }

    /** Adds the notices alone, without the lists of them. */
    static void addNotices(PageSet pages, Path root) {
        pages.site().notices().forEach(notice -> addNotice(pages, notice, root));
    }

    /** All years with how many notices each has, the newest first. */
    static List<Facet> years(Site site) {
        return site.notices().stream()
                .collect(Collectors.groupingBy(Notice::year, Collectors.counting()))
                .entrySet()
                .stream()
                .map(
                        year ->
                                new Facet(
                                        year(year.getKey()),
                                        url(year.getKey()),
                                        year.getValue().intValue()))
                .sorted(Comparator.comparing(Facet::label).reversed())
                .toList();
    }

    private static String year(String year) {
        return year + "年";
    }

    private static String url(String year) {
        return "notices/" + year + "/";
    }

    private static void addNotice(PageSet pages, Notice notice, Path root) {
        Site site = pages.site();
        SiteSettings settings = pages.settings();
        pages.addSource(
                "notice",
                notice.url(),
                notice.publicationDate(),
                notice.folder(),
                root.resolve(notice.origin().file()),
                List.of(notice, settings, site.units(), site.asOf()),
                () -> {
                    // All of it is made only when the page is, on whichever processor.
                    Map<String, Object> values =
                            pages.values(
                                    notice.url(),
                                    notice.title(),
                                    MetaTag.describe(notice),
                                    List.of(
                                            ALL,
                                            new NavItem(year(notice.year()), url(notice.year()))));
                    values.put("meta", MetaTag.article(settings, notice));
                    values.put("notice", notice);
                    values.put("publisherUnit", site.units().unit(notice.publisher()).orElse(null));
                    // What takes long is made only where the page can't be kept.
                    values.put(
                            "structuredData",
                            new Later(
                                    List.of(notice, settings),
                                    () -> StructuredData.of(notice, settings)));
                    if (notice.tasks() != null) {
                        addTasks(values, notice, site);
                    }
                    if (settings.address() != null) {
                        String address = settings.absolute(notice.url());
                        values.put("qrCode", new Later(address, () -> QrCode.of(address)));
                    }
                    return values;
                });
    }

    private static void addTasks(Map<String, Object> values, Notice notice, Site site) {
        values.put("taskTable", new Later(notice, () -> TaskTableView.of(notice.tasks())));
        // Of a large register, it names few units; so it is known by itself.
        values.put(
                "taskFilter",
                new Later(null, () -> TaskFilter.of(notice.tasks(), site.units(), site.asOf())));
        // Nothing is late under a notice that has ended.
        boolean ended = notice.standing().validity().ended();
        LocalDate day = ended ? LocalDate.MIN : site.asOf();
        values.put(
                "timeline",
                new Later(List.of(notice, day), () -> Timeline.of(notice.taskList(), day)));
    }
}
