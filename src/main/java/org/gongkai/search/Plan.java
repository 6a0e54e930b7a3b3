package org.gongkai.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reader's words ask for.
 *
 * @param query what a document must match; null where nothing is asked
 * @param not what it must not match
 * @param phrases what its text must, or must not, hold word for word
 * @param fuzzy what is asked instead where nothing matches; null where there is no such thing
 */
record Plan(Node query, List<Node> not, List<Phrase> phrases, Node fuzzy) {
    Plan {
        not = List.copyOf(not);
        phrases = List.copyOf(phrases);
    }

    /**
     * @param text letters
     * @param not whether the text must not hold it
     */
    record Phrase(String text, boolean not) {
        private String json() {
            return "{\"text\":\"" + text + "\",\"not\":" + not + "}";
        }
    }

    String json() {
        return "{\"query\":"
                + json(query)
                + ",\"not\":"
                + Node.array(not)
                + ",\"phrases\":"
                + phrases.stream().map(Phrase::json).collect(Collectors.joining(",", "[", "]"))
                + ",\"fuzzy\":"
                + json(fuzzy)
                + "}";
    }

    private static String json(Node node) {
        return node == null ? "null" : node.json();
    }
}
