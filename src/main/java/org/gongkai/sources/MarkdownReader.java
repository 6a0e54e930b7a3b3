package org.gongkai.sources;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.html.MutableAttributes;
import com.vladsch.flexmark.util.misc.Extension;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Body;
import org.gongkai.model.CleanHtml;
import org.gongkai.model.Lines;
import org.gongkai.model.Link;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;

/**
 * Turns an editor's Markdown into clean HTML, and notes each link with its line. Safe for many
 * threads.
 */
final class MarkdownReader {
    private static final Pattern LINK_IN_HTML =
            Pattern.compile(
                    "\\b(href|src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))",
                    Pattern.CASE_INSENSITIVE);

    /** The asterisks of a number such as 138****1234. */
    private static final Pattern MASK =
            Pattern.compile("(?<=\\d)\\*{3,}(?=\\d)|(?<=\\d)\\*{4,}|(?<!\\*)\\*{4,}(?=\\d)");

    private static final Pattern DATE_LINE =
            Pattern.compile("\\s*\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日\\s*");

    /** Most paragraphs are longer, and need not be looked through. */
    private static final int LONGEST_DATE = 100;

    private static final Pattern SALUTATION = Pattern.compile("[^。；！？\n]{1,120}[：:]");

    private final Parser parser;

    /** Looks for no tables, which takes a fifth of the time. */
    private final Parser plainParser;

    private final HtmlRenderer renderer;
    private final HtmlCleaner cleaner;
    private final Problems problems;

    MarkdownReader(HtmlCleaner cleaner, Problems problems) {
        MutableDataSet options = new MutableDataSet();
        // Names of offices' files hold spaces; a link to one would otherwise stay as it was typed.
        options.set(Parser.SPACE_IN_LINK_URLS, true);
        this.plainParser = parser(options);
        List<Extension> extensions = List.of(TablesExtension.create());
        options.set(Parser.EXTENSIONS, extensions);
        options.set(TablesExtension.COLUMN_SPANS, false);
        this.parser = parser(options);
        this.renderer =
                HtmlRenderer.builder(options)
                        .nodeRendererFactory(new LineBreaks())
                        .nodeRendererFactory(new UnclosedHtml())
                        .nodeRendererFactory(new Asterisks())
                        .attributeProviderFactory(new Marks())
                        .build();
        this.cleaner = cleaner;
        this.problems = problems;
    }

    private MarkdownReader(MarkdownReader same, Problems problems) {
        this.parser = same.parser;
        this.plainParser = same.plainParser;
        this.renderer = same.renderer;
        this.cleaner = same.cleaner;
        this.problems = problems;
    }

    private static Parser parser(DataHolder options) {
        return Parser.builder(options)
                .customBlockParserFactory(new LiteralMarkup())
                .customInlineParserFactory(LongParagraphs::new)
                .build();
    }

    /** Whether a line is a date alone, as below a signature. */
    static boolean isDate(String line) {
        return line.length() <= LONGEST_DATE && DATE_LINE.matcher(line).matches();
    }

    /** The same reader, which tells others of what is wrong. */
    MarkdownReader telling(Problems others) {
        return new MarkdownReader(this, others);
    }

    /**
     * @param bodyLine the line of the file on which the Markdown begins
     * @param signatory whose name alone on a line is a signature; may be null
     * @param root the way from the finished page to the site's root, such as {@code ../../../}
     */
    Body read(
            String file,
            String markdown,
            int bodyLine,
            String signatory,
            LinkResolver resolver,
            String root) {
        try {
            return body(file, markdown, bodyLine, signatory, resolver, root);
        } catch (StackOverflowError e) {
            problems.error(
                    "markdown-nesting",
                    new Place(file, bodyLine),
                    "正文里的引用、列表或括号嵌套过多，无法读取。",
                    "请检查正文里连续重复的“>”“-”“[”等符号，并删去多余的。");
            return new Body("", "", Set.of(), List.of(), List.of(), List.of());
        }
    }

    private Body body(
            String file,
            String markdown,
            int bodyLine,
            String signatory,
            LinkResolver resolver,
            String root) {
        Parser suited = markdown.indexOf('|') < 0 ? plainParser : parser;
        Document document = suited.parse(keepMasks(markdown));
        document.set(Marks.SIGNATORY, signatory == null ? "" : signatory);
        document.set(Marks.COUNTED, new HashSet<>());
        Collector collector =
                new Collector(file, bodyLine, new Lines(document.getChars()), resolver);
        collector.collect(document);
        UnclosedHtml.mark(document, collector.html);
        UnaryOperator<String> links =
                href -> {
                    Link link = resolver.resolve(href, new Place(file, bodyLine), false);
                    return switch (link.kind()) {
                        case PAGE, FILE -> root + link.url();
                        case ANCHOR, EXTERNAL -> link.url();
                        case BROKEN, ESCAPING, UNSAFE -> null;
                    };
                };
        CleanHtml clean = cleaner.clean(renderer.render(document), links);
        return new Body(
                clean.html(),
                clean.text(),
                clean.anchors(),
                collector.links,
                collector.rawHtml,
                collector.misreadings.found());
    }

    /**
     * Two masked numbers in a paragraph would otherwise be read as emphasis, and lose their marks.
     */
    private static String keepMasks(String markdown) {
        return markdown.contains("***")
                ? MASK.matcher(markdown).replaceAll(mask -> "\\\\*".repeat(mask.group().length()))
                : markdown;
    }

    /** Walks the text once for what is said of it. */
    private static final class Collector {
        private final String file;
        private final int bodyLine;
        private final Lines lines;
        private final LinkResolver resolver;
        private final List<Link> links = new ArrayList<>();
        private final List<Node> html = new ArrayList<>();
        private final List<Body.RawHtml> rawHtml = new ArrayList<>();
        private final Misreadings misreadings;

