package org.gongkai.search;

/**
 * When and how a long posting list is cut, so that a search need not load all of it: in tiers of
 * falling impact, and each tier in pieces of neighbouring documents.
 *
 * @param above lists of more documents than this are cut
 * @param first how many documents the first tier holds; the second holds four times as many, and
 *     the third all others
 * @param piece a tier of more documents than this is cut in pieces
 * @param totals whether a list that is cut names all its documents with its first tier, and not in
 *     a file of their own: then a reader is told how many match without being asked to wait
 */
record Tiering(int above, int first, int piece, boolean totals) {
    /** In a larger column the names of all documents of a list are too long. */
    private static final int TOTALS_UP_TO = 20_000;

    private static final int PIECE = 1_024;

    static Tiering of(int documents) {
        boolean totals = documents <= TOTALS_UP_TO;
        return new Tiering(PIECE, PIECE / 2, totals ? 2 * PIECE : PIECE, totals);
    }

    /** How many documents a tier holds. */
    int size(int tier) {
        return tier == 0 ? first : tier == 1 ? 4 * first : Integer.MAX_VALUE;
    }
}
