package org.gongkai.checks.page;

import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever does not see a drawing: its name tells what it shows. */
final class GraphicAlternatives implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "graphic-alt",
                Severity.ERROR,
                "图形有替代文字",
                "看不见图形的人",
                "WCAG 2.2 1.1.1",
                "请写 aria-label=\"图形的内容\"，或者在 <svg> 里写 <title>；只作装饰的写 aria-hidden=\"true\"。");
    }

    private static final Set<String> ROLES =
            Set.of("img", "graphics-document", "graphics-symbol", "doc-cover");

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("role")) {
            if (!element.normalName().equals("img")
                    && page.isExposed(element)
                    && ROLES.contains(page.roles().of(element))
                    && page.name(element).isEmpty()) {
                findings.add(element, "图形 " + Words.quote(element) + " 没有替代文字。");
            }
        }
    }
}
