package org.gongkai.checks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.model.Category;
import org.gongkai.model.Column;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;
import org.gongkai.model.UpdateTerm;

/**
 * For citizens, who look for what is new, and for the office that is inspected: no node of the
 * catalog stays empty or goes without anything new for longer than its 更新期限, nor does the front
 * page. It is said when seven tenths of the term are over.
 */
final class Freshness implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        Site site = column.site();
        Map<String, LocalDate> newest = new HashMap<>();
        LocalDate newestOfAll = null;
        for (Notice notice : site.notices()) {
            LocalDate day = notice.publicationDate();
            if (day.isAfter(site.asOf())) {
                continue;
            }
            newestOfAll = later(newestOfAll, day);
            if (notice.metadata().category() != null) {
                newest.merge(notice.metadata().category(), day, Freshness::later);
            }
        }
        UpdateTerm frontPage = site.settings().thresholds().frontPageUpdate();
        if (frontPage != null && newestOfAll != null) {
            Place place = site.settings().origin().at("阈值");
            judge("front-page-update", "首页", place, frontPage, newestOfAll, site, problems);
        }
        site.catalog().stream()
                .flatMap(Category::all)
                .forEach(category -> check(category, newest, site, problems));
    }

    private static void check(
            Category category, Map<String, LocalDate> newest, Site site, Problems problems) {
        Optional<LocalDate> last =
                category.all()
                        .map(each -> newest.get(each.name()))
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo);
        String name = "栏目“" + category.name() + "”";
        if (last.isPresent() && category.updateTerm() != null) {
            judge(
                    "category-update",
                    name,
                    category.at(),
                    category.updateTerm(),
                    last.get(),
                    site,
                    problems);
        } else if (last.isEmpty()
                && (category.updateTerm() != null
                        || site.settings().thresholds().emptyCategories())) {
            problems.warning(
                    "category-empty",
                    category.at(),
                    name + "是空白栏目，一份公开信息也没有。",
                    "请发布应当公开的内容；暂时没有内容的，请先从目录里去掉这一栏。");
        }
    }

    private static void judge(
            String check,
            String name,
            Place place,
            UpdateTerm term,
            LocalDate newest,
            Site site,
            Problems problems) {
        LocalDate last = term.last(newest);
        long whole = ChronoUnit.DAYS.between(newest, last);
        long gone = ChronoUnit.DAYS.between(newest, site.asOf());
        String since = name + "最近一次更新是 " + newest + "，更新期限是 " + term.wording() + "，";
        if (gone > whole) {
            problems.warning(
                    check, place, since + "已经超过 " + (gone - whole) + " 天。", "请尽快发布应当公开的新内容。");
        } else if (gone * 10 >= whole * 7) {
            problems.warning(
                    check,
                    place,
                    since + "还剩 " + (whole - gone) + " 天（到 " + last + "）。",
                    "请在到期以前发布应当公开的新内容。");
        }
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a == null || b.isAfter(a) ? b : a;
    }
}
