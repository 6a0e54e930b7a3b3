package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.FixedBitSet;

/**
 * An index in which a few documents stand in the places of others: it reads as if it had been made
 * so, and nothing has to be merged and written. Safe for many threads.
 */
final class PatchedSegment extends FilterLeafReader {
    private static final Object NO_TERMS = new Object();

    private final DirectoryReader old;
    private final DirectoryReader young;
    private final int[] places;
    private final Map<String, Object> terms = new ConcurrentHashMap<>();

    /**
     * @param old is closed with this, as is the other
     * @param places of the documents of the young index, rising
     */
    PatchedSegment(DirectoryReader old, DirectoryReader young, int[] places) {
        super(segment(old));
        this.old = old;
        this.young = young;
        this.places = places;
    }

    static LeafReader segment(DirectoryReader reader) {
        return reader.leaves().get(0).reader();
    }

    /** Whether all that the young index tells is told by the old one, too. */
    static boolean fits(DirectoryReader old, DirectoryReader young) {
        for (FieldInfo field : segment(young).getFieldInfos()) {
            FieldInfo before = segment(old).getFieldInfos().fieldInfo(field.name);
            if (before == null
                    || before.getIndexOptions() != field.getIndexOptions()
                    || before.getDocValuesType() != field.getDocValuesType()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Terms terms(String field) throws IOException {
        try {
            Object known = terms.computeIfAbsent(field, this::patched);
            return known instanceof Terms patched ? patched : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Object patched(String field) {
        try {
            Terms before = in.terms(field);
            if (before == null) {
                return NO_TERMS;
            }
            Terms patched = new PatchedTerms(before, segment(young).terms(field), places);
            return patched.getSumDocFreq() == 0 ? NO_TERMS : patched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public NumericDocValues getNormValues(String field) throws IOException {
        return patched(in.getNormValues(field), segment(young).getNormValues(field));
    }

    @Override
    public NumericDocValues getNumericDocValues(String field) throws IOException {
        return patched(in.getNumericDocValues(field), segment(young).getNumericDocValues(field));
    }

    private NumericDocValues patched(NumericDocValues before, NumericDocValues now)
            throws IOException {
        long[] values = new long[maxDoc()];
        FixedBitSet has = new FixedBitSet(maxDoc());
        while (before != null && before.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            values[before.docID()] = before.longValue();
            has.set(before.docID());
        }
        for (int place : places) {
            has.clear(place);
        }
        while (now != null && now.nextDoc() != NumericDocValues.NO_MORE_DOCS) {
            values[places[now.docID()]] = now.longValue();
            has.set(places[now.docID()]);
        }
        return has.cardinality() == 0 ? null : new Values(values, has);
    }

    /** Numbers of documents, some of which may have none. */
    private static final class Values extends NumericDocValues {
        private final long[] values;
        private final FixedBitSet has;
        private int document = -1;

        Values(long[] values, FixedBitSet has) {
            this.values = values;
            this.has = has;
        }

        @Override
        public long longValue() {
            return values[document];
        }

        @Override
        public boolean advanceExact(int target) {
            document = target;
            return has.get(target);
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() {
            return advance(document + 1);
        }

        @Override
        public int advance(int target) {
            document = target < values.length ? has.nextSetBit(target) : NO_MORE_DOCS;
            return document;
        }

        @Override
        public long cost() {
            return values.length;
        }
    }

    /** The terms of a field. */
    private static final class PatchedTerms extends FilterTerms {
        private final PatchedLists lists;

        PatchedTerms(Terms before, Terms now, int[] places) throws IOException {
            super(before);
            this.lists = new PatchedLists(before, now, places);
        }

        @Override
        public TermsEnum iterator() throws IOException {
            return lists.over(in.iterator());
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public long getSumTotalTermFreq() {
            return lists.totalFrequency();
        }

        @Override
        public long getSumDocFreq() {
            return lists.documentFrequency();
        }

        @Override
        public int getDocCount() {
            return lists.documents();
        }
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
        return null;
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
        return null;
    }

    @Override
    protected void doClose() throws IOException {
        try (old;
                young) {
            // Both are closed.
        }
    }
}
