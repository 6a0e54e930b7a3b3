package org.gongkai.checks.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** For whoever opens a section: there is something in it. */
final class EmptyColumns implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "empty-column",
                Severity.WARNING,
                "没有空白栏目",
                "进了栏目却什么也找不到的人",
                "检查指标（国办秘函〔2019〕19号）",
                "请补充内容，或者先不设这个栏目。");
    }

    private static final Pattern NOTHING =
            Pattern.compile(
                    "(目前|现在|本栏目)?(暂无|暂时没有|尚无|没有|还没有|无)(这类|任何|相关|更多)?(的)?(公开|政府)?(信息|内容|数据|记录|文章|文件|资料)[。！.…]*");
    private static final Set<String> CONTENT =
            Set.of(
                    "img",
                    "svg",
                    "input",
                    "select",
                    "textarea",
                    "button",
                    "iframe",
                    "video",
                    "audio",
                    "object",
                    "embed",
                    "canvas",
                    "table",
                    "math");

    private static final Set<String> SECTIONS = Set.of("section", "article", "aside", "nav");

    @Override
    public void check(HtmlPage page, Findings findings) {
        List<Element> mains = Landmarks.of(page, "main");
        if (mains.isEmpty()) {
            return;
        }
        Element main = mains.get(0);
        for (Heading heading : page.headings()) {
            if (heading.level() > 1 && isIn(heading.element(), main) && isEmpty(heading, main)) {
                findings.add(
                        heading.element(),
                        "“" + Words.shorter(heading.element().text()) + "”下面没有内容。");
            }
        }
        for (Element list : page.tagged("ul", "ol")) {
            // A list with a name or an id may be filled by a script.
            if (list.attributesSize() <= (list.hasAttr("class") ? 1 : 0)
                    && list.childrenSize() == 0
                    && isIn(list, main)
                    && page.isExposed(list)) {
                findings.add(list, "列表 " + Words.quote(list) + " 是空的。");
            }
        }
        checkExcuses(page, main, findings);
    }

    /** A column that only says that there is nothing; the states of validity are no columns. */
    private static void checkExcuses(HtmlPage page, Element main, Findings findings) {
        if (page.path().startsWith("validity/")
                || page.tagged("meta").stream()
                        .noneMatch(meta -> meta.attr("name").equals("ColumnName"))) {
            return;
        }
        for (Element paragraph : page.tagged("p", "li", "div", "td")) {
            if (paragraph.childNodeSize() == 1
                    && paragraph.childNode(0) instanceof TextNode text
                    && mayBeExcuse(text.getWholeText())
                    && NOTHING.matcher(text.getWholeText().strip()).matches()
                    && isIn(paragraph, main)
                    && page.isExposed(paragraph)) {
                findings.warn(
                        paragraph,
                        "栏目没有内容，只写着“" + paragraph.ownText().strip() + "”。",
                        "请补充内容，或者先不设这个栏目。");
            }
        }
    }

    /** Quickly: whether it says “无” or “没” at all, as every excuse does. */
    private static boolean mayBeExcuse(String text) {
        return text.indexOf('无') >= 0 || text.indexOf('没') >= 0;
    }

    private static boolean isIn(Element element, Element main) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each == main) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing follows before the next heading of its level or a higher one. */
    private static boolean isEmpty(Heading heading, Element main) {
        Element each = heading.element();
        while (each != main) {
            for (Node next = each.nextSibling(); next != null; next = next.nextSibling()) {
                if (next instanceof TextNode text && !text.isBlank()) {
                    return false;
                }
                Boolean ends = next instanceof Element block ? ends(block, heading) : null;
                if (ends != null) {
                    return ends;
                }
            }
            each = each.parent();
            if (SECTIONS.contains(each.normalName())) {
                return true;
            }
        }
        return true;
    }

    /** Whether what follows ends the part of a heading; null where it says nothing yet. */
    private static Boolean ends(Element block, Heading heading) {
        for (Element each : (Iterable<Element>) block.stream()::iterator) {
            if (Heading.isHtmlHeading(each)) {
                return each.normalName().charAt(1) - '0' <= heading.level();
            }
            if (CONTENT.contains(each.normalName())
                    || each instanceof PageElement known && known.isLeftOut()
                    || !Words.isBlank(each.ownText())) {
                return false;
            }
        }
        return null;
    }
}
