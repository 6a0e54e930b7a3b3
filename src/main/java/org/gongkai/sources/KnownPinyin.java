package org.gongkai.sources;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.gongkai.cache.BuildCache;
import org.gongkai.cache.RecordFormat;

/**
 * Names in pinyin (拼音), as an earlier build has worked them out: without new names, the dictionary
 * need not be loaded. Safe for many threads.
 */
public final class KnownPinyin implements UnaryOperator<String> {
    private static final String KEY = "names";

    private final BuildCache.Section section;
    private final RecordFormat format;
    private final Map<?, ?> before;
    private final Map<String, String> now = new ConcurrentHashMap<>();

    public KnownPinyin(BuildCache.Section section, RecordFormat format) {
        this.section = section;
        this.format = format;
        byte[] known = section.get(KEY);
        this.before = known == null ? Map.of() : (Map<?, ?>) format.read(known);
    }

    @Override
    public String apply(String name) {
        return now.computeIfAbsent(
                name,
                each -> before.get(each) instanceof String known ? known : Slugs.pinyin(each));
    }

    /** Keeps the names that were asked for, for the next build. */
    public void keep() {
        section.put(KEY, format.write(new TreeMap<>(now)));
    }
}
