package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link Visits} takes for a mixed site, and what not. */
class VisitsTest {
    private static final List<Map<String, String>> RELEASES =
            List.of(
                    Map.of("index.html", "a1", "a/index.html", "b", "css/site.css", "c1"),
                    Map.of("index.html", "a2", "a/index.html", "b", "css/site.css", "c1"),
                    Map.of("index.html", "a3", "a/index.html", "b", "css/site.css", "c3"));

    @Test
    void oneReleaseAfterTheOtherIsFine() {
        Visits visits =
                visits(
                        "1 2 200 a1 ",
                        "3 6 200 a2 ",
                        "4 5 200 a1 ",
                        "7 8 200 b a/",
                        "9 10 200 c1 css/site.css",
                        "11 12 200 a3 ",
                        "11 14 200 c1 css/site.css",
                        "15 16 200 c3 css/site.css");
        assertEquals(List.of(), visits.complaints(RELEASES));
        assertEquals(Set.of(0, 1, 2), visits.releasesSeen(RELEASES));
    }

    @Test
    void anythingOlderThanWhatWasSeenIsMixed() {
        assertEquals(1, visits("1 2 200 a2 ", "3 4 200 a1 ").complaints(RELEASES).size());
        assertEquals(
                1,
                visits("1 2 200 a3 ", "3 4 200 b a/", "5 6 200 c1 css/site.css")
                        .complaints(RELEASES)
                        .size());
    }

    @Test
    void noAnswerAndHalfAnAnswerAreFailures() {
        for (String visit :
                List.of(
                        "1 2 404 c1 css/site.css",
                        "1 2 0 c1 css/site.css",
                        "1 2 200 c css/site.css")) {
            assertEquals(1, visits(visit).complaints(RELEASES).size(), visit);
            assertEquals(1, visits(visit).failures(RELEASES).size(), visit);
        }
    }

    private static Visits visits(String... lines) {
        return new Visits(List.of(lines).stream().map(Visits.Visit::read).toList());
    }
}
