package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The style sheets of a page, put in order (CSS Cascade 5, §6). Elements that match the same rules
 * under a parent of the same style share one style, on all pages with these sheets.
 */
final class Cascade {
    private static final int MOST_STYLES = 20_000;
    private static final int MOST_SHAPES = 100_000;
    private static final int[] NONE = {};

    private final Medium medium;
    private final Map<String, Tokens> registered = new HashMap<>();
    private final Map<String, Index> indexes = new HashMap<>();
    private final List<List<Declaration>> ranked = new ArrayList<>();
    private final AskedNames asked = new AskedNames();
    private final Set<Selector> sought = new HashSet<>();
    private final Map<Key, Style> styles = new ConcurrentHashMap<>();
    private volatile Shape page = new Shape();
    private final int firstOfAuthor;
    private final int firstImportant;
    private final int firstOfBrowserAgain;

    /**
     * @param browser the browser's own sheet
     * @param author the page's sheets, in the order in which they come
     * @param layers the page's cascade layers, the weakest first
     */
    Cascade(
            StyleSheet browser,
            List<StyleSheet.Rule> author,
            List<String> layers,
            Map<String, Tokens> registered,
            Medium medium) {
        this.medium = medium;
        this.registered.putAll(registered);
        List<Entry> normal = new ArrayList<>();
        List<Entry> important = new ArrayList<>();
        collect(browser.rules(), List.of(), false, normal, important);
        int ofBrowser = normal.size();
        int ofBrowserImportant = important.size();
        collect(author, layers, true, normal, important);
        normal.subList(ofBrowser, normal.size()).sort(Entry.ORDER);
        normal.subList(0, ofBrowser).sort(Entry.ORDER);
        important.subList(ofBrowserImportant, important.size()).sort(Entry.ORDER);
        this.firstOfAuthor = ofBrowser;
        this.firstImportant = normal.size();
        // Among important declarations, those of the browser are the strongest.
        List<Entry> all = new ArrayList<>(normal);
        all.addAll(important.subList(ofBrowserImportant, important.size()));
        this.firstOfBrowserAgain = all.size();
        all.addAll(important.subList(0, ofBrowserImportant));
        for (Entry entry : all) {
            indexes.computeIfAbsent(entry.selector.pseudoElement(), name -> new Index())
                    .add(entry.selector, ranked.size());
            ranked.add(entry.declarations);
            asked.add(entry.selector);
            entry.selector.addSought(sought);
        }
    }

    /** Some declarations under one selector, with what they are ordered by. */
    private record Entry(Selector selector, List<Declaration> declarations, int layer, int order) {
        static final Comparator<Entry> ORDER =
                Comparator.comparingInt(Entry::layer)
                        .thenComparingInt(entry -> entry.selector.specificity())
                        .thenComparingInt(Entry::order);
    }

