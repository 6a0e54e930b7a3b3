package org.gongkai.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of a compiled query. Its JSON is the same, byte for byte, as what the client's {@code
 * query.js} makes of the same words.
 *
 * <p>Nodes of one kind are never nested and never hold an equal part twice: so Lucene finds nothing
 * to rewrite, and scores are added up in the same steps in both languages.
 */
sealed interface Node {
    String json();

    /** A token, in the title or the body. */
    record Term(String token) implements Node {
        @Override
        public String json() {
            return "{\"term\":\"" + token + "\"}";
        }
    }

    /** A key of a number; what has it comes first. */
    record NumberKey(String key) implements Node {
        @Override
        public String json() {
            return "{\"number\":\"" + key + "\"}";
        }
    }

    record And(List<Node> parts) implements Node {
        @Override
        public String json() {
            return "{\"and\":" + array(parts) + "}";
        }
    }

    record Or(List<Node> parts) implements Node {
        @Override
        public String json() {
            return "{\"or\":" + array(parts) + "}";
        }
    }

    /** At least so many of the terms. */
    record Most(int least, List<Node> parts) implements Node {
        @Override
        public String json() {
            return "{\"most\":[" + least + "," + array(parts) + "]}";
        }
    }

    /** Every document. */
    record All() implements Node {
        @Override
        public String json() {
            return "{\"all\":true}";
        }
    }

    static String array(List<? extends Node> nodes) {
        return nodes.stream().map(Node::json).collect(Collectors.joining(",", "[", "]"));
    }

    /** All of the parts; null where there is none. */
    static Node and(List<Node> parts) {
        Set<Node> flat = new LinkedHashSet<>();
        for (Node part : parts) {
            flat.addAll(part instanceof And and ? and.parts() : List.of(part));
        }
        return flat.size() > 1 ? new And(new ArrayList<>(flat)) : first(flat);
    }

    /** Any of the parts; null where there is none. */
    static Node or(List<Node> parts) {
        Set<Node> flat = new LinkedHashSet<>();
        for (Node part : parts) {
            flat.addAll(part instanceof Or or ? or.parts() : List.of(part));
        }
        return flat.size() > 1 ? new Or(new ArrayList<>(flat)) : first(flat);
    }

    private static Node first(Set<Node> nodes) {
        return nodes.isEmpty() ? null : nodes.iterator().next();
    }
}
