package org.gongkai.model;

/** What one notice does to another. */
public enum RelationKind {
    REPEALS("废止", "被废止"),
    REPLACES("替代", "被替代"),
    AMENDS("修改", "被修改"),
    /** 政策解读: explains it. */
    INTERPRETS("解读", "有解读");

    private final String label;
    private final String passive;

    RelationKind(String label, String passive) {
        this.label = label;
        this.passive = passive;
    }

    /** The key in the front matter of the notice that acts. */
    public String label() {
        return label;
    }

    /** The word in the notice that is acted upon. */
    public String passive() {
        return passive;
    }

    /** Whether the other notice is dead once this one has effect. */
    public boolean ends() {
        return this == REPEALS || this == REPLACES;
    }
}
