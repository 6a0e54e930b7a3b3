package org.gongkai.jbake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.configuration2.BaseConfiguration;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;

/** JBake's configuration, made from a column's settings in place of {@code jbake.properties}. */
final class ColumnConfiguration extends DefaultJBakeConfiguration {
    private static final String EXTENSION = ".ftlh";

    private final List<Path> templateFolders;
    private final Map<String, Object> shared;
    private final Map<Path, SourceDocument> documents = new HashMap<>();
    private final Map<String, Object> visible;

    /**
     * @param templateFolders where templates are looked for, the column's own first
     * @param shared what every template sees
     */
    ColumnConfiguration(
            Path root, List<Path> templateFolders, Path destination, Map<String, Object> shared) {
        super(root.toFile(), properties());
        this.templateFolders = List.copyOf(templateFolders);
        this.shared = Map.copyOf(shared);
        this.visible = Map.copyOf(super.asHashMap());
        setDestinationFolder(destination.toFile());
        setTemplateFolder(templateFolders.get(0).toFile());
    }

    private static CompositeConfiguration properties() {
        BaseConfiguration properties = new BaseConfiguration();
        properties.setProperty("version", "2.7.0");
        properties.setProperty("template.folder", "templates");
        properties.setProperty("asset.folder", "assets");
        properties.setProperty("content.folder", "content");
        properties.setProperty("data.folder", "data");
        properties.setProperty("data.file.docType", "data");
        properties.setProperty("destination.folder", "public");
        properties.setProperty("output.extension", ".html");
        properties.setProperty("template.feed.extension", ".xml");
        properties.setProperty("template.moved.htm.extension", ".htm");
        properties.setProperty("template.moved.shtml.extension", ".shtml");
        properties.setProperty("draft.suffix", "");
        properties.setProperty("render.encoding", "UTF-8");
        properties.setProperty("output.encoding", "UTF-8");
        return new CompositeConfiguration(List.of(properties));
    }

    /**
     * Each document type has the template of its name; what stands behind a dot in it is another
     * extension for the same template's pages.
     */
    @Override
    public String getTemplateByDocType(String docType) {
        int dot = docType.indexOf('.');
        return (dot < 0 ? docType : docType.substring(0, dot)) + EXTENSION;
    }

    /** JBake asks for this once a page. */
    @Override
    public Map<String, Object> asHashMap() {
        return new HashMap<>(visible);
    }

    List<Path> templateFolders() {
        return templateFolders;
    }

    Map<String, Object> shared() {
        return shared;
    }

    void add(SourceDocument source) {
        documents.put(source.file(), source);
    }

    /** What the sources have read of a file; null where they have not. */
    DocumentModel document(Path file) {
        SourceDocument source = documents.get(file);
        return source == null ? null : model(source);
    }

    private static DocumentModel model(SourceDocument source) {
        DocumentModel model = DocumentModel.createDefaultDocumentModel();
        model.setType(source.type());
        model.setStatus("published");
        model.setUri(source.uri());
        model.setNoExtensionUri(source.uri());
        model.setSourceUri(source.uri());
        model.setTitle(source.title());
        model.setTags(source.tags().toArray(String[]::new));
        model.setBody(source.body().get());
        if (source.date() != null) {
            // JBake wants a java.util.Date; midnight in China, wherever the build runs.
            model.setDate(
                    java.util.Date.from(
                            source.date()
                                    .atStartOfDay(java.time.ZoneId.of("Asia/Shanghai"))
                                    .toInstant()));
        }
        return model;
    }
}
