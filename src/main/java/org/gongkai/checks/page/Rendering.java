package org.gongkai.checks.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * What of a page is displayed, and what assistive technology meets of it, as far as the page itself
 * tells: attributes, inline styles and the plain rules of its own {@code style} elements.
 */
final class Rendering {
    private static final Set<String> NEVER_SHOWN =
            Set.of(
                    "head",
                    "title",
                    "meta",
                    "link",
                    "style",
                    "script",
                    "template",
                    "base",
                    "datalist",
                    "param",
                    "source",
                    "track",
                    "noembed",
                    "noframes",
                    "rp");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CSS_RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern DECLARATION =
            Pattern.compile("(?:^|;)\\s*(display|visibility)\\s*:\\s*([a-z-]+)");

    private Rendering() {}

    /** Finds it out of each element. */
    static void of(HtmlPage page) {
        Map<Element, String> styles = ownStyles(page);
        for (PageElement element : page.elements()) {
            PageElement parent = PageElement.of(element.parent());
            boolean styled = !styles.isEmpty() || element.hasAttr("style");
            String display = styled ? style(element, "display", styles) : null;
            String visibility = styled ? style(element, "visibility", styles) : null;
            element.undisplayed =
                    parent != null && parent.undisplayed
                            || "none".equals(display)
                            || (display == null && isHiddenByHtml(element));
            boolean hides = "hidden".equals(visibility) || "collapse".equals(visibility);
            element.invisible = hides || (visibility == null && parent != null && parent.invisible);
            element.unexposed =
                    parent != null && parent.unexposed
                            || element.attributesSize() > 0
                                    && (HtmlPage.word(element, "aria-hidden").equals("true")
                                            || element.hasAttr("inert"));
        }
    }

    static boolean isShown(Element element) {
        return !(element instanceof PageElement known && (known.undisplayed || known.invisible));
    }

    static boolean isExposed(Element element) {
        return isShown(element) && !(element instanceof PageElement known && known.unexposed);
    }

    private static boolean isHiddenByHtml(Element element) {
        String tag = element.normalName();
        if (NEVER_SHOWN.contains(tag) && isHtml(element)) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return tag.equals("dialog");
        }
        return element.hasAttr("hidden")
                || (tag.equals("dialog") && !element.hasAttr("open"))
                || (tag.equals("input") && HtmlPage.word(element, "type").equals("hidden"));
    }

    private static boolean isHtml(Element element) {
        return element.tag().namespace().equals(org.jsoup.parser.Parser.NamespaceHtml);
    }

    private static String style(Element element, String property, Map<Element, String> styles) {
        String value = null;
        if (!styles.isEmpty() && styles.containsKey(element)) {
            value = declared(styles.get(element), property);
        }
        if (element.attributesSize() > 0 && element.hasAttr("style")) {
            String inline = declared(element.attr("style"), property);
            value = inline == null ? value : inline;
        }
        return value;
    }

    private static String declared(String style, String property) {
        String value = null;
        Matcher matcher = DECLARATION.matcher(style.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            if (matcher.group(1).equals(property)) {
                value = matcher.group(2);
            }
        }
        return value;
    }

    /** The declarations that the page's own style sheets give an element, the later ones last. */
    private static Map<Element, String> ownStyles(HtmlPage page) {
        Map<Element, String> styles = new HashMap<>();
        for (Element sheet : page.tagged("style")) {
            String css = COMMENT.matcher(sheet.data()).replaceAll("");
            if (!css.contains("none") && !css.contains("hidden")) {
                continue;
            }
            Matcher rule = CSS_RULE.matcher(withoutConditions(css));
            while (rule.find()) {
                String declarations = rule.group(2);
                if (DECLARATION.matcher(declarations.toLowerCase(Locale.ROOT)).find()) {
                    for (Element element : matching(page, rule.group(1).strip())) {
                        styles.merge(element, declarations, (a, b) -> a + ";" + b);
                    }
                }
            }
        }
        return styles;
    }

    private static List<Element> matching(HtmlPage page, String selector) {
        if (selector.contains(":")) {
            return List.of();
        }
        try {
            Evaluator evaluator = QueryParser.parse(selector);
            return page.elements().stream()
                    .filter(element -> evaluator.matches(page.document(), element))
                    .map(Element.class::cast)
                    .toList();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return List.of();
        }
    }

    /** Without what holds under a condition, such as {@code @media print}. */
    private static String withoutConditions(String css) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        int conditional = -1;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '@' && conditional < 0) {
                conditional = depth;
            }
            if (conditional < 0) {
                plain.append(c);
            }
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
            if ((c == '}' || c == ';') && conditional >= 0 && depth <= conditional) {
                conditional = -1;
            }
        }
        return plain.toString();
    }
}
