package org.gongkai.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a date as notices write it: 2023 年 9 月 13 日, 二〇二三年九月十三日, 2023-09-13. */
final class ChineseDate {
    private static final Pattern FIGURES =
            Pattern.compile("(\\d{4})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern CHARACTERS =
            Pattern.compile("([〇○零Oo一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");
    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseDate() {}

    /** The whole text as a date, with a time behind it or none. */
    static Optional<LocalDate> read(String text) {
        String plain = Wording.tidy(text).replaceFirst("\\s*\\d{1,2}:\\d{2}(?::\\d{2})?$", "");
        Matcher figures = FIGURES.matcher(plain);
        if (figures.matches()) {
            return date(figures.group(1), figures.group(2), figures.group(3));
        }
        Matcher characters = CHARACTERS.matcher(plain.replaceAll("\\s", ""));
        return characters.matches()
                ? date(
                        year(characters.group(1)),
                        number(characters.group(2)),
                        number(characters.group(3)))
                : Optional.empty();
    }

    /** The date at the end of a line, such as that of a signature. */
    static Optional<LocalDate> atEnd(String text) {
        String plain = Wording.tidy(text);
        Matcher matcher = Pattern.compile("(?:" + FIGURES + "|" + CHARACTERS + ")$").matcher(plain);
        return matcher.find() && plain.substring(matcher.start()).indexOf('日') > 0
                ? read(plain.substring(matcher.start()))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String year(String characters) {
        StringBuilder year = new StringBuilder();
        for (char c : characters.replaceAll("[○零Oo]", "〇").toCharArray()) {
            year.append(DIGITS.indexOf(c));
        }
        return year.toString();
    }

    private static String number(String characters) {
        int ten = characters.indexOf('十');
        if (ten < 0) {
            return characters.length() == 1 ? String.valueOf(DIGITS.indexOf(characters)) : "0";
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(characters.charAt(0));
        int ones = ten == characters.length() - 1 ? 0 : DIGITS.indexOf(characters.charAt(ten + 1));
        return String.valueOf(tens * 10 + ones);
    }
}
