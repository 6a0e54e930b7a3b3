package org.gongkai.search;

/**
 * When and how a long posting list is cut, so that a search need not load all of it.
 *
 * @param above lists of more documents than this are cut in tiers of falling impact
 * @param first how many documents the first tier holds; the second holds as many, and each one
 *     after it twice as many as the one before
 * @param piece a tier of more documents than this is cut in pieces
 */
record Tiering(int above, int first, int piece) {
    /** A column up to this size keeps its lists whole: totals and facets are exact at once. */
    private static final int WHOLE_UP_TO = 20_000;

    static final Tiering NONE = new Tiering(Integer.MAX_VALUE, 0, 0);

    static Tiering of(int documents) {
        return documents <= WHOLE_UP_TO ? NONE : new Tiering(1_024, 512, 2_048);
    }

    /** How many documents a tier holds. */
    int size(int tier) {
        return tier == 0 ? first : first << Math.min(tier - 1, 20);
    }
}
