package org.gongkai.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The digests of values; those of large objects that many values hold are worked out once. */
public final class Digests {
    private final RecordFormat format;
    private final Map<Class<?>, Function<Object, Object>> substitutes = new HashMap<>();
    private final Map<Class<?>, Function<Object, List<Object>>> parts = new HashMap<>();
    private final Map<Same, Digest> known = new ConcurrentHashMap<>();

    /** An object, and no other that is equal to it. */
    private record Same(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    public Digests(RecordFormat format) {
        this.format = format;
    }

    /**
     * Has objects of a class remembered by their digests.
     *
     * @param parts what tells whether two of them are the same, and is not of that class itself
     */
    public <T> Digests remember(Class<T> type, Function<T, Object> parts) {
        substitutes.put(type, object -> parts.apply(type.cast(object)));
        return this;
    }

    /** Has records of a class remembered by their digests. */
    public Digests remember(Class<? extends Record> type) {
        return remember(type, format::components);
    }

    /**
     * Has small objects of a class, of which there are too many to be remembered, told by less than
     * all that is in them.
     *
     * @param parts what tells whether two of them are the same
     */
    public <T> Digests tell(Class<T> type, Function<T, List<Object>> parts) {
        this.parts.put(type, object -> parts.apply(type.cast(object)));
        return this;
    }

    /** The digest of a value; empty where something in it is of an unknown class. */
    public Optional<Digest> of(Object value) {
        try {
            return Optional.of(digest(value));
        } catch (RecordFormat.Unknown e) {
            return Optional.empty();
        }
    }

    RecordWriter writer() {
        return new RecordWriter(format, this);
    }

    /**
     * The digest of a value.
     *
     * @throws RecordFormat.Unknown where something in it is of an unknown class
     */
    Digest digest(Object value) {
        RecordWriter out = writer();
        out.write(value);
        return out.digest();
    }

    boolean standsFor(Object value) {
        return value instanceof AskedMap
                || value instanceof Later
                || substitutes.containsKey(value.getClass());
    }

    /** What such an object is told by; null where it is of no such class. */
    List<Object> parts(Object value) {
        Function<Object, List<Object>> telling = parts.get(value.getClass());
        return telling == null ? null : telling.apply(value);
    }

    Digest known(Object value) {
        if (value instanceof AskedMap<?> map) {
            // What is asked of it is noted entry by entry.
            return digest("map " + map.name());
        }
        if (value instanceof Later later) {
            return digest(later.source());
        }
        Same same = new Same(value);
        Digest digest = known.get(same);
        if (digest == null) {
            Object parts = substitutes.get(value.getClass()).apply(value);
            digest = digest(List.of(value.getClass().getName(), parts));
            known.put(same, digest);
        }
        return digest;
    }
}
