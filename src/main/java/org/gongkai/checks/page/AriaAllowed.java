package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page: an element has only the attributes that its role knows. */
final class AriaAllowed implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "aria-allowed",
                Severity.ERROR,
                "aria- 属性与 role 相配",
                "听读屏软件读网页的人",
                "WCAG 2.2 4.1.2；适老化规范 4.1",
                "请去掉这个属性，或者换成用得上它的 role。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (String attribute : page.attributes()) {
            if (attribute.startsWith("aria-") && Aria.attribute(attribute.substring(5)) != null) {
                for (Element element : page.with(attribute)) {
                    if (page.isExposed(element) && !attribute.equals("aria-hidden")) {
                        check(element, Aria.attribute(attribute.substring(5)), page, findings);
                    }
                }
            }
        }
    }

    private void check(
            Element element, Aria.Attribute attribute, HtmlPage page, Findings findings) {
        Aria.Role role = page.roles().roleOf(element);
        boolean nothing = role == null && isNothing(element);
        if (nothing || (!attribute.global() && !isSupported(attribute.name(), element, role))) {
            findings.add(
                    element,
                    Words.quote(element)
                            + (role == null || role.name().equals("generic")
                                    ? " 没有 role，"
                                    : " 的 role 是“" + role.name() + "”，")
                            + "不能写 aria-"
                            + attribute.name()
                            + "。");
        }
    }

    /** Elements that may only be hidden. */
    private static boolean isNothing(Element element) {
        return element.normalName().equals("br") || element.normalName().equals("wbr");
    }

    private static boolean isSupported(String attribute, Element element, Aria.Role role) {
        if (role == null) {
            return isNativeControl(element);
        }
        if (role.supported().contains(attribute)) {
            return true;
        }
        // Up to ARIA 1.1 most roles could be expanded, and assistive technology still says so; and
        // what is not required is so without a word.
        String value = HtmlPage.word(element, "aria-" + attribute);
        return (attribute.equals("expanded")
                        && !role.name().equals("generic")
                        && !role.is("unnamed"))
                || (attribute.equals("required") && value.equals("false"))
                || (attribute.equals("multiline")
                        && value.equals("false")
                        && element.hasAttr("contenteditable"));
    }

    private static boolean isNativeControl(Element element) {
        return switch (element.normalName()) {
            case "input", "summary" -> true;
            default -> false;
        };
    }
}
