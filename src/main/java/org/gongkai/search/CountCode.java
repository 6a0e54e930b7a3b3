package org.gongkai.search;

/**
 * How often a token stands in a document's title and in its body, in one byte: three bits and five.
 * The highest value of each says that the count is too high for them, and is told behind all codes.
 */
final class CountCode {
    private static final int BITS_OF_BODY = 5;
    private static final int TITLE = 7;
    private static final int BODY = 31;

    private CountCode() {}

    /**
     * @param rest takes what is too high
     */
    static int of(int inTitle, int inBody, Bytes rest) {
        return limited(inTitle, TITLE, rest) << BITS_OF_BODY | limited(inBody, BODY, rest);
    }

    /** The value, or the most, which says that it is told in the rest. */
    private static int limited(int value, int most, Bytes rest) {
        if (value >= most) {
            rest.varint(value);
            return most;
        }
        return value;
    }
}
