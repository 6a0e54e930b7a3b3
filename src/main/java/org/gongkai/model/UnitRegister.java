package org.gongkai.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

    /** Lists of units are short; and a name that is longer than this is a sentence. */
    private static final int LONGEST_LIST = 200;

    private static final String BETWEEN_NAMES = " \t\u3000\u00a0/／\\|｜和及与";

    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final List<CollectiveName> collectives;
    private final Map<String, Unit> unitByName = new HashMap<>();
    private final Map<String, CollectiveName> collectiveByName = new HashMap<>();

    private boolean unread;

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

    /** What takes the place of a register that could not be read: nobody knows whom it holds. */
    public static UnitRegister unread() {
        UnitRegister register = new UnitRegister(List.of(), List.of());
        register.unread = true;
        return register;
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

    /** Whether the file with the units could not be read. */
    public boolean isUnread() {
        return unread;
    }

    /**
     * The registered names that an unknown one consists of, where they stand together without a
     * comma: 县财政局 县水利局, 县财政局和县水利局; empty where it is something else.
     */
    public List<String> together(String unknown) {
        List<String> names =
                unknown.length() > LONGEST_LIST ? null : names(unknown, 0, new HashSet<>());
        return names == null || names.size() < 2 ? List.of() : names;
    }

    /**
     * @param vain the places from which all the rest was found to be no names
     */
    private List<String> names(String list, int from, Set<Integer> vain) {
        if (vain.add(from)) {
            for (int end = list.length(); end > from + 1; end--) {
                String name = list.substring(from, end);
                if (!knows(name)) {
                    continue;
                }
                List<String> rest =
                        end == list.length() ? new ArrayList<>() : names(list, end, vain);
                if (rest != null) {
                    rest.add(0, name.strip());
                    return rest;
                }
            }
            if (BETWEEN_NAMES.indexOf(list.charAt(from)) >= 0 && from + 1 < list.length()) {
                return names(list, from + 1, vain);
            }
        }
        return null;
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
