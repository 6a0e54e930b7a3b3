package org.gongkai.checks.page;

/** A rule that every HTML page keeps, whoever made it. */
public interface PageCheck {
    Rule rule();

    void check(HtmlPage page, Findings findings);
}
