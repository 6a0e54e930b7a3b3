package org.gongkai.checks;

import java.util.EnumMap;
import java.util.Map;
import org.gongkai.model.Column;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Problems;
import org.gongkai.model.Section;

/** For citizens, who take the five sections for the way in: one page opens each. */
final class Sections implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        Map<Section, ContentPage> opened = new EnumMap<>(Section.class);
        for (ContentPage page : column.site().pages()) {
            if (page.section() == null) {
                continue;
            }
            ContentPage first = opened.putIfAbsent(page.section(), page);
            if (first != null) {
                problems.warning(
                        "section-twice",
                        page.origin().at("专栏"),
                        "“"
                                + page.section().label()
                                + "”已经由 "
                                + first.origin().file()
                                + " 打开，导航里只显示那一页。",
                        "请去掉其中一处的“专栏”，再从那一页链接过来。");
            }
        }
    }
}
