package org.gongkai.sources;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 年度, as the title of a notice or task table names it: 2023年政务公开工作要点. */
public final class TitleYear {
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})\\s*年");

    /** 2023—2025年 is no year. */
    private static final Pattern YEARS =
            Pattern.compile(
                    "(?:19|20)\\d{2}\\s*年?\\s*(?:[—–~～－-]+|至|到|、|和|及)\\s*(?:19|20)\\d{2}\\s*年");

    private TitleYear() {}

    /**
     * The year; empty where the title names none, or several.
     *
     * @param title may be null
     */
    public static Optional<Integer> in(String title) {
        if (title == null || YEARS.matcher(title).find()) {
            return Optional.empty();
        }
        Set<Integer> years = new HashSet<>();
        Matcher matcher = YEAR.matcher(title);
        while (matcher.find()) {
            years.add(Integer.valueOf(matcher.group(1)));
        }
        return years.size() == 1 ? Optional.of(years.iterator().next()) : Optional.empty();
    }
}
