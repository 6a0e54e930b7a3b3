package org.gongkai.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds {@link PersonalNumber}s in a text, however they are written: in full-width figures, cut by
 * spaces, hyphens or points, with marks between them that nobody sees.
 */
public final class PersonalNumbers {
    private static final int SHORTEST = 11;
    private static final int MOST_SPACES = 4;
    private static final int MOST_OF_SHORT = 4;
    private static final int MOST_GROUPS_OF_A_SURE_ONE = 5;

    /** How people cut such a number into groups of figures. */
    private static final int[][] LAYOUTS = {
        {6, 8, 4},
        {6, 4, 4, 4},
        {6, 4, 2, 2, 4},
        {4, 4, 4, 4, 2},
        {3, 3, 4, 4, 4},
        {14, 4},
        {6, 12},
        {4, 4, 4, 4},
        {4, 4, 4, 4, 1},
        {4, 4, 4, 4, 3},
        {6, 10},
        {6, 13},
        {3, 4, 4},
        {3, 8},
    };

    private final String text;
    private final MobileFigures mobiles;
    private final List<PersonalNumber> found = new ArrayList<>();

    /** What stands between two groups of figures. */
    enum Gap {
        NONE,
        SPACE,
        SPACES,
        HYPHEN,
        POINT,
        LINE_BREAK
    }

    /**
     * Figures in a row, and where they stand.
     *
     * @param gap what stands before them
     */
    record Group(String digits, int start, int end, Gap gap) {}

    private PersonalNumbers(String text) {
        this.text = text;
        this.mobiles = new MobileFigures(text);
    }

