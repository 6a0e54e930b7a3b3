package org.gongkai.checks.css;

/**
 * An element that stands on many pages with all that it holds, which may be left out of a page
 * where its looks are known.
 */
public interface SharedElement {
    /** Whether it is such an element at all. */
    boolean isShared();

    /**
     * Takes what the looks of all that it holds depend on beside that itself: where this is equal,
     * they are the same.
     *
     * @param looks null where they depend on more, or leave a doubt
     */
    void looks(Object looks);
}
