package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.gongkai.SiteBuild;
import org.gongkai.TinyColumn;
import org.gongkai.model.Problems;
import org.gongkai.model.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long list is cut so that the parts a search does not load can't hold a better document. */
class TieringTest {
    private static final Tiering SMALL = new Tiering(4, 2, 3, false);

    /** So much more may be a bound than what it bounds, so that it need not change often. */
    private static final double MUCH = 1.003;

    @TempDir private Path folder;
    private static SearchIndex index;
    private static TermLists lists;

    @BeforeAll
    static void indexTheSampleColumn() throws IOException {
        Site site =
                new SiteBuild(
                                TinyColumn.GENERATOR,
                                TinyColumn.GENERATOR,
                                LocalDate.of(2026, 11, 22),
                                false,
                                false)
                        .check(new Problems())
                        .site();
        index = new SearchIndexer().index(site);
        lists = new TermLists(index.segment());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    @Test
    void tiersHoldTheDocumentsOfTheListEachOnce() throws IOException {
        for (TermLists.Lists list : longLists()) {
            int[] together =
                    lists.tiers(list, SMALL).stream()
                            .flatMapToInt(tier -> Arrays.stream(tier.documents()))
                            .sorted()
                            .toArray();
            assertArrayEquals(list.documents(), together, token(list));
        }
    }

    @Test
    void tiersGrowAndTheirDocumentsRise() throws IOException {
        for (TermLists.Lists list : longLists()) {
            List<TermLists.Tier> tiers = lists.tiers(list, SMALL);
            int left = list.documents().length;
            for (int i = 0; i < tiers.size(); i++) {
                int[] documents = tiers.get(i).documents();
                int size = i == 0 ? 2 : i == 1 ? 8 : left;
                assertEquals(Math.min(left, size), documents.length, token(list) + " " + i);
                assertArrayEquals(IntStream.of(documents).sorted().toArray(), documents);
                left -= documents.length;
            }
        }
    }

    @Test
    void boundsFallAndBoundTheImpactThatLuceneGivesEachDocument() throws IOException {
        int tiersSeen = 0;
        for (TermLists.Lists list : longLists()) {
            Map<Integer, Double> impacts = impacts(list);
            float before = Float.MAX_VALUE;
            for (TermLists.Tier tier : lists.tiers(list, SMALL)) {
                double highest =
                        Arrays.stream(tier.documents()).mapToDouble(impacts::get).max().orElse(0);
                assertTrue(tier.bound() <= before, () -> token(list) + " rises");
                assertTrue(highest <= tier.bound(), () -> token(list) + " is above its bound");
                assertTrue(
                        tier.bound() < highest * MUCH,
                        () -> token(list) + " has a bound that loads more than it must");
                before = tier.bound();
                tiersSeen++;
            }
        }
        assertTrue(tiersSeen > 500, "tiers: " + tiersSeen);
    }

    @Test
    void partOfAListKeepsEachDocumentsFrequencyAndLength() throws IOException {
        for (TermLists.Lists list : longLists()) {
            Map<Integer, List<Integer>> whole = postings(list);
            Map<Integer, List<Integer>> together = new TreeMap<>();
            for (TermLists.Tier tier : lists.tiers(list, SMALL)) {
                together.putAll(postings(list.among(tier.documents())));
            }
            assertEquals(whole, together, token(list));
        }
    }

    @Test
    void filesOfTiersAreAsManyAsTheirPieces() throws IOException {
        new SearchExport(index, SMALL).write(folder);
        TermLists.Lists longest =
                longLists().stream()
                        .max(Comparator.comparingInt(list -> list.documents().length))
                        .orElseThrow();
        int documents = longest.documents().length;
        assertEquals(index.documents().size(), documents, token(longest));
        int pieces =
                lists.tiers(longest, SMALL).stream()
                        .mapToInt(tier -> (tier.documents().length + 2) / 3)
                        .sum();
        try (Stream<Path> written = Files.walk(folder)) {
            Map<String, List<String>> byList =
                    written.filter(file -> file.getParent().endsWith("p"))
                            .map(file -> file.getFileName().toString())
                            .collect(
                                    Collectors.groupingBy(
                                            name ->
                                                    name.replaceAll(
                                                            "^(t-[0-9a-f]+-\\d+).*", "$1")));
            int files = byList.values().stream().mapToInt(List::size).max().orElse(0);
            assertEquals(pieces + 1, files, "one has the names of all documents");
        }
    }

    @Test
    void onlyColumnsOfUpToTwentyThousandHaveTotals() {
        Tiering small = Tiering.of(20_000);
        assertTrue(small.totals());
        assertEquals(1_024, small.above());
        assertEquals(2_048, small.piece());
        Tiering large = Tiering.of(20_001);
        assertFalse(large.totals());
        assertEquals(
                List.of(512, 2_048, Integer.MAX_VALUE),
                IntStream.range(0, 3).mapToObj(large::size).toList());
        assertEquals(1_024, large.above());
        assertEquals(1_024, large.piece());
    }

    private static List<TermLists.Lists> longLists() {
        List<TermLists.Lists> found =
                lists.tokens((key, its) -> its.get()).stream()
                        .filter(list -> list.documents().length > SMALL.above())
                        .toList();
        assertTrue(found.size() > 100, "long lists: " + found.size());
        return found;
    }

    /** What Lucene gives each document for the token, title and body added up exactly. */
    private static Map<Integer, Double> impacts(TermLists.Lists list) throws IOException {
        BytesRef token = new BytesRef(list.key());
        IndexSearcher searcher = new IndexSearcher(index.segment());
        Map<Integer, Double> impacts = new TreeMap<>();
        for (Query query :
                List.of(
                        new BoostQuery(new TermQuery(new Term("title", token)), 3),
                        new TermQuery(new Term("body", token)))) {
            for (ScoreDoc hit : searcher.search(query, index.documents().size()).scoreDocs) {
                impacts.merge(hit.doc, (double) hit.score, Double::sum);
            }
        }
        return impacts;
    }

    /** Of each document: frequency and length byte in the title, then in the body. */
    private static Map<Integer, List<Integer>> postings(TermLists.Lists list) {
        Map<Integer, List<Integer>> all = new TreeMap<>();
        for (Postings field : List.of(list.title(), list.body())) {
            int which = field == list.title() ? 1 : 2;
            for (int i = 0; i < field.size(); i++) {
                all.computeIfAbsent(field.documents()[i], any -> new ArrayList<>())
                        .addAll(List.of(which, field.frequencies()[i], (int) field.norms()[i]));
            }
        }
        return all;
    }

    private static String token(TermLists.Lists list) {
        return new BytesRef(list.key()).utf8ToString();
    }
}
