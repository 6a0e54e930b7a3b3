package org.gongkai.checks.page;

import java.util.List;
import java.util.Set;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever goes from area to area: head, navigation and foot are where they are looked for. */
final class PageLandmarks implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "page-landmarks",
                Severity.WARNING,
                "页头、页脚、导航各在其位",
                "用读屏软件在各区域间跳转的人",
                "WCAG 2.2 1.3.1、2.4.1",
                "请用 <header>、<nav>、<footer> 标出页头、导航、页脚，页头、页脚各一个，直接放在 <body> 里。");
    }

    private static final Set<String> TOP = Set.of("banner", "complementary", "contentinfo", "main");

    @Override
    public void check(HtmlPage page, Findings findings) {
        List<Element> landmarks = page.landmarks();
        for (String role : List.of("banner", "navigation", "contentinfo")) {
            List<Element> found =
                    landmarks.stream().filter(each -> page.roles().of(each).equals(role)).toList();
            if (found.isEmpty()) {
                findings.add(null, "网页没有标明" + Landmarks.label(role) + "。");
            } else if (found.size() > 1 && !role.equals("navigation")) {
                findings.add(found.get(1), "网页有不止一个" + Landmarks.label(role) + "。");
            }
        }
        for (Element landmark : landmarks) {
            String role = page.roles().of(landmark);
            Element around = around(landmark, landmarks);
            if (TOP.contains(role) && around != null) {
                findings.add(
                        landmark,
                        Landmarks.label(role)
                                + " "
                                + Words.quote(landmark)
                                + " 放在了"
                                + Landmarks.label(page.roles().of(around))
                                + "里面。");
            }
        }
    }

    private static Element around(Element landmark, List<Element> landmarks) {
        for (Element each = landmark.parent(); each != null; each = each.parent()) {
            if (landmarks.contains(each)) {
                return each;
            }
        }
        return null;
    }
}
