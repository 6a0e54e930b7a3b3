package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page or speaks to it: each link says where it leads. */
final class LinkNames implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "link-name",
                Severity.ERROR,
                "链接有名称",
                "听读屏软件、用语音操作的人",
                "WCAG 2.2 2.4.4、4.1.2",
                "请在链接里写上文字；链接里只有图片的，给图片写 alt。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        Set<String> roles =
                Set.of("link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref");
        for (Element link : Named.of(page, roles, "a")) {
            if (!link.normalName().equals("area") && page.name(link).isEmpty()) {
                findings.add(link, "链接 " + Words.quote(link) + " 没有名称。");
            }
        }
    }
}
