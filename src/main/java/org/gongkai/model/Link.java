package org.gongkai.model;

/**
 * A link or picture of an editor's text.
 *
 * @param target as typed
 * @param url the address it leads to: relative to the site's root, whole for another site; null
 *     where it is broken
 * @param embedded a picture, loaded with the page
 */
public record Link(String target, Kind kind, String url, Place place, boolean embedded) {
    /** Where a link leads. */
    public enum Kind {
        /** A page of this site. */
        PAGE,
        /** A file beside the text, published with it. */
        FILE,
        /** A place on the same page. */
        ANCHOR,
        /** Another site, a mail address or a telephone. */
        EXTERNAL,
        /** Nothing that the column holds. */
        BROKEN,
        /** A path out of the folder of the text. */
        ESCAPING,
        /** A scheme that may do harm, such as {@code javascript:}. */
        UNSAFE
    }

    /** The address without its fragment. */
    public String page() {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    public String fragment() {
        int hash = url.indexOf('#');
        return hash < 0 ? "" : url.substring(hash + 1);
    }
}
