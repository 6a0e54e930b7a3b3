package org.gongkai.checks.page;

import java.util.List;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/**
 * For whoever hears a page: what an aria attribute says makes sense, and what it refers to is
 * there.
 */
final class AriaValues implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "aria-value",
                Severity.ERROR,
                "aria- 属性的值有效",
                "听读屏软件读网页的人",
                "WCAG 2.2 1.3.1、4.1.2；适老化规范 4.1",
                "请写这个属性可以有的值；写 id 的，请核对那个 id。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (String name : page.attributes()) {
            Aria.Attribute attribute =
                    name.startsWith("aria-") ? Aria.attribute(name.substring(5)) : null;
            if (attribute != null) {
                for (Element element : page.with(name)) {
                    check(element, name, attribute, page, findings);
                }
            }
        }
    }

    private void check(
            Element element,
            String name,
            Aria.Attribute attribute,
            HtmlPage page,
            Findings findings) {
        String value = element.attr(name).strip();
        if (value.isEmpty()) {
            if (attribute.type().equals("number") || attribute.type().equals("integer")) {
                findings.review(
                        element, Words.quote(element) + " 的 " + name + " 没有值。", rule().fix());
            }
            return;
        }
        if (attribute.type().startsWith("id")) {
            checkReferences(element, name, value, attribute, page, findings);
        } else if (!isValid(value, attribute)) {
            findings.add(
                    element,
                    Words.quote(element) + " 的 " + name + "“" + Words.shorter(value) + "”无效。",
                    attribute.values().isEmpty() || attribute.type().equals("integer")
                            ? rule().fix()
                            : "可以写：" + String.join("、", attribute.values()) + "。");
        }
    }

    private static boolean isValid(String value, Aria.Attribute attribute) {
        return switch (attribute.type()) {
            case "token" -> attribute.values().contains(value.toLowerCase(java.util.Locale.ROOT));
            case "tokens" ->
                    attribute
                            .values()
                            .containsAll(Words.of(value.toLowerCase(java.util.Locale.ROOT)));
            case "number" -> value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
            case "integer" ->
                    value.matches("[-+]?\\d{1,9}")
                            && Integer.parseInt(value)
                                    >= Integer.parseInt(attribute.values().get(0));
            default -> true;
        };
    }

    /** What is referred to may be made by a script later where it shows something on demand. */
    private void checkReferences(
            Element element,
            String name,
            String value,
            Aria.Attribute attribute,
            HtmlPage page,
            Findings findings) {
        if (attribute.name().equals("errormessage") && !isErroneous(element)) {
            return;
        }
        List<String> ids = attribute.type().equals("id") ? List.of(value) : Words.of(value);
        List<String> missing = ids.stream().filter(id -> page.byId(id) == null).toList();
        if (missing.isEmpty()) {
            if (attribute.name().equals("errormessage")
                    && ids.stream()
                            .map(page::byId)
                            .noneMatch(
                                    each ->
                                            page.isExposed(each)
                                                    && (!Words.isBlank(each.text())
                                                            || isFilledLater(each)))) {
                findings.add(element, Words.quote(element) + " 的 aria-errormessage 指向的内容是隐藏的或空的。");
            }
            return;
        }
        String what =
                Words.quote(element)
                        + " 的 "
                        + name
                        + " 指向的 id“"
                        + Words.shorter(missing.get(0))
                        + "”不存在。";
        if (attribute.name().equals("controls")
                && (HtmlPage.word(element, "aria-expanded").equals("false")
                        || HtmlPage.word(element, "aria-selected").equals("false")
                        || element.hasAttr("aria-haspopup"))) {
            findings.review(element, what, rule().fix());
        } else if (missing.size() < ids.size() || isAside(attribute.name())) {
            findings.review(element, what, rule().fix());
        } else {
            findings.add(element, what);
        }
    }

    /** An area that a script speaks through. */
    private static boolean isFilledLater(Element element) {
        return element.hasAttr("aria-live") || element.hasAttr("role");
    }

    private static boolean isErroneous(Element element) {
        String invalid = HtmlPage.word(element, "aria-invalid");
        return !invalid.isEmpty() && !invalid.equals("false");
    }

    private static boolean isAside(String attribute) {
        return attribute.equals("describedby") || attribute.equals("labelledby");
    }
}
