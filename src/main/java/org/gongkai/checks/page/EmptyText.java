package org.gongkai.checks.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** For whoever wants to call or go there: no template has left out what was to be put in. */
final class EmptyText implements PageCheck {
    private static final Set<String> BLOCKS =
            Set.of(
                    ("address article aside blockquote body caption dd div dt figcaption footer h1 h2 h3 h4 h5 h6 header"
                                    + " label legend li main nav option p section summary td th title")
                            .split(" "));
    private static final Set<String> GROUPS = Set.of("ul", "ol", "dl", "table", "br");

    /** What shows something that is no text of the page, or quotes signs on purpose. */
    private static final Set<String> THINGS =
            Set.of(
                    ("button code iframe img input kbd object pre samp script select style svg textarea")
                            .split(" "));

    private static final Pattern IN_ADDRESS =
            Pattern.compile("\\$\\{|\\{\\{|(?:^|[/=])(?:undefined|null)(?:$|[/&#])");

    @Override
    public Rule rule() {
        return new Rule(
                "empty-text",
                Severity.ERROR,
                "没有漏填的内容",
                "照着网页打电话、找地方的人",
                "政府网站发展指引（国办发〔2017〕47号）",
                "请补上漏填的内容；没有内容的，整句不要显示。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.elements()) {
            if (BLOCKS.contains(element.normalName())
                    && (page.isShown(element) || element.normalName().equals("title"))) {
                checkBlock(element, page, findings);
            }
        }
        for (String attribute : List.of("alt", "title", "aria-label", "content", "placeholder")) {
            for (Element element : page.with(attribute)) {
                report(element, element.attr(attribute), page, findings);
            }
        }
        for (String attribute : List.of("href", "src", "action")) {
            for (Element element : page.with(attribute)) {
                String address = element.attr(attribute);
                if (Gaps.areLikely(address) && IN_ADDRESS.matcher(address).find()) {
                    findings.add(element, "网址“" + Words.shorter(address) + "”里有漏填的内容。");
                }
            }
        }
        for (Element value : page.tagged("dd")) {
            Element label = value.previousElementSibling();
            if (label != null
                    && label.normalName().equals("dt")
                    && page.isExposed(value)
                    && !says(value)) {
                findings.add(value, "“" + Words.shorter(label.text()) + "”没有内容。");
            }
        }
    }

    private static boolean says(Element element) {
        return !Words.isBlank(element.wholeText())
                || element.stream().anyMatch(each -> THINGS.contains(each.normalName()));
    }

    private void checkBlock(Element block, HtmlPage page, Findings findings) {
        StringBuilder words = new StringBuilder();
        append(block, words);
        String text = words.toString();
        if (Words.isBlank(text)) {
            return;
        }
        report(block, text, page, findings);
        if (Gaps.endsWithLabel(text) && endsThere(block)) {
            findings.add(block, "“" + Words.shorter(text.strip()) + "”后面没有内容。");
        }
    }

    /** Whether the value is not in what follows the label. */
    private static boolean endsThere(Element block) {
        boolean holdsOthers =
                block.children().stream()
                        .map(Element::normalName)
                        .anyMatch(
                                tag ->
                                        BLOCKS.contains(tag)
                                                || GROUPS.contains(tag)
                                                || THINGS.contains(tag));
        String tag = block.normalName();
        return !holdsOthers
                && (block.nextElementSibling() == null || tag.equals("li") || tag.equals("p"));
    }

    /**
     * What editors typed is published as issued; only a sentence that leads nowhere is surely our
     * own, and on pages of somebody else who can tell.
     */
    private void report(Element element, String text, HtmlPage page, Findings findings) {
        if (!Gaps.areLikely(text)) {
            return;
        }
        String telling = Gaps.telling(text);
        if (telling != null) {
            findings.add(element, "“" + telling + "”像是漏填了内容。");
            return;
        }
        String sign = Gaps.sign(text);
        if (sign != null && page.settings() == null) {
            findings.add(element, "“" + sign + "”像是漏填了内容。");
        } else if (sign != null) {
            findings.warn(element, "“" + sign + "”像是漏填了内容。", "如果原文如此，可以不改。");
        }
    }

    /** The text of a block without the blocks in it. */
    private static void append(Element element, StringBuilder text) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element child) {
                String tag = child.normalName();
                if (BLOCKS.contains(tag) || GROUPS.contains(tag)) {
                    text.append('\n');
                } else if (THINGS.contains(tag)) {
                    text.append('\uFFFC');
                } else {
                    append(child, text);
                }
            }
        }
    }
}
