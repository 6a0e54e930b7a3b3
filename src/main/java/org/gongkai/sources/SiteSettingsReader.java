package org.gongkai.sources;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.gongkai.model.Appearance;
import org.gongkai.model.CheckLevel;
import org.gongkai.model.Origin;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.SiteSettings;

/** Reads {@code site.yml}. */
final class SiteSettingsReader {
    /** 统一社会信用代码, year, five to eight figures; a county with another format sets its own. */
    private static final String DEFAULT_INDEX_NUMBER = "[0-9A-HJ-NPQRTUWXY]{18}/\\d{4}-\\d{5,8}";

    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final Pattern SITE_CODE = Pattern.compile("\\d{10}|bm\\d{8}");
    static final Schema SCHEMA = Schema.of("site");
    private static final List<String> KEYS = SCHEMA.keys();
    private static final List<String> CONTACT_KEYS = SCHEMA.at("联系方式").keys();
    private static final List<String> THRESHOLD_KEYS = SCHEMA.at("阈值").keys();
    private static final List<String> POLICE_KEYS = SCHEMA.at("公安备案").keys();
    private static final List<String> LEVEL_KEYS = SCHEMA.at("网页检查").keys();

    /** More than any calendar can count on. */
    private static final int MOST = 9999;

    private static final String WARNING = "提醒";
    private static final String OFF = "关闭";

    private final Problems problems;

    SiteSettingsReader(Problems problems) {
        this.problems = problems;
    }

    SiteSettings read(SourceFile source) {
        Optional<Fields> fields = Fields.read(source, SCHEMA.allKeys(), problems);
        Path folder = source.path().toAbsolutePath().getParent();
        return fields.map(each -> settings(each, folder))
                .orElseGet(() -> unnamed(new Origin(source.name(), java.util.Map.of())));
    }

    /** What a column without any settings is called. */
    static SiteSettings unnamed(Origin origin) {
        return new SiteSettings(
                origin,
                "政府信息公开专栏",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new SiteSettings.Contact(null, null, null, null, null),
                null,
                null,
                null,
                List.of(),
                DEFAULT_INDEX_NUMBER,
                DEFAULT_PAGE_SIZE,
                SiteSettings.Thresholds.USUAL,
                Appearance.USUAL,
                List.of());
    }

    private SiteSettings settings(Fields fields, Path folder) {
        fields.rejectUnknown(KEYS, Severity.WARNING);
        String siteCode = fields.text("网站标识码");
        if (siteCode != null && !SITE_CODE.matcher(siteCode).matches()) {
            problems.error(
                    "site-code",
                    fields.at("网站标识码"),
                    "网站标识码“" + siteCode + "”的格式不对。",
                    "应为 10 位数字（部门为 bm 加 8 位数字）。");
        }
        Fields police = fields.isText("公安备案") ? null : fields.fields("公安备案").orElse(null);
        if (police != null) {
            police.rejectUnknown(POLICE_KEYS, Severity.WARNING);
        }
        for (String key : List.of("网址", "网站标识码")) {
            if (!fields.has(key)) {
                problems.warning(
                        "site-missing",
                        fields.start(),
                        "site.yml 缺少“" + key + "”。",
                        "请加上一行“" + key + ": ……”，网页的元数据和网站地图要用到它。");
            }
        }
        String name = fields.required("名称", "××县政府信息公开专栏");
        return new SiteSettings(
                fields.origin(),
                name == null ? "政府信息公开专栏" : name,
                fields.text("机关"),
                address(fields),
                siteCode,
                fields.text("ICP"),
                police == null ? fields.text("公安备案") : police.text("编号"),
                police == null ? null : link(police, "链接"),
                fields.text("主办单位"),
                fields.text("承办单位"),
                contact(fields),
                link(fields, "找错入口"),
                link(fields, "党政机关标识"),
                fields.text("说明"),
                fields.textsCutAt("关键词", Pattern.compile("[;；、,，]")),
                indexNumberPattern(fields),
                pageSize(fields),
                thresholds(fields),
                new AppearanceReader(folder, problems).read(fields),
                pageChecks(fields));
    }

    private URI address(Fields fields) {
        String text = fields.text("网址");
        if (text == null) {
            return null;
        }
        try {
            URI address = new URI(text.endsWith("/") ? text : text + "/").normalize();
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && address.getQuery() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Reported below.
        }
        problems.error(
                "site-address",
                fields.at("网址"),
                "网址“" + text + "”不能使用。",
                "请写完整的网址，例如 https://www.example.gov.cn/zwgk/。");
        return null;
    }

