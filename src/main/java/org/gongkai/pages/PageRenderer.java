package org.gongkai.pages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.jbake.ColumnRenderer;
import org.gongkai.jbake.SourceDocument;
import org.gongkai.model.Category;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Notice;
import org.gongkai.model.Page;
import org.gongkai.model.Site;
import org.gongkai.model.SiteSettings;
import org.gongkai.model.Task;
import org.gongkai.model.TaskStatus;
import org.gongkai.model.Topic;
import org.gongkai.model.Unit;
import org.gongkai.model.UnitKind;
import org.gongkai.model.UnitTasks;
import org.gongkai.model.Validity;

/**
 * Makes every page of a site.
 *
 * <p>Start here: {@code new PageRenderer(site, root, templates, destination).render()}.
 */
public final class PageRenderer {
    private static final int NEWEST = 8;
    private static final int DUE_SOON = 8;
    private static final int UNIT_TASKS = 60;
    private static final int UNIT_NOTICES = 10;
    private static final int FEED_ENTRIES = 50;
    private static final String COLUMN_TYPE = "信息公开";

    private final Site site;
    private final SiteSettings settings;
    private final Path root;
    private final ColumnRenderer renderer;
    private final Map<String, UnitTasks> unitTasks;
    private final Map<String, Topic> topicByName;
    private final Map<String, Category> categoryByName;
    private final List<Job> jobs = new ArrayList<>();

    /** A page and how it is rendered. */
    private record Job(Page page, Runnable rendering) {
        /** Renders it; what went wrong, or null. */
        RuntimeException failure() {
            try {
                rendering.run();
                return null;
            } catch (RuntimeException e) {
                return e;
            }
        }
    }

    /**
     * @param root the column's folder
     * @param templateFolders where templates are looked for, the column's own first
     * @param destination where the pages are written
     */
    public PageRenderer(Site site, Path root, List<Path> templateFolders, Path destination) {
        this.site = site;
        this.settings = site.settings();
        this.root = root;
        this.unitTasks = UnitTasks.byUnit(site);
        this.topicByName =
                site.topics().stream().collect(Collectors.toMap(Topic::name, Function.identity()));
        this.categoryByName =
                site.catalog().stream()
                        .flatMap(Category::all)
                        .collect(Collectors.toMap(Category::name, Function.identity()));
        this.renderer =
                new ColumnRenderer(root, templateFolders, destination, shared(), documents());
    }

    /** Renders all pages. The list is in the order of their addresses. */
    public List<Page> render() {
        addFrontPage();
        addNotices();
        addTasks();
        addUnits();
        addTopics();
        addCatalog();
        addValidity();
        addContentPages();
        addNotFound();
        addFeed();
        // A failure is thrown once all have ended: none may still write to a folder that is
        // cleared.
        Optional<RuntimeException> failure =
                jobs.parallelStream()
                        .map(Job::failure)
                        .filter(Objects::nonNull)
                        .reduce((first, later) -> first);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return jobs.stream().map(Job::page).sorted(Comparator.comparing(Page::path)).toList();
    }

    private Map<String, Object> shared() {
        Map<String, Object> shared = new HashMap<>();
        shared.put("site", site);
        shared.put("settings", settings);
        shared.put("asOf", site.asOf());
        shared.put("sections", NavItem.sections(site));
        shared.put("indexes", NavItem.indexes(site));
        shared.put("otherPages", NavItem.others(site));
        shared.put("topicByName", topicByName);
        shared.put("categoryByName", categoryByName);
        shared.put(
                "noticeByUrl",
                site.notices().stream()
                        .collect(Collectors.toMap(Notice::url, Function.identity())));
        shared.put("unitText", new UnitText());
        return shared;
    }

    private List<SourceDocument> documents() {
        Stream<SourceDocument> notices =
                site.notices().stream()
                        .map(
                                notice ->
                                        new SourceDocument(
                                                file(notice.origin().file()),
                                                "notice",
                                                notice.folder() + "/index.html",
                                                notice.title(),
                                                notice.publicationDate(),
                                                notice.metadata().keywords(),
                                                notice.body().html()));
        Stream<SourceDocument> pages =
                site.pages().stream()
                        .map(
                                page ->
                                        new SourceDocument(
                                                file(page.origin().file()),
                                                page.template() == null ? "page" : page.template(),
                                                page.folder() + "/index.html",
                                                page.title(),
                                                page.publicationDate(),
                                                List.of(),
                                                page.body().html()));
        return Stream.concat(notices, pages).toList();
    }

