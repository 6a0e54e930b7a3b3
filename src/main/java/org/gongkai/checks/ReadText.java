package org.gongkai.checks;

import org.gongkai.model.ColumnText;
import org.gongkai.model.Lines;
import org.gongkai.model.Place;

/**
 * What a file says.
 *
 * @param text as typed; of a Word, Excel or like file, its paragraphs and cells, a line each
 * @param typed whether its lines are lines of the file
 * @param lines those of the text
 */
record ReadText(ColumnText file, String text, boolean typed, Lines lines) {
    ReadText(ColumnText file, String text, boolean typed) {
        this(file, text, typed, new Lines(text));
    }

    String name() {
        return file.file();
    }

    ColumnText.Kind kind() {
        return file.kind();
    }

    boolean contains(String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Where that character stands. */
    Place at(int offset) {
        return new Place(name(), typed ? lines.at(offset) : 1);
    }

    /** The words “here” of a message. */
    String here(int offset) {
        return typed ? "这里" : "附件里第 " + lines.at(offset) + " 段文字";
    }
}
