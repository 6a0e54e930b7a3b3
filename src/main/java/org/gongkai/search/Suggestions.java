package org.gongkai.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.model.Site;

/**
 * What the search box offers while one types: units, topics, pages, notices and document numbers,
 * by how they begin, in Han characters or in pinyin.
 *
 * <p>A bucket holds what begins with its prefix, best first. Every first Han character has one, and
 * every first two letters. A bucket of two or more letters that had to leave some out begins with
 * the length of the next longer prefixes that have buckets, or 0 where all that it stands for
 * begins alike to the end. In JSON: {@code [3, [kind, text, url, rests?], …]}, where the rests are
 * the ends of those of its keys that don't stand in the text, parted by spaces.
 */
public final class Suggestions {
    /** How many a bucket without longer ones below it holds. */
    private static final int MOST = 24;

    /** How many are offered at once. */
    private static final int SHOWN = 8;

    private static final int NONE = -1;

    /** Of a key, no more than this is looked at. */
    private static final int LONGEST = 24;

    private static final int FIRST = 2;

    /** In the order in which they are offered; assets/search/suggest.js knows their places. */
    private enum Kind {
        UNIT,
        TOPIC,
        PAGE,
        NOTICE,
        NUMBER
    }

    /**
     * What may be offered.
     *
     * @param letters of the text, without spaces
     * @param keys how it may be typed
     */
    private record Entry(Kind kind, String text, String url, String letters, Set<String> keys) {
        Entry(Kind kind, String text, String url) {
            this(kind, text, url, squeezed(text), new LinkedHashSet<>());
        }
    }

