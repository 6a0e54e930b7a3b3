package org.gongkai.checks;

import java.time.LocalDate;
import org.gongkai.model.Column;
import org.gongkai.model.Problems;
import org.gongkai.model.Task;

/** For who relies on a task's state: nothing is reported before its day. */
final class TaskProgress implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        LocalDate asOf = column.site().asOf();
        ContentChecks.allNotices(column)
                .flatMap(notice -> notice.taskList().stream())
                .flatMap(task -> task.progress().stream())
                .filter(progress -> progress.date().isAfter(asOf))
                .forEach(progress -> report(progress, problems));
    }

    private static void report(Task.Progress progress, Problems problems) {
        problems.warning(
                "progress-future",
                progress.at(),
                "进展“" + progress.status().label() + "”的日期 " + progress.date() + " 还没有到。",
                "请核对日期；还没有做到的，到那天再填。");
    }
}
