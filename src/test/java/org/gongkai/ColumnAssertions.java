package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a build says of a column, word for word, and whether it publishes it all the same. */
final class ColumnAssertions {
    private ColumnAssertions() {}

    /** Builds the column, and expects these problems, no others, and no site. */
    static void assertRefused(TinyColumn column, String... problems) {
        column.build();
        assertEquals(String.join("\n", problems), String.join("\n", column.problems()));
        assertFalse(column.published());
    }

    /** Builds the column, and expects these problems, no others, and a site. */
    static void assertWarned(TinyColumn column, String... problems) {
        column.build();
        assertEquals(String.join("\n", problems), String.join("\n", column.problems()));
        assertTrue(column.published());
    }
}
