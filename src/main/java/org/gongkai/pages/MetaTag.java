package org.gongkai.pages;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.model.Notice;
import org.gongkai.model.SiteSettings;

/** A meta tag of 政府网站发展指引 (国办发〔2017〕47号). One without content is left out. */
public record MetaTag(String name, String content) {

    /** What every page has. */
    static List<MetaTag> site(SiteSettings settings) {
        List<MetaTag> tags = new ArrayList<>();
        add(tags, "SiteName", settings.name());
        add(tags, "SiteDomain", settings.address() == null ? null : settings.address().getHost());
        add(tags, "SiteIDCode", settings.siteCode());
        return tags;
    }

    /** What the page of a column has. */
    static List<MetaTag> column(
            SiteSettings settings, String name, String description, String type) {
        List<MetaTag> tags = site(settings);
        add(tags, "ColumnName", name);
        add(tags, "ColumnDescription", description);
        List<String> keywords = new ArrayList<>(List.of(name));
        settings.keywords().stream()
                .filter(word -> !keywords.contains(word))
                .forEach(keywords::add);
        add(tags, "ColumnKeywords", String.join(",", keywords));
        add(tags, "ColumnType", type);
        return tags;
    }

    /** What the page of a notice has. */
    static List<MetaTag> article(SiteSettings settings, Notice notice) {
        String category = notice.metadata().category();
        String column = category == null ? "政府信息公开" : category;
        List<MetaTag> tags = column(settings, column, describe(settings, column), "信息公开");
        add(tags, "ArticleTitle", notice.title());
        // The Guide wants a time of day; a notice's day begins at midnight.
        add(tags, "PubDate", notice.publicationDate() + " 00:00");
        add(tags, "ContentSource", notice.publisher());
        add(tags, "Keywords", String.join(",", keywords(notice)));
        add(tags, "Author", notice.publisher());
        add(tags, "Description", describe(notice));
        add(tags, "Url", settings.address() == null ? null : settings.absolute(notice.url()));
        return tags;
    }

    static String describe(SiteSettings settings, String column) {
        return settings.name() + "“" + column + "”栏目";
    }

    /** The beginning of its text; its title where it has none. */
    static String describe(Notice notice) {
        return notice.body().isEmpty() ? notice.title() : notice.body().lead(100);
    }

    private static List<String> keywords(Notice notice) {
        List<String> keywords = new ArrayList<>(notice.metadata().keywords());
        notice.metadata().subjects().stream()
                .filter(subject -> !keywords.contains(subject))
                .forEach(keywords::add);
        return keywords;
    }

    private static void add(List<MetaTag> tags, String name, String content) {
        if (content != null && !content.isBlank()) {
            tags.add(new MetaTag(name, content));
        }
    }
}
