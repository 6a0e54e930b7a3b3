package org.gongkai.search;

import java.util.Arrays;

/**
 * The documents that a token stands in, in one field, by rising number.
 *
 * @param documents their numbers
 * @param frequencies how often it stands in each
 * @param norms the byte that tells the field's length in each, as Lucene keeps it
 */
record Postings(int[] documents, int[] frequencies, byte[] norms) {
    static final Postings NONE = new Postings(new int[0], new int[0], new byte[0]);

    int size() {
        return documents.length;
    }

    /** Those among the given documents, which rise. */
    Postings among(int[] chosen) {
        int[] places = new int[Math.min(size(), chosen.length)];
        int found = 0;
        int place = chosen.length == 0 ? 0 : Arrays.binarySearch(documents, chosen[0]);
        place = place < 0 ? ~place : place;
        for (int document : chosen) {
            while (place < size() && documents[place] < document) {
                place++;
            }
            if (place < size() && documents[place] == document) {
                places[found++] = place;
            }
        }
        Postings among = new Postings(new int[found], new int[found], new byte[found]);
        for (int i = 0; i < found; i++) {
            among.documents[i] = documents[places[i]];
            among.frequencies[i] = frequencies[places[i]];
            among.norms[i] = norms[places[i]];
        }
        return among;
    }

    /** The documents of both, rising. */
    int[] union(Postings other) {
        int[] union = new int[size() + other.size()];
        int size = 0;
        for (int i = 0, j = 0; i < size() || j < other.size(); size++) {
            int mine = i < size() ? documents[i] : Integer.MAX_VALUE;
            int its = j < other.size() ? other.documents[j] : Integer.MAX_VALUE;
            union[size] = Math.min(mine, its);
            i += mine <= its ? 1 : 0;
            j += its <= mine ? 1 : 0;
        }
        return Arrays.copyOf(union, size);
    }

    /** How often it stands in a document; 0 unless that is the one at the place. */
    int frequencyIn(int document, int place) {
        return place < size() && documents[place] == document ? frequencies[place] : 0;
    }

    /** How many documents, and how far each is from the one before. */
    static byte[] gaps(int[] documents) {
        Bytes out = new Bytes().varint(documents.length);
        int before = 0;
        for (int document : documents) {
            out.varint(document - before);
            before = document;
        }
        return out.toArray();
    }
}
