package org.gongkai.sources;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKey;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps HTML that has no end ({@code <!--}, {@code <script>}, {@code <style>}) from taking the rest
 * of a text with it: it is shown as it was typed.
 */
final class UnclosedHtml implements NodeRendererFactory, NodeRenderer {
    private static final Pattern SWALLOWING =
            Pattern.compile("<!--|<(script|style)\\b|<[?!]", Pattern.CASE_INSENSITIVE);
    private static final DataKey<Set<Node>> UNCLOSED = new DataKey<>("UNCLOSED", Set.of());

    /**
     * Marks what has no end.
     *
     * @param html the pieces of HTML in a text, in its order
     */
    static void mark(Document document, List<Node> html) {
        Set<Node> unclosed = new HashSet<>();
        Node found = firstUnclosed(html, unclosed);
        while (found != null) {
            unclosed.add(found);
            found = firstUnclosed(html, unclosed);
        }
        document.set(UNCLOSED, unclosed);
    }

    /** The piece in which something begins that does not end; null where all ends. */
    private static Node firstUnclosed(List<Node> html, Set<Node> known) {
        Node open = null;
        String end = null;
        for (Node piece : html) {
            if (known.contains(piece)) {
                continue;
            }
            String text = piece.getChars().toString().toLowerCase(Locale.ROOT);
            Matcher begin = SWALLOWING.matcher(text);
            int at = 0;
            while (true) {
                if (end != null) {
                    int closed = text.indexOf(end, at);
                    if (closed < 0) {
                        break;
                    }
                    at = closed + end.length();
                    end = null;
                }
                if (!begin.find(at)) {
                    break;
                }
                open = piece;
                at = begin.end();
                if (begin.group().length() == 2) {
                    // A browser takes all up to the next mark for a comment, whosever it is.
                    if (text.indexOf('>', at) < 0) {
                        return piece;
                    }
                    continue;
                }
                end = begin.group(1) == null ? "-->" : "</" + begin.group(1);
            }
        }
        return end == null ? null : open;
    }

    @Override
    public NodeRenderer apply(DataHolder options) {
        return this;
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(HtmlBlock.class, UnclosedHtml::render),
                new NodeRenderingHandler<>(HtmlCommentBlock.class, UnclosedHtml::render),
                new NodeRenderingHandler<>(HtmlInline.class, UnclosedHtml::render),
                new NodeRenderingHandler<>(HtmlInlineComment.class, UnclosedHtml::render));
    }

    private static void render(Node node, NodeRendererContext context, HtmlWriter html) {
        if (LiteralMarkup.isIn(node)) {
            html.text(node.getChars());
        } else if (!UNCLOSED.get(context.getDocument()).contains(node)) {
            context.delegateRender();
        } else if (node instanceof HtmlBlockBase) {
            html.withAttr().tag("p").text(node.getChars()).closeTag("p");
        } else {
            html.text(node.getChars());
        }
    }
}
