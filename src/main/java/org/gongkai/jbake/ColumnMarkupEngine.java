package org.gongkai.jbake;

import java.io.File;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.parser.MarkupEngine;

/**
 * JBake's way in for our front matter: gives JBake's parser the document that the sources have read
 * from a file, so that it is not read twice. Registered in {@code
 * META-INF/org.jbake.parser.MarkupEngines.properties}.
 */
public final class ColumnMarkupEngine extends MarkupEngine {
    @Override
    public DocumentModel parse(JBakeConfiguration configuration, File file) {
        return ((ColumnConfiguration) configuration).document(file.toPath());
    }
}
