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

    /** The three bits above the counts; their highest value says that the ordinal is told below. */
    private static final int ORDINAL = 7;

    private static final int COUNT_BITS = 5;

    private final TermLists lists;
    private final List<TermFiles.Place> places;

    /**
     * @param places of the long lists, by shard and ordinal
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
                        byDocument[document - from].add(places.get(key), inTitle, inBody));
        for (int document = from; document < to; document++) {
            Terms terms = byDocument[document - from];
            byte[] head = new Bytes().varint(terms.size).bytes(lists.norms(document)).toArray();
            folder.write(
                    "f/" + document + ".bin",
                    List.of(
                            head,
                            terms.shards.toArray(),
                            terms.codes.toArray(),
                            terms.rest.toArray(),
                            Bytes.utf8(shown.get(document))));
        }
    }

    /** Those of a document: how far each one's shard is from the one's before, and its code. */
    private static final class Terms {
        private final Bytes shards = new Bytes();
        private final Bytes codes = new Bytes();
        private final Bytes rest = new Bytes();
        private int size;
        private int shard;

        void add(TermFiles.Place place, int inTitle, int inBody) {
            shards.varint(place.shard() - shard);
            shard = place.shard();
            int ordinal = CountCode.limited(place.ordinal(), ORDINAL, rest);
            codes.int8(ordinal << COUNT_BITS | CountCode.of(inTitle, inBody, rest));
            size++;
        }
    }
}
