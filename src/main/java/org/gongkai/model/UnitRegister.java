package org.gongkai.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register of units (单位) and collective names (统称): who is meant by a name. */
public final class UnitRegister {
    private static final int MOST_NEAREST = 3;

    /** Two characters stand in too many names. */
    private static final int SHORTEST_ABBREVIATION = 3;

    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final List<CollectiveName> collectives;
    private final Map<String, Unit> unitByName = new HashMap<>();
    private final Map<String, CollectiveName> collectiveByName = new HashMap<>();

    public UnitRegister(List<Unit> units, List<CollectiveName> collectives) {
        this.collectives = List.copyOf(collectives);
        for (Unit unit : units) {
            byCode.putIfAbsent(unit.code(), unit);
            unitByName.put(key(unit.name()), unit);
        }
        // A name of one unit wins over the same word as another one's short or former name.
        for (Unit unit : units) {
            unit.aliases().forEach(alias -> unitByName.putIfAbsent(key(alias), unit));
        }
        for (CollectiveName collective : collectives) {
            collectiveByName.put(key(collective.name()), collective);
            collective
                    .aliases()
                    .forEach(alias -> collectiveByName.putIfAbsent(key(alias), collective));
        }
    }

    /** A name without what does not tell units apart: the width of brackets, and spaces. */
    public static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '（', '﹙' -> key.append('(');
                case '）', '﹚' -> key.append(')');
                case '［', '[' -> key.append('[');
                case '］', ']' -> key.append(']');
                default -> {
                    if (!Character.isWhitespace(c) && c != '\u3000' && c != '\u00a0') {
                        key.append(c);
                    }
                }
            }
        }
        return key.toString();
    }

    /** The same without all but what tells who is meant by a name. */
    public UnitRegister namesOnly() {
        return new UnitRegister(byCode.values().stream().map(Unit::nameOnly).toList(), collectives);
    }

    public Collection<Unit> units() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    public List<CollectiveName> collectives() {
        return collectives;
    }

    public Optional<Unit> unit(String name) {
        return Optional.ofNullable(unitByName.get(key(name)));
    }

    public Optional<CollectiveName> collective(String name) {
        return Optional.ofNullable(collectiveByName.get(key(name)));
    }

    public boolean knows(String name) {
        String key = key(name);
        return unitByName.containsKey(key) || collectiveByName.containsKey(key);
    }

    /**
     * The registered names most like an unknown one, at most three: what it says without the
     * offices in brackets behind it, what it may be short for, and then the nearest.
     */
    public List<String> nearest(String unknown) {
        List<String> names = new ArrayList<>();
        byCode.values().forEach(unit -> names.addAll(unit.allNames()));
        collectives.forEach(
                collective -> {
                    names.add(collective.name());
                    names.addAll(collective.aliases());
                });
        String typed = key(unknown);
        String bare = typed.replaceAll("(?<=.)\\([^()]*\\)$", "");
        Set<String> nearest = new LinkedHashSet<>();
        unit(bare).map(Unit::name).ifPresent(nearest::add);
        if (bare.length() >= SHORTEST_ABBREVIATION) {
            byCode.values().stream()
                    .map(Unit::name)
                    .filter(name -> isShortFor(bare, key(name)))
                    .sorted(Comparator.comparingInt(String::length))
                    .forEach(nearest::add);
        }
        if (nearest.isEmpty()) {
            nearest.addAll(Similar.nearest(unknown, names, MOST_NEAREST));
        }
        return nearest.stream().limit(MOST_NEAREST).toList();
    }

    /** Whether all characters stand in a name in their order, beginning with the first. */
    private static boolean isShortFor(String abbreviation, String name) {
        if (abbreviation.length() >= name.length() || abbreviation.charAt(0) != name.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < name.length() && at < abbreviation.length(); i++) {
            if (name.charAt(i) == abbreviation.charAt(at)) {
                at++;
            }
        }
        return at == abbreviation.length();
    }
}
