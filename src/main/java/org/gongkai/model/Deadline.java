package org.gongkai.model;

import java.time.LocalDate;
import java.util.List;

/**
 * 完成时限: when a task is due.
 *
 * @param text the wording as issued; null where there is none
 * @param date the last day, inclusive; null where the wording names none
 * @param earlier days before it that the same wording names
 * @param readable whether the wording was understood
 */
public record Deadline(
        String text, LocalDate date, Kind kind, List<LocalDate> earlier, boolean readable) {
    /** What sort of deadline the wording gives. */
    public enum Kind {
        /** A day. */
        DATE,
        /** 全年: all through the year; never overdue before its last day. */
        YEAR,
        /** 长期坚持: without an end. */
        ONGOING,
        /** So long after some event; no day until that is known. */
        RELATIVE,
        /** None given, or not readable. */
        NONE
    }

    /** No deadline was issued: 未定. */
    public static final Deadline NONE = new Deadline(null, null, Kind.NONE, List.of(), true);

    public Deadline {
        earlier = List.copyOf(earlier);
    }
}
