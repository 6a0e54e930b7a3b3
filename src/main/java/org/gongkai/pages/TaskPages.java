package org.gongkai.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.model.Notice;

/** The list of all task tables. */
final class TaskPages {
    private static final String NAME = "任务台账";

    private TaskPages() {}

    static void addTo(PageSet pages) {
        List<Notice> withTasks =
                pages.site().notices().stream().filter(notice -> notice.tasks() != null).toList();
        Timeline timeline =
                Timeline.ofOpen(
                        withTasks.stream()
                                .filter(notice -> !notice.standing().validity().ended())
                                .flatMap(notice -> notice.taskList().stream()),
                        pages.site().asOf());
        LocalDate newest = PageSet.newestDate(withTasks);
        for (Paging<Notice> paging :
                Paging.pages(withTasks, pages.settings().pageSize(), "tasks/")) {
            pages.add(
                    "tasks",
                    paging.url(),
                    newest,
                    () -> {
                        Map<String, Object> values =
                                pages.columnValues(
                                        paging.url(),
                                        paging.title(NAME),
                                        "每年重点工作任务分解表：哪个单位负责什么、什么时候完成、进展如何。",
                                        paging.above(NAME));
                        values.put("paging", paging);
                        values.put("timeline", timeline);
                        return values;
                    });
        }
    }
}