    private static void collect(
            List<StyleSheet.Rule> rules,
            List<String> layers,
            boolean author,
            List<Entry> normal,
            List<Entry> important) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            places.put(layers.get(i), i);
        }
        int order = 0;
        for (StyleSheet.Rule rule : rules) {
            int layer = author ? places.getOrDefault(rule.layer(), layers.size()) : 0;
            order++;
            for (Selector selector : rule.selectors()) {
                if (selector.isNever()) {
                    continue;
                }
                if (!rule.normal().isEmpty()) {
                    normal.add(new Entry(selector, rule.normal(), layer, order));
                }
                if (!rule.important().isEmpty()) {
                    // What is important is stronger the earlier its layer.
                    important.add(new Entry(selector, rule.important(), -layer, order));
                }
            }
        }
    }

    /** Works out the styles of all elements of a page. */
    void style(List<Box> boxes, Effort effort) {
        Index index = indexes.getOrDefault("", new Index());
        Index placeholders = indexes.getOrDefault("placeholder", new Index());
        Shape page = shapes();
        Style root = null;
        for (Box box : boxes) {
            Shape around = box.parent() == null ? page : box.parent().shape();
            box.shape(asked.shape(around, box));
            Style parent = box.parent() == null ? null : box.parent().style();
            box.style(style(index, box, parent, root, effort));
            root = root == null ? box.style() : root;
            if (box.has("placeholder")) {
                int[] ranks = placeholders.ranks(box, effort);
                box.placeholder(shared(ranks, null, List.of(), box.style(), root));
            }
        }
    }

    private Style style(Index index, Box box, Style parent, Style root, Effort effort) {
        Shape shape = box.shape();
        Matches matches = shape.matches();
        if (matches == null) {
            matches = index.matches(box, sought, effort);
            shape.matches(matches);
        }
        int[] more = matches.more(box, effort);
        String attribute = box.has("style") ? box.attribute("style") : null;
        List<Declaration> hints = Hints.of(box);
        if (more.length > 0 || attribute != null || !hints.isEmpty()) {
            return shared(joined(matches.plain, more), attribute, hints, parent, root);
        }
        Style known = shape.style(parent);
        if (known == null) {
            known = shared(matches.plain, null, hints, parent, root);
            shape.style(parent, known);
        }
        return known;
    }

    /**
     * What matches the elements of a shape.
     *
     * @param plain the ranks of the plain rules that match
     * @param others the other rules, which may match one element and not another
     * @param near whether all of these look no further than the element, its siblings and in them
     * @param sought whether some rule may ask whether there is such an element in another
     */
    record Matches(int[] plain, List<Ranked> others, boolean near, boolean sought) {
        /** The ranks of the other rules that match, the weakest first. */
        int[] more(Box box, Effort effort) {
            if (others.isEmpty()) {
                return NONE;
            }
            Found found = new Found();
            found.match(others, box, effort);
            return found.sorted();
        }
    }

    private static int[] joined(int[] ranks, int[] more) {
        if (more.length == 0) {
            return ranks;
        }
        int[] all = Arrays.copyOf(ranks, ranks.length + more.length);
        System.arraycopy(more, 0, all, ranks.length, more.length);
        Arrays.sort(all);
        return all;
    }

    /** The style of ::before or ::after; null where no rule makes one. */
    Style pseudo(String name, Box box, Style root, Effort effort) {
        Index index = indexes.get(name);
        if (index == null) {
            return null;
        }
        int[] ranks = index.ranks(box, effort);
        return ranks.length == 0 ? null : shared(ranks, null, List.of(), box.style(), root);
    }

    private Style shared(
            int[] ranks, String attribute, List<Declaration> hints, Style parent, Style root) {
        Key key = new Key(parent, ranks, attribute, hints.toString());
        Style known = styles.get(key);
        if (known != null) {
            return known;
        }
        if (styles.size() > MOST_STYLES) {
            styles.clear();
        }
        Style style = computed(ranks, attribute, hints, parent, root);
        Style first = styles.putIfAbsent(key, style);
        return first == null ? style : first;
    }

    private Style computed(
            int[] ranks, String attribute, List<Declaration> hints, Style parent, Style root) {
        List<Declaration> browser = new ArrayList<>();
        List<Declaration> author = new ArrayList<>(hints);
        int i = 0;
        while (i < ranks.length && ranks[i] < firstOfAuthor) {
            browser.addAll(ranked.get(ranks[i++]));
        }
        while (i < ranks.length && ranks[i] < firstImportant) {
            author.addAll(ranked.get(ranks[i++]));
        }
        StyleSheet.Rule inline = attribute == null ? null : SheetReader.attribute(attribute);
        if (inline != null) {
            author.addAll(inline.normal());
        }
        while (i < ranks.length && ranks[i] < firstOfBrowserAgain) {
            author.addAll(ranked.get(ranks[i++]));
        }
        if (inline != null) {
            author.addAll(inline.important());
        }
        while (i < ranks.length) {
            author.addAll(ranked.get(ranks[i++]));
        }
        return new Computation(parent, root, medium, registered).style(browser, author);
    }

    /** The shape that pages begin with; a new one where too many have been seen. */
    private Shape shapes() {
        if (page.count() > MOST_SHAPES) {
            indexes.values().forEach(index -> index.ofShapes.clear());
            page = new Shape();
        }
        return page;
    }

    /** The rules for elements, or for one pseudo-element of them. */
    private static final class Index {
        private final Rules plain = new Rules();
        private final Rules others = new Rules();
        private final Map<Shape, int[]> ofShapes = new ConcurrentHashMap<>();

        void add(Selector selector, int rank) {
            (selector.isPlain() ? plain : others).add(selector, rank);
        }

        /** The ranks of the rules that match, the weakest first. */
        int[] ranks(Box box, Effort effort) {
            int[] ranks = ofShapes.get(box.shape());
            if (ranks == null) {
                ranks = plain.ranks(box, effort);
                ofShapes.put(box.shape(), ranks);
            }
            return joined(ranks, others.ranks(box, effort));
        }

        /** The same for the shape of an element. */
        Matches matches(Box box, Set<Selector> sought, Effort effort) {
            List<Ranked> may = new ArrayList<>();
            for (Ranked each : others.candidates(box)) {
                if (each.plain.matches(box, effort)) {
                    may.add(each);
                }
            }
            return new Matches(
                    plain.ranks(box, effort),
                    may,
                    may.stream().allMatch(each -> each.selector.isNear()),
                    sought.stream().anyMatch(each -> each.mayMatch(box, effort)));
        }
    }

    /** Rules by what their last part names, so that an element is held against few of them. */
    private static final class Rules {
        private final Map<String, List<Ranked>> byId = new HashMap<>();
        private final Map<String, List<Ranked>> byClass = new HashMap<>();
        private final Map<String, List<Ranked>> byTag = new HashMap<>();
        private final List<Ranked> others = new ArrayList<>();

        void add(Selector selector, int rank) {
            Set<List<Ranked>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
            collect(selector, lists);
            Ranked ranked = new Ranked(selector, selector.plainPart(), rank);
            lists.forEach(list -> list.add(ranked));
        }

        /** Adds the lists of which an element that matches is on one at least. */
        private void collect(Selector selector, Set<List<Ranked>> lists) {
            Selector.Tag tag = null;
            Selector.ClassName className = null;
            Selector.Any any = null;
            for (Selector.Simple simple : selector.parts().get(0).simples()) {
                if (simple instanceof Selector.Id id) {
                    lists.add(byId.computeIfAbsent(id.name(), name -> new ArrayList<>()));
                    return;
                }
                className = simple instanceof Selector.ClassName found ? found : className;
                tag = simple instanceof Selector.Tag found ? found : tag;
                any = simple instanceof Selector.Any found && found.wanted() ? found : any;
            }
            if (className != null) {
                lists.add(byClass.computeIfAbsent(className.name(), name -> new ArrayList<>()));
            } else if (tag != null) {
                lists.add(byTag.computeIfAbsent(tag.name(), name -> new ArrayList<>()));
            } else if (any != null) {
                any.selectors().forEach(each -> collect(each, lists));
            } else {
                lists.add(others);
            }
        }

        /** The rules of which some may match. */
        List<Ranked> candidates(Box box) {
            List<Ranked> found = new ArrayList<>(others);
            found.addAll(byTag.getOrDefault(box.tag(), List.of()));
            if (!box.id().isEmpty()) {
                found.addAll(byId.getOrDefault(box.id(), List.of()));
            }
            for (String name : box.classes()) {
                found.addAll(byClass.getOrDefault(name, List.of()));
            }
            return found;
        }

        /** The ranks of the rules that match, the weakest first. */
        int[] ranks(Box box, Effort effort) {
            Found found = new Found();
            found.match(candidates(box), box, effort);
            return found.sorted();
        }
    }

    /**
     * @param plain what is plain of the selector: elements of one shape match it all, or none does
     */
    private record Ranked(Selector selector, Selector plain, int rank) {}

    private static final class Found {
        private int[] ranks = NONE;
        private int size;

        void match(List<Ranked> entries, Box box, Effort effort) {
            for (int i = 0; i < entries.size(); i++) {
                Ranked entry = entries.get(i);
                if (entry.selector.matches(box, effort)) {
                    if (size == ranks.length) {
                        ranks = Arrays.copyOf(ranks, size * 2 + 8);
                    }
                    ranks[size++] = entry.rank;
                }
            }
        }

        /** Each once: a rule may stand on several lists of an element. */
        int[] sorted() {
            if (size == 0) {
                return NONE;
            }
            Arrays.sort(ranks, 0, size);
            int different = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || ranks[i] != ranks[i - 1]) {
                    ranks[different++] = ranks[i];
                }
            }
            return Arrays.copyOf(ranks, different);
        }
    }

    /** All that a style depends on. */
    private static final class Key {
        private final Style parent;
        private final int[] ranks;
        private final String attribute;
        private final String hints;
        private final int hash;

        Key(Style parent, int[] ranks, String attribute, String hints) {
            this.parent = parent;
            this.ranks = ranks;
            this.attribute = attribute;
            this.hints = hints;
            this.hash =
                    31 * (31 * System.identityHashCode(parent) + Arrays.hashCode(ranks))
                            + (attribute == null ? 0 : attribute.hashCode());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.parent == parent
                    && Arrays.equals(key.ranks, ranks)
                    && (attribute == null ? key.attribute == null : attribute.equals(key.attribute))
                    && key.hints.equals(hints);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
