package org.gongkai.sources;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Deadline;

/**
 * Reads 完成时限 as counties word it: 全年, 2023年12月底前, 8月31日前, 长期坚持, 10个工作日内, 每年至少1次. A wording that is
 * not understood as a whole is kept as issued, without a day.
 */
public final class DeadlineGrammar {
    /** Longer than any deadline that a county words; patterns need not be tried on more. */
    private static final int MAX_LENGTH = 200;

    private static final String BEFORE = "(?:之?以?前(?:全部)?(?:完成|落实|到位|建成|报送|公开|公布)?|完成|止|内(?:完成)?)?";
    private static final String LEAD = "(?:于|在|截至|截止到?|到|至|力争|原则上|确保)?";
    private static final Pattern DAY =
            Pattern.compile(
                    LEAD + "(?:([12]\\d{3})[年.\\-/])?(\\d{1,2})[月.\\-/](\\d{1,2})[日号]?" + BEFORE);
    private static final Pattern MONTH =
            Pattern.compile(
                    LEAD + "(?:([12]\\d{3})[年.\\-/])?(\\d{1,2})月?份?(上旬|中旬|下旬|底|末)?" + BEFORE);
    private static final Pattern QUARTER =
            Pattern.compile(
                    LEAD + "(?:([12]\\d{3})年)?(?:第?([一二三四1-4])季度|([上下])半年)(?:底|末)?" + BEFORE);
    private static final Pattern YEAR_END =
            Pattern.compile(
                    LEAD
                            + "(?:([12]\\d{3})年)?(?:本年度?|当年|今年)?(?:年年?(?:底|末|终)|年?底|年末|年内|内)"
                            + BEFORE);
    private static final Pattern WHOLE_YEAR =
            Pattern.compile("(?:([12]\\d{3})年?)?(?:全年|年度|本年度|全年度)?(?:持续)?(?:推进|落实|坚持|开展|实施)?");
    private static final Pattern QUOTA =
            Pattern.compile(
                    "(?:([12]\\d{3})年|每年|全年|年内|本年|当年)?度?(?:(?:至少|不少于|不得少于)?(?:召开|开展|组织|举办|发布)?|(?:召开|开展|组织|举办|发布)(?:至少|不少于|不得少于)?)"
                            + "\\d+(?:次|场|期|篇|件|批)(?:以上)?");
    private static final Pattern ONGOING =
            Pattern.compile(
                    "(?:并)?(?:长期|常年|持续|常态化?|经常性?|日常|随时|及时|适时|立即|即时|即日起|每(?:日|天|周|月|季度|季|半年|年)(?:至少)?(?:\\d+次)?)"
                            + "(?:底|末|初)?(?:长期|持续|常态化?)?(?:性)?(?:坚持|推进|落实|开展|实施|进行|更新|公开|工作|任务|抓好)*");
    private static final Pattern RELATIVE =
            Pattern.compile(
                    ".{0,30}?(?:\\d+|半)个?(?:工作日|自然日|日|天|周|月|小时|年)(?:之?内|以内|后|前)(?:完成|公开|公布|办结|答复)?");

    /** Counted by the calendar, not from an event. */
    private static final Pattern CALENDAR = Pattern.compile(".*?(?:\\d{4}年|\\d{1,2}日)(?:之?以?前)?");

    private static final Pattern NAMED_YEAR = Pattern.compile("(?<!\\d)([12]\\d{3})(?=[年.\\-/])");
    private static final Pattern EVERY_MONTH =
            Pattern.compile("每(?:月|季度|季|半年)(?:\\d{1,2}日|底|末|初)" + BEFORE);
    private static final Pattern EVERY_YEAR = Pattern.compile("每年(?=\\d{1,2}月|年?底|年末)");
    private static final Pattern RANGE =
            Pattern.compile("(.+?)(?:—+|–|~|～|-(?!\\d{1,2}-)|至|到)(.+)");
    private static final Pattern DAY_IN_MONTH = Pattern.compile("(\\d{1,2}月)\\d{1,2}[日号]?$");
    private static final Pattern SEPARATOR = Pattern.compile("[;,、。]|并(?=长期|持续)");
    private static final Pattern CHINESE_NUMBER = Pattern.compile("[〇零一二三四五六七八九十]+(?=年|月|日|号|个|次)");

