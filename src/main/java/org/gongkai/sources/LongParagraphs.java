package org.gongkai.sources;

import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flexmark's own reader of what stands in a paragraph, less that it copies the whole paragraph for
 * each link, tag and entity in it: of twelve thousand lines without an empty one between them, that
 * took most of a minute.
 */
final class LongParagraphs extends CommonmarkInlineParser {
    LongParagraphs(
            DataHolder options,
            BitSet specialCharacters,
            BitSet delimiterCharacters,
            Map<Character, DelimiterProcessor> delimiterProcessors,
            LinkRefProcessorData linkRefs,
            List<InlineParserExtensionFactory> extensions) {
        super(
                options,
                specialCharacters,
                delimiterCharacters,
                delimiterProcessors,
                linkRefs,
                extensions);
    }

    @Override
    public BasedSequence match(Pattern pattern) {
        Matcher matcher = matcher(pattern);
        return matcher == null ? null : input.subSequence(matcher.start(), matcher.end());
    }
}
