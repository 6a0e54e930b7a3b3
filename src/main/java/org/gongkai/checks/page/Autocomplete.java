package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever types with difficulty: the browser can fill in what it knows. */
final class Autocomplete implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "autocomplete",
                Severity.ERROR,
                "autocomplete 的值有效",
                "打字困难、记不住的人",
                "WCAG 2.2 1.3.5",
                "请写标准的值，例如 name、tel、email、street-address，或者 on、off。");
    }

    private static final Set<String> TEXTS =
            Set.of(
                    "name",
                    "honorific-prefix",
                    "given-name",
                    "additional-name",
                    "family-name",
                    "honorific-suffix",
                    "nickname",
                    "username",
                    "new-password",
                    "current-password",
                    "one-time-code",
                    "organization-title",
                    "organization",
                    "street-address",
                    "address-line1",
                    "address-line2",
                    "address-line3",
                    "address-level1",
                    "address-level2",
                    "address-level3",
                    "address-level4",
                    "country",
                    "country-name",
                    "postal-code",
                    "cc-name",
                    "cc-given-name",
                    "cc-additional-name",
                    "cc-family-name",
                    "cc-number",
                    "cc-exp",
                    "cc-exp-month",
                    "cc-exp-year",
                    "cc-csc",
                    "cc-type",
                    "transaction-currency",
                    "transaction-amount",
                    "language",
                    "bday",
                    "bday-day",
                    "bday-month",
                    "bday-year",
                    "sex",
                    "url",
                    "photo");
    private static final Set<String> CONTACTS =
            Set.of(
                    "tel",
                    "tel-country-code",
                    "tel-national",
                    "tel-area-code",
                    "tel-local",
                    "tel-local-prefix",
                    "tel-local-suffix",
                    "tel-extension",
                    "email",
                    "impp");

    /** What is meant as on or off; browsers take it for on. */
    private static final Set<String> SWITCHES =
            Set.of(
                    "none",
                    "false",
                    "true",
                    "disabled",
                    "enabled",
                    "undefined",
                    "null",
                    "xon",
                    "xoff");

    private static final Set<String> PLACES = Set.of("home", "work", "mobile", "fax", "pager");

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element field : page.with("autocomplete")) {
            String value = HtmlPage.word(field, "autocomplete");
            if (isField(field, page) && !value.isEmpty() && !isValid(Words.of(value))) {
                String what =
                        Words.quote(field) + " 的 autocomplete“" + Words.shorter(value) + "”无效。";
                if (SWITCHES.contains(value)) {
                    findings.review(
                            field,
                            what,
                            "是不是“" + (value.matches("true|enabled|xon") ? "on" : "off") + "”？");
                } else {
                    findings.add(field, what);
                }
            }
        }
    }

    private static boolean isField(Element field, HtmlPage page) {
        boolean control =
                switch (field.normalName()) {
                    case "input" ->
                            !Set.of(
                                            "hidden",
                                            "button",
                                            "submit",
                                            "reset",
                                            "image",
                                            "checkbox",
                                            "radio",
                                            "file")
                                    .contains(HtmlPage.word(field, "type"));
                    case "select", "textarea" -> true;
                    default -> false;
                };
        Integer index = Focus.tabIndex(field);
        boolean reachable =
                index == null
                        || index >= 0
                        || Roles.written(field) == null
                        || Aria.role(Roles.written(field)).isWidget();
        return control
                && reachable
                && page.isExposed(field)
                && !Focus.isDisabled(field)
                && !HtmlPage.word(field, "aria-disabled").equals("true")
                && !field.hasAttr("readonly")
                && !HtmlPage.word(field, "aria-readonly").equals("true");
    }

    /**
     * on, off, or [section-…] [shipping|billing] [home|work|…] a field [webauthn] (HTML, autofill).
     */
    private static boolean isValid(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        if (rest.size() == 1 && (rest.get(0).equals("on") || rest.get(0).equals("off"))) {
            return true;
        }
        if (rest.get(rest.size() - 1).equals("webauthn")) {
            rest.remove(rest.size() - 1);
        }
        if (!rest.isEmpty() && rest.get(0).startsWith("section-")) {
            rest.remove(0);
        }
        if (!rest.isEmpty() && (rest.get(0).equals("shipping") || rest.get(0).equals("billing"))) {
            rest.remove(0);
        }
        if (rest.size() == 2 && PLACES.contains(rest.get(0)) && CONTACTS.contains(rest.get(1))) {
            rest.remove(0);
        }
        return rest.size() == 1 && (TEXTS.contains(rest.get(0)) || CONTACTS.contains(rest.get(0)));
    }
}
