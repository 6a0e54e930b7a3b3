package org.gongkai.model;

import java.time.LocalDate;
import java.time.Period;

/**
 * 更新期限: how long something may go without anything new.
 *
 * @param wording as typed, such as 6个月
 */
public record UpdateTerm(Period period, String wording) {
    /** The last day on which something new is in time, after something was new that day. */
    public LocalDate last(LocalDate newest) {
        return newest.plus(period);
    }
}
