package org.gongkai.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The lists of a field in which some documents stand in the places of others. Those of the terms
 * that such documents have are put together at once; all others are as they were.
 */
final class PatchedLists {
    private final int[] places;
    private final TreeMap<BytesRef, PatchedList> inOrder = new TreeMap<>();
    private final Map<BytesRef, PatchedList> byTerm = new HashMap<>();
    private long documentFrequency;
    private long totalFrequency;
    private int documents;

    /**
     * A list that is not as it was; empty where the term is gone.
     *
     * @param documents rising
     */
    private record PatchedList(BytesRef term, int[] documents, int[] frequencies) {
        long totalFrequency() {
            return Arrays.stream(frequencies).asLongStream().sum();
        }

        boolean isEmpty() {
            return documents.length == 0;
        }
    }

    /**
     * @param before those of the old index
     * @param now those of the young one, whose documents go to the places; may be null
     * @param places rising
     */
    PatchedLists(Terms before, Terms now, int[] places) throws IOException {
        this.places = places;
        documentFrequency = before.getSumDocFreq();
        totalFrequency = before.getSumTotalTermFreq();
        documents = before.getDocCount();
        Map<BytesRef, PatchedList> come = now == null ? Map.of() : lists(now);
        if (now != null) {
            documents += now.getDocCount();
        }
        takeOut(before, come);
        for (PatchedList list : come.values()) {
            // The old index has no such term.
            if (!byTerm.containsKey(list.term())) {
                put(list);
            }
        }
        inOrder.putAll(byTerm);
    }

    /** Those of all young documents, by their places. */
    private Map<BytesRef, PatchedList> lists(Terms now) throws IOException {
        Map<BytesRef, PatchedList> lists = new HashMap<>();
        TermsEnum terms = now.iterator();
        PostingsEnum postings = null;
        while (terms.next() != null) {
            postings = terms.postings(postings, PostingsEnum.FREQS);
            int size = terms.docFreq();
            int[] found = new int[size];
            int[] frequencies = new int[size];
            for (int i = 0; i < size; i++) {
                found[i] = places[postings.nextDoc()];
                frequencies[i] = postings.freq();
            }
            BytesRef term = BytesRef.deepCopyOf(terms.term());
            lists.put(term, new PatchedList(term, found, frequencies));
        }
        return lists;
    }

