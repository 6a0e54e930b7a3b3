package org.gongkai.model;

import java.util.List;
import java.util.Objects;

/**
 * A unit as a task names it.
 *
 * @param name the register's name where it resolved, else the name as issued
 * @param wording the name as issued
 * @param unit the 代码 of the unit; null where it is no single known unit
 * @param members the 代码s that a collective name (统称) stands for; null where it is none or open
 * @param open a collective name that is never expanded (有关, 等)
 */
public record UnitReference(
        String name, String wording, String unit, List<String> members, boolean open) {
    public static UnitReference unit(Unit unit, String wording) {
        return new UnitReference(unit.name(), wording, unit.code(), null, false);
    }

    public static UnitReference collective(String name, String wording, List<String> members) {
        return new UnitReference(name, wording, null, List.copyOf(members), false);
    }

    public static UnitReference open(String name, String wording) {
        return new UnitReference(name, wording, null, null, true);
    }

    public static UnitReference unknown(String issued) {
        return new UnitReference(issued, issued, null, null, false);
    }

    /** Whether both mean the same, however worded. */
    public boolean meansTheSameAs(UnitReference other) {
        return name.equals(other.name)
                && Objects.equals(unit, other.unit)
                && Objects.equals(members, other.members)
                && open == other.open;
    }

    /** The same, in the wording as issued. */
    public UnitReference wordedAs(String issued) {
        return new UnitReference(name, issued, unit, members, open);
    }

    public boolean isUnknown() {
        return unit == null && members == null && !open;
    }

    public boolean isCollective() {
        return members != null;
    }
}
