package org.gongkai.checks.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever goes from area to area: two of a kind have different names. */
final class LandmarkNames implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "landmark-name",
                Severity.WARNING,
                "同类区域各有名称",
                "用读屏软件在各区域间跳转的人",
                "WCAG 2.2 1.3.1、2.4.1",
                "请给每一个写上不同的名称，例如 <nav aria-label=\"专栏\">。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        List<Element> landmarks = page.landmarks();
        Map<String, Element> first = new HashMap<>();
        for (Element landmark : landmarks) {
            String role = page.roles().of(landmark);
            String name = page.name(landmark);
            if (first.putIfAbsent(role + "\n" + name, landmark) != null) {
                findings.add(
                        landmark,
                        "网页有几个"
                                + Landmarks.label(role)
                                + (name.isEmpty() ? "都没有名称" : "都叫“" + name + "”")
                                + "，听不出区别。");
            } else if (name.isEmpty()
                    && role.equals("navigation")
                    && landmarks.stream().filter(each -> page.roles().of(each).equals(role)).count()
                            > 1) {
                findings.add(landmark, "网页有几个导航，其中一个没有名称。");
            }
        }
    }
}
