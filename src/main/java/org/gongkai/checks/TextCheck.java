package org.gongkai.checks;

/** A rule that each text of a column keeps, wherever in it a thing stands. */
@FunctionalInterface
interface TextCheck {
    void check(ReadText text, Findings findings);
}
