package org.gongkai.checks.css;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An element as plain selectors see it: its names and those of what it stands in. Elements of one
 * shape match the same plain selectors, on all pages with the same style sheets.
 */
final class Shape {
    private final Map<String, Shape> inner = new ConcurrentHashMap<>();
    private final Map<String, Shape> ofClasses = new ConcurrentHashMap<>();
    private final Map<String, Shape> ofNames = new ConcurrentHashMap<>();
    private volatile Cascade.Matches matches;
    private volatile Styled styled;

    /** How many shapes there are, shared by all. */
    private final AtomicInteger count;

    /** The shape of a page, in which those of its elements are. */
    Shape() {
        this(new AtomicInteger());
    }

    private Shape(AtomicInteger count) {
        this.count = count;
        count.incrementAndGet();
    }

    /** How many shapes were made, from that of the page on. */
    int count() {
        return count.get();
    }

    private record Styled(Style parent, Style style) {}

    /** The shape of an element in one of this shape that has this tag and no other name. */
    Shape of(String tag) {
        return in(inner, tag);
    }

    /** The shape of an element of this shape that has these classes, too. */
    Shape withClasses(String classes) {
        return in(ofClasses, classes);
    }

    /** The shape of an element of this shape that has this name, too. */
    Shape with(String name) {
        return in(ofNames, name);
    }

    private Shape in(Map<String, Shape> shapes, String name) {
        Shape known = shapes.get(name);
        return known == null ? shapes.computeIfAbsent(name, same -> new Shape(count)) : known;
    }

    /** What matches elements of this shape; null until it is known. */
    Cascade.Matches matches() {
        return matches;
    }

    void matches(Cascade.Matches found) {
        this.matches = found;
    }

    /**
     * The style of an element of this shape, below one of a style, that no more than its plain
     * selectors match; null until it is known.
     */
    Style style(Style parent) {
        Styled known = styled;
        return known != null && known.parent == parent ? known.style : null;
    }

    void style(Style parent, Style style) {
        this.styled = new Styled(parent, style);
    }
}
