package org.gongkai.checks.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.cache.SharedPart;
import org.gongkai.cache.Written;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Reads pages as our own templates write them, several times as quickly as jsoup and to the same
 * nodes: every element is closed by its name and stands where HTML lets it stand, so that nothing
 * is left to be mended. Whatever is not so certain is left to jsoup. Safe for many threads.
 */
final class TidyHtml {
    private static final String DOCTYPE = "<!DOCTYPE html>";
    private static final int DEEPEST = 100;
    private static final int LONGEST_SHARED = 48;
    private static final int LONGEST_START = 128;

    /** So many characters tell where a text is looked for. */
    private static final int HASHED = 8;

    /** What may stand in an element. */
    private enum Holds {
        NOTHING,
        ROOT,
        HEAD_AND_BODY,
        METADATA,
        FLOW,
        TABLE,
        ROWS,
        CELLS,
        OPTIONS,
        TEXT,
        RAW_TEXT,
        SHAPES
    }

    /** Of these an element must not hold another, however deep: HTML would close the first. */
    private enum Lone {
        PARAGRAPH,
        HEADING,
        LINK,
        BUTTON,
        FORM
    }

    /**
     * An element as HTML knows it.
     *
     * @param in what it may stand in, for all but flow content: the elements' names, or what they
     *     hold
     * @param block whether it would close a paragraph
     */
    private record Kind(Tag tag, Holds holds, Object in, Lone lone, boolean block) {
        boolean fits(Kind parent, Kind above) {
            if (in instanceof List<?> parents) {
                String name = parent.tag.normalName();
                // A part of a list of definitions may stand in a group of its own.
                return parents.contains(
                        name.equals("div") && parents.contains("dl")
                                ? above.tag.normalName()
                                : name);
            }
            return parent.holds == in;
        }
    }

    private static final Tag SVG_TAG = svgTag("svg");
    private static final Map<String, Kind> HTML = new HashMap<>();
    private static final Map<String, Kind> SVG = new HashMap<>();

    static {
        add(Holds.HEAD_AND_BODY, Holds.ROOT, "html");
        add(Holds.METADATA, List.of("html"), "head");
        add(Holds.FLOW, List.of("html"), "body");
        add(Holds.NOTHING, Holds.METADATA, "meta", "link");
        add(Holds.TEXT, Holds.METADATA, "title");
        add(Holds.RAW_TEXT, Holds.METADATA, "style");
        add(
                Holds.FLOW,
                Holds.FLOW,
                ("abbr b bdi bdo cite code data dfn em i kbd label legend main mark meter output"
                                + " progress q s samp search small span strong sub sup template"
                                + " time u var")
                        .split(" "));
        add(Holds.NOTHING, Holds.FLOW, "br", "img", "input", "wbr");
        addBlocks(
                Holds.FLOW,
                Holds.FLOW,
                ("address article aside blockquote details div dl fieldset figcaption figure"
                                + " footer header hgroup nav ol pre section summary ul")
                        .split(" "));
        addBlocks(Holds.FLOW, List.of("ul", "ol"), "li");
        addBlocks(Holds.FLOW, List.of("dl"), "dt", "dd");
        addBlocks(Holds.NOTHING, Holds.FLOW, "hr");
        addBlocks(Holds.TABLE, Holds.FLOW, "table");
        add(Holds.FLOW, Holds.TABLE, "caption");
        add(Holds.ROWS, Holds.TABLE, "thead", "tbody", "tfoot");
        add(Holds.CELLS, Holds.ROWS, "tr");
        add(Holds.FLOW, Holds.CELLS, "td", "th");
        add(Holds.OPTIONS, Holds.FLOW, "select");
        add(Holds.OPTIONS, List.of("select"), "optgroup");
        add(Holds.TEXT, Holds.OPTIONS, "option");
        addLone(Lone.PARAGRAPH, true, "p");
        addLone(Lone.HEADING, true, "h1", "h2", "h3", "h4", "h5", "h6");
        addLone(Lone.LINK, false, "a");
        addLone(Lone.BUTTON, false, "button");
        addLone(Lone.FORM, true, "form");
        HTML.put("script", kind("script", Holds.RAW_TEXT, null, null, false));
        HTML.put("svg", new Kind(SVG_TAG, Holds.SHAPES, Holds.FLOW, null, false));
        for (String name : "circle ellipse g line path polygon polyline rect use".split(" ")) {
            SVG.put(name, svg(name, Holds.SHAPES, Holds.SHAPES));
        }
        for (String name : List.of("text", "title", "desc")) {
            SVG.put(name, svg(name, Holds.TEXT, Holds.SHAPES));
        }
    }

