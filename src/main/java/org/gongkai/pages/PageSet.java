package org.gongkai.pages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gongkai.cache.Answers;
import org.gongkai.cache.KeptPages;
import org.gongkai.cache.Written;
import org.gongkai.jbake.ColumnRenderer;
import org.gongkai.model.Notice;
import org.gongkai.model.Page;
import org.gongkai.model.Processors;
import org.gongkai.model.Site;
import org.gongkai.model.SiteSettings;

/** The pages that are to be rendered, and what they have in common. */
final class PageSet {
    private static final String COLUMN_TYPE = "信息公开";

    /** What pages are that no menu leads to. */
    private static final String ELSEWHERE = "-";

    private final Site site;
    private final SiteSettings settings;
    private final Set<String> menus;
    private final List<Job> jobs = new ArrayList<>();
    private final List<ListPage> listPages = new ArrayList<>();

    /**
     * A page and what it is made of.
     *
     * @param type which template renders it
     * @param values are put together only when they are needed
     * @param from all that the values are made from; null where only they themselves can tell
     * @param source its content file; null where it has none
     */
    record Job(
            Page page,
            String type,
            Supplier<Map<String, Object>> values,
            Object from,
            Path source) {
        void make(ColumnRenderer renderer, KeptPages kept, Answers answers) {
            if (from != null && kept.keep(page.path(), type, from, answers)) {
                return;
            }
            Map<String, Object> now = values.get();
            if (from != null) {
                now.put(KeptPages.ORIGIN, from);
            }
            kept.make(page.path(), type, now, answers, () -> render(renderer, now));
        }

        /** Writes its file. */
        void render(ColumnRenderer renderer) {
            render(renderer, values.get());
        }

        private Written render(ColumnRenderer renderer, Map<String, Object> now) {
            return source == null
                    ? renderer.render(type, page.path(), now)
                    : renderer.renderSource(source, now);
        }
    }

    /**
     * A page of a list of notices.
     *
     * @param newest when the first notice on it was published
     */
    private record ListPage(LocalDate newest, Job job) {
        static final Comparator<ListPage> NEWEST_FIRST =
                Comparator.comparing(
                        ListPage::newest, Comparator.nullsLast(Comparator.reverseOrder()));
    }

    PageSet(Site site) {
        this.site = site;
        this.settings = site.settings().forPages();
        this.menus = NavItem.urls(site);
    }

    Site site() {
        return site;
    }

    SiteSettings settings() {
        return settings;
    }

    /**
     * What every template needs to know of its page; {@code here} is its address where a menu leads
     * to it, and the same for all others, so that their menus are alike.
     */
    Map<String, Object> values(String url, String title, String description, List<NavItem> crumbs) {
        Map<String, Object> values = new HashMap<>();
        values.put("url", url);
        values.put("here", menus.contains(url) ? url : ELSEWHERE);
        values.put("root", "../".repeat((int) url.chars().filter(c -> c == '/').count()));
        values.put("title", title);
        values.put("description", description == null ? title : description);
        values.put("crumbs", crumbs);
        values.put("meta", MetaTag.site(settings()));
        return values;
    }

    /** The same, for a page that is a column of the site. */
    Map<String, Object> columnValues(
            String url, String title, String description, List<NavItem> crumbs) {
        Map<String, Object> values = values(url, title, description, crumbs);
        values.put("meta", MetaTag.column(settings(), title, description, COLUMN_TYPE));
        return values;
    }

    /**
     * Adds a page at an address that ends with a slash.
     *
     * @param type which template renders it
     */
    void add(String type, String url, LocalDate modified, Map<String, Object> values) {
        add(type, url, modified, () -> values);
    }

    /** Adds a page whose values are put together only when it is rendered. */
    void add(String type, String url, LocalDate modified, Supplier<Map<String, Object>> values) {
        jobs.add(job(type, url, modified, values));
    }

    private static Job job(
            String type, String url, LocalDate modified, Supplier<Map<String, Object>> values) {
        return new Job(new Page(url + "index.html", url, modified, true), type, values, null, null);
    }

    /** Adds a file that is no page of the sitemap. */
    void addUnlisted(String type, String path, Map<String, Object> values) {
        jobs.add(new Job(new Page(path, path, null, false), type, () -> values, null, null));
    }

    /**
     * Adds the page of a content file.
     *
     * @param type which template renders it
     * @param from all that the values are made from; null where only they themselves can tell
     */
    void addSource(
            String type,
            String url,
            LocalDate modified,
            String folder,
            Path source,
            Object from,
            Supplier<Map<String, Object>> values) {
        Page page = new Page(folder + "/index.html", url, modified, true);
        jobs.add(new Job(page, type, values, from, source));
    }

    /**
     * Adds a list of notices, cut in pages.
     *
     * @param base the address of its first page
     * @param facets lists that narrow it; may be empty
     */
    void addList(
            String base,
            String name,
            String description,
            List<NavItem> above,
            List<Notice> notices,
            List<Facet> facets) {
        LocalDate newest = newestDate(notices);
        for (Paging<Notice> paging : Paging.pages(notices, settings().pageSize(), base)) {
            Supplier<Map<String, Object>> values =
                    () -> {
                        Map<String, Object> made =
                                columnValues(
                                        paging.url(),
                                        paging.title(name),
                                        description,
                                        Stream.concat(above.stream(), paging.above(name).stream())
                                                .toList());
                        made.put("paging", paging);
                        made.put("facets", facets);
                        return made;
                    };
            listPages.add(
                    new ListPage(
                            newestDate(paging.items()), job("list", paging.url(), newest, values)));
        }
    }

    /** When the newest of them was published; null where there is none. */
    static LocalDate newestDate(List<Notice> notices) {
        return notices.stream()
                .map(Notice::publicationDate)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * All of them, those of all lists by the notices on them: most are on several lists, and what
     * is written of one can be taken over by the next.
     */
    List<Job> jobs() {
        return Stream.concat(
                        jobs.stream(),
                        listPages.stream().sorted(ListPage.NEWEST_FIRST).map(ListPage::job))
                .toList();
    }

    /** Makes all, on all processors. The list is in the order of the files. */
    List<Page> make(ColumnRenderer renderer, KeptPages kept, Answers answers, PageCount count) {
        AtomicInteger done = new AtomicInteger();
        List<Job> all = jobs();
        Processors.each(
                all,
                job -> {
                    job.make(renderer, kept, answers);
                    count.done(done.incrementAndGet(), all.size());
                });
        return all.stream().map(Job::page).sorted(Comparator.comparing(Page::path)).toList();
    }
}
