package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: an element has the states that its role can't do without. */
final class AriaRequired implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "aria-required",
                Severity.ERROR,
                "role 必需的属性齐全",
                "听读屏软件读网页的人",
                "WCAG 2.2 4.1.2；适老化规范 4.1",
                "请补上这个属性，或者改用相应的 HTML 标签。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("role")) {
            String explicit = page.roles().explicit(element);
            Aria.Role role = explicit == null ? null : Aria.role(explicit);
            if (role == null || !page.isExposed(element)) {
                continue;
            }
            for (String required : new java.util.TreeSet<>(role.required())) {
                if (element.attr("aria-" + required).isBlank()
                        && !isNative(element, role, required)) {
                    findings.add(
                            element,
                            "role“"
                                    + role.name()
                                    + "”必须有 aria-"
                                    + required
                                    + "，"
                                    + Words.quote(element)
                                    + " 没有。");
                }
            }
            if (role.name().equals("combobox")
                    && HtmlPage.word(element, "aria-expanded").equals("true")
                    && element.attr("aria-controls").isBlank()) {
                findings.add(
                        element, "展开的 " + Words.quote(element) + " 没有用 aria-controls 指明展开了什么。");
            }
            if (role.name().equals("separator")
                    && Focus.isFocusable(page, element)
                    && element.attr("aria-valuenow").isBlank()) {
                findings.add(element, "可以用键盘移动的分隔条 " + Words.quote(element) + " 没有 aria-valuenow。");
            }
        }
    }

    /** Whether HTML says it of the element already. */
    private static boolean isNative(Element element, Aria.Role role, String required) {
        String tag = element.normalName();
        String type = HtmlPage.word(element, "type");
        return switch (required) {
            case "checked" ->
                    tag.equals("input") && (type.equals("checkbox") || type.equals("radio"));
            case "level" -> tag.matches("h[1-6]");
            case "valuenow" ->
                    !element.attr("aria-valuetext").isBlank()
                            || tag.equals("meter")
                            || tag.equals("progress")
                            || (tag.equals("input")
                                    && (type.equals("range") || type.equals("number")));
            case "expanded" ->
                    tag.equals("select")
                            || (tag.equals("input")
                                    && role.name().equals("combobox")
                                    && element.hasAttr("list"));
            default -> false;
        };
    }
}
