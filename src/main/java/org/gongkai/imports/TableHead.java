package org.gongkai.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The head of a 任务分解表: which column holds what.
 *
 * @param row its first row
 * @param height how many rows it has
 * @param roles of each column; null where its words say nothing
 */
record TableHead(int row, int height, List<Role> roles) {
    private static final int MOST_ROWS_ABOVE = 6;

    /** The head of a table; null where the table is none of tasks. */
    static TableHead of(Grid grid) {
        for (int row = 0; row < Math.min(grid.rows(), MOST_ROWS_ABOVE); row++) {
            TableHead head = at(grid, row);
            if (head != null) {
                return head;
            }
        }
        return null;
    }

    static TableHead at(Grid grid, int row) {
        List<Role> roles = new ArrayList<>();
        int height =
                grid.row(row).stream()
                        .filter(cell -> grid.isFirstRowOf(cell, row))
                        .mapToInt(Cell::rowSpan)
                        .max()
                        .orElse(1);
        height = Math.min(height, grid.rows() - row);
        Set<Cell> counted = new HashSet<>();
        Set<Role> found = EnumSet.noneOf(Role.class);
        for (int column = 0; column < grid.columns(); column++) {
            Role role = Role.of(grid.text(row, column));
            for (int below = row + 1; below < row + height; below++) {
                Role finer = Role.of(grid.text(below, column));
                boolean group = role == Role.GROUP && finer != null && finer != Role.REQUIREMENT;
                role = finer == null || group ? role : finer;
            }
            roles.add(role);
            if (role != null && counted.add(grid.at(row, column))) {
                found.add(role);
            }
        }
        found.remove(Role.OTHER);
        boolean units = found.contains(Role.LEAD) || found.contains(Role.RESPONSIBLE);
        boolean what = found.contains(Role.GROUP) || found.contains(Role.REQUIREMENT);
        if (!units || !what) {
            return null;
        }
        nameBlankColumns(grid, row, roles);
        if (!roles.contains(Role.REQUIREMENT)) {
            int last = roles.lastIndexOf(Role.GROUP);
            Cell words = grid.at(row, last);
            for (int column = 0; column <= last; column++) {
                if (grid.at(row, column) == words && (column == last || height == 1)) {
                    roles.set(column, Role.REQUIREMENT);
                }
            }
            splitWideRequirement(grid, row + height, roles);
        }
        return new TableHead(row, height, roles);
    }

    /** An empty head beside 工作任务 belongs to it: the name was set over two columns. */
    private static void nameBlankColumns(Grid grid, int row, List<Role> roles) {
        for (int column = 1; column < roles.size(); column++) {
            boolean blank = grid.at(row, column) == null || grid.at(row, column).isBlank();
            if (blank && roles.get(column) == null && roles.get(column - 1) == Role.GROUP) {
                roles.set(column, Role.GROUP);
            }
        }
    }

    /** 工作任务 over several columns and no 具体要求: the last of them is what is to be done. */
    private static void splitWideRequirement(Grid grid, int below, List<Role> roles) {
        int first = roles.indexOf(Role.REQUIREMENT);
        int last = roles.lastIndexOf(Role.REQUIREMENT);
        for (int row = below; row < grid.rows() && first < last; row++) {
            Cell cell = grid.at(row, last);
            if (cell != null && !cell.isBlank() && cell.column() > first) {
                for (int column = first; column < cell.column(); column++) {
                    roles.set(column, Role.GROUP);
                }
                return;
            }
        }
    }

    int firstRow() {
        return row + height;
    }

    int first(Role role) {
        return roles.indexOf(role);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether a row says the same as the head, as it does at the top of each page. */
    boolean isRepeatedIn(Grid grid, int at) {
        int same = 0;
        int words = 0;
        for (int column = 0; column < grid.columns(); column++) {
            String text = grid.text(at, column);
            if (!text.isEmpty()) {
                words++;
                same += Role.of(text) == null ? 0 : 1;
            }
        }
        return same >= 3 && same >= words - 1;
    }
}
