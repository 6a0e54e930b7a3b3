package org.gongkai.checks;

import java.util.regex.Pattern;
import org.gongkai.model.Column;
import org.gongkai.model.IndexNumber;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;

/**
 * For whoever looks a notice up by its 索引号: it has the county's format, the right check character
 * and year.
 */
final class IndexNumbers implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        Pattern format = Pattern.compile(column.site().settings().indexNumberPattern());
        ContentChecks.allNotices(column).forEach(notice -> check(notice, format, problems));
    }

    private static void check(Notice notice, Pattern format, Problems problems) {
        String number = IndexNumber.normalised(notice.metadata().indexNumber());
        Place place = notice.origin().at("索引号");
        if (!format.matcher(number).matches()) {
            problems.warning(
                    "index-number-format",
                    place,
                    "索引号“" + notice.metadata().indexNumber() + "”与本栏目的格式不一致。",
                    "请核对；一般写成“统一社会信用代码/年份-顺序号”，例如 113715250044422281/2023-00000007。");
            return;
        }
        if (!IndexNumber.hasRightCheckCharacter(number)) {
            String seventeen = number.substring(0, 17);
            problems.warning(
                    "index-number-check",
                    place,
                    "索引号开头的统一社会信用代码“" + number.substring(0, 18) + "”校验不符，可能有一位写错。",
                    "请核对；如果前 17 位无误，最后一位应为“" + IndexNumber.checkCharacter(seventeen) + "”。");
        }
        int year = IndexNumber.year(number);
        if (year != 0
                && year != notice.documentDate().getYear()
                && year != notice.publicationDate().getYear()) {
            problems.warning(
                    "index-number-year",
                    place,
                    "索引号中的年份 " + year + " 与成文日期、发布日期的年份都不一致。",
                    "请核对索引号和日期。");
        }
    }
}
