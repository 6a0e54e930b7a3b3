package org.gongkai.checks.page;

import java.util.List;
import org.gongkai.model.Severity;
import org.gongkai.model.Similar;
import org.jsoup.nodes.Element;

/** For whoever hears a page: each role is one that assistive technology knows. */
final class AriaRoles implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "aria-role",
                Severity.ERROR,
                "role 的值有效",
                "听读屏软件读网页的人",
                "WCAG 2.2 4.1.2；适老化规范 4.1",
                "请改成有的 role，或者去掉它，改用相应的 HTML 标签。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element element : page.with("role")) {
            List<String> roles = Words.of(HtmlPage.word(element, "role"));
            String written = Roles.written(element);
            if (roles.isEmpty() || !page.isExposed(element)) {
                continue;
            }
            if (written == null) {
                report(element, roles.get(0), findings);
            } else if (Aria.role(written).is("old")) {
                findings.warn(element, "role“" + written + "”已经不用了。", rule().fix());
            }
        }
    }

    private void report(Element element, String name, Findings findings) {
        Aria.Role role = Aria.role(name);
        if (role != null) {
            findings.add(element, "role“" + name + "”只是分类的名称，不能用在网页上。");
            return;
        }
        List<String> nearest = Similar.nearest(name, Aria.roleNames(), 1);
        String fix = nearest.isEmpty() ? rule().fix() : "是不是“" + nearest.get(0) + "”？";
        findings.add(element, "没有“" + Words.shorter(name) + "”这个 role。", fix);
    }
}
