package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: an item stands in the list, menu or table that its role belongs to. */
final class AriaParents implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "aria-parent",
                Severity.ERROR,
                "role 的上级相配",
                "听读屏软件读网页的人",
                "WCAG 2.2 1.3.1、4.1.2；适老化规范 4.1",
                "请把它放进相配的 role 里，或者改用相应的 HTML 标签。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("role")) {
            String explicit = page.roles().explicit(element);
            Aria.Role role = explicit == null ? null : Aria.role(explicit);
            if (role == null || role.context().isEmpty() || !page.isExposed(element)) {
                continue;
            }
            if (!isIn(role.context(), element, page) && !isOwned(role.context(), element, page)) {
                findings.add(
                        element,
                        "role“" + role.name() + "”的 " + Words.quote(element) + " 不在相配的上级里。",
                        "它应当在这些 role 里："
                                + String.join("、", new java.util.TreeSet<>(role.context()))
                                + "。");
            }
        }
    }

    private static boolean isIn(Set<String> context, Element element, HtmlPage page) {
        for (Element each = element.parent(); each != null; each = each.parent()) {
            String role = page.roles().of(each);
            if (context.contains(role)) {
                return !role.equals("group") || isGroupIn(context, element, each, page);
            }
            if (!isTransparent(role) || page.roles().isConflicting(each)) {
                return false;
            }
            if (isOwned(context, each, page)) {
                return true;
            }
        }
        return false;
    }

    /** A group is only as good as what it stands in: the list, menu or tree. */
    private static boolean isGroupIn(
            Set<String> context, Element element, Element group, HtmlPage page) {
        for (Element each = group.parent(); each != null; each = each.parent()) {
            String role = page.roles().of(each);
            if (context.contains(role) && !role.equals("group")) {
                return true;
            }
            boolean nested =
                    role.equals("group")
                            || (role.equals("treeitem") && page.roles().of(element).equals(role));
            if (!isTransparent(role) && !nested) {
                return false;
            }
        }
        return false;
    }

    private static boolean isTransparent(String role) {
        return role.isEmpty()
                || role.equals("generic")
                || role.equals(Roles.NONE)
                || role.equals("presentation");
    }

    /** Whether an element elsewhere says that it owns this one. */
    private static boolean isOwned(Set<String> context, Element element, HtmlPage page) {
        if (element.id().isEmpty()) {
            return false;
        }
        for (Element owner : page.with("aria-owns")) {
            if (Words.of(owner.attr("aria-owns")).contains(element.id())
                    && context.contains(page.roles().of(owner))) {
                return true;
            }
        }
        return false;
    }
}
