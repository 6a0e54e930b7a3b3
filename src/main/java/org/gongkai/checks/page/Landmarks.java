package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The areas of a page (landmarks) that assistive technology can jump to. */
final class Landmarks {
    private static final Set<String> TAGS =
            Set.of("main", "nav", "header", "footer", "aside", "section", "form", "search");
    private static final Set<String> ROLES =
            Set.of(
                    "banner",
                    "complementary",
                    "contentinfo",
                    "form",
                    "main",
                    "navigation",
                    "region",
                    "search");

    private Landmarks() {}

    /** All of them, in document order. */
    static List<Element> of(HtmlPage page) {
        List<Element> found = new ArrayList<>();
        for (Element element : page.taggedOrWith("role", TAGS)) {
            if (ROLES.contains(page.roles().of(element)) && page.isExposed(element)) {
                found.add(element);
            }
        }
        return found;
    }

    /** Those of one role. */
    static List<Element> of(HtmlPage page, String role) {
        return page.landmarks().stream()
                .filter(element -> page.roles().of(element).equals(role))
                .toList();
    }

    /** What a role is called in a message. */
    static String label(String role) {
        return switch (role) {
            case "banner" -> "页头";
            case "complementary" -> "附属区";
            case "contentinfo" -> "页脚";
            case "form" -> "表单区";
            case "main" -> "主要内容区";
            case "navigation" -> "导航";
            case "search" -> "搜索区";
            default -> "区域";
        };
    }
}
