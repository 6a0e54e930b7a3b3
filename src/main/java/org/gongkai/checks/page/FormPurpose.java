package org.gongkai.checks.page;

import java.util.List;
import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever fills in a form: it says what for, and can be sent without script. */
final class FormPurpose implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "form-purpose",
                Severity.WARNING,
                "表单说明用途、能提交",
                "听读屏软件填表的人，没有脚本的人",
                "WCAG 2.2 3.2.2、3.3.2",
                "请给表单写上名称（aria-label 或 role=\"search\"）、提交地址（action）和提交按钮。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element form : page.tagged("form")) {
            if (!page.isExposed(form)) {
                continue;
            }
            List<Element> controls =
                    form.stream()
                            .filter(
                                    each ->
                                            Set.of("input", "select", "textarea", "button")
                                                    .contains(each.normalName()))
                            .toList();
            if (!isNamed(form, page)) {
                findings.add(form, "表单 " + Words.quote(form) + " 没有说明用途。");
            }
            if (form.attr("action").isBlank()) {
                findings.add(form, "表单 " + Words.quote(form) + " 没有提交地址。");
            }
            if (!controls.isEmpty() && controls.stream().noneMatch(FormPurpose::submits)) {
                findings.add(form, "表单 " + Words.quote(form) + " 没有提交按钮。");
            }
        }
    }

    private static boolean isNamed(Element form, HtmlPage page) {
        String role = Roles.written(form);
        return !page.name(form).isEmpty()
                || "search".equals(role)
                || !form.select("h1, h2, h3, h4, h5, h6, legend").isEmpty()
                || form.closest("search, [role=search], section[aria-labelledby], dialog") != null;
    }

    private static boolean submits(Element control) {
        String type = HtmlPage.word(control, "type");
        return control.normalName().equals("button")
                ? !type.equals("button") && !type.equals("reset")
                : control.normalName().equals("input")
                        && (type.equals("submit") || type.equals("image"));
    }
}
