package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.checks.css.Selector.Part;
import org.gongkai.checks.css.Selector.Simple;
import org.gongkai.checks.css.Token.Kind;

/**
 * Reads selectors (Selectors 4). jsoup's own query language is not used: there [a~=b] is a regular
 * expression, classes match in any case, :empty allows spaces, and much is known that is no CSS.
 */
final class SelectorReader {
    private static final int DEEPEST = 12;
    private static final int LONGEST = 64;
    private static final int A = 1 << 20;
    private static final int B = 1 << 10;

    private static final Pattern NTH =
            Pattern.compile("([+-]?)(\\d{0,6})n(?:\\s*([+-])\\s*(\\d{1,6}))?|([+-]?\\d{1,6})");

    /** Attributes of HTML whose values are the same in capitals. */
    private static final Set<String> ANY_CASE =
            Set.of(
                    ("type dir lang align valign method rel media scope shape target "
                                    + "checked disabled multiple readonly selected")
                            .split(" "));

    private static final Set<String> PSEUDO_ELEMENTS =
            Set.of(
                    ("before after first-line first-letter placeholder selection "
                                    + "marker backdrop file-selector-button cue target-text "
                                    + "details-content highlight part slotted spelling-error "
                                    + "grammar-error view-transition")
                            .split(" "));

    private static final Set<String> OLD_PSEUDO_ELEMENTS =
            Set.of("before", "after", "first-line", "first-letter");

    /** The selectors of the rule around a nested one, for which {@code &} stands. */
    private final List<Selector> outer;

    SelectorReader(List<Selector> outer) {
        this.outer = outer;
    }

    /** The selectors between commas; null where one is not valid, for then none counts. */
    List<Selector> read(Tokens list) {
        return read(list, false, 0);
    }

    private List<Selector> read(Tokens list, boolean forgiving, int depth) {
        List<Selector> selectors = new ArrayList<>();
        for (Tokens part : list.split(',')) {
            Selector selector = one(part, outer != null && depth == 0, depth);
            if (selector != null && (depth == 0 || selector.pseudoElement().isEmpty())) {
                selectors.add(selector);
            } else if (!forgiving) {
                return null;
            }
        }
        return selectors;
    }

    /** A selector; a nested one that does not name {@code &} stands below it. */
    private Selector one(Tokens tokens, boolean nested, int depth) {
        if (tokens.isEmpty() || depth > DEEPEST) {
            return null;
        }
        Building building = new Building(depth);
        int i = 0;
        if (nested) {
            boolean named = tokens.list().stream().anyMatch(token -> token.isDelim('&'));
            boolean relative = isCombinator(tokens.get(0));
            if (relative || !named) {
                building.addOuter();
                building.combine(relative ? tokens.get(0).text().charAt(0) : ' ');
                i = relative ? 1 : 0;
            }
        }
        return building.read(tokens, i) ? building.selector() : null;
    }

    private static boolean isCombinator(Token token) {
        return token.isDelim('>') || token.isDelim('+') || token.isDelim('~');
    }

    /** A selector on the way. */
    private final class Building {
        private final int depth;
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder combinators = new StringBuilder();
        private List<Simple> simples = new ArrayList<>();
        private String pseudoElement = "";
        private int specificity;

        Building(int depth) {
            this.depth = depth;
        }

        void addOuter() {
            simples.add(new Selector.Any(outer, true));
            specificity += highest(outer);
        }

        boolean combine(char combinator) {
            if (simples.isEmpty() || !pseudoElement.isEmpty() || parts.size() > LONGEST) {
                return false;
            }
            parts.add(new Part(List.copyOf(simples)));
            combinators.append(combinator);
            simples = new ArrayList<>();
            return true;
        }

        boolean read(Tokens tokens, int from) {
            int i = from;
            while (i < tokens.size()) {
                Token token = tokens.get(i);
                if (token.is(Kind.SPACE) || isCombinator(token)) {
                    i = combinator(tokens, i);
                } else {
                    i = simple(tokens, i);
                }
                if (i < 0) {
                    return false;
                }
            }
            if (simples.isEmpty() && pseudoElement.isEmpty()) {
                return false;
            }
            parts.add(new Part(List.copyOf(simples)));
            return true;
        }

        private int combinator(Tokens tokens, int from) {
            int i = from;
            while (tokens.at(i).is(Kind.SPACE) && i < tokens.size()) {
                i++;
            }
            if (i == tokens.size()) {
                return i;
            }
            char combinator = ' ';
            if (isCombinator(tokens.get(i))) {
                combinator = tokens.get(i).text().charAt(0);
                i++;
                while (i < tokens.size() && tokens.get(i).is(Kind.SPACE)) {
                    i++;
                }
            }
            boolean wanted = from > 0 && !simples.isEmpty() || !parts.isEmpty();
            if (simples.isEmpty() && combinator == ' ') {
                return wanted ? i : -1;
            }
            return combine(combinator) ? i : -1;
        }

