package org.gongkai.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * Cuts texts into our tokens: each once, with how often it stands in the text, in the order in
 * which they first occur. Lucene keeps no positions, so this makes the very index that each token
 * by itself would, in half the time.
 */
final class BigramTokenizer extends Tokenizer {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final BytesRef bytes = new BytesRef();
    private final boolean unigrams;
    private final boolean isCut;

    /**
     * Of each different token: how often it occurs, and where its UTF-8 ends, behind the others'.
     */
    private int[] frequencies;

    private int[] ends;
    private int size;
    private int next;

    /**
     * One for the reader that it is given.
     *
     * @param unigrams whether each Han character is a token too, as in titles
     */
    BigramTokenizer(boolean unigrams) {
        this.unigrams = unigrams;
        this.isCut = false;
    }

    /** One whose text is cut here and now, on whatever thread asks for it. */
    BigramTokenizer(String text, boolean unigrams) {
        this.unigrams = unigrams;
        this.isCut = true;
        cut(text);
        setReader(Reader.nullReader());
    }

    private void cut(String text) {
        String letters = Letters.of(text);
        Table table = new Table(letters);
        Tokens tokens = new Tokens(letters, unigrams);
        while (tokens.advance()) {
            table.add(tokens.start(), tokens.end());
        }
        size = table.size;
        frequencies = Arrays.copyOf(table.frequencies, size);
        ends = new int[size];
        bytes.bytes = new byte[table.mostBytes()];
        for (int i = 0, end = 0; i < size; i++) {
            int start = table.starts[i];
            int length = table.ends[i] - start;
            end = UnicodeUtil.UTF16toUTF8(letters, start, length, bytes.bytes, end);
            ends[i] = end;
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        if (!isCut) {
            StringWriter text = new StringWriter();
            input.transferTo(text);
            cut(text.toString());
        }
        next = 0;
        bytes.length = 0;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == size) {
            return false;
        }
        bytes.offset = next == 0 ? 0 : ends[next - 1];
        bytes.length = ends[next] - bytes.offset;
        term.setBytesRef(bytes);
        frequency.setTermFrequency(frequencies[next++]);
        return true;
    }

    /** Tells different tokens of the letters apart, and counts each. */
    private static final class Table {
        private final char[] letters;

        /** The place of a token among all, and one more; 0 where there is none. */
        private final int[] slots;

        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int[] frequencies = new int[64];
        private int size;

        Table(String letters) {
            this.letters = letters.toCharArray();
            // Titles have up to twice as many tokens as letters.
            this.slots = new int[Integer.highestOneBit(letters.length() + 1) * 4];
        }

        void add(int start, int end) {
            int slot = slot(start, end);
            if (slots[slot] == 0) {
                if (size == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * size);
                    ends = Arrays.copyOf(ends, 2 * size);
                    frequencies = Arrays.copyOf(frequencies, 2 * size);
                }
                starts[size] = start;
                ends[size] = end;
                slots[slot] = ++size;
            }
            frequencies[slots[slot] - 1]++;
        }

        private int slot(int start, int end) {
            int hash = 0;
            for (int i = start; i < end; i++) {
                hash = (hash + letters[i]) * 0x9E3779B1;
            }
            int slot = (hash ^ hash >>> 15) & slots.length - 1;
            while (slots[slot] != 0 && !isToken(slots[slot] - 1, start, end)) {
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        private boolean isToken(int known, int start, int end) {
            int shift = starts[known] - start;
            if (ends[known] - end != shift) {
                return false;
            }
            for (int i = start; i < end; i++) {
                if (letters[i] != letters[i + shift]) {
                    return false;
                }
            }
            return true;
        }

        int mostBytes() {
            int most = 0;
            for (int i = 0; i < size; i++) {
                most += UnicodeUtil.maxUTF8Length(ends[i] - starts[i]);
            }
            return most;
        }
    }
}
