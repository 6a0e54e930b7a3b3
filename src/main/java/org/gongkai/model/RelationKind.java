package org.gongkai.model;

/** What one notice does to another. */
public enum RelationKind {
    REPEALS("废止"),
    REPLACES("替代"),
    AMENDS("修改"),
    /** 政策解读: explains it. */
    INTERPRETS("解读");

    private final String label;

    RelationKind(String label) {
        this.label = label;
    }

    /** The key in the front matter of the notice that acts. */
    public String label() {
        return label;
    }

    /** Whether the other notice is dead once this one has effect. */
    public boolean ends() {
        return this == REPEALS || this == REPLACES;
    }
}
