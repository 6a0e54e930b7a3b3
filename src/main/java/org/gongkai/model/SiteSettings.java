package org.gongkai.model;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * site.yml: who publishes, and how.
 *
 * @param name 名称 of the column
 * @param body 机关, whose column it is; shown in the masthead
 * @param address 网址, always with a slash at its end; null where it is not set
 * @param siteCode 网站标识码
 * @param icp ICP 备案号
 * @param policeNumber 公安备案 number
 * @param policeLink where that links to
 * @param host 主办单位
 * @param undertaker 承办单位
 * @param errorReport 找错入口, where citizens report a fault
 * @param partyGovernmentMark 党政机关标识, a link
 * @param indexNumberPattern 索引号格式, a regular expression
 * @param pageSize 每页条数, 20 to 50
 * @param thresholds 阈值 of the checks
 * @param appearance 外观, the column's own colours and emblem
 * @param pageChecks 网页检查: the checks of pages that count less here
 */
public record SiteSettings(
        Origin origin,
        String name,
        String body,
        URI address,
        String siteCode,
        String icp,
        String policeNumber,
        String policeLink,
        String host,
        String undertaker,
        Contact contact,
        String errorReport,
        String partyGovernmentMark,
        String description,
        List<String> keywords,
        String indexNumberPattern,
        int pageSize,
        Thresholds thresholds,
        Appearance appearance,
        List<CheckLevel> pageChecks) {

    /**
     * 阈值: when the checks warn.
     *
     * @param publicationWorkingDays 公开期限, in working days after 成文日期 (政府信息公开条例第二十六条: 20)
     * @param expiryMonths 届满提醒, in months before 有效期至
     * @param trialYears 试行年限: the longest term of what is 试行 or 暂行, in years
     * @param frontPageUpdate 首页更新期限, or null
     * @param emptyCategories 提醒空白栏目: whether each node of the catalog must hold something
     */
    public record Thresholds(
            int publicationWorkingDays,
            int expiryMonths,
            int trialYears,
            UpdateTerm frontPageUpdate,
            boolean emptyCategories,
            Interpretation interpretation) {
        public static final Thresholds USUAL =
                new Thresholds(20, 6, 2, null, false, Interpretation.USUAL);
    }

    /**
     * What is asked of a 政策解读.
     *
     * @param workingDays 解读期限, in working days after its notice; 0 where there is none
     * @param copiedPercent 解读雷同: how many hundredths of it may not be its notice's own words
     * @param demandedIn 应有解读的栏目, by the names of the catalog
     */
    public record Interpretation(int workingDays, int copiedPercent, List<String> demandedIn) {
        public static final Interpretation USUAL = new Interpretation(0, 60, List.of());

        public Interpretation {
            demandedIn = List.copyOf(demandedIn);
        }
    }

    /** 联系方式; every part may be null. */
    public record Contact(
            String telephone, String address, String postcode, String mail, String officeHours) {}

    public SiteSettings {
        keywords = List.copyOf(keywords);
        pageChecks = List.copyOf(pageChecks);
    }

    /** The same without what no page shows: what only the checks of content look at. */
    public SiteSettings forPages() {
        return new SiteSettings(
                new Origin(origin.file(), Map.of()),
                name,
                body,
                address,
                siteCode,
                icp,
                policeNumber,
                policeLink,
                host,
                undertaker,
                contact,
                errorReport,
                partyGovernmentMark,
                description,
                keywords,
                null,
                pageSize,
                Thresholds.USUAL,
                appearance.forPages(),
                List.of());
    }

    /** The path part of the address: {@code /some/path/}, or {@code /}. */
    public String basePath() {
        return address == null ? "/" : address.getRawPath();
    }

    /** The address of a page, whole where the site's own is known. */
    public String absolute(String url) {
        return address == null ? url : address + url;
    }
}
