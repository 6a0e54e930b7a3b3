package org.gongkai.cache;

/**
 * A part of a page that stands on others, too, character by character, so that what is found out of
 * it on one page need not be on the next.
 */
public final class SharedPart {
    private final char[] text;
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

    /** What who looks at it has found out of it; null for nothing yet. */
    public Object known() {
        return known;
    }

    /** Keeps that; whichever thread comes first finds the same. */
    public void know(Object found) {
        this.known = found;
    }
}
