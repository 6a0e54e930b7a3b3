package org.gongkai.cache;

import java.util.function.Supplier;

/** A value that is made when it is first asked for. Not safe for several threads at once. */
public final class Later {
    private final Object from;
    private final Supplier<?> making;
    private Object value;

    /**
     * @param from all that it is made from; null where only the value itself can tell
     */
    public Later(Object from, Supplier<?> making) {
        this.from = from;
        this.making = making;
    }

    public Object get() {
        if (value == null) {
            value = making.get();
        }
        return value;
    }

    /** What tells whether it is the same. */
    Object source() {
        return from == null ? get() : from;
    }
}
