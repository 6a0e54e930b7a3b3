package org.gongkai.pages;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cache.Answers;
import org.gongkai.cache.AskedMap;
import org.gongkai.cache.Digests;
import org.gongkai.cache.KeptPages;
import org.gongkai.jbake.ColumnRenderer;
import org.gongkai.jbake.SourceDocument;
import org.gongkai.model.Category;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Notice;
import org.gongkai.model.Page;
import org.gongkai.model.Site;
import org.gongkai.model.SiteSettings;
import org.gongkai.model.TaskStatus;
import org.gongkai.model.Topic;
import org.gongkai.model.UnitTasks;

/**
 * Makes every page of a site.
 *
 * <p>Start here: {@code new PageRenderer(site, unitTasks, root, templates, destination).make(kept,
 * digests)}.
 */
public final class PageRenderer {
    private static final int FEED_ENTRIES = 50;
    private static final NavItem TOOLS = new NavItem("无障碍工具", "tools/");

    private final Site site;
    private final SiteSettings settings;
    private final Supplier<Map<String, UnitTasks>> unitTasks;
    private final Path root;
    private final List<Path> templateFolders;
    private final Path destination;

    /**
     * @param unitTasks what each unit owes, by its 代码; not asked for by notices
     * @param root the column's folder
     * @param templateFolders where templates are looked for, the column's own first
     * @param destination where the pages are written
     */
    public PageRenderer(
            Site site,
            Supplier<Map<String, UnitTasks>> unitTasks,
            Path root,
            List<Path> templateFolders,
            Path destination) {
        this.site = site;
        this.settings = site.settings().forPages();
        this.unitTasks = unitTasks;
        this.root = root;
        this.templateFolders = List.copyOf(templateFolders);
        this.destination = destination;
    }

    /**
     * Makes all pages, less those that can be kept. The list is in the order of their files.
     *
     * @param count is told after each page, on any thread
     * @throws org.gongkai.jbake.TemplateFailure where a template can't be read or run
     */
    public List<Page> make(KeptPages kept, Digests digests, PageCount count) {
        Map<String, Object> shared = shared();
        return all().make(
                        columnRenderer(shared),
                        kept,
                        new Answers(shared, templateFolders, destination, digests),
                        count);
    }

    /** All pages, none of them rendered yet. */
    public PagesOnRequest onRequest() {
        PageSet first = new PageSet(site);
        NoticePages.addNotices(first, root);
        site.pages().forEach(page -> addContentPage(first, page));
        return new PagesOnRequest(first, this::all, columnRenderer(shared()));
    }

    private PageSet all() {
        PageSet pages = new PageSet(site);
        FrontPage.addTo(pages);
        SearchPage.addTo(pages);
        NoticePages.addTo(pages, root);
        TaskPages.addTo(pages);
        UnitPages.addTo(pages, unitTasks.get());
        TopicPages.addTo(pages);
        CatalogPages.addTo(pages);
        ValidityPages.addTo(pages);
        site.pages().forEach(page -> addContentPage(pages, page));
        MovedPages.addTo(pages);
        addTools(pages);
        addMap(pages);
        addNotFound(pages);
        addFeed(pages);
        return pages;
    }

    private ColumnRenderer columnRenderer(Map<String, Object> shared) {
        return new ColumnRenderer(root, templateFolders, destination, shared, documents());
    }

    /** What every template sees. */
    private Map<String, Object> shared() {
        Map<String, Object> shared = new HashMap<>();
        shared.put("site", site);
        shared.put("settings", settings);
        shared.put("asOf", site.asOf());
        shared.put("sections", NavItem.sections(site));
        shared.put("indexes", NavItem.indexes(site));
        shared.put("otherPages", NavItem.others(site));
        shared.put("topicByName", askedByKey("topicByName", site.topics().stream(), Topic::name));
        shared.put(
                "categoryByName",
                askedByKey(
                        "categoryByName",
                        site.catalog().stream().flatMap(Category::all),
                        Category::name));
        Map<String, Notice> noticeByUrl =
                askedByKey("noticeByUrl", site.notices().stream(), Notice::url);
        shared.put("noticeByUrl", noticeByUrl);
        shared.put("endedLinks", new EndedLinks(noticeByUrl));
        shared.put("unitText", new UnitText());
        shared.put("statuses", TaskStatus.values());
        shared.put("firstPaint", FirstPaint.read().script());
        accessibilityPage().ifPresent(page -> shared.put("accessibilityPage", page));
        return shared;
    }

