package org.gongkai.search;

/** The fields of the index. */
final class Field {
    static final String TITLE = "title";

    /** The text of a notice and the requirements of its tasks. */
    static final String BODY = "body";

    /** 发文字号, 索引号 and 统一编号, whole and in part. */
    static final String NUMBER = "number";

    /** The place of a document in the order of the index. */
    static final String ORDER = "order";

    /** The day of publication, in days since 1970. */
    static final String PUBLISHED = "published";

    /** How much more a word in the title counts than one in the text. */
    static final float TITLE_BOOST = 3;

    private Field() {}
}
