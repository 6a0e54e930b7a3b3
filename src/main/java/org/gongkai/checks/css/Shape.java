package org.gongkai.checks.css;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An element as plain selectors see it: its names and those of what it stands in. Elements of one
 * shape match the same plain selectors, on all pages with the same style sheets.
 */
final class Shape {
    private final Map<String, Shape> inner = new ConcurrentHashMap<>();

    /** The shape of an element in one of this shape, by the names that selectors ask for. */
    Shape of(String names) {
        Shape known = inner.get(names);
        return known == null ? inner.computeIfAbsent(names, same -> new Shape()) : known;
    }
}