    /** 无障碍说明, which tells how the tools are used; the keys are added to what it says. */
    private Optional<ContentPage> accessibilityPage() {
        return site.pages().stream().filter(page -> page.title().contains("无障碍")).findFirst();
    }

    private static <T> Map<String, T> askedByKey(
            String name, Stream<T> values, Function<T, String> key) {
        return new AskedMap<>(name, values.collect(Collectors.toMap(key, Function.identity())));
    }

    /** The content files, for JBake. */
    private List<SourceDocument> documents() {
        Stream<SourceDocument> notices =
                site.notices().stream()
                        .map(
                                notice ->
                                        new SourceDocument(
                                                root.resolve(notice.origin().file()),
                                                "notice",
                                                notice.folder() + "/index.html",
                                                notice.title(),
                                                notice.publicationDate(),
                                                notice.metadata().keywords(),
                                                notice.body().storedHtml()));
        Stream<SourceDocument> pages =
                site.pages().stream()
                        .map(
                                page ->
                                        new SourceDocument(
                                                root.resolve(page.origin().file()),
                                                type(page),
                                                page.folder() + "/index.html",
                                                page.title(),
                                                page.publicationDate(),
                                                List.of(),
                                                page.body().storedHtml()));
        return Stream.concat(notices, pages).toList();
    }

    private static String type(ContentPage page) {
        return page.template() == null ? "page" : page.template();
    }

    private void addContentPage(PageSet pages, ContentPage page) {
        Map<String, Object> values =
                pages.columnValues(
                        page.url(),
                        page.title(),
                        page.body().isEmpty() ? page.title() : page.body().lead(100),
                        List.of());
        values.put("page", page);
        pages.addSource(
                type(page),
                page.url(),
                page.publicationDate(),
                page.folder(),
                root.resolve(page.origin().file()),
                null,
                () -> values);
    }

    /** The accessibility tools: their panel is fetched from here when it is first opened. */
    private void addTools(PageSet pages) {
        String description = "每一页的最上面有“长辈模式”和“无障碍”两个按钮，帮您看得清、听得见。";
        Map<String, Object> values =
                pages.columnValues(TOOLS.url(), TOOLS.label(), description, List.of());
        pages.add("tools-page", TOOLS.url(), null, values);
    }

    private void addMap(PageSet pages) {
        Map<String, Object> values = pages.columnValues("map/", "网站地图", "本专栏的全部入口。", List.of());
        values.put("search", SearchPage.ITEM);
        values.put("years", NoticePages.years(site));
        values.put("topics", TopicPages.facets(site));
        values.put("tools", TOOLS);
        pages.add("map", "map/", null, values);
    }

    /** A server shows this one at any address, so its links begin with the site's own path. */
    private void addNotFound(PageSet pages) {
        Map<String, Object> values = pages.values("404.html", "找不到网页", "没有这个网页。", List.of());
        values.put("root", settings.basePath());
        pages.addUnlisted("404", "404.html", values);
    }

    private void addFeed(PageSet pages) {
        Map<String, Object> values = pages.values("feed.xml", settings.name(), null, List.of());
        values.put(
                "feedId",
                settings.address() == null ? "urn:gongkai:feed" : settings.absolute("feed.xml"));
        values.put("entries", site.notices().stream().limit(FEED_ENTRIES).toList());
        values.put("updated", PageSet.newestDate(site.notices()));
        pages.addUnlisted("feed", "feed.xml", values);
    }
}
