package org.gongkai.checks.page;

import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever does not see what an object shows: its name tells. */
final class ObjectAlternatives implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "object-alt",
                Severity.ERROR,
                "嵌入的内容有替代文字",
                "看不见嵌入内容的人",
                "WCAG 2.2 1.1.1",
                "请在 <object> 上写 aria-label=\"内容是什么\"。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element object : page.tagged("object", "embed")) {
            String role = Roles.written(object);
            if (page.isExposed(object)
                    && !(object.attr("data") + object.attr("src")).isBlank()
                    && (role == null || role.equals("img") || page.roles().isConflicting(object))
                    && page.name(object).isEmpty()) {
                findings.add(object, "嵌入的内容 " + Words.quote(object) + " 没有替代文字。");
            }
        }
    }
}
