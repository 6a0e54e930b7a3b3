package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever fills in a form: each field says what it wants, also once something is typed. */
final class FormLabels implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "form-label",
                Severity.ERROR,
                "输入框有标签",
                "听读屏软件、用语音操作、记不住提示的人",
                "WCAG 2.2 1.3.1、3.3.2、4.1.2",
                "请写 <label for=\"输入框的 id\">要填什么</label>。");
    }

    static final Set<String> ROLES =
            Set.of(
                    "checkbox",
                    "combobox",
                    "listbox",
                    "radio",
                    "searchbox",
                    "slider",
                    "spinbutton",
                    "switch",
                    "textbox",
                    "menuitemcheckbox",
                    "menuitemradio");
    private static final Set<String> WITHOUT_ROLE =
            Set.of("color", "date", "datetime-local", "file", "month", "password", "time", "week");

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element field : Named.of(page, ROLES, "input", "select", "textarea")) {
            if (!isPartOfComboBox(field)) {
                check(field, page, findings);
            }
        }
        for (Element input : page.tagged("input")) {
            if (WITHOUT_ROLE.contains(HtmlPage.word(input, "type"))
                    && !input.hasAttr("role")
                    && page.isExposed(input)) {
                check(input, page, findings);
            }
        }
    }

    private void check(Element field, HtmlPage page, Findings findings) {
        String name = page.name(field);
        if (name.isEmpty()) {
            findings.add(field, "输入框 " + Words.quote(field) + " 没有标签。");
        } else if (isPlaceholder(field, page)) {
            findings.warn(
                    field,
                    "输入框 " + Words.quote(field) + " 只有提示文字“" + Words.shorter(name) + "”，填写后就看不见了。",
                    rule().fix());
        }
    }

    /** The list or the field within a combobox, which has the name. */
    private static boolean isPartOfComboBox(Element field) {
        for (Element each = field.parent(); each != null; each = each.parent()) {
            if (each.attr("role").trim().equalsIgnoreCase("combobox")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlaceholder(Element field, HtmlPage page) {
        return field.hasAttr("placeholder")
                && Words.isBlank(field.attr("aria-label"))
                && Words.isBlank(field.attr("title"))
                && page.referenced(field, "aria-labelledby").isEmpty()
                && page.names().labels(field).isEmpty();
    }
}
