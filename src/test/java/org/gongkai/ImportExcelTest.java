package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sheet becomes a task table, in the new and in the old format alike. */
class ImportExcelTest {
    @TempDir private Path folder;

    static Stream<Supplier<Workbook>> formats() {
        return Stream.of(XSSFWorkbook::new, HSSFWorkbook::new);
    }

    private static Sheet sheet(Workbook book) {
        Sheet sheet = book.createSheet("任务");
        row(sheet, 0, "样例县人民政府办公室2023年政务公开任务分解表");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
        row(sheet, 2, "序号", "工作任务", "具体要求", "责任单位", "完成时限");
        return sheet;
    }

    private static Row row(Sheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    private static byte[] bytes(Workbook book) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            book.close();
            return out.toByteArray();
        }
    }

    private ImportedColumn imported(Workbook book) throws IOException {
        return new ImportedColumn(folder)
                .importing("表.xlsx", bytes(book), "--name", "a", "--year", "2023");
    }

    private static void date(Workbook book, Cell cell, String format, LocalDate date) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        cell.setCellValue(date);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsMergedCellsNumbersAndDates(Supplier<Workbook> format) throws IOException {
        Workbook book = format.get();
        Sheet sheet = sheet(book);
        Row first = row(sheet, 3, "", "公开", "公布清单。", "县财政局", "");
        first.getCell(0).setCellValue(1);
        date(book, first.getCell(4), "yyyy/m/d", LocalDate.of(2023, 12, 31));
        Row second = row(sheet, 4, "", "", "逐项核对。", "", "");
        second.getCell(0).setCellValue(2);
        date(book, second.getCell(4), "yyyy\"年\"m\"月\"", LocalDate.of(2023, 6, 1));
        row(sheet, 5, "3", "解读", "同步解读。", "县司法局", "全年");
        Row fourth = row(sheet, 6, "4", "解读", "多元解读。", "县司法局", "");
        date(book, fourth.getCell(4), "yyyy\"年\"", LocalDate.of(2023, 1, 1));
        sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
        sheet.addMergedRegion(new CellRangeAddress(3, 4, 3, 3));
        ImportedColumn column = imported(book);
        assertEquals(
                List.of(
                        "公开 | 1 | 公布清单。 | - | 县财政局 | 2023年12月31日",
                        "公开 | 2 | 逐项核对。 | - | 县财政局 | 2023年6月",
                        "解读 | 3 | 同步解读。 | - | 县司法局 | 全年",
                        "解读 | 4 | 多元解读。 | - | 县司法局 | 2023年"),
                column.tasks("2023/a"));
        assertTrue(
                column.read("2023/a.md").contains("标题: 样例县人民政府办公室2023年政务公开任务分解表\n"),
                column.read("2023/a.md"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsAHeadOfTwoRowsAndMergedTasksBelowATitle(Supplier<Workbook> format)
            throws IOException {
        Workbook book = format.get();
        Sheet sheet = book.createSheet("任务");
        row(sheet, 0, "2023年政务公开任务分解表");
        row(sheet, 1, "序号", "工作任务", "具体要求", "责任分工", "");
        row(sheet, 2, "", "", "", "牵头部门", "责任单位");
        for (int column = 0; column < 3; column++) {
            sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
        }
        sheet.addMergedRegion(new CellRangeAddress(1, 1, 3, 4));
        row(sheet, 3, "1", "公开", "公布清单。", "县财政局", "各镇街");
        row(sheet, 4, "2", "公开", "", "县司法局", "各镇街");
        sheet.addMergedRegion(new CellRangeAddress(3, 4, 2, 2));
        ImportedColumn column = imported(book);
        assertEquals(
                List.of("公开 | 1 | 公布清单。 | 县财政局 | 各镇街 | -", "公开 | 2 | 公布清单。 | 县司法局 | 各镇街 | -"),
                column.tasks("2023/a"));
        assertTrue(
                column.remarks().contains("工作表“任务”第 5 行：具体要求与上一行是合并的一格，这里重复写了一遍。"), column.out());
        assertFalse(column.out().contains("在表头上方"), column.out());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void keepsUnitsApartThatASpaceKeepsApart(Supplier<Workbook> format) throws IOException {
        Workbook book = format.get();
        Sheet sheet = sheet(book);
        row(sheet, 3, "1", "公开", "公布 清单。", "县财政局  县司法局", "全年");
        row(sheet, 4, "2", "解读", "同步解读。", "县 财 政 局", "全年");
        row(sheet, 5, "3", "回应", "及时回应。", "县财政局、 县司法局 ，县水利局", "全年");
        row(sheet, 6, "备注：未尽事宜由县财政局解释。");
        ImportedColumn column = imported(book);
        assertEquals(
                List.of(
                        "公开 | 1 | 公布清单。 | - | 县财政局 县司法局 | 全年",
                        "解读 | 2 | 同步解读。 | - | 县财政局 | 全年",
                        "回应 | 3 | 及时回应。 | - | 县财政局、县司法局，县水利局 | 全年"),
                column.tasks("2023/a"));
        assertTrue(
                column.remarks().contains("工作表“任务”第 7 行：表格里的“备注：未尽事宜由县财政局解释。”没有导入，请放到正文里。"),
                () -> column.remarks().toString());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void takesTheTitleAmongTheRowsAboveTheHeadAndTellsOfTheOthers(Supplier<Workbook> format)
            throws IOException {
        Workbook book = format.get();
        Sheet sheet = book.createSheet("任务");
        row(sheet, 0, "附件1");
        row(sheet, 1, "填报单位：样例县人民政府办公室", "", "2023年3月5日");
        row(sheet, 2, "2023年政务公开任务分解表");
        row(sheet, 3, "序号", "工作任务", "具体要求", "责任单位", "完成时限");
        row(sheet, 4, "1", "公开", "公布清单。", "县财政局", "全年");
        ImportedColumn column = imported(book);
        assertTrue(
                column.read("2023/a.tasks.yml").startsWith("标题: 2023年政务公开任务分解表\n"), column.out());
        assertTrue(
                column.remarks().contains("工作表“任务”第 2 行：“填报单位：样例县人民政府办公室”在表头上方，没有导入。"),
                column.out());
        assertTrue(column.remarks().contains("工作表“任务”第 2 行：“2023年3月5日”在表头上方，没有导入。"), column.out());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void leavesHiddenRowsColumnsAndSheetsOut(Supplier<Workbook> format) throws IOException {
        Workbook book = format.get();
        Sheet sheet = sheet(book);
        row(sheet, 3, "1", "公开", "公布清单。", "县财政局", "全年", "内部电话");
        sheet.setColumnHidden(5, true);
        row(sheet, 4, "2", "公开", "隐藏的任务。", "县财政局", "全年").setZeroHeight(true);
        row(book.createSheet("内部"), 0, "不公开");
        book.setSheetHidden(1, true);
        ImportedColumn column = imported(book);
        assertEquals(List.of("公开 | 1 | 公布清单。 | - | 县财政局 | 全年"), column.tasks("2023/a"));
        String written = column.read("2023/a.md") + column.read("2023/a.tasks.yml");
        assertFalse(written.contains("内部"), written);
        assertTrue(column.remarks().contains("工作表“任务”：有隐藏的行或列，没有导入。"), column.out());
        assertTrue(column.remarks().contains("工作表“内部”：是隐藏的，没有导入。"), column.out());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsAFarCellWithoutTheMillionRowsBetween(Supplier<Workbook> format) throws IOException {
        Workbook book = format.get();
        Sheet sheet = sheet(book);
        row(sheet, 60_000, "1", "公开", "公布清单。", "县财政局", "全年");
        sheet.addMergedRegion(new CellRangeAddress(60_000, 65_535, 3, 3));
        assertEquals(List.of("公开 | 1 | 公布清单。 | - | 县财政局 | 全年"), imported(book).tasks("2023/a"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void refusesMoreRowsThanAnyOfficeHas(Supplier<Workbook> format) throws IOException {
        Workbook book = format.get();
        Sheet sheet = sheet(book);
        for (int i = 3; i < 5_100; i++) {
            row(sheet, i, "1");
        }
        imported(book).assertRefused("工作表“任务”太大（超过 5000 行或 100 列）。请删去多余的行和列再导入。");
    }
}
