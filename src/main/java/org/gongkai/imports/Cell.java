package org.gongkai.imports;

import java.util.List;

/**
 * A cell of a table, over all the places that it covers; two merged cells with the same words are
 * not the same cell.
 */
final class Cell {
    private final int row;
    private final int column;
    private final List<String> paragraphs;
    private int rowSpan;
    private int columnSpan;

    /**
     * @param paragraphs its words; none of them is blank
     */
    Cell(int row, int column, int rowSpan, int columnSpan, List<String> paragraphs) {
        this.row = row;
        this.column = column;
        this.rowSpan = rowSpan;
        this.columnSpan = columnSpan;
        this.paragraphs = List.copyOf(paragraphs);
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    int rowSpan() {
        return rowSpan;
    }

    int columnSpan() {
        return columnSpan;
    }

    /** The first column to its right that it does not cover. */
    int end() {
        return column + columnSpan;
    }

    List<String> paragraphs() {
        return paragraphs;
    }

    /** All its words on one line. */
    String text() {
        return Wording.joined(paragraphs);
    }

    boolean isBlank() {
        return paragraphs.isEmpty();
    }

    void growDown() {
        rowSpan++;
    }

    void growRight(int columns) {
        columnSpan += columns;
    }

    /** Keeps it within its table. */
    void clip(int rows, int columns) {
        rowSpan = Math.min(rowSpan, rows - row);
        columnSpan = Math.min(columnSpan, columns - column);
    }
}
