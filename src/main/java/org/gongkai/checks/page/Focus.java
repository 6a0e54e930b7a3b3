package org.gongkai.checks.page;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Which elements a keyboard reaches (HTML, focusable area). */
final class Focus {
    private static final Set<String> CONTROLS = Set.of("button", "input", "select", "textarea");

    private Focus() {}

    /** Whether it takes part in the order of the Tab key. */
    static boolean isTabbable(HtmlPage page, Element element) {
        if (!isFocusable(page, element)) {
            return false;
        }
        Integer index = tabIndex(element);
        return index == null || index >= 0;
    }

    /** Whether it can have the focus at all. */
    static boolean isFocusable(HtmlPage page, Element element) {
        return (isFocusableByNature(element) || tabIndex(element) != null)
                && page.isShown(element)
                && !isDisabled(element)
                && !isInert(element);
    }

    /** Whether HTML lets it have the focus. */
    static boolean isFocusableByNature(Element element) {
        return switch (element.normalName()) {
            case "a", "area" -> element.hasAttr("href");
            case "input" -> !HtmlPage.word(element, "type").equals("hidden");
            case "button", "select", "textarea", "iframe", "frame" -> true;
            case "summary" -> isSummary(element);
            case "audio", "video" -> element.hasAttr("controls");
            default ->
                    element.attributesSize() > 0
                            && element.hasAttr("contenteditable")
                            && !HtmlPage.word(element, "contenteditable").equals("false");
        };
    }

    /** Whether it opens and closes a {@code details}. */
    static boolean isSummary(Element element) {
        Element parent = element.parent();
        return element.normalName().equals("summary")
                && parent != null
                && parent.normalName().equals("details")
                && parent.children().stream()
                                .filter(child -> child.normalName().equals("summary"))
                                .findFirst()
                                .orElse(null)
                        == element;
    }

    /** Whether a form control is switched off, by itself or with its fieldset. */
    static boolean isDisabled(Element element) {
        if (!CONTROLS.contains(element.normalName())) {
            return false;
        }
        if (element.hasAttr("disabled")) {
            return true;
        }
        Element child = element;
        for (Element each = element.parent(); each != null; each = each.parent()) {
            if (each.normalName().equals("fieldset")
                    && each.hasAttr("disabled")
                    && !child.normalName().equals("legend")) {
                return true;
            }
            child = each;
        }
        return false;
    }

    private static boolean isInert(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each.attributesSize() > 0 && each.hasAttr("inert")) {
                return true;
            }
        }
        return false;
    }

    /** The value of {@code tabindex}; null where there is none or it is no number. */
    static Integer tabIndex(Element element) {
        if (element.attributesSize() == 0 || !element.hasAttr("tabindex")) {
            return null;
        }
        String text = element.attr("tabindex").strip();
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
