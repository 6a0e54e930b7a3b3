package org.gongkai.checks.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/**
 * For whoever wants to know whose site it is, or to report a fault: each page says so at its foot.
 */
final class FooterMarks implements PageCheck {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    @Override
    public Rule rule() {
        return new Rule(
                "footer-mark",
                Severity.ERROR,
                "页脚标识齐全",
                "要核实网站、报告错误、联系机关的人",
                "政府网站发展指引（国办发〔2017〕47号）",
                "请让页脚在每一页都显示 site.yml 里填写的标识。");
    }

    private static final List<String> LINKED = List.of("党政机关标识", "党政机关", "我为政府网站找错", "政府网站找错");

    @Override
    public void check(HtmlPage page, Findings findings) {
        List<Element> footers = Landmarks.of(page, "contentinfo");
        if (page.settings() != null) {
            checkConfigured(
                    page, footers.isEmpty() ? page.document().body() : footers.get(0), findings);
        }
        for (Element link : page.tagged("a")) {
            String href = link.attr("href").strip();
            if ((href.isEmpty() || href.equals("#") || href.startsWith("javascript:"))
                    && LINKED.contains(page.name(link))) {
                findings.add(link, "“" + page.name(link) + "”没有链接到网址。", "请链接到它的网址。");
            }
        }
    }

    private void checkConfigured(HtmlPage page, Element footer, Findings findings) {
        String text = footer.text();
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("主办单位", page.settings().host());
        marks.put("网站标识码", page.settings().siteCode());
        marks.put("ICP备案号", page.settings().icp());
        marks.put("公安机关备案标识", page.settings().policeNumber());
        marks.put("联系方式", page.settings().contact().telephone());
        marks.forEach(
                (label, value) -> {
                    if (value != null
                            && !text.contains(SPACE.matcher(value.strip()).replaceAll(" "))) {
                        findings.add(null, "页脚没有" + label + "“" + value + "”。");
                    }
                });
        Map<String, String> links = new LinkedHashMap<>();
        links.put("党政机关标识", page.settings().partyGovernmentMark());
        links.put("我为政府网站找错", page.settings().errorReport());
        links.forEach(
                (label, href) -> {
                    if (href != null
                            && page.tagged("a").stream()
                                    .noneMatch(link -> link.attr("href").equals(href))) {
                        findings.add(null, "页脚没有“" + label + "”的链接。");
                    }
                });
    }
}
