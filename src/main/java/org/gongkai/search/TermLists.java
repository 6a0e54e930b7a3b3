package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
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
    /**
     * Where the tokens are parted, so that several threads read them: by how Han is spelt in UTF-8.
     */
    private static final List<BytesRef> STARTS =
            Stream.of("一", "儀", "嘀", "怀", "昀", "瀀", "耀", "退").map(BytesRef::new).toList();

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
        /**
         * As the client reads them, in columns of like numbers: the documents, which title and body
         * mostly share, how often the token stands in each, and the lengths of the titles and of
         * the bodies that it stands in.
         */
        List<byte[]> columns() {
            int[] documents = documents();
            if (isNumber) {
                return List.of(Postings.gaps(documents));
            }
            Bytes codes = new Bytes();
            Bytes rest = new Bytes();
            int titled = 0;
            int told = 0;
            for (int document : documents) {
                int inTitle = title.frequencyIn(document, titled);
                int inBody = body.frequencyIn(document, told);
                titled += inTitle > 0 ? 1 : 0;
                told += inBody > 0 ? 1 : 0;
                codes.int8(CountCode.of(inTitle, inBody, rest));
            }
            return List.of(
                    Postings.gaps(documents),
                    codes.toArray(),
                    rest.toArray(),
                    title.norms(),
                    body.norms());
        }

        /** The part of them that tells of some documents, which rise. */
        Lists among(int[] some) {
            return new Lists(key, isNumber, title.among(some), body.among(some));
        }

        /** Every document, rising. */
        int[] documents() {
            return title.size() == 0 ? body.documents() : title.union(body);
        }
    }

    /**
     * A field with what ranking needs to know of it.
     *
     * @param bounding the statistics of a field whose mean length is a little above, and the same
     *     for many: no score is less with them, and an edit seldom changes what they bound
     * @param norms of each document
     */
    private record TextField(
            Terms terms,
            CollectionStatistics statistics,
            CollectionStatistics bounding,
            float boost,
            byte[] norms) {
        /** From one mean length that bounds to the next. */
        private static final double STEP = 1.001;

        static TextField of(LeafReader segment, String name, float boost) throws IOException {
            byte[] norms = new byte[segment.maxDoc()];
            NumericDocValues values = segment.getNormValues(name);
            while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                norms[values.docID()] = (byte) values.longValue();
            }
            Terms terms = segment.terms(name);
            if (terms == null) {
                return new TextField(null, null, null, boost, norms);
            }
            CollectionStatistics statistics =
                    new CollectionStatistics(
                            name,
                            segment.maxDoc(),
                            terms.getDocCount(),
                            terms.getSumTotalTermFreq(),
                            terms.getSumDocFreq());
            return new TextField(terms, statistics, bounding(statistics), boost, norms);
        }

        private static CollectionStatistics bounding(CollectionStatistics of) {
            double mean = of.sumTotalTermFreq() / (double) of.docCount();
            double above = Math.pow(STEP, 1 + Math.floor(Math.log(mean) / Math.log(STEP)));
            long sum = Math.max(of.sumTotalTermFreq(), (long) Math.ceil(above * of.docCount()));
            return new CollectionStatistics(
                    of.field(), of.maxDoc(), of.docCount(), sum, of.sumDocFreq());
        }

        /** Scores no less than a search does. */
        SimScorer boundingScorer(BytesRef token, Postings postings) {
            int frequency = Arrays.stream(postings.frequencies()).sum();
            return new BM25Similarity()
                    .scorer(boost, bounding, new TermStatistics(token, postings.size(), frequency));
        }
    }

    TermLists(LeafReader segment) throws IOException {
        this.segment = segment;
        this.title = TextField.of(segment, Field.TITLE, Field.TITLE_BOOST);
        this.body = TextField.of(segment, Field.BODY, 1);
    }

    int documents() {
        return segment.maxDoc();
    }

    /** What ranking needs to know of the titles as a whole; null where there is none. */
    CollectionStatistics titleStatistics() {
        return title.statistics();
    }

    /** The same of the bodies. */
    CollectionStatistics bodyStatistics() {
        return body.statistics();
    }

    /**
     * A key, before its lists are read.
     *
     * @param key the UTF-8 of a token or of a number's key
     * @param titleFrequency in how many titles it stands
     * @param bodyFrequency in how many bodies; of a number, how many documents have it
     */
    record Key(byte[] key, boolean isNumber, int titleFrequency, int bodyFrequency) {}

    /** Makes something of a key, and of what reads its lists, which must not be asked later. */
    @FunctionalInterface
    interface Maker<T> {
        T of(Key key, Supplier<Lists> lists);
    }

    /** Something of each number's key, in the order of the keys' bytes. */
    <T> List<T> numbers(Maker<T> maker) throws IOException {
        List<T> made = new ArrayList<>();
        Cursor number = new Cursor(segment.terms(Field.NUMBER), null);
        while (number.next()) {
            Key key = new Key(number.copyOfTerm(), true, 0, number.frequency());
            made.add(maker.of(key, () -> new Lists(key.key(), true, Postings.NONE, number.read())));
        }
        return made;
    }

    /** Something of each token's key, in the order of the keys' bytes, by many threads. */
    <T> List<T> tokens(Maker<T> maker) {
        return IntStream.rangeClosed(0, STARTS.size())
                .parallel()
                .mapToObj(
                        part ->
                                tokens(
                                        part == 0 ? null : STARTS.get(part - 1),
                                        part == STARTS.size() ? null : STARTS.get(part),
                                        maker))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The same of some of them.
     *
     * @param from the first may be this; null for all from the first
     * @param to before which they end; null for all to the last
     */
    private <T> List<T> tokens(BytesRef from, BytesRef to, Maker<T> maker) {
        try {
            List<T> made = new ArrayList<>();
            Cursor inTitle = new Cursor(title.terms(), title.norms(), from, to);
            Cursor inBody = new Cursor(body.terms(), body.norms(), from, to);
            boolean moreTitles = inTitle.next();
            boolean moreBodies = inBody.next();
            while (moreTitles || moreBodies) {
                int order = !moreTitles ? 1 : !moreBodies ? -1 : inTitle.compareTo(inBody);
                Cursor first = order <= 0 ? inTitle : inBody;
                Key key =
                        new Key(
                                first.copyOfTerm(),
                                false,
                                order <= 0 ? inTitle.frequency() : 0,
                                order >= 0 ? inBody.frequency() : 0);
                made.add(
                        maker.of(
                                key,
                                () ->
                                        new Lists(
                                                key.key(),
                                                false,
                                                order <= 0 ? inTitle.read() : Postings.NONE,
                                                order >= 0 ? inBody.read() : Postings.NONE)));
                moreTitles = order <= 0 ? inTitle.next() : moreTitles;
                moreBodies = order >= 0 ? inBody.next() : moreBodies;
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the lists of a key; safe for many threads. */
    Lists of(Key key) {
        if (key.isNumber()) {
            return new Lists(key.key(), true, Postings.NONE, find(Field.NUMBER, null, key));
        }
        return new Lists(
                key.key(),
                false,
                find(Field.TITLE, title.norms(), key),
                find(Field.BODY, body.norms(), key));
    }

    private Postings find(String field, byte[] norms, Key key) {
        try {
            Cursor cursor = new Cursor(segment.terms(field), norms);
            return cursor.find(key.key()) ? cursor.read() : Postings.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a document that a token stands in, and how often in its title and in its body. */
    @FunctionalInterface
    interface Counts {
        void add(int key, int document, int inTitle, int inBody);
    }

    /**
     * Gives token by token what stands of each in the documents in between.
     *
     * @param to not included
     */
    void forEachBetween(int from, int to, List<Key> tokens, Counts counts) {
        try {
            Cursor inTitle = new Cursor(title.terms(), title.norms());
            Cursor inBody = new Cursor(body.terms(), body.norms());
            for (int key = 0; key < tokens.size(); key++) {
                byte[] token = tokens.get(key).key();
                int titled = inTitle.start(token, from);
                int told = inBody.start(token, from);
                while (Math.min(titled, told) < to) {
                    int document = Math.min(titled, told);
                    int title = titled == document ? inTitle.postings.freq() : 0;
                    int body = told == document ? inBody.postings.freq() : 0;
                    counts.add(key, document, title, body);
                    titled = titled == document ? inTitle.postings.nextDoc() : titled;
                    told = told == document ? inBody.postings.nextDoc() : told;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes that tell the lengths of a document's title and body, as Lucene keeps them. */
    byte[] norms(int document) {
        return new byte[] {title.norms()[document], body.norms()[document]};
    }

    /** A place among the terms of a field; what Lucene reads lists with is used again. */
    private static final class Cursor {
        private final TermsEnum terms;
        private final byte[] norms;
        private final BytesRef to;
        private BytesRef from;
        private PostingsEnum postings;

        /**
         * @param terms of the field, null where it has none
         * @param norms of each document, null where no ranking is asked for
         */
        Cursor(Terms terms, byte[] norms) throws IOException {
            this(terms, norms, null, null);
        }

        /**
         * The same, less the terms that stand before one and from another on.
         *
         * @param from null for all from the first
         * @param to null for all to the last
         */
        Cursor(Terms terms, byte[] norms, BytesRef from, BytesRef to) throws IOException {
            this.terms = terms == null ? TermsEnum.EMPTY : terms.iterator();
            this.norms = norms;
            this.from = from;
            this.to = to;
        }

        boolean next() throws IOException {
            boolean found =
                    from == null
                            ? terms.next() != null
                            : terms.seekCeil(from) != TermsEnum.SeekStatus.END;
            from = null;
            return found && (to == null || terms.term().compareTo(to) < 0);
        }

        boolean find(byte[] term) throws IOException {
            return terms.seekExact(new BytesRef(term));
        }

        /** The first document of a term that is not before another; the last number if none. */
        int start(byte[] term, int from) throws IOException {
            if (!find(term)) {
                return DocIdSetIterator.NO_MORE_DOCS;
            }
            postings = terms.postings(postings, PostingsEnum.FREQS);
            return postings.advance(from);
        }

        int frequency() {
            try {
                return terms.docFreq();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int compareTo(Cursor other) throws IOException {
            return terms.term().compareTo(other.terms.term());
        }

        byte[] copyOfTerm() throws IOException {
            BytesRef term = terms.term();
            return Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length);
        }

        Postings read() {
            try {
                int size = terms.docFreq();
                boolean ranked = norms != null;
                postings =
                        terms.postings(postings, ranked ? PostingsEnum.FREQS : PostingsEnum.NONE);
                Postings read =
                        new Postings(
                                new int[size],
                                new int[ranked ? size : 0],
                                new byte[ranked ? size : 0]);
                for (int i = 0; i < size; i++) {
                    int document = postings.nextDoc();
                    read.documents()[i] = document;
                    if (ranked) {
                        read.frequencies()[i] = postings.freq();
                        read.norms()[i] = norms[document];
                    }
                }
                return read;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A part of a long list.
     *
     * @param bound no document in it scores more
     * @param documents rising
     */
    record Tier(float bound, int[] documents) {}

    /**
     * Cuts lists in tiers of falling impact: the highest scores that a document can get from them,
     * or a thousandth more.
     */
    List<Tier> tiers(Lists lists, Tiering tiering) {
        int[] documents = lists.documents();
        double[] impacts = new double[documents.length];
        add(lists.title(), title, lists.key(), documents, impacts);
        add(lists.body(), body, lists.key(), documents, impacts);
        int[] bits = new int[documents.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(up(impacts[i]));
        }
        int[] falling = falling(bits);
        int[] tierOf = new int[documents.length];
        List<Tier> tiers = new ArrayList<>();
        for (int from = 0; from < falling.length; ) {
            int to = (int) Math.min(falling.length, (long) from + tiering.size(tiers.size()));
            for (int i = from; i < to; i++) {
                tierOf[falling[i]] = tiers.size();
            }
            float bound = Float.intBitsToFloat(bits[falling[from]]);
            tiers.add(new Tier(bound, new int[to - from]));
            from = to;
        }
        int[] filled = new int[tiers.size()];
        for (int i = 0; i < documents.length; i++) {
            int tier = tierOf[i];
            tiers.get(tier).documents()[filled[tier]++] = documents[i];
        }
        return tiers;
    }

    /**
     * The places of the bits of floats that are not negative, from the largest down, of equal ones
     * the first first: byte by byte, since there are many long lists, and comparing takes longer.
     */
    private static int[] falling(int[] bits) {
        int[] order = new int[bits.length];
        Arrays.setAll(order, i -> i);
        int[] next = new int[bits.length];
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int[] starts = new int[257];
            for (int each : bits) {
                starts[(~each >>> shift & 0xff) + 1]++;
            }
            for (int i = 1; i < starts.length; i++) {
                starts[i] += starts[i - 1];
            }
            for (int place : order) {
                next[starts[~bits[place] >>> shift & 0xff]++] = place;
            }
            int[] done = order;
            order = next;
            next = done;
        }
        return order;
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
        SimScorer scorer = field.boundingScorer(new BytesRef(key), postings);
        int at = 0;
        for (int i = 0; i < postings.size(); i++) {
            while (documents[at] < postings.documents()[i]) {
                at++;
            }
            impacts[at] += scorer.score(postings.frequencies()[i], postings.norms()[i] & 0xffL);
        }
    }
}
