package org.gongkai.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Severity;
import org.gongkai.model.Term;

/** Reads {@code terms.yml}: 错敏词, wording that must not go out and what to write instead. */
final class TermReader {
    private static final String CHECK = "terms";
    private static final String WRONG = "错";
    private static final String RIGHT = "对";
    private static final String GRAVITY = "程度";
    private static final String EXCEPTIONS = "例外";
    private static final Schema SCHEMA = Schema.of("terms");
    private static final List<String> TOP = SCHEMA.keys();
    private static final List<String> KEYS = SCHEMA.at("词语").keys();
    private static final List<String> GRAVITIES = SCHEMA.at("词语").words(GRAVITY);

    private final Problems problems;

    TermReader(Problems problems) {
        this.problems = problems;
    }

    List<Term> read(SourceFile source) {
        return Fields.read(source, SCHEMA.allKeys(), problems).map(this::terms).orElse(List.of());
    }

    private List<Term> terms(Fields file) {
        file.rejectUnknown(TOP, Severity.ERROR);
        Map<String, Place> taken = new HashMap<>();
        List<Term> terms = new ArrayList<>();
        for (Fields fields : file.list(TOP.get(0))) {
            fields.rejectUnknown(KEYS, Severity.ERROR);
            String wrong = fields.required(WRONG, "攻府");
            String right = fields.required(RIGHT, "政府");
            if (wrong == null || right == null || !isUsable(wrong, right, fields)) {
                continue;
            }
            Place other = taken.putIfAbsent(wrong, fields.at(WRONG));
            if (other != null) {
                problems.error(
                        CHECK,
                        fields.at(WRONG),
                        "“" + wrong + "”写了两遍，第 " + other.line() + " 行已有。",
                        "请只保留一处。");
                continue;
            }
            terms.add(
                    new Term(
                            wrong,
                            right,
                            fields.text("理由"),
                            gravity(fields),
                            exceptions(fields, wrong)));
        }
        return terms;
    }

    /** Whether it can be looked for without finding what is right. */
    private boolean isUsable(String wrong, String right, Fields fields) {
        if (wrong.equals(right)) {
            problems.error(
                    CHECK,
                    fields.at(RIGHT),
                    "“错”和“对”都是“" + wrong + "”。",
                    "请把“对”改成正确的写法；不需要的请删去这一项。");
            return false;
        }
        if (wrong.codePointCount(0, wrong.length()) < 2 || wrong.matches(".*[\\s*_].*")) {
            problems.error(
                    CHECK,
                    fields.at(WRONG),
                    "“" + wrong + "”不能用来查找。",
                    "请写两个字以上的词，中间不要有空格、“*”和“_”，例如“攻府”。");
            return false;
        }
        return true;
    }

    private static Severity gravity(Fields fields) {
        String word =
                fields.choice(
                        GRAVITY, text -> Optional.of(text).filter(GRAVITIES::contains), GRAVITIES);
        return "提醒".equals(word) ? Severity.WARNING : Severity.ERROR;
    }

    private List<String> exceptions(Fields fields, String wrong) {
        List<String> exceptions = new ArrayList<>();
        for (String exception : fields.texts(EXCEPTIONS)) {
            if (exception.contains(wrong) && !exception.equals(wrong)) {
                exceptions.add(exception);
            } else {
                problems.error(
                        CHECK,
                        fields.at(EXCEPTIONS),
                        "例外“"
                                + exception
                                + "”"
                                + (exception.equals(wrong) ? "就是" : "里没有")
                                + "“"
                                + wrong
                                + "”。",
                        "请写包含“" + wrong + "”的更长的词。");
            }
        }
        return exceptions;
    }
}
