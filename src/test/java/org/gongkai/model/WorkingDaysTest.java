package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tyme.holiday.LegalHoliday;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.SiteBuild;
import org.gongkai.TinyColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # start    | days | due        | what is special
                    2023-09-13 | 10   | 2023-09-27 | nothing
                    2023-09-13 | 20   | 2023-10-17 | National Day and two worked weekends
                    2023-09-22 | 10   | 2023-10-12 | across National Day
                    2023-01-16 | 10   | 2023-02-02 | Spring Festival and a worked weekend
                    2023-12-25 | 10   | 2024-01-09 | change of year
                    2021-06-28 | 20   | 2021-07-26 | nothing
                    2023-08-14 | 20   | 2023-09-11 | nothing
                    2026-02-06 | 20   | 2026-03-12 | a Spring Festival of nine days
                    2026-09-18 | 10   | 2026-10-09 | two festivals and a worked Sunday
                    """)
    void endsATermWhereTheOfficialCalendarDoes(
            LocalDate start, int days, LocalDate due, String special) throws IOException {
        assertEquals(Optional.of(due), calendar("").after(start, days), special);
    }

    @ParameterizedTest
    @ValueSource(ints = {2020, 2021, 2022, 2023, 2024, 2025, 2026})
    void knowsEveryDayOfTheYearsThatWereAnnounced(int year) throws IOException {
        WorkingDays calendar = calendar("");
        LocalDate first = LocalDate.of(year, 1, 1);
        List<LocalDate> wrong =
                first.datesUntil(first.plusYears(1))
                        .filter(day -> isWorkedIn(calendar, day) != isWorkedByLaw(day))
                        .toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void saysNothingOfYearsThatNobodyAnnounced() throws IOException {
        WorkingDays calendar = calendar("");
        assertEquals(Set.of(2020, 2021, 2022, 2023, 2024, 2025, 2026), calendar.years());
        assertEquals(Optional.empty(), calendar.after(LocalDate.of(2026, 12, 25), 10));
        assertEquals(Optional.empty(), calendar.after(LocalDate.of(2019, 6, 3), 1));
        assertEquals(
                Optional.of(LocalDate.of(2020, 1, 2)),
                calendar.after(LocalDate.of(2019, 12, 31), 1));
    }

    @Test
    void learnsAYearFromTheColumn() throws IOException {
        WorkingDays calendar =
                calendar(
                        """
                        年份:
                          - 年: 2027
                            放假: [2027-01-01]
                            补班: [2027-01-03]
                        """);
        assertEquals(
                Optional.of(LocalDate.of(2027, 1, 3)),
                calendar.after(LocalDate.of(2026, 12, 31), 1));
        assertEquals(
                Optional.of(LocalDate.of(2023, 10, 17)),
                calendar.after(LocalDate.of(2023, 9, 13), 20));
    }

    @Test
    void takesTheColumnsWordForAYearThatItRewrites() throws IOException {
        WorkingDays calendar = calendar("年份: [{年: 2023, 放假: [2023-09-14]}]\n");
        assertEquals(
                Optional.of(LocalDate.of(2023, 9, 15)),
                calendar.after(LocalDate.of(2023, 9, 13), 1));
        assertEquals(
                Optional.of(LocalDate.of(2023, 10, 2)),
                calendar.after(LocalDate.of(2023, 9, 29), 1));
    }

    private WorkingDays calendar(String own) throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice();
        if (!own.isEmpty()) {
            column.with("content/workdays.yml", own);
        }
        LocalDate asOf = LocalDate.of(2023, 10, 1);
        Problems problems = new Problems();
        WorkingDays calendar =
                new SiteBuild(TinyColumn.GENERATOR, column.root(), asOf, false, false)
                        .check(problems)
                        .workingDays();
        assertEquals(List.of(), problems.sorted());
        return calendar;
    }

    private static boolean isWorkedIn(WorkingDays calendar, LocalDate day) {
        return calendar.after(day.minusDays(1), 1).equals(Optional.of(day));
    }

    private static boolean isWorkedByLaw(LocalDate day) {
        LegalHoliday holiday =
                LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return holiday == null
                ? day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                : holiday.isWork();
    }
}
