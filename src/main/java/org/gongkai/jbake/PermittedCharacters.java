package org.gongkai.jbake;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/**
 * Leaves out the control characters that come along with pasted text: nobody sees them, but one
 * makes a whole feed unreadable (XML 1.0, 2.2) and a page invalid. Holds what was written until it
 * is passed on as a whole: a template writes thousands of pieces.
 */
final class PermittedCharacters extends Writer {
    private char[] characters = new char[1 << 14];
    private int end;

    @Override
    public void write(int c) {
        if (isPermitted((char) c)) {
            makeRoomFor(1);
            characters[end++] = (char) c;
        }
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

    /** Writes all of it. */
    void passOnTo(Writer out) throws IOException {
        out.write(characters, 0, end);
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
