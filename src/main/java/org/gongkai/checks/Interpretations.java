package org.gongkai.checks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.Column;
import org.gongkai.model.Notice;
import org.gongkai.model.Problems;
import org.gongkai.model.Reference;
import org.gongkai.model.RelationKind;
import org.gongkai.model.SiteSettings;

/**
 * For who wants to understand a notice: a 政策解读 and what it explains lead to each other, come out
 * together, and do not say the same.
 */
final class Interpretations implements ContentCheck {
    private static final Pattern TITLE =
            Pattern.compile(".*(?:解读|图解|一图读懂)(?:[（(][^（(]*[)）])?|(?:图解|一图读懂|一图看懂).*");

    /** A piece of text so long is hardly the same by chance. */
    private static final int PIECE = 4;

    /** Less than that is no text to compare. */
    private static final int SHORTEST = 100;

    @Override
    public void check(Column column, Problems problems) {
        Map<String, Notice> byId = new HashMap<>();
        ContentChecks.allNotices(column).forEach(notice -> byId.put(notice.id(), notice));
        for (Notice notice : byId.values()) {
            List<Reference> explained =
                    notice.references().stream()
                            .filter(reference -> reference.kind() == RelationKind.INTERPRETS)
                            .toList();
            if (explained.isEmpty() && TITLE.matcher(notice.title()).matches()) {
                problems.warning(
                        "interpretation-target",
                        notice.origin().at("标题"),
                        "从标题看这是一份解读，但没有写明解读的是哪份文件，两份文件不能互相链接。",
                        "请加上一行“解读: [被解读文件的发文字号]”。");
            }
            for (Reference reference : explained) {
                if (reference.target() != null && !reference.target().equals(notice.id())) {
                    check(notice, reference, byId.get(reference.target()), column, problems);
                }
            }
        }
        demand(column, problems);
    }

    private static void check(
            Notice notice, Reference reference, Notice target, Column column, Problems problems) {
        SiteSettings.Interpretation settings =
                column.site().settings().thresholds().interpretation();
        LocalDate published = notice.publicationDate();
        String explained =
                "“"
                        + reference.wording()
                        + "”（"
                        + target.publicationDate()
                        + "，"
                        + target.origin().at("发布日期").text()
                        + "）";
        if (published.isBefore(target.publicationDate())) {
            problems.warning(
                    "interpretation-date",
                    notice.origin().at("发布日期"),
                    "解读的发布日期 " + published + " 早于它解读的" + explained + "。",
                    "请核对两份文件的发布日期；解读应当与文件同步发布。");
        } else if (settings.workingDays() > 0) {
            Optional<LocalDate> due =
                    column.workingDays().after(target.publicationDate(), settings.workingDays());
            if (due.isPresent() && published.isAfter(due.get())) {
                problems.warning(
                        "interpretation-date",
                        notice.origin().at("发布日期"),
                        "解读的发布日期 "
                                + published
                                + " 比它解读的"
                                + explained
                                + "晚了超过 "
                                + settings.workingDays()
                                + " 个工作日。",
                        "请核对日期；解读应当与文件同步发布。");
            }
        }
        int percent = copied(notice.body().text(), target.body().text());
        if (percent >= settings.copiedPercent()) {
            problems.warning(
                    "interpretation-copy",
                    reference.place(),
                    "这份解读有 " + percent + "% 的文字与“" + reference.wording() + "”的原文相同。",
                    "解读应当用自己的话说明背景、主要内容和办理方法，不要照抄原文。");
        }
    }

    /** 规范性文件 and the like without any 解读, where site.yml asks for one. */
    private static void demand(Column column, Problems problems) {
        Set<String> categories =
                Set.copyOf(column.site().settings().thresholds().interpretation().demandedIn());
        for (Notice notice : column.site().notices()) {
            if (notice.metadata().category() != null
                    && categories.contains(notice.metadata().category())
                    && !notice.standing().validity().ended()
                    && notice.standing().interpretations().isEmpty()) {
                problems.warning(
                        "interpretation-missing",
                        notice.origin().at("栏目"),
                        "“" + notice.metadata().category() + "”里的文件应有解读，这一份没有。",
                        "请发布解读，并在解读里写“解读: ["
                                + (notice.documentNumber() == null
                                        ? notice.metadata().indexNumber()
                                        : notice.documentNumber())
                                + "]”。");
            }
        }
    }

    /** How many hundredths of a text stand in another word for word. */
    private static int copied(String text, String original) {
        Set<Long> own = pieces(text);
        if (own.size() < SHORTEST) {
            return 0;
        }
        Set<Long> others = pieces(original);
        long same = own.stream().filter(others::contains).count();
        return (int) (same * 100 / own.size());
    }

    private static Set<Long> pieces(String text) {
        Set<Long> pieces = new HashSet<>();
        long piece = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                piece = piece << 16 | c;
                if (++length >= PIECE) {
                    pieces.add(piece);
                }
            }
        }
        return pieces;
    }
}
