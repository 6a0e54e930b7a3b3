package org.gongkai.checks.page;

import org.gongkai.model.Severity;

/**
 * What a page check stands for.
 *
 * @param id such as {@code link-name}; site.yml and the problems name the check by it
 * @param severity what a finding is, unless site.yml lowers it
 * @param name what is required, in a few words
 * @param audience 为了谁: who is helped
 * @param clause 依据: WCAG 2.2 or a rule for government sites
 * @param fix what to do, a whole sentence; a finding may have a better one
 */
public record Rule(
        String id, Severity severity, String name, String audience, String clause, String fix) {}
