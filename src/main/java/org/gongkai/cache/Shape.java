package org.gongkai.cache;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** How a record is taken apart and put together. */
final class Shape {
    private final Method[] accessors;
    private final Constructor<?> constructor;

    Shape(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        this.accessors = new Method[components.length];
        for (int i = 0; i < components.length; i++) {
            accessors[i] = components[i].getAccessor();
            accessors[i].setAccessible(true);
        }
        this.constructor =
                type.getDeclaredConstructor(
                        Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
        constructor.setAccessible(true);
    }

    int size() {
        return accessors.length;
    }

    Object component(Object value, int index) throws ReflectiveOperationException {
        return accessors[index].invoke(value);
    }

    Object make(Object[] components) throws ReflectiveOperationException {
        return constructor.newInstance(components);
    }
}