    private String link(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null || text.startsWith("https://") || text.startsWith("http://")) {
            return text;
        }
        problems.warning(
                "site-link",
                fields.at(key),
                "“" + key + "”应当是网址，这里写的是“" + text + "”，网页上不显示。",
                "请写完整的网址，以 https:// 开头。");
        return null;
    }

    private static SiteSettings.Contact contact(Fields fields) {
        if (fields.isText("联系方式")) {
            return new SiteSettings.Contact(fields.text("联系方式"), null, null, null, null);
        }
        Optional<Fields> contact = fields.fields("联系方式");
        contact.ifPresent(inner -> inner.rejectUnknown(CONTACT_KEYS, Severity.WARNING));
        return contact.map(
                        inner ->
                                new SiteSettings.Contact(
                                        inner.text("电话"),
                                        inner.text("地址"),
                                        inner.text("邮编"),
                                        inner.text("邮箱"),
                                        inner.text("办公时间")))
                .orElse(new SiteSettings.Contact(null, null, null, null, null));
    }

    private String indexNumberPattern(Fields fields) {
        String pattern = fields.text("索引号格式");
        if (pattern == null) {
            return DEFAULT_INDEX_NUMBER;
        }
        try {
            Pattern.compile(pattern);
            return pattern;
        } catch (PatternSyntaxException e) {
            problems.error(
                    "value", fields.at("索引号格式"), "“索引号格式”不是正确的正则表达式。", "如果不清楚，请删除这一行，使用默认格式。");
            return DEFAULT_INDEX_NUMBER;
        }
    }

    private SiteSettings.Thresholds thresholds(Fields fields) {
        Fields given = fields.fields("阈值").orElse(null);
        if (given == null) {
            return SiteSettings.Thresholds.USUAL;
        }
        given.rejectUnknown(THRESHOLD_KEYS, Severity.WARNING);
        SiteSettings.Thresholds usual = SiteSettings.Thresholds.USUAL;
        return new SiteSettings.Thresholds(
                threshold(given, "公开期限工作日", usual.publicationWorkingDays()),
                threshold(given, "届满提醒月数", usual.expiryMonths()),
                threshold(given, "试行最长年数", usual.trialYears()),
                given.updateTerm("首页更新期限"),
                given.flag("提醒空白栏目"),
                new SiteSettings.Interpretation(
                        threshold(given, "解读期限工作日", usual.interpretation().workingDays()),
                        threshold(given, "解读雷同百分比", usual.interpretation().copiedPercent()),
                        given.textsCutAt("应有解读的栏目", Pattern.compile("[;；、,，]"))));
    }

    /** Which checks of pages count less, and why; without a reason none does. */
    private List<CheckLevel> pageChecks(Fields fields) {
        List<CheckLevel> levels = new ArrayList<>();
        for (Fields given : fields.list("网页检查")) {
            given.rejectUnknown(LEVEL_KEYS, Severity.ERROR);
            String check = given.required("检查", "link-name");
            String reason = given.required("理由", "……");
            String level = given.required("级别", WARNING);
            if (level != null && !level.equals(WARNING) && !level.equals(OFF)) {
                problems.error(
                        "value",
                        given.at("级别"),
                        "“级别”不能写成“" + level + "”。",
                        "可以写：" + WARNING + "（有问题也能发布）、" + OFF + "（不检查）。");
            } else if (check != null && reason != null && level != null) {
                levels.add(new CheckLevel(check, level.equals(OFF), reason, given.at("检查")));
            }
        }
        return levels;
    }

    private int threshold(Fields fields, String key, int usual) {
        Integer number = fields.number(key);
        if (number == null || number == usual) {
            return usual;
        }
        if (number < 1 || number > MOST) {
            problems.warning(
                    "value",
                    fields.at(key),
                    "“" + key + "”不能写成“" + number + "”，仍按 " + usual + " 计算。",
                    "请写 1 到 " + MOST + " 的整数。");
            return usual;
        }
        return number;
    }

    private int pageSize(Fields fields) {
        Integer size = fields.number("每页条数");
        if (size == null) {
            return DEFAULT_PAGE_SIZE;
        }
        if (size < 20 || size > 50) {
            problems.error(
                    "value", fields.at("每页条数"), "“每页条数”不能写成 " + size + "。", "请写 20 到 50 之间的整数。");
            return DEFAULT_PAGE_SIZE;
        }
        return size;
    }
}
