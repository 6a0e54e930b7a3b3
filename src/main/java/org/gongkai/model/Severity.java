package org.gongkai.model;

/** How grave a {@link Problem} is. */
public enum Severity {
    /** Would publish something wrong, lose something or leak something: nothing is published. */
    ERROR("错误"),
    /** A person should look at it; the column is published all the same. */
    WARNING("警告");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    /** The word that editors see. */
    public String label() {
        return label;
    }

    /** The word of the JSON format: {@code error} or {@code warning}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
