package org.gongkai.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads plain text, as it is copied out of Word, PDF and web pages: paragraphs, and tables of the
 * shapes that copying leaves. Which cells were merged is lost there, so that an empty one stays
 * empty.
 */
final class TextReader {
    private static final Pattern MARKUP_HEADING = Pattern.compile("#{1,6}\\s+(.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*[-*•·]\\s+(.*)");
    private static final Pattern RULE =
            Pattern.compile("\\s*(?:-{3,}|={3,}|\\*{3,}|_{3,}|[—─]{3,})\\s*");
    private static final Pattern PIPE_RULE =
            Pattern.compile("\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)+\\|?\\s*");
    private static final Pattern MARKUP_IN_CELL = Pattern.compile("(?i)<(?:p|br|div|span)\\b");

    /** A line of this many characters is no title and no name. */
    private static final int LONG = 40;

    private final List<Block> blocks = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private List<String> lines = List.of();
    private int at;

    Received read(byte[] bytes) throws ImportFailure {
        lines = List.of(decode(bytes).split("\\r\\n|\\r|\\n", -1));
        while (at < lines.size()) {
            String line = lines.get(at);
            if (isBlank(line) || RULE.matcher(line).matches()) {
                at++;
            } else if (line.toLowerCase(Locale.ROOT).contains("<table")) {
                readMarkup();
            } else if (isPiped(at)
                    && at + 1 < lines.size()
                    && PIPE_RULE.matcher(lines.get(at + 1).strip()).matches()) {
                readPiped();
            } else if (tabs(line) >= 2) {
                readTabbed();
            } else if (startsCellPerLine()) {
                readCellPerLine();
            } else {
                blocks.add(paragraph(line, place(at)));
                at++;
            }
        }
        remarkCutParagraphs();
        return new Received(blocks, remarks);
    }

