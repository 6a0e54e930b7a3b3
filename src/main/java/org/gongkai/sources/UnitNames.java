package org.gongkai.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.CollectiveName;
import org.gongkai.model.Unit;
import org.gongkai.model.UnitKind;
import org.gongkai.model.UnitReference;
import org.gongkai.model.UnitRegister;

/** Cuts a string of units as issued, and finds who is meant by each name. */
final class UnitNames {
    private static final String SEPARATORS = "、，；,;\n";
    private static final String OPENING = "（([［【〔{";
    private static final String CLOSING = "）)]］】〕}";
    private static final Pattern AND_OTHERS =
            Pattern.compile(
                    "等(?:各?(?:相关|有关)?(?:县直|区直|市直)?(?:部门|单位|部门和单位|部门、单位|部门单位|部门（单位）|部门\\(单位\\)|地方|方面)?)?$");
    private static final Pattern ALL_TOWNSHIPS =
            Pattern.compile("各(?:[县区市])?((?:乡镇|乡|镇|街道办事处|街道|办事处|街|和|及)++)(?:人民政府)?");
    private static final int LONGEST_PLACE = 20;
    private static final Pattern WITH_OTHERS =
            Pattern.compile("(.+?)(?:以及|及其?|和|与)((?:其他)?(?:各)?(?:有关|相关).*)");
    private static final Pattern REST_OF_COLLECTIVE =
            Pattern.compile("(?:各)?(?:有关|相关)?(?:直属)?(?:部门|单位)");
    private static final Pattern KIND_AFTER_ALL = Pattern.compile("乡镇|乡|镇|街道|街道办事处|办事处");
    private static final Pattern PLACE = Pattern.compile("[省市县区旗州镇乡盟]");

    private final UnitRegister register;

    UnitNames(UnitRegister register) {
        this.register = register;
    }

    /** Each name of the string and whom it means, in the order of the string. */
    List<UnitReference> resolve(String issued) {
        List<UnitReference> references = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        for (String part : cut(issued)) {
            String name = withoutOthers(part);
            if (name.isEmpty()) {
                continue;
            }
            boolean afterCollective = !references.isEmpty() && !isUnit(last(references));
            if (afterCollective && REST_OF_COLLECTIVE.matcher(name).matches()) {
                // 县直有关部门、单位 is one name.
                continue;
            }
            if (afterCollective && KIND_AFTER_ALL.matcher(name).matches()) {
                // 各乡镇、街道: 各 holds for both.
                add(references, guess("各" + name).wordedAs(name));
                continue;
            }
            find(name, prefixes).forEach(found -> add(references, found));
            addPrefixes(prefixes, name);
        }
        return references;
    }

    private static void add(List<UnitReference> references, UnitReference found) {
        if (references.stream().noneMatch(found::meansTheSameAs)) {
            references.add(found);
        }
    }

    private static UnitReference last(List<UnitReference> references) {
        return references.get(references.size() - 1);
    }

    private static boolean isUnit(UnitReference reference) {
        return reference.unit() != null || reference.isUnknown();
    }

    private List<UnitReference> find(String name, List<String> prefixes) {
        Optional<UnitReference> found = known(name, name).or(() -> carriedOver(name, prefixes));
        if (found.isPresent()) {
            return List.of(found.get());
        }
        Matcher others = WITH_OTHERS.matcher(name);
        if (others.matches()) {
            // 县财政局及有关部门: the one that is named, and an open rest.
            String named = others.group(1);
            Optional<UnitReference> unit =
                    known(named, named).or(() -> carriedOver(named, prefixes));
            if (unit.isPresent()) {
                return List.of(unit.get(), UnitReference.open(others.group(2), others.group(2)));
            }
        }
        return List.of(guess(name));
    }

    /** Cuts at 、 ， ； , ; outside brackets; a bracket that never closes holds nothing together. */
    static List<String> cut(String issued) {
        List<String> parts = cut(issued, true);
        return parts == null ? cut(issued, false) : parts;
    }

    private static List<String> cut(String issued, boolean respectBrackets) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int open = 0;
        for (int i = 0; i < issued.length(); i++) {
            char c = issued.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                open++;
            } else if (CLOSING.indexOf(c) >= 0) {
                open = Math.max(0, open - 1);
            }
            if (SEPARATORS.indexOf(c) >= 0 && (open == 0 || !respectBrackets)) {
                add(parts, part);
            } else {
                part.append(c);
            }
        }
        add(parts, part);
        return respectBrackets && open > 0 ? null : parts;
    }

    private static void add(List<String> parts, StringBuilder part) {
        String name = part.toString().replace("\u3000", " ").strip();
        name = name.endsWith("。") ? name.substring(0, name.length() - 1) : name;
        if (!name.isEmpty()) {
            parts.add(name);
        }
        part.setLength(0);
    }

    /** 等相关部门 at the end belongs to no name; a registered name that ends like that stays whole. */
    private String withoutOthers(String part) {
        if (register.knows(part)) {
            return part;
        }
        Matcher matcher = AND_OTHERS.matcher(part);
        return matcher.find() ? part.substring(0, matcher.start()).strip() : part;
    }

    private Optional<UnitReference> known(String name, String wording) {
        return register.unit(name)
                .map(unit -> UnitReference.unit(unit, wording))
                .or(() -> register.collective(name).map(found -> reference(found, wording)));
    }

    private static UnitReference reference(CollectiveName collective, String wording) {
        return collective.open()
                ? UnitReference.open(collective.name(), wording)
                : UnitReference.collective(collective.name(), wording, collective.members());
    }

    /** A place written once holds for the names after it: 县发展和改革局、财政局. */
    private Optional<UnitReference> carriedOver(String name, List<String> prefixes) {
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            Optional<UnitReference> found = known(prefixes.get(i) + name, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static void addPrefixes(List<String> prefixes, String name) {
        Matcher matcher = PLACE.matcher(name);
        while (matcher.find() && matcher.end() <= LONGEST_PLACE) {
            String prefix = name.substring(0, matcher.end());
            prefixes.remove(prefix);
            prefixes.add(prefix);
        }
    }

    /** What a name that the register does not hold can still be. */
    private UnitReference guess(String name) {
        if (name.contains("有关") || name.contains("相关")) {
            return UnitReference.open(name, name);
        }
        Matcher townships = ALL_TOWNSHIPS.matcher(UnitRegister.key(name).replaceAll("[()]", ""));
        if (townships.matches()) {
            String kinds = townships.group(1);
            boolean subdistricts = kinds.contains("街") || kinds.contains("办事处");
            boolean towns = kinds.contains("乡") || kinds.contains("镇");
            List<String> members =
                    register.units().stream()
                            .filter(
                                    unit ->
                                            (towns && unit.kind() == UnitKind.TOWNSHIP)
                                                    || (subdistricts
                                                            && unit.kind() == UnitKind.SUBDISTRICT))
                            .map(Unit::code)
                            .toList();
            if (!members.isEmpty()) {
                return UnitReference.collective(name, name, members);
            }
        }
        return UnitReference.unknown(name);
    }
}
