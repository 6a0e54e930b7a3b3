package org.gongkai.checks.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever reads slowly: a page does not leave under their eyes. */
final class MetaRefresh implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "meta-refresh",
                Severity.ERROR,
                "网页不自己跳转",
                "读得慢、听读屏软件的人",
                "WCAG 2.2 2.2.1、2.2.4、3.2.5",
                "请去掉它；要转到别处的，写一个链接，或者由服务器转。");
    }

    private static final Pattern DELAY =
            Pattern.compile("\\s*(\\d+|(?=\\.))(\\.[\\d.]*)?(?:[;,\\s].*)?", Pattern.DOTALL);

    /** After twenty hours nobody still reads (WCAG 2.2, 2.2.1). */
    private static final int LONG_SECONDS = 72000;

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element meta : page.tagged("meta")) {
            if (HtmlPage.word(meta, "http-equiv").equals("refresh") && meta.hasAttr("content")) {
                Matcher delay = DELAY.matcher(meta.attr("content"));
                if (delay.matches()) {
                    long seconds = seconds(delay.group(1));
                    if (seconds > 0 && seconds <= LONG_SECONDS) {
                        findings.add(meta, "网页过 " + seconds + " 秒会自己跳转或刷新。");
                    }
                    return;
                }
            }
        }
    }

    private static long seconds(String digits) {
        return digits.isEmpty() ? 0 : digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
