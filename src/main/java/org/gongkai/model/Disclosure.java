package org.gongkai.model;

import java.util.Arrays;
import java.util.Optional;

/** 公开属性: whether a notice is published, or shown only to who asks, or to nobody. */
public enum Disclosure {
    PROACTIVE("主动公开"),
    ON_REQUEST("依申请公开"),
    WITHHELD("不予公开");

    private final String label;

    Disclosure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Disclosure> ofLabel(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }
}