    /** A key, and the place of its entry among all, of which the first is the best. */
    private record Key(int[] letters, int entry) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::letters, Arrays::compare).thenComparingInt(Key::entry);

        String text(int from, int to) {
            return new String(letters, from, to - from);
        }
    }

    private final Pinyin pinyin;
    private final TitleParts titleParts;
    private final List<Entry> entries;
    private final List<Key> keys = new ArrayList<>();
    private final SortedMap<String, String> buckets = new TreeMap<>();

    private Suggestions(SearchedNames names, Pinyin pinyin) {
        this.pinyin = pinyin;
        this.titleParts = new TitleParts(names.place());
        this.entries = entries(names);
        for (int i = 0; i < entries.size(); i++) {
            addKeys(entries.get(i).keys, i);
        }
        keys.sort(Key.ORDER);
    }

    public static Suggestions of(Site site) {
        return of(SearchedNames.of(site), new Pinyin());
    }

    /**
     * @param pinyin keeps what was read, for whoever asks next
     */
    static Suggestions of(SearchedNames names, Pinyin pinyin) {
        Suggestions suggestions = new Suggestions(names, pinyin);
        suggestions.writeFirst(1);
        suggestions.writeFirst(FIRST);
        suggestions.keys.clear();
        return suggestions;
    }

    /** The buckets, as JSON, by their prefixes. */
    public SortedMap<String, String> buckets() {
        return Collections.unmodifiableSortedMap(buckets);
    }

    /** All that may be offered, the best first. */
    private List<Entry> entries(SearchedNames names) {
        Map<String, Long> notices =
                names.notices().stream()
                        .flatMap(notice -> notice.subjects().stream().distinct())
                        .collect(Collectors.groupingBy(topic -> topic, Collectors.counting()));
        Comparator<SearchedNames.Named> mostNotices =
                Comparator.comparing(topic -> -notices.getOrDefault(topic.name(), 0L));
        List<Supplier<Entry>> all = new ArrayList<>();
        for (SearchedNames.Named unit : names.units()) {
            all.add(() -> named(Kind.UNIT, unit));
        }
        names.topics().stream()
                .sorted(mostNotices)
                .forEach(topic -> all.add(() -> named(Kind.TOPIC, topic)));
        for (SearchedNames.Named page : names.pages()) {
            all.add(() -> titled(Kind.PAGE, page.name(), page.url()));
        }
        for (SearchedNames.NamedNotice notice : names.notices()) {
            all.add(() -> titled(Kind.NOTICE, notice.title(), notice.url()));
        }
        for (SearchedNames.NamedNotice notice : names.notices()) {
            if (notice.number() != null) {
                all.add(() -> numbered(notice.number(), notice.url()));
            }
        }
        return all.parallelStream().map(Supplier::get).toList();
    }

    /** What has names that are typed from their beginnings. */
    private Entry named(Kind kind, SearchedNames.Named named) {
        Entry entry = new Entry(kind, named.name(), named.url());
        for (String name : named.all()) {
            entry.keys.add(squeezed(name));
            addPinyin(TitleParts.uncut(name), 0, 0, entry.keys);
        }
        return entry;
    }

    /** What has a 发文字号; in pinyin, no more of it than the year is typed. */
    private Entry numbered(String number, String url) {
        Entry entry = new Entry(Kind.NUMBER, number, url);
        entry.keys.add(entry.letters);
        List<TitleParts.Part> parts = TitleParts.uncut(number);
        addPinyin(parts.subList(0, Math.min(2, parts.size())), 0, 0, entry.keys);
        return entry;
    }

    /** What has a title: that begins anew with each thing that it is about. */
    private Entry titled(Kind kind, String title, String url) {
        Entry entry = new Entry(kind, title, url);
        entry.keys.add(entry.letters);
        List<TitleParts.Part> parts = titleParts.of(title);
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            TitleParts.Part part = parts.get(i);
            if (part.fragment() && !part.issuer()) {
                for (int start : part.starts()) {
                    entry.keys.add(entry.letters.substring(at + start));
                    addPinyin(parts, i, start, entry.keys);
                }
            }
            at += part.text().length();
        }
        return entry;
    }

    /** Adds the pinyin, in full and in initials, of the parts from a place in one of them on. */
    private void addPinyin(List<TitleParts.Part> parts, int first, int start, Set<String> typed) {
        StringBuilder full = new StringBuilder();
        StringBuilder initials = new StringBuilder();
        for (int i = first; i < parts.size() && initials.length() < LONGEST; i++) {
            TitleParts.Part part = parts.get(i);
            int from = i == first ? start : 0;
            if (!part.han()) {
                full.append(part.text(), from, part.text().length());
                initials.append(part.text(), from, part.text().length());
                continue;
            }
            String[] syllables = pinyin.of(part.text());
            for (int at = from; at < syllables.length; at++) {
                if (syllables[at] == null) {
                    i = parts.size();
                    break;
                }
                full.append(syllables[at]);
                initials.append(syllables[at].charAt(0));
            }
        }
        typed.add(full.toString());
        typed.add(initials.toString());
    }

    private void addKeys(Set<String> typed, int entry) {
        Set<String> cut = new HashSet<>();
        for (String key : typed) {
            int[] letters = key.codePoints().limit(LONGEST).toArray();
            if (letters.length >= FIRST && cut.add(new String(letters, 0, letters.length))) {
                keys.add(new Key(letters, entry));
            }
        }
    }

    /** Writes the buckets of all first letters, and below those of two what they ask for. */
    private void writeFirst(int length) {
        for (int from = 0, to; from < keys.size(); from = to) {
            to = end(from, keys.size(), length);
            if (length == FIRST) {
                write(from, to, length);
            } else if (!Letters.isLatin(keys.get(from).letters[0])) {
                put(from, to, length, NONE);
            }
        }
    }

    /** Writes the bucket of these keys, which begin alike, and the longer ones below it. */
    private void write(int from, int to, int length) {
        if (best(from, to, MOST + 1).size() <= MOST) {
            put(from, to, length, NONE);
            return;
        }
        int[] first = keys.get(from).letters;
        int alike = Arrays.mismatch(first, keys.get(to - 1).letters);
        if (alike < 0) {
            put(from, to, length, 0);
            return;
        }
        int next = alike + 1;
        put(from, to, length, next);
        for (int at = from, end; at < to; at = end) {
            end = at + 1;
            if (keys.get(at).letters.length >= next) {
                end = end(at, to, next);
                write(at, end, next);
            }
        }
    }

    /** Where the keys end that begin like the first. */
    private int end(int from, int to, int length) {
        int[] first = keys.get(from).letters;
        int end = from + 1;
        while (end < to && Arrays.equals(first, 0, length, keys.get(end).letters, 0, length)) {
            end++;
        }
        return end;
    }

    /** The best of the entries that these keys lead to, each once, in order. */
    private List<Integer> best(int from, int to, int most) {
        TreeSet<Integer> best = new TreeSet<>();
        for (int i = from; i < to; i++) {
            int entry = keys.get(i).entry;
            if (best.size() < most) {
                best.add(entry);
            } else if (entry < best.last() && best.add(entry)) {
                best.pollLast();
            }
        }
        return List.copyOf(best);
    }

    /**
     * @param next how long the next prefixes are; {@link #NONE} where nothing is left out
     */
    private void put(int from, int to, int length, int next) {
        // Of what has longer prefixes below, only what is shown at once is ever asked for.
        Map<Integer, List<String>> rests = new TreeMap<>();
        List<Integer> best = best(from, to, length == 1 || next > 0 ? SHOWN : MOST);
        best.forEach(entry -> rests.put(entry, new ArrayList<>()));
        int last = best.get(best.size() - 1);
        for (Key key : keys.subList(from, to)) {
            List<String> own = key.entry > last ? null : rests.get(key.entry);
            if (own != null
                    && !entries.get(key.entry).letters.contains(key.text(0, key.letters.length))) {
                own.add(key.text(length, key.letters.length));
            }
        }
        List<String> items = new ArrayList<>();
        if (next != NONE) {
            items.add(Integer.toString(next));
        }
        rests.forEach((entry, own) -> items.add(json(entries.get(entry), own)));
        buckets.put(keys.get(from).text(0, length), "[" + String.join(",", items) + "]");
    }

    private static String json(Entry entry, List<String> rests) {
        StringBuilder json = new StringBuilder("[").append(entry.kind.ordinal()).append(',');
        quote(entry.text, json);
        quote(entry.url, json.append(','));
        if (!rests.isEmpty()) {
            quote(String.join(" ", rests), json.append(','));
        }
        return json.append(']').toString();
    }

    private static String squeezed(String text) {
        return Letters.of(text).replace(" ", "");
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
