package org.gongkai.search;

import java.util.List;
import java.util.Map;

/**
 * What is asked of the index.
 *
 * @param query as a reader types it
 * @param limit how many hits are wanted
 * @param offset how many of the best are passed over
 * @param newestFirst whether hits come by 发布日期 rather than by score
 * @param filters allowed values by the name of a facet: publisher, subject, year, validity, kind,
 *     unit
 */
public record SearchQuestion(
        String query,
        int limit,
        int offset,
        boolean newestFirst,
        Map<String, List<String>> filters) {
    public SearchQuestion {
        filters = Map.copyOf(filters);
    }

    /** The best hits for the query. */
    public static SearchQuestion of(String query, int limit) {
        return new SearchQuestion(query, limit, 0, false, Map.of());
    }
}
