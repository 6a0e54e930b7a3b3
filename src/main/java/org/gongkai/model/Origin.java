package org.gongkai.model;

import java.util.Map;

/**
 * The file that something was read from, and the line of each of its keys.
 *
 * @param file relative to the column's folder, with forward slashes
 * @param lines the Chinese key as typed, and its line, from 1
 */
public record Origin(String file, Map<String, Integer> lines) {
    public Origin {
        lines = Map.copyOf(lines);
    }

    /** Where that key stands; the first line where it does not. */
    public Place at(String key) {
        return new Place(file, lines.getOrDefault(key, 1));
    }

    public Place start() {
        return new Place(file, 1);
    }
}
