package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.gongkai.model.Notice;
import org.gongkai.model.Site;
import org.gongkai.model.Task;
import org.gongkai.model.Validity;

/**
 * Puts every notice of a site into a Lucene index.
 *
 * <p>Start here: {@code new SearchIndexer().index(site)}.
 */
public final class SearchIndexer {
    private static final double BUFFER_MEGABYTES = 256;

    /**
     * The order of the index. Documents of equal score come out in it, so what binds stands before
     * what no longer does; below that, neighbours share what they can be filtered by, which makes
     * the lists of each facet short.
     */
    static final Comparator<Notice> ORDER =
            Comparator.comparingInt((Notice notice) -> rank(notice.standing().validity()))
                    .thenComparing(Notice::publisher)
                    .thenComparing(SearchIndexer::firstSubject)
                    .thenComparing(notice -> -notice.publicationDate().getYear())
                    .thenComparing(notice -> notice.standing().validity())
                    .thenComparing(Notice.NEWEST_FIRST);

    /** Kept, or its level would be forgotten. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    /** Indexed for ranking, without positions. */
    private static final FieldType TEXT = new FieldType();

    static {
        // It advises programmers, in English, on newer versions of Java.
        LUCENE.setLevel(Level.SEVERE);
        TEXT.setTokenized(true);
        TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TEXT.freeze();
    }

    private static int rank(Validity validity) {
        return validity.inForce() ? 0 : validity.ended() ? 2 : 1;
    }

    private static String firstSubject(Notice notice) {
        List<String> subjects = notice.metadata().subjects();
        return subjects.isEmpty() ? "" : subjects.get(0);
    }

    /** Indexes the site; the index lives in memory. */
    public SearchIndex index(Site site) throws IOException {
        List<Notice> notices = site.notices().stream().sorted(ORDER).toList();
        Directory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, configuration())) {
            IntStream.range(0, notices.size())
                    .parallel()
                    .forEach(i -> add(writer, document(notices.get(i), i)));
            writer.forceMerge(1);
        }
        return new SearchIndex(site, notices, DirectoryReader.open(directory));
    }

    /** Documents may come in any order: the index sorts them. */
    private static void add(IndexWriter writer, Document document) {
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndexWriterConfig configuration() {
        return new IndexWriterConfig(BigramTokenizer.analyzer())
                .setIndexSort(new Sort(new SortField(Field.ORDER, SortField.Type.INT)))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setUseCompoundFile(false)
                .setMergePolicy(new LogDocMergePolicy())
                .setMergeScheduler(new SerialMergeScheduler());
    }

    private static Document document(Notice notice, int order) {
        Document document = new Document();
        document.add(new NumericDocValuesField(Field.ORDER, order));
        document.add(
                new NumericDocValuesField(Field.PUBLISHED, notice.publicationDate().toEpochDay()));
        document.add(new org.apache.lucene.document.Field(Field.TITLE, notice.title(), TEXT));
        for (String segment : segments(notice)) {
            document.add(new org.apache.lucene.document.Field(Field.BODY, segment, TEXT));
        }
        for (String key : numberKeys(notice)) {
            document.add(new StringField(Field.NUMBER, key, Store.NO));
        }
        for (Facet facet : Facet.values()) {
            for (String value : facet.values(notice)) {
                document.add(new StringField(facet.field(), value, Store.NO));
            }
        }
        return document;
    }

    /** The texts of a notice beside its title; nothing runs over from one into the next. */
    static List<String> segments(Notice notice) {
        List<String> segments = new ArrayList<>();
        segments.add(HtmlText.of(notice.body().html()));
        notice.taskList().stream().map(Task::requirement).forEach(segments::add);
        return segments;
    }

    private static Set<String> numberKeys(Notice notice) {
        List<String> numbers = new ArrayList<>();
        numbers.add(notice.documentNumber());
        numbers.add(notice.metadata().indexNumber());
        numbers.add(notice.metadata().registrationNumber());
        return NumberKeys.ofAll(numbers);
    }
}
