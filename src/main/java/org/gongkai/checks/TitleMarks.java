package org.gongkai.checks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Column;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;

/** For everyone who reads a title, which is shown as it was typed: it holds no marks of a page. */
final class TitleMarks implements ContentCheck {
    private static final Pattern MARK =
            Pattern.compile("</?[A-Za-z][^<>]{0,40}>|&(?:nbsp|ensp|emsp|lt|gt|amp|quot);");

    /** What an input method makes of the straight quotes that a value may stand in. */
    private static final Pattern QUOTED = Pattern.compile("“[^“”]*”|‘[^‘’]*’|＂[^＂]*＂");

    @Override
    public void check(Column column, Problems problems) {
        column.site().notices().forEach(notice -> check(notice, problems));
    }

    private static void check(Notice notice, Problems problems) {
        String title = notice.title();
        if (QUOTED.matcher(title).matches()) {
            problems.warning(
                    "title-marks",
                    notice.origin().at("标题"),
                    "标题的两头是中文引号，网页上会连同引号显示。",
                    "标题本身没有引号的，请删去两头的引号；确须加引号的，用英文双引号。");
            return;
        }
        Matcher mark = MARK.matcher(title);
        if (mark.find()) {
            problems.warning(
                    "title-marks",
                    notice.origin().at("标题"),
                    "标题里有“" + mark.group() + "”，会原样显示。",
                    "请删去；标题写成一行，不用自己换行。");
        }
    }
}
