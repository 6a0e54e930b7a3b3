package org.gongkai.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.model.Notice;

/**
 * Answers ahead what is asked most: the names of units and topics, and the words that most titles
 * have. Each answer is Lucene's own, in a file that is named after a hash of what is asked; the
 * manifest tells the hashes of the names, and the words themselves.
 */
final class NameAnswers {
    /** More make the manifest longer than most columns gain by them. */
    private static final int MOST = 128;

    private static final int HITS = 10;
    private static final int HASHES = 1 << 16;

    /** A name without anything that a query could take for more than a word. */
    private static final Pattern PLAIN = Pattern.compile("\\p{IsHan}{2,40}");

    private final SearchIndex index;
    private final List<String> shown;

    /**
     * @param shown what a hit shows of each document, as JSON
     */
    NameAnswers(SearchIndex index, List<String> shown) {
        this.index = index;
        this.shown = shown;
    }

    /**
     * Writes them; gives the hashes of the names, which rise.
     *
     * @param words for each of these there is a file, if only with the answer to another
     */
    List<Integer> write(ShardFolder folder, SearchedNames names, List<String> words) {
        Map<Notice, Integer> places = new IdentityHashMap<>();
        for (Notice notice : index.documents()) {
            places.put(notice, places.size());
        }
        SortedMap<Integer, String> byHash = byHash(names);
        List<Integer> hashes =
                byHash.entrySet().parallelStream()
                        .filter(each -> write(folder, each.getKey(), each.getValue(), places))
                        .map(Map.Entry::getKey)
                        .toList();
        words.parallelStream()
                .filter(word -> !hashes.contains(hash(word)))
                .collect(Collectors.toMap(NameAnswers::hash, word -> word, (one, other) -> one))
                .entrySet()
                .parallelStream()
                .forEach(each -> write(folder, each.getKey(), each.getValue(), places));
        return hashes;
    }

    /** The first name that has a hash has it for itself. */
    private static SortedMap<Integer, String> byHash(SearchedNames names) {
        SortedMap<Integer, String> byHash = new TreeMap<>();
        Stream.of(
                        names.units().stream().map(SearchedNames.Named::name),
                        names.topics().stream().map(SearchedNames.Named::name),
                        names.units().stream().flatMap(unit -> unit.all().stream()))
                .flatMap(each -> each)
                .distinct()
                .filter(name -> PLAIN.matcher(name).matches())
                .limit(MOST)
                .forEach(name -> byHash.putIfAbsent(hash(name), name));
        return byHash;
    }

    private static int hash(String name) {
        return Shards.hash(Bytes.utf8(name)) & HASHES - 1;
    }

    /** Whether anything matches; nothing is written of what only comes near. */
    private boolean write(ShardFolder folder, int hash, String name, Map<Notice, Integer> places) {
        SearchAnswer answer = answer(name);
        if (answer.fuzzy() || answer.hits().isEmpty()) {
            return false;
        }
        String hits =
                answer.hits().stream()
                        .map(hit -> hit(places.get(hit.notice()), hit.score()))
                        .collect(Collectors.joining(",", "[", "]"));
        folder.write(
                "a/" + Integer.toHexString(hash) + ".bin",
                "[\"%s\",%d,%s]".formatted(name, answer.total(), hits));
        return true;
    }

    private String hit(int document, float score) {
        return "[" + document + "," + score + "," + shown.get(document) + "]";
    }

    private SearchAnswer answer(String name) {
        try {
            return index.search(SearchQuestion.of(name, HITS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
