package org.gongkai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A Word file that is made in a test. */
final class WordFile {
    private final XWPFDocument document = new XWPFDocument();

    XWPFDocument document() {
        return document;
    }

    WordFile paragraphs(String... texts) {
        for (String text : texts) {
            document.createParagraph().createRun().setText(text);
        }
        return this;
    }

    /**
     * A table, a row a line and cells apart by {@code |}. Before a cell's words may stand: {@code
     * +N} (the row begins N columns later), {@code >N} (it is N columns wide), {@code v} (a merge
     * downwards begins), {@code ^} (it goes on), {@code h} (an old merge to the right begins),
     * {@code <} (it goes on), each with a space behind it. {@code /} is a new paragraph.
     */
    WordFile table(List<String> rows) {
        // The paragraph between two tables keeps them apart.
        CTTbl table = document.createTable(1, 1).getCTTbl();
        table.removeTr(0);
        rows.forEach(row -> addRow(table.addNewTr(), row));
        return this;
    }

    private static void addRow(CTRow row, String cells) {
        for (String cell : cells.split("\\|", -1)) {
            CTTc added = row.addNewTc();
            CTTcPr properties = added.addNewTcPr();
            String words = cell.strip();
            while (words.matches("(?:[+>]\\d+|[v^h<])(?: .*|$)")) {
                int space = words.indexOf(' ');
                String mark = space < 0 ? words : words.substring(0, space);
                words = space < 0 ? "" : words.substring(space + 1).strip();
                mark(row, properties, mark);
            }
            for (String paragraph : words.split("/", -1)) {
                added.addNewP().addNewR().addNewT().setStringValue(paragraph.strip());
            }
        }
    }

    private static void mark(CTRow row, CTTcPr properties, String mark) {
        switch (mark.charAt(0)) {
            case '+' -> row.addNewTrPr().addNewGridBefore().setVal(number(mark));
            case '>' -> properties.addNewGridSpan().setVal(number(mark));
            case 'v' -> properties.addNewVMerge().setVal(STMerge.RESTART);
            case '^' -> properties.addNewVMerge();
            case 'h' -> properties.addNewHMerge().setVal(STMerge.RESTART);
            default -> properties.addNewHMerge().setVal(STMerge.CONTINUE);
        }
    }

    private static BigInteger number(String mark) {
        return new BigInteger(mark.substring(1));
    }

    byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            document.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
