package org.gongkai.imports;

import java.util.List;

/** Finds the rows of a copied table that slipped to the side of their heads. */
final class RowShift {
    private static final int[] SHIFTS = {-1, 1, -2, 2};
    private static final int LONG_FOR_UNITS = 60;
    private static final int LONG_FOR_A_DEADLINE = 30;

    private final Grid grid;
    private final TableHead head;

    RowShift(Grid grid, TableHead head) {
        this.grid = grid;
        this.head = head;
    }

    /**
     * How far the row stands beside its head. It is where it should be unless its own words say
     * otherwise: a sentence under 责任单位, units under 具体要求.
     */
    int of(int row) {
        if (reads(row, 0)) {
            return 0;
        }
        int best = 0;
        int bestScore = score(row, 0);
        for (int shift : SHIFTS) {
            if (reads(row, shift) && score(row, shift) > bestScore) {
                best = shift;
                bestScore = score(row, shift);
            }
        }
        return best;
    }

    /** Whether no cell says that it belongs under another head. */
    private boolean reads(int row, int shift) {
        int first = head.has(Role.NUMBER) ? head.first(Role.NUMBER) + 1 : 0;
        int at = head.first(Role.REQUIREMENT) + shift;
        String requirement = text(row, at);
        if (at < first || requirement.isEmpty() || Wording.namesUnits(requirement)) {
            return false;
        }
        for (Role role : List.of(Role.LEAD, Role.RESPONSIBLE)) {
            String text = head.has(role) ? text(row, head.first(role) + shift) : "";
            boolean sentence = text.indexOf('。') >= 0 || text.length() > LONG_FOR_UNITS;
            if (!Wording.namesUnits(text) && (sentence || Deadlines.isRead(text))) {
                return false;
            }
        }
        String deadline =
                head.has(Role.DEADLINE) ? text(row, head.first(Role.DEADLINE) + shift) : "";
        return deadline.length() <= LONG_FOR_A_DEADLINE && !Wording.namesUnits(deadline);
    }

    /** How much of the row reads as it should. */
    private int score(int row, int shift) {
        int longest =
                grid.row(row).stream()
                        .filter(cell -> !Wording.namesUnits(cell.text()))
                        .mapToInt(cell -> cell.text().length())
                        .max()
                        .orElse(0);
        int score = text(row, head.first(Role.REQUIREMENT) + shift).length() >= longest ? 3 : 0;
        for (Role role : List.of(Role.LEAD, Role.RESPONSIBLE)) {
            boolean units =
                    head.has(role) && Wording.namesUnits(text(row, head.first(role) + shift));
            score += units ? 2 : 0;
        }
        boolean deadline =
                head.has(Role.DEADLINE)
                        && Deadlines.isRead(text(row, head.first(Role.DEADLINE) + shift));
        return score + (deadline ? 2 : 0);
    }

    private String text(int row, int column) {
        return column < 0 || column >= grid.columns() ? "" : grid.text(row, column);
    }
}
