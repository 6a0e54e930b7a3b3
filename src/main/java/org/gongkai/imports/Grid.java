package org.gongkai.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A table of a received file: which cell covers which place.
 *
 * @param cells by row and column; null where nothing is
 * @param places of each row in the file, in an editor's words
 * @param exact whether the file tells which cells are merged; in plain text an empty place may be
 *     either
 * @param afterGap the rows before which the table was cut, as by the end of a page
 */
record Grid(List<List<Cell>> cells, List<String> places, boolean exact, List<Integer> afterGap)
        implements Block {
    /** More than any table of an office has; a file that has more was not made by one. */
    static final int MOST_ROWS = 5_000;

    static final int MOST_COLUMNS = 100;

    /** What is told where a cell holds a table. */
    static final String IN_A_CELL = "格子里还有表格，已按一行一段导入，请核对。";

    /** Lays cells out; where two claim a place the first has it. */
    static Grid of(List<Cell> placed, List<String> places, boolean exact) throws ImportFailure {
        int columns = placed.stream().mapToInt(Cell::end).max().orElse(0);
        if (places.size() > MOST_ROWS || columns > MOST_COLUMNS) {
            throw new ImportFailure(
                    "表格太大（超过 " + MOST_ROWS + " 行或 " + MOST_COLUMNS + " 列）。请删去多余的行和列，分成几个文件再导入。");
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < places.size(); row++) {
            List<Cell> empty = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                empty.add(null);
            }
            cells.add(empty);
        }
        for (Cell cell : placed) {
            cell.clip(places.size(), columns);
            for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
                for (int column = cell.column(); column < cell.end(); column++) {
                    if (cells.get(row).get(column) == null) {
                        cells.get(row).set(column, cell);
                    }
                }
            }
        }
        return new Grid(cells, List.copyOf(places), exact, List.of());
    }

    /** This table with the rows of another below it, which was cut from it. */
    Grid joined(Grid below) {
        List<List<Cell>> all = new ArrayList<>(cells);
        List<String> allPlaces = new ArrayList<>(places);
        List<Integer> gaps = new ArrayList<>(afterGap);
        gaps.add(rows());
        below.afterGap.forEach(gap -> gaps.add(rows() + gap));
        all.addAll(below.cells);
        allPlaces.addAll(below.places);
        return new Grid(all, allPlaces, exact && below.exact, gaps);
    }

    @Override
    public String place() {
        return places.isEmpty() ? "" : places.get(0);
    }

    int rows() {
        return cells.size();
    }

    int columns() {
        return cells.isEmpty() ? 0 : cells.get(0).size();
    }

    int width(int row) {
        return cells.get(row).size();
    }

    /** The cell that covers a place; null where none does. */
    Cell at(int row, int column) {
        List<Cell> line = cells.get(row);
        return column < line.size() ? line.get(column) : null;
    }

    /** Whether that row is the first that a cell covers. */
    boolean isFirstRowOf(Cell cell, int row) {
        return row == 0 || at(row - 1, cell.column()) != cell;
    }

    String text(int row, int column) {
        Cell cell = at(row, column);
        return cell == null ? "" : cell.text();
    }

    /** The cells of a row from left to right, each once. */
    List<Cell> row(int row) {
        LinkedHashSet<Cell> found = new LinkedHashSet<>(cells.get(row));
        found.remove(null);
        return List.copyOf(found);
    }

    /** The paragraphs of all cells, row by row. */
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            row(row).forEach(cell -> paragraphs.addAll(cell.paragraphs()));
        }
        return paragraphs;
    }

    boolean isBlank(int row) {
        return row(row).stream().allMatch(Cell::isBlank);
    }
}
