package org.gongkai.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.gongkai.model.Column;
import org.gongkai.model.Place;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Waiver;

/** What text checks found, less what a waiver (豁免) lets stand; many threads may report to it. */
final class Findings {
    private static final String ASK = "确需保留的，经批准后写进 content/waivers.yml。";

    private final Column column;
    private final Problems problems;
    private final Map<String, List<Waiver>> byFile = new HashMap<>();
    private final Set<Waiver> used = ConcurrentHashMap.newKeySet();
    private final Set<String> files = ConcurrentHashMap.newKeySet();

    /**
     * One thing found.
     *
     * @param check its id
     * @param waivable what a waiver calls it, such as 手机号
     */
    record Finding(
            String check,
            String waivable,
            Severity severity,
            Place place,
            String what,
            String fix) {}

    Findings(Column column, Problems problems) {
        this.column = column;
        this.problems = problems;
        for (Waiver waiver : column.waivers()) {
            byFile.computeIfAbsent(waiver.file(), file -> new ArrayList<>()).add(waiver);
        }
    }

    /**
     * @param covers whether what a waiver names is this
     */
    void report(Finding finding, Predicate<String> covers) {
        files.add(finding.place().file());
        Waiver over = null;
        for (Waiver waiver : byFile.getOrDefault(finding.place().file(), List.of())) {
            if (waiver.check().equals(finding.waivable()) && covers.test(waiver.content())) {
                used.add(waiver);
                if (!waiver.until().isBefore(column.site().asOf())) {
                    return;
                }
                over = waiver;
            }
        }
        if (over == null) {
            add(finding, finding.severity(), finding.what(), finding.fix() + ASK);
        } else {
            // That a day has gone by must not keep the whole column from being published.
            add(
                    finding,
                    Severity.WARNING,
                    finding.what() + "豁免已于 " + over.until() + " 到期（" + over.at().text() + "），不再有效。",
                    finding.fix() + "仍需保留的，请重新批准，并改写截止日期。");
        }
    }

    /** Reports what no waiver can let stand. */
    void report(String check, Severity severity, Place place, String what, String fix) {
        files.add(place.file());
        problems.add(new Problem(check, severity, place.file(), place.line(), what, fix));
    }

    private void add(Finding finding, Severity severity, String what, String fix) {
        report(finding.check(), severity, finding.place(), what, fix);
    }

    /** Whether anything was found in a file, even if a waiver lets it stand. */
    boolean hasAnyIn(String file) {
        return files.contains(file);
    }

    void reportUnusedWaivers() {
        for (Waiver waiver : column.waivers()) {
            if (!used.contains(waiver)) {
                problems.warning(
                        "waiver-unused",
                        waiver.at(),
                        waiver.file()
                                + " 里没有发现"
                                + waiver.check()
                                + "“"
                                + waiver.content()
                                + "”，这项豁免没有用到。",
                        "请核对文件和内容；不再需要的请删去这一项。");
            }
        }
    }
}
