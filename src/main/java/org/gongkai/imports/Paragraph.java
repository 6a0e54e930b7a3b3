package org.gongkai.imports;

/**
 * A paragraph of a received file.
 *
 * @param heading how deep a heading the file's own style makes it, from 1; 0 where it makes it none
 * @param item whether the file marks it as an item of a list
 * @param centred whether the file sets it in the middle of the line, as titles are
 */
record Paragraph(String text, int heading, boolean item, boolean centred, String place)
        implements Block {
    static Paragraph of(String text, String place) {
        return new Paragraph(text, 0, false, false, place);
    }
}
