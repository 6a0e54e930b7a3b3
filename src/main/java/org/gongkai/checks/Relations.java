package org.gongkai.checks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.model.Column;
import org.gongkai.model.DocumentNumber;
import org.gongkai.model.Notice;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;
import org.gongkai.model.Reference;
import org.gongkai.model.RelationKind;
import org.gongkai.model.Similar;
import org.gongkai.model.Validity;

/** For whoever relies on 有效性: what notices say of one another holds together. */
final class Relations implements ContentCheck {
    @Override
    public void check(Column column, Problems problems) {
        List<Notice> all = ContentChecks.allNotices(column).toList();
        Map<String, Notice> byId = new HashMap<>();
        all.forEach(notice -> byId.put(notice.id(), notice));
        KnownNumbers known = new KnownNumbers(all);
        Map<String, Reference> endedBy = new HashMap<>();
        Set<String> ended = new HashSet<>();
        for (Notice notice : all) {
            for (Reference reference : notice.references()) {
                if (reference.target() == null) {
                    reportUnknown(notice, reference, known, problems);
                    continue;
                }
                Notice target = byId.get(reference.target());
                checkTitle(reference, target, known, problems);
                if (reference.kind() != RelationKind.INTERPRETS) {
                    checkOrder(notice, reference, target, byId, problems);
                    checkTarget(reference, target, endedBy, problems);
                    if (reference.kind().ends() && counts(notice, column)) {
                        ended.add(target.id());
                    }
                }
            }
        }
        for (Notice notice : all) {
            if (notice.metadata().issuedValidity() == Validity.REPEALED
                    && !ended.contains(notice.id())) {
                problems.warning(
                        "repeal-unexplained",
                        notice.origin().at("有效性"),
                        "有效性写的是“废止”，但本栏目没有文件说明废止了它。",
                        "请在废止它的文件里加上“废止: ["
                                + (notice.documentNumber() == null
                                        ? notice.metadata().indexNumber()
                                        : notice.documentNumber())
                                + "]”。");
            }
        }
    }

    /** A draft does nothing to others until it is built. */
    private static boolean counts(Notice notice, Column column) {
        return !notice.draft() || column.site().notices().contains(notice);
    }

    private static void reportUnknown(
            Notice notice, Reference reference, KnownNumbers known, Problems problems) {
        if (reference.hasSeveralNumbers()) {
            problems.warning(
                    "relation-unknown",
                    reference.place(),
                    named(reference) + "里有几个文号，当成一份文件找不到。",
                    "请把每个文号写成列表里的一项，例如 "
                            + reference.kind().label()
                            + ": [样政办发〔2020〕3号, 样政办发〔2020〕4号]。");
            return;
        }
        List<String> namesakes = known.namesakes(reference.title());
        if (namesakes.size() > 1) {
            problems.warning(
                    "relation-unknown",
                    reference.place(),
                    named(reference)
                            + "有 "
                            + namesakes.size()
                            + " 份同名文件（"
                            + String.join("、", namesakes)
                            + "），不知道是哪一份。",
                    "请改写成那一份的发文字号或索引号。");
            return;
        }
        List<String> nearest = known.nearest(reference, notice);
        problems.warning(
                "relation-unknown",
                reference.place(),
                named(reference) + "在本栏目中找不到。",
                nearest.isEmpty()
                        ? "请核对发文字号或索引号；如果那份文件不在本栏目，可以不管。"
                        : "是不是“" + nearest.get(0) + "”？如果那份文件不在本栏目，可以不管。");
    }

    /** A reference as an editor finds it: “废止”中的“……”. */
    private static String named(Reference reference) {
        return "“" + reference.kind().label() + "”中的“" + reference.wording() + "”";
    }

    /** 《title》（number） where the number is one notice's and the title another's. */
    private static void checkTitle(
            Reference reference, Notice target, KnownNumbers known, Problems problems) {
        if (!reference.hasTitleAndNumber() || reference.title().equals(target.title())) {
            return;
        }
        List<String> titled = known.namesakes(reference.title());
        if (!titled.isEmpty() && !titled.contains(target.origin().file())) {
            problems.warning(
                    "relation-title",
                    reference.place(),
                    named(reference)
                            + "，文号是 "
                            + target.origin().file()
                            + " 的，标题却是 "
                            + titled.get(0)
                            + " 的。现在按文号认定。",
                    "请核对，改成同一份文件的标题和文号。");
        }
    }

