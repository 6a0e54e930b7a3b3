package org.gongkai.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * 单位: a unit of the register.
 *
 * @param code 代码, its address under {@code units/}
 * @param shortNames 简称
 * @param formerNames 曾用名
 */
public record Unit(
        Place at,
        String name,
        String code,
        List<String> shortNames,
        List<String> formerNames,
        UnitKind kind,
        String telephone,
        String address,
        String officeHours,
        String head,
        String duties) {
    public Unit {
        shortNames = List.copyOf(shortNames);
        formerNames = List.copyOf(formerNames);
    }

    /** The same without how it is reached and what it does. */
    Unit nameOnly() {
        return new Unit(
                at, name, code, shortNames, formerNames, kind, null, null, null, null, null);
    }

    /** Its address, relative to the site's root. */
    public String url() {
        return "units/" + code + "/";
    }

    /** Every other name that it is found under. */
    public List<String> aliases() {
        return Stream.concat(shortNames.stream(), formerNames.stream()).distinct().toList();
    }

    public List<String> allNames() {
        return Stream.concat(Stream.of(name), aliases().stream()).toList();
    }
}
