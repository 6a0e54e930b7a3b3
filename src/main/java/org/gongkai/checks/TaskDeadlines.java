package org.gongkai.checks;

import org.gongkai.model.Column;
import org.gongkai.model.Deadline;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Task;

/**
 * For who wants to know what is due when: each 完成时限 can be read, and none lies before its notice.
 */
final class TaskDeadlines implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        ContentChecks.allNotices(column)
                .forEach(
                        notice -> notice.taskList().forEach(task -> check(notice, task, problems)));
    }

    private static void check(Notice notice, Task task, Problems problems) {
        Deadline deadline = task.deadline();
        if (!deadline.readable()) {
            problems.warning(
                    "deadline-unreadable",
                    task.deadlineAt(),
                    "看不懂完成时限“" + deadline.text() + "”，网页上按原文显示。",
                    "可以写成“2023年12月底前”“2023年8月31日前”“全年”“长期坚持”“10个工作日内”。");
        } else if (deadline.date() != null && deadline.date().isBefore(notice.documentDate())) {
            problems.warning(
                    "deadline-before-notice",
                    task.deadlineAt(),
                    "完成时限“"
                            + deadline.text()
                            + "”（"
                            + deadline.date()
                            + "）早于成文日期 "
                            + notice.documentDate()
                            + "（"
                            + notice.origin().at("成文日期").text()
                            + "）。",
                    "请核对年份和月份；原文如此的可以不改。");
        }
    }
}
