package org.gongkai.jbake;

import freemarker.core.Environment;
import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.cache.Asked;
import org.gongkai.cache.AskedMap;
import org.gongkai.cache.Later;
import org.gongkai.cache.Question;

/**
 * What a template sees: the document's own values, what all share, and what JBake gives every
 * template. What is asked for is noted; a template asks for the same many times.
 */
abstract class PageValues implements TemplateHashModel {
    private final Map<String, Object> document;
    private final Map<?, ?> own;
    private final Map<String, Object> shared;
    private final ObjectWrapper wrapper;
    private Map<String, TemplateModel> known = new HashMap<>();
    private Map<String, Object> seen;
    private List<Question> asked = List.of();

    /**
     * @param document all that JBake knows of the document
     * @param own the values that its page was given
     * @param shared what every template sees
     */
    PageValues(
            Map<String, Object> document,
            Map<?, ?> own,
            Map<String, Object> shared,
            ObjectWrapper wrapper) {
        this.document = document;
        this.own = own;
        this.shared = shared;
        this.wrapper = wrapper;
    }

    /** What JBake gives beside our own; null where it gives nothing. */
    abstract TemplateModel ofJBake(String key) throws TemplateModelException;

    /** Those of the page that is being rendered. */
    static PageValues of(Environment environment) {
        return (PageValues) environment.getCustomState(PageValues.class);
    }

    /** Lets templates see them. */
    void join(Environment environment) {
        environment.setCustomState(PageValues.class, this);
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        TemplateModel value = known.get(key);
        if (value == null && !known.containsKey(key)) {
            value = find(key);
            known.put(key, value);
            if (seen != null) {
                seen.put(key, document.get(key));
            }
        }
        return value;
    }

    private TemplateModel find(String key) throws TemplateModelException {
        Object value = own.get(key);
        if (value != null) {
            Asked.value(key);
            return wrapper.wrap(value instanceof Later later ? later.get() : value);
        }
        if (shared.containsKey(key) && document.get(key) == null) {
            if (!(shared.get(key) instanceof AskedMap)) {
                Asked.value(key);
            }
            return wrapper.wrap(shared.get(key));
        }
        return ofJBake(key);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    /** What a part of a template does. */
    interface Part {
        void write() throws TemplateException, IOException;
    }

    /**
     * What a part asked for.
     *
     * @param seen what this page gave for each name, null for what it didn't
     */
    record Watched(Map<String, Object> seen, List<Question> questions) {}

    /** Writes a part; what it asked for, or null where nobody can tell. */
    Watched watch(Part part) throws TemplateException, IOException {
        Map<String, TemplateModel> before = known;
        known = new HashMap<>();
        seen = new HashMap<>();
        Asked inside = Asked.begin();
        try {
            part.write();
            return inside.isWhole() ? new Watched(seen, inside.questions()) : null;
        } finally {
            inside.end();
            inside.passOn();
            known = before;
            seen = null;
        }
    }

    boolean isWatched() {
        return seen != null;
    }

    /** Whether this page gives the same. */
    boolean give(Map<String, Object> seen) {
        for (Map.Entry<String, Object> each : seen.entrySet()) {
            if (!Once.isSame(document.get(each.getKey()), each.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Notes what was asked for when a part was written that is taken over. */
    void ask(List<Question> questions) {
        // Parts of one kind mostly ask the same.
        if (questions != asked) {
            Asked.all(questions);
            asked = questions;
        }
    }
}
