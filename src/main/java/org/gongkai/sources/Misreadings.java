package org.gongkai.sources;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Lines;
import org.gongkai.model.Problem;
import org.gongkai.model.Severity;

/** Finds what Markdown takes otherwise than an editor is likely to mean it, in one text. */
final class Misreadings {
    private static final Pattern LEFTOVER =
            Pattern.compile("<(?:[?]|!\\[|![A-Za-z]|/?[A-Za-z]\\w*:[A-Za-z])[^>\n]{0,30}>?");
    private static final Pattern TAG_OF_WORD = Pattern.compile("<st\\d:\\w+>");
    private static final Pattern HEADING =
            Pattern.compile("(#{2,6}(?![#\\s])|#(?=[\u3000\\p{IsHan}（])(?!.*#)|＃+)\\s*(.*)");
    private static final Pattern UNCLOSED_PRE =
            Pattern.compile("<pre\\b(?!.*</pre)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Where a link leads, as nothing else in brackets looks. */
    private static final String TARGET =
            "((?:[.]{1,2}/|/|https?:|www[.]|files/)[^\\s（）()]{1,200}"
                    + "|[^\\s（）()，。；]{1,200}[.](?:md|html?|png|jpe?g|gif|docx?|xlsx?|pdf))";

    /** A link or picture whose brackets are full-width. */
    private static final Pattern WIDE_LINK =
            Pattern.compile(
                    "([!！]?)(?:\\[([^\\[\\]\n]{0,100})\\]（TARGET[）)]|[【［]([^【】［］\\[\\]\n]{0,100})[】］][(（]TARGET[）)])"
                            .replace("TARGET", TARGET));

    private static final Pattern PICTURE =
            Pattern.compile(".*[.](?:png|jpe?g|gif|svg|webp|bmp)", Pattern.CASE_INSENSITIVE);

    private static final String NUMBER = "[一二三四五六七八九十百零〇\\d]";

    /** How an article, a chapter or a point of a list begins. */
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?:第N{1,6}[编章节条]|N{1,3}[、.．]|[（(]N{1,3}[）)]|\\d{1,3}[)）]).*"
                            .replace("N", NUMBER));

    private static final String SENTENCE_ENDS = "。；：！？;:!?";
    private static final int MOST = 30;

    private final String file;
    private final int bodyLine;
    private final Lines lines;
    private final List<Problem> found = new ArrayList<>();
    private final Several leftovers = new Several();
    private final Several joined = new Several();
    private final Several rows = new Several();
    private final Several columns = new Several();
    private boolean hasTable;

    /** What is told once, with the first of its kind. */
    private static final class Several {
        private int count;
        private int line;
        private String first;

        void add(int lineOfThis, String text) {
            if (count++ == 0) {
                line = lineOfThis;
                first = text;
            }
        }

        String all(String words) {
            return count > 1 ? words.formatted(count) : "";
        }
    }

    Misreadings(String file, int bodyLine, Lines lines) {
        this.file = file;
        this.bodyLine = bodyLine;
        this.lines = lines;
    }

    /** Looks at one part of the text, without what it consists of. */
    void look(Node node) {
        if (node instanceof Document document) {
            lookForWideLinks(document);
        } else if (node instanceof TableBlock) {
            hasTable = true;
        } else if (node instanceof Text) {
            if (!(node.getParent() instanceof Code)
                    && !(node.getParent() instanceof FencedCodeBlock)) {
                lookForMarkup(node);
            }
        } else if (node instanceof Paragraph) {
            lookAtLine(node.getDocument(), node.getStartOffset());
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            lookAtLine(node.getDocument(), node.getEndOffset());
            if (node instanceof SoftLineBreak && isBetweenColumns(node)) {
                columns.add(line(node), "");
            } else if (node instanceof SoftLineBreak && isBetweenParagraphs(node)) {
                joined.add(line(node) + 1, "");
            }
        } else if (node instanceof Image image && image.getText().isBlank()) {
            warning(
                    "image-words",
                    node,
                    "图片“" + brief(image.getUrl().toString()) + "”没有说明，看不见图片的人不知道上面是什么。",
                    "请写成“![图片上是什么](" + brief(image.getUrl().toString()) + ")”；只是装饰的，可以不管。");
        } else if (node instanceof Link link
                && node.getDocument().getChars().safeCharAt(node.getStartOffset() - 1) == '！'
                && PICTURE.matcher(link.getUrl()).matches()) {
            warning(
                    "wide-brackets",
                    node,
                    "这里的“！”是全角的，图片不会显示，只成为一个链接。",
                    "请改成半角，写成“![" + brief(link.getText().toString()) + "](…)”。");
        } else if (node instanceof Emphasis emphasis && Asterisks.areDoubtful(emphasis)) {
            warning(
                    "asterisk",
                    node,
                    "这里的两个“*”会变成强调的标记，网页上看不到。",
                    "要显示“*”的，请在它前面加“\\”；乘号请写成“×”，例如 2×3×4；要强调的，请写成“**重点**”。");
        } else if (node instanceof FencedCodeBlock code && code.getClosingMarker().isEmpty()) {
            String mark = code.getOpeningMarker().toString();
            warning(
                    "code-fence",
                    node,
                    "“" + mark + "”没有结尾，后面的文字都会显示成代码。",
                    "请在代码后面另起一行写“" + mark + "”；不是代码的，请删去这里的“" + mark + "”。");
        } else if (node instanceof HtmlBlock && UNCLOSED_PRE.matcher(node.getChars()).lookingAt()) {
            warning(
                    "code-fence",
                    node,
                    "“<pre>”没有结尾，后面的文字都会不分段，按原样排列。",
                    "请在末尾另起一行写“</pre>”；不需要的，请删去“<pre>”。");
        } else if (node instanceof HtmlInline && LiteralMarkup.isIn(node)
                || node instanceof AutoLink && TAG_OF_WORD.matcher(node.getChars()).matches()) {
            leftovers.add(line(node), brief(node.getChars().toString()));
        }
    }

    /** All that was found. */
    List<Problem> found() {
        if (leftovers.count > 0) {
            warning(
                    "stray-markup",
                    leftovers.line,
                    "“" + leftovers.first + "”不是正文里可以用的标记，会原样显示。" + leftovers.all("这样的标记一共有 %d 处。"),
                    "请删去尖括号和里面的字，常见于从 Word 粘贴的文字；要原样显示的，请在“<”前面加“\\”。");
        }
        // One alone may be words between bars.
        if (rows.count > 1 || rows.count == 1 && hasTable) {
            warning(
                    "table-rows",
                    rows.line,
                    "这一行像是表格里的一行，但不会成为表格，会连同竖线原样显示。" + rows.all("这样的行一共有 %d 行。"),
                    "表格的前面请空一行，中间不要空行；每行用半角“|”隔开各列；第一行写各列的名称，第二行写“| --- | --- |”，有几列写几个。");
        }
        if (columns.count > 0) {
            warning(
                    "table-rows",
                    columns.line,
                    "从这一行起像是从 Word、Excel 粘贴的表格，不会成为表格，会连成一段。",
                    "请每行用半角“|”隔开各列，第二行写“| --- | --- |”，有几列写几个；列多的，请用 gongkai import 导入原来的文件。");
        }
        if (joined.count > 0) {
            warning(
                    "paragraph-break",
                    joined.line,
                    "这一行会与上一行连成一段。" + joined.all("这样的地方一共有 %d 处。"),
                    "段落之间请空一行。");
        }
        return found;
    }

    private void lookForMarkup(Node text) {
        BasedSequence all = text.getDocument().getChars();
        int end = text.getEndOffset();
        for (int at = all.indexOf('<', text.getStartOffset(), end);
                at >= 0 && at < end;
                at = all.indexOf('<', at + 1, end)) {
            if (at > 0 && all.charAt(at - 1) == '\\') {
                continue;
            }
            String rest = all.subSequence(at, Math.min(at + 2 * MOST, all.length())).toString();
            Matcher matcher = LEFTOVER.matcher(rest);
            if (rest.startsWith("<!--")) {
                warning(
                        "stray-markup",
                        line(at),
                        "“<!--”没有结尾，会连同后面的文字原样显示。",
                        "请在注释的末尾写“-->”；不是注释的，请删去“<!--”。");
            } else if (matcher.lookingAt()) {
                leftovers.add(line(at), brief(matcher.group()));
            }
        }
    }

    private void lookForWideLinks(Document document) {
        String all = document.getChars().toString();
        if (!all.contains("]（") && all.indexOf('】') < 0 && all.indexOf('］') < 0) {
            return;
        }
        Matcher matcher = WIDE_LINK.matcher(all);
        while (matcher.find()) {
            boolean picture = !matcher.group(1).isEmpty();
            String words = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
            String target = matcher.group(3) == null ? matcher.group(5) : matcher.group(3);
            warning(
                    "wide-brackets",
                    line(matcher.start()),
                    "“" + brief(matcher.group()) + "”用了全角的括号，会原样显示，不成为" + (picture ? "图片。" : "链接。"),
                    "请改成半角，写成“"
                            + (picture ? "![" : "[")
                            + brief(words)
                            + "]("
                            + brief(target)
                            + ")”。");
        }
    }

    private void lookAtLine(Document document, int at) {
        char first = document.getChars().safeCharAt(at);
        if (first == '|' || first == '｜') {
            String line = lineAt(document.getChars(), at);
            char last = line.charAt(line.length() - 1);
            if (line.length() > 2 && (last == '|' || last == '｜')) {
                rows.add(line(at), "");
            }
        }
        lookForHeading(document, at);
    }

    /** Whether the lines above and below are columns with tabs between them, as pasted. */
    private static boolean isBetweenColumns(Node lineBreak) {
        BasedSequence all = lineBreak.getDocument().getChars();
        int before = lineBreak.getStartOffset();
        int from = all.lastIndexOf('\n', before - 1) + 1;
        return all.subSequence(from, before).toString().strip().indexOf('\t') > 0
                && lineAt(all, lineBreak.getEndOffset()).strip().indexOf('\t') > 0;
    }

    private void lookForHeading(Document document, int at) {
        BasedSequence all = document.getChars();
        char first = all.safeCharAt(at);
        if (first != '#' && first != '＃') {
            return;
        }
        Matcher matcher = HEADING.matcher(lineAt(all, at));
        if (matcher.matches()) {
            String marks = matcher.group(1);
            warning(
                    "heading-space",
                    line(at),
                    "“" + brief(matcher.group()) + "”会连同井号原样显示，不成为小标题。",
                    "请写成“"
                            + "#".repeat(Math.min(marks.length(), 6))
                            + " "
                            + brief(matcher.group(2).strip())
                            + "”，井号用半角，后面加一个空格；不是小标题的，请在井号前面加“\\”。");
        }
    }

    /** Whether the line below is plainly a paragraph of its own. */
    private static boolean isBetweenParagraphs(Node lineBreak) {
        BasedSequence all = lineBreak.getDocument().getChars();
        int at = lineBreak.getEndOffset();
        char first = all.safeCharAt(at);
        if (first == '\u3000') {
            return all.safeCharAt(at + 1) == '\u3000';
        }
        // Most lines begin with none of these.
        if (first != '第' && first != '（' && first != '(' && !isNumber(first)) {
            return false;
        }
        String line = lineAt(all, at);
        char last = all.safeCharAt(lineBreak.getStartOffset() - 1);
        return MarkdownReader.isDate(line)
                || SENTENCE_ENDS.indexOf(last) >= 0 && NUMBERED.matcher(line).matches();
    }

    private static boolean isNumber(char c) {
        return c >= '0' && c <= '9' || "一二三四五六七八九十".indexOf(c) >= 0;
    }

    private static String lineAt(BasedSequence all, int at) {
        int end = all.indexOf('\n', at);
        return all.subSequence(at, end < 0 ? all.length() : end).toString().stripTrailing();
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST)) + "…";
    }

    private int line(Node node) {
        return line(node.getStartOffset());
    }

    private int line(int at) {
        return bodyLine - 1 + lines.at(at);
    }

    private void warning(String check, Node node, String what, String fix) {
        warning(check, line(node), what, fix);
    }

    private void warning(String check, int line, String what, String fix) {
        found.add(new Problem(check, Severity.WARNING, file, line, what, fix));
    }
}
