package org.gongkai.sources;

import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.ParagraphParser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;

/**
 * Keeps as text, in a paragraph, what begins like an instruction or declaration of XML, or like a
 * comment that has no end. Markdown takes all up to its end for HTML, which a browser does not
 * show: the rest of a notice, where the end is missing.
 */
final class LiteralMarkup implements CustomBlockParserFactory {
    private static final String COMMENT = "<!--";

    /** Whether a piece of HTML in a line is such a thing, whose end was typed. */
    static boolean isIn(Node node) {
        return node instanceof HtmlInline && isInstruction(node.getChars(), 0);
    }

    private static boolean isInstruction(BasedSequence chars, int at) {
        char next = chars.safeCharAt(at + 1);
        char second = chars.safeCharAt(at + 2);
        return next == '?' || next == '!' && (second == '[' || Character.isLetter(second));
    }

    @Override
    public BlockParserFactory apply(DataHolder options) {
        return new Factory(options);
    }

    @Override
    public Set<Class<?>> getAfterDependents() {
        return null;
    }

    @Override
    public Set<Class<?>> getBeforeDependents() {
        return null;
    }

    @Override
    public boolean affectsGlobalScope() {
        return false;
    }

    /** One for each text. */
    private static final class Factory extends AbstractBlockParserFactory {
        private int lastEndOfComment = -2;

        Factory(DataHolder options) {
            super(options);
        }

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            BasedSequence line = state.getLine();
            int at = state.getNextNonSpaceIndex();
            if (at >= line.length() || line.charAt(at) != '<' || state.getIndent() >= 4) {
                return BlockStart.none();
            }
            boolean text =
                    line.matchChars(COMMENT, at)
                            ? !ends(line, at + 2)
                            : isInstruction(line, at) && takesLines(line, at);
            return text ? BlockStart.of(new ParagraphParser()).atIndex(at) : BlockStart.none();
        }

        /** Others than these would be text anyway, and need no paragraph of their own. */
        private static boolean takesLines(BasedSequence line, int at) {
            return line.safeCharAt(at + 2) != '['
                    || line.safeCharAt(at + 1) == '?'
                    || line.matchChars("<![CDATA[", at);
        }

        private boolean ends(BasedSequence line, int from) {
            if (lastEndOfComment == -2) {
                lastEndOfComment = line.getBaseSequence().lastIndexOf("-->");
            }
            return lastEndOfComment >= line.getStartOffset() + from;
        }
    }
}