    private static void add(Holds holds, Object in, String... names) {
        for (String name : names) {
            HTML.put(name, kind(name, holds, in, null, false));
        }
    }

    private static void addBlocks(Holds holds, Object in, String... names) {
        for (String name : names) {
            HTML.put(name, kind(name, holds, in, null, true));
        }
    }

    private static void addLone(Lone lone, boolean block, String... names) {
        for (String name : names) {
            HTML.put(name, kind(name, Holds.FLOW, Holds.FLOW, lone, block));
        }
    }

    private static Kind kind(String name, Holds holds, Object in, Lone lone, boolean block) {
        Tag tag = Tag.valueOf(name, Parser.NamespaceHtml, ParseSettings.htmlDefault);
        return new Kind(tag, holds, in, lone, block);
    }

    private static Kind svg(String name, Holds holds, Holds in) {
        return new Kind(svgTag(name), holds, in, null, false);
    }

    private static Tag svgTag(String name) {
        return Tag.valueOf(name, Parser.NamespaceSvg, ParseSettings.preserveCase);
    }

    /** Names and values that come again and again, so that each is mostly made once. */
    private final Shared[] names = new Shared[1 << 8];

    private final Shared[] values = new Shared[1 << 11];

    private record Shared(String text, char[] chars) {}

    /** What all pages begin in. */
    private final Around outside = new Around();

    /** Start tags likewise. */
    private final Start[] starts = new Start[1 << 12];

    /**
     * A start tag.
     *
     * @param attributes null where it has none
     * @param closed whether it ends the element, too
     * @param chars what stands between its signs
     */
    private record Start(
            Kind kind, Attributes attributes, long attributeBits, boolean closed, char[] chars) {

        /** Its attributes are its own: jsoup keeps with them what it knows of the element. */
        PageElement element() {
            return new PageElement(
                    kind.tag, attributes == null ? null : attributes.clone(), attributeBits);
        }
    }

    /** The page; null where only jsoup can tell what it is. */
    Document read(String page) {
        return read(new Written(page.toCharArray(), page.length(), null), true);
    }

    /**
     * The same, of a page that was just written.
     *
     * @param whole whether all that it holds is to be read; else {@link Piece}s that are known are
     *     left out
     */
    Document read(Written page, boolean whole) {
        try {
            return new Reading(page, whole).document();
        } catch (Untidy e) {
            return null;
        }
    }

    /** The page is not as our templates write it. */
    private static final class Untidy extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private static final Untidy ONE = new Untidy();

