package org.gongkai.search;

/**
 * How often a token stands in a document's title and in its body, in the five lowest bits of a
 * byte: two and three. The highest value of each says that the count is too high for them, and is
 * told behind all codes.
 */
final class CountCode {
    private static final int BITS_OF_BODY = 3;
    private static final int TITLE = 3;
    private static final int BODY = 7;

    private CountCode() {}

    /**
     * @param rest takes what is too high
     */
    static int of(int inTitle, int inBody, Bytes rest) {
        return limited(inTitle, TITLE, rest) << BITS_OF_BODY | limited(inBody, BODY, rest);
    }

    /** The value, or the most, which says that it is told in the rest. */
    static int limited(int value, int most, Bytes rest) {
        if (value >= most) {
            rest.varint(value);
            return most;
        }
        return value;
    }
}
