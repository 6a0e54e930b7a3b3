package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: a list has items, a table has rows, as their roles promise. */
final class AriaChildren implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "aria-children",
                Severity.ERROR,
                "role 的下级齐全",
                "听读屏软件读网页的人",
                "WCAG 2.2 1.3.1、4.1.2；适老化规范 4.1",
                "请让它里面只有相配的 role，或者改用相应的 HTML 标签。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("role")) {
            String explicit = page.roles().explicit(element);
            Aria.Role role = explicit == null ? null : Aria.role(explicit);
            if (role == null
                    || role.owned().isEmpty()
                    || !page.isExposed(element)
                    || element.normalName().equals("input")) {
                continue;
            }
            List<Element> owned = owned(element, page);
            if (owned.isEmpty() && !HtmlPage.word(element, "aria-busy").equals("true")) {
                reportEmpty(element, role, findings);
            }
            for (Element child : owned) {
                String childRole = page.roles().of(child);
                if (!isFitting(childRole, role.owned())
                        || hasMisfit(child, childRole, role, page)) {
                    findings.add(
                            element,
                            "role“"
                                    + role.name()
                                    + "”里面不能有 "
                                    + Words.quote(child)
                                    + (childRole.isEmpty() ? "" : "（" + childRole + "）")
                                    + "。",
                            "里面可以有："
                                    + String.join("、", new java.util.TreeSet<>(role.owned()))
                                    + "。");
                    break;
                }
            }
        }
    }

    /** What is quite empty may be filled by a script, but words alone are no items. */
    private void reportEmpty(Element element, Aria.Role role, Findings findings) {
        String what = "role“" + role.name() + "”里面没有它应有的内容。";
        if (!Words.isBlank(element.wholeText())
                || role.name().equals("row")
                || role.name().equals("suggestion")) {
            findings.add(element, what);
        } else {
            findings.review(element, what, rule().fix());
        }
    }

    /** Whether a group within a list, menu or tree holds what does not belong there. */
    private static boolean hasMisfit(Element group, String role, Aria.Role around, HtmlPage page) {
        return role.equals("group")
                && owned(group, page).stream()
                        .anyMatch(
                                child ->
                                        !isFitting(page.roles().of(child), around.owned())
                                                || hasMisfit(
                                                        child,
                                                        page.roles().of(child),
                                                        around,
                                                        page));
    }

    private static boolean isFitting(String role, Set<String> owned) {
        return owned.contains(role)
                || (role.equals("doc-biblioentry") && owned.contains("listitem"));
    }

    /** What stands below it for assistive technology: what means nothing is seen through. */
    static List<Element> owned(Element element, HtmlPage page) {
        List<Element> owned = new ArrayList<>();
        collect(element, page, owned);
        for (Element other : page.referenced(element, "aria-owns")) {
            if (page.isExposed(other)) {
                add(other, page, owned);
            }
        }
        return owned;
    }

    private static void collect(Element element, HtmlPage page, List<Element> owned) {
        for (Element child : element.children()) {
            if (page.isExposed(child)) {
                add(child, page, owned);
            }
        }
    }

    private static void add(Element child, HtmlPage page, List<Element> owned) {
        String role = page.roles().of(child);
        boolean transparent =
                role.isEmpty()
                        || role.equals("generic")
                        || role.equals(Roles.NONE)
                        || role.equals("presentation");
        if (transparent && !page.roles().isConflicting(child)) {
            collect(child, page, owned);
        } else {
            owned.add(child);
        }
    }
}
