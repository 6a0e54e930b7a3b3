package org.gongkai.checks.page;

import java.util.List;
import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: no words are put where they are not read out. */
final class AriaNaming implements PageCheck {
    /** Elements of HTML without a role that may have no name either (ARIA in HTML). */
    private static final Set<String> PLAIN = Set.of("abbr", "cite", "kbd", "rp", "rt", "var");

    @Override
    public Rule rule() {
        return new Rule(
                "aria-naming",
                Severity.WARNING,
                "不能有名称的元素没有名称",
                "听读屏软件读网页的人",
                "WCAG 2.2 4.1.2；适老化规范 4.1",
                "请把名称写成看得见的文字，或者换成可以有名称的 role。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (String attribute : List.of("aria-label", "aria-labelledby", "aria-braillelabel")) {
            for (Element element : page.with(attribute)) {
                if (isUnnamed(element, page)) {
                    report(element, attribute, findings);
                }
            }
        }
        for (String attribute : List.of("aria-roledescription", "aria-brailleroledescription")) {
            for (Element element : page.with(attribute)) {
                String role = page.roles().of(element);
                boolean none = role.equals(Roles.NONE) || "none".equals(Roles.written(element));
                if (none || role.equals("generic")) {
                    report(element, attribute, findings);
                }
            }
        }
    }

    private static void report(Element element, String attribute, Findings findings) {
        if (!Words.isBlank(element.attr(attribute))) {
            findings.add(element, Words.quote(element) + " 上的 " + attribute + " 不会被读出来。");
        }
    }

    private static boolean isUnnamed(Element element, HtmlPage page) {
        Aria.Role role = page.roles().roleOf(element);
        boolean unnamed =
                role == null
                        ? element.normalName().contains("-") || PLAIN.contains(element.normalName())
                        : role.is("unnamed");
        return unnamed && page.isExposed(element) && !isInLeaf(element, page);
    }

    /** Whether it is within what is read out as one thing. */
    private static boolean isInLeaf(Element element, HtmlPage page) {
        for (Element each = element.parent(); each != null; each = each.parent()) {
            Aria.Role role = page.roles().roleOf(each);
            if (role != null && role.is("leaf")) {
                return true;
            }
        }
        return false;
    }
}