    /** A long line that ends within a sentence was cut by the end of a page or of a line. */
    private void remarkCutParagraphs() {
        for (int i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i) instanceof Paragraph paragraph
                    && blocks.get(i + 1) instanceof Paragraph next
                    && paragraph.heading() == 0
                    && paragraph.text().length() >= LONG
                    && !Wording.endsASentence(paragraph.text())
                    && !Wording.namesUnits(Wording.tidy(paragraph.text()))
                    && !paragraph.text().matches("(?:附件|抄送).*|.*日")) {
                String end = paragraph.text().substring(paragraph.text().length() - 6);
                remarks.add(
                        new Remark(
                                paragraph.place(),
                                "一段话在“" + end + "”处断开，可能应与" + next.place() + "接起来。"));
            }
        }
    }

    /** UTF-8 where it is that, else GB18030, which old Chinese programs write; or by its mark. */
    static String decode(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static String place(int line) {
        return "第 " + (line + 1) + " 行";
    }

    private static boolean isBlank(String line) {
        return Wording.visible(line).isBlank();
    }

    private static int tabs(String line) {
        return (int) line.chars().filter(c -> c == '\t').count();
    }

    private static Paragraph paragraph(String line, String place) {
        String text = Wording.visible(line).strip().replaceAll("[\\t\\u3000 ]+", " ");
        var heading = MARKUP_HEADING.matcher(text);
        if (heading.matches()) {
            return new Paragraph(heading.group(1), text.indexOf(' '), false, false, place);
        }
        var item = ITEM.matcher(text);
        if (item.matches()) {
            // What has a number of its own is an item by that.
            boolean numbered = Wording.isSection(item.group(1)) || Wording.isChapter(item.group(1));
            return new Paragraph(item.group(1), 0, !numbered, false, place);
        }
        return Paragraph.of(text, place);
    }

    /** A table that was copied as HTML. */
    private void readMarkup() throws ImportFailure {
        int first = at;
        StringBuilder html = new StringBuilder();
        int open = 0;
        do {
            String line = lines.get(at++);
            html.append(line).append('\n');
            String lower = line.toLowerCase(Locale.ROOT);
            open += count(lower, "<table") - count(lower, "</table");
        } while (open > 0 && at < lines.size());
        Received inner = new HtmlReader("第 " + (first + 1) + " 行起的").read(html.toString());
        blocks.addAll(inner.blocks());
        remarks.addAll(inner.remarks());
    }

    private static int count(String text, String word) {
        return text.split(Pattern.quote(word), -1).length - 1;
    }

    private boolean isPiped(int line) {
        String text = lines.get(line).strip();
        return text.indexOf('|') >= 0 && text.replaceAll("[^|]", "").length() >= 2;
    }

    private void readPiped() throws ImportFailure {
        List<List<String>> rows = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (; at < lines.size() && isPiped(at); at++) {
            String line = lines.get(at).strip();
            if (PIPE_RULE.matcher(line).matches()) {
                continue;
            }
            String inner = line.replaceFirst("^\\|", "").replaceFirst("\\|$", "");
            List<String> row = new ArrayList<>();
            for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
                row.add(cell.replace("\\|", "|"));
            }
            rows.add(row);
            places.add(place(at));
        }
        blocks.add(grid(rows, places, List.of()));
    }

    /** Rows a line each, cells apart by tabs; blank lines are where a page ended. */
    private void readTabbed() throws ImportFailure {
        List<List<String>> rows = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        while (at < lines.size()) {
            int next = at;
            while (next < lines.size() && isBlank(lines.get(next)) && tabs(lines.get(next)) < 2) {
                next++;
            }
            if (next == lines.size() || tabs(lines.get(next)) < 2) {
                break;
            }
            if (next > at) {
                gaps.add(rows.size());
            }
            rows.add(List.of(lines.get(next).split("\t", -1)));
            places.add(place(next));
            at = next + 1;
        }
        blocks.add(grid(rows, places, gaps));
    }

    /** Word's own "plain text" has each cell on a line of its own that begins with a tab. */
    private boolean startsCellPerLine() {
        int cells = 0;
        for (int i = at; i < lines.size() && lines.get(i).startsWith("\t"); i++) {
            cells++;
        }
        return cells >= 3;
    }

    private void readCellPerLine() throws ImportFailure {
        List<List<String>> rows = new ArrayList<>();
        List<String> places = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int blank = 0;
        int end = lines.size();
        while (end > at && isBlank(lines.get(end - 1))) {
            end--;
        }
        for (; at < end; at++) {
            String line = lines.get(at);
            if (line.startsWith("\t")) {
                if (row.isEmpty() || blank > 0) {
                    row = new ArrayList<>();
                    rows.add(row);
                    places.add(place(at));
                }
                row.add(line.substring(1));
                blank = 0;
            } else if (isBlank(line)) {
                blank++;
                if (blank > 2) {
                    break;
                }
            } else if (endsTheTable(line, blank)) {
                break;
            } else {
                // Another paragraph of the same cell.
                row.set(row.size() - 1, row.get(row.size() - 1) + "\n" + line);
                blank = 0;
            }
        }
        blocks.add(grid(rows, places, List.of()));
    }

    /** After the last cell the text goes on: whole sentences, or what closes a 公文. */
    private static boolean endsTheTable(String line, int blank) {
        return blank > 0
                && (line.strip().endsWith("。") || line.strip().matches("(?:抄送|附件|注)\\s*[：:].*"));
    }

    private static Grid grid(List<List<String>> rows, List<String> places, List<Integer> gaps)
            throws ImportFailure {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                List<String> words =
                        MARKUP_IN_CELL.matcher(text).find()
                                ? HtmlReader.words(text)
                                : Wording.tidied(List.of(text.split("\n")));
                cells.add(new Cell(row, column, 1, 1, words));
            }
        }
        Grid grid = Grid.of(cells, places, false);
        return new Grid(grid.cells(), grid.places(), false, gaps);
    }
}
