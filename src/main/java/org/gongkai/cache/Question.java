package org.gongkai.cache;

import java.util.Comparator;

/**
 * What was asked while a page was made. The page depends on the answers, and on nothing else.
 *
 * @param key of an entry of a {@link AskedMap}; empty for all of the value
 */
public record Question(Kind kind, String name, String key) implements Comparable<Question> {
    private static final Comparator<Question> ORDER =
            Comparator.comparing(Question::kind)
                    .thenComparing(Question::name)
                    .thenComparing(Question::key);

    /** What it is about. */
    public enum Kind {
        /** A value that a template sees. */
        VALUE,
        /** One entry of a map that a template sees. */
        ENTRY,
        /** A template. */
        TEMPLATE,
        /** A published file that a check looks into. */
        FILE
    }

    @Override
    public int compareTo(Question other) {
        return ORDER.compare(this, other);
    }
}
