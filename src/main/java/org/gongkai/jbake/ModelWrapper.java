package org.gongkai.jbake;

import freemarker.ext.beans.GenericObjectModel;
import freemarker.ext.beans.ZeroArgumentNonVoidMethodPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;

/**
 * Shows our model to templates as Freemarker's own wrapper does, to which the rest is left, in less
 * time: a page asks for some thousands of values.
 */
final class ModelWrapper extends DefaultObjectWrapper {
    /** Whether objects of a class are no more than their methods. */
    private static final ClassValue<Boolean> PLAIN =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return !Iterable.class.isAssignableFrom(type)
                            && !Iterator.class.isAssignableFrom(type)
                            && !Map.class.isAssignableFrom(type)
                            && !TemplateModel.class.isAssignableFrom(type);
                }
            };

    ModelWrapper() {
        super(Configuration.VERSION_2_3_34);
        // An enum's label() is read as a record's is.
        setDefaultZeroArgumentNonVoidMethodPolicy(
                ZeroArgumentNonVoidMethodPolicy
                        .BOTH_METHOD_AND_PROPERTY_UNLESS_BEAN_PROPERTY_READ_METHOD);
        writeProtect();
    }

    @Override
    public TemplateModel wrap(Object object) throws TemplateModelException {
        if (object instanceof String text) {
            return new SimpleScalar(text);
        }
        boolean ours =
                object instanceof Record || object instanceof Enum || object instanceof LocalDate;
        return ours && PLAIN.get(object.getClass())
                ? new GenericObjectModel(object, this)
                : super.wrap(object);
    }

    @Override
    protected TemplateModel invokeMethod(Object object, Method method, Object[] arguments)
            throws InvocationTargetException, IllegalAccessException, TemplateModelException {
        // Freemarker calls public methods alone. Java looks up anew at each call who may call it,
        // if it isn't told that all may.
        method.trySetAccessible();
        return super.invokeMethod(object, method, arguments);
    }
}
