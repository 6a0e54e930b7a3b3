package org.gongkai.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * 工作日: the working days of the years whose calendar the State Council has announced.
 *
 * @param years the years that are known
 * @param daysOff weekdays that are off
 * @param workWeekends Saturdays and Sundays that are worked
 */
public record WorkingDays(Set<Integer> years, Set<LocalDate> daysOff, Set<LocalDate> workWeekends) {
    public WorkingDays {
        years = Set.copyOf(years);
        daysOff = Set.copyOf(daysOff);
        workWeekends = Set.copyOf(workWeekends);
    }

    /**
     * The last day of a term of so many working days; the first day counted is the one after the
     * start.
     *
     * @return empty where the term reaches into a year whose calendar is not known
     */
    public Optional<LocalDate> after(LocalDate start, int days) {
        LocalDate day = start;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (!years.contains(day.getYear())) {
                return Optional.empty();
            }
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return Optional.of(day);
    }

    private boolean isWorkingDay(LocalDate day) {
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workWeekends.contains(day) : !daysOff.contains(day);
    }
}