    /**
     * @param text as issued; may be null or empty
     * @param year the year of a day that names none: of the table, else of its title, else of the
     *     notice's title, else of its 成文日期
     */
    public Deadline read(String text, int year) {
        if (text == null || text.isBlank()) {
            return Deadline.NONE;
        }
        if (text.length() > MAX_LENGTH) {
            return unreadable(text);
        }
        Optional<List<Part>> parts = parts(plain(text), year);
        if (parts.isEmpty() && text.strip().matches("(?s).*\\s.*")) {
            // Two deadlines in one cell, apart by no more than a space or a line break.
            parts = parts(plain(text.strip().replaceAll("\\s+", "；")), year);
        }
        return parts.map(found -> combined(text, found)).orElseGet(() -> unreadable(text));
    }

    private static Optional<List<Part>> parts(String plain, int year) {
        List<Part> parts = new ArrayList<>();
        int of = year;
        for (String piece : SEPARATOR.split(plain)) {
            if (piece.isEmpty()) {
                continue;
            }
            Optional<Part> part = part(piece, of);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
            // 2023年6月底前、12月底前: the year holds for both.
            Matcher named = NAMED_YEAR.matcher(piece);
            while (named.find()) {
                of = Integer.parseInt(named.group(1));
            }
        }
        return Optional.of(parts);
    }