        /** Reads one simple selector; gives the place after it, or -1 where it is not valid. */
        private int simple(Tokens tokens, int i) {
            Token token = tokens.get(i);
            if (token.isDelim(':')) {
                return pseudo(tokens, i + 1);
            }
            if (!pseudoElement.isEmpty()) {
                return -1;
            }
            if (token.is(Kind.HASH)) {
                return add(new Selector.Id(token.text()), A, i + 1);
            }
            if (token.isDelim('.') && tokens.at(i + 1).is(Kind.IDENT)) {
                return add(new Selector.ClassName(tokens.get(i + 1).text()), B, i + 2);
            }
            if (token.isOpen('[')) {
                Simple attribute = attribute(tokens.inside(i).words());
                return attribute == null ? -1 : add(attribute, B, tokens.after(i));
            }
            if (token.isDelim('&')) {
                if (outer != null) {
                    addOuter();
                } else {
                    simples.add(new Selector.State("scope"));
                }
                return i + 1;
            }
            if (!simples.isEmpty()) {
                return -1;
            }
            if (token.isDelim('*')) {
                return add(new Selector.Any(List.of(), false), 0, i + 1);
            }
            return token.is(Kind.IDENT) ? add(new Selector.Tag(token.lower()), 1, i + 1) : -1;
        }

        private int add(Simple simple, int weight, int next) {
            simples.add(simple);
            specificity += weight;
            return next;
        }

        private int pseudo(Tokens tokens, int i) {
            if (tokens.at(i).isDelim(':')) {
                return pseudoElement(tokens, i + 1);
            }
            Token name = tokens.at(i);
            if (name.is(Kind.IDENT)) {
                if (OLD_PSEUDO_ELEMENTS.contains(name.lower())) {
                    return pseudoElement(tokens, i);
                }
                return state(name.lower()) ? i + 1 : -1;
            }
            if (!name.is(Kind.FUNCTION)) {
                return -1;
            }
            return function(name.lower(), tokens.inside(i).trim()) ? tokens.after(i) : -1;
        }

        private int pseudoElement(Tokens tokens, int i) {
            Token name = tokens.at(i);
            boolean known =
                    (name.is(Kind.IDENT) || name.is(Kind.FUNCTION))
                            && (PSEUDO_ELEMENTS.contains(name.lower())
                                    || name.lower().startsWith("-webkit-"));
            if (!known) {
                return -1;
            }
            // A second one, ::before::marker, is no element either.
            pseudoElement += name.lower();
            specificity += 1;
            return tokens.after(i);
        }

        private boolean state(String name) {
            Simple nth =
                    switch (name) {
                        case "first-child" -> new Selector.Nth(0, 1, false, false, List.of());
                        case "last-child" -> new Selector.Nth(0, 1, true, false, List.of());
                        case "first-of-type" -> new Selector.Nth(0, 1, false, true, List.of());
                        case "last-of-type" -> new Selector.Nth(0, 1, true, true, List.of());
                        default -> null;
                    };
            if (nth != null) {
                simples.add(nth);
            } else if (name.equals("only-child") || name.equals("only-of-type")) {
                boolean ofType = name.equals("only-of-type");
                simples.add(new Selector.Nth(0, 1, false, ofType, List.of()));
                simples.add(new Selector.Nth(0, 1, true, ofType, List.of()));
            } else if (States.isKnown(name)) {
                simples.add(new Selector.State(name));
            } else {
                return false;
            }
            specificity += B;
            return true;
        }

        private boolean function(String name, Tokens inside) {
            switch (name) {
                case "is", "where", "-webkit-any", "matches" -> {
                    List<Selector> selectors = SelectorReader.this.read(inside, true, depth + 1);
                    simples.add(new Selector.Any(selectors, true));
                    specificity += name.equals("where") ? 0 : highest(selectors);
                    return true;
                }
                case "not" -> {
                    List<Selector> selectors = SelectorReader.this.read(inside, false, depth + 1);
                    if (selectors == null) {
                        return false;
                    }
                    simples.add(new Selector.Any(selectors, false));
                    specificity += highest(selectors);
                    return true;
                }
                case "has" -> {
                    return has(inside);
                }
                case "lang" -> {
                    List<String> ranges = new ArrayList<>();
                    for (Tokens range : inside.split(',')) {
                        ranges.add(range.isEmpty() ? "" : range.get(0).lower());
                    }
                    simples.add(new Selector.Language(ranges));
                    specificity += B;
                    return true;
                }
                case "dir" -> {
                    // Pages are taken to run from left to right.
                    simples.add(new Selector.Any(List.of(), !inside.is("ltr")));
                    specificity += B;
                    return true;
                }
                case "host", "host-context", "state" -> {
                    simples.add(new Selector.Any(List.of(), true));
                    specificity += B;
                    return true;
                }
                default -> {
                    return name.startsWith("nth-") && nth(name, inside);
                }
            }
        }

