package org.gongkai.jbake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;

/**
 * JBake's content store without a database: documents in a list. It answers what templates ask of
 * JBake ({@code published_content}, {@code alltags}, {@code db.…}).
 */
final class MemoryContentStore extends ContentStore {
    private static final Comparator<DocumentModel> NEWEST_FIRST =
            Comparator.comparing(
                    DocumentModel::getDate,
                    Comparator.nullsLast(Comparator.<Date>naturalOrder().reversed()));

    private final Supplier<List<DocumentModel>> reading;
    private List<DocumentModel> documents;

    /**
     * @param reading gives the documents; templates seldom ask for any
     */
    MemoryContentStore(Supplier<List<DocumentModel>> reading) {
        super("memory", "column");
        this.reading = reading;
    }

    private synchronized List<DocumentModel> documents() {
        if (documents == null) {
            documents = reading.get();
        }
        return documents;
    }

    @Override
    public void startup() {}

    @Override
    public void close() {}

    @Override
    public void shutdown() {}

    @Override
    public void drop() {}

    @Override
    public boolean isActive() {
        return true;
    }

    private DocumentList<DocumentModel> where(Predicate<DocumentModel> condition) {
        DocumentList<DocumentModel> found = new DocumentList<>();
        documents().stream().filter(condition).sorted(NEWEST_FIRST).forEach(found::add);
        return found;
    }

    private static Predicate<DocumentModel> ofType(String type) {
        return document -> document.getType().equals(type);
    }

    private static Predicate<DocumentModel> tagged(String tag) {
        return document -> Arrays.asList(document.getTags()).contains(tag);
    }

    @Override
    public long getDocumentCount(String type) {
        return documents().stream().filter(ofType(type)).count();
    }

    @Override
    public long getPublishedCount(String type) {
        return getDocumentCount(type);
    }

    @Override
    public DocumentList<DocumentModel> getDocumentByUri(String uri) {
        return where(document -> uri.equals(document.getSourceuri()));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts(boolean paging) {
        return where(ofType("notice"));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPosts() {
        return getPublishedPosts(false);
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
        return where(ofType("notice").and(tagged(tag)));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
        return where(tagged(tag));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedPages() {
        return where(ofType("page"));
    }

    @Override
    public DocumentList<DocumentModel> getPublishedContent(String type) {
        return where(ofType(type));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String type) {
        return where(ofType(type));
    }

    @Override
    public DocumentList<DocumentModel> getAllContent(String type, boolean paging) {
        return where(ofType(type));
    }

    @Override
    public DocumentList<DocumentModel> getUnrenderedContent() {
        return where(document -> true);
    }

    @Override
    public Set<String> getTags() {
        return getAllTags();
    }

    @Override
    public Set<String> getAllTags() {
        Set<String> tags = new TreeSet<>();
        documents().forEach(document -> tags.addAll(Arrays.asList(document.getTags())));
        return tags;
    }
}
