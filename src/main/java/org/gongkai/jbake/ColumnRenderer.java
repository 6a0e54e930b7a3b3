package org.gongkai.jbake;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongkai.cache.Written;
import org.jbake.app.Parser;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.parser.Engines;
import org.jbake.template.ModelExtractors;

/**
 * Renders documents through JBake's {@link org.jbake.app.Renderer} into a folder. Safe for many
 * threads.
 *
 * <p>JBake's {@code Oven} and {@code Crawler} are not used: they need its database, and skip a bad
 * document in silence.
 */
public final class ColumnRenderer {
    static {
        // JBake keeps these for the whole process; its own engine for .md may have been registered
        // after ours.
        Engines.register("md", new ColumnMarkupEngine());
        for (String type : List.of("notice", "page")) {
            DocumentTypes.addDocumentType(type);
            ModelExtractors.getInstance().registerExtractorsForCustomTypes(type);
        }
    }

    private final ColumnConfiguration configuration;
    private final Parser parser;
    private final MemoryRenderer renderer;

    /**
     * @param root the column's folder
     * @param templateFolders where templates are looked for, the column's own first
     * @param destination where files are written
     * @param shared what every template sees
     * @param documents the column's content files
     */
    public ColumnRenderer(
            Path root,
            List<Path> templateFolders,
            Path destination,
            Map<String, Object> shared,
            List<SourceDocument> documents) {
        List<Path> folders = templateFolders.stream().filter(Files::isDirectory).toList();
        configuration = new ColumnConfiguration(root, folders, destination, shared);
        parser = new Parser(configuration);
        documents.forEach(configuration::add);
        renderer =
                new MemoryRenderer(new MemoryContentStore(() -> models(documents)), configuration);
    }

    private List<DocumentModel> models(List<SourceDocument> documents) {
        return documents.stream()
                .map(document -> parser.processFile(document.file().toFile()))
                .toList();
    }

    /** Renders a content file with what its template needs beside what JBake knows of it. */
    public Written renderSource(Path file, Map<String, Object> values) {
        DocumentModel document = new DocumentModel();
        document.putAll(parser.processFile(file.toFile()));
        return render(document, values);
    }

    /**
     * Renders a page that has no content file.
     *
     * @param type which template renders it
     * @param uri where it is written, relative to the site's root
     */
    public Written render(String type, String uri, Map<String, Object> values) {
        DocumentModel document = new DocumentModel();
        document.setType(type);
        document.setStatus("published");
        document.setUri(uri);
        return render(document, values);
    }

    private Written render(DocumentModel document, Map<String, Object> values) {
        document.putAll(values);
        document.put(EscapingFreemarkerEngine.VALUES, values);
        try {
            return renderer.write(document);
        } catch (Exception e) {
            throw failure(document.getType() + ".ftlh", e);
        }
    }

    private static RuntimeException failure(String template, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException parse) {
                return new TemplateFailure(
                        parse.getTemplateName(),
                        parse.getLineNumber(),
                        firstLine(parse.getEditorMessage()),
                        e);
            }
            if (cause instanceof TemplateNotFoundException missing) {
                return new TemplateFailure(missing.getTemplateName(), 1, "找不到这个模板", e);
            }
            if (cause instanceof TemplateException run) {
                String source = run.getTemplateSourceName();
                return new TemplateFailure(
                        source == null ? template : source,
                        run.getLineNumber() == null ? 1 : run.getLineNumber(),
                        run instanceof InvalidReferenceException
                                ? "没有“" + run.getBlamedExpressionString() + "”这个值"
                                : firstLine(run.getMessageWithoutStackTop()),
                        e);
            }
            if (cause instanceof IOException io) {
                return new java.io.UncheckedIOException(io);
            }
        }
        return new IllegalStateException("cannot render with " + template, e);
    }

    private static String firstLine(String message) {
        String text = message == null ? "" : message.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
