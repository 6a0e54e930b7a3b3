package org.gongkai.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Turns what a reader types into a {@link Plan}: words that must all match, "phrases", -exclusions,
 * numbers, pinyin and synonyms. {@code query.js} does the same in the browser; {@code queries.txt}
 * among the tests holds both to it.
 */
final class QueryCompiler {
    private static final int MOST_TERMS_OF_A_WORD = 64;

    /** Keeps a query well below Lucene's limit of 1,024 clauses. */
    private static final int MOST_TERMS = 160;

    private static final int MOST_SYNONYMS_OF_A_WORD = 8;
    private static final int MOST_PINYIN_PHRASES = 3;
    private static final int MOST_WORDS_OF_A_NUMBER = 4;
    private static final Pattern PINYIN = Pattern.compile("[a-z]{2,40}");

    private final List<List<String>> synonyms;

    /**
     * @param synonyms groups of words that mean the same
     */
    QueryCompiler(List<List<String>> synonyms) {
        this.synonyms =
                synonyms.stream().map(group -> group.stream().map(Letters::of).toList()).toList();
    }

    /**
     * @param pinyin the phrases that a word of Latin letters may stand for, best first
     */
    Plan compile(String query, Function<String, List<String>> pinyin) {
        return new Compilation(spelt(QueryItem.parse(query), pinyin), pinyin).plan();
    }

    /** The items, with one word for the syllables of pinyin that stand apart. */
    private static List<QueryItem> spelt(
            List<QueryItem> items, Function<String, List<String>> pinyin) {
        List<QueryItem> all = new ArrayList<>();
        for (int from = 0; from < items.size(); ) {
            int to = from;
            StringBuilder letters = new StringBuilder();
            while (to < items.size() && items.get(to).isLatinWord()) {
                letters.append(items.get(to++).letters());
            }
            String word = letters.toString();
            if (to - from > 1 && PINYIN.matcher(word).matches() && !pinyin.apply(word).isEmpty()) {
                all.add(new QueryItem(word, word, false, false));
            } else {
                to = Math.max(to, from + 1);
                all.addAll(items.subList(from, to));
            }
            from = to;
        }
        return all;
    }

    /** The tokens that a search for the letters must find. */
    private static List<String> tokens(String letters) {
        List<String> all = Tokens.ofLetters(letters, false);
        List<String> telling = all.stream().filter(token -> !isLoneHan(token)).distinct().toList();
        List<String> tokens = telling.isEmpty() ? all.stream().distinct().toList() : telling;
        return tokens.subList(0, Math.min(MOST_TERMS_OF_A_WORD, tokens.size()));
    }

    private static boolean isLoneHan(String token) {
        return !Letters.isLatin(token.charAt(0)) && token.codePointCount(0, token.length()) == 1;
    }

    /** One query on its way. */
    private final class Compilation {
        private final List<QueryItem> items;
        private final Function<String, List<String>> pinyin;
        private final List<Node> positive = new ArrayList<>();
        private final List<Node> not = new ArrayList<>();
        private final List<Plan.Phrase> phrases = new ArrayList<>();
        private final Set<String> fuzzy = new LinkedHashSet<>();
        private int termsLeft = MOST_TERMS;

        Compilation(List<QueryItem> items, Function<String, List<String>> pinyin) {
            this.items = items;
            this.pinyin = pinyin;
        }

        Plan plan() {
            for (int i = 0; i < items.size(); ) {
                QueryItem item = items.get(i);
                if (item.isPlainWord()) {
                    i += addWords(i);
                } else {
                    addMarked(item);
                    i++;
                }
            }
            Node query = Node.and(positive);
            boolean excludesOnly =
                    query == null && (!not.isEmpty() || phrases.stream().anyMatch(p -> p.not()));
            return new Plan(excludesOnly ? new Node.All() : query, not, phrases, fuzzy());
        }