    /** Finds the terms of which a list changes, and how. */
    private void takeOut(Terms before, Map<BytesRef, PatchedList> come) throws IOException {
        FixedBitSet gone = new FixedBitSet(places[places.length - 1] + 1);
        FixedBitSet had = new FixedBitSet(gone.length());
        for (int place : places) {
            gone.set(place);
        }
        TermsEnum terms = before.iterator();
        PostingsEnum postings = null;
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            postings = terms.postings(postings, PostingsEnum.FREQS);
            PatchedList young = come.get(term);
            if (isIn(postings, had) || young != null) {
                PostingsEnum all = terms.postings(null, PostingsEnum.FREQS);
                documentFrequency -= terms.docFreq();
                totalFrequency -= terms.totalTermFreq();
                put(merged(BytesRef.deepCopyOf(term), all, terms.docFreq(), gone, young));
            }
        }
        documents -= had.cardinality();
    }

    /** Whether one that goes is in a list; notes all that are. */
    private boolean isIn(PostingsEnum postings, FixedBitSet had) throws IOException {
        boolean found = false;
        for (int place : places) {
            int document = postings.docID();
            if (document < place) {
                document = postings.advance(place);
            }
            if (document == place) {
                had.set(place);
                found = true;
            }
        }
        return found;
    }

    private static PatchedList merged(
            BytesRef term, PostingsEnum old, int size, FixedBitSet gone, PatchedList young)
            throws IOException {
        int more = young == null ? 0 : young.documents().length;
        int[] documents = new int[size + more];
        int[] frequencies = new int[size + more];
        int count = 0;
        int next = 0;
        for (int document = old.nextDoc();
                document != PostingsEnum.NO_MORE_DOCS;
                document = old.nextDoc()) {
            for (; next < more && young.documents()[next] <= document; next++) {
                documents[count] = young.documents()[next];
                frequencies[count++] = young.frequencies()[next];
            }
            if (document >= gone.length() || !gone.get(document)) {
                documents[count] = document;
                frequencies[count++] = old.freq();
            }
        }
        for (; next < more; next++) {
            documents[count] = young.documents()[next];
            frequencies[count++] = young.frequencies()[next];
        }
        return new PatchedList(
                term, Arrays.copyOf(documents, count), Arrays.copyOf(frequencies, count));
    }

    private void put(PatchedList list) {
        byTerm.put(list.term(), list);
        documentFrequency += list.documents().length;
        totalFrequency += list.totalFrequency();
    }

    long documentFrequency() {
        return documentFrequency;
    }

    long totalFrequency() {
        return totalFrequency;
    }

    /** How many documents have any term. */
    int documents() {
        return documents;
    }

    /**
     * All terms in their order.
     *
     * @param old those of the old index
     */
    TermsEnum over(TermsEnum old) {
        return new PatchedTermsEnum(old);
    }

    /** Goes through the terms of the old index and the patched ones together. */
    private final class PatchedTermsEnum extends BaseTermsEnum {
        private final TermsEnum old;
        private BytesRef oldTerm;
        private Iterator<PatchedList> patched;
        private PatchedList nextPatched;

        /** The term it stands at; null where that is of the old index alone. */
        private PatchedList current;

        private BytesRef term;

        /** Whether it was led to its term from elsewhere, so that the next one has to be found. */
        private boolean sought;

        PatchedTermsEnum(TermsEnum old) {
            this.old = old;
        }

        @Override
        public BytesRef next() throws IOException {
            if (sought) {
                seekCeil(BytesRef.deepCopyOf(term));
            }
            if (patched == null) {
                patched = inOrder.values().iterator();
                oldTerm = old.next();
                nextPatched = nextPatched();
            } else {
                step();
            }
            return toFirst();
        }

        private PatchedList nextPatched() {
            return patched.hasNext() ? patched.next() : null;
        }

        /** Leaves the present term. */
        private void step() throws IOException {
            if (current == null) {
                oldTerm = old.next();
                return;
            }
            if (oldTerm != null && oldTerm.equals(current.term())) {
                oldTerm = old.next();
            }
            nextPatched = nextPatched();
        }

        /** Takes the first of the two terms, unless that is gone. */
        private BytesRef toFirst() throws IOException {
            while (true) {
                boolean isOld =
                        nextPatched == null
                                || (oldTerm != null && oldTerm.compareTo(nextPatched.term()) < 0);
                current = isOld ? null : nextPatched;
                term = isOld ? oldTerm : current.term();
                if (current == null || !current.isEmpty()) {
                    return term;
                }
                step();
            }
        }

        @Override
        public SeekStatus seekCeil(BytesRef target) throws IOException {
            sought = false;
            oldTerm = old.seekCeil(target) == SeekStatus.END ? null : old.term();
            patched = inOrder.tailMap(target).values().iterator();
            nextPatched = nextPatched();
            BytesRef found = toFirst();
            if (found == null) {
                return SeekStatus.END;
            }
            return found.equals(target) ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
        }

        @Override
        public boolean seekExact(BytesRef target) throws IOException {
            PatchedList list = byTerm.get(target);
            boolean found = list == null ? old.seekExact(target) : !list.isEmpty();
            if (found) {
                sought = true;
                current = list;
                term = list == null ? old.term() : list.term();
            }
            return found;
        }

        @Override
        public void seekExact(long order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BytesRef term() {
            return term;
        }

        @Override
        public long ord() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int docFreq() throws IOException {
            return current == null ? old.docFreq() : current.documents().length;
        }

        @Override
        public long totalTermFreq() throws IOException {
            return current == null ? old.totalTermFreq() : current.totalFrequency();
        }

        @Override
        public PostingsEnum postings(PostingsEnum reuse, int flags) throws IOException {
            return current == null
                    ? old.postings(reuse instanceof ListPostings ? null : reuse, flags)
                    : new ListPostings(current);
        }

        @Override
        public ImpactsEnum impacts(int flags) throws IOException {
            return current == null
                    ? old.impacts(flags)
                    : new SlowImpactsEnum(new ListPostings(current));
        }
    }

    /** The documents of a patched list. */
    private static final class ListPostings extends PostingsEnum {
        private final PatchedList list;
        private int at = -1;

        ListPostings(PatchedList list) {
            this.list = list;
        }

        @Override
        public int docID() {
            return at < 0 ? -1 : at < list.documents().length ? list.documents()[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            int from = Math.min(at + 1, list.documents().length);
            int found =
                    Arrays.binarySearch(list.documents(), from, list.documents().length, target);
            at = found < 0 ? -found - 1 : found;
            return docID();
        }

        @Override
        public int freq() {
            return list.frequencies()[at];
        }

        @Override
        public long cost() {
            return list.documents().length;
        }

        @Override
        public int nextPosition() {
            return -1;
        }

        @Override
        public int startOffset() {
            return -1;
        }

        @Override
        public int endOffset() {
            return -1;
        }

        @Override
        public BytesRef getPayload() {
            return null;
        }
    }
}