        private Untidy() {
            super(null, null, false, false);
        }
    }

    private static void require(boolean tidy) {
        if (!tidy) {
            throw Untidy.ONE;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isOfName(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == ':' || c == '_';
    }

    /** The way through one page. */
    private final class Reading {
        private final char[] chars;
        private final int end;
        private final List<Written.Place> parts;
        private final boolean whole;
        private final Document document = new Document("");
        private final Element[] open = new Element[DEEPEST + 2];
        private final Kind[] kinds = new Kind[DEEPEST + 2];
        private final int[] lone = new int[Lone.values().length];
        private final Start[] startOf = new Start[DEEPEST + 2];
        private final Around[] around = new Around[DEEPEST + 2];
        private int depth;
        private int at;
        private int nextPart;
        private Piece piece;
        private int pieceFrom;
        private int pieceTo;
        private int pieceDepth;

        Reading(Written page, boolean whole) {
            this.chars = page.text();
            this.end = page.length();
            this.parts = page.parts();
            this.whole = whole;
        }

        Document document() {
            require(isAt(0, DOCTYPE));
            document.appendChild(new DocumentType("html", "", ""));
            open[0] = document;
            kinds[0] = new Kind(document.tag(), Holds.ROOT, null, null, false);
            at = DOCTYPE.length();
            while (at < end) {
                if (chars[at] != '<') {
                    text();
                } else {
                    boolean part = isPart();
                    at++;
                    require(at < end);
                    if (chars[at] == '/') {
                        endTag();
                    } else if (part) {
                        part(parts.get(nextPart).part());
                    } else {
                        startTag();
                    }
                }
            }
            require(depth == 0 && isWhole(document.firstElementChild()));
            return document;
        }

        private boolean isPart() {
            while (nextPart < parts.size() && parts.get(nextPart).from() < at) {
                nextPart++;
            }
            return nextPart < parts.size() && parts.get(nextPart).from() == at;
        }

        /** What other pages have, too: leaves it out, or marks it to be known by the next time. */
        private void part(SharedPart part) {
            int from = at - 1;
            Piece found = Piece.of(part);
            Around where = found == null ? null : around();
            if (where == null || !where.isPlain()) {
                startTag();
            } else if (!whole && found.isKnownIn(where)) {
                leaveOut(found, where, from);
            } else {
                int before = depth;
                startTag();
                if (depth > before) {
                    ((PageElement) open[depth]).stands(found, where, false);
                    piece = found;
                    pieceFrom = from;
                    pieceTo = from + part.text().length;
                    pieceDepth = depth;
                }
            }
        }

        private void leaveOut(Piece found, Around where, int from) {
            Start start = start();
            require(mayStand(start.kind, kinds[depth]));
            PageElement element = start.element();
            element.stands(found, where, true);
            open[depth].appendChild(element);
            at = from + found.length();
        }

        /** A piece is one element, and perhaps space behind it. */
        private void endPiece() {
            int i = at;
            while (i < pieceTo && isSpace(chars[i])) {
                i++;
            }
            if (i == pieceTo) {
                piece.length(at - pieceFrom);
            } else {
                ((PageElement) open[depth]).stands(null, null, false);
            }
            piece = null;
        }

        private Around around() {
            int known = depth;
            while (known > 0 && around[known] == null) {
                known--;
            }
            Around found = known == 0 ? outside : around[known];
            for (int i = known + 1; i <= depth; i++) {
                found =
                        found.with(
                                startOf[i].chars, kinds[i].tag.normalName(), startOf[i].attributes);
                around[i] = found;
            }
            return found;
        }

        private boolean isWhole(Element html) {
            return html != null
                    && html.nextElementSibling() == null
                    && isOf(html.firstElementChild(), "head")
                    && isOf(html.firstElementChild().nextElementSibling(), "body")
                    && html.firstElementChild().nextElementSibling() == html.lastElementChild();
        }

        private static boolean isOf(Element element, String name) {
            return element != null && element.normalName().equals(name);
        }

        /** The next place of a character; there must be one, and no NUL before it. */
        private int find(char sought, int from) {
            for (int i = from; i < end; i++) {
                char c = chars[i];
                if (c == sought) {
                    return i;
                }
                require(c != 0);
            }
            throw Untidy.ONE;
        }

        private boolean isAt(int place, String text) {
            int length = text.length();
            if (end - place < length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (chars[place + i] != text.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        private String cut(int from, int to) {
            return new String(chars, from, to - from);
        }

        private void text() {
            int from = at;
            boolean blank = true;
            boolean escaped = false;
            for (; at < end && chars[at] != '<'; at++) {
                char c = chars[at];
                // Most are far above.
                if (c > '&') {
                    blank = false;
                } else {
                    require(c != 0);
                    escaped |= c == '&';
                    blank = blank && isSpace(c);
                }
            }
            Holds holds = kinds[depth].holds;
            require(blank || holds == Holds.FLOW || holds == Holds.TEXT);
            String text = blank ? shared(from, at, values) : cut(from, at);
            open[depth].appendChild(
                    new TextNode(escaped ? Parser.unescapeEntities(text, false) : text));
        }

        private void startTag() {
            Kind parent = kinds[depth];
            Start start = parent.holds == Holds.SHAPES ? readStart(SVG) : start();
            Kind kind = start.kind;
            require(mayStand(kind, parent));
            Element element = start.element();
            open[depth].appendChild(element);
            if (kind.holds == Holds.RAW_TEXT) {
                rawText(element, kind.tag.normalName());
            } else if (!start.closed && kind.holds != Holds.NOTHING) {
                push(element, start);
            }
        }

        /** A start tag of HTML, most of which have been read before. */
        private Start start() {
            int from = at;
            int to = from;
            int hash = 0;
            int last = Math.min(end, from + LONGEST_START);
            while (to < last && chars[to] != '>') {
                hash = 31 * hash + chars[to++];
            }
            int place = (hash ^ hash >>> 12) & starts.length - 1;
            Start known = starts[place];
            if (known != null
                    && to < last
                    && Arrays.equals(known.chars, 0, known.chars.length, chars, from, to)) {
                at = to + 1;
                return known;
            }
            Start start = readStart(HTML);
            // A value may hold the sign that a tag ends with.
            if (at == to + 1) {
                starts[place] = start;
            }
            return start;
        }

        private Start readStart(Map<String, Kind> known) {
            int from = at;
            while (at < end && isOfName(chars[at])) {
                at++;
            }
            Kind kind = known.get(shared(from, at, names));
            require(kind != null && isLetter(chars[from]));
            Attributes attributes = attributes(kind);
            boolean closed = at < end && chars[at] == '/';
            if (closed) {
                require(
                        kind.holds == Holds.NOTHING
                                || kind.tag.namespace().equals(Parser.NamespaceSvg));
                at++;
            }
            require(at < end && chars[at] == '>');
            char[] own = Arrays.copyOfRange(chars, from, at);
            at++;
            return new Start(kind, attributes, PageElement.bits(attributes), closed, own);
        }

        private boolean mayStand(Kind kind, Kind parent) {
            if (kind.holds == Holds.RAW_TEXT && kind.in == null) {
                return parent.holds == Holds.FLOW || parent.holds == Holds.METADATA;
            }
            return kind.fits(parent, kinds[Math.max(0, depth - 1)])
                    && (kind.lone == null || lone[kind.lone.ordinal()] == 0)
                    && (!kind.block || lone[Lone.PARAGRAPH.ordinal()] == 0);
        }

        private void push(Element element, Start start) {
            Kind kind = start.kind;
            require(depth < DEEPEST);
            // The first line feed in it would not count.
            require(!kind.tag.normalName().equals("pre") || at < end && chars[at] != '\n');
            depth++;
            open[depth] = element;
            kinds[depth] = kind;
            startOf[depth] = start;
            around[depth] = null;
            if (kind.lone != null) {
                lone[kind.lone.ordinal()]++;
            }
        }

        private void endTag() {
            String name = kinds[depth].tag.normalName();
            require(depth > 0 && isAt(at + 1, name));
            at += 1 + name.length();
            require(at < end && chars[at] == '>');
            at++;
            if (piece != null && depth == pieceDepth) {
                endPiece();
            }
            if (kinds[depth].lone != null) {
                lone[kinds[depth].lone.ordinal()]--;
            }
            depth--;
        }

        /** What is no HTML, up to the end tag. */
        private void rawText(Element element, String name) {
            int from = at;
            int to = find('<', from);
            while (!isEndTag(to, name)) {
                to = find('<', to + 1);
            }
            // In small letters, and with nothing more in it.
            require(isAt(to + 2, name) && isAt(to + 2 + name.length(), ">"));
            String text = cut(from, to);
            require(!text.contains("<!--"));
            if (!text.isEmpty()) {
                element.appendChild(new DataNode(text));
            }
            at = to + name.length() + 3;
        }

        private boolean isEndTag(int place, String name) {
            return isAt(place, "</")
                    && cut(place + 2, Math.min(end, place + 2 + name.length()))
                            .equalsIgnoreCase(name);
        }

        private Attributes attributes(Kind kind) {
            Attributes attributes = null;
            int count = 0;
            while (at < end && isSpace(chars[at])) {
                while (at < end && isSpace(chars[at])) {
                    at++;
                }
                if (at < end && isLetter(chars[at])) {
                    if (attributes == null) {
                        attributes = new Attributes();
                    }
                    require(++count < DEEPEST);
                    attribute(attributes, count, kind);
                }
            }
            return attributes;
        }

        private void attribute(Attributes attributes, int count, Kind kind) {
            int from = at;
            boolean capitals = false;
            while (at < end && isOfName(chars[at])) {
                capitals |= chars[at] >= 'A' && chars[at] <= 'Z';
                at++;
            }
            String name = shared(from, at, names);
            require(!capitals || kind.tag == SVG_TAG && name.equals("viewBox"));
            require(count == 1 || !attributes.hasKey(name));
            if (at < end && chars[at] == '=') {
                require(at + 1 < end && chars[at + 1] == '"');
                int to = find('"', at + 2);
                String value = shared(at + 2, to, values);
                attributes.add(
                        name,
                        value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true));
                at = to + 1;
            } else {
                attributes.add(name, null);
            }
        }

        private String shared(int from, int to, Shared[] shared) {
            int length = to - from;
            if (length > LONGEST_SHARED) {
                return cut(from, to);
            }
            int hash = length;
            int step = length / HASHED + 1;
            for (int i = from; i < to; i += step) {
                hash = 31 * hash + chars[i];
            }
            int place = (hash ^ hash >>> 12) & shared.length - 1;
            Shared known = shared[place];
            if (known != null
                    && Arrays.equals(known.chars, 0, known.chars.length, chars, from, to)) {
                return known.text;
            }
            // Checks ask for names as they stand in the program: of one text, they are found at
            // once.
            String own = cut(from, to);
            String text = shared == names ? own.intern() : own;
            shared[place] = new Shared(text, Arrays.copyOfRange(chars, from, to));
            return text;
        }
    }
}