        Collector(String file, int bodyLine, Lines lines, LinkResolver resolver) {
            this.file = file;
            this.bodyLine = bodyLine;
            this.lines = lines;
            this.resolver = resolver;
            this.misreadings = new Misreadings(file, bodyLine, lines);
        }

        void collect(Node node) {
            misreadings.look(node);
            if (node instanceof com.vladsch.flexmark.ast.Link link) {
                add(link.getUrl(), node, false);
            } else if (node instanceof Image image) {
                add(image.getUrl(), node, true);
            } else if (node instanceof Reference reference) {
                add(reference.getUrl(), node, false);
            } else if (node instanceof AutoLink link) {
                add(link.getText(), node, false);
            } else if (LiteralMarkup.isIn(node)) {
                return;
            } else if (node instanceof HtmlBlockBase || node instanceof HtmlInlineBase) {
                addHtml(node);
            }
            for (Node child : node.getChildren()) {
                collect(child);
            }
        }

        private void add(BasedSequence url, Node node, boolean embedded) {
            links.add(resolver.resolve(url.unescape(), place(node, 0), embedded));
        }

        private void addHtml(Node node) {
            html.add(node);
            String typed = node.getChars().toString();
            rawHtml.add(new Body.RawHtml(typed, place(node, 0)));
            Matcher matcher = LINK_IN_HTML.matcher(typed);
            while (matcher.find()) {
                String target = matcher.group(2);
                target = target == null ? matcher.group(3) : target;
                target = target == null ? matcher.group(4) : target;
                boolean embedded = matcher.group(1).equalsIgnoreCase("src");
                int below =
                        (int)
                                typed.substring(0, matcher.start())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count();
                links.add(
                        resolver.resolve(
                                target.replace("&amp;", "&"), place(node, below), embedded));
            }
        }

        private Place place(Node node, int below) {
            return new Place(file, bodyLine - 1 + lines.at(node.getStartOffset()) + below);
        }
    }

    /** Chinese runs on from line to line without a space. */
    private static final class LineBreaks implements NodeRendererFactory, NodeRenderer {
        @Override
        public NodeRenderer apply(DataHolder options) {
            return this;
        }

        @Override
        public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(
                    new NodeRenderingHandler<>(
                            SoftLineBreak.class,
                            (node, context, html) -> {
                                if (!isBetweenHan(node)) {
                                    html.raw("\n");
                                }
                            }));
        }

        static boolean isBetweenHan(Node lineBreak) {
            BasedSequence all = lineBreak.getDocument().getChars();
            int before = lineBreak.getStartOffset() - 1;
            int after = lineBreak.getEndOffset();
            return before >= 0
                    && after < all.length()
                    && isWide(all.charAt(before))
                    && isWide(all.charAt(after));
        }

        private static boolean isWide(char c) {
            return Character.isIdeographic(c) || (c >= '\u3000' && c <= '\u303f') || c >= '\uff00';
        }
    }

    /**
     * Marks what a 公文 sets apart: whom it is to, and who signed it when, and pictures; and what
     * number an item has that is not the next.
     */
    private static final class Marks extends IndependentAttributeProviderFactory
            implements AttributeProvider {
        static final DataKey<String> SIGNATORY = new DataKey<>("SIGNATORY", "");

        /** The lists that Markdown is asked to count, each looked through once. */
        static final DataKey<Set<Node>> COUNTED = new DataKey<>("COUNTED", Set.of());

        @Override
        public AttributeProvider apply(LinkResolverContext context) {
            return this;
        }

        @Override
        public void setAttributes(Node node, AttributablePart part, MutableAttributes attributes) {
            if (node instanceof OrderedList && isCounted(node)) {
                COUNTED.get(node.getDocument()).add(node);
            } else if (node instanceof OrderedListItem item) {
                if (item.getPrevious() instanceof OrderedListItem before
                        && number(item) != number(before) + 1
                        && !COUNTED.get(item.getDocument()).contains(item.getParent())) {
                    attributes.replaceValue("value", String.valueOf(number(item)));
                }
                return;
            }
            if (!(node instanceof Paragraph) || !(node.getParent() instanceof Document document)) {
                return;
            }
            if (node.getFirstChild() instanceof Image picture && picture.getNext() == null) {
                attributes.replaceValue("class", "picture");
                return;
            }
            boolean first = node == document.getFirstChild();
            String signatory = SIGNATORY.get(document);
            BasedSequence trimmed = node.getChars().trim();
            if (!first && trimmed.length() > Math.max(LONGEST_DATE, signatory.length())) {
                return;
            }
            String text = trimmed.toString();
            if (text.equals(signatory) || DATE_LINE.matcher(text).matches()) {
                attributes.replaceValue("class", "signed");
            } else if (first && SALUTATION.matcher(text).matches()) {
                attributes.replaceValue("class", "salutation");
            }
        }

        /** 1. 1. 1. is how Markdown is asked to count by itself. */
        private static boolean isCounted(Node list) {
            for (Node item : list.getChildren()) {
                if (!(item instanceof OrderedListItem each)
                        || number(each) != number((OrderedListItem) list.getFirstChild())) {
                    return false;
                }
            }
            return true;
        }

        /** As it was typed: a mark of at most nine figures with a point or bracket behind it. */
        private static int number(OrderedListItem item) {
            BasedSequence mark = item.getOpeningMarker();
            return Integer.parseInt(mark.subSequence(0, mark.length() - 1).toString());
        }
    }
}
