package org.gongkai.publish;

import java.util.stream.Collectors;

/**
 * A script of the site as a phone gets it: line for line the same, without the comments and the
 * indentation that only its readers need. A comment there begins its line, and no text runs over
 * several lines.
 */
final class LeanScript {
    private LeanScript() {}

    static String of(String script) {
        return script.replaceAll("(?ms)^[ \\t]*/\\*\\*.*?\\*/[ \\t]*$", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
