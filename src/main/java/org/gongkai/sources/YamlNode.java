package org.gongkai.sources;

import java.util.List;
import java.util.Map;

/** A piece of YAML with the line it stands on. Values stay the text that was typed. */
sealed interface YamlNode {
    int line();

    /** How many pieces it holds, itself included. */
    int size();

    /** A value; {@code null}, {@code ~} and nothing are the empty text. */
    record Text(String value, int line) implements YamlNode {
        @Override
        public int size() {
            return 1;
        }

        boolean isEmpty() {
            return value.isEmpty();
        }
    }

    record Sequence(List<YamlNode> items, int line, int size) implements YamlNode {}

    /** Keys with their values, in the order of the file. */
    record Mapping(Map<String, Entry> entries, int line, int size) implements YamlNode {}

    /** A key's line and value. */
    record Entry(int line, YamlNode value) {}
}
