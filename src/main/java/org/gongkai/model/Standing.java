package org.gongkai.model;

import java.time.LocalDate;
import java.util.List;

/**
 * How a notice stands on the day of the build: its validity, worked out from what the file says,
 * its dates and what other notices do to it.
 *
 * @param by the id of the published notice that repealed, replaced or amended it, or null
 * @param affectedBy the notices that act on this one
 * @param pending what published notices will do to this one on a day to come
 * @param actsOn the notices that this one acts on
 */
public record Standing(
        Validity validity,
        String by,
        List<NoticeLink> affectedBy,
        List<Pending> pending,
        List<NoticeLink> actsOn) {

    /** What a notice will do once it is in force. */
    public record Pending(NoticeLink link, LocalDate from) {}

    public Standing {
        affectedBy = List.copyOf(affectedBy);
        pending = List.copyOf(pending);
        actsOn = List.copyOf(actsOn);
    }

    /** What ended or amended it, for the banner on its page. */
    public List<NoticeLink> changedBy() {
        return affectedBy.stream().filter(link -> link.kind() != RelationKind.INTERPRETS).toList();
    }

    /** The 解读 of it. */
    public List<NoticeLink> interpretations() {
        return affectedBy.stream().filter(link -> link.kind() == RelationKind.INTERPRETS).toList();
    }
}
