package org.gongkai.checks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Column;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;

/**
 * For citizens, who take what is published for what holds: a 征求意见稿 is only published to ask for
 * opinions.
 */
final class DraftTitles implements ContentCheck {
    private static final Pattern DRAFT = Pattern.compile("征求意见稿|送审稿|讨论稿|会签稿|内部稿|未定稿");
    private static final Pattern ASKS = Pattern.compile("征求|征集|听取|意见|听证|说明|解读|采纳|公示|评估");

    @Override
    public void check(Column column, Problems problems) {
        column.site().notices().forEach(notice -> check(notice, problems));
    }

    private static void check(Notice notice, Problems problems) {
        String title = notice.title();
        Matcher draft = DRAFT.matcher(title);
        if (draft.find() && !ASKS.matcher(title.replace(draft.group(), "")).find()) {
            problems.warning(
                    "draft-title",
                    notice.origin().at("标题"),
                    "标题里有“" + draft.group() + "”，但不像是在征求意见。",
                    "请核对是不是误发了没有定稿的文件；已经定稿的，请去掉这几个字。");
        }
    }
}
