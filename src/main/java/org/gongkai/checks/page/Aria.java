package org.gongkai.checks.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The roles and attributes of WAI-ARIA 1.2, read from {@code roles.txt} and {@code attributes.txt}.
 */
final class Aria {
    private static final Map<String, Role> ROLES = roles();
    private static final Map<String, Attribute> ATTRIBUTES = attributes();

    private Aria() {}

    /**
     * A role.
     *
     * @param kinds what it is, in the words of {@code roles.txt}
     * @param required the attributes it must have; as are the next, without {@code aria-}
     * @param supported the attributes it may have besides the global ones, inherited ones included
     * @param owned the roles of its children; empty where it needs none
     * @param context the roles of its parent; empty where it may stand anywhere
     * @param ancestors its superclasses, near and far
     */
    record Role(
            String name,
            Set<String> kinds,
            Set<String> required,
            Set<String> supported,
            Set<String> owned,
            Set<String> context,
            Set<String> ancestors) {
        boolean is(String kind) {
            return kinds.contains(kind);
        }

        boolean isA(String ancestor) {
            return name.equals(ancestor) || ancestors.contains(ancestor);
        }

        boolean isWidget() {
            return isA("widget") || isA("separator");
        }
    }

    /** An attribute: its type, and the values it may have or the least of its numbers. */
    record Attribute(String name, String type, List<String> values, boolean global) {}

    /** The role of this name; null where there is none. */
    static Role role(String name) {
        return ROLES.get(name);
    }

    /** The attribute of this name without {@code aria-}; null where there is none. */
    static Attribute attribute(String name) {
        return ATTRIBUTES.get(name);
    }

    static Set<String> roleNames() {
        return ROLES.keySet();
    }

    static Set<String> attributeNames() {
        return ATTRIBUTES.keySet();
    }

    private static Map<String, Role> roles() {
        Map<String, List<String>> lines = new HashMap<>();
        for (String line : lines("roles.txt")) {
            String[] halves = line.split("=", 2);
            lines.put(halves[0].strip(), List.of(halves[1].split(";", -1)));
        }
        Map<String, Role> roles = new HashMap<>();
        lines.keySet().forEach(name -> addRole(name, lines, roles));
        return roles;
    }

    private static Role addRole(
            String name, Map<String, List<String>> lines, Map<String, Role> roles) {
        if (roles.containsKey(name)) {
            return roles.get(name);
        }
        List<String> parts = lines.get(name);
        Set<String> required = column(parts, 2);
        Set<String> supported = column(parts, 3);
        supported.addAll(required);
        Set<String> ancestors = column(parts, 0);
        for (String parentName : column(parts, 0)) {
            Role parent = addRole(parentName, lines, roles);
            supported.addAll(parent.supported());
            ancestors.addAll(parent.ancestors());
        }
        for (String index : List.of("colindex", "rowindex")) {
            if (supported.contains(index)) {
                supported.add(index + "text");
            }
        }
        Role role =
                new Role(
                        name,
                        column(parts, 1),
                        required,
                        supported,
                        column(parts, 4),
                        column(parts, 5),
                        ancestors);
        roles.put(name, role);
        return role;
    }

    private static Set<String> column(List<String> parts, int i) {
        return new HashSet<>(i < parts.size() ? Words.of(parts.get(i)) : List.of());
    }

    private static Map<String, Attribute> attributes() {
        Map<String, Attribute> attributes = new HashMap<>();
        for (String line : lines("attributes.txt")) {
            List<String> words = Words.of(line);
            boolean global = words.get(words.size() - 1).equals("*");
            attributes.put(
                    words.get(0),
                    new Attribute(
                            words.get(0),
                            words.get(2),
                            words.subList(3, words.size() - (global ? 1 : 0)),
                            global));
        }
        return attributes;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Aria.class.getResourceAsStream(resource),
                                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
