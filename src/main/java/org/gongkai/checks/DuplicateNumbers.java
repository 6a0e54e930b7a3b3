package org.gongkai.checks;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.model.Column;
import org.gongkai.model.DocumentNumber;
import org.gongkai.model.IndexNumber;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;

/** For whoever looks a notice up by its number: a number stands for one notice. */
final class DuplicateNumbers implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        check(
                column,
                problems,
                "duplicate-index-number",
                "索引号",
                notice -> notice.metadata().indexNumber(),
                IndexNumber::normalised);
        check(
                column,
                problems,
                "duplicate-document-number",
                "发文字号",
                Notice::documentNumber,
                DocumentNumber::normalised);
    }

    private static void check(
            Column column,
            Problems problems,
            String id,
            String key,
            Function<Notice, String> number,
            Function<String, String> normalised) {
        Map<String, Place> first = new HashMap<>();
        ContentChecks.allNotices(column)
                .filter(notice -> number.apply(notice) != null)
                // A draft is at fault before what is published.
                .sorted(
                        Comparator.comparing(Notice::draft)
                                .thenComparing(notice -> notice.origin().file()))
                .forEach(
                        notice -> {
                            String typed = number.apply(notice);
                            Place place = notice.origin().at(key);
                            Place other = first.putIfAbsent(normalised.apply(typed), place);
                            if (other != null) {
                                problems.error(
                                        id,
                                        place,
                                        key + "“" + typed + "”重复，" + other.text() + "已经使用。",
                                        "请核对后改正其中一处。");
                            }
                        });
    }
}
