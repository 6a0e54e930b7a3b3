package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** What the checks found on one page. */
public final class Findings {
    private final List<Finding> all = new ArrayList<>();
    private Rule rule;

    /** Whose findings the next ones are. */
    void of(Rule rule) {
        this.rule = rule;
    }

    List<Finding> all() {
        return all;
    }

    /**
     * Adds a finding with the rule's own remedy.
     *
     * @param element where; null for the page as a whole
     * @param what what is wrong, a whole sentence
     */
    public void add(Element element, String what) {
        add(element, what, rule.fix());
    }

    public void add(Element element, String what, String fix) {
        all.add(new Finding(rule, element, rule.severity(), what, fix));
    }

    /** Adds a finding that never fails a build. */
    public void warn(Element element, String what, String fix) {
        all.add(new Finding(rule, element, Severity.WARNING, what, fix));
    }

    /** Adds what only a person can judge (需人工核对). */
    public void review(Element element, String what, String fix) {
        all.add(new Finding(rule, element, null, what, fix));
    }
}
