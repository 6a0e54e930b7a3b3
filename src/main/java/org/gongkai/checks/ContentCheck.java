package org.gongkai.checks;

import org.gongkai.model.Column;
import org.gongkai.model.Problems;

/** A rule that the content of a column keeps. */
@FunctionalInterface
public interface ContentCheck {
    void check(Column column, Problems problems);
}
