package org.gongkai.model;

import java.util.Comparator;

/**
 * One thing that an editor should mend, said in Chinese.
 *
 * @param check the id of the rule, such as {@code document-date}
 * @param file the file, relative to the column's folder, with forward slashes
 * @param line the line in that file, from 1
 * @param what what is wrong, a whole sentence
 * @param fix what to type instead, a whole sentence
 */
public record Problem(
        String check, Severity severity, String file, int line, String what, String fix)
        implements Comparable<Problem> {
    public Problem {
        // Whatever a rule quotes, what it says may be kept in a log that many can read.
        file = PersonalNumbers.masked(file);
        what = PersonalNumbers.masked(what);
        fix = PersonalNumbers.masked(fix);
    }

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::file)
                    .thenComparingInt(Problem::line)
                    .thenComparing(Problem::severity)
                    .thenComparing(Problem::check)
                    .thenComparing(Problem::what);

    /** The one line that an editor reads. */
    public String text() {
        String line = file + ":" + this.line + ": " + severity.label() + " " + what + fix;
        return oneLine(line) + "[" + check + "]";
    }

    /**
     * What an editor typed may hold line breaks and control characters; a problem stays one line.
     */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
