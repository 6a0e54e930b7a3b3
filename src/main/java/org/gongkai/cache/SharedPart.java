package org.gongkai.cache;

/**
 * A part of a page that stands on others, too, character by character, so that what is found out of
 * it on one page need not be on the next.
 */
public final class SharedPart {
    private final char[] text;
    private volatile byte[] utf8;
    private volatile Object known;

    /**
     * @param text is not copied: nobody changes it
     */
    public SharedPart(char[] text) {
        this.text = text;
    }

    public char[] text() {
        return text;
    }

    /** The same in UTF-8, as whoever wrote it first keeps it; null for not yet. */
    public byte[] utf8() {
        return utf8;
    }

    public void utf8(byte[] bytes) {
        this.utf8 = bytes;
    }

    /** What who looks at it has found out of it; null for nothing yet. */
    public Object known() {
        return known;
    }

    /** Keeps that; whichever thread comes first finds the same. */
    public void know(Object found) {
        this.known = found;
    }
}
