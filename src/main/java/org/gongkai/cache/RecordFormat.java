package org.gongkai.cache;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values as bytes and back: records of records, enums, texts, numbers, days, lists, sets, maps.
 * What is supplied later is written as the value that it is, and not read again. What stands in a
 * value several times is written, and read, once: else most of what is read would be the same
 * again. Safe for many threads.
 */
public final class RecordFormat {
    static final int NULL = 0;
    static final int TEXT = 1;
    static final int INTEGER = 2;
    static final int LONG = 3;
    static final int TRUE = 4;
    static final int FALSE = 5;
    static final int DAY = 6;
    static final int ENUM = 7;
    static final int RECORD = 8;
    static final int LIST = 9;
    static final int ORDERED_SET = 10;
    static final int SET = 11;
    static final int ORDERED_MAP = 12;
    static final int MAP = 13;
    static final int BYTES = 14;
    static final int PATH = 15;
    static final int URI = 16;
    static final int DIGEST = 17;
    static final int CHARACTERS = 18;
    static final int PERIOD = 19;
    static final int AGAIN = 20;
    static final int TEXT_SET = 21;
    static final int TEXT_MAP = 22;

    /** So long are texts that many values have, such as names. */
    private static final int SHORT = 16;

    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();
    private final Map<String, String> shared = new ConcurrentHashMap<>();

    /** A value has no format: an object of a class that is no record. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unknown(String what) {
            super(what, null, false, false);
        }
    }

    /**
     * @throws RuntimeException where something in it is no value
     */
    public byte[] write(Object value) {
        RecordWriter out = new RecordWriter(this, null);
        out.write(value);
        return out.bytes();
    }

    /**
     * @throws RuntimeException where the bytes were not written by this program
     */
    public Object read(byte[] bytes) {
        return new RecordReader(this, bytes).read();
    }

    /** The components of a record, in their order. */
    public List<Object> components(Object value) {
        Shape shape = shape(value.getClass());
        try {
            Object[] components = new Object[shape.size()];
            for (int i = 0; i < components.length; i++) {
                components[i] = shape.component(value, i);
            }
            return Arrays.asList(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Shape shape(Class<?> type) {
        return shapes.computeIfAbsent(
                type,
                each -> {
                    try {
                        return new Shape(each);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** The same text, of which there is one where it is short. */
    String shared(String text) {
        if (text.length() > SHORT) {
            return text;
        }
        String known = shared.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    Class<?> type(String name) {
        return types.computeIfAbsent(
                name,
                each -> {
                    try {
                        return Class.forName(each);
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }
}
