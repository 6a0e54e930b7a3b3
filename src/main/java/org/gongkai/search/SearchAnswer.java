package org.gongkai.search;

import java.util.List;
import org.gongkai.model.Notice;

/**
 * What the index answers.
 *
 * @param fuzzy whether nothing matched, and the hits only come near
 * @param total how many match; with phrases, how many do or still may
 * @param hits the best of them, best first
 */
public record SearchAnswer(boolean fuzzy, int total, List<Hit> hits) {
    public SearchAnswer {
        hits = List.copyOf(hits);
    }

    /** A notice that matches. */
    public record Hit(Notice notice, float score) {}
}
