package org.gongkai.sources;

import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.DelimitedNode;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.Set;
import java.util.function.IntPredicate;

/** Shows the asterisks of {@code 2*3*4} as they were typed, which Markdown takes for emphasis. */
final class Asterisks implements NodeRendererFactory, NodeRenderer {
    private static final IntPredicate FIGURE = c -> c >= '0' && c <= '9';
    private static final IntPredicate LATIN =
            FIGURE.or(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');

    /** Whether the marks of an emphasis stand between figures or Latin letters. */
    static boolean areMeant(Node emphasis) {
        IntPredicate kind = emphasis instanceof StrongEmphasis ? FIGURE : LATIN;
        return begins(emphasis, kind) || ends(emphasis, kind);
    }

    /**
     * Whether an emphasis by one asterisk begins or ends inside a word: that may be a mask, a × or
     * the mark of a note, as in *注：带*号的必填。
     */
    static boolean areDoubtful(Emphasis emphasis) {
        return (begins(emphasis, Character::isLetterOrDigit)
                        || ends(emphasis, Character::isLetterOrDigit))
                && !areMeant(emphasis);
    }

    private static boolean begins(Node emphasis, IntPredicate kind) {
        int marks = ((DelimitedNode) emphasis).getOpeningMarker().length();
        return isBetween(emphasis, emphasis.getStartOffset(), marks, kind);
    }

    private static boolean ends(Node emphasis, IntPredicate kind) {
        int marks = ((DelimitedNode) emphasis).getClosingMarker().length();
        return isBetween(emphasis, emphasis.getEndOffset() - marks, marks, kind);
    }

    private static boolean isBetween(Node emphasis, int at, int marks, IntPredicate kind) {
        CharSequence all = emphasis.getDocument().getChars();
        return at > 0
                && at + marks < all.length()
                && all.charAt(at) == '*'
                && kind.test(all.charAt(at - 1))
                && kind.test(all.charAt(at + marks));
    }

    @Override
    public NodeRenderer apply(DataHolder options) {
        return this;
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(Emphasis.class, Asterisks::render),
                new NodeRenderingHandler<>(StrongEmphasis.class, Asterisks::render));
    }

    private static void render(Node emphasis, NodeRendererContext context, HtmlWriter html) {
        if (areMeant(emphasis)) {
            html.text(((DelimitedNode) emphasis).getOpeningMarker());
            context.renderChildren(emphasis);
            html.text(((DelimitedNode) emphasis).getClosingMarker());
        } else {
            context.delegateRender();
        }
    }
}
