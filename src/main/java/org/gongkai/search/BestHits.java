package org.gongkai.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes of each word that many titles have, as the words have that one types first, what the best
 * hits show that it finds by itself: one file, and not one for each.
 */
final class BestHits {
    /** The client knows these, too: {@code files.js}. */
    private static final int TITLES = 20;

    private static final int HITS = 18;

    /** The first tier is of the best hits. */
    private static final Tiering BEST = new Tiering(0, HITS, HITS, false);

    private final TermLists lists;
    private final List<String> shown;

    /**
     * @param shown what a hit shows of each document, as JSON
     */
    BestHits(TermLists lists, List<String> shown) {
        this.lists = lists;
        this.shown = shown;
    }

    /** Whether a key's are written: of single characters they are not. */
    static boolean areOf(TermLists.Key key) {
        String word = new String(key.key(), StandardCharsets.UTF_8);
        return key.titleFrequency() >= TITLES && word.codePointCount(0, word.length()) > 1;
    }

    /**
     * Writes them.
     *
     * @param keys by the names of their files
     */
    void write(ShardFolder folder, Map<String, TermLists.Key> keys) {
        keys.entrySet().parallelStream()
                .forEach(each -> write(folder, each.getKey(), each.getValue()));
    }

    private void write(ShardFolder folder, String file, TermLists.Key key) {
        int[] best = lists.tiers(lists.of(key), BEST).get(0).documents();
        String rows =
                Arrays.stream(best)
                        .mapToObj(document -> "\"" + document + "\":" + shown.get(document))
                        .collect(Collectors.joining(",", "{", "}"));
        folder.write("h/" + file + ".bin", rows);
    }
}