        /** Adds a number of several words, or one word; gives how many were taken. */
        private int addWords(int from) {
            int plain = 1;
            while (plain < MOST_WORDS_OF_A_NUMBER
                    && from + plain < items.size()
                    && items.get(from + plain).isPlainWord()) {
                plain++;
            }
            for (int words = plain; words >= 1; words--) {
                List<QueryItem> taken = items.subList(from, from + words);
                String text = String.join(" ", taken.stream().map(QueryItem::text).toList());
                String key = NumberKeys.asked(text, words);
                if (key != null) {
                    List<Node> nodes = new ArrayList<>();
                    taken.forEach(item -> addIfAny(word(item), nodes));
                    List<Node> ways = new ArrayList<>(List.of(new Node.NumberKey(key)));
                    addIfAny(Node.and(nodes), ways);
                    positive.add(Node.or(ways));
                    return words;
                }
            }
            addIfAny(word(items.get(from)), positive);
            return 1;
        }

        private void addMarked(QueryItem item) {
            boolean literal = item.quoted() && Tokens.ofLetters(item.letters(), false).size() > 1;
            if (literal && item.excluded()) {
                phrases.add(new Plan.Phrase(item.letters(), true));
                return;
            }
            Node node = all(item.letters());
            if (node == null) {
                return;
            }
            if (item.excluded()) {
                not.add(node);
                return;
            }
            positive.add(node);
            fuzzy.addAll(tokens(item.letters()));
            if (literal) {
                phrases.add(new Plan.Phrase(item.letters(), false));
            }
        }

        private Node word(QueryItem item) {
            Node base = all(item.letters());
            if (base == null) {
                return null;
            }
            List<Node> ways = new ArrayList<>(List.of(base));
            for (String other : otherWordings(item.letters())) {
                addIfWhole(other, ways);
            }
            List<String> meant =
                    PINYIN.matcher(item.letters()).matches()
                            ? pinyin.apply(item.letters())
                            : List.of();
            for (String phrase : meant.subList(0, Math.min(MOST_PINYIN_PHRASES, meant.size()))) {
                addIfWhole(Letters.of(phrase), ways);
            }
            fuzzy.addAll(tokens(meant.isEmpty() ? item.letters() : Letters.of(meant.get(0))));
            return Node.or(ways);
        }

        /** The word with one synonym put for another. */
        private List<String> otherWordings(String letters) {
            List<String> wordings = new ArrayList<>();
            for (List<String> group : synonyms) {
                for (String member : group) {
                    int at = letters.indexOf(member);
                    for (String other : at < 0 ? List.<String>of() : group) {
                        // 住房公积金 holds 公积金 and needs no 住房住房公积金.
                        boolean holds = other.contains(member) && letters.contains(other);
                        if (!holds && wordings.size() < MOST_SYNONYMS_OF_A_WORD) {
                            wordings.add(
                                    letters.substring(0, at)
                                            + other
                                            + letters.substring(at + member.length()));
                        }
                    }
                }
            }
            return wordings;
        }

        private Node all(String letters) {
            List<String> tokens = tokens(letters);
            List<String> taken = tokens.subList(0, Math.min(termsLeft, tokens.size()));
            termsLeft -= taken.size();
            return Node.and(taken.stream().<Node>map(Node.Term::new).toList());
        }

        private void addIfWhole(String letters, List<Node> ways) {
            int needed = tokens(letters).size();
            if (needed > 0 && needed <= termsLeft) {
                ways.add(all(letters));
            }
        }

        private static void addIfAny(Node node, List<Node> nodes) {
            if (node != null) {
                nodes.add(node);
            }
        }

        private Node fuzzy() {
            List<Node> terms =
                    fuzzy.stream().limit(MOST_TERMS_OF_A_WORD).<Node>map(Node.Term::new).toList();
            if (terms.size() < 2) {
                return null;
            }
            return terms.size() == 2
                    ? Node.or(terms)
                    : new Node.Most(Math.max(2, (2 * terms.size() + 4) / 5), terms);
        }
    }
}
