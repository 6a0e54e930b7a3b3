package org.gongkai.jbake;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.gongkai.cache.Written;
import org.jbake.app.ContentStore;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;

/**
 * JBake's renderer, which holds a page in memory until it is whole, writes it at once and hands it
 * over. JBake's own looks three times for an old file, makes an empty one, empties it and writes it
 * in pieces: on most disks a fifth of the time that a page takes.
 */
final class MemoryRenderer extends Renderer {
    private final JBakeConfiguration configuration;
    private final DelegatingTemplateEngine engine;
    private final String destination;

    MemoryRenderer(ContentStore store, JBakeConfiguration configuration) {
        this(store, configuration, new DelegatingTemplateEngine(store, configuration));
    }

    private MemoryRenderer(
            ContentStore store, JBakeConfiguration configuration, DelegatingTemplateEngine engine) {
        super(store, configuration, engine);
        this.configuration = configuration;
        this.engine = engine;
        this.destination = configuration.getDestinationFolder().getPath();
    }

    @Override
    public void render(DocumentModel document) throws IOException, RenderingException {
        write(document);
    }

    /** Renders a document, and gives its page. */
    Written write(DocumentModel document) throws IOException, RenderingException {
        TemplateModel model = new TemplateModel();
        model.setContent(document);
        model.setRenderer(engine);
        String type = document.getType();
        WholePage page = new WholePage();
        engine.renderDocument(model, configuration.getTemplateByDocType(type), page);
        byte[] bytes = page.utf8();
        write(file(document.getUri(), type), bytes);
        return new Written(page.characters(), page.length(), bytes, page.parts());
    }

    private File file(String uri, String type) {
        int dot = uri.lastIndexOf('.');
        String name = dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
        return new File(destination, name + configuration.getOutputExtensionByDocType(type));
    }

    private static void write(File file, byte[] bytes) throws IOException {
        File folder = file.getParentFile();
        if (!folder.mkdir()) {
            if (!folder.exists()) {
                Files.createDirectories(folder.toPath());
            }
            // It may have another name, under which it is to stay as it is.
            Files.deleteIfExists(file.toPath());
        }
        try (OutputStream out = new FileOutputStream(file)) {
            out.write(bytes);
        }
    }
}
