package org.gongkai.checks.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Element;

/** For whoever collects and watches government sites: each page says whose it is and what. */
final class MetaTags implements PageCheck {
    @Override
    public Rule rule() {
        return new Rule(
                "meta-tags",
                Severity.ERROR,
                "政府网站标签齐全",
                "按标签汇总、监测政府网站的人",
                "政府网站发展指引（国办发〔2017〕47号）",
                "请在 <head> 里写 <meta name=\"标签名\" content=\"内容\">，每个标签一个，名称照抄，分大小写。");
    }

    private static final List<String> OF_ALL = List.of("SiteName", "SiteDomain", "SiteIDCode");
    private static final List<String> OF_COLUMNS =
            List.of("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType");
    private static final List<String> OF_ARTICLES =
            List.of("ArticleTitle", "PubDate", "ContentSource");
    private static final Pattern NOTICE =
            Pattern.compile("notices/\\d{4}/(?!page/)[^/]+/index\\.html");
    private static final Pattern SITE_CODE = Pattern.compile("\\d{10}|bm\\d{8}");
    private static final Pattern TIME =
            Pattern.compile(
                    "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]) ([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "网站名称|网站域名|网站标识码|栏目名称|栏目描述|栏目关键词|栏目类[别型]|文章标题|(信息|文章)?标题|(内容|信息|稿件)?来源|发布(时间|日期)|待填.*|待定|测试|无|[xX×＊*]{2,}.*|null|undefined|\\$\\{.*|\\{\\{.*");

    @Override
    public void check(HtmlPage page, Findings findings) {
        Map<String, Element> tags = new HashMap<>();
        for (Element meta : page.tagged("meta")) {
            String name = meta.attr("name").strip();
            String known = known(name);
            if (known == null) {
                continue;
            }
            if (!known.equals(name)) {
                findings.add(meta, "标签名“" + name + "”大小写不对。", "请写成“" + known + "”。");
            }
            if (tags.put(known, meta) != null) {
                findings.add(meta, "标签 " + known + " 不止一个。");
            }
            checkValue(known, meta, page, findings);
        }
        checkMissing(page, tags, findings);
    }

    private static String known(String name) {
        for (List<String> names : List.of(OF_ALL, OF_COLUMNS, OF_ARTICLES)) {
            for (String each : names) {
                if (each.equalsIgnoreCase(name)) {
                    return each;
                }
            }
        }
        return null;
    }

    private void checkValue(String name, Element meta, HtmlPage page, Findings findings) {
        String value = meta.attr("content").strip();
        if (Words.isBlank(value)) {
            findings.add(meta, "标签 " + name + " 是空的。");
        } else if (PLACEHOLDER.matcher(value).matches()) {
            String what = "标签 " + name + " 的内容“" + Words.shorter(value) + "”不是真的内容。";
            if (page.settings() == null) {
                findings.add(meta, what);
            } else {
                // Whatever an editor typed is published.
                findings.warn(meta, what, "请写真的内容。");
            }
        } else if (name.equals("SiteIDCode")
                && !SITE_CODE.matcher(value).matches()
                && !isFromSettings(value, page)) {
            findings.add(
                    meta,
                    "网站标识码“" + Words.shorter(value) + "”的格式不对。",
                    "应为 10 位数字（部门为 bm 加 8 位数字）。");
        } else if (name.equals("PubDate") && !TIME.matcher(value).matches()) {
            findings.add(
                    meta,
                    "发布时间“" + Words.shorter(value) + "”的格式不对。",
                    "请写成 YYYY-MM-DD HH:MM，用 24 小时制，例如 2023-09-14 15:30。");
        }
    }

    /** What is wrong in site.yml is said there, once. */
    private static boolean isFromSettings(String siteCode, HtmlPage page) {
        return page.settings() != null && siteCode.equals(page.settings().siteCode());
    }

    private void checkMissing(HtmlPage page, Map<String, Element> tags, Findings findings) {
        List<String> missing = new ArrayList<>(required(page, tags));
        missing.removeAll(tags.keySet());
        if (missing.isEmpty()) {
            return;
        }
        String what = "网页没有标签 " + String.join("、", missing) + "。";
        if (tags.isEmpty() && page.settings() == null) {
            // Perhaps no page of a government site at all.
            findings.warn(null, what, rule().fix());
        } else {
            findings.add(null, what);
        }
    }

    private static List<String> required(HtmlPage page, Map<String, Element> tags) {
        List<String> required = new ArrayList<>(OF_ALL);
        if (page.settings() != null) {
            required.removeIf(name -> isUnset(name, page));
        }
        boolean article =
                OF_ARTICLES.stream().anyMatch(tags::containsKey)
                        || (page.settings() != null && NOTICE.matcher(page.path()).matches());
        boolean column =
                page.settings() == null
                        ? OF_COLUMNS.stream().anyMatch(tags::containsKey)
                        : !List.of("index.html", "404.html").contains(page.path());
        if (article) {
            required.addAll(OF_ARTICLES);
            // Article pages of many sites name their column in short.
            required.addAll(List.of("ColumnName", "ColumnType"));
        } else if (column) {
            required.addAll(OF_COLUMNS);
        }
        return required;
    }

    /** What site.yml does not say can't be on the pages; it is reported where it is missing. */
    private static boolean isUnset(String name, HtmlPage page) {
        return (name.equals("SiteDomain") && page.settings().address() == null)
                || (name.equals("SiteIDCode") && page.settings().siteCode() == null);
    }
}
