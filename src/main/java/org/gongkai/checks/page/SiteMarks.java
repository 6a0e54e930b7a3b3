package org.gongkai.checks.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.model.Place;
import org.gongkai.model.Problem;
import org.gongkai.model.Problems;

/**
 * What the settings say and no page of a built site shows. That is no fault of any page: most
 * likely the settings changed since the site was built, and the next build mends it.
 */
public final class SiteMarks {
    private static final Set<String> CHECKS = Set.of("footer-mark", "meta-tags");

    private SiteMarks() {}

    /** A problem as it is told of every page. */
    private record Mark(String check, String what) {}

    /**
     * Passes on what was found on the pages of a built site, but what is the same on all of them
     * once, and as a warning.
     *
     * @param pages how many there are
     * @param settings where what is asked of all of them is written
     */
    public static void passOn(List<Problem> found, int pages, Place settings, Problems problems) {
        Map<Mark, Integer> counts = new HashMap<>();
        for (Problem problem : found) {
            if (CHECKS.contains(problem.check())) {
                counts.merge(new Mark(problem.check(), problem.what()), 1, Integer::sum);
            }
        }
        for (Problem problem : found) {
            if (counts.getOrDefault(new Mark(problem.check(), problem.what()), 0) < pages) {
                problems.add(problem);
            } else {
                problems.warning(
                        problem.check(),
                        settings,
                        "已经生成的 " + pages + " 个网页都是这样：" + problem.what(),
                        "改了 site.yml 还没有重新生成的，请运行 gongkai build；重新生成也不行的，请改正模板。");
            }
        }
    }
}
