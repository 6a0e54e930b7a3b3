package org.gongkai.checks.page;

import java.util.List;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever jumps to the content: there is one place where it begins. */
final class MainLandmark implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "main-landmark",
                Severity.WARNING,
                "一个主要内容区",
                "用键盘和读屏软件直达正文的人",
                "WCAG 2.2 1.3.1、2.4.1",
                "请把正文放进一个 <main>，页头、导航、页脚放在它外面。");
    }

    @Override
    public void check(HtmlPage page, Findings findings) {
        List<Element> mains = Landmarks.of(page, "main");
        if (mains.isEmpty()) {
            findings.add(null, "网页没有主要内容区 <main>。");
        }
        for (Element second : mains.subList(Math.min(1, mains.size()), mains.size())) {
            findings.add(second, "网页有不止一个主要内容区 <main>。");
        }
    }
}
