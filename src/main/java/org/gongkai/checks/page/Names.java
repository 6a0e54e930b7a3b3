package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What assistive technology calls each element (Accessible Name and Description Computation 1.2,
 * with the attributes of HTML-AAM).
 */
final class Names {
    private static final Set<String> LABELLED =
            Set.of("input", "select", "textarea", "meter", "progress", "output", "button");
    private static final Set<String> INLINE =
            Set.of(
                    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
                    "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp",
                    "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    /** Of HTML, with no attribute or child that would name them before their words. */
    private static final Set<String> NAMED_FROM_WORDS =
            Set.of("a", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td");

    private final HtmlPage page;
    private Map<String, List<Element>> labels;

    Names(HtmlPage page) {
        this.page = page;
    }

    /** Its name without the spaces around it; empty where it has none. */
    String of(Element element) {
        PageElement known = PageElement.of(element);
        if (known != null && known.name != null) {
            return known.name;
        }
        String name = ofItsWords(element);
        name = name == null ? Walk.plain().name(this, element) : name;
        name = Words.isBlank(name) ? "" : name.strip();
        if (known != null) {
            known.name = name;
        }
        return name;
    }

    /** The name of what has but words in it, as most links have; null where that is not so sure. */
    private String ofItsWords(Element element) {
        boolean plain =
                element.childNodeSize() == 1
                        && element.childNode(0) instanceof TextNode
                        && NAMED_FROM_WORDS.contains(element.normalName())
                        && page.isExposed(element)
                        && !element.hasAttr("role")
                        && !element.hasAttr("aria-labelledby")
                        && !element.hasAttr("aria-label")
                        && !element.hasAttr("aria-owns");
        Aria.Role role = plain ? page.roles().roleOf(element) : null;
        if (role == null || !role.is("content")) {
            return null;
        }
        String words = ((TextNode) element.childNode(0)).getWholeText();
        return Words.isBlank(words) ? null : words;
    }

    /** The {@code label} elements of a form control. */
    List<Element> labels(Element control) {
        List<Element> found = new ArrayList<>();
        if (!control.id().isEmpty() && page.byId(control.id()) == control) {
            found.addAll(labelsById().getOrDefault(control.id(), List.of()));
        }
        for (Element each = control.parent(); each != null; each = each.parent()) {
            if (each.normalName().equals("label")) {
                if (!each.hasAttr("for")
                        && !found.contains(each)
                        && firstControl(each) == control) {
                    found.add(each);
                }
                break;
            }
        }
        return found;
    }

    /** Of several controls in one label it is the first that the label is for. */
    private static Element firstControl(Element label) {
        return label.stream()
                .filter(
                        each ->
                                LABELLED.contains(each.normalName())
                                        && !HtmlPage.word(each, "type").equals("hidden"))
                .findFirst()
                .orElse(null);
    }

    private Map<String, List<Element>> labelsById() {
        if (labels == null) {
            labels = new HashMap<>();
            for (Element label : page.tagged("label")) {
                if (label.hasAttr("for")) {
                    labels.computeIfAbsent(label.attr("for"), id -> new ArrayList<>()).add(label);
                }
            }
        }
        return labels;
    }

    /**
     * One way through the page for one name.
     *
     * @param visited the elements that are part of the name already
     * @param byReference whether an id led here, so that no other is followed
     * @param descending whether this is a part of another's name
     * @param hiddenToo whether the hidden counts, because what was referred to is hidden itself
     */
    private record Walk(
            Set<Element> visited, boolean byReference, boolean descending, boolean hiddenToo) {
        static Walk plain() {
            return new Walk(new HashSet<>(), false, false, false);
        }

        private Walk into() {
            return new Walk(visited, byReference, true, hiddenToo);
        }

        String name(Names names, Element element) {
            if (!visited.add(element) || (!hiddenToo && !names.page.isExposed(element))) {
                return "";
            }
            boolean labelled = element.attributesSize() > 0;
            if (labelled && !byReference && element.hasAttr("aria-labelledby")) {
                String referenced =
                        joined(names, element, names.page.referenced(element, "aria-labelledby"));
                if (!Words.isBlank(referenced)) {
                    return referenced;
                }
            }
            String role = names.page.roles().of(element);
            if (descending) {
                String value = embeddedValue(names, element, role);
                if (value != null) {
                    return value;
                }
            }
            if (labelled && !Words.isBlank(element.attr("aria-label"))) {
                return element.attr("aria-label");
            }
            boolean meaningless = role.equals(Roles.NONE);
            String ofHtml = meaningless ? "" : ofHtml(names, element);
            if (!Words.isBlank(ofHtml)) {
                return ofHtml;
            }
            Aria.Role known = Aria.role(role);
            boolean named =
                    byReference
                            || descending
                            || (known != null && known.is("content"))
                            || isNamedFromContent(element);
            String content = named ? content(names, element) : "";
            if (!Words.isBlank(content)) {
                return content;
            }
            return labelled && !meaningless ? tooltip(element) : "";
        }

        private String joined(Names names, Element element, List<Element> targets) {
            StringBuilder text = new StringBuilder();
            for (Element target : targets) {
                // What names two things is part of the name of each; and a thing may name itself.
                Set<Element> seen = new HashSet<>(visited);
                if (target == element) {
                    seen.remove(element);
                }
                boolean hidden = hiddenToo || !names.page.isExposed(target);
                text.append(new Walk(seen, true, false, hidden).name(names, target)).append(' ');
            }
            return text.toString();
        }

        private String content(Names names, Element element) {
            StringBuilder text = new StringBuilder();
            for (Node node : element.childNodes()) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node instanceof Element child) {
                    boolean block = !INLINE.contains(child.normalName());
                    text.append(block ? " " : "").append(into().name(names, child));
                    text.append(block ? " " : "");
                }
            }
            for (Element owned : names.page.referenced(element, "aria-owns")) {
                text.append(' ').append(into().name(names, owned));
            }
            return text.toString();
        }

        /** What a control within a label or link stands for; null where it is no such control. */
        private String embeddedValue(Names names, Element element, String role) {
            return switch (role) {
                case "textbox", "searchbox" ->
                        element.normalName().equals("input")
                                ? element.attr("value")
                                : content(names, element);
                case "slider", "spinbutton", "scrollbar" -> {
                    String text = element.attr("aria-valuetext");
                    String number = element.attr("aria-valuenow");
                    yield !text.isEmpty()
                            ? text
                            : !number.isEmpty() ? number : element.attr("value");
                }
                case "combobox", "listbox" ->
                        element.normalName().equals("select")
                                ? chosen(element)
                                : element.normalName().equals("input")
                                        ? element.attr("value")
                                        : null;
                default -> null;
            };
        }

        private static String chosen(Element select) {
            List<Element> options =
                    select.stream().filter(each -> each.normalName().equals("option")).toList();
            return options.stream()
                    .filter(option -> option.hasAttr("selected"))
                    .findFirst()
                    .or(() -> options.stream().findFirst())
                    .map(Element::text)
                    .orElse("");
        }

        /** The name that an attribute or a child of HTML gives. */
        private String ofHtml(Names names, Element element) {
            String tag = element.normalName();
            if (LABELLED.contains(tag)) {
                String type = HtmlPage.word(element, "type");
                if (tag.equals("input") && type.equals("image")) {
                    return first(
                            labelled(names, element), element.attr("alt"), element.attr("value"));
                }
                if (tag.equals("input") && Set.of("button", "submit", "reset").contains(type)) {
                    return first(labelled(names, element), buttonText(element, type));
                }
                return byReference || descending ? "" : labelled(names, element);
            }
            return switch (tag) {
                case "img", "area" -> element.attr("alt");
                case "fieldset" -> child(names, element, "legend");
                case "table" -> child(names, element, "caption");
                case "figure" -> child(names, element, "figcaption");
                case "svg" -> child(names, element, "title");
                case "optgroup", "option" -> element.attr("label");
                default ->
                        isSvg(element) && !element.normalName().equals("title")
                                ? child(names, element, "title")
                                : "";
            };
        }

        private static boolean isSvg(Element element) {
            return element.tag().namespace().equals(org.jsoup.parser.Parser.NamespaceSvg);
        }

        private static String buttonText(Element element, String type) {
            // A browser puts in words of its own where there is no value at all.
            return element.hasAttr("value") || type.equals("button") ? element.attr("value") : type;
        }

        private String labelled(Names names, Element control) {
            StringBuilder text = new StringBuilder();
            for (Element label : names.labels(control)) {
                Walk way = new Walk(new HashSet<>(visited), byReference, true, hiddenToo);
                text.append(way.name(names, label)).append(' ');
            }
            return text.toString();
        }

        private String child(Names names, Element element, String tag) {
            for (Element child : element.children()) {
                if (child.normalName().equals(tag)) {
                    return new Walk(visited, true, true, true).content(names, child);
                }
            }
            return "";
        }

        private static String tooltip(Element element) {
            String title = element.attr("title");
            if (!Words.isBlank(title)) {
                return title;
            }
            String placeholder = element.attr("aria-placeholder");
            return Words.isBlank(placeholder) ? element.attr("placeholder") : placeholder;
        }

        private static boolean isNamedFromContent(Element element) {
            return switch (element.normalName()) {
                case "summary", "label", "legend", "caption", "figcaption", "output" -> true;
                default -> false;
            };
        }

        private static String first(String... texts) {
            for (String text : texts) {
                if (!Words.isBlank(text)) {
                    return text;
                }
            }
            return "";
        }
    }
}
