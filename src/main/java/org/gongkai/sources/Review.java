package org.gongkai.sources;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;

/**
 * 三审: three people look at a notice before it goes out. They are checked here and go no further:
 * the model has no place for their names, so that no page can show them.
 */
final class Review {
    static final String KEY = "审核";
    static final List<String> STAGES = NoticeReader.SCHEMA.at(KEY).keys();
    private static final List<String> KEYS = NoticeReader.SCHEMA.at(KEY, STAGES.get(0)).keys();
    private static final String EXAMPLE = "{人员: 张三, 日期: 2023-09-10}";

    private Review() {}

    static void check(Fields notice, LocalDate publicationDate, Problems problems) {
        if (!notice.has(KEY)) {
            problems.error(
                    "review",
                    notice.at(KEY),
                    "缺少“审核”，没有初审、复审、终审的记录。",
                    "请加上“审核:”，下面缩进写“初审: " + EXAMPLE + "”，复审、终审照此填写。");
            return;
        }
        notice.fields(KEY).ifPresent(review -> checkStages(review, publicationDate, problems));
    }

    private static void checkStages(Fields review, LocalDate publicationDate, Problems problems) {
        review.rejectUnknown(STAGES, Severity.ERROR);
        Map<String, String> stageOf = new HashMap<>();
        LocalDate previous = null;
        for (String stage : STAGES) {
            if (!review.has(stage) && review.isMistyped(stage)) {
                continue;
            }
            if (!review.has(stage)) {
                problems.error(
                        "review",
                        review.at(stage),
                        "“审核”缺少" + stage + "。",
                        "请在“审核”下面加上“" + stage + ": " + EXAMPLE + "”。");
                continue;
            }
            Fields fields = review.fields(stage).orElse(null);
            if (fields == null) {
                continue;
            }
            fields.rejectUnknown(KEYS, Severity.ERROR);
            String person = fields.required("人员", "张三");
            LocalDate date = fields.requiredDate("日期", "review-date");
            if (person != null) {
                String earlier = stageOf.putIfAbsent(person.replaceAll("[\\s\u3000]", ""), stage);
                if (earlier != null) {
                    problems.error(
                            "review",
                            review.at(stage),
                            earlier + "和" + stage + "是同一个人。",
                            "三审应由三个人分别审核，请改成实际的审核人员。");
                }
            }
            if (date != null && previous != null && date.isBefore(previous)) {
                problems.warning(
                        "review-date", review.at(stage), stage + "的日期早于前一道审核。", "请核对审核日期。");
            }
            if (date != null && publicationDate != null && date.isAfter(publicationDate)) {
                problems.warning(
                        "review-date",
                        review.at(stage),
                        stage + "的日期晚于发布日期，应当先审核后发布。",
                        "请核对审核日期和发布日期。");
            }
            previous = date == null ? previous : date;
        }
    }
}
