package org.gongkai.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.model.PersonalNumbers;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Waiver;

/**
 * Reads {@code waivers.yml}: 豁免, what was found, looked at and let stand. Who approved it must be
 * written there and goes no further.
 */
final class WaiverReader {
    private static final String CHECK = "waiver";
    private static final String FILE = "文件";
    private static final String FOUND = "检查";
    private static final String CONTENT = "内容";
    private static final String REASON = "理由";
    private static final String APPROVER = "批准人";
    private static final String END = "截止日期";
    private static final Schema SCHEMA = Schema.of("waivers");
    private static final List<String> TOP = SCHEMA.keys();
    private static final List<String> KEYS = SCHEMA.at("豁免").keys();
    private static final List<String> CHECKS = SCHEMA.at("豁免").words(FOUND);

    private final Problems problems;

    WaiverReader(Problems problems) {
        this.problems = problems;
    }

    List<Waiver> read(SourceFile source) {
        return Fields.read(source, SCHEMA.allKeys(), problems).map(this::waivers).orElse(List.of());
    }

    private List<Waiver> waivers(Fields file) {
        file.rejectUnknown(TOP, Severity.ERROR);
        List<Waiver> waivers = new ArrayList<>();
        Map<List<String>, Place> taken = new HashMap<>();
        for (Fields fields : file.list(TOP.get(0))) {
            Waiver waiver = waiver(fields);
            if (waiver == null) {
                continue;
            }
            Place other =
                    taken.putIfAbsent(
                            List.of(waiver.file(), waiver.check(), waiver.content()), waiver.at());
            if (other != null) {
                problems.error(
                        CHECK, waiver.at(), "这项豁免写了两遍，第 " + other.line() + " 行已有。", "请只保留一处。");
                continue;
            }
            waivers.add(waiver);
        }
        return waivers;
    }

    private Waiver waiver(Fields fields) {
        fields.rejectUnknown(KEYS, Severity.ERROR);
        String name = fields.required(FILE, "content/notices/2026/名称.md");
        if (!fields.has(FOUND)) {
            fields.reportMissing(FOUND, "手机号");
        }
        String check =
                fields.choice(FOUND, word -> Optional.of(word).filter(CHECKS::contains), CHECKS);
        String content = fields.required(CONTENT, "138****1234");
        String reason = fields.required(REASON, "值班专用手机，由单位配发");
        String approver = fields.required(APPROVER, "张三");
        LocalDate until = fields.requiredDate(END, "waiver-date");
        if (name == null
                || check == null
                || content == null
                || reason == null
                || approver == null
                || until == null) {
            return null;
        }
        if (check.endsWith("号") && !isHarmless(content, fields)) {
            return null;
        }
        return new Waiver(fields.at(CONTENT), name.replace('\\', '/'), check, content, until);
    }

    /** The register of waivers is kept with the column; the number itself must not stand in it. */
    private boolean isHarmless(String content, Fields fields) {
        if (!PersonalNumbers.in(content).isEmpty() || content.matches("[\\dXx]{7,}")) {
            problems.error(
                    CHECK,
                    fields.at(CONTENT),
                    "“内容”里不能写完整的号码，否则号码会从这里泄露。",
                    "请照提示里的写法，只写带星号的号码（例如 138****1234）或者最后四位。");
            return false;
        }
        if (!content.matches("[\\dXx]{4,6}|[\\dXx*]{11,19}")) {
            problems.error(
                    CHECK,
                    fields.at(CONTENT),
                    "看不出“" + content + "”是哪一个号码。",
                    "请照提示里的写法，写带星号的号码（例如 138****1234）或者最后四位。");
            return false;
        }
        return true;
    }
}
