package org.gongkai.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts letters into tokens: a Latin run is one, a Han run its bigrams, a Han character alone
 * itself.
 */
final class Tokens {
    /** Longer Latin runs are cut off: nobody types them, and Lucene refuses huge terms. */
    private static final int LONGEST_LATIN = 64;

    private Tokens() {}

    /** The tokens of a text, in order. */
    static List<String> of(String text) {
        return ofLetters(Letters.of(text), false);
    }

    /**
     * @param unigrams whether each character of a Han run is a token too, as in titles
     */
    static List<String> ofLetters(String letters, boolean unigrams) {
        List<String> tokens = new ArrayList<>();
        for (String run : Letters.runs(letters)) {
            if (Letters.isLatin(run.charAt(0))) {
                tokens.add(run.substring(0, Math.min(LONGEST_LATIN, run.length())));
                continue;
            }
            int second = run.offsetByCodePoints(0, 1);
            if (second == run.length()) {
                tokens.add(run);
                continue;
            }
            for (int i = 0, j = second; j < run.length(); ) {
                int end = run.offsetByCodePoints(j, 1);
                tokens.add(run.substring(i, end));
                i = j;
                j = end;
            }
            if (unigrams) {
                run.codePoints().mapToObj(Character::toString).forEach(tokens::add);
            }
        }
        return tokens;
    }
}
