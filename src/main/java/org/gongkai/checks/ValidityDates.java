package org.gongkai.checks;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.gongkai.model.Column;
import org.gongkai.model.Metadata;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.SiteSettings;
import org.gongkai.model.Validity;

/**
 * For the office that answers for 有效性: the dates in a file agree with what it says, and an end is
 * seen six months before it comes (so long before, rules on 规范性文件 want them evaluated).
 */
final class ValidityDates implements ContentCheck {
    private static final Pattern TRIAL = Pattern.compile("试行|暂行");

    @Override
    public void check(Column column, Problems problems) {
        LocalDate asOf = column.site().asOf();
        SiteSettings.Thresholds thresholds = column.site().settings().thresholds();
        ContentChecks.allNotices(column)
                .forEach(notice -> check(notice, asOf, thresholds, problems));
    }

    private static void check(
            Notice notice, LocalDate asOf, SiteSettings.Thresholds thresholds, Problems problems) {
        Metadata metadata = notice.metadata();
        LocalDate expiry = metadata.expiryDate();
        LocalDate start =
                metadata.effectiveDate() == null
                        ? metadata.documentDate()
                        : metadata.effectiveDate();
        Place expiryPlace = notice.origin().at("有效期至");
        if (expiry != null && expiry.isBefore(start)) {
            problems.error(
                    "expiry-order",
                    expiryPlace,
                    "有效期至 "
                            + expiry
                            + " 早于"
                            + (metadata.effectiveDate() == null ? "成文日期 " : "施行日期 ")
                            + start
                            + "。",
                    "请核对日期。");
        } else if (expiry != null) {
            checkEnd(notice, expiry, asOf, thresholds.expiryMonths(), problems);
        }
        if (expiry != null
                && TRIAL.matcher(notice.title()).find()
                && expiry.isAfter(start.plusYears(thresholds.trialYears()))) {
            problems.warning(
                    "trial-term",
                    expiryPlace,
                    "标题写明试行或者暂行，有效期却超过 " + thresholds.trialYears() + " 年。",
                    "请核对有效期；本地另有规定的可以不改。");
        }
        if (metadata.effectiveDate() != null) {
            checkStart(notice, metadata.effectiveDate(), asOf, problems);
        }
    }

    private static void checkEnd(
            Notice notice, LocalDate expiry, LocalDate asOf, int months, Problems problems) {
        Place place = notice.origin().at("有效期至");
        Validity issued = notice.metadata().issuedValidity();
        if (expiry.isBefore(asOf)) {
            if (issued != null
                    && !issued.ended()
                    && !notice.standing().validity().equals(Validity.REPEALED)) {
                problems.warning(
                        "validity-expired",
                        notice.origin().at("有效性"),
                        "有效性写的是“"
                                + issued.label()
                                + "”，但有效期已于 "
                                + expiry
                                + " 届满（第 "
                                + place.line()
                                + " 行），网页上已显示为“失效”。",
                        "请改成“有效性: 失效”；如果延长了有效期，请改“有效期至”。");
            }
        } else if (!asOf.plusMonths(months).isBefore(expiry)
                && !notice.standing().validity().ended()) {
            problems.warning(
                    "validity-ending",
                    place,
                    "有效期将于 " + expiry + " 届满，不足 " + months + " 个月。",
                    "请评估是否延续，并及时修订、重新公布或者宣布失效。");
        }
    }

    private static void checkStart(
            Notice notice, LocalDate effective, LocalDate asOf, Problems problems) {
        Validity issued = notice.metadata().issuedValidity();
        if (issued == Validity.NOT_YET_IN_FORCE && !effective.isAfter(asOf)) {
            problems.warning(
                    "validity-started",
                    notice.origin().at("有效性"),
                    "有效性写的是“尚未生效”，但已于 "
                            + effective
                            + " 起施行（第 "
                            + notice.origin().at("施行日期").line()
                            + " 行），网页上已显示为“"
                            + notice.standing().validity().label()
                            + "”。",
                    "请改成“有效性: 有效”。");
        } else if (issued != null && issued.inForce() && effective.isAfter(asOf)) {
            problems.warning(
                    "validity-not-started",
                    notice.origin().at("有效性"),
                    "有效性写的是“"
                            + issued.label()
                            + "”，但施行日期 "
                            + effective
                            + " 还没有到（第 "
                            + notice.origin().at("施行日期").line()
                            + " 行），网页上显示为“尚未生效”。",
                    "请核对；可以删去“有效性”这一行，由施行日期自动得出。");
        }
    }
}
