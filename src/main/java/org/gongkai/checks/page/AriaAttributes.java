package org.gongkai.checks.page;

import java.util.List;
import org.gongkai.model.Severity;
import org.gongkai.model.Similar;
import org.jsoup.nodes.Element;

/** For whoever hears a page: each aria attribute is one that assistive technology knows. */
final class AriaAttributes implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "aria-attribute",
                Severity.ERROR,
                "aria- 属性有效",
                "听读屏软件读网页的人",
                "WCAG 2.2 4.1.2；适老化规范 4.1",
                "请改成有的属性，或者去掉它。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (String attribute : page.attributes()) {
            if (!attribute.startsWith("aria-") || Aria.attribute(attribute.substring(5)) != null) {
                continue;
            }
            List<String> nearest =
                    Similar.nearest(attribute.substring(5), Aria.attributeNames(), 1);
            String fix = nearest.isEmpty() ? rule().fix() : "是不是“aria-" + nearest.get(0) + "”？";
            for (Element element : page.with(attribute)) {
                findings.add(element, "没有“" + Words.shorter(attribute) + "”这个属性。", fix);
            }
        }
    }
}
