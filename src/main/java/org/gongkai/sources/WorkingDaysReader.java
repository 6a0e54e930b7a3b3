package org.gongkai.sources;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.WorkingDays;

/**
 * Reads a calendar of working days; a later file's year wins over the same year of an earlier one.
 */
final class WorkingDaysReader {
    private static final List<String> KEYS = List.of("年份");
    private static final List<String> YEAR_KEYS = List.of("年", "依据", "放假", "补班");

    private final Problems problems;
    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> daysOff = new HashSet<>();
    private final Set<LocalDate> workWeekends = new HashSet<>();

    WorkingDaysReader(Problems problems) {
        this.problems = problems;
    }

    WorkingDaysReader add(SourceFile source) {
        Fields.read(source, Set.of("年份", "年", "依据", "放假", "补班"), problems)
                .ifPresent(
                        fields -> {
                            fields.rejectUnknown(KEYS, Severity.ERROR);
                            fields.list("年份").forEach(this::addYear);
                        });
        return this;
    }

    private void addYear(Fields fields) {
        fields.rejectUnknown(YEAR_KEYS, Severity.ERROR);
        Integer year = fields.number("年");
        if (year == null) {
            return;
        }
        years.add(year);
        daysOff.removeIf(day -> day.getYear() == year);
        workWeekends.removeIf(day -> day.getYear() == year);
        addDays(fields, "放假", year, daysOff);
        addDays(fields, "补班", year, workWeekends);
    }

    private void addDays(Fields fields, String key, int year, Set<LocalDate> days) {
        for (String text : fields.texts(key)) {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() == year) {
                    days.add(day);
                    continue;
                }
            } catch (DateTimeParseException e) {
                // Reported below.
            }
            problems.error(
                    "workdays",
                    fields.at(key),
                    "“" + text + "”不是 " + year + " 年的日期。",
                    "请写成 YYYY-MM-DD，例如 " + year + "-10-01。");
        }
    }

    WorkingDays workingDays() {
        return new WorkingDays(years, daysOff, workWeekends);
    }
}
