package org.gongkai.jbake;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Leaves out the control characters that come along with pasted text: nobody sees them, but one
 * makes a whole feed unreadable (XML 1.0, 2.2) and a page invalid.
 */
final class PermittedCharacters extends FilterWriter {
    PermittedCharacters(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        if (isPermitted((char) c)) {
            out.write(c);
        }
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (!isPermitted(characters[i])) {
                out.write(characters, from, i - from);
                from = i + 1;
            }
        }
        out.write(characters, from, offset + length - from);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (!isPermitted(text.charAt(i))) {
                out.write(text, from, i - from);
                from = i + 1;
            }
        }
        out.write(text, from, offset + length - from);
    }

    private static boolean isPermitted(char c) {
        return c >= ' ' ? c != '\ufffe' && c != '\uffff' : c == '\t' || c == '\n' || c == '\r';
    }
}
