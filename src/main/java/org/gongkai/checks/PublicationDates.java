package org.gongkai.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gongkai.model.Column;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;

/**
 * For citizens, who should see a notice in time: nothing is published before it was made, nor later
 * than 20 working days after (政府信息公开条例第二十六条).
 */
final class PublicationDates implements ContentCheck {

    /**
     * So many days later the term is over whatever the holidays were, for each of its working days.
     */
    private static final int SURELY_OVER = 3;

    @Override
    public void check(Column column, Problems problems) {
        ContentChecks.allNotices(column).forEach(notice -> check(notice, column, problems));
    }

    private static void check(Notice notice, Column column, Problems problems) {
        LocalDate made = notice.documentDate();
        LocalDate published = notice.publicationDate();
        Place place = notice.origin().at("发布日期");
        if (published.isBefore(made)) {
            problems.error(
                    "publication-before-document",
                    place,
                    "发布日期 " + published + " 早于成文日期 " + made + "。",
                    "请核对两个日期，发布日期不能早于成文日期（第 " + notice.origin().at("成文日期").line() + " 行）。");
        }
        if (published.isAfter(column.site().asOf())) {
            problems.warning(
                    "publication-future",
                    place,
                    "发布日期 " + published + " 还没有到。",
                    "请核对发布日期；如果要到那天才发布，请先写“状态: 草稿”。");
        }
        int term = column.site().settings().thresholds().publicationWorkingDays();
        if (ChronoUnit.DAYS.between(made, published) > term) {
            late(column, term, made, published, place, problems);
        }
    }

    private static void late(
            Column column,
            int term,
            LocalDate made,
            LocalDate published,
            Place place,
            Problems problems) {
        Optional<LocalDate> due = column.workingDays().after(made, term);
        if (due.isPresent() && published.isAfter(due.get())) {
            problems.warning(
                    "publication-late",
                    place,
                    "发布日期 " + published + " 超过成文之日起 " + term + " 个工作日（应不晚于 " + due.get() + "）。",
                    "请核对日期；确属迟发的，请在今后及时发布。");
        } else if (due.isEmpty()) {
            boolean surely = ChronoUnit.DAYS.between(made, published) > (long) SURELY_OVER * term;
            problems.warning(
                    "publication-late",
                    place,
                    "发布日期 "
                            + published
                            + (surely
                                    ? " 超过成文之日起 " + term + " 个工作日。"
                                    : " 可能超过成文之日起 " + term + " 个工作日，当年的工作日历未知，无法算准。"),
                    "请核对日期；工作日历可以写在 content/workdays.yml 里。");
        }
    }
}
