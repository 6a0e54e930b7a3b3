package org.gongkai.checks.page;

import java.util.HashSet;
import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever follows a link or hears a label: an id leads to one place. */
final class DuplicateIds implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "duplicate-id",
                Severity.ERROR,
                "id 不重复",
                "听读屏软件、点链接的人",
                "WCAG 2.2 1.3.1、4.1.2",
                "请把其中一个 id 改成不同的。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        Set<String> reported = new HashSet<>();
        for (Element element : page.with("id")) {
            String id = element.id();
            if (!id.isBlank() && page.byId(id) != element && reported.add(id)) {
                findings.add(element, "id“" + Words.shorter(id) + "”不止一处。");
            }
        }
    }
}
