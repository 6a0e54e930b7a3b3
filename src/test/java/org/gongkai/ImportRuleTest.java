package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The way of the data, kept: each room imports only the rooms that it may. */
class ImportRuleTest {
    private static final String ROOT = "org.gongkai";

    private static final Map<String, Set<String>> ROOMS =
            Map.of(
                    "model", Set.of(),
                    // What is kept of an earlier build knows nothing of what it keeps.
                    "cache", Set.of(),
                    "sources", Set.of("model", "cache"),
                    "jbake", Set.of("model", "cache"),
                    "pages", Set.of("model", "jbake", "cache"),
                    "search", Set.of("model"),
                    "checks", Set.of("model", "cache"),
                    "publish", Set.of("model", "cache"),
                    "imports", Set.of("model", "sources"),
                    "serve", Set.of("model"));

    /**
     * Libraries that only some rooms may use; the empty name is the root package. Web pages are
     * imported too, and nothing but jsoup reads what is found as one.
     */
    private static final Map<String, Set<String>> LIBRARIES =
            Map.of(
                    "com.vladsch.flexmark", Set.of("sources"),
                    "org.snakeyaml", Set.of("sources"),
                    "org.jbake", Set.of("jbake"),
                    "freemarker", Set.of("pages", "jbake"),
                    "org.apache.lucene", Set.of("search"),
                    "org.jsoup", Set.of("checks", "imports"),
                    "org.apache.poi", Set.of("imports"),
                    "picocli", Set.of("cli", ""));

    private static final Pattern LINE = Pattern.compile("\\s+(\\S+)\\s+->\\s+(\\S+)\\s.*");

    /** One package uses another. */
    private record Arrow(String from, String to) {
        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    @Test
    void everyRoomImportsOnlyWhatTheDesignAllows() {
        assertEquals(List.of(), forbidden(arrows()));
    }

    @Test
    void noRoomsLeanOnEachOther() {
        assertEquals(Set.of(), onCycles(arrows()));
    }

    @Test
    void looksAtEveryRoom() {
        Set<String> seen = arrows().stream().map(Arrow::from).collect(Collectors.toSet());
        for (String room :
                List.of("model", "sources", "jbake", "pages", "checks", "publish", "imports")) {
            assertTrue(seen.contains(ROOT + "." + room), room);
        }
        assertTrue(
                arrows().contains(new Arrow(ROOT + ".sources", "com.vladsch.flexmark.util.ast")));
    }

    @Test
    void forbidsAnArrowThatIsNotInTheTable() {
        Arrow back = new Arrow("org.gongkai.model", "org.gongkai.sources");
        Arrow aside = new Arrow("org.gongkai.publish", "org.gongkai.pages");
        Arrow library = new Arrow("org.gongkai.pages", "org.jsoup.nodes");
        Arrow modelLibrary = new Arrow("org.gongkai.model", "tools.jackson.core");
        Arrow unknownRoom = new Arrow("org.gongkai.other", "org.gongkai.model");
        assertEquals(
                List.of(back, aside, library, modelLibrary, unknownRoom),
                forbidden(List.of(back, aside, library, modelLibrary, unknownRoom)));
    }

    @Test
    void holdsWhatIsBelowARoomToTheRoomsOwnRules() {
        Arrow within = new Arrow("org.gongkai.checks", "org.gongkai.checks.css");
        Arrow library = new Arrow("org.gongkai.checks.css", "org.jsoup.nodes");
        Arrow aside = new Arrow("org.gongkai.checks.css", "org.gongkai.sources");
        Arrow foreign = new Arrow("org.gongkai.checks.css", "freemarker.core");
        assertEquals(List.of(aside, foreign), forbidden(List.of(within, library, aside, foreign)));
    }

    @Test
    void findsCycleOverThreeRooms() {
        List<Arrow> arrows = new ArrayList<>(arrows());
        arrows.add(new Arrow("org.gongkai.model", "org.gongkai.imports"));
        arrows.add(new Arrow("org.gongkai.imports", "org.gongkai.sources"));
        assertEquals(
                Set.of("org.gongkai.imports", "org.gongkai.model", "org.gongkai.sources"),
                onCycles(arrows));
    }

    private static List<Arrow> arrows() {
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        StringWriter out = new StringWriter();
        int status =
                jdeps.run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "--multi-release",
                        "base",
                        "-verbose:package",
                        Path.of("target", "classes").toString());
        assertEquals(0, status, out.toString());
        return out.toString()
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Arrow(line.group(1), line.group(2)))
                .toList();
    }

    private static List<Arrow> forbidden(List<Arrow> arrows) {
        return arrows.stream().filter(arrow -> !isAllowed(arrow)).toList();
    }

    private static boolean isAllowed(Arrow arrow) {
        String from = room(arrow.from());
        boolean reachesAll = from.isEmpty() || from.equals("cli");
        if (!reachesAll && !ROOMS.containsKey(from)) {
            return false;
        }
        if (isOwn(arrow.to())) {
            String to = room(arrow.to());
            return reachesAll || from.equals(to) || ROOMS.get(from).contains(to);
        }
        if (from.equals("model")) {
            return arrow.to().startsWith("java.");
        }
        return LIBRARIES.entrySet().stream()
                .filter(library -> isIn(arrow.to(), library.getKey()))
                .allMatch(library -> library.getValue().contains(from));
    }

    private static boolean isOwn(String name) {
        return isIn(name, ROOT);
    }

    private static boolean isIn(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    /** The room of a package; what is below a room belongs to it. */
    private static String room(String name) {
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).replaceFirst("\\..*", "");
    }

    /** Our packages that can be reached from themselves. */
    private static Set<String> onCycles(List<Arrow> arrows) {
        Map<String, Set<String>> uses =
                arrows.stream()
                        .filter(arrow -> isOwn(arrow.from()) && isOwn(arrow.to()))
                        .collect(
                                Collectors.groupingBy(
                                        Arrow::from,
                                        Collectors.mapping(Arrow::to, Collectors.toSet())));
        Set<String> found = new TreeSet<>();
        for (String start : uses.keySet()) {
            Set<String> reached = new HashSet<>();
            reach(start, uses, reached);
            if (reached.contains(start)) {
                found.add(start);
            }
        }
        return found;
    }

    private static void reach(String from, Map<String, Set<String>> uses, Set<String> reached) {
        for (String next : uses.getOrDefault(from, Set.of())) {
            if (reached.add(next)) {
                reach(next, uses, reached);
            }
        }
    }
}
