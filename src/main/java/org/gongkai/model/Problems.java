package org.gongkai.model;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Collects the problems of a run, sorted and each once; many threads may add to it. */
public final class Problems {
    private final Set<Problem> all = new ConcurrentSkipListSet<>();

    public void add(Problem problem) {
        all.add(problem);
    }

    public void error(String check, Place place, String what, String fix) {
        add(new Problem(check, Severity.ERROR, place.file(), place.line(), what, fix));
    }

    public void warning(String check, Place place, String what, String fix) {
        add(new Problem(check, Severity.WARNING, place.file(), place.line(), what, fix));
    }

    /** Makes warnings of a file's errors: what is not published can't publish anything wrong. */
    public void soften(String file) {
        for (Problem problem : sorted()) {
            if (problem.file().equals(PersonalNumbers.masked(file))
                    && problem.severity() == Severity.ERROR) {
                all.remove(problem);
                warning(
                        problem.check(),
                        new Place(file, problem.line()),
                        problem.what(),
                        problem.fix());
            }
        }
    }

    /** All problems so far, by file and line. */
    public List<Problem> sorted() {
        return List.copyOf(all);
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public long count(Severity severity) {
        return all.stream().filter(problem -> problem.severity() == severity).count();
    }
}