    private Path file(String name) {
        return root.resolve(name);
    }

    private void addFrontPage() {
        List<UnitTasks.Entry> due =
                site.notices().stream()
                        .flatMap(
                                notice ->
                                        notice.taskList().stream()
                                                .map(task -> new UnitTasks.Entry(notice, task)))
                        .filter(entry -> isDue(entry.task()))
                        .sorted(
                                Comparator.comparing(
                                                (UnitTasks.Entry entry) ->
                                                        entry.task().deadline().date())
                                        .thenComparing(UnitTasks.Entry::notice, Notice.NEWEST_FIRST)
                                        .thenComparing(entry -> entry.task().place()))
                        .toList();
        Map<String, Object> values = values("", settings.name(), settings.description(), List.of());
        values.put("meta", MetaTag.site(settings));
        values.put("structuredData", StructuredData.of(settings));
        values.put("newest", site.notices().stream().limit(NEWEST).toList());
        values.put("due", due.stream().limit(DUE_SOON).toList());
        values.put("dueTotal", due.size());
        values.put("unitsByKind", unitsByKind());
        values.put("topics", topicCounts());
        add("index", "index.html", "", newestDate(site.notices()), values);
    }

    private boolean isDue(Task task) {
        return task.deadline().date() != null
                && !task.deadline().date().isBefore(site.asOf())
                && task.status() != TaskStatus.DONE
                && task.status() != TaskStatus.ADJUSTED;
    }

