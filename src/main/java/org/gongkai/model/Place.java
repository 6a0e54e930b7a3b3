package org.gongkai.model;

/**
 * A line of an editor's file.
 *
 * @param file relative to the column's folder, with forward slashes
 * @param line from 1
 */
public record Place(String file, int line) {
    /** How one place is named in a message about another. */
    public String text() {
        return file + " 第 " + line + " 行";
    }
}
