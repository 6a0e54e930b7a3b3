package org.gongkai.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.model.DocumentNumber;
import org.gongkai.model.IndexNumber;
import org.gongkai.model.Metadata;
import org.gongkai.model.Notice;
import org.gongkai.model.NoticeLink;
import org.gongkai.model.Processors;
import org.gongkai.model.Reference;
import org.gongkai.model.RelationKind;
import org.gongkai.model.Standing;
import org.gongkai.model.Validity;

/**
 * Works out how each notice stands on a day, from what its file says (有效性, 施行日期, 有效期至) and from who
 * repeals, replaces or amends it. Nobody has to edit the older file.
 */
final class ValidityResolver {
    private final LocalDate asOf;
    private final boolean drafts;

    /**
     * @param drafts whether drafts count as issued
     */
    ValidityResolver(LocalDate asOf, boolean drafts) {
        this.asOf = asOf;
        this.drafts = drafts;
    }

    /** The same notices, each with its references tied to the notices meant, and its standing. */
    List<Notice> resolve(List<Notice> notices) {
        Finder finder = new Finder(notices);
        List<Notice> tied =
                notices.stream()
                        .map(
                                notice ->
                                        notice.references().isEmpty()
                                                ? notice
                                                : notice.withReferences(
                                                        notice.references().stream()
                                                                .map(finder::tie)
                                                                .toList()))
                        .toList();
        Map<String, Notice> byId = new HashMap<>();
        tied.forEach(notice -> byId.put(notice.id(), notice));
        Map<String, List<Act>> suffered = new HashMap<>();
        for (Notice notice : tied) {
            if (notice.draft() && !drafts) {
                continue;
            }
            for (Reference reference : notice.references()) {
                if (reference.target() != null && !reference.target().equals(notice.id())) {
                    suffered.computeIfAbsent(reference.target(), id -> new ArrayList<>())
                            .add(new Act(notice, reference));
                }
            }
        }
        return Processors.map(
                tied,
                notice ->
                        notice.withStanding(
                                standing(
                                        notice,
                                        suffered.getOrDefault(notice.id(), List.of()),
                                        byId)));
    }

    /** What one notice does to another. */
    private record Act(Notice by, Reference reference) {
        RelationKind kind() {
            return reference.kind();
        }

        NoticeLink link() {
            return ValidityResolver.link(kind(), by.title(), by);
        }

        /** The day from which it counts. */
        LocalDate from() {
            if (kind() == RelationKind.INTERPRETS) {
                return LocalDate.MIN;
            }
            LocalDate effective = by.metadata().effectiveDate();
            return effective == null ? by.documentDate() : effective;
        }
    }

    private Standing standing(Notice notice, List<Act> suffered, Map<String, Notice> byId) {
        List<Act> acts =
                suffered.stream()
                        .sorted(Comparator.comparing(Act::from).thenComparing(act -> act.by().id()))
                        .toList();
        List<Act> inEffect = acts.stream().filter(act -> !act.from().isAfter(asOf)).toList();
        Optional<Act> end = inEffect.stream().filter(act -> act.kind().ends()).findFirst();
        Optional<Act> amendment = lastAmendment(inEffect);
        Validity validity = validity(notice.metadata(), end.isPresent(), amendment.isPresent());
        String by = null;
        if (validity == Validity.REPEALED) {
            by = end.map(act -> publishedId(act.by())).orElse(null);
        } else if (validity == Validity.AMENDED) {
            by = amendment.map(act -> publishedId(act.by())).orElse(null);
        }
        return new Standing(
                validity,
                by,
                inEffect.stream().filter(act -> act.by().isPublic(drafts)).map(Act::link).toList(),
                acts.stream()
                        .filter(act -> act.from().isAfter(asOf) && act.by().isPublic(drafts))
                        .map(act -> new Standing.Pending(act.link(), act.from()))
                        .toList(),
                notice.references().stream()
                        .map(reference -> link(reference, byId.get(reference.target())))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Validity validity(Metadata metadata, boolean ended, boolean amended) {
        Validity issued = metadata.issuedValidity();
        if (ended || issued == Validity.REPEALED) {
            return Validity.REPEALED;
        }
        if (issued == Validity.EXPIRED
                || (metadata.expiryDate() != null && metadata.expiryDate().isBefore(asOf))) {
            return Validity.EXPIRED;
        }
        if (metadata.effectiveDate() != null
                ? metadata.effectiveDate().isAfter(asOf)
                : issued == Validity.NOT_YET_IN_FORCE) {
            return Validity.NOT_YET_IN_FORCE;
        }
        if (amended) {
            return Validity.AMENDED;
        }
        return issued == null || issued == Validity.NOT_YET_IN_FORCE ? Validity.IN_FORCE : issued;
    }

    private static Optional<Act> lastAmendment(List<Act> acts) {
        return acts.stream()
                .filter(act -> act.kind() == RelationKind.AMENDS)
                .reduce((earlier, later) -> later);
    }

    private String publishedId(Notice notice) {
        return notice.isPublic(drafts) ? notice.id() : null;
    }

    private static NoticeLink link(RelationKind kind, String wording, Notice other) {
        return new NoticeLink(
                kind, wording, other.id(), other.url(), other.title(), other.documentNumber());
    }

    /** What a notice says of another; nothing where that one may not be shown. */
    private Optional<NoticeLink> link(Reference reference, Notice target) {
        if (target == null) {
            return Optional.of(
                    new NoticeLink(reference.kind(), reference.wording(), null, null, null, null));
        }
        return target.isPublic(drafts)
                ? Optional.of(link(reference.kind(), reference.wording(), target))
                : Optional.empty();
    }

    /** Finds the notice that an editor named by 发文字号, 索引号, file name or title. */
    private static final class Finder {
        private final Map<String, String> byNumber = new HashMap<>();
        private final Map<String, String> byName = new HashMap<>();
        private final Set<String> ambiguous = new HashSet<>();
        private final Set<String> numbered = new HashSet<>();

        Finder(List<Notice> notices) {
            for (Notice notice : notices) {
                if (notice.documentNumber() != null) {
                    numbered.add(notice.id());
                    byNumber.putIfAbsent(
                            DocumentNumber.normalised(notice.documentNumber()), notice.id());
                }
                byNumber.putIfAbsent(
                        IndexNumber.normalised(notice.metadata().indexNumber()), notice.id());
                put(notice.id(), notice.id());
                put(notice.name(), notice.id());
                put(notice.title(), notice.id());
            }
        }

        /** A name that two notices share names neither. */
        private void put(String name, String id) {
            String other = byName.putIfAbsent(name, id);
            if (other != null && !other.equals(id)) {
                ambiguous.add(name);
            }
        }

        Reference tie(Reference reference) {
            String id = numbered(reference.wording());
            id = id == null ? numbered(reference.number()) : id;
            id = id == null ? titled(reference) : id;
            return reference.withTarget(id);
        }

        private String numbered(String number) {
            String id = byNumber.get(DocumentNumber.normalised(number));
            return id == null ? byNumber.get(IndexNumber.normalised(number)) : id;
        }

        /** By title alone; a number beside it that is another's leaves open which one is wrong. */
        private String titled(Reference reference) {
            String title = reference.title();
            String id = ambiguous.contains(title) ? null : byName.get(title);
            boolean contradicted = reference.hasTitleAndNumber() && numbered.contains(id);
            return contradicted ? null : id;
        }
    }
}
