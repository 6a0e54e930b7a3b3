package org.gongkai.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;

/** The Lucene index of a site, and the answers that Lucene gives on it. */
public final class SearchIndex implements Closeable {
    /** How many candidates are read for a phrase; the client reads no more either. */
    private static final int MOST_CANDIDATES = 50;

    /** What a filter can name. */
    public static final List<String> FACETS =
            Arrays.stream(Facet.values()).map(Facet::field).toList();

    private final Site site;
    private final List<Notice> documents;
    private final CountDownLatch cut;
    private final FutureTask<IndexReader> making;
    private Vocabulary vocabulary;
    private final QueryCompiler compiler;

    private SearchIndex(
            Site site, List<Notice> documents, CountDownLatch cut, FutureTask<IndexReader> making) {
        this.site = site;
        this.documents = documents;
        this.cut = cut;
        this.making = making;
        this.compiler = new QueryCompiler(site.synonyms());
    }

    /** Makes the index. */
    @FunctionalInterface
    interface Making {
        /**
         * @param cut to be run when all texts are cut into words
         */
        IndexReader make(Runnable cut) throws IOException;
    }

    /**
     * An index that is made on a thread of its own: much of an export needs none of it. What goes
     * wrong is thrown where it is first needed.
     *
     * @param documents the site's notices in the order of the index
     */
    static SearchIndex start(Site site, List<Notice> documents, Making making) {
        CountDownLatch cut = new CountDownLatch(1);
        FutureTask<IndexReader> task =
                new FutureTask<>(
                        () -> {
                            try {
                                return making.make(cut::countDown);
                            } finally {
                                cut.countDown();
                            }
                        });
        Thread thread = new Thread(task, "index");
        thread.setDaemon(true);
        thread.start();
        return new SearchIndex(site, documents, cut, task);
    }

    /**
     * Waits until the texts are cut into words: all processors work at that, and one at the rest.
     */
    void awaitCut() throws InterruptedIOException {
        try {
            cut.await();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException();
    }

    /** Waits until the index is made. */
    private IndexReader reader() throws IOException {
        try {
            return making.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            } else if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw (IOException) e.getCause();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    Site site() {
        return site;
    }

    /** The notices in the order of the index: the first is document 0. */
    List<Notice> documents() {
        return documents;
    }

    /** Put together when it is first asked for; most queries and many builds do without. */
    private synchronized Vocabulary vocabulary() {
        if (vocabulary == null) {
            vocabulary = Vocabulary.of(site);
        }
        return vocabulary;
    }

    /** The one segment; null where there is no notice. */
    LeafReader segment() throws IOException {
        List<LeafReaderContext> leaves = reader().leaves();
        return leaves.isEmpty() ? null : leaves.get(0).reader();
    }

    /**
     * Answers with what Lucene's {@link IndexSearcher} finds.
     *
     * @throws IllegalArgumentException if a filter names no facet
     */
    public SearchAnswer search(SearchQuestion question) throws IOException {
        for (String field : question.filters().keySet()) {
            if (!FACETS.contains(field)) {
                throw new IllegalArgumentException(field);
            }
        }
        Map<String, List<String>> filters = new LinkedHashMap<>(question.filters());
        filters.values().removeIf(List::isEmpty);
        Plan plan = compiler.compile(question.query(), latin -> vocabulary().phrases(latin));
        Node query = plan.query() == null && !filters.isEmpty() ? new Node.All() : plan.query();
        if (query == null || documents.isEmpty()) {
            return new SearchAnswer(false, 0, List.of());
        }
        SearchAnswer answer = run(query, plan, plan.phrases(), filters, question, false);
        if (answer.total() > 0 || plan.fuzzy() == null) {
            return answer;
        }
        List<Plan.Phrase> forbidden = plan.phrases().stream().filter(Plan.Phrase::not).toList();
        return run(plan.fuzzy(), plan, forbidden, filters, question, true);
    }

    private SearchAnswer run(
            Node node,
            Plan plan,
            List<Plan.Phrase> phrases,
            Map<String, List<String>> filters,
            SearchQuestion question,
            boolean fuzzy)
            throws IOException {
        Query query = LuceneQueries.of(node, plan.not(), filters);
        int wanted = (int) Math.min(documents.size(), (long) question.offset() + question.limit());
        TopDocs ranked =
                ranked(query, phrases.isEmpty() ? Math.max(1, wanted) : MOST_CANDIDATES, question);
        int total = (int) ranked.totalHits.value;
        List<SearchAnswer.Hit> hits = new ArrayList<>();
        for (ScoreDoc candidate : ranked.scoreDocs) {
            Notice notice = documents.get(candidate.doc);
            if (satisfies(notice, phrases)) {
                hits.add(new SearchAnswer.Hit(notice, candidate.score));
            } else {
                total--;
            }
        }
        List<SearchAnswer.Hit> page =
                hits.subList(
                        Math.min(question.offset(), hits.size()), Math.min(wanted, hits.size()));
        return new SearchAnswer(fuzzy, total, page);
    }

    private TopDocs ranked(Query query, int count, SearchQuestion question) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader());
        if (!question.newestFirst()) {
            return searcher.search(
                    query, new TopScoreDocCollectorManager(count, null, Integer.MAX_VALUE));
        }
        Sort newest =
                new Sort(
                        new SortField(Field.PUBLISHED, SortField.Type.LONG, true),
                        SortField.FIELD_DOC);
        TopDocs ranked =
                searcher.search(
                        query,
                        new TopFieldCollectorManager(newest, count, null, Integer.MAX_VALUE));
        TopFieldCollector.populateScores(ranked.scoreDocs, searcher, query);
        return ranked;
    }

    private static boolean satisfies(Notice notice, List<Plan.Phrase> phrases) {
        if (phrases.isEmpty()) {
            return true;
        }
        List<String> texts = new ArrayList<>(List.of(Letters.of(notice.title())));
        SearchIndexer.segments(notice).stream().map(Letters::of).forEach(texts::add);
        return phrases.stream()
                .allMatch(
                        phrase ->
                                phrase.not()
                                        != texts.stream()
                                                .anyMatch(
                                                        text ->
                                                                Letters.contains(
                                                                        text, phrase.text())));
    }

    /** Where the caller was interrupted, an index that is still being made is given up. */
    @Override
    public void close() throws IOException {
        IndexReader made;
        try {
            made = making.get();
        } catch (ExecutionException e) {
            // Told already: there is nothing to close.
            return;
        } catch (InterruptedException e) {
            making.cancel(true);
            Thread.currentThread().interrupt();
            return;
        }
        made.close();
    }
}
