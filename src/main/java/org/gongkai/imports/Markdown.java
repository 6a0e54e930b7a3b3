package org.gongkai.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes text as Markdown that means just that text. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>]");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");

    /** What makes a line a heading, a list, a rule or a quotation. */
    private static final Pattern LINE_START = Pattern.compile("^([#+\\-=~|:])");

    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private Markdown() {}

    /** Text within a line. */
    static String text(String text) {
        String line = Wording.visible(text).replaceAll("[\\s\\u3000]+", " ").strip();
        return ENTITY.matcher(SPECIAL.matcher(line).replaceAll("\\\\$0")).replaceAll("\\\\&");
    }

    /** A paragraph. */
    static String paragraph(String text) {
        String line = LINE_START.matcher(text(text)).replaceFirst("\\\\$1");
        return NUMBERED.matcher(line).replaceFirst("$1\\\\$2");
    }

    static String heading(int level, String text) {
        return "#".repeat(level) + " " + text(text).replaceFirst("(#+)$", "\\\\$1");
    }

    static String item(String text) {
        return "- " + paragraph(text);
    }

    /** A table; a merged cell stands in each of its rows, and once in each row. */
    static String table(Grid grid) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            StringBuilder line = new StringBuilder("|");
            for (int column = 0; column < grid.columns(); column++) {
                Cell cell = grid.at(row, column);
                boolean again = cell != null && cell.column() < column && row > 0;
                String words = cell == null || again ? "" : text(cell.text()).replace("|", "\\|");
                line.append(' ').append(words.isEmpty() && row == 0 ? "—" : words).append(" |");
            }
            lines.add(line.toString());
            if (row == 0) {
                lines.add("|" + " --- |".repeat(grid.columns()));
            }
        }
        return String.join("\n", lines);
    }
}
