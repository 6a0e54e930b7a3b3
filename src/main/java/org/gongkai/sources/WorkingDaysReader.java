package org.gongkai.sources;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.WorkingDays;

/**
 * Reads a calendar of working days; a later file's year wins over the same year of an earlier one.
 */
final class WorkingDaysReader {
    private static final Schema SCHEMA = Schema.of("workdays");

    private final Problems problems;
    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> daysOff = new HashSet<>();
    private final Set<LocalDate> workWeekends = new HashSet<>();

    WorkingDaysReader(Problems problems) {
        this.problems = problems;
    }

    WorkingDaysReader add(SourceFile source) {
        Fields.read(source, SCHEMA.allKeys(), problems)
                .ifPresent(
                        fields -> {
                            fields.rejectUnknown(SCHEMA.keys(), Severity.ERROR);
                            fields.list("年份").forEach(this::addYear);
                        });
        return this;
    }

    private void addYear(Fields fields) {
        fields.rejectUnknown(SCHEMA.at("年份").keys(), Severity.ERROR);
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
