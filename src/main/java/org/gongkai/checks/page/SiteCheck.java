package org.gongkai.checks.page;

/** A rule that the pages of a site keep together. */
interface SiteCheck {
    Rule rule();

    void check(PageCollection pages, SiteFindings findings);
}
