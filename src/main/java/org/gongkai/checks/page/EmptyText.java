package org.gongkai.checks.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever wants to call or go there: no template has left out what was to be put in. */
final class EmptyText implements PageCheck {
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

    private static final String LABELS =
            "(?:联系|咨询|监督|举报|服务)?电话|传真|(?:电子)?邮箱|邮编|(?:办公|联系|通[信讯])?地址|办公时间|联系人|联系方式|(?:网站)?主办单位|承办单位|网站标识码|(?:ICP|公安)?备案[号码]|(?:信息|内容|文章)?来源|作者|责任编辑|发布(?:日期|时间|机[关构])|成文日期|索引号|发文字号|文号|有效性|主题分类|统一编号";
    private static final Pattern EMPTY =
            Pattern.compile(
                    "（）|《》|“”|‘’|【】|〔〕|「」|(?<=\\p{IsHan})\\(\\)"
                            + "|(?:拨打|致电|登录|登陆|发送至|寄往|寄至|前往)\\s*[，。；、！]"
                            + "|(?:拨打|致电|(?<![\\p{IsHan}])[到由向在]|或者[到由向在])\\s+(?:进行|办理|咨询|查询|领取|提交|申请|反映|现场|了解)"
                            + "|(?:"
                            + LABELS
                            + ")[：:]\\s*[，。；、）]"
                            + "|[，、；：]\\s*[，、。；]|。\\s*[，、；]");
    private static final Pattern LEFT_OVER =
            Pattern.compile(
                    "\\$\\{[^}]*\\}|\\{\\{[^}]*\\}\\}|<%.*?%>|\\[object Object\\]"
                            + "|(?:^|(?<=[\\p{IsHan}：:，。（《“]))\\s*(?:null|undefined|NaN)(?=\\s*(?:$|[\\p{IsHan}，。；、）》”]))");
    private static final Pattern LABEL_ALONE =
            Pattern.compile("(?:.*[\\s，；])?(?:" + LABELS + ")[：:]\\s*");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "li",
                    "dt",
                    "dd",
                    "td",
                    "th",
                    "caption",
                    "figcaption",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "div",
                    "address",
                    "summary",
                    "legend",
                    "label",
                    "blockquote",
                    "footer",
                    "header",
                    "section",
                    "article",
                    "body",
                    "main",
                    "title",
                    "option",
                    "nav",
                    "aside");
    private static final Set<String> QUOTED =
            Set.of("code", "pre", "kbd", "samp", "script", "style", "textarea");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("\\$\\{|\\{\\{|(?:^|[/=])(?:undefined|null)(?:$|[/&#])");

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.elements()) {
            if (BLOCKS.contains(element.normalName())
                    && (page.isShown(element) || element.normalName().equals("title"))) {
                checkText(element, findings);
            }
        }
        for (String attribute : List.of("alt", "title", "aria-label", "content", "placeholder")) {
            for (Element element : page.with(attribute)) {
                report(element, first(element.attr(attribute)), findings);
            }
        }
        for (String attribute : List.of("href", "src", "action")) {
            for (Element element : page.with(attribute)) {
                Matcher matcher = IN_ADDRESS.matcher(element.attr(attribute));
                if (matcher.find()) {
                    findings.add(
                            element, "网址“" + Words.shorter(element.attr(attribute)) + "”里有漏填的内容。");
                }
            }
        }
        for (Element value : page.tagged("dd")) {
            if (page.isExposed(value) && isLabelled(value) && !says(value)) {
                findings.add(
                        value,
                        "“" + Words.shorter(value.previousElementSibling().text()) + "”没有内容。");
            }
        }
    }

    private static boolean isLabelled(Element value) {
        Element before = value.previousElementSibling();
        return before != null && before.normalName().equals("dt");
    }

    private static boolean says(Element element) {
        return !Words.isBlank(element.wholeText())
                || !element.select("img, svg, input, button, select, textarea").isEmpty();
    }

    private void checkText(Element block, Findings findings) {
        String text = ownWords(block);
        if (text.isBlank()) {
            return;
        }
        String found = first(text);
        if (found == null && LABEL_ALONE.matcher(text).matches() && endsThere(block)) {
            found = text.strip();
        }
        report(block, found, findings);
    }

    private static String first(String text) {
        Matcher matcher = EMPTY.matcher(text);
        Matcher leftOver = LEFT_OVER.matcher(text);
        return matcher.find()
                ? around(text, matcher)
                : leftOver.find() ? around(text, leftOver) : null;
    }

    private static String around(String text, Matcher matcher) {
        int from = Math.max(0, matcher.start() - 8);
        return text.substring(from, Math.min(text.length(), matcher.end() + 8)).strip();
    }

    /** Whether the value is not in what follows the label. */
    private static boolean endsThere(Element block) {
        if (block.children().stream()
                .anyMatch(
                        child ->
                                BLOCKS.contains(child.normalName())
                                        || child.normalName()
                                                .matches(
                                                        "ul|ol|dl|table|img|input|select|textarea"))) {
            return false;
        }
        Element next = block.nextElementSibling();
        return next == null || block.normalName().equals("li") || block.normalName().equals("p");
    }

    private void report(Element element, String found, Findings findings) {
        if (found == null) {
            return;
        }
        String what = "“" + found + "”像是漏填了内容。";
        if (isIssued(element)) {
            // What was issued is published as issued; a person may want to look at it.
            findings.warn(element, what, "如果原文如此，可以不改。");
        } else {
            findings.add(element, what);
        }
    }

    /** Whether it is the text of a document, not of the site. */
    private static boolean isIssued(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each.attributesSize() > 0
                    && (each.hasAttr("data-search") || each.hasClass("body"))) {
                return true;
            }
        }
        return false;
    }

    /** The text of a block without the blocks in it. */
    private static String ownWords(Element block) {
        StringBuilder text = new StringBuilder();
        append(block, text);
        return text.toString();
    }

    private static void append(Element element, StringBuilder text) {
        for (org.jsoup.nodes.Node node : element.childNodes()) {
            if (node instanceof org.jsoup.nodes.TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element child) {
                String tag = child.normalName();
                if (BLOCKS.contains(tag) || tag.matches("ul|ol|dl|table")) {
                    text.append('\n');
                } else if (QUOTED.contains(tag)
                        || tag.matches("img|svg|input|button|select|br|wbr|iframe|object")) {
                    // Whatever it shows is no gap.
                    text.append(tag.equals("br") ? "\n" : "\uFFFC");
                } else {
                    append(child, text);
                }
            }
        }
    }
}
