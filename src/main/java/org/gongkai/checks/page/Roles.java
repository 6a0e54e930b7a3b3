package org.gongkai.checks.page;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What each element of a page is to assistive technology: its own role or that of HTML (HTML-AAM).
 */
final class Roles {
    /** No role at all; also what has lost its own, as {@code role="none"} wants. */
    static final String NONE = "none";

    private static final Map<String, String> PLAIN =
            Map.ofEntries(
                    Map.entry("address", "group"),
                    Map.entry("article", "article"),
                    Map.entry("blockquote", "blockquote"),
                    Map.entry("button", "button"),
                    Map.entry("caption", "caption"),
                    Map.entry("code", "code"),
                    Map.entry("dd", "definition"),
                    Map.entry("del", "deletion"),
                    Map.entry("details", "group"),
                    Map.entry("dfn", "term"),
                    Map.entry("dialog", "dialog"),
                    Map.entry("dt", "term"),
                    Map.entry("em", "emphasis"),
                    Map.entry("fieldset", "group"),
                    Map.entry("figure", "figure"),
                    Map.entry("h1", "heading"),
                    Map.entry("h2", "heading"),
                    Map.entry("h3", "heading"),
                    Map.entry("h4", "heading"),
                    Map.entry("h5", "heading"),
                    Map.entry("h6", "heading"),
                    Map.entry("hgroup", "group"),
                    Map.entry("hr", "separator"),
                    Map.entry("html", "document"),
                    Map.entry("ins", "insertion"),
                    Map.entry("main", "main"),
                    Map.entry("mark", "mark"),
                    Map.entry("math", "math"),
                    Map.entry("menu", "list"),
                    Map.entry("meter", "meter"),
                    Map.entry("nav", "navigation"),
                    Map.entry("ol", "list"),
                    Map.entry("optgroup", "group"),
                    Map.entry("option", "option"),
                    Map.entry("output", "status"),
                    Map.entry("p", "paragraph"),
                    Map.entry("progress", "progressbar"),
                    Map.entry("s", "deletion"),
                    Map.entry("search", "search"),
                    Map.entry("strong", "strong"),
                    Map.entry("sub", "subscript"),
                    Map.entry("sup", "superscript"),
                    Map.entry("table", "table"),
                    Map.entry("tbody", "rowgroup"),
                    Map.entry("textarea", "textbox"),
                    Map.entry("tfoot", "rowgroup"),
                    Map.entry("thead", "rowgroup"),
                    Map.entry("time", "time"),
                    Map.entry("tr", "row"),
                    Map.entry("ul", "list"));
    private static final Set<String> GENERIC =
            Set.of(
                    "b", "bdi", "bdo", "body", "data", "div", "i", "pre", "q", "samp", "small",
                    "span", "u");
    private static final Set<String> SECTIONING =
            Set.of("article", "aside", "main", "nav", "section");
    private static final Set<String> SECTIONING_ROLES =
            Set.of("article", "complementary", "main", "navigation", "region");

    private final HtmlPage page;

    Roles(HtmlPage page) {
        this.page = page;
    }

    /**
     * Its role, written out or of HTML; {@code none} where it has lost it, empty where it has none.
     */
    String of(Element element) {
        PageElement known = PageElement.of(element);
        if (known == null) {
            return compute(element);
        }
        if (known.role == null) {
            known.role = compute(element);
        }
        return known.role;
    }

    /** Its role as ARIA knows it; null where it has none. */
    Aria.Role roleOf(Element element) {
        return Aria.role(of(element));
    }

    private String compute(Element element) {
        String explicit = explicit(element);
        if (explicit != null) {
            return explicit;
        }
        String implicit = implicit(element);
        return losesRoleWithParent(element, implicit) ? NONE : implicit;
    }

    /**
     * The first role written on it that there is; null where there is none or it may not have it:
     * what can have the focus or a global attribute keeps its own (ARIA 1.2, conflict resolution).
     */
    String explicit(Element element) {
        String role = written(element);
        if (role != null && isPresentational(role)) {
            return isConflicting(element) ? null : NONE;
        }
        return "image".equals(role) ? "img" : role;
    }

    /** The first role written on it that there is; null where there is none. */
    static String written(Element element) {
        if (element.attributesSize() == 0 || !element.hasAttr("role")) {
            return null;
        }
        for (String name : Words.of(HtmlPage.word(element, "role"))) {
            Aria.Role role = Aria.role(name);
            if (role != null && !role.is("abstract")) {
                return name;
            }
        }
        return null;
    }

    static boolean isPresentational(String role) {
        return role.equals("none") || role.equals("presentation");
    }

