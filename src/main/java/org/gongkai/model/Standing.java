package org.gongkai.model;

import java.util.List;

/**
 * How a notice stands on the day of the build: its validity, worked out from what the file says,
 * its dates and what other notices do to it.
 *
 * @param by the id of the published notice that repealed, replaced or amended it, or null
 * @param sufferedFrom the notices that act on this one
 * @param actsOn the notices that this one acts on
 */
public record Standing(
        Validity validity, String by, List<NoticeLink> sufferedFrom, List<NoticeLink> actsOn) {
    public Standing {
        sufferedFrom = List.copyOf(sufferedFrom);
        actsOn = List.copyOf(actsOn);
    }

    /** What ended or amended it, for the banner on its page. */
    public List<NoticeLink> changedBy() {
        return sufferedFrom.stream()
                .filter(link -> link.kind() != RelationKind.INTERPRETS)
                .toList();
    }

    /** The 解读 of it. */
    public List<NoticeLink> interpretations() {
        return sufferedFrom.stream()
                .filter(link -> link.kind() == RelationKind.INTERPRETS)
                .toList();
    }
}
