package org.gongkai.pages;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Task;
import org.gongkai.model.TaskStatus;
import org.gongkai.model.UnitTasks;

/** The front page: what is new, what falls due, topics and units. */
final class FrontPage {
    private static final int NEWEST = 8;
    private static final int DUE_SOON = 8;
    private static final int TOPICS = 16;

    private FrontPage() {}

    static void addTo(PageSet pages) {
        Site site = pages.site();
        List<UnitTasks.Entry> due = due(site);
        Map<String, Object> values =
                pages.values(
                        "", pages.settings().name(), pages.settings().description(), List.of());
        values.put("structuredData", StructuredData.of(site.settings()));
        values.put("newest", site.notices().stream().limit(NEWEST).toList());
        values.put("dueByDay", byDay(due.stream().limit(DUE_SOON).toList()));
        values.put("dueTotal", due.size());
        values.put("unitsByKind", UnitPages.byKind(site));
        List<Facet> topics = TopicPages.facets(site);
        values.put("topics", topics.stream().limit(TOPICS).toList());
        values.put("topicTotal", topics.size());
        values.put("wide", true);
        pages.add("index", "", PageSet.newestDate(site.notices()), values);
    }

    /** The tasks whose day has not come and that are not done, the soonest first. */
    private static List<UnitTasks.Entry> due(Site site) {
        return site.notices().stream()
                .filter(notice -> !notice.standing().validity().ended())
                .flatMap(
                        notice ->
                                notice.taskList().stream()
                                        .map(task -> new UnitTasks.Entry(notice, task)))
                .filter(entry -> isDue(entry.task(), site))
                .sorted(
                        Comparator.comparing(
                                        (UnitTasks.Entry entry) -> entry.task().deadline().date())
                                .thenComparing(UnitTasks.Entry::notice, Notice.NEWEST_FIRST)
                                .thenComparing(entry -> entry.task().place()))
                .toList();
    }

    private static Map<LocalDate, List<UnitTasks.Entry>> byDay(List<UnitTasks.Entry> entries) {
        return entries.stream()
                .collect(
                        Collectors.groupingBy(
                                entry -> entry.task().deadline().date(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static boolean isDue(Task task, Site site) {
        return task.deadline().date() != null
                && !task.deadline().date().isBefore(site.asOf())
                && task.status() != TaskStatus.DONE
                && task.status() != TaskStatus.ADJUSTED;
    }
}
