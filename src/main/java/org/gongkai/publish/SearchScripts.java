package org.gongkai.publish;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The scripts of the search as a phone gets them. {@code client.js} comes in one piece with all
 * that it imports, and short, so that a phone need not ask again and again for the next module; who
 * imports one of these imports {@code client.js} instead.
 *
 * <p>The scripts keep to what this asks of them: an import stands on one line and names what it
 * takes, and no two modules of the client give a name twice.
 */
final class SearchScripts {
    private static final String CLIENT = "client.js";
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(import \\{[^}]*\\} from '\\./)([\\w-]+\\.js)(';)\\R");

    private final Map<String, String> sources;

    /**
     * @param sources the scripts' texts by their file names
     */
    SearchScripts(Map<String, String> sources) {
        this.sources = sources;
    }

    /** The texts to publish by their file names. */
    Map<String, String> published() {
        Set<String> inside = new LinkedHashSet<>();
        if (sources.containsKey(CLIENT)) {
            collect(CLIENT, new HashSet<>(Set.of(CLIENT)), inside);
        }
        Map<String, String> published = new LinkedHashMap<>();
        sources.forEach(
                (name, text) -> {
                    if (name.equals(CLIENT)) {
                        published.put(name, joined(inside));
                    } else if (!inside.contains(name)) {
                        published.put(name, LeanScript.of(toClient(text, inside)));
                    }
                });
        return published;
    }

    /** Adds what a module imports, and then itself. */
    private void collect(String name, Set<String> seen, Set<String> found) {
        Matcher imports = IMPORT.matcher(sources.get(name));
        while (imports.find()) {
            if (sources.containsKey(imports.group(2)) && seen.add(imports.group(2))) {
                collect(imports.group(2), seen, found);
            }
        }
        found.add(name);
    }

    private String joined(Set<String> modules) {
        return ShortScript.of(
                modules.stream()
                        .map(
                                name ->
                                        LeanScript.of(
                                                IMPORT.matcher(sources.get(name)).replaceAll("")))
                        .collect(Collectors.joining()));
    }

    private static String toClient(String text, Set<String> inside) {
        return IMPORT.matcher(text)
                .replaceAll(
                        found ->
                                inside.contains(found.group(2))
                                        ? "$1" + CLIENT + "$3\n"
                                        : Matcher.quoteReplacement(found.group()));
    }
}