    /** All in the text, in its order. */
    public static List<PersonalNumber> in(String text) {
        PersonalNumbers numbers = new PersonalNumbers(text);
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if ((c >= '0' && c <= '9') || (c >= '０' && c <= '９')) {
                i = numbers.read(i);
            }
        }
        return numbers.found;
    }

    /** Whether there are so many figures together that one may be there: quick, and often true. */
    public static boolean mayStandIn(String text) {
        int figures = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (figure(c) >= 0) {
                figures++;
                if (figures == SHORTEST) {
                    return true;
                }
            } else if (!isInGap(c)) {
                figures = 0;
            }
        }
        return false;
    }

    /** The text with each number that is certain in its masked form. */
    public static String masked(String text) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (PersonalNumber number : in(text)) {
            if (number.certain()) {
                masked.append(text, from, number.start()).append(number.masked());
                from = number.end();
            }
        }
        return from == 0 ? text : masked.append(text, from, text.length()).toString();
    }

    /** Looks at the figures from there, with what joins them, and gives where they end. */
    private int read(int start) {
        List<Group> groups = new ArrayList<>(1);
        StringBuilder digits = new StringBuilder();
        Gap gap = Gap.NONE;
        int figures = 0;
        int from = start;
        int end = start;
        while (true) {
            for (int i = from; i < text.length(); i++) {
                char c = text.charAt(i);
                if (figure(c) >= 0) {
                    digits.append((char) ('0' + figure(c)));
                    end = i + 1;
                } else if (!UnseenCharacters.isOne(c)) {
                    break;
                }
            }
            figures += digits.length();
            int next = behindGap(end);
            Gap nextGap = gap(end, next);
            boolean goesOn = nextGap != Gap.NONE && figure(charAt(next)) >= 0;
            if (!goesOn && figures >= SHORTEST && isCheckLetter(end)) {
                digits.append('X');
                end++;
            }
            groups.add(new Group(digits.toString(), from, end, gap));
            if (!goesOn) {
                if (figures >= SHORTEST) {
                    if (nextGap != Gap.NONE && isCheckLetter(next)) {
                        groups.add(new Group("X", next, next + 1, nextGap));
                    }
                    judge(groups);
                }
                return end - 1;
            }
            digits.setLength(0);
            from = next;
            gap = nextGap;
        }
    }

    /** Where something else stands than what may part two groups of one number. */
    private int behindGap(int from) {
        int at = from;
        while (at < text.length() && isInGap(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isInGap(char c) {
        return isSpace(c)
                || isHyphen(c)
                || isPoint(c)
                || c == '\n'
                || c == '\r'
                || UnseenCharacters.isOne(c);
    }

    /** What the characters between two places are; NONE where they part what stands around them. */
    private Gap gap(int from, int to) {
        int spaces = 0;
        int breaks = 0;
        Gap mark = null;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks++;
            } else if (isSpace(c)) {
                spaces++;
            } else if (isHyphen(c) || isPoint(c)) {
                if (mark != null || breaks > 0) {
                    return Gap.NONE;
                }
                mark = isPoint(c) ? Gap.POINT : Gap.HYPHEN;
            }
        }
        if (breaks > 0) {
            return breaks == 1 && mark != Gap.POINT ? Gap.LINE_BREAK : Gap.NONE;
        }
        if (spaces > MOST_SPACES) {
            return Gap.NONE;
        }
        if (mark != null) {
            return mark;
        }
        return spaces == 0 ? Gap.NONE : spaces == 1 ? Gap.SPACE : Gap.SPACES;
    }

    /** An X behind the figures that begins no word. */
    private boolean isCheckLetter(int at) {
        return "XxＸｘ".indexOf(charAt(at)) >= 0 && !isLetterOrFigure(charAt(at + 1));
    }

    private void judge(List<Group> groups) {
        PersonalNumber[] of = new PersonalNumber[groups.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = alone(groups.get(i));
        }
        for (int i = 0; i < of.length; i++) {
            if (!isSure(of[i])) {
                joinIdentity(groups, of, i);
            }
        }
        for (int i = 0; i < of.length; i++) {
            for (int[] layout : LAYOUTS) {
                PersonalNumber joined = joined(groups, of, i, layout);
                if (joined != null) {
                    Arrays.fill(of, i, i + layout.length, joined);
                    break;
                }
            }
        }
        dropRows(groups, of);
        for (int i = 0; i < of.length; i++) {
            int length = mobiles.length(groups, of, i);
            if (length > 0) {
                Arrays.fill(of, i, i + length, joined(groups, i, i + length));
            }
        }
        PersonalNumber previous = null;
        for (PersonalNumber number : of) {
            if (number != null && number != previous) {
                found.add(number);
            }
            previous = number;
        }
    }

    /** Takes back what only looks like a number because of where it stands. */
    private void dropRows(List<Group> groups, PersonalNumber[] of) {
        PersonalNumber[] all = of.clone();
        for (int from = 0, to; from < all.length; from = to) {
            to = from + 1;
            while (to < all.length && all[to] != null && all[to] == all[from]) {
                to++;
            }
            if (to > from + 1 && standsInARow(groups, all, from, to)) {
                Arrays.fill(of, from, to, null);
            }
        }
    }

    private PersonalNumber joined(List<Group> groups, PersonalNumber[] of, int at, int[] layout) {
        if (at + layout.length > of.length) {
            return null;
        }
        Gap gap = null;
        int points = 0;
        boolean wide = false;
        for (int i = 0; i < layout.length; i++) {
            Group group = groups.get(at + i);
            if (of[at + i] != null || group.digits().length() != layout[i]) {
                return null;
            }
            if (i > 0) {
                gap = group.gap();
                if (gap == Gap.LINE_BREAK) {
                    return null;
                }
                points += gap == Gap.POINT ? 1 : 0;
                wide |= gap == Gap.SPACES;
            }
        }
        // 138.12345678 is an amount, and so is 138.1234 in 138.1234 5678.
        if (points > 0 && (points < layout.length - 1 || points == 1)) {
            return null;
        }
        if (layout.length == 2
                && layout[1] == 8
                && (gap != Gap.HYPHEN || MobileFigures.isDate(groups.get(at + 1).digits()))) {
            return null;
        }
        PersonalNumber number = joined(groups, at, at + layout.length);
        return wide
                        && number != null
                        && number.kind() == PersonalNumber.Kind.MOBILE
                        && mobiles.standsInATable(number.start(), number.end())
                ? null
                : number;
    }

    private PersonalNumber joined(List<Group> groups, int from, int to) {
        StringBuilder digits = new StringBuilder();
        groups.subList(from, to).forEach(group -> digits.append(group.digits()));
        return number(digits.toString(), groups.get(from).start(), groups.get(to - 1).end());
    }

    /** An 身份证号 however it is cut, even at the end of a line: its check character tells. */
    private void joinIdentity(List<Group> groups, PersonalNumber[] of, int at) {
        int figures = groups.get(at).digits().length();
        int breaks = 0;
        Gap gap = null;
        boolean even = true;
        int to = at + 1;
        while (figures < 18 && to < of.length && !isSure(of[to])) {
            Group group = groups.get(to++);
            figures += group.digits().length();
            if (group.gap() == Gap.LINE_BREAK) {
                breaks++;
            } else {
                even &= gap == null || gap == group.gap();
                gap = group.gap();
            }
        }
        if (figures != 18 || to == at + 1 || breaks > 1 || (to - at > 3 && !even)) {
            return;
        }
        PersonalNumber number = joined(groups, at, to);
        if (isSure(number)
                && (to - at <= MOST_GROUPS_OF_A_SURE_ONE
                        || !hasBeside(groups, of, at, to, MOST_OF_SHORT))) {
            Arrays.fill(of, at, to, number);
        }
    }

    private static boolean isSure(PersonalNumber number) {
        return number != null && number.kind() == PersonalNumber.Kind.IDENTITY && number.certain();
    }

    /** Numbers in a table's row, with spaces between them, can look like groups of one number. */
    private boolean standsInARow(List<Group> groups, PersonalNumber[] of, int from, int to) {
        return !isSure(of[from])
                && (hasBeside(groups, of, from, to, MOST_OF_SHORT)
                        || (hasBeside(groups, of, from, to, Integer.MAX_VALUE)
                                && mobiles.standsInATable(of[from].start(), of[from].end())));
    }

    /** Whether figures that are no number, at most so many, stand beside it as its groups do. */
    private static boolean hasBeside(
            List<Group> groups, PersonalNumber[] of, int from, int to, int most) {
        Gap gap = groups.get(from + 1).gap();
        boolean before =
                from > 0
                        && gap != Gap.POINT
                        && groups.get(from).gap() == gap
                        && of[from - 1] == null
                        && isFigures(groups.get(from - 1), most);
        boolean after =
                to < of.length
                        && groups.get(to).gap() == gap
                        && of[to] == null
                        && isFigures(groups.get(to), most);
        return before || after;
    }

    private static boolean isFigures(Group group, int most) {
        String digits = group.digits();
        return digits.length() <= most
                && !digits.equals("X")
                && !MobileFigures.isCountryCode(digits);
    }

    private PersonalNumber alone(Group group) {
        String digits = group.digits();
        if (digits.length() != 18 && digits.endsWith("X")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        PersonalNumber number = number(digits, group.start(), group.end());
        return number == null || number.kind() == PersonalNumber.Kind.IDENTITY
                ? number
                : isPartOfMore(group) ? null : number;
    }

    /** Figures of an amount, or of a mark of letters and figures. */
    private boolean isPartOfMore(Group group) {
        char before = charAt(group.start() - 1);
        char after = charAt(group.end());
        boolean amount =
                (before == '.' && figure(charAt(group.start() - 2)) >= 0)
                        || (after == '.' && figure(charAt(group.end() + 1)) >= 0);
        return amount || (isLetterOrFigure(before) && isLetterOrFigure(after));
    }

    private char charAt(int at) {
        return at < 0 || at >= text.length() ? ' ' : text.charAt(at);
    }

    private PersonalNumber number(String digits, int start, int end) {
        int length = digits.length();
        if (length == 18 && IdentityNumbers.isOne(digits) && !isCreditCode(digits, start, end)) {
            boolean right = IdentityNumbers.hasRightCheckCharacter(digits);
            if (right || !isCard(digits)) {
                return new PersonalNumber(PersonalNumber.Kind.IDENTITY, digits, start, end, right);
            }
        }
        if (length == 15 && IdentityNumbers.isOldOne(digits)) {
            return new PersonalNumber(PersonalNumber.Kind.IDENTITY, digits, start, end, false);
        }
        if (digits.matches("(0|86|0086)?1[3-9]\\d{9}")) {
            String mobile = digits.substring(length - 11);
            return new PersonalNumber(PersonalNumber.Kind.MOBILE, mobile, start, end, true);
        }
        if (digits.matches("\\d{16,19}") && isCard(digits)) {
            boolean chinese = digits.matches("62.*|9558.*|9559.*");
            return new PersonalNumber(PersonalNumber.Kind.BANK_CARD, digits, start, end, chinese);
        }
        return null;
    }

    /**
     * Whether the place says that it is a 统一社会信用代码, and its check character agrees: one of figures
     * alone can look like a person's number.
     */
    private boolean isCreditCode(String digits, int start, int end) {
        boolean index = charAt(end) == '/' || charAt(end) == '／';
        String before = text.substring(Math.max(0, start - 12), start);
        return (index || before.contains("信用代码"))
                && IndexNumber.checkCharacter(digits.substring(0, 17)) == digits.charAt(17);
    }

    /** Luhn's check (ISO/IEC 7812-1), and a beginning that cards have. */
    private static boolean isCard(String digits) {
        boolean issued = digits.matches("62\\d{14,17}|955[89]\\d{12,15}|(4\\d|5[1-5]|35)\\d{14}");
        if (!issued) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int figure = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = figure * 2;
            sum += i % 2 == 0 ? figure : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /** The value of a figure of either width; -1 for anything else. */
    private static int figure(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= '０' && c <= '９' ? c - '０' : -1;
    }

    private static boolean isLetterOrFigure(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || figure(c) >= 0;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '－' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == '．' || c == '·';
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c == '\u00a0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u202f'
                || c == '\u205f';
    }
}
