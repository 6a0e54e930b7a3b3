package org.gongkai.checks.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** For whoever wants to call or go there: no template has left out what was to be put in. */
final class EmptyText implements PageCheck {
    /** What an element is to the text around it, if it is no part of it. */
    private enum Part {
        BLOCK,
        GROUP,
        THING
    }

    private static final Map<String, Part> PARTS = new HashMap<>();

    static {
        add(
                Part.BLOCK,
                "address article aside blockquote body caption dd div dt figcaption footer h1 h2 h3 h4 h5 h6 header"
                        + " label legend li main nav option p section summary td th title");
        add(Part.GROUP, "ul ol dl table br");
        // These show something that is no text of the page, or quote signs on purpose.
        add(
                Part.THING,
                "button code iframe img input kbd object pre samp script select style svg textarea");
    }

    private static void add(Part part, String tags) {
        for (String tag : tags.split(" ")) {
            PARTS.put(tag, part);
        }
    }

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
        Passage passage = new Passage();
        for (PageElement element : page.elements()) {
            if (PARTS.get(element.normalName()) == Part.BLOCK
                    && (page.isShown(element) || element.normalName().equals("title"))) {
                checkBlock(element, passage, page, findings);
            }
        }
        for (String attribute : List.of("alt", "title", "aria-label", "content", "placeholder")) {
            for (Element element : page.with(attribute)) {
                String text = element.attr(attribute);
                if (Gaps.areLikely(text)) {
                    reportLikely(element, text, page, findings);
                }
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
        return element.childNodeSize() > 0
                        && element.childNode(0) instanceof TextNode words
                        && !Words.isBlank(words.getWholeText())
                || !Words.isBlank(element.wholeText())
                || element.stream().anyMatch(each -> PARTS.get(each.normalName()) == Part.THING);
    }

    private void checkBlock(Element block, Passage text, HtmlPage page, Findings findings) {
        text.clear();
        append(block, text);
        if (Words.isBlank(text)) {
            return;
        }
        if (Gaps.areLikely(text.chars, text.length)) {
            reportLikely(block, text.toString(), page, findings);
        }
        if (Gaps.endsWithLabel(text) && endsThere(block)) {
            findings.add(block, "“" + Words.shorter(text.toString().strip()) + "”后面没有内容。");
        }
    }

    /** Whether the value is not in what follows the label. */
    private static boolean endsThere(Element block) {
        boolean holdsOthers =
                block.children().stream().anyMatch(child -> PARTS.containsKey(child.normalName()));
        String tag = block.normalName();
        return !holdsOthers
                && (block.nextElementSibling() == null || tag.equals("li") || tag.equals("p"));
    }

    /**
     * What editors typed is published as issued; only a sentence that leads nowhere is surely our
     * own, and on pages of somebody else who can tell.
     */
    private void reportLikely(Element element, String text, HtmlPage page, Findings findings) {
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
    private static void append(Element element, Passage text) {
        int nodes = element.childNodeSize();
        for (int i = 0; i < nodes; i++) {
            Node node = element.childNode(i);
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element child) {
                Part part = PARTS.get(child.normalName());
                if (part == null) {
                    append(child, text);
                } else {
                    text.append(part == Part.THING ? "\uFFFC" : "\n");
                }
            }
        }
    }

    /** A text that is put together, again and again in the same place. */
    private static final class Passage implements CharSequence {
        private char[] chars = new char[256];
        private int length;

        void clear() {
            length = 0;
        }

        void append(String text) {
            int end = length + text.length();
            if (end > chars.length) {
                chars = Arrays.copyOf(chars, Math.max(end, 2 * chars.length));
            }
            text.getChars(0, text.length(), chars, length);
            length = end;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int i) {
            return chars[i];
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new String(chars, from, to - from);
        }

        @Override
        public String toString() {
            return new String(chars, 0, length);
        }
    }
}
