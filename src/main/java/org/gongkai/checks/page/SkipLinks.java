package org.gongkai.checks.page;

import java.util.List;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever goes by keyboard: the first stop leads past what is on every page. */
final class SkipLinks implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "skip-link",
                Severity.ERROR,
                "开头有“跳到正文”",
                "用键盘一项一项走的人",
                "WCAG 2.2 2.4.1；适老化规范 原则2（全程键盘）",
                "请把 <a href=\"#main\">跳到正文</a> 放在最前面，让它指向 <main id=\"main\">。");
    }

    /** Where less than this stands before the content, nothing need be skipped. */
    private static final int FEW = 4;

    @Override
    public void check(HtmlPage page, Findings findings) {
        Element first = null;
        int before = 0;
        List<Element> mains = Landmarks.of(page, "main");
        for (Element element : page.elements()) {
            if (!mains.isEmpty() && element == mains.get(0)) {
                break;
            }
            if (Focus.isTabbable(page, element) && page.isExposed(element)) {
                first = first == null ? element : first;
                before++;
            }
        }
        String href = first == null ? "" : first.attr("href");
        if (href.startsWith("#") && href.length() > 1) {
            String target = org.gongkai.model.Urls.decode(href.substring(1));
            if (page.byId(target) == null
                    && page.byId(href.substring(1)) == null
                    && !isNamed(page, target)) {
                findings.add(first, "“" + first.text() + "”指向的“" + href + "”不存在。");
            }
        } else if (before >= FEW && !mains.isEmpty()) {
            findings.warn(first, "网页开头没有“跳到正文”的链接。", rule().fix());
        }
    }

    private static boolean isNamed(HtmlPage page, String name) {
        return page.tagged("a").stream().anyMatch(anchor -> anchor.attr("name").equals(name));
    }
}
