package org.gongkai.search;

import java.util.Arrays;
import java.util.stream.Stream;

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
        int[] places =
                Arrays.stream(chosen)
                        .map(document -> Arrays.binarySearch(documents, document))
                        .filter(place -> place >= 0)
                        .toArray();
        byte[] chosenNorms = new byte[places.length];
        for (int i = 0; i < places.length; i++) {
            chosenNorms[i] = norms[places[i]];
        }
        return new Postings(
                Arrays.stream(places).map(place -> documents[place]).toArray(),
                Arrays.stream(places).map(place -> frequencies[place]).toArray(),
                chosenNorms);
    }

    /** As the client reads them: a column of documents, one of frequencies, one of lengths. */
    Stream<byte[]> columns() {
        Bytes some = new Bytes();
        for (int frequency : frequencies) {
            some.varint(frequency);
        }
        return Stream.of(documentColumn(), some.toArray(), norms);
    }

    /** How many documents, and how far each is from the one before. */
    byte[] documentColumn() {
        Bytes out = new Bytes().varint(documents.length);
        int before = 0;
        for (int document : documents) {
            out.varint(document - before);
            before = document;
        }
        return out.toArray();
    }
}
