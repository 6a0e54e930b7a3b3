package org.gongkai.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes of each of the commonest words, which are the first that one types, what the best hits
 * show that it finds by itself: one file, and not one for each.
 */
final class CommonHits {
    private static final int HITS = 10;

    /** The first tier is of the best hits. */
    private static final Tiering BEST = new Tiering(0, HITS, HITS, false);

    private final TermLists lists;
    private final List<String> shown;

    /**
     * @param shown what a hit shows of each document, as JSON
     */
    CommonHits(TermLists lists, List<String> shown) {
        this.lists = lists;
        this.shown = shown;
    }

    void write(ShardFolder folder, List<TermFiles.Place> common) {
        common.parallelStream().forEach(place -> write(folder, place));
    }

    private void write(ShardFolder folder, TermFiles.Place place) {
        int[] best = lists.tiers(lists.of(place.key()), BEST).get(0).documents();
        String rows =
                Arrays.stream(best)
                        .mapToObj(document -> "\"" + document + "\":" + shown.get(document))
                        .collect(Collectors.joining(",", "{", "}"));
        folder.write("h/t-" + place.file() + ".bin", rows);
    }
}