    private void addNotices() {
        Map<String, List<Notice>> byYear =
                site.notices().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Notice::year, LinkedHashMap::new, Collectors.toList()));
        List<Facet> years =
                byYear.entrySet().stream()
                        .map(
                                entry ->
                                        new Facet(
                                                entry.getKey() + "年",
                                                "notices/" + entry.getKey() + "/",
                                                entry.getValue().size()))
                        .sorted(Comparator.comparing(Facet::label).reversed())
                        .toList();
        addList("notices/", "全部公开信息", "按发布日期排列，最新的在前。", List.of(), site.notices(), years);
        List<NavItem> above = List.of(new NavItem("全部公开信息", "notices/"));
        byYear.forEach(
                (year, notices) ->
                        addList(
                                "notices/" + year + "/",
                                year + "年公开信息",
                                "按发布日期排列，最新的在前。",
                                above,
                                notices,
                                years));
        site.notices().forEach(this::addNotice);
    }

    private void addNotice(Notice notice) {
        Map<String, Object> values =
                values(
                        notice.url(),
                        notice.title(),
                        notice.body().lead(100),
                        List.of(
                                new NavItem("全部公开信息", "notices/"),
                                new NavItem(
                                        notice.year() + "年", "notices/" + notice.year() + "/")));
        values.put("meta", MetaTag.article(settings, notice));
        values.put("structuredData", StructuredData.of(notice, settings));
        values.put("notice", notice);
        values.put("publisherUnit", site.units().unit(notice.publisher()).orElse(null));
        if (notice.tasks() != null) {
            values.put("taskTable", TaskTableView.of(notice.tasks(), site.asOf()));
        }
        addSource(
                notice.origin().file(),
                notice.folder() + "/index.html",
                notice.url(),
                notice.publicationDate(),
                values,
                settings.address() == null ? null : settings.absolute(notice.url()));
    }

    private void addTasks() {
        List<Notice> withTasks =
                site.notices().stream().filter(notice -> notice.tasks() != null).toList();
        for (Paging<Notice> paging : Paging.pages(withTasks, settings.pageSize(), "tasks/")) {
            Map<String, Object> values =
                    columnValues(
                            paging.url(),
                            title("任务台账", paging),
                            "每年重点工作任务分解表：哪个单位负责什么、什么时候完成、进展如何。",
                            above(paging, "任务台账"));
            values.put("paging", paging);
            values.put("statusLabels", statusLabels());
            add("tasks", paging.url() + "index.html", paging.url(), newestDate(withTasks), values);
        }
    }

    private static Map<String, String> statusLabels() {
        return Stream.of(TaskStatus.values())
                .collect(Collectors.toMap(TaskStatus::name, TaskStatus::label));
    }

    private void addUnits() {
        Map<String, Object> index = columnValues("units/", "责任单位", "各单位的联系方式和承担的任务。", List.of());
        index.put("unitsByKind", unitsByKind());
        index.put("unitTasks", unitTasks);
        index.put("collectives", site.units().collectives());
        index.put("unitNames", unitNames());
        add("units", "units/index.html", "units/", null, index);
        Map<String, List<Notice>> byPublisher =
                site.notices().stream()
                        .filter(notice -> site.units().unit(notice.publisher()).isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        notice ->
                                                site.units()
                                                        .unit(notice.publisher())
                                                        .orElseThrow()
                                                        .code()));
        for (Unit unit : site.units().units()) {
            addUnit(unit, byPublisher.getOrDefault(unit.code(), List.of()));
        }
    }

    /** One way that tasks concern a unit. */
    public record TaskShare(
            String slug, String title, String explanation, List<UnitTasks.Entry> entries) {}

    private void addUnit(Unit unit, List<Notice> notices) {
        UnitTasks tasks = unitTasks.get(unit.code());
        List<TaskShare> shares =
                List.of(
                        new TaskShare("lead", "牵头的任务", "由本单位牵头。", tasks.lead()),
                        new TaskShare("responsible", "负责的任务", "任务表点名由本单位负责。", tasks.responsible()),
                        new TaskShare(
                                "collective",
                                "因统称而涉及的任务",
                                "任务表没有点名，但“各镇街”“县直各部门”等统称包括本单位。",
                                tasks.collective()));
        List<NavItem> above = List.of(new NavItem("责任单位", "units/"));
        Map<String, Object> values =
                columnValues(unit.url(), unit.name(), unit.name() + "的联系方式、牵头和负责的任务及期限。", above);
        values.put("unit", unit);
        values.put("shares", shares);
        values.put("shown", UNIT_TASKS);
        values.put("notices", notices.stream().limit(UNIT_NOTICES).toList());
        values.put("noticeTotal", notices.size());
        add("unit", unit.url() + "index.html", unit.url(), null, values);
        List<NavItem> aboveList = List.of(above.get(0), new NavItem(unit.name(), unit.url()));
        if (notices.size() > UNIT_NOTICES) {
            addList(
                    unit.url() + "notices/",
                    unit.name() + "发布的公开信息",
                    "按发布日期排列，最新的在前。",
                    aboveList,
                    notices,
                    List.of());
        }
        for (TaskShare share : shares) {
            if (share.entries().size() > UNIT_TASKS) {
                addShare(unit, share, aboveList);
            }
        }
    }

    private void addShare(Unit unit, TaskShare share, List<NavItem> above) {
        String base = unit.url() + share.slug() + "/";
        for (Paging<UnitTasks.Entry> paging : Paging.pages(share.entries(), UNIT_TASKS, base)) {
            String name = unit.name() + share.title();
            Map<String, Object> values =
                    columnValues(
                            paging.url(),
                            title(name, paging),
                            share.explanation(),
                            Stream.concat(above.stream(), above(paging, name).stream()).toList());
            values.put("share", share);
            values.put("paging", paging);
            add("unit-tasks", paging.url() + "index.html", paging.url(), null, values);
        }
    }

    private void addTopics() {
        Map<String, Object> values = columnValues("topics/", "按主题查", "按主题分类查找公开信息。", List.of());
        values.put("facets", topicCounts());
        add("facets", "topics/index.html", "topics/", newestDate(site.notices()), values);
        List<NavItem> above = List.of(new NavItem("按主题查", "topics/"));
        Map<String, List<Notice>> byTopic = new HashMap<>();
        for (Notice notice : site.notices()) {
            notice.metadata()
                    .subjects()
                    .forEach(
                            subject ->
                                    byTopic.computeIfAbsent(subject, s -> new ArrayList<>())
                                            .add(notice));
        }
        for (Topic topic : site.topics()) {
            addList(
                    topic.url(),
                    // A category may have the same name, and no two pages the same title.
                    "主题：" + topic.name(),
                    "主题分类为“" + topic.name() + "”的公开信息。",
                    above,
                    byTopic.get(topic.name()),
                    List.of());
        }
    }

    private void addCatalog() {
        if (site.catalog().isEmpty()) {
            return;
        }
        Map<String, List<Notice>> byCategory =
                site.notices().stream()
                        .filter(notice -> notice.metadata().category() != null)
                        .collect(Collectors.groupingBy(notice -> notice.metadata().category()));
        Map<String, Integer> counts = new HashMap<>();
        categoryByName
                .values()
                .forEach(
                        category ->
                                counts.put(category.name(), below(category, byCategory).size()));
        Map<String, Object> values = columnValues("catalog/", "法定主动公开内容", "主动公开基本目录。", List.of());
        values.put("categories", site.catalog());
        values.put("categoryCounts", counts);
        add("catalog", "catalog/index.html", "catalog/", newestDate(site.notices()), values);
        List<NavItem> above = List.of(new NavItem("法定主动公开内容", "catalog/"));
        site.catalog().forEach(category -> addCategory(category, above, byCategory));
    }

    private void addCategory(
            Category category, List<NavItem> above, Map<String, List<Notice>> byCategory) {
        List<Notice> notices = below(category, byCategory);
        String url = "catalog/" + category.slug() + "/";
        List<Facet> children =
                category.children().stream()
                        .map(
                                child ->
                                        new Facet(
                                                child.name(),
                                                "catalog/" + child.slug() + "/",
                                                below(child, byCategory).size()))
                        .toList();
        String description =
                category.description() == null
                        ? "“" + category.name() + "”类的公开信息。"
                        : category.description();
        addList(url, category.name(), description, above, notices, children);
        List<NavItem> path =
                Stream.concat(above.stream(), Stream.of(new NavItem(category.name(), url)))
                        .toList();
        category.children().forEach(child -> addCategory(child, path, byCategory));
    }

    private static List<Notice> below(Category category, Map<String, List<Notice>> byCategory) {
        return category.all()
                .flatMap(each -> byCategory.getOrDefault(each.name(), List.of()).stream())
                .sorted(Notice.NEWEST_FIRST)
                .toList();
    }

    private void addValidity() {
        List<Facet> facets = new ArrayList<>();
        List<NavItem> above = List.of(new NavItem("按有效性查", "validity/"));
        for (Validity validity : Validity.values()) {
            Predicate<Notice> has = notice -> notice.standing().validity() == validity;
            List<Notice> notices = site.notices().stream().filter(has).toList();
            String url = "validity/" + validity.slug() + "/";
            facets.add(new Facet(validity.label(), url, notices.size()));
            addList(
                    url,
                    "有效性：" + validity.label(),
                    "截至 " + site.asOf() + "，有效性为“" + validity.label() + "”的公开信息。",
                    above,
                    notices,
                    List.of());
        }
        Map<String, Object> values =
                columnValues("validity/", "按有效性查", "截至 " + site.asOf() + "，各类有效性的公开信息。", List.of());
        values.put("facets", facets);
        add("facets", "validity/index.html", "validity/", newestDate(site.notices()), values);
    }

    private void addContentPages() {
        for (ContentPage page : site.pages()) {
            Map<String, Object> values =
                    columnValues(
                            page.url(),
                            page.title(),
                            page.body().text().isEmpty() ? page.title() : page.body().lead(100),
                            List.of());
            values.put("page", page);
            addSource(
                    page.origin().file(),
                    page.folder() + "/index.html",
                    page.url(),
                    page.publicationDate(),
                    values,
                    null);
        }
    }

    /** A server shows this one at any address, so its links begin with the site's own path. */
    private void addNotFound() {
        Map<String, Object> values = values("404.html", "找不到网页", "没有这个网页。", List.of());
        values.put("root", settings.basePath());
        values.put("meta", MetaTag.site(settings));
        jobs.add(
                new Job(
                        new Page("404.html", "404.html", null, false),
                        () -> renderer.render("404", "404.html", values)));
    }

    private void addFeed() {
        Map<String, Object> values = values("feed.xml", settings.name(), null, List.of());
        values.put(
                "feedId",
                settings.address() == null ? "urn:gongkai:feed" : settings.absolute("feed.xml"));
        values.put("entries", site.notices().stream().limit(FEED_ENTRIES).toList());
        values.put("updated", newestDate(site.notices()));
        jobs.add(
                new Job(
                        new Page("feed.xml", "feed.xml", null, false),
                        () -> renderer.render("feed", "feed.html", values)));
    }

    /** A value that notices share, with how many have it. */
    public record Facet(String label, String url, int count) {}

    private List<Facet> topicCounts() {
        Map<String, Long> counts =
                site.notices().stream()
                        .flatMap(notice -> notice.metadata().subjects().stream().distinct())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return site.topics().stream()
                .map(
                        topic ->
                                new Facet(
                                        topic.name(),
                                        topic.url(),
                                        counts.get(topic.name()).intValue()))
                .sorted(Comparator.comparingInt(Facet::count).reversed().thenComparing(Facet::url))
                .toList();
    }

    /** Units of one kind. */
    public record UnitsOfKind(UnitKind kind, List<Unit> units) {}

    private List<UnitsOfKind> unitsByKind() {
        return Stream.of(UnitKind.values())
                .map(
                        kind ->
                                new UnitsOfKind(
                                        kind,
                                        site.units().units().stream()
                                                .filter(unit -> unit.kind() == kind)
                                                .toList()))
                .filter(group -> !group.units().isEmpty())
                .toList();
    }

    private Map<String, String> unitNames() {
        return site.units().units().stream().collect(Collectors.toMap(Unit::code, Unit::name));
    }

    private void addList(
            String base,
            String name,
            String description,
            List<NavItem> above,
            List<Notice> notices,
            List<Facet> facets) {
        for (Paging<Notice> paging : Paging.pages(notices, settings.pageSize(), base)) {
            Map<String, Object> values =
                    columnValues(
                            paging.url(),
                            title(name, paging),
                            description,
                            Stream.concat(above.stream(), above(paging, name).stream()).toList());
            values.put("listName", name);
            values.put("paging", paging);
            values.put("facets", facets);
            add("list", paging.url() + "index.html", paging.url(), newestDate(notices), values);
        }
    }

    private static String title(String name, Paging<?> paging) {
        return paging.first() ? name : name + "（第" + paging.number() + "页）";
    }

    /** A later page of a list has the list's first page above it. */
    private static List<NavItem> above(Paging<?> paging, String name) {
        return paging.first() ? List.of() : List.of(new NavItem(name, paging.base()));
    }

    private static LocalDate newestDate(List<Notice> notices) {
        return notices.stream()
                .map(Notice::publicationDate)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private Map<String, Object> values(
            String url, String title, String description, List<NavItem> crumbs) {
        Map<String, Object> values = new HashMap<>();
        values.put("url", url);
        values.put("root", "../".repeat((int) url.chars().filter(c -> c == '/').count()));
        values.put("title", title);
        values.put("description", description == null ? title : description);
        values.put("crumbs", crumbs);
        return values;
    }

    private Map<String, Object> columnValues(
            String url, String title, String description, List<NavItem> crumbs) {
        Map<String, Object> values = values(url, title, description, crumbs);
        values.put("meta", MetaTag.column(settings, title, description, COLUMN_TYPE));
        return values;
    }

    private void add(
            String type, String path, String url, LocalDate modified, Map<String, Object> values) {
        jobs.add(
                new Job(
                        new Page(path, url, modified, true),
                        () -> renderer.render(type, path, values)));
    }

    /**
     * @param qrAddress the address that the printed page shows as a QR code; null for none
     */
    private void addSource(
            String source,
            String path,
            String url,
            LocalDate modified,
            Map<String, Object> values,
            String qrAddress) {
        jobs.add(
                new Job(
                        new Page(path, url, modified, true),
                        () -> {
                            if (qrAddress != null) {
                                values.put("qrCode", QrCode.of(qrAddress));
                            }
                            renderer.renderSource(file(source), values);
                        }));
    }
}
