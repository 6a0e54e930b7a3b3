package org.gongkai.checks;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Column;
import org.gongkai.model.ContentPage;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;

/**
 * For everyone with a link: no two files have one address, not even where a file system takes A and
 * a for the same.
 */
final class Addresses implements ContentCheck {
    private static final Set<String> GENERATED =
            Set.of(
                    "index.html",
                    "404.html",
                    "feed.xml",
                    "sitemap.xml",
                    "notices",
                    "tasks",
                    "units",
                    "topics",
                    "catalog",
                    "validity",
                    "map",
                    "pages",
                    "data",
                    "search");

    /** The page of the accessibility tools lies beside their scripts. */
    private static final String TOOLS = "tools/index.html";

    /** The scripts of the search lie beside its page and its index. */
    private static final Pattern SEARCH_SCRIPT = Pattern.compile("search/[^/]+\\.js");

    @Override
    public void check(Column column, Problems problems) {
        Map<String, Place> taken = new HashMap<>();
        ContentChecks.allNotices(column)
                .sorted(Comparator.comparing(Notice::draft).thenComparing(Notice::id))
                .forEach(notice -> take(notice.folder(), notice.origin().start(), taken, problems));
        column.site().pages().stream()
                .sorted(Comparator.comparing(ContentPage::name))
                .forEach(page -> take(page.folder(), page.origin().start(), taken, problems));
        for (Notice notice : column.site().notices()) {
            String own = notice.folder() + "/index.html";
            if (notice.publishedFiles().anyMatch(file -> file.path().equals(own))) {
                clash(notice.origin().at("附件"), "附件不能叫“index.html”，那是公开信息自己的网页。", problems);
            }
        }
        for (Column.Asset asset : column.assets()) {
            if (isGenerated(key(asset.path())) && !SEARCH_SCRIPT.matcher(asset.path()).matches()) {
                clash(
                        new Place("assets/" + asset.path(), 1),
                        "assets 里的“" + asset.path() + "”与自动生成的网页地址相同。",
                        problems);
            }
        }
    }

    /** Whether a file is made for all columns, or lies where no others do. */
    static boolean isGenerated(String key) {
        return GENERATED.contains(key.split("/")[0]) || key.equals(TOOLS);
    }

    private static void take(
            String folder, Place place, Map<String, Place> taken, Problems problems) {
        Place other = taken.putIfAbsent(key(folder), place);
        if (other != null) {
            clash(place, "文件名与 " + other.file() + " 只有大小写或写法之别，网址会相同。", problems);
        }
    }

    private static void clash(Place place, String what, Problems problems) {
        problems.error("same-address", place, what, "请把其中一个改成不同的文件名。");
    }

    static String key(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
