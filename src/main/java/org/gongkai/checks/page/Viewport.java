package org.gongkai.checks.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever has to enlarge a page to read it: nothing keeps them from it. */
final class Viewport implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "viewport",
                Severity.ERROR,
                "可以放大",
                "要放大才看得清的人",
                "WCAG 2.2 1.4.4；适老化规范 1.2.3",
                "请写 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">。");
    }

    private static final Pattern SETTING =
            Pattern.compile("([a-z-]+)\\s*=\\s*([^,;\\s]+)", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(HtmlPage page, Findings findings) {
        for (Element meta : page.tagged("meta")) {
            if (HtmlPage.word(meta, "name").equals("viewport")) {
                Matcher setting = SETTING.matcher(meta.attr("content"));
                while (setting.find()) {
                    String value = setting.group(2).toLowerCase(java.util.Locale.ROOT);
                    String name = setting.group(1).toLowerCase(java.util.Locale.ROOT);
                    if ((name.equals("user-scalable") && forbidsScaling(value))
                            || (name.equals("maximum-scale") && keepsSmall(value))) {
                        findings.add(meta, "网页不让人放大：" + setting.group() + "。");
                    }
                }
            }
        }
    }

    private static boolean forbidsScaling(String value) {
        return isNumber(value)
                ? Math.abs(Double.parseDouble(value)) < 1
                : !value.equals("yes") && !value.startsWith("device-");
    }

    /**
     * Less than twice the size; a negative number counts as none, a word that is not known as none
     * at all.
     */
    private static boolean keepsSmall(String value) {
        if (isNumber(value)) {
            double scale = Double.parseDouble(value);
            return scale >= 0 && scale < 2;
        }
        return !value.startsWith("device-");
    }

    private static boolean isNumber(String value) {
        return value.matches("[-+]?\\d{1,9}(\\.\\d*)?|[-+]?\\.\\d+");
    }
}
