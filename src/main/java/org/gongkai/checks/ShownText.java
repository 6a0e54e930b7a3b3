package org.gongkai.checks;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What HTML says to readers, each paragraph and cell for itself: figures of two cells are not one
 * number.
 */
final class ShownText implements NodeVisitor {
    /** Attributes that are read out, shown on a touch or followed. */
    private static final List<String> READ = List.of("title", "alt", "aria-label", "href");

    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    private ShownText() {}

    static List<String> pieces(String html) {
        ShownText shown = new ShownText();
        Jsoup.parseBodyFragment(html).body().traverse(shown);
        return shown.pieces;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            String words = text.getWholeText();
            boolean broken = !piece.isEmpty() && piece.charAt(piece.length() - 1) == '\n';
            piece.append(words, broken && words.startsWith("\n") ? 1 : 0, words.length());
        } else if (node instanceof Element element) {
            for (String attribute : READ) {
                if (element.hasAttr(attribute)) {
                    pieces.add(element.attr(attribute));
                }
            }
            if (element.normalName().equals("br")) {
                piece.append('\n');
            }
            endPieceAt(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            endPieceAt(element);
        }
    }

    private void endPieceAt(Element element) {
        if (element.isBlock() && !piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }
}