    /** Whether something on it keeps {@code role="none"} from working. */
    boolean isConflicting(Element element) {
        return Focus.isFocusable(page, element) || hasGlobalAttribute(element);
    }

    /** Whether it has an attribute that gives every role a meaning. */
    static boolean hasGlobalAttribute(Element element) {
        for (org.jsoup.nodes.Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.startsWith("aria-") && !key.equals("aria-hidden")) {
                Aria.Attribute known = Aria.attribute(key.substring(5));
                if (known != null && known.global()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The items of a list, or the parts of a table, that is none to assistive technology. */
    private boolean losesRoleWithParent(Element element, String implicit) {
        String owner =
                switch (implicit) {
                    case "listitem" -> "list";
                    case "row", "rowgroup", "cell", "columnheader", "rowheader", "caption" ->
                            "table";
                    default -> null;
                };
        if (owner == null) {
            return false;
        }
        for (Element each = element.parent(); each != null; each = each.parent()) {
            boolean found = owner.equals("list") ? isList(each) : each.normalName().equals("table");
            if (found) {
                String role = written(each);
                return role != null && isPresentational(role) && !isConflicting(each);
            }
        }
        return false;
    }

    static boolean isList(Element element) {
        return switch (element.normalName()) {
            case "ul", "ol", "menu" -> true;
            default -> false;
        };
    }

    /** The role that HTML gives it. */
    String implicit(Element element) {
        String tag = element.normalName();
        String plain = PLAIN.get(tag);
        if (plain != null) {
            return plain;
        }
        if (GENERIC.contains(tag)) {
            return "generic";
        }
        return switch (tag) {
            case "a", "area" -> element.hasAttr("href") ? "link" : "generic";
            case "aside" ->
                    !isWithinSection(element) || isNamed(element) ? "complementary" : "generic";
            case "footer" -> isWithinSection(element) ? "generic" : "contentinfo";
            case "header" -> isWithinSection(element) ? "generic" : "banner";
            case "form" -> isNamed(element) ? "form" : "generic";
            case "section" -> isNamed(element) ? "region" : "generic";
            case "img" ->
                    element.hasAttr("alt") && element.attr("alt").isEmpty()
                            ? imageWithoutAlt(element)
                            : "img";
            case "input" -> ofInput(element);
            case "li" -> isListItem(element) ? "listitem" : "generic";
            case "select" -> isListBox(element) ? "listbox" : "combobox";
            case "td" -> isInGrid(element) ? "gridcell" : "cell";
            case "th" -> ofHeader(element);
            default -> "";
        };
    }

    private static boolean isListItem(Element item) {
        for (Element each = item.parent(); each != null; each = each.parent()) {
            String role = written(each);
            if (isList(each) || (role != null && !isPresentational(role))) {
                return isList(each) || role.equals("list");
            }
        }
        return false;
    }

    private String imageWithoutAlt(Element element) {
        return isConflicting(element) ? "img" : NONE;
    }

    private static boolean isListBox(Element select) {
        return select.hasAttr("multiple") || select.attr("size").strip().matches("[2-9]|\\d{2,}");
    }

    private static String ofInput(Element input) {
        boolean suggests = input.hasAttr("list");
        return switch (HtmlPage.word(input, "type")) {
            case "button", "submit", "reset", "image" -> "button";
            case "checkbox" -> "checkbox";
            case "radio" -> "radio";
            case "range" -> "slider";
            case "number" -> "spinbutton";
            case "search" -> suggests ? "combobox" : "searchbox";
            case "hidden",
                    "color",
                    "date",
                    "datetime-local",
                    "file",
                    "month",
                    "password",
                    "time",
                    "week" ->
                    "";
            default -> suggests ? "combobox" : "textbox";
        };
    }

    private String ofHeader(Element th) {
        return switch (HtmlPage.word(th, "scope")) {
            case "row", "rowgroup" -> "rowheader";
            default -> "columnheader";
        };
    }

    private static boolean isInGrid(Element cell) {
        Element table = HtmlPage.around(cell, "table");
        String role = table == null ? null : written(table);
        return "grid".equals(role) || "treegrid".equals(role);
    }

    private static boolean isNamed(Element element) {
        return !Words.isBlank(element.attr("aria-label"))
                || !Words.isBlank(element.attr("aria-labelledby"))
                || !Words.isBlank(element.attr("title"));
    }

    private static boolean isWithinSection(Element element) {
        for (Element each = element.parent(); each != null; each = each.parent()) {
            String role = written(each);
            if (role == null
                    ? SECTIONING.contains(each.normalName())
                    : SECTIONING_ROLES.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
