package org.gongkai.jbake;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.cache.SharedPart;
import org.gongkai.cache.Written;

/**
 * Holds what a template writes, in thousands of pieces, until it is whole. Leaves out the control
 * characters that come along with pasted text: nobody sees them, but one makes a whole feed
 * unreadable (XML 1.0, 2.2) and a page invalid.
 */
final class WholePage extends Writer {
    private char[] characters = new char[1 << 15];
    private final List<Written.Place> parts = new ArrayList<>();
    private int end;
    private byte[] bytes;
    private int size;

    @Override
    public void write(int c) {
        makeRoomFor(1);
        characters[end] = (char) c;
        takeOver(1);
    }

    @Override
    public void write(char[] from, int offset, int length) {
        makeRoomFor(length);
        System.arraycopy(from, offset, characters, end, length);
        takeOver(length);
    }

    @Override
    public void write(String text, int offset, int length) {
        makeRoomFor(length);
        text.getChars(offset, offset + length, characters, end);
        takeOver(length);
    }

    /** Writes a part that was taken from a page. */
    void append(SharedPart part) {
        char[] permitted = part.text();
        makeRoomFor(permitted.length);
        System.arraycopy(permitted, 0, characters, end, permitted.length);
        parts.add(new Written.Place(end, part));
        end += permitted.length;
    }

    /** What was written behind so many characters, as a part for other pages. */
    SharedPart since(int length) {
        SharedPart part = new SharedPart(Arrays.copyOfRange(characters, length, end));
        parts.add(new Written.Place(length, part));
        return part;
    }

    /** Where parts stand that other pages have, too. */
    List<Written.Place> parts() {
        return parts;
    }

    private void makeRoomFor(int length) {
        if (characters.length - end < length) {
            characters = Arrays.copyOf(characters, Math.max(end + length, 2 * characters.length));
        }
    }

    /** Keeps, of so many characters behind the end, those that are permitted: mostly all. */
    private void takeOver(int length) {
        char[] all = characters;
        int until = end + length;
        int at = end;
        while (at < until && isPermitted(all[at])) {
            at++;
        }
        end = at;
        for (; at < until; at++) {
            if (isPermitted(all[at])) {
                all[end++] = all[at];
            }
        }
    }

    private static boolean isPermitted(char c) {
        return c >= ' ' ? c < '\ufffe' : c == '\t' || c == '\n' || c == '\r';
    }

    /** All of it, from the first character on; behind its length stands anything. */
    char[] characters() {
        return characters;
    }

    int length() {
        return end;
    }

    /**
     * The same as bytes. Half of a character beyond the Basic Multilingual Plane is a question mark
     * from then on, here and there.
     */
    byte[] utf8() {
        bytes = new byte[3 * end];
        size = 0;
        int from = 0;
        // More may be cleared than is looked at.
        for (Written.Place place : List.copyOf(parts)) {
            SharedPart part = place.part();
            int to = place.from() + part.text().length;
            // The other half may stand beside it.
            if (to == place.from()
                    || Character.isSurrogate(characters[place.from()])
                    || Character.isSurrogate(characters[to - 1])) {
                continue;
            }
            encode(from, place.from());
            byte[] known = part.utf8();
            if (known == null) {
                int before = size;
                if (encode(place.from(), to)) {
                    part.utf8(Arrays.copyOfRange(bytes, before, size));
                }
            } else {
                System.arraycopy(known, 0, bytes, size, known.length);
                size += known.length;
            }
            from = to;
        }
        encode(from, end);
        return Arrays.copyOf(bytes, size);
    }

    /** Whether all of it were whole characters. */
    private boolean encode(int from, int to) {
        boolean whole = true;
        char[] all = characters;
        byte[] out = bytes;
        int at = size;
        for (int i = from; i < to; i++) {
            char c = all[i];
            if (Character.isSurrogate(c)) {
                if (i + 1 < to && Character.isSurrogatePair(c, all[i + 1])) {
                    int point = Character.toCodePoint(c, all[++i]);
                    out[at++] = (byte) (0xF0 | point >> 18);
                    out[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                    out[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                    out[at++] = (byte) (0x80 | point & 0x3F);
                    continue;
                }
                c = '?';
                all[i] = c;
                whole = false;
                // Parts hold the half still.
                parts.clear();
            }
            if (c < 0x80) {
                out[at++] = (byte) c;
            } else if (c < 0x800) {
                out[at++] = (byte) (0xC0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                out[at++] = (byte) (0xE0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        size = at;
        return whole;
    }

    @Override
    public void flush() {
        // It is held until the page is whole.
    }

    @Override
    public void close() {
        // It holds nothing open.
    }
}
