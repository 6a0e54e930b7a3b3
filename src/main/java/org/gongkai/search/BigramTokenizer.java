package org.gongkai.search;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Our tokens, for Lucene. */
final class BigramTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final boolean unigrams;
    private String letters = "";
    private Tokens tokens = new Tokens("", false);

    /**
     * @param unigrams whether each Han character is a token too
     */
    BigramTokenizer(boolean unigrams) {
        this.unigrams = unigrams;
    }

    /** Cuts titles into bigrams and unigrams, other fields into bigrams. */
    static Analyzer analyzer() {
        return new Analyzer(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                return new TokenStreamComponents(new BigramTokenizer(field.equals(Field.TITLE)));
            }
        };
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter text = new StringWriter();
        input.transferTo(text);
        letters = Letters.of(text.toString());
        tokens = new Tokens(letters, unigrams);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!tokens.advance()) {
            return false;
        }
        term.setEmpty().append(letters, tokens.start(), tokens.end());
        return true;
    }
}
