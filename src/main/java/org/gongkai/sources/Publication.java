package org.gongkai.sources;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.model.Disclosure;

/**
 * Whether a text may be shown, as its front matter says. A word that is none is an error; until it
 * is mended, nothing is shown.
 *
 * @param draft 状态: 草稿
 */
record Publication(boolean draft, Disclosure disclosure) {
    private static final String STATE = "状态";
    private static final String DRAFT = "草稿";
    private static final List<String> STATES = NoticeReader.SCHEMA.words(STATE);
    private static final String DISCLOSURE = "公开属性";
    private static final List<String> DISCLOSURES =
            Arrays.stream(Disclosure.values()).map(Disclosure::label).toList();

    static Publication read(Fields fields) {
        String state =
                fields.choice(STATE, word -> Optional.of(word).filter(STATES::contains), STATES);
        Disclosure disclosure = fields.choice(DISCLOSURE, Disclosure::ofLabel, DISCLOSURES);
        boolean unclear =
                (state == null && fields.has(STATE))
                        || (disclosure == null && fields.has(DISCLOSURE));
        if (unclear) {
            return new Publication(DRAFT.equals(state), Disclosure.WITHHELD);
        }
        return new Publication(
                DRAFT.equals(state), disclosure == null ? Disclosure.PROACTIVE : disclosure);
    }
}