    private static void checkOrder(
            Notice notice,
            Reference reference,
            Notice target,
            Map<String, Notice> byId,
            Problems problems) {
        if (target.id().equals(notice.id())) {
            String kind = reference.kind().label();
            problems.error(
                    "relation-cycle",
                    reference.place(),
                    "“" + kind + "”里写的“" + reference.wording() + "”就是这份文件自己。",
                    "请在新文件里写“" + kind + ": [旧文件的发文字号]”，旧文件不用改，把这里的删去。");
        } else if (reaches(target, notice.id(), byId)) {
            problems.error(
                    "relation-cycle",
                    reference.place(),
                    "“"
                            + reference.kind().label()
                            + "”绕成了圈：“"
                            + reference.wording()
                            + "”（"
                            + target.origin().file()
                            + "）又反过来作用于本文件。",
                    "请核对两份文件的“废止”“替代”“修改”，去掉其中一处。");
        } else if (notice.documentDate().isBefore(target.documentDate())) {
            problems.error(
                    "relation-order",
                    reference.place(),
                    "本文件成文于 "
                            + notice.documentDate()
                            + "，早于它"
                            + reference.kind().label()
                            + "的“"
                            + reference.wording()
                            + "”（"
                            + target.documentDate()
                            + "，"
                            + target.origin().at("成文日期").text()
                            + "）。",
                    "请核对两份文件的成文日期和发文字号。");
        }
    }

    private static boolean reaches(Notice from, String id, Map<String, Notice> byId) {
        Deque<Notice> open = new ArrayDeque<>(List.of(from));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Notice notice = open.pop();
            if (notice.id().equals(id)) {
                return true;
            }
            if (seen.add(notice.id())) {
                changes(notice)
                        .map(reference -> byId.get(reference.target()))
                        .filter(target -> target != null)
                        .forEach(open::push);
            }
        }
        return false;
    }

    private static Stream<Reference> changes(Notice notice) {
        return notice.references().stream()
                .filter(reference -> reference.kind() != RelationKind.INTERPRETS)
                .filter(reference -> reference.target() != null);
    }

    /** What ends or amends a notice that was ended already contradicts what is there. */
    private static void checkTarget(
            Reference reference, Notice target, Map<String, Reference> endedBy, Problems problems) {
        Place place = reference.place();
        if (reference.kind().ends()) {
            Reference other = endedBy.putIfAbsent(target.id(), reference);
            if (other != null && !other.place().file().equals(place.file())) {
                problems.warning(
                        "relation-contradiction",
                        place,
                        "“" + reference.wording() + "”已由 " + other.place().text() + "废止或替代。",
                        "请核对，只保留真正使它失效的一处。");
            }
        } else if (target.metadata().issuedValidity() != null
                && target.metadata().issuedValidity().ended()) {
            problems.warning(
                    "relation-contradiction",
                    place,
                    "“"
                            + reference.wording()
                            + "”的有效性已经写成“"
                            + target.metadata().issuedValidity().label()
                            + "”（"
                            + target.origin().at("有效性").text()
                            + "），不应再修改。",
                    "请核对两份文件。");
        }
    }

    /**
     * The numbers of all notices, by what two of them can have in common: their 机关代字 or code, or
     * their year and serial. Only these are looked through for what an editor meant.
     */
    private static final class KnownNumbers {
        private final Map<String, Set<String>> byPart = new HashMap<>();
        private final Map<String, List<String>> byName = new HashMap<>();
        private final Map<String, String> byTitle = new HashMap<>();

        KnownNumbers(List<Notice> notices) {
            for (Notice notice : notices) {
                for (String name : Set.of(notice.name(), notice.title())) {
                    byName.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(notice.origin().file());
                }
                if (notice.documentNumber() != null) {
                    byTitle.put(notice.title(), notice.documentNumber());
                }
                numbers(notice)
                        .forEach(
                                number ->
                                        parts(number)
                                                .forEach(
                                                        part ->
                                                                byPart.computeIfAbsent(
                                                                                part,
                                                                                p ->
                                                                                        new HashSet<>())
                                                                        .add(number)));
            }
        }

        private static Stream<String> numbers(Notice notice) {
            return Stream.of(notice.documentNumber(), notice.metadata().indexNumber())
                    .filter(Objects::nonNull)
                    .map(DocumentNumber::normalised);
        }

        private static Stream<String> parts(String number) {
            int cut = Math.max(number.indexOf('〔'), number.indexOf('/'));
            return cut < 0
                    ? Stream.empty()
                    : Stream.of(number.substring(0, cut), number.substring(cut));
        }

        /** The files of the notices that have that name or title. */
        List<String> namesakes(String name) {
            return byName.getOrDefault(name, List.of());
        }

        /**
         * The number that the title has, or that is most like an unknown one, not the notice's own.
         */
        List<String> nearest(Reference reference, Notice notice) {
            String titled = byTitle.get(reference.title());
            if (titled != null) {
                return List.of(titled);
            }
            String number = DocumentNumber.normalised(reference.number());
            Set<String> candidates = new HashSet<>();
            parts(number).forEach(part -> candidates.addAll(byPart.getOrDefault(part, Set.of())));
            numbers(notice).forEach(candidates::remove);
            return Similar.nearest(number, candidates, 1);
        }
    }
}
