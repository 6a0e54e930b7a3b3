package org.gongkai.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Topic;

/** The list of each 主题分类, and the list of them all. */
final class TopicPages {
    private static final NavItem ALL = new NavItem("按主题查", "topics/");

    private TopicPages() {}

    /** All topics with how many notices each has, the fullest first. */
    static List<Facet> facets(Site site) {
        Map<String, List<Notice>> byTopic = byTopic(site);
        return site.topics().stream()
                .map(
                        topic ->
                                new Facet(
                                        topic.name(),
                                        topic.url(),
                                        byTopic.get(topic.name()).size()))
                .sorted(Comparator.comparingInt(Facet::count).reversed().thenComparing(Facet::url))
                .toList();
    }

    static void addTo(PageSet pages) {
        Site site = pages.site();
        Map<String, Object> values =
                pages.columnValues(ALL.url(), ALL.label(), "按主题分类查找公开信息。", List.of());
        values.put("facets", facets(site));
        pages.add("facets", ALL.url(), PageSet.newestDate(site.notices()), values);
        Map<String, List<Notice>> byTopic = byTopic(site);
        for (Topic topic : site.topics()) {
            pages.addList(
                    topic.url(),
                    // A category may have the same name, and no two pages the same title.
                    "主题：" + topic.name(),
                    "主题分类为“" + topic.name() + "”的公开信息。",
                    List.of(ALL),
                    byTopic.get(topic.name()),
                    List.of());
        }
    }

    private static Map<String, List<Notice>> byTopic(Site site) {
        Map<String, List<Notice>> byTopic = new HashMap<>();
        for (Notice notice : site.notices()) {
            for (String subject : notice.metadata().subjects()) {
                byTopic.computeIfAbsent(subject, name -> new ArrayList<>()).add(notice);
            }
        }
        return byTopic;
    }
}
