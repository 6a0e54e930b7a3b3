package org.gongkai.checks.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;

/** For everyone: no other site learns who reads a page, or can break it. */
final class OutsideResources implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "outside-resource",
                Severity.ERROR,
                "不向别的网站取东西",
                "不愿被别的网站知道行踪的人，别的网站打不开时的所有人",
                "本站规则",
                "请把文件放到本站，改成本站的路径。");
    }

    private static final Pattern OTHER =
            Pattern.compile(
                    "(?:https?:)?//([^/?#:]+).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Resource resource : page.resources()) {
            Matcher matcher = OTHER.matcher(resource.url());
            if (matcher.matches() && !matcher.group(1).equalsIgnoreCase(ownHost(page))) {
                findings.add(
                        resource.element(),
                        "网页要从别的网站（"
                                + matcher.group(1)
                                + "）取“"
                                + Words.shorter(resource.url())
                                + "”。");
            }
        }
    }

    private static String ownHost(HtmlPage page) {
        return page.settings() != null && page.settings().address() != null
                ? page.settings().address().getHost()
                : SiteAddress.canonicalHost(page);
    }
}
