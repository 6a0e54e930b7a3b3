package org.gongkai.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes of each document in which of the long lists it stands, and how, and what a hit shows of
 * it: a search that has found the few documents where its rarest word stands asks these, and not
 * the lists of its other words.
 */
final class TermsByDocument {
    /** So many documents are held in memory at once. */
    private static final int BLOCK = 4_096;

    private final TermLists lists;
    private final List<TermFiles.Place> places;

    /**
     * @param places of the long lists, in the order in which documents tell of them
     */
    TermsByDocument(TermLists lists, List<TermFiles.Place> places) {
        this.lists = lists;
        this.places = places;
    }

    /**
     * Writes all; nothing where no list is long.
     *
     * @param shown what a hit shows of each document, as JSON
     */
    void write(ShardFolder folder, List<String> shown) {
        if (!places.isEmpty()) {
            int documents = shown.size();
            int blocks = (documents + BLOCK - 1) / BLOCK;
            IntStream.range(0, blocks)
                    .parallel()
                    .forEach(
                            i ->
                                    write(
                                            folder,
                                            shown,
                                            i * BLOCK,
                                            Math.min(documents, (i + 1) * BLOCK)));
        }
    }

    private void write(ShardFolder folder, List<String> shown, int from, int to) {
        Terms[] byDocument = new Terms[to - from];
        Arrays.setAll(byDocument, i -> new Terms());
        lists.forEachBetween(
                from,
                to,
                places.stream().map(TermFiles.Place::key).toList(),
                (key, document, inTitle, inBody) ->
                        byDocument[document - from].add(key, inTitle, inBody));
        for (int document = from; document < to; document++) {
            Terms terms = byDocument[document - from];
            byte[] head = new Bytes().varint(terms.size).bytes(lists.norms(document)).toArray();
            folder.write(
                    "f/" + document + ".bin",
                    List.of(
                            head,
                            terms.places.toArray(),
                            terms.codes.toArray(),
                            terms.rest.toArray(),
                            Bytes.utf8(shown.get(document))));
        }
    }

    /** Those of a document: how far each one's place is from the one's before, and the counts. */
    private static final class Terms {
        private final Bytes places = new Bytes();
        private final Bytes codes = new Bytes();
        private final Bytes rest = new Bytes();
        private int size;
        private int before;

        void add(int place, int inTitle, int inBody) {
            places.varint(place - before);
            before = place;
            codes.int8(CountCode.of(inTitle, inBody, rest));
            size++;
        }
    }
}
