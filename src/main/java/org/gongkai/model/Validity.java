package org.gongkai.model;

import java.util.Arrays;
import java.util.Optional;

/** 有效性: whether a notice is in force. */
public enum Validity {
    IN_FORCE("有效", "in-force"),
    /** 已修改: still in force, as amended. */
    AMENDED("已修改", "amended"),
    PARTLY_IN_FORCE("部分失效", "partly-in-force"),
    /** 失效: ended by itself, or no longer of use. */
    EXPIRED("失效", "expired"),
    /** 废止: ended by a later notice. */
    REPEALED("废止", "repealed"),
    NOT_YET_IN_FORCE("尚未生效", "not-yet-in-force");

    private final String label;
    private final String slug;

    Validity(String label, String slug) {
        this.label = label;
        this.slug = slug;
    }

    /** The Chinese word, as editors type it and citizens read it. */
    public String label() {
        return label;
    }

    /** Its part of an address. */
    public String slug() {
        return slug;
    }

    /** Whether the notice, or some of it, binds anybody on the day. */
    public boolean inForce() {
        return this == IN_FORCE || this == AMENDED || this == PARTLY_IN_FORCE;
    }

    public boolean ended() {
        return this == EXPIRED || this == REPEALED;
    }

    public static Optional<Validity> ofLabel(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }
}
