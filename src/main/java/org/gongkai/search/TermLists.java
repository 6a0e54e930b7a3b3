package org.gongkai.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;

/** Reads the lists of every key out of the Lucene index, in the order of the keys' bytes. */
final class TermLists {
    private final LeafReader segment;
    private final TextField title;
    private final TextField body;

    /**
     * The lists of a key.
     *
     * @param key the UTF-8 of a token or of a number's key
     * @param isNumber whether documents are only told, not ranked
     */
    record Lists(byte[] key, boolean isNumber, Postings title, Postings body) {
        /** As the client reads them, in columns of like numbers. */
        List<byte[]> columns() {
            if (isNumber) {
                return List.of(body.documentColumn());
            }
            return Stream.of(title, body).flatMap(Postings::columns).toList();
        }

        /** The part of them that tells of some documents, which rise. */
        Lists among(int[] some) {
            return new Lists(key, isNumber, title.among(some), body.among(some));
        }

        /** Every document, rising. */
        int[] documents() {
            return IntStream.concat(
                            Arrays.stream(title.documents()), Arrays.stream(body.documents()))
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }

    /**
     * A field with what ranking needs to know of it.
     *
     * @param norms of each document
     */
    private record TextField(
            Terms terms, CollectionStatistics statistics, float boost, byte[] norms) {
        static TextField of(LeafReader segment, String name, float boost) throws IOException {
            byte[] norms = new byte[segment.maxDoc()];
            NumericDocValues values = segment.getNormValues(name);
            while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                norms[values.docID()] = (byte) values.longValue();
            }
            Terms terms = segment.terms(name);
            CollectionStatistics statistics =
                    terms == null
                            ? null
                            : new CollectionStatistics(
                                    name,
                                    segment.maxDoc(),
                                    terms.getDocCount(),
                                    terms.getSumTotalTermFreq(),
                                    terms.getSumDocFreq());
            return new TextField(terms, statistics, boost, norms);
        }

        SimScorer scorer(BytesRef token, Postings postings) {
            int frequency = Arrays.stream(postings.frequencies()).sum();
            return new BM25Similarity()
                    .scorer(
                            boost,
                            statistics,
                            new TermStatistics(token, postings.size(), frequency));
        }
    }

    TermLists(LeafReader segment) throws IOException {
        this.segment = segment;
        this.title = TextField.of(segment, Field.TITLE, Field.TITLE_BOOST);
        this.body = TextField.of(segment, Field.BODY, 1);
    }

    /** What ranking needs to know of the titles as a whole; null where there is none. */
    CollectionStatistics titleStatistics() {
        return title.statistics();
    }

    /** The same of the bodies. */
    CollectionStatistics bodyStatistics() {
        return body.statistics();
    }

    /** Gives the numbers' lists, then the tokens'. */
    void forEach(Consumer<Lists> each) throws IOException {
        Terms numbers = segment.terms(Field.NUMBER);
        TermsEnum number = numbers == null ? TermsEnum.EMPTY : numbers.iterator();
        while (number.next() != null) {
            each.accept(new Lists(copy(number.term()), true, Postings.NONE, documents(number)));
        }
        TermsEnum inTitle = iterator(title);
        TermsEnum inBody = iterator(body);
        BytesRef nextTitle = inTitle.next();
        BytesRef nextBody = inBody.next();
        while (nextTitle != null || nextBody != null) {
            int order =
                    nextTitle == null ? 1 : nextBody == null ? -1 : nextTitle.compareTo(nextBody);
            byte[] key = copy(order <= 0 ? nextTitle : nextBody);
            Postings titleList = order <= 0 ? postings(inTitle, title) : Postings.NONE;
            Postings bodyList = order >= 0 ? postings(inBody, body) : Postings.NONE;
            each.accept(new Lists(key, false, titleList, bodyList));
            nextTitle = order <= 0 ? inTitle.next() : nextTitle;
            nextBody = order >= 0 ? inBody.next() : nextBody;
        }
    }

    private static TermsEnum iterator(TextField field) throws IOException {
        return field.terms() == null ? TermsEnum.EMPTY : field.terms().iterator();
    }

    private static byte[] copy(BytesRef bytes) {
        return Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
    }

    private static Postings documents(TermsEnum term) throws IOException {
        int[] documents = new int[term.docFreq()];
        PostingsEnum postings = term.postings(null, PostingsEnum.NONE);
        for (int i = 0; i < documents.length; i++) {
            documents[i] = postings.nextDoc();
        }
        return new Postings(documents, new int[0], new byte[0]);
    }

    private static Postings postings(TermsEnum term, TextField field) throws IOException {
        int size = term.docFreq();
        Postings read = new Postings(new int[size], new int[size], new byte[size]);
        PostingsEnum postings = term.postings(null, PostingsEnum.FREQS);
        for (int i = 0; i < size; i++) {
            int document = postings.nextDoc();
            read.documents()[i] = document;
            read.frequencies()[i] = postings.freq();
            read.norms()[i] = field.norms()[document];
        }
        return read;
    }

    /**
     * A part of a long list.
     *
     * @param bound no document in it scores more
     * @param documents rising
     */
    record Tier(float bound, int[] documents) {}

    /**
     * Cuts lists in tiers of falling impact: the highest scores that a document can get from them.
     */
    List<Tier> tiers(Lists lists, Tiering tiering) {
        int[] documents = lists.documents();
        double[] impacts = new double[documents.length];
        add(lists.title(), title, lists.key(), documents, impacts);
        add(lists.body(), body, lists.key(), documents, impacts);
        long[] falling = new long[documents.length];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = ((long) ~Float.floatToIntBits(up(impacts[i])) << 32) | documents[i];
        }
        Arrays.sort(falling);
        List<Tier> tiers = new ArrayList<>();
        for (int from = 0; from < falling.length; ) {
            int to = (int) Math.min(falling.length, (long) from + tiering.size(tiers.size()));
            float bound = Float.intBitsToFloat(~(int) (falling[from] >> 32));
            tiers.add(
                    new Tier(
                            bound,
                            Arrays.stream(falling, from, to)
                                    .mapToInt(each -> (int) each)
                                    .sorted()
                                    .toArray()));
            from = to;
        }
        return tiers;
    }

    /** The smallest float that is not below. */
    private static float up(double value) {
        float rounded = (float) value;
        return rounded < value ? Math.nextUp(rounded) : rounded;
    }

    private void add(
            Postings postings, TextField field, byte[] key, int[] documents, double[] impacts) {
        if (postings.size() == 0) {
            return;
        }
        SimScorer scorer = field.scorer(new BytesRef(key), postings);
        int at = 0;
        for (int i = 0; i < postings.size(); i++) {
            while (documents[at] < postings.documents()[i]) {
                at++;
            }
            impacts[at] += scorer.score(postings.frequencies()[i], postings.norms()[i] & 0xffL);
        }
    }
}