    /** Of several days the last one ends the task; those before it are kept. */
    private static Deadline combined(String text, List<Part> parts) {
        List<LocalDate> dates =
                new ArrayList<>(
                        parts.stream()
                                .filter(part -> part.kind == Deadline.Kind.DATE)
                                .map(Part::date)
                                .distinct()
                                .toList());
        if (!dates.isEmpty()) {
            LocalDate last = Collections.max(dates);
            dates.remove(last);
            Collections.sort(dates);
            return new Deadline(text, last, Deadline.Kind.DATE, dates, true);
        }
        for (Deadline.Kind kind :
                List.of(Deadline.Kind.YEAR, Deadline.Kind.ONGOING, Deadline.Kind.RELATIVE)) {
            List<Part> such = parts.stream().filter(part -> part.kind == kind).toList();
            if (!such.isEmpty()) {
                LocalDate last =
                        such.stream()
                                .map(Part::date)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null);
                return new Deadline(text, last, kind, List.of(), true);
            }
        }
        return unreadable(text);
    }

    private static Deadline unreadable(String text) {
        return new Deadline(text, null, Deadline.Kind.NONE, List.of(), false);
    }

    private record Part(Deadline.Kind kind, LocalDate date) {}

    private static Optional<Part> part(String piece, int year) {
        int of = year;
        String text = piece;
        if (EVERY_MONTH.matcher(text).matches()) {
            return Optional.of(new Part(Deadline.Kind.ONGOING, null));
        }
        if (EVERY_YEAR.matcher(text).lookingAt()) {
            text = text.substring(2);
        }
        if (text.startsWith("次年") || text.startsWith("明年")) {
            of = year + 1;
            text = text.substring(2);
        } else if (text.matches("(?:本年|当年|今年)\\d.*")) {
            text = text.substring(2);
        }
        Matcher matcher = DAY.matcher(text);
        if (matcher.matches()) {
            return day(year(matcher, of), number(matcher, 2), number(matcher, 3))
                    .map(DeadlineGrammar::on);
        }
        matcher = MONTH.matcher(text);
        if (matcher.matches() && (text.contains("月") || matcher.group(1) != null)) {
            return month(year(matcher, of), number(matcher, 2), matcher.group(3));
        }
        matcher = QUARTER.matcher(text);
        if (matcher.matches()) {
            return Optional.of(on(quarterEnd(matcher, year(matcher, of))));
        }
        matcher = QUOTA.matcher(text);
        if (matcher.matches()) {
            return Optional.of(new Part(Deadline.Kind.YEAR, yearEnd(year(matcher, of))));
        }
        matcher = YEAR_END.matcher(text);
        if (matcher.matches()) {
            return Optional.of(on(yearEnd(year(matcher, of))));
        }
        matcher = WHOLE_YEAR.matcher(text);
        if (matcher.matches() && (matcher.group(1) != null || text.contains("年"))) {
            return Optional.of(new Part(Deadline.Kind.YEAR, yearEnd(year(matcher, of))));
        }
        if (ONGOING.matcher(text).matches()) {
            return Optional.of(new Part(Deadline.Kind.ONGOING, null));
        }
        if (RELATIVE.matcher(text).matches() && !CALENDAR.matcher(text).matches()) {
            return Optional.of(new Part(Deadline.Kind.RELATIVE, null));
        }
        return range(text, of);
    }

    /** 3月至12月: due at its end. */
    private static Optional<Part> range(String text, int year) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        Matcher ownYear = Pattern.compile("^([12]\\d{3})年.*").matcher(from);
        int of = ownYear.matches() ? Integer.parseInt(ownYear.group(1)) : year;
        from = from.matches("\\d{1,2}") ? from + "月" : from;
        Matcher day = DAY_IN_MONTH.matcher(from);
        to = day.find() && to.matches("\\d{1,2}[日号].*") ? day.group(1) + to : to;
        Optional<Part> start = part(from, of);
        Optional<Part> end = part(to, of);
        return start.isPresent() && end.isPresent() && end.get().kind == Deadline.Kind.DATE
                ? end
                : Optional.empty();
    }

    private static Part on(LocalDate date) {
        return new Part(Deadline.Kind.DATE, date);
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        boolean real =
                month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth();
        return real ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static Optional<Part> month(int year, int month, String part) {
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        YearMonth whole = YearMonth.of(year, month);
        LocalDate last =
                switch (part == null ? "" : part) {
                    case "上旬" -> whole.atDay(10);
                    case "中旬" -> whole.atDay(20);
                    default -> whole.atEndOfMonth();
                };
        return Optional.of(on(last));
    }

    private static LocalDate quarterEnd(Matcher matcher, int year) {
        if (matcher.group(3) != null) {
            return YearMonth.of(year, matcher.group(3).equals("上") ? 6 : 12).atEndOfMonth();
        }
        String quarter = matcher.group(2);
        int number =
                "一二三四".indexOf(quarter) >= 0
                        ? "一二三四".indexOf(quarter) + 1
                        : Integer.parseInt(quarter);
        return YearMonth.of(year, number * 3).atEndOfMonth();
    }

    private static LocalDate yearEnd(int year) {
        return LocalDate.of(year, 12, 31);
    }

    private static int year(Matcher matcher, int otherwise) {
        return matcher.group(1) == null ? otherwise : Integer.parseInt(matcher.group(1));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Half-width, without spaces, Chinese numbers as figures, and no full stop at the end. */
    private static String plain(String text) {
        String narrow =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\u3000]+", "")
                        .replaceAll("[（(].*?[)）]", "");
        Matcher matcher = CHINESE_NUMBER.matcher(narrow);
        StringBuilder plain = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(plain, figures(matcher.group()));
        }
        return matcher.appendTail(plain).toString();
    }

    private static String figures(String chinese) {
        String digits = "零一二三四五六七八九";
        if (chinese.indexOf('十') < 0) {
            StringBuilder figures = new StringBuilder();
            chinese.replace('〇', '零').chars().forEach(c -> figures.append(digits.indexOf(c)));
            return figures.toString();
        }
        int ten = chinese.indexOf('十');
        int tens = ten == 0 ? 1 : Math.max(0, digits.indexOf(chinese.charAt(ten - 1)));
        int ones =
                ten == chinese.length() - 1
                        ? 0
                        : Math.max(0, digits.indexOf(chinese.charAt(ten + 1)));
        return String.valueOf(tens * 10 + ones);
    }
}
