package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever does not see an image map: each of its links says where it leads. */
final class AreaAlternatives implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "area-alt",
                Severity.ERROR,
                "图片热区有替代文字",
                "看不见图片的人",
                "WCAG 2.2 1.1.1、2.4.4",
                "请在 <area> 上写 alt=\"链接到哪里\"。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element area : page.tagged("area")) {
            if (area.hasAttr("href") && page.isExposed(area) && page.name(area).isEmpty()) {
                findings.add(area, "图片热区 " + Words.quote(area) + " 没有替代文字。");
            }
        }
    }
}
