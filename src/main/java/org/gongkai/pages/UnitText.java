package org.gongkai.pages;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.model.Task;
import org.gongkai.model.UnitReference;

/** The units of a task as issued, cut so that each known unit can be a link. */
public record UnitText() {
    /**
     * A piece of the wording.
     *
     * @param unit the 代码 of the unit that it names; null where it names none
     */
    public record Piece(String text, String unit) {}

    /** The pieces make up the whole wording. */
    public List<Piece> pieces(Task.Units units) {
        List<Piece> pieces = new ArrayList<>();
        String issued = units.issued();
        int at = 0;
        for (UnitReference reference : units.units()) {
            int found = issued.indexOf(reference.wording(), at);
            if (found < 0) {
                continue;
            }
            if (found > at) {
                pieces.add(new Piece(issued.substring(at, found), null));
            }
            pieces.add(new Piece(reference.wording(), reference.unit()));
            at = found + reference.wording().length();
        }
        if (at < issued.length()) {
            pieces.add(new Piece(issued.substring(at), null));
        }
        return pieces;
    }
}
