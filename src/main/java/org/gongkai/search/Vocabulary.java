package org.gongkai.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.model.Site;

/**
 * What may be meant by pinyin: 政务公开 for {@code zhengwugongkai} and {@code zwgk}. It knows the
 * column's own words alone: topics, keywords, units, categories, synonyms and what its titles are
 * about.
 */
public final class Vocabulary {
    private static final int MOST = 5;
    private static final int SHORTEST_KEY = 2;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_FRAGMENT = 12;

    /** Named words first, then what stands in more titles, then the shorter one. */
    private static final Comparator<Phrase> BEST_FIRST =
            Comparator.<Phrase>comparingInt(phrase -> phrase.named ? 0 : 1)
                    .thenComparingInt(phrase -> -phrase.titles)
                    .thenComparingInt(phrase -> phrase.text.codePointCount(0, phrase.text.length()))
                    .thenComparing(phrase -> phrase.text, Vocabulary::byCodePoints);

    private static final class Phrase {
        private final String text;
        private final boolean named;
        private int titles;

        Phrase(String text, boolean named) {
            this.text = text;
            this.named = named;
        }
    }

    private final Pinyin pinyin;
    private final Map<String, Phrase> phrases = new HashMap<>();
    private final Map<String, List<Phrase>> byKey = new HashMap<>();
    private final SortedMap<String, List<String>> byPinyin = new TreeMap<>();

    private Vocabulary(Pinyin pinyin) {
        this.pinyin = pinyin;
    }

    public static Vocabulary of(Site site) {
        return of(SearchedNames.of(site), new Pinyin());
    }

    /**
     * @param pinyin keeps what was read, for whoever asks next
     */
    static Vocabulary of(SearchedNames names, Pinyin pinyin) {
        Vocabulary vocabulary = new Vocabulary(pinyin);
        vocabulary.addNames(names);
        vocabulary.addTitles(names);
        vocabulary.byKey.forEach(
                (key, meant) ->
                        vocabulary.byPinyin.put(
                                key,
                                meant.stream()
                                        .sorted(BEST_FIRST)
                                        .distinct()
                                        .limit(MOST)
                                        .map(phrase -> phrase.text)
                                        .toList()));
        vocabulary.byKey.clear();
        vocabulary.phrases.clear();
        return vocabulary;
    }

    /** What may be meant by Latin letters, best first, at most five. */
    public List<String> phrases(String latin) {
        return byPinyin.getOrDefault(latin, List.of());
    }

    /** The phrases of each pinyin, in full and in initials. */
    public SortedMap<String, List<String>> byPinyin() {
        return Collections.unmodifiableSortedMap(byPinyin);
    }

    /** What it read, for whoever asks next. */
    Pinyin pinyin() {
        return pinyin;
    }

    private void addNames(SearchedNames names) {
        Stream.of(
                        names.units().stream().flatMap(unit -> unit.all().stream()),
                        names.topics().stream().map(SearchedNames.Named::name),
                        names.categories().stream())
                .flatMap(each -> each)
                .forEach(this::addName);
        names.synonyms().forEach(this::addSynonyms);
        for (SearchedNames.NamedNotice notice : names.notices()) {
            Stream.concat(notice.subjects().stream(), notice.keywords().stream())
                    .distinct()
                    .forEach(name -> addName(name).titles++);
        }
    }

    /** One may be typed, and only another stand in a notice. */
    private void addSynonyms(List<String> group) {
        for (String word : group) {
            List<String> syllables = syllables(Letters.of(word));
            group.forEach(other -> addKeys(addName(other), syllables));
        }
    }

    /** A name, and where it is a list (农业、水利), each of its words. */
    private Phrase addName(String name) {
        Phrase known = phrases.get(name);
        if (known != null) {
            return known;
        }
        Phrase phrase = new Phrase(name, true);
        phrases.put(name, phrase);
        String[] words = Letters.of(name).split(" ");
        List<String> syllables = new ArrayList<>();
        for (String word : words) {
            List<String> read = syllables(word);
            syllables.addAll(read);
            if (words.length > 1 && word.length() > 1 && !phrases.containsKey(word)) {
                Phrase part = new Phrase(word, true);
                phrases.put(word, part);
                addKeys(part, read);
            }
        }
        addKeys(phrase, syllables);
        return phrase;
    }

    private List<String> syllables(String word) {
        List<String> syllables = new ArrayList<>();
        for (TitleParts.Part part : TitleParts.uncut(word)) {
            Collections.addAll(
                    syllables, part.han() ? pinyin.of(part.text()) : part.text().split(""));
        }
        return syllables;
    }

    private void addTitles(SearchedNames names) {
        TitleParts parts = new TitleParts(names.place());
        List<List<TitleParts.Part>> titles =
                Stream.concat(
                                names.notices().stream().map(SearchedNames.NamedNotice::title),
                                names.pages().stream().map(SearchedNames.Named::name))
                        .toList()
                        .parallelStream()
                        .map(parts::of)
                        .toList();
        List<TitleParts.Part> fragments = new ArrayList<>();
        Repeats repeats = new Repeats();
        for (int i = 0; i < titles.size(); i++) {
            for (TitleParts.Part part : titles.get(i)) {
                if (part.fragment()) {
                    fragments.add(part);
                    repeats.add(i, part.text(), part.starts());
                }
            }
        }
        Set<String> texts = new HashSet<>();
        fragments.forEach(fragment -> texts.add(fragment.text()));
        pinyin.prepare(texts);
        for (Repeats.Repeat repeat : repeats.find()) {
            addOfTitle(
                    fragments.get(repeat.fragment()).text(),
                    repeat.at(),
                    repeat.at() + repeat.text().length(),
                    repeat.documents());
        }
        for (TitleParts.Part fragment : fragments) {
            if (texts.remove(fragment.text())) {
                addWhole(fragment);
            }
        }
    }

    private void addWhole(TitleParts.Part fragment) {
        String text = fragment.text();
        for (int start : fragment.starts()) {
            for (int end : new int[] {text.length(), fragment.end()}) {
                if (end - start >= SHORTEST_KEY && end - start <= LONGEST_FRAGMENT) {
                    addOfTitle(text, start, end, 1);
                }
            }
        }
    }

    private void addOfTitle(String fragment, int from, int to, int titles) {
        String text = fragment.substring(from, to);
        Phrase known = phrases.get(text);
        if (known != null) {
            known.titles = Math.max(known.titles, titles);
            return;
        }
        Phrase phrase = new Phrase(text, false);
        phrase.titles = titles;
        phrases.put(text, phrase);
        addKeys(phrase, Arrays.asList(pinyin.of(fragment)).subList(from, to));
    }

    private void addKeys(Phrase phrase, List<String> syllables) {
        StringBuilder full = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (String syllable : syllables) {
            if (syllable == null || Character.isDigit(syllable.charAt(0))) {
                return;
            }
            full.append(syllable);
            initials.append(syllable.charAt(0));
        }
        Set<String> keys = new HashSet<>();
        keys.add(full.toString());
        keys.add(initials.toString());
        // 战略 is typed zhanlue at least as often as zhanlve.
        keys.add(full.toString().replace("lve", "lue").replace("nve", "nue"));
        for (String key : keys) {
            if (key.length() >= SHORTEST_KEY && key.length() <= LONGEST_KEY) {
                byKey.computeIfAbsent(key, each -> new ArrayList<>(1)).add(phrase);
            }
        }
    }

    private static int byCodePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
