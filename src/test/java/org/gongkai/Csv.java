package org.gongkai;

import java.util.ArrayList;
import java.util.List;

/** Reads a table as RFC 4180 has it, strictly. */
final class Csv {
    private Csv() {}

    /** The rows without the BOM that tells spreadsheet programs of UTF-8. */
    static List<List<String>> read(String text) {
        if (text.charAt(0) != '\uFEFF') {
            throw new AssertionError("no BOM");
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int at = 1;
        while (at < text.length()) {
            StringBuilder cell = new StringBuilder();
            if (text.charAt(at) == '"') {
                at++;
                while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
                    at += text.charAt(at) == '"' ? 1 : 0;
                    cell.append(text.charAt(at++));
                }
                at++;
            } else {
                while (",\r\n".indexOf(text.charAt(at)) < 0) {
                    cell.append(text.charAt(at++));
                }
            }
            row.add(cell.toString());
            if (text.charAt(at) == ',') {
                at++;
            } else if (text.startsWith("\r\n", at)) {
                at += 2;
                rows.add(row);
                row = new ArrayList<>();
            } else {
                throw new AssertionError("after a cell: " + text.substring(at));
            }
        }
        return rows;
    }
}
