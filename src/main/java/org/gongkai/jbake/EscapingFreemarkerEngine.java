package org.gongkai.jbake;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.ObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.gongkai.cache.Asked;
import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.template.AbstractTemplateEngine;
import org.jbake.template.FreemarkerTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;

/**
 * Freemarker for {@code .ftlh} templates, which escape HTML by themselves; JBake's own engine runs
 * Freemarker at settings that escape nothing. Registered in {@code
 * META-INF/org.jbake.parser.TemplateEngines.properties}.
 */
public final class EscapingFreemarkerEngine extends AbstractTemplateEngine {
    /** Under this name a document holds the values that its page was given. */
    static final String VALUES = "gongkai.values";

    private final Configuration freemarker;
    private final Map<String, Object> shared;

    public EscapingFreemarkerEngine(JBakeConfiguration configuration, ContentStore store) {
        super(configuration, store);
        ColumnConfiguration column = (ColumnConfiguration) configuration;
        this.shared = column.shared();
        this.freemarker = new TracedTemplates();
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setLocale(Locale.SIMPLIFIED_CHINESE);
        freemarker.setTimeZone(TimeZone.getTimeZone("Asia/Shanghai"));
        freemarker.setNumberFormat("computer");
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setFallbackOnNullLoopVariable(false);
        freemarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        freemarker.setTemplateLoader(loader(column.templateFolders()));
        freemarker.setObjectWrapper(new ModelWrapper());
        freemarker.setSharedVariable("once", new Once());
    }

    /** Freemarker, noting which templates a page is made of. */
    private static final class TracedTemplates extends Configuration {
        TracedTemplates() {
            super(VERSION_2_3_34);
        }

        @Override
        public Template getTemplate(
                String name,
                Locale locale,
                Object lookup,
                String encoding,
                boolean parsed,
                boolean maybeMissing)
                throws IOException {
            Asked.template(name);
            return super.getTemplate(name, locale, lookup, encoding, parsed, maybeMissing);
        }
    }

    private static TemplateLoader loader(List<Path> folders) {
        List<TemplateLoader> loaders = new ArrayList<>();
        try {
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    loaders.add(new FileTemplateLoader(folder.toFile()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new));
    }

    @Override
    public void renderDocument(TemplateModel model, String templateName, Writer writer)
            throws RenderingException {
        try {
            PageValues values = new Values(model);
            Environment environment =
                    freemarker
                            .getTemplate(templateName)
                            .createProcessingEnvironment(values, writer);
            values.join(environment);
            environment.process();
        } catch (IOException | TemplateException e) {
            throw new RenderingException(e);
        }
    }

    /** What a template sees. */
    private final class Values extends PageValues {
        private final TemplateModel model;

        Values(TemplateModel model) {
            super(
                    model.getContent(),
                    (Map<?, ?>) model.getContent().get(VALUES),
                    shared,
                    freemarker.getObjectWrapper());
            this.model = model;
        }

        /** Nobody can tell whether what JBake gives is still the same. */
        @Override
        freemarker.template.TemplateModel ofJBake(String key) throws TemplateModelException {
            ObjectWrapper wrapper = freemarker.getObjectWrapper();
            Object known = model.getContent().get(key);
            if (known == null) {
                known = model.get(key);
            }
            freemarker.template.TemplateModel value = known == null ? null : wrapper.wrap(known);
            boolean given = value != null || extractors.containsKey(key);
            if (value == null && given) {
                value =
                        new FreemarkerTemplateEngine.LazyLoadingModel(wrapper, model, db, config)
                                .get(key);
            }
            if (given) {
                Asked.untold();
            } else {
                Asked.value(key);
            }
            return value;
        }
    }
}
