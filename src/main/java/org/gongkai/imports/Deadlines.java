package org.gongkai.imports;

import java.util.List;
import org.gongkai.model.Deadline;
import org.gongkai.sources.DeadlineGrammar;

/** Whether a wording is one of a deadline (完成时限), as the checks will read it. */
final class Deadlines {
    private static final DeadlineGrammar GRAMMAR = new DeadlineGrammar();

    /** Any year will do to see whether a wording is understood. */
    private static final int SOME_YEAR = 2000;

    private Deadlines() {}

    static boolean isRead(String text) {
        return !text.isBlank()
                && GRAMMAR.read(text, SOME_YEAR).readable()
                && !text.matches("\\s*\\d{4}\\s*年?\\s*|\\s*\\d{1,4}\\s*");
    }

    /** Several deadlines in one cell, each on a line. */
    static boolean isRead(List<String> words) {
        return isRead(
                String.join(" ", words.stream().map(Deadlines::undoubled).distinct().toList()));
    }

    /** 2023年12月底前2023年12月底前, scanned twice, once. */
    static String undoubled(String text) {
        return text.replaceFirst("^(.{4,60})\\s*\\1$", "$1");
    }

    static boolean isOngoing(String text) {
        Deadline.Kind kind = GRAMMAR.read(text, SOME_YEAR).kind();
        return kind == Deadline.Kind.ONGOING || kind == Deadline.Kind.YEAR;
    }
}
