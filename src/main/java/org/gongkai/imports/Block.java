package org.gongkai.imports;

/** A part of a received file, in its order: a paragraph or a table. */
sealed interface Block permits Paragraph, Grid {
    /** Where it stands in the file, in an editor's words. */
    String place();
}
