package org.gongkai.checks.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever hears a page or speaks to it: each link says where it leads. */
final class LinkNames implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "link-name",
                Severity.ERROR,
                "链接有名称",
                "听读屏软件、用语音操作的人",
                "WCAG 2.2 2.4.4、4.1.2",
                "请在链接里写上文字；链接里只有图片的，给图片写 alt。");
    }

    /** A full stop, », >>: a voice leaves them out or says what they are called. */
    private static final Pattern ONLY_MARKS = Pattern.compile("[\\p{P}\\p{Sm}\\p{Sk}\\s]+");

    @Override
    public void check(HtmlPage page, Findings findings) {
        Set<String> roles =
                Set.of("link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref");
        for (Element link : Named.of(page, roles, "a")) {
            if (link.normalName().equals("area")) {
                continue;
            }
            String name = page.name(link);
            if (name.isEmpty()) {
                findings.add(link, "链接 " + Words.quote(link) + " 没有名称。");
            } else if (isOnlyMarks(name)) {
                findings.warn(
                        link,
                        "链接 " + Words.quote(link) + " 只有符号“" + name + "”，听不出通到哪里。",
                        "请写上文字，例如“更多公告”；符号要留的，在链接上写 aria-label。");
            }
        }
    }

    private static boolean isOnlyMarks(String name) {
        return !Character.isLetterOrDigit(name.charAt(0)) && ONLY_MARKS.matcher(name).matches();
    }
}
