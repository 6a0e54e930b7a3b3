package org.gongkai.cache;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** A map of which it is noted what is asked of it, entry by entry. */
public final class AskedMap<V> extends AbstractMap<String, V> {
    private final String name;
    private final Map<String, V> entries;

    /**
     * @param name the value of templates that it is
     */
    public AskedMap(String name, Map<String, V> entries) {
        this.name = name;
        this.entries = Map.copyOf(entries);
    }

    @Override
    public V get(Object key) {
        Asked.entry(name, String.valueOf(key));
        return entry(key);
    }

    @Override
    public boolean containsKey(Object key) {
        Asked.entry(name, String.valueOf(key));
        return entry(key) != null;
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        Asked.value(name);
        return Collections.unmodifiableMap(entries).entrySet();
    }

    String name() {
        return name;
    }

    Map<String, V> entries() {
        return entries;
    }

    private V entry(Object key) {
        return key == null ? null : entries.get(key);
    }
}
