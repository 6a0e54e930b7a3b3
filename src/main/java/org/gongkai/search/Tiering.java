package org.gongkai.search;

/**
 * When and how a long posting list is cut, so that a search need not load all of it: in tiers of
 * falling impact, and each tier in pieces of neighbouring documents.
 *
 * @param above lists of more documents than this are cut
 * @param first how many documents the first tier holds; the second holds four times as many, and
 *     the third all others
 * @param piece a tier of more documents than this is cut in pieces
 */
record Tiering(int above, int first, int piece) {
    /** A column up to this size has one tier alone: totals and facets are exact at once. */
    private static final int TOTALS_UP_TO = 20_000;

    private static final int PIECE = 1_024;

    static Tiering of(int documents) {
        return documents <= TOTALS_UP_TO
                ? new Tiering(2 * PIECE, Integer.MAX_VALUE, 2 * PIECE)
                : new Tiering(PIECE, PIECE / 2, PIECE);
    }

    /** Whether a reader is told how many documents match without being asked to wait for it. */
    boolean hasTotals() {
        return first == Integer.MAX_VALUE;
    }

    /** How many documents a tier holds. */
    int size(int tier) {
        return tier == 0 ? first : tier == 1 ? 4 * first : Integer.MAX_VALUE;
    }

    /** In how many tiers a list of so many documents is cut; none where it is whole. */
    int tiers(int documents) {
        int tiers = 0;
        int left = documents <= above ? 0 : documents;
        while (left > 0) {
            left -= Math.min(left, size(tiers));
            tiers++;
        }
        return tiers;
    }
}
