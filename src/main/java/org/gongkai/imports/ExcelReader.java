package org.gongkai.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Reads an .xlsx or .xls: each sheet that is shown as a table, with its merged cells, numbers as
 * they are shown and dates with their year. Hidden sheets, rows and columns stay out.
 */
final class ExcelReader {
    private static final int MOST_MERGES = 20_000;

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private final List<Remark> remarks = new ArrayList<>();

    Received read(Path file, boolean zipped) throws IOException, ImportFailure {
        if (zipped) {
            Limits.checkZip(file);
        }
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                String name = "工作表“" + Wording.tidy(book.getSheetName(i)) + "”";
                if (book.getSheetVisibility(i) != SheetVisibility.VISIBLE) {
                    remarks.add(new Remark(name, "是隐藏的，没有导入。"));
                } else {
                    read(book.getSheetAt(i), name, blocks);
                }
            }
            return new Received(blocks, remarks);
        } catch (EncryptedDocumentException e) {
            throw new ImportFailure(Limits.LOCKED);
        } catch (OldFileFormatException e) {
            throw new ImportFailure("这是很早以前的 Excel 格式。请在 Excel 或 WPS 里“另存为”.xlsx 再导入。");
        } catch (IOException | RuntimeException e) {
            throw new ImportFailure(Limits.BROKEN);
        }
    }

    private void read(Sheet sheet, String name, List<Block> blocks) throws ImportFailure {
        List<Integer> rows = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        boolean hidden = findUsed(sheet, rows, columns);
        if (hidden) {
            remarks.add(new Remark(name, "有隐藏的行或列，没有导入。"));
        }
        if (rows.isEmpty()) {
            return;
        }
        List<CellRangeAddress> merges = sheet.getMergedRegions();
        if (rows.size() > Grid.MOST_ROWS
                || columns.size() > Grid.MOST_COLUMNS
                || merges.size() > MOST_MERGES) {
            throw new ImportFailure(
                    name
                            + "太大（超过 "
                            + Grid.MOST_ROWS
                            + " 行或 "
                            + Grid.MOST_COLUMNS
                            + " 列）。请删去多余的行和列再导入。");
        }
        List<Cell> cells = new ArrayList<>();
        boolean[][] covered = new boolean[rows.size()][columns.size()];
        for (CellRangeAddress merge : merges) {
            addMerged(sheet, merge, rows, columns, covered, cells, name);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (!covered[row][column]) {
                    List<String> words = words(sheet, rows.get(row), columns.get(column), name);
                    cells.add(new Cell(row, column, 1, 1, words));
                }
            }
        }
        List<String> places = rows.stream().map(row -> name + "第 " + (row + 1) + " 行").toList();
        addBlocks(Grid.of(cells, places, true), blocks);
    }

    /** Which rows and columns hold something and are shown; says whether something is hidden. */
    private static boolean findUsed(Sheet sheet, List<Integer> rows, List<Integer> columns) {
        boolean hidden = false;
        TreeSet<Integer> used = new TreeSet<>();
        for (Row row : sheet) {
            boolean filled = false;
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                if (cell.getCellType() == CellType.BLANK) {
                    continue;
                }
                if (row.getZeroHeight() || sheet.isColumnHidden(cell.getColumnIndex())) {
                    hidden = true;
                } else {
                    filled = true;
                    used.add(cell.getColumnIndex());
                }
            }
            if (filled && rows.size() <= Grid.MOST_ROWS) {
                rows.add(row.getRowNum());
            }
        }
        Collections.sort(rows);
        columns.addAll(used);
        return hidden;
    }

    private void addMerged(
            Sheet sheet,
            CellRangeAddress merge,
            List<Integer> rows,
            List<Integer> columns,
            boolean[][] covered,
            List<Cell> cells,
            String name) {
        int top = firstIn(rows, merge.getFirstRow(), merge.getLastRow());
        int left = firstIn(columns, merge.getFirstColumn(), merge.getLastColumn());
        if (top < 0 || left < 0) {
            return;
        }
        int bottom = top;
        while (bottom < rows.size() && rows.get(bottom) <= merge.getLastRow()) {
            bottom++;
        }
        int right = left;
        while (right < columns.size() && columns.get(right) <= merge.getLastColumn()) {
            right++;
        }
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                if (covered[row][column]) {
                    return;
                }
            }
        }
        for (int row = top; row < bottom; row++) {
            Arrays.fill(covered[row], left, right, true);
        }
        boolean hiddenAnchor =
                isHidden(sheet, merge.getFirstRow())
                        || sheet.isColumnHidden(merge.getFirstColumn());
        List<String> words =
                hiddenAnchor
                        ? List.of()
                        : words(sheet, merge.getFirstRow(), merge.getFirstColumn(), name);
        cells.add(new Cell(top, left, bottom - top, right - left, words));
    }

    private static boolean isHidden(Sheet sheet, int row) {
        return sheet.getRow(row) != null && sheet.getRow(row).getZeroHeight();
    }

    /** Where the first of the numbers from one to another stands in a sorted list; -1: nowhere. */
    private static int firstIn(List<Integer> numbers, int from, int to) {
        int at = Collections.binarySearch(numbers, from);
        at = at < 0 ? -at - 1 : at;
        return at < numbers.size() && numbers.get(at) <= to ? at : -1;
    }

    private List<String> words(Sheet sheet, int row, int column, String name) {
        Row line = sheet.getRow(row);
        org.apache.poi.ss.usermodel.Cell cell = line == null ? null : line.getCell(column);
        return cell == null
                ? List.of()
                : Wording.tidied(List.of(shown(cell, name + "第 " + (row + 1) + " 行").split("\n")));
    }

    private String shown(org.apache.poi.ss.usermodel.Cell cell, String place) {
        CellType type =
                cell.getCellType() == CellType.FORMULA
                        ? cell.getCachedFormulaResultType()
                        : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
            case NUMERIC -> number(cell);
            case ERROR -> {
                remarks.add(new Remark(place, "有公式出错的格子，没有导入。"));
                yield "";
            }
            default -> "";
        };
    }

    private String number(org.apache.poi.ss.usermodel.Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime date = cell.getLocalDateTimeCellValue();
            // A date that the sheet shows without its day or month was typed without it.
            String format = cell.getCellStyle().getDataFormatString().toLowerCase(Locale.ROOT);
            boolean day = format.contains("d") || cell.getCellStyle().getDataFormat() == 14;
            boolean month = day || format.contains("m");
            return date.getYear()
                    + "年"
                    + (month ? date.getMonthValue() + "月" : "")
                    + (day ? date.getDayOfMonth() + "日" : "");
        }
        return formatter.formatRawCellContents(
                value,
                cell.getCellStyle().getDataFormat(),
                cell.getCellStyle().getDataFormatString());
    }

    /** Lines above a table that fill its whole width are its title, not rows of it. */
    private static void addBlocks(Grid grid, List<Block> blocks) throws ImportFailure {
        int first = 0;
        while (first < grid.rows() && isLine(grid, first)) {
            Cell line = grid.row(first).stream().filter(cell -> !cell.isBlank()).findFirst().get();
            blocks.add(Paragraph.of(line.text(), grid.places().get(first)));
            first++;
        }
        if (first < grid.rows()) {
            List<Integer> gaps = List.of();
            blocks.add(
                    new Grid(
                            grid.cells().subList(first, grid.rows()),
                            grid.places().subList(first, grid.rows()),
                            true,
                            gaps));
        }
    }

    private static boolean isLine(Grid grid, int row) {
        return grid.row(row).stream().filter(cell -> !cell.isBlank()).count() == 1
                && grid.row(row).stream().allMatch(cell -> cell.rowSpan() == 1);
    }
}
