package org.gongkai.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds {@link PersonalNumber}s in a text, however they are written: in full-width figures, cut by
 * spaces or hyphens, with marks between them that nobody sees.
 */
public final class PersonalNumbers {
    private static final int SHORTEST = 11;

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
    private final List<PersonalNumber> found = new ArrayList<>();

    /** Figures in a row, and where they stand. */
    private record Group(String digits, int start, int end) {}

    private PersonalNumbers(String text) {
        this.text = text;
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
        int end = start;
        int figures = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (figure(c) >= 0) {
                figures++;
                end = i;
            } else if (!isUnseen(c) && !(isJoint(c) && i == end + 1)) {
                break;
            }
        }
        if (figures >= SHORTEST) {
            judge(groups(start, end + 1));
        }
        return end;
    }

    private List<Group> groups(int start, int end) {
        List<Group> groups = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        int from = start;
        int last = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (figure(c) >= 0) {
                if (digits.isEmpty()) {
                    from = i;
                }
                digits.append((char) ('0' + figure(c)));
                last = i + 1;
            } else if (isJoint(c) && !digits.isEmpty()) {
                groups.add(new Group(digits.toString(), from, last));
                digits.setLength(0);
            }
        }
        if (end < text.length() && isCheckLetter(end)) {
            digits.append('X');
            last = end + 1;
        }
        groups.add(new Group(digits.toString(), from, last));
        return groups;
    }

    /** An X behind the figures that begins no word. */
    private boolean isCheckLetter(int at) {
        boolean letter = "XxＸｘ".indexOf(text.charAt(at)) >= 0;
        return letter && (at + 1 == text.length() || !isLetterOrFigure(text.charAt(at + 1)));
    }

    private void judge(List<Group> groups) {
        PersonalNumber[] of = new PersonalNumber[groups.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = alone(groups.get(i));
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
        PersonalNumber previous = null;
        for (int i = 0; i < of.length; i++) {
            if (of[i] != null && of[i] != previous && !standsInARow(groups, of, i)) {
                found.add(of[i]);
            }
            previous = of[i];
        }
    }

    private PersonalNumber joined(List<Group> groups, PersonalNumber[] of, int at, int[] layout) {
        if (at + layout.length > of.length) {
            return null;
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < layout.length; i++) {
            Group group = groups.get(at + i);
            if (of[at + i] != null || group.digits().length() != layout[i]) {
                return null;
            }
            digits.append(group.digits());
        }
        // A count and a day, such as 150-20230913, are cut like some mobile numbers.
        if (layout.length == 2 && layout[1] == 8) {
            Group second = groups.get(at + 1);
            if (isSpace(text.charAt(second.start() - 1)) || second.digits().matches("(19|20).*")) {
                return null;
            }
        }
        int end = groups.get(at + layout.length - 1).end();
        return number(digits.toString(), groups.get(at).start(), end);
    }

    /** Numbers in a table's row, with spaces between them, can look like groups of one number. */
    private static boolean standsInARow(List<Group> groups, PersonalNumber[] of, int at) {
        int next = at + 1;
        while (next < of.length && of[next] == of[at]) {
            next++;
        }
        if (next == at + 1) {
            return false;
        }
        boolean before = at > 0 && of[at - 1] == null && isShort(groups.get(at - 1));
        boolean after = next < of.length && of[next] == null && isShort(groups.get(next));
        return before || after;
    }

    private static boolean isShort(Group group) {
        return group.digits().length() <= 4 && !group.digits().matches("0?0?86");
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

    /** What may stand between two groups of one number. */
    private static boolean isJoint(char c) {
        return isSpace(c) || c == '-' || c == '－' || (c >= '\u2010' && c <= '\u2015');
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c == '\u00a0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u202f';
    }

    private static boolean isUnseen(char c) {
        return c == '\u00ad' || (c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\ufeff';
    }
}
