package org.gongkai.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts letters into tokens, one after the other: a Latin run is one, a Han run its bigrams, a Han
 * character alone itself; in titles each character of a Han run is one, too.
 */
final class Tokens {
    /** Longer Latin runs are cut off: nobody types them, and Lucene refuses huge terms. */
    private static final int LONGEST_LATIN = 64;

    private final String letters;
    private final boolean unigrams;

    /** Where the run begins and ends that is being cut; its end is the start of the next. */
    private int runStart;

    private int runEnd;

    /** Where the next token begins; the run's end where there is none. */
    private int next;

    private boolean inUnigrams;
    private int start;
    private int end;

    /**
     * @param unigrams whether each character of a Han run is a token too, as in titles
     */
    Tokens(String letters, boolean unigrams) {
        this.letters = letters;
        this.unigrams = unigrams;
    }

    /** The tokens of letters, in order. */
    static List<String> ofLetters(String letters, boolean unigrams) {
        List<String> all = new ArrayList<>();
        Tokens tokens = new Tokens(letters, unigrams);
        while (tokens.advance()) {
            all.add(letters.substring(tokens.start(), tokens.end()));
        }
        return all;
    }

    /** Goes on to the next token; false where there is none. */
    boolean advance() {
        if (next == runEnd && !advanceRun()) {
            return false;
        }
        start = next;
        int afterFirst = afterCharacter(start);
        if (Letters.isLatin(letters.charAt(start))) {
            end = Math.min(runEnd, start + LONGEST_LATIN);
            next = runEnd;
        } else if (inUnigrams) {
            end = afterFirst;
            next = afterFirst;
        } else if (afterFirst == runEnd) {
            end = runEnd;
            next = runEnd;
        } else {
            end = afterCharacter(afterFirst);
            next = end == runEnd ? runEnd : afterFirst;
        }
        return true;
    }

    /** Where the token begins in the letters. */
    int start() {
        return start;
    }

    /** Where the token ends in the letters. */
    int end() {
        return end;
    }

    private boolean advanceRun() {
        boolean again =
                unigrams
                        && !inUnigrams
                        && runEnd > runStart
                        && !Letters.isLatin(letters.charAt(runStart))
                        && afterCharacter(runStart) < runEnd;
        inUnigrams = again;
        if (!again) {
            runStart = runEnd;
            if (runStart < letters.length() && letters.charAt(runStart) == ' ') {
                runStart++;
            }
            runEnd = Letters.runEnd(letters, runStart);
        }
        next = runStart;
        return runStart < letters.length();
    }

    private int afterCharacter(int at) {
        return at + (Character.isHighSurrogate(letters.charAt(at)) ? 2 : 1);
    }
}
