package org.gongkai.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the strings of two to eight characters that stand in more than one document. Left out is
 * what always has the same character before it: 务公开 is only ever a part of 政务公开.
 */
final class Repeats {
    private static final int LONGEST = 8;
    private static final char NONE = 0;

    private final StringBuilder text = new StringBuilder();
    private final BitSet beginnings = new BitSet();
    private final List<Integer> documents = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();

    /**
     * A string that recurs.
     *
     * @param documents how many hold it
     * @param fragment the first fragment that holds it, counted from 0 in the order of adding
     * @param at where in that
     */
    record Repeat(String text, int documents, int fragment, int at) {}

    /**
     * Adds a part of a document's title; all of a document must be added one after another.
     *
     * @param starts where in it a word begins for certain
     */
    void add(int document, String fragment, List<Integer> starts) {
        offsets.add(text.length());
        documents.add(document);
        starts.forEach(start -> beginnings.set(text.length() + start));
        text.append(fragment).append(NONE);
    }

    /** All of them, the shorter ones first. */
    List<Repeat> find() {
        int length = text.length();
        int[] fragmentOf = new int[length];
        for (int i = 0, next = 0; i < length; i++) {
            if (next < offsets.size() && offsets.get(next) == i) {
                next++;
            }
            fragmentOf[i] = next - 1;
        }
        // For each place, the number of the string of the length so far that begins there; -1 where
        // that does not recur, and so nothing longer does.
        int[] names = new int[length];
        for (int i = 0; i < length; i++) {
            names[i] = text.charAt(i) == NONE ? -1 : text.charAt(i);
        }
        List<Repeat> repeats = new ArrayList<>();
        for (int size = 2; size <= LONGEST; size++) {
            Counts counts =
                    new Counts((int) Arrays.stream(names).filter(name -> name >= 0).count());
            for (int i = 0; i < length; i++) {
                int last = i + size - 1;
                char added = last < length ? text.charAt(last) : NONE;
                names[i] =
                        names[i] < 0 || added == NONE
                                ? -1
                                : counts.add(
                                        (long) names[i] << 16 | added,
                                        documents.get(fragmentOf[i]),
                                        beginnings.get(i) || i == 0 ? NONE : text.charAt(i - 1),
                                        i);
            }
            for (int i = 0; i < length; i++) {
                if (names[i] >= 0 && counts.documents[names[i]] < 2) {
                    names[i] = -1;
                }
            }
            for (int name = 0; name < counts.size; name++) {
                if (counts.documents[name] > 1 && counts.before[name] == NONE) {
                    int first = counts.first[name];
                    int fragment = fragmentOf[first];
                    repeats.add(
                            new Repeat(
                                    text.substring(first, first + size),
                                    counts.documents[name],
                                    fragment,
                                    first - offsets.get(fragment)));
                }
            }
        }
        return repeats;
    }

    /** Numbers different keys from 0 on, and counts each. */
    private static final class Counts {
        private final int mask;
        private final long[] keys;
        private final int[] slots;
        private int size;
        private int[] documents = new int[64];
        private int[] lastDocument = new int[64];
        private int[] first = new int[64];
        private char[] before = new char[64];

        Counts(int most) {
            int capacity = Integer.highestOneBit(Math.max(8, most)) * 4;
            mask = capacity - 1;
            keys = new long[capacity];
            slots = new int[capacity];
        }

        /** The number of the key. */
        int add(long key, int document, char charBefore, int at) {
            int slot = slot(key);
            if (slots[slot] == 0) {
                keys[slot] = key;
                slots[slot] = ++size;
                grow();
                documents[size - 1] = 1;
                lastDocument[size - 1] = document;
                first[size - 1] = at;
                before[size - 1] = charBefore;
                return size - 1;
            }
            int name = slots[slot] - 1;
            if (lastDocument[name] != document) {
                lastDocument[name] = document;
                documents[name]++;
            }
            if (before[name] != charBefore) {
                before[name] = NONE;
            }
            return name;
        }

        private int slot(long key) {
            long hash = key * 0x9E3779B97F4A7C15L;
            int slot = (int) (hash >>> 32) & mask;
            while (slots[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void grow() {
            if (size > documents.length) {
                documents = Arrays.copyOf(documents, size * 2);
                lastDocument = Arrays.copyOf(lastDocument, size * 2);
                first = Arrays.copyOf(first, size * 2);
                before = Arrays.copyOf(before, size * 2);
            }
        }
    }
}
