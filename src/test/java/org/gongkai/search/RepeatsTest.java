package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What several titles have in common. */
class RepeatsTest {
    @Test
    void findsWhatStandsInTwoTitles() {
        assertEquals(Map.of("政务公开", 2, "政务公", 2, "政务", 2), repeats("加强政务公开工作", "推进政务公开"));
    }

    @Test
    void leavesOutWhatAlwaysHasTheSameCharacterBeforeIt() {
        assertEquals(Map.of("县公路", 2, "县公", 2), repeats("县公路", "县公路"));
        assertEquals(Map.of("县公路", 2, "县公", 2, "公路", 3), repeats("县公路", "县公路", "乡公路"));
    }

    @Test
    void countsATitleOnce() {
        assertEquals(Map.of(), repeats("公路连公路"));
        assertEquals(Map.of("公路", 2), repeats("公路连公路", "公路"));
    }

    @Test
    void findsWhatAWordBeginsWithForCertain() {
        Repeats repeats = new Repeats();
        repeats.add(0, "优化环境", List.of(0, 2));
        repeats.add(1, "优化环境", List.of(0, 2));
        assertEquals(
                List.of("优化", "环境", "优化环", "优化环境"),
                repeats.find().stream().map(Repeats.Repeat::text).toList());
    }

    @Test
    void saysWhereAStringStoodFirst() {
        Repeats repeats = new Repeats();
        repeats.add(0, "某某", List.of(0));
        repeats.add(1, "修公路", List.of(0));
        repeats.add(2, "公路", List.of(0));
        assertEquals(List.of(new Repeats.Repeat("公路", 2, 1, 1)), repeats.find());
    }

    @Test
    void findsTheSameAsCountingEverySubstring() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<String> titles = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                titles.add(
                        random.ints(1 + random.nextInt(14), 0, 3)
                                .mapToObj(each -> "甲乙丙".substring(each, each + 1))
                                .collect(Collectors.joining()));
            }
            assertEquals(counted(titles), new TreeMap<>(repeats(titles.toArray(String[]::new))));
        }
    }

    private static Map<String, Integer> counted(List<String> titles) {
        Map<String, Set<Integer>> documents = new TreeMap<>();
        Map<String, Set<String>> before = new HashMap<>();
        for (int title = 0; title < titles.size(); title++) {
            String text = titles.get(title);
            for (int from = 0; from < text.length(); from++) {
                for (int to = from + 2; to <= Math.min(text.length(), from + 8); to++) {
                    String part = text.substring(from, to);
                    documents.computeIfAbsent(part, each -> new HashSet<>()).add(title);
                    before.computeIfAbsent(part, each -> new HashSet<>())
                            .add(from == 0 ? "beginning" : text.substring(from - 1, from));
                }
            }
        }
        Map<String, Integer> counted = new TreeMap<>();
        documents.forEach(
                (text, in) -> {
                    boolean always = before.get(text).size() == 1;
                    if (in.size() > 1 && !(always && !before.get(text).contains("beginning"))) {
                        counted.put(text, in.size());
                    }
                });
        return counted;
    }

    private static Map<String, Integer> repeats(String... titles) {
        Repeats repeats = new Repeats();
        for (int i = 0; i < titles.length; i++) {
            repeats.add(i, titles[i], List.of(0));
        }
        return repeats.find().stream()
                .collect(Collectors.toMap(Repeats.Repeat::text, Repeats.Repeat::documents));
    }
}