        private boolean has(Tokens inside) {
            List<Selector> selectors = new ArrayList<>();
            StringBuilder reach = new StringBuilder();
            for (Tokens part : inside.split(',')) {
                boolean relative = isCombinator(part.at(0));
                Tokens rest = relative ? part.slice(1, part.size()).trim() : part;
                Selector selector = one(rest, false, depth + 1);
                if (selector == null || !selector.pseudoElement().isEmpty()) {
                    return false;
                }
                selectors.add(selector);
                reach.append(relative ? part.get(0).text().charAt(0) : ' ');
            }
            simples.add(new Selector.Has(List.copyOf(selectors), reach.toString()));
            specificity += highest(selectors);
            return true;
        }

        private boolean nth(String name, Tokens inside) {
            boolean last = name.startsWith("nth-last-");
            boolean ofType = name.endsWith("-of-type");
            if (!ofType && !name.endsWith("-child")) {
                return false;
            }
            Tokens count = inside;
            List<Selector> of = List.of();
            for (int i = 0; i < inside.size(); i = inside.after(i)) {
                if (inside.get(i).isIdent("of") && !ofType) {
                    count = inside.slice(0, i).trim();
                    Tokens rest = inside.slice(i + 1, inside.size()).trim();
                    of = SelectorReader.this.read(rest, false, depth + 1);
                    break;
                }
            }
            if (of == null) {
                return false;
            }
            String text = count.toString().toLowerCase(Locale.ROOT);
            text = text.equals("odd") ? "2n+1" : text.equals("even") ? "2n" : text;
            Matcher matcher = NTH.matcher(text);
            if (!matcher.matches()) {
                return false;
            }
            int step = 0;
            int offset = 0;
            if (matcher.group(5) != null) {
                offset = Integer.parseInt(matcher.group(5));
            } else {
                String digits = matcher.group(2);
                step = digits.isEmpty() ? 1 : Integer.parseInt(digits);
                step = matcher.group(1).equals("-") ? -step : step;
                if (matcher.group(4) != null) {
                    offset = Integer.parseInt(matcher.group(4));
                    offset = matcher.group(3).equals("-") ? -offset : offset;
                }
            }
            simples.add(new Selector.Nth(step, offset, last, ofType, of));
            specificity += B + highest(of);
            return true;
        }

        Selector selector() {
            List<Part> reversed = new ArrayList<>(parts);
            Collections.reverse(reversed);
            return new Selector(
                    List.copyOf(reversed),
                    new StringBuilder(combinators).reverse().toString(),
                    specificity,
                    pseudoElement);
        }
    }

    private static int highest(List<Selector> selectors) {
        return selectors.stream().mapToInt(Selector::specificity).max().orElse(0);
    }

    private static Simple attribute(List<Tokens> words) {
        if (words.isEmpty() || !isKind(words.get(0), Kind.IDENT)) {
            return null;
        }
        String name = words.get(0).get(0).lower();
        if (words.size() == 1) {
            return new Selector.Attribute(name, "", "", false);
        }
        int i = 1;
        StringBuilder operator = new StringBuilder();
        while (i < words.size() && isKind(words.get(i), Kind.DELIM)) {
            operator.append(words.get(i++).get(0).text());
        }
        boolean known =
                !operator.isEmpty() && operator.length() < 3 && "~=|=^=$=*=".contains(operator);
        if (!known || operator.charAt(operator.length() - 1) != '=' || i == words.size()) {
            return null;
        }
        Tokens value = words.get(i);
        if (!isKind(value, Kind.IDENT) && !isKind(value, Kind.STRING)) {
            return null;
        }
        boolean anyCase = ANY_CASE.contains(name);
        if (i + 2 == words.size() && words.get(i + 1).isOneOf("i", "s")) {
            anyCase = words.get(i + 1).is("i");
        } else if (i + 1 != words.size()) {
            return null;
        }
        return new Selector.Attribute(name, operator.toString(), value.get(0).text(), anyCase);
    }

    private static boolean isKind(Tokens tokens, Kind kind) {
        return tokens.size() == 1 && tokens.get(0).is(kind);
    }
}
