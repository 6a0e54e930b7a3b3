package org.gongkai.imports;

import java.util.List;

/**
 * What one row has in one column.
 *
 * @param words nothing where it is empty
 * @param cell the merged cell that it is in, which other rows may share; null where there is none
 */
record Entry(List<String> words, Object cell) {
    static final Entry NONE = new Entry(List.of(), null);

    boolean isBlank() {
        return words.isEmpty();
    }

    String text() {
        return Wording.joined(words);
    }
}
