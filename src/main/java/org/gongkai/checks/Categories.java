package org.gongkai.checks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.model.Category;
import org.gongkai.model.Column;
import org.gongkai.model.Problems;
import org.gongkai.model.Similar;

/** For who looks through the 主动公开基本目录: a notice stands in a place that the catalog has. */
final class Categories implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        Set<String> known =
                column.site().catalog().stream()
                        .flatMap(Category::all)
                        .map(Category::name)
                        .collect(Collectors.toSet());
        if (known.isEmpty()) {
            return;
        }
        ContentChecks.allNotices(column)
                .filter(notice -> notice.metadata().category() != null)
                .filter(notice -> !known.contains(notice.metadata().category()))
                .forEach(
                        notice -> {
                            String category = notice.metadata().category();
                            List<String> nearest = Similar.nearest(category, known, 1);
                            problems.warning(
                                    "unknown-category",
                                    notice.origin().at("栏目"),
                                    "主动公开基本目录里没有“" + category + "”。",
                                    nearest.isEmpty()
                                            ? "请填写 content/catalog.yml 里的名称。"
                                            : "是不是“" + nearest.get(0) + "”？");
                        });
    }
}
