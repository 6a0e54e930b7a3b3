package org.gongkai.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * Reads a .docx: its paragraphs with the numbers that Word shows, and its tables with every merged
 * cell. What was deleted under 修订 and what is hidden stays out.
 */
final class WordReader {
    private static final List<String> DOCUMENTS =
            List.of(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    "application/vnd.ms-word.document.macroEnabled.main+xml",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml");
    private static final String STYLES =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
    private static final String NUMBERING =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";

    /** Deleted, moved elsewhere, or the same once more for old programs. */
    private static final Set<String> NOT_SHOWN =
            Set.of("del", "moveFrom", "Fallback", "delText", "rPr", "sectPr");

    private static final Pattern LINK_FIELD =
            Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]+)\".*", Pattern.DOTALL);

    /** How deep tables and frames may lie in each other. */
    private static final int MOST_NESTED = 20;

    /** What a style says of its paragraphs. */
    private static final class Style {
        private int heading;
        private String list;
        private int depth;
        private String alignment;
        private String basedOn;
    }

    /** What a paragraph's own properties say. */
    private static final class Properties {
        private String style;
        private int heading = -1;
        private String list;
        private int depth = -1;
        private String alignment;

        /** Its mark was deleted or is hidden, so that Word does not count it where it is empty. */
        private boolean gone;
    }

    private final WordNumbering numbering = new WordNumbering();
    private final Map<String, Style> styles = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private int paragraphs;

    /** The paragraph read last: nobody counts the paragraphs of a Word file to find a picture. */
    private String last = "";

    private int tables;
    private int nested;
    private PackagePart document;

    /**
     * Where a link is that has begun: an element, or in older files a field.
     *
     * @param from where its words begin in the paragraph
     */
    private record Link(String address, int from) {}

    Received read(Path file) throws IOException, ImportFailure {
        Limits.checkZip(file);
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            PackagePart styleSheet = part(pack, STYLES);
            if (styleSheet != null) {
                readPart(styleSheet, this::readStyles);
            }
            PackagePart numbers = part(pack, NUMBERING);
            if (numbers != null) {
                readPart(numbers, numbering::read);
            }
            for (String type : DOCUMENTS) {
                document = document == null ? part(pack, type) : document;
            }
            if (document == null) {
                throw new ImportFailure(Limits.BROKEN);
            }
            List<Block> blocks = new ArrayList<>();
            readPart(document, xml -> readDocument(xml, blocks));
            return new Received(blocks, remarks);
        } catch (OpenXML4JException | RuntimeException | XMLStreamException e) {
            throw new ImportFailure(Limits.BROKEN);
        }
    }

    /** Reads a part of the file. */
    private interface PartReader {
        void read(XMLStreamReader xml) throws XMLStreamException, ImportFailure;
    }

    private static void readPart(PackagePart part, PartReader reader)
            throws IOException, XMLStreamException, ImportFailure {
        try (InputStream in = part.getInputStream()) {
            reader.read(WordXml.open(in));
        }
    }

    private static PackagePart part(OPCPackage pack, String type) {
        List<PackagePart> parts = pack.getPartsByContentType(type);
        return parts.isEmpty() ? null : parts.get(0);
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException {
        Style style = null;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals("style")) {
                style = new Style();
                styles.put(WordXml.attribute(xml, "styleId"), style);
            } else if (style != null) {
                switch (name) {
                    case "basedOn" -> style.basedOn = WordXml.attribute(xml, "val");
                    case "outlineLvl" -> style.heading = WordXml.number(xml, "val", 9) + 1;
                    case "numId" -> style.list = WordXml.attribute(xml, "val");
                    case "jc" -> style.alignment = WordXml.attribute(xml, "val");
                    case "ilvl" -> style.depth = WordXml.number(xml, "val", 0);
                    default -> {}
                }
            }
        }
    }

    private void readDocument(XMLStreamReader xml, List<Block> blocks)
            throws XMLStreamException, ImportFailure {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                block(xml, blocks);
            }
        }
    }

    /** One element between paragraphs; what only wraps others is looked into. */
    private void block(XMLStreamReader xml, List<Block> blocks)
            throws XMLStreamException, ImportFailure {
        switch (xml.getLocalName()) {
            case "p" -> paragraph(xml, blocks, "第 " + ++paragraphs + " 段", false);
            case "tbl" -> {
                tables++;
                blocks.add(table(xml, "第 " + tables + " 个表格"));
            }
            case "altChunk" -> remark("第 " + paragraphs + " 段后面", "嵌入了另一份文件，没有导入，请手工补上。");
            default -> {
                if (NOT_SHOWN.contains(xml.getLocalName())) {
                    WordXml.skip(xml);
                }
            }
        }
    }

    /**
     * @param inCell whether a number that stands there without words says something: a column of 序号
     *     may be counted by Word
     */
    private void paragraph(XMLStreamReader xml, List<Block> blocks, String place, boolean inCell)
            throws XMLStreamException, ImportFailure {
        Properties properties = new Properties();
        StringBuilder text = new StringBuilder();
        List<Block> framed = new ArrayList<>();
        content(xml, properties, text, framed, place);
        blocks.addAll(framed);
        String words = Wording.visible(text.toString());
        if (!words.isBlank()) {
            last = words;
        }
        String list = words.isBlank() && properties.gone ? null : list(properties);
        int depth = depth(properties);
        boolean item = list != null && numbering.isBulleted(list, depth);
        // Word counts an empty paragraph, too.
        String number = list == null ? "" : numbering.next(list, depth);
        if (words.isBlank()) {
            if (inCell && !number.isBlank()) {
                blocks.add(Paragraph.of(number.strip(), place));
            }
            return;
        }
        int heading = heading(properties);
        boolean centred = isCentred(properties);
        // A line break within a title or a signature is another line of it.
        boolean first = true;
        for (String line : words.split("\n")) {
            if (!line.isBlank()) {
                String shown = first ? numbered(number, line.strip()) : line.strip();
                blocks.add(new Paragraph(shown, heading, item && first, centred, place));
                first = false;
            }
        }
    }

    /** Apart where 1.1 and 2023年 would make another number. */
    private static String numbered(String number, String line) {
        boolean runTogether =
                number.matches(".*[0-9A-Za-z]") && line.substring(0, 1).matches("[0-9A-Za-z]");
        return runTogether ? number + " " + line : number + line;
    }

    /** What stands in a paragraph, until its end. */
    private void content(
            XMLStreamReader xml,
            Properties properties,
            StringBuilder text,
            List<Block> framed,
            String place)
            throws XMLStreamException, ImportFailure {
        int depth = 1;
        boolean hidden = false;
        StringBuilder field = new StringBuilder();
        Link link = null;
        int fieldsInLink = 0;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                hidden &= !xml.getLocalName().equals("r");
                if (xml.getLocalName().equals("hyperlink")) {
                    tellOf(link, text, place);
                    link = null;
                }
                continue;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "hyperlink" -> {
                    link = new Link(target(WordXml.attribute(xml, "id")), text.length());
                    fieldsInLink = 0;
                    depth++;
                }
                case "instrText" -> field.append(xml.getElementText());
                case "fldChar" -> {
                    String step = WordXml.attribute(xml, "fldCharType");
                    Matcher address = LINK_FIELD.matcher(field);
                    if ("begin".equals(step) && link != null) {
                        fieldsInLink++;
                    } else if ("end".equals(step) && fieldsInLink > 0) {
                        fieldsInLink--;
                    } else if ("separate".equals(step) && link == null && address.matches()) {
                        link = new Link(address.group(1), text.length());
                    } else if ("end".equals(step)) {
                        tellOf(link, text, place);
                        link = null;
                    }
                    field.setLength("begin".equals(step) ? 0 : field.length());
                    depth++;
                }
                case "pPr" -> properties(xml, properties);
                case "rPr" -> hidden = isHidden(xml);
                case "t" -> {
                    String words = xml.getElementText();
                    if (!hidden) {
                        text.append(words);
                    } else if (!words.isBlank()) {
                        remark(place, "有隐藏文字，没有导入。");
                    }
                }
                case "tab", "ptab" -> {
                    text.append(' ');
                    depth++;
                }
                case "br", "cr" -> {
                    text.append('\n');
                    depth++;
                }
                case "noBreakHyphen" -> {
                    text.append('-');
                    depth++;
                }
                case "footnoteReference", "endnoteReference" -> {
                    remark(place, "有脚注或尾注，没有导入，请手工补上。");
                    depth++;
                }
                case "sym" -> {
                    remark(place, "有特殊符号（如方框里的勾），没有导入，请手工补上。");
                    depth++;
                }
                case "chart", "relIds" -> {
                    remark(place, "有图表，没有导入，请手工补上。");
                    depth++;
                }
                case "blip", "imagedata" -> {
                    String before = text.toString().isBlank() ? last : text.toString();
                    remark(
                            place,
                            (before.isBlank() ? "" : "“" + Quote.brief(before) + "”后面")
                                    + "有图片，没有导入，请放到 files 文件夹里，并在正文的这个地方写“![图片上是什么](files/文件名)”。");
                    depth++;
                }
                case "oMath" -> {
                    remark(place, "有公式，没有导入，请手工补上。");
                    WordXml.skip(xml);
                }
                case "txbxContent" -> {
                    if (++nested > MOST_NESTED) {
                        throw new ImportFailure(Limits.BROKEN);
                    }
                    framed(xml, framed);
                    nested--;
                }
                default -> {
                    if (NOT_SHOWN.contains(xml.getLocalName())) {
                        WordXml.skip(xml);
                    } else {
                        depth++;
                    }
                }
            }
        }
    }

    /** Where a relationship of the document leads out of the file; null where it does not. */
    private String target(String relationship) {
        PackageRelationship found =
                relationship == null ? null : document.getRelationship(relationship);
        return found == null || found.getTargetMode() != TargetMode.EXTERNAL
                ? null
                : found.getTargetURI().toString();
    }

    private void tellOf(Link link, StringBuilder text, String place) {
        if (link != null) {
            LostLink.remark(text.substring(link.from()), link.address())
                    .ifPresent(what -> remark(place, what));
        }
    }

    /** The paragraphs of a text frame, such as the red head of a 公文. */
    private void framed(XMLStreamReader xml, List<Block> framed)
            throws XMLStreamException, ImportFailure {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                block(xml, framed);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("txbxContent")) {
                return;
            }
        }
    }

    private static void properties(XMLStreamReader xml, Properties properties)
            throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                switch (xml.getLocalName()) {
                    case "pStyle" -> properties.style = WordXml.attribute(xml, "val");
                    case "outlineLvl" -> properties.heading = WordXml.number(xml, "val", 9) + 1;
                    case "numId" -> properties.list = WordXml.attribute(xml, "val");
                    case "jc" -> properties.alignment = WordXml.attribute(xml, "val");
                    case "ilvl" -> properties.depth = WordXml.number(xml, "val", 0);
                    case "del", "moveFrom" -> properties.gone = true;
                    case "vanish" -> properties.gone |= WordXml.isOn(xml);
                    case "pPrChange" -> {
                        WordXml.skip(xml);
                        depth--;
                    }
                    default -> {}
                }
            }
        }
    }

    private static boolean isHidden(XMLStreamReader xml) throws XMLStreamException {
        boolean hidden = false;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                hidden |= xml.getLocalName().equals("vanish") && WordXml.isOn(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return hidden;
    }

    private String list(Properties properties) {
        String list = properties.list;
        Style style = styles.get(properties.style);
        for (int i = 0; list == null && style != null && i < MOST_NESTED; i++) {
            list = style.list;
            style = styles.get(style.basedOn);
        }
        return "0".equals(list) ? null : list;
    }

    private int depth(Properties properties) {
        if (properties.depth >= 0) {
            return properties.depth;
        }
        Style style = properties.list == null ? styles.get(properties.style) : null;
        for (int i = 0; style != null && style.list == null && i < MOST_NESTED; i++) {
            style = styles.get(style.basedOn);
        }
        return style == null ? 0 : style.depth;
    }

    private int heading(Properties properties) {
        int heading = properties.heading;
        Style style = styles.get(properties.style);
        for (int i = 0; heading < 0 && style != null && i < MOST_NESTED; i++) {
            heading = style.heading == 0 ? -1 : style.heading;
            style = styles.get(style.basedOn);
        }
        return heading < 1 || heading > 9 ? 0 : heading;
    }

    private boolean isCentred(Properties properties) {
        String alignment = properties.alignment;
        Style style = styles.get(properties.style);
        for (int i = 0; alignment == null && style != null && i < MOST_NESTED; i++) {
            alignment = style.alignment;
            style = styles.get(style.basedOn);
        }
        return "center".equals(alignment);
    }

    /** A row that is being read, and the merges that it goes on with. */
    private static final class Rows {
        private final String name;
        private final List<Cell> cells = new ArrayList<>();
        private final List<String> places = new ArrayList<>();
        private Map<Integer, Cell> above = new HashMap<>();

        Rows(String name) {
            this.name = name;
        }
    }

    private Grid table(XMLStreamReader xml, String name) throws XMLStreamException, ImportFailure {
        if (++nested > MOST_NESTED) {
            throw new ImportFailure(Limits.BROKEN);
        }
        Rows rows = new Rows(name);
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("tr")) {
                    row(xml, rows);
                } else if (NOT_SHOWN.contains(xml.getLocalName())) {
                    WordXml.skip(xml);
                } else {
                    depth++;
                }
            }
        }
        nested--;
        return Grid.of(rows.cells, rows.places, true);
    }

    /**
     * A row. The column of a cell is {@code gridBefore} and the widths of the cells before it; a
     * merge downwards goes on in its own column only.
     */
    private void row(XMLStreamReader xml, Rows rows) throws XMLStreamException, ImportFailure {
        String place = rows.name + "第 " + (rows.places.size() + 1) + " 行";
        Map<Integer, Cell> merges = new HashMap<>();
        List<Cell> cells = new ArrayList<>();
        Cell before = null;
        int column = 0;
        boolean deleted = false;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                continue;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "gridBefore" -> {
                    column = Math.max(0, WordXml.number(xml, "val", 0));
                    depth++;
                }
                case "del" -> {
                    deleted = true;
                    depth++;
                }
                case "tc" -> {
                    WordCell cell = cell(xml, place);
                    if (column + cell.width > Grid.MOST_COLUMNS * 4) {
                        throw new ImportFailure(Limits.BROKEN);
                    }
                    Cell upper = cell.goesOn ? rows.above.get(column) : null;
                    if (cell.joinsLeft && before != null) {
                        before.growRight(cell.width);
                    } else if (upper != null) {
                        merges.put(column, upper);
                        before = null;
                    } else {
                        before =
                                new Cell(
                                        rows.places.size(),
                                        column,
                                        1,
                                        cell.width,
                                        Wording.tidied(cell.paragraphs));
                        cells.add(before);
                        if (cell.starts) {
                            merges.put(column, before);
                        }
                    }
                    column += cell.width;
                }
                default -> depth++;
            }
        }
        if (!deleted) {
            merges.values().stream()
                    .filter(merged -> !cells.contains(merged))
                    .distinct()
                    .forEach(Cell::growDown);
            rows.cells.addAll(cells);
            rows.places.add(place);
            rows.above = merges;
        }
    }

    /** A cell as Word writes it. */
    private static final class WordCell {
        private final List<String> paragraphs = new ArrayList<>();
        private int width = 1;
        private boolean starts;
        private boolean goesOn;
        private boolean joinsLeft;
    }

    private WordCell cell(XMLStreamReader xml, String place)
            throws XMLStreamException, ImportFailure {
        WordCell cell = new WordCell();
        List<Block> blocks = new ArrayList<>();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                continue;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "gridSpan" -> {
                    cell.width = Math.max(1, WordXml.number(xml, "val", 1));
                    depth++;
                }
                case "vMerge" -> {
                    cell.starts = "restart".equals(WordXml.attribute(xml, "val"));
                    cell.goesOn = !cell.starts;
                    depth++;
                }
                case "hMerge" -> {
                    cell.joinsLeft = !"restart".equals(WordXml.attribute(xml, "val"));
                    depth++;
                }
                case "p" -> paragraph(xml, blocks, place, true);
                case "tbl" -> blocks.add(table(xml, place + "里的表格"));
                case "tcPrChange" -> WordXml.skip(xml);
                default -> {
                    if (NOT_SHOWN.contains(xml.getLocalName())) {
                        WordXml.skip(xml);
                    } else {
                        depth++;
                    }
                }
            }
        }
        for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
                cell.paragraphs.add(paragraph.text());
            } else if (block instanceof Grid inner) {
                remark(place, Grid.IN_A_CELL);
                cell.paragraphs.addAll(inner.paragraphs());
            }
        }
        return cell;
    }

    private void remark(String place, String what) {
        if (said.add(place + what)) {
            remarks.add(new Remark(place, what));
        }
    }
}
