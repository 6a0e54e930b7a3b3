package org.gongkai.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Body;
import org.gongkai.model.Category;
import org.gongkai.model.Column;
import org.gongkai.model.Link;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Similar;
import org.gongkai.model.Site;
import org.gongkai.model.Urls;
import org.gongkai.model.Validity;

/** For everyone who follows a link: it leads to something that is published, and does no harm. */
final class Links implements ContentCheck {
    private static final Set<String> GENERATED =
            Set.of(
                    "",
                    "search/",
                    "notices/",
                    "tasks/",
                    "units/",
                    "topics/",
                    "catalog/",
                    "validity/",
                    "map/",
                    "feed.xml",
                    "sitemap.xml",
                    "data/notices.json",
                    "data/tasks.json",
                    "data/units.json",
                    "data/tasks.csv");

    private static final Pattern OWN_COMPUTER =
            Pattern.compile("[A-Za-z]:[\\\\/]|file:", Pattern.CASE_INSENSITIVE);

    private final SafeHtml safeHtml;

    Links(SafeHtml safeHtml) {
        this.safeHtml = safeHtml;
    }

    @Override
    public void check(Column column, Problems problems) {
        Targets targets = new Targets(column, problems);
        for (Notice notice : column.site().notices()) {
            check(notice.body(), notice.url(), targets, problems);
            notice.taskList().stream()
                    .flatMap(task -> task.progress().stream())
                    .map(progress -> progress.evidence())
                    .filter(Objects::nonNull)
                    .forEach(link -> check(link, Severity.ERROR, notice.url(), targets, problems));
        }
        column.site().pages().forEach(page -> check(page.body(), page.url(), targets, problems));
    }

    private void check(Body body, String page, Targets targets, Problems problems) {
        Set<Place> cleaned = new HashSet<>();
        for (Body.RawHtml raw : body.rawHtml()) {
            if (!safeHtml.isHarmless(raw.html())) {
                int lines = (int) raw.html().lines().count();
                for (int i = 0; i <= lines; i++) {
                    cleaned.add(new Place(raw.place().file(), raw.place().line() + i));
                }
            }
        }
        for (Link link : body.links()) {
            // A link in HTML that was cleaned away is gone, not broken.
            Severity severity = cleaned.contains(link.place()) ? Severity.WARNING : Severity.ERROR;
            check(link, severity, page, targets, problems);
        }
    }

    private static void check(
            Link link, Severity severity, String page, Targets targets, Problems problems) {
        switch (link.kind()) {
            case BROKEN ->
                    report(
                            "broken-link",
                            severity,
                            link,
                            (link.embedded() ? "图片“" : "链接“") + link.target() + "”指向的内容不存在。",
                            "请核对路径和文件名，例如 ../2023/文件名 或 files/图片.png。",
                            problems);
            case ESCAPING ->
                    report(
                            "attachment-path",
                            severity,
                            link,
                            "链接“" + link.target() + "”指到了文件夹之外。",
                            "请把文件放到这份文件旁边的 files 文件夹里，写成“files/文件名”。",
                            problems);
            case UNSAFE -> {
                if (OWN_COMPUTER.matcher(link.target()).lookingAt()) {
                    report(
                            "broken-link",
                            severity,
                            link,
                            (link.embedded() ? "图片“" : "链接“") + link.target() + "”在您自己的电脑上，别人看不到。",
                            "请把文件放到这份文件旁边的 files 文件夹里，写成“files/文件名”。",
                            problems);
                    return;
                }
                report(
                        "unsafe-link",
                        Severity.WARNING,
                        link,
                        "链接“" + link.target() + "”不安全，发布时会去掉。",
                        "请改成以 https:// 开头的网址，或者本栏目内的路径。",
                        problems);
            }
            case EXTERNAL -> {
                if (link.embedded()) {
                    report(
                            "external-image",
                            Severity.WARNING,
                            link,
                            "图片“" + link.target() + "”在别的网站上，发布时会去掉。",
                            "请把图片存到这份文件旁边的 files 文件夹里，写成“files/图片.png”。",
                            problems);
                }
            }
            case PAGE -> {
                if (targets.isUnread(link.page())) {
                    return;
                }
                if (!targets.hasPage(link.page())) {
                    report(
                            "broken-link",
                            severity,
                            link,
                            "链接“" + link.target() + "”指向的内容没有公开发布。",
                            "请核对路径，或者去掉链接。",
                            problems);
                } else {
                    checkAnchor(link, link.page(), severity, targets, problems);
                }
            }
            case ANCHOR -> checkAnchor(link, page, severity, targets, problems);
            case FILE -> {}
        }
    }

