package org.gongkai.jbake;

import freemarker.core.DirectiveCallPlace;
import freemarker.core.Environment;
import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.utility.ObjectFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.gongkai.cache.Question;
import org.gongkai.cache.SharedPart;

/**
 * {@code <@once of=task>…</@once>} in a template: what stands in it is written once of each task,
 * and taken over wherever the same is to be written again soon. It must refer to nothing but what
 * it is said to be of, and what all of the page can refer to: where that is another on another
 * page, it is written anew there.
 */
final class Once implements TemplateDirectiveModel {
    /** A task is mostly asked for again before so many others are. */
    private static final int KEPT = 1 << 13;

    /** The same thing is written in so many ways at once: pages lie so deep in their folders. */
    private static final int WAYS = 4;

    private static final int STEP = 1789;

    private static final ObjectFactory<AtomicReferenceArray<Part>> NONE =
            () -> new AtomicReferenceArray<>(KEPT);

    /** Which of the ways is forgotten next; it does not matter if threads miscount. */
    private int turn;

    private final Map<List<Question>, List<Question>> questionLists = new ConcurrentHashMap<>();

    /**
     * What was written.
     *
     * @param seen what the page gave for all names that were asked of it
     */
    private record Part(
            Object of, Map<String, Object> seen, List<Question> questions, SharedPart text) {}

    @Override
    @SuppressWarnings("rawtypes")
    public void execute(
            Environment environment,
            Map parameters,
            TemplateModel[] loopVariables,
            TemplateDirectiveBody body)
            throws TemplateException, IOException {
        PageValues values = PageValues.of(environment);
        Object of = object((TemplateModel) parameters.get("of"));
        if (of == null || values.isWatched() || !(environment.getOut() instanceof WholePage page)) {
            body.render(environment.getOut());
            return;
        }
        AtomicReferenceArray<Part> parts = parts(environment.getCurrentDirectiveCallPlace());
        int hash = of instanceof String ? of.hashCode() : System.identityHashCode(of);
        int first = hash ^ hash >>> 13;
        int free = -1;
        for (int i = 0; i < WAYS; i++) {
            int place = first + i * STEP & KEPT - 1;
            Part known = parts.get(place);
            if (known == null) {
                free = place;
            } else if (isSame(known.of, of) && values.give(known.seen)) {
                page.append(known.text);
                values.ask(known.questions);
                return;
            }
        }
        int place = free >= 0 ? free : first + (turn++ & WAYS - 1) * STEP & KEPT - 1;
        parts.set(place, written(of, values, page, body));
    }

    /** What it is of; null where nobody can tell it from another. */
    private static Object object(TemplateModel of) throws TemplateException {
        if (of instanceof WrapperTemplateModel wrapped) {
            return wrapped.getWrappedObject();
        }
        return of instanceof TemplateScalarModel text ? text.getAsString() : null;
    }

    static boolean isSame(Object a, Object b) {
        return a == b || a instanceof String && a.equals(b);
    }

    private AtomicReferenceArray<Part> parts(DirectiveCallPlace place) {
        try {
            @SuppressWarnings("unchecked")
            AtomicReferenceArray<Part> parts =
                    (AtomicReferenceArray<Part>) place.getOrCreateCustomData(this, NONE);
            return parts;
        } catch (freemarker.core.CallPlaceCustomDataInitializationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null where it can't be taken over. */
    private Part written(Object of, PageValues values, WholePage page, TemplateDirectiveBody body)
            throws TemplateException, IOException {
        int from = page.length();
        PageValues.Watched watched = values.watch(() -> body.render(page));
        if (watched == null) {
            return null;
        }
        List<Question> questions = questionLists.computeIfAbsent(watched.questions(), same -> same);
        return new Part(of, watched.seen(), questions, page.since(from));
    }
}
