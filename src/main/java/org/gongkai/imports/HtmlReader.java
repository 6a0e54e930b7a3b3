package org.gongkai.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads a web page: its paragraphs and its tables with {@code rowspan} and {@code colspan}. */
final class HtmlReader {
    private static final Pattern CHARSET =
            Pattern.compile(
                    "<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([\\w-]+)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ALIGNED =
            Pattern.compile("text-align\\s*:\\s*([\\w-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE =
            Pattern.compile("list-style(?:-type)?\\s*:[^;]*none", Pattern.CASE_INSENSITIVE);

    /** What the types of HTML's lists are called in Word. */
    private static final Map<String, String> FORMATS =
            Map.of("a", "lowerLetter", "A", "upperLetter", "i", "lowerRoman", "I", "upperRoman");

    private static final Set<String> LEFT_OUT =
            Set.of(
                    "script",
                    "style",
                    "nav",
                    "footer",
                    "aside",
                    "select",
                    "button",
                    "textarea",
                    "noscript",
                    "template",
                    "iframe",
                    "object",
                    "svg",
                    "title",
                    "head");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "li",
                    "dt",
                    "dd",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "section",
                    "article",
                    "main",
                    "blockquote",
                    "pre",
                    "ul",
                    "ol",
                    "dl",
                    "body",
                    "center",
                    "hr",
                    "figure",
                    "figcaption",
                    "form",
                    "header",
                    "address",
                    "fieldset",
                    "tr",
                    "td",
                    "th",
                    "caption");
    private static final int MOST_NESTED = 200;
    private static final int MOST_ROWS_ABOVE_HEAD = 6;

    /** An item whose text has a number of its own, as where the page shows none before it. */
    private static final Pattern OWN_NUMBER =
            Pattern.compile("\\d{1,3}\\s*[.、．)）].*|第.{1,6}[章节条].*|[①-⑳].*");

    private final List<Block> blocks = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final String placePrefix;
    private final StringBuilder line = new StringBuilder();
    private int tables;
    private int paragraphs;
    private int heading;
    private boolean item;
    private boolean centred;
    private String number = "";

    /** The number of the last item of each list. */
    private final Map<Element, Integer> counted = new IdentityHashMap<>();

    /**
     * @param placePrefix where the page itself stands; empty where it is the whole file
     */
    HtmlReader(String placePrefix) {
        this.placePrefix = placePrefix;
    }

    Received read(byte[] bytes) throws ImportFailure {
        return read(decode(bytes));
    }

    Received read(String html) throws ImportFailure {
        Document document = Jsoup.parse(html);
        walk(document.body(), 0);
        endParagraph();
        return new Received(
                blocks, remarks, meta(document, "ArticleTitle"), meta(document, "PubDate"));
    }

    private static String meta(Document document, String name) {
        for (Element meta : document.select("meta[name]")) {
            if (meta.attr("name").equalsIgnoreCase(name) && !meta.attr("content").isBlank()) {
                return Wording.tidy(meta.attr("content"));
            }
        }
        return null;
    }

    /** As the page says; GB2312 is read as GB18030, which it is a part of. */
    private static String decode(byte[] bytes) {
        String start =
                new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        Matcher declared = CHARSET.matcher(start);
        if (!start.startsWith("\u00ef\u00bb\u00bf") && declared.find()) {
            String name = declared.group(1).toLowerCase(Locale.ROOT);
            if (name.startsWith("gb")) {
                return new String(bytes, Charset.forName("GB18030"));
            }
        }
        return TextReader.decode(bytes);
    }

    private void walk(Node node, int depth) throws ImportFailure {
        if (depth > MOST_NESTED) {
            throw new ImportFailure("网页的结构嵌套过多，没有读取。请把正文复制到 Word 里，另存为 .docx 再导入。");
        }
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode text) {
                line.append(text.getWholeText().replaceAll("\\s+", " "));
            } else if (child instanceof Element element) {
                element(element, depth);
            }
        }
    }

    private void element(Element element, int depth) throws ImportFailure {
        String name = element.normalName();
        boolean siteHead = name.equals("header") && element.selectFirst("h1") == null;
        if (LEFT_OUT.contains(name) || siteHead || isHidden(element)) {
            return;
        }
        if (name.equals("br")) {
            line.append('\n');
        } else if (name.equals("img")) {
            remarks.add(
                    new Remark(
                            placePrefix,
                            "有图片“"
                                    + Wording.tidy(element.attr("alt"))
                                    + "”，没有导入，请手工放到 files 文件夹里。"));
        } else if (name.equals("table")) {
            endParagraph();
            table(element, depth);
        } else if (BLOCKS.contains(name)) {
            endParagraph();
            boolean around = centred;
            centred = isCentred(element, around);
            heading = name.matches("h[1-6]") ? name.charAt(1) - '0' : heading;
            if (name.equals("li")) {
                number = numberOf(element);
                item = number.isEmpty();
            }
            walk(element, depth + 1);
            endParagraph();
            heading = 0;
            item = false;
            number = "";
            centred = around;
        } else {
            if (name.equals("a")) {
                LostLink.remark(element.text(), element.attr("href"))
                        .filter(what -> isAmongWords(element))
                        .ifPresent(what -> remarks.add(new Remark(placePrefix, what)));
            }
            walk(element, depth + 1);
        }
    }

    /**
     * Whether a link stands in a sentence. One that stands by itself leads on to other pages of the
     * site.
     */
    private static boolean isAmongWords(Element link) {
        Element inside = link;
        while (inside.parent() != null) {
            if (hasWords(inside, Node::previousSibling) || hasWords(inside, Node::nextSibling)) {
                return true;
            }
            inside = inside.parent();
            if (BLOCKS.contains(inside.normalName())) {
                return false;
            }
        }
        return false;
    }

    /** Whether words stand on one side of a node, in the same line or paragraph. */
    private static boolean hasWords(Node node, UnaryOperator<Node> next) {
        for (Node each = next.apply(node); each != null; each = next.apply(each)) {
            if (each instanceof TextNode text && !text.isBlank()) {
                return true;
            } else if (each instanceof Element element) {
                if (BLOCKS.contains(element.normalName())) {
                    return false;
                } else if (element.hasText()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The number that a browser shows before an item; empty where it shows a dot or nothing. */
    private String numberOf(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "";
        }
        int next = whole(list.attr("start"), 1);
        if (counted.containsKey(list)) {
            next = counted.get(list) + 1;
        }
        next = whole(item.attr("value"), next);
        counted.put(list, next);
        return isBare(list) || isBare(item)
                ? ""
                : WordNumbering.written(next, FORMATS.getOrDefault(list.attr("type"), "decimal"))
                        + ". ";
    }

    private static int whole(String typed, int otherwise) {
        return typed.strip().matches("\\d{1,6}") ? Integer.parseInt(typed.strip()) : otherwise;
    }

    private static boolean isBare(Element element) {
        return BARE.matcher(element.attr("style")).find();
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("style")
                        .replaceAll("\\s", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("display:none");
    }

    /** As the element says in one of HTML's ways, else as what it is in. */
    private static boolean isCentred(Element element, boolean around) {
        Matcher styled = ALIGNED.matcher(element.attr("style"));
        String said = styled.find() ? styled.group(1) : element.attr("align");
        if (element.normalName().equals("center") || element.normalName().equals("caption")) {
            return true;
        }
        return said.isEmpty() ? around : said.equalsIgnoreCase("center");
    }

    private void endParagraph() {
        for (String words : Wording.visible(line.toString()).split("\n")) {
            String text = words.replaceAll("[ \\u3000]+", " ").strip();
            if (!text.isEmpty()) {
                String shown = hasOwnNumber(text) ? text : number + text;
                number = "";
                blocks.add(
                        new Paragraph(
                                shown,
                                heading,
                                item,
                                centred,
                                placePrefix + "第 " + ++paragraphs + " 段"));
            }
        }
        line.setLength(0);
    }

    private static boolean hasOwnNumber(String text) {
        return Wording.isChapter(text)
                || Wording.isSection(text)
                || OWN_NUMBER.matcher(text).matches();
    }

    /** Tables that only lay a page out hold its paragraphs. */
    private void table(Element table, int depth) throws ImportFailure {
        List<Element> rows = rows(table);
        boolean oneColumn = rows.stream().allMatch(row -> cells(row).size() <= 1);
        boolean around = !table.select("table table").isEmpty() && !hasHeadOfTasks(rows);
        if (oneColumn || around) {
            for (Element row : rows) {
                for (Element cell : cells(row)) {
                    walk(cell, depth + 2);
                    endParagraph();
                }
            }
            return;
        }
        tables++;
        for (Element caption : table.select("> caption")) {
            element(caption, depth + 1);
        }
        blocks.add(grid(rows));
    }

    /** Whether it is a table of tasks itself, whatever lies in its cells. */
    private static boolean hasHeadOfTasks(List<Element> rows) {
        for (Element row : rows.subList(0, Math.min(rows.size(), MOST_ROWS_ABOVE_HEAD))) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (Element cell : cells(row)) {
                Role role = cell.selectFirst("table") == null ? Role.of(cell.text()) : null;
                if (role != null) {
                    roles.add(role);
                }
            }
            boolean units = roles.contains(Role.LEAD) || roles.contains(Role.RESPONSIBLE);
            if (units && (roles.contains(Role.GROUP) || roles.contains(Role.REQUIREMENT))) {
                return true;
            }
        }
        return false;
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                rows.add(child);
            } else if (Set.of("thead", "tbody", "tfoot").contains(child.normalName())) {
                child.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th"))
                .toList();
    }

    private Grid grid(List<Element> rows) throws ImportFailure {
        List<Cell> cells = new ArrayList<>();
        List<String> places = new ArrayList<>();
        Map<Integer, Integer> taken = new HashMap<>();
        for (int row = 0; row < rows.size() && row <= Grid.MOST_ROWS; row++) {
            int column = 0;
            String place = placePrefix + "第 " + tables + " 个表格第 " + (row + 1) + " 行";
            for (Element element : cells(rows.get(row))) {
                while (taken.getOrDefault(column, 0) > row) {
                    column++;
                }
                int width = span(element.attr("colspan"));
                int height =
                        element.attr("rowspan").equals("0")
                                ? rows.size()
                                : span(element.attr("rowspan"));
                if (column + width > Grid.MOST_COLUMNS * 2) {
                    width = 1;
                }
                cells.add(new Cell(row, column, height, width, words(element, place)));
                for (int c = column; c < column + width; c++) {
                    taken.put(c, row + height);
                }
                column += width;
            }
            places.add(place);
        }
        return Grid.of(cells, places, true);
    }

    private static int span(String typed) {
        return typed.strip().matches("[1-9]\\d{0,3}") ? Integer.parseInt(typed.strip()) : 1;
    }

    /** The paragraphs of a cell, however they are dressed. */
    private List<String> words(Element cell, String place) throws ImportFailure {
        HtmlReader inner = new HtmlReader("");
        inner.walk(cell, 0);
        inner.endParagraph();
        inner.remarks.forEach(remark -> remarks.add(new Remark(place, remark.what())));
        List<String> words = new ArrayList<>();
        for (Block block : inner.blocks) {
            if (block instanceof Paragraph paragraph) {
                words.add(paragraph.text());
            } else if (block instanceof Grid grid) {
                remarks.add(new Remark(place, Grid.IN_A_CELL));
                words.addAll(grid.paragraphs());
            }
        }
        return Wording.tidied(words);
    }

    /** The paragraphs of a cell that plain text gives as marked up text. */
    static List<String> words(String html) throws ImportFailure {
        return new HtmlReader("").words(Jsoup.parseBodyFragment(html).body(), "");
    }
}
