package org.gongkai.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what an editor probably meant. */
public final class Similar {
    private Similar() {}

    /**
     * The candidates near enough to be meant, the nearest first; of equally near ones, those that
     * begin alike.
     */
    public static List<String> nearest(String typed, Collection<String> candidates, int most) {
        record Scored(String candidate, int distance) {}
        return candidates.stream()
                .distinct()
                .filter(
                        candidate ->
                                Math.abs(typed.length() - candidate.length())
                                        <= limit(typed, candidate))
                .map(candidate -> new Scored(candidate, distance(typed, candidate)))
                .filter(scored -> scored.distance <= limit(typed, scored.candidate))
                .sorted(
                        Comparator.comparingInt(Scored::distance)
                                .thenComparingInt(scored -> -sameStart(typed, scored.candidate))
                                .thenComparing(Scored::candidate))
                .limit(most)
                .map(Scored::candidate)
                .toList();
    }

    /** How many characters two words begin with alike. */
    private static int sameStart(String a, String b) {
        int same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Half of the longer word may differ, but never all of a short one. */
    private static int limit(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return Math.min(Math.max(1, longer / 2), Math.min(a.length(), b.length()) - 1);
    }

    /** Levenshtein's distance: single characters put in, taken out or changed. */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] =
                        Math.min(
                                Math.min(current[j - 1], previous[j]) + 1,
                                previous[j - 1] + change);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
