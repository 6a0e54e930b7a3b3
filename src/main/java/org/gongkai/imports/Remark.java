package org.gongkai.imports;

/**
 * What a person has to look at in what was imported (核对).
 *
 * @param place where it stands in the received file, in an editor's words
 * @param what it is, and why it is doubtful
 */
public record Remark(String place, String what) {
    /** One line for the editor. */
    public String text() {
        return place.isEmpty() ? what : place + "：" + what;
    }
}
