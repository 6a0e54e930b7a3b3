package org.gongkai.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.PersonalNumbers.Gap;
import org.gongkai.model.PersonalNumbers.Group;

/**
 * 手机号 that are cut as figures of statistics are cut, too: {@code 138 12345678}. It is one where
 * nothing around it says that it is an amount, or where the words before it say telephone.
 */
final class MobileFigures {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern ENDS_WITH_MOBILE = Pattern.compile("\\d{0,6}1[3-9]\\d{9}");
    private static final String EACH_ALONE = "1 1 1 1 1 1 1 1 1 1 1";

    /**
     * How people cut them with spaces, by the figures of each group; 3 4 4 is known for certain.
     */
    private static final Set<String> BY_SPACES =
            Set.of("3 8", "7 4", "5 6", "4 7", "4 3 4", "4 4 3", "3 3 5", EACH_ALONE);

    /** A range of amounts, such as 15000-200000, has a hyphen too. */
    private static final Set<String> BY_HYPHENS =
            Set.of("7 4", "4 3 4", "4 4 3", "3 3 5", EACH_ALONE);

    private static final Set<String> BY_POINTS = Set.of("4 3 4", "4 4 3", "3 3 5", EACH_ALONE);

    private static final Pattern TELEPHONE =
            Pattern.compile("手机|电话|联系|微信|[☎☏📱]|(?i:tel|mobile|phone)");

    private static final int WORDS_BEFORE = 16;

    /** The lines above and below end within so many characters, or are no rows of a table. */
    private static final int NEAR = 500;

    private static final String MEASURES = "元万亿吨亩户人%％‰平公米个件年月日台辆株头只座";

    private static final Pattern YEAR = Pattern.compile("(?:19[4-9]|20[0-4])\\d");
    private static final Pattern DATE =
            Pattern.compile("(?:19|20)\\d\\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|0.*)");

    /** Figures beside others, with spaces or tabs between them. */
    private static final Pattern ROW =
            Pattern.compile("\\d[\\d.,%]*+(?:[ \u3000\t]++\\d[\\d.,%]*+)++");

    private static final Pattern IN_THREE =
            Pattern.compile("(?<!\\d)1[3-9]\\d[ \u3000]*\\d{4}[ \u3000]*\\d{4}(?!\\d)");

    private final String text;

    MobileFigures(String text) {
        this.text = text;
    }

    /** 86, with which numbers begin abroad. */
    static boolean isCountryCode(String digits) {
        return digits.equals("86") || digits.equals("086") || digits.equals("0086");
    }

    /** Whether a day, or a number of a series within a year, such as 20230913 or 20230001. */
    static boolean isDate(String eight) {
        return DATE.matcher(eight).matches();
    }

    /** How many groups from there on make such a number; 0 where there is none. */
    int length(List<Group> groups, PersonalNumber[] of, int at) {
        if (of[at] != null
                || groups.get(at).digits().charAt(0) != '1'
                || !beginsAt(groups, of, at)) {
            return 0;
        }
        StringBuilder digits = new StringBuilder(groups.get(at).digits());
        StringBuilder layout = new StringBuilder().append(digits.length());
        Gap gap = null;
        int to = at + 1;
        while (digits.length() < 11 && to < of.length && of[to] == null) {
            Group group = groups.get(to++);
            gap = to == at + 2 || gap == group.gap() ? group.gap() : Gap.NONE;
            digits.append(group.digits());
            layout.append(' ').append(group.digits().length());
        }
        if (to == at + 1 || !MOBILE.matcher(digits).matches() || !endsAt(groups, of, to)) {
            return 0;
        }
        Group last = groups.get(to - 1);
        return isOne(gap, layout.toString(), groups.get(at).start(), last) ? to - at : 0;
    }

    private static boolean beginsAt(List<Group> groups, PersonalNumber[] of, int at) {
        Gap gap = groups.get(at).gap();
        return at == 0
                || of[at - 1] != null
                || gap == Gap.LINE_BREAK
                || gap == Gap.POINT
                || isCountryCode(groups.get(at - 1).digits());
    }

    private static boolean endsAt(List<Group> groups, PersonalNumber[] of, int to) {
        return to == of.length || of[to] != null || groups.get(to).gap() == Gap.LINE_BREAK;
    }

    private boolean isOne(Gap gap, String layout, int start, Group last) {
        int end = last.end();
        if (isMeasured(end)) {
            return false;
        }
        boolean spaces = gap == Gap.SPACE || gap == Gap.SPACES;
        if ((spaces || gap == Gap.HYPHEN) && isSaidBefore(start)) {
            return true;
        }
        String digits = last.digits();
        if (YEAR.matcher(digits).matches() || (digits.length() == 8 && isDate(digits))) {
            return false;
        }
        if (spaces) {
            return BY_SPACES.contains(layout) && !standsInATable(start, end);
        }
        return gap == Gap.HYPHEN
                ? BY_HYPHENS.contains(layout)
                : gap == Gap.POINT && BY_POINTS.contains(layout);
    }

    private boolean isMeasured(int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && MEASURES.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isSaidBefore(int start) {
        String before = text.substring(Math.max(0, start - WORDS_BEFORE), start);
        return TELEPHONE.matcher(before.substring(before.lastIndexOf('\n') + 1)).find();
    }

    /** Whether the line above or below has figures in a row that are no mobile number. */
    boolean standsInATable(int start, int end) {
        String before = text.substring(Math.max(0, start - NEAR), start);
        String after = text.substring(end, Math.min(text.length(), end + NEAR));
        int line = before.lastIndexOf('\n');
        int next = after.indexOf('\n');
        return (line > 0 && isRow(before.substring(before.lastIndexOf('\n', line - 1) + 1, line)))
                || (next >= 0 && isRow(after.substring(next + 1).split("\n", 2)[0]));
    }

    private static boolean isRow(String line) {
        if (IN_THREE.matcher(line).find()) {
            return false;
        }
        Matcher rows = ROW.matcher(line);
        while (rows.find()) {
            String digits = rows.group().replaceAll("\\D", "");
            if (!ENDS_WITH_MOBILE.matcher(digits).matches()) {
                return true;
            }
        }
        return false;
    }
}
