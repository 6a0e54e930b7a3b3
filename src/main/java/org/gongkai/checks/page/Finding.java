package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/**
 * One thing on a page that a check does not like.
 *
 * @param element where; null for the page as a whole
 * @param severity null where a person has to judge (需人工核对)
 */
record Finding(Rule rule, Element element, Severity severity, String what, String fix) {}
