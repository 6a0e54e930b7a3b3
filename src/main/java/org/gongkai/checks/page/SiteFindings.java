package org.gongkai.checks.page;

/** Takes what a {@link SiteCheck} found. */
@FunctionalInterface
interface SiteFindings {
    /**
     * @param page the file
     * @param link the address on the page that is to blame; null for the page as a whole
     */
    void add(String page, String link, String what, String fix);
}
