package org.gongkai;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What readers saw while a site was published anew several times, held against the releases: each
 * answer is a file of a release, and nobody who has seen something of a release is shown anything
 * older later on.
 */
final class Visits {
    private final List<Visit> visits;

    /**
     * @param began in µs, before it was asked
     * @param ended in µs, when all was there
     * @param status 0 where there was no answer
     * @param hash of what came
     */
    record Visit(long began, long ended, int status, String hash, String path) {
        static Visit read(String line) {
            String[] parts = line.split(" ", 5);
            return new Visit(
                    Long.parseLong(parts[0]),
                    Long.parseLong(parts[1]),
                    Integer.parseInt(parts[2]),
                    parts[3],
                    parts[4]);
        }
    }

    /** An end of a visit, by which later ones must not be older. */
    private record Seen(long ended, int release) {}

    Visits(List<Visit> visits) {
        this.visits = visits.stream().sorted(Comparator.comparingLong(Visit::began)).toList();
    }

    /** The files of a site that is served, by what they hold. */
    static Map<String, String> release(Path site) throws IOException {
        Map<String, String> release = new TreeMap<>();
        BuiltSite served = new BuiltSite(site);
        for (String file : served.files()) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-1").digest(served.bytes(file));
                release.put(file, HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
        return release;
    }

    int count() {
        return visits.size();
    }

    /**
     * What went wrong; empty where nothing did.
     *
     * @param releases the files of each with their hashes, the oldest first
     */
    List<String> complaints(List<Map<String, String>> releases) {
        List<String> complaints = new ArrayList<>();
        List<Seen> open = new ArrayList<>();
        int oldest = 0;
        for (Visit visit : visits) {
            for (Seen seen : open) {
                oldest = seen.ended() < visit.began() ? Math.max(oldest, seen.release()) : oldest;
            }
            open.removeIf(seen -> seen.ended() < visit.began());
            TreeSet<Integer> of = releases(visit, releases);
            if (visit.status() != 200) {
                complaints.add("status " + visit.status() + ": " + visit);
            } else if (of.isEmpty()) {
                complaints.add("of no release: " + visit);
            } else if (of.ceiling(oldest) == null) {
                complaints.add("older than release " + oldest + ", seen before: " + visit);
            } else {
                open.add(new Seen(visit.ended(), of.ceiling(oldest)));
            }
        }
        return complaints;
    }

    /** What was not there, or is no file of any release, whatever was seen before. */
    List<Visit> failures(List<Map<String, String>> releases) {
        return visits.stream()
                .filter(visit -> visit.status() != 200 || releases(visit, releases).isEmpty())
                .toList();
    }

    /** The numbers of the releases in which something was seen that no other one has. */
    Set<Integer> releasesSeen(List<Map<String, String>> releases) {
        Set<Integer> seen = new HashSet<>();
        for (Visit visit : visits) {
            TreeSet<Integer> of = releases(visit, releases);
            if (of.size() == 1) {
                seen.add(of.first());
            }
        }
        return seen;
    }

    private static TreeSet<Integer> releases(Visit visit, List<Map<String, String>> releases) {
        TreeSet<Integer> of = new TreeSet<>();
        String file =
                visit.path().isEmpty() || visit.path().endsWith("/")
                        ? visit.path() + "index.html"
                        : visit.path();
        for (int i = 0; i < releases.size(); i++) {
            if (visit.hash().equals(releases.get(i).get(file))) {
                of.add(i);
            }
        }
        return of;
    }
}
