package org.gongkai.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.checks.page.PageChecks;
import org.gongkai.model.CheckLevel;
import org.gongkai.model.Column;
import org.gongkai.model.Problems;
import org.gongkai.model.Similar;

/** For whoever lowers a check of pages in site.yml (网页检查): there is such a check. */
final class PageCheckLevels implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        Set<String> known = new PageChecks().rules().keySet();
        Set<String> seen = new HashSet<>();
        for (CheckLevel level : column.site().settings().pageChecks()) {
            if (!known.contains(level.check())) {
                List<String> nearest = Similar.nearest(level.check(), known, 1);
                problems.error(
                        "page-check",
                        level.at(),
                        "没有“" + level.check() + "”这项网页检查。",
                        nearest.isEmpty() ? "可以写的见 docs/网页检查.md。" : "是不是“" + nearest.get(0) + "”？");
            } else if (!seen.add(level.check())) {
                problems.error(
                        "page-check", level.at(), "网页检查“" + level.check() + "”写了两次。", "请只留一处。");
            }
        }
    }
}