    private static void checkAnchor(
            Link link, String page, Severity severity, Targets targets, Problems problems) {
        String anchor = Urls.decode(link.fragment());
        Set<String> known = targets.anchors(page);
        if (anchor.isEmpty() || known == null || known.contains(anchor)) {
            return;
        }
        List<String> nearest = Similar.nearest(anchor, known, 1);
        report(
                "broken-link",
                severity,
                link,
                "链接“" + link.target() + "”指向的位置“#" + anchor + "”不存在。",
                nearest.isEmpty()
                        ? "请写成那一页里小标题的文字，例如 #一、总体要求；任务写成 #task-序号。"
                        : "是不是“#" + nearest.get(0) + "”？",
                problems);
    }

    private static void report(
            String check,
            Severity severity,
            Link link,
            String what,
            String fix,
            Problems problems) {
        problems.add(
                new Problem(check, severity, link.place().file(), link.place().line(), what, fix));
    }

    /** The pages that will be there, and the places on them that a link can lead to. */
    private static final class Targets {
        private final Set<String> pages = new HashSet<>(GENERATED);
        private final Map<String, Set<String>> anchors = new HashMap<>();
        private final Set<String> unread;

        Targets(Column column, Problems problems) {
            this.unread = unread(column, problems);
            Site site = column.site();
            for (Notice notice : site.notices()) {
                pages.add("notices/" + notice.year() + "/");
                Set<String> own = addPage(notice.url(), notice.body());
                notice.taskList().forEach(task -> own.add(task.anchor()));
            }
            site.pages().forEach(page -> addPage(page.url(), page.body()));
            site.units().units().forEach(unit -> pages.add(unit.url()));
            site.topics().forEach(topic -> pages.add(topic.url()));
            site.catalog().stream()
                    .flatMap(Category::all)
                    .forEach(category -> pages.add(category.url()));
            for (Validity validity : Validity.values()) {
                pages.add("validity/" + validity.slug() + "/");
            }
            column.assets().forEach(asset -> pages.add(asset.path()));
        }

        /**
         * The pages of files with errors that could not be read at all: that is told of them, and
         * the links to them are right.
         */
        private static Set<String> unread(Column column, Problems problems) {
            Set<String> files = new HashSet<>();
            for (Problem problem : problems.sorted()) {
                if (problem.severity() == Severity.ERROR
                        && problem.file().startsWith("content/")
                        && problem.file().endsWith(".md")) {
                    files.add(problem.file());
                }
            }
            if (!files.isEmpty()) {
                ContentChecks.allNotices(column)
                        .forEach(notice -> files.remove(notice.origin().file()));
                files.removeAll(column.unbuiltDrafts());
            }
            Set<String> pages = new HashSet<>();
            for (String file : files) {
                pages.add(file.substring("content/".length(), file.length() - 3) + "/");
            }
            return pages;
        }

        boolean isUnread(String url) {
            return !unread.isEmpty() && unread.contains(Urls.decode(withoutQuery(url)));
        }

        private Set<String> addPage(String url, Body body) {
            Set<String> own = new HashSet<>(SafeHtml.PAGE_ANCHORS);
            own.addAll(body.anchors());
            pages.add(url);
            anchors.put(url, own);
            return own;
        }

        boolean hasPage(String url) {
            String page = withoutQuery(url);
            return pages.contains(page) || pages.contains(page + "/");
        }

        /**
         * The anchors of a page with a content file; null for pages whose anchors are not known.
         */
        Set<String> anchors(String url) {
            return anchors.get(withoutQuery(url));
        }

        private static String withoutQuery(String url) {
            int query = url.indexOf('?');
            return query < 0 ? url : url.substring(0, query);
        }
    }
}
