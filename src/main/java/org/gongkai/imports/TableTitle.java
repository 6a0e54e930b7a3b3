package org.gongkai.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line above a 任务分解表, read as its title: 2023年政务公开重点任务分解表. A date, a signature and the sentence
 * that leads to the table are none.
 *
 * @param text the title, without 附件 before it
 * @param plain whether it is a title beyond doubt
 */
record TableTitle(String text, boolean plain) {
    private static final int LONGEST = 80;
    private static final Pattern ATTACHED = Pattern.compile("(附件\\s*\\d*\\s*[：: ])\\s*(.+)");

    /** With what the title of such a table ends, (征求意见稿) behind it or nothing. */
    private static final Pattern TABLE = ending("表|清单|台账|台帐|一览|目录");

    /** With what such a title may end, but also a heading of the text. */
    private static final Pattern PLAN = ending("分工|分解|任务|要点|方案|计划|安排|措施|事项|责任|分工方案");

    private static final Pattern YEAR = Pattern.compile(".*\\d{4}\\s*年.*");

    /** What no title has: a sentence's points, its words, what points to the table below. */
    private static final Pattern SENTENCE =
            Pattern.compile(
                    ".*(?:[。；;！!？?，,：:]|[、.．]$|如下|下表|下列|以下|下述|上述|本表|此表|附表$|见附).*"
                            + "|.*(?:(?<![申邀聘提])请|负责(?!人)|应当|必须|认真|抓好|按照|依照"
                            + "|(?<![主重需纪摘概])要(?![点素求闻件])).*"
                            + "|.*(?:制定|印发|形成|建立|列入|明确|梳理|细化|确定)(?:了|出|成|为).*"
                            + "|(?:现[将就把予]|根据|为[了进]|经[县市区研]|将|由).*");

    private static Pattern ending(String words) {
        return Pattern.compile(".*(?:" + words + ")(?:[（(].{1,20}[）)]|[一二三四五六七八九十\\d]{1,2})?");
    }

    /**
     * Reads a line.
     *
     * @param attached whether 附件 stands on the line above
     * @return null where it is no title
     */
    static TableTitle of(Paragraph line, boolean attached) {
        return of(Wording.tidy(line.text()), attached, line.centred(), line.heading() > 0);
    }

    /** Reads a cell above the head of a table; null where it is no title. */
    static TableTitle of(Cell cell) {
        return of(Wording.tidy(cell.text()), false, true, false);
    }

    private static TableTitle of(String line, boolean marked, boolean centred, boolean heading) {
        Matcher own = ATTACHED.matcher(line);
        boolean attached = marked || own.matches();
        String text = own.matches() ? own.group(2) : line;
        boolean named = TABLE.matcher(text).matches();
        boolean planned = PLAN.matcher(text).matches();
        if (isOfTheText(text) || (!named && namesSigners(text))) {
            return null;
        }
        if (named || (planned && attached)) {
            return new TableTitle(text, true);
        }
        boolean dated = YEAR.matcher(text).matches();
        return attached || centred || (planned && (heading || dated))
                ? new TableTitle(text, false)
                : null;
    }

    private static boolean isOfTheText(String text) {
        return text.isEmpty()
                || text.length() > LONGEST
                || TaskTableFinder.isMarker(text)
                || Wording.isChapter(text)
                || Wording.isSection(text)
                || text.matches("[（(].*[）)]")
                || SENTENCE.matcher(text).matches();
    }

    /** The unit that signed, or the day: what stands below a text. */
    private static boolean namesSigners(String text) {
        return Wording.namesUnits(text)
                || ChineseDate.read(text).isPresent()
                || ChineseDate.atEnd(text).isPresent()
                || text.matches(".*\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日.*");
    }
}
