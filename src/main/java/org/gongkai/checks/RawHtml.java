package org.gongkai.checks;

import java.util.stream.Stream;
import org.gongkai.model.Body;
import org.gongkai.model.Column;
import org.gongkai.model.Problems;

/**
 * For editors: HTML that will be taken out of their text is said, so that nothing is lost in
 * silence.
 */
final class RawHtml implements ContentCheck {
    private final SafeHtml safeHtml;

    RawHtml(SafeHtml safeHtml) {
        this.safeHtml = safeHtml;
    }

    @Override
    public void check(Column column, Problems problems) {
        Stream.concat(
                        column.site().notices().stream().map(notice -> notice.body()),
                        column.site().pages().stream().map(page -> page.body()))
                .flatMap(body -> body.rawHtml().stream())
                .filter(raw -> !safeHtml.isHarmless(raw.html()))
                .forEach(raw -> report(raw, problems));
    }

    private static void report(Body.RawHtml raw, Problems problems) {
        problems.warning(
                "unsafe-html",
                raw.place(),
                "这里的 HTML 代码含有不允许的标签或属性，发布时会去掉；没有写结尾的按原样显示。",
                "请改用 Markdown 书写；表格可以用“| 甲 | 乙 |”的写法。");
    }
}
