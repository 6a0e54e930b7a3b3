package org.gongkai.checks.css;

/** An element that tells quickly which attributes it has not. */
public interface AttributeNames {
    /** Of all names. */
    long ALL = -1;

    /** One bit for a name; others may have the same. */
    static long bit(String name) {
        return 1L << name.hashCode();
    }

    /** The bits of the names of its attributes. */
    long attributeBits();
}
