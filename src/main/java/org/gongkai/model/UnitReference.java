package org.gongkai.model;

import java.util.List;

/**
 * A unit as a task names it.
 *
 * @param name the register's name where it resolved, else the name as issued
 * @param unit the 代码 of the unit; null where it is no single known unit
 * @param members the 代码s that a collective name (统称) stands for; null where it is none or open
 * @param open a collective name that is never expanded (有关, 等)
 */
public record UnitReference(String name, String unit, List<String> members, boolean open) {
    public static UnitReference unit(Unit unit) {
        return new UnitReference(unit.name(), unit.code(), null, false);
    }

    public static UnitReference collective(String name, List<String> members) {
        return new UnitReference(name, null, List.copyOf(members), false);
    }

    public static UnitReference open(String name) {
        return new UnitReference(name, null, null, true);
    }

    public static UnitReference unknown(String issued) {
        return new UnitReference(issued, null, null, false);
    }

    public boolean isUnknown() {
        return unit == null && members == null && !open;
    }

    public boolean isCollective() {
        return members != null;
    }
}
