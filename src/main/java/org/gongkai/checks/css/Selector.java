package org.gongkai.checks.css;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A selector (Selectors 4) with its parts from right to left, as it is matched.
 *
 * @param combinators between a part and the next to its left: ' ', '>', '+' or '~'
 * @param specificity the three counts of Selectors 4, §17, as one number
 * @param pseudoElement such as {@code placeholder}; empty for the element itself
 */
record Selector(List<Part> parts, String combinators, int specificity, String pseudoElement) {
    /** What stands between two combinators: all of it must be so. */
    record Part(List<Simple> simples) {
        boolean matches(Box box, Effort effort) {
            effort.spend();
            for (int i = 0; i < simples.size(); i++) {
                if (!simples.get(i).matches(box, effort)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One demand on an element. */
    sealed interface Simple {
        boolean matches(Box box, Effort effort);
    }

    record Tag(String name) implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            return box.tag().equals(name);
        }
    }

    record Id(String name) implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            return box.id().equals(name);
        }
    }

    record ClassName(String name) implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            return box.hasClass(name);
        }
    }

    /**
     * @param operator as written, '=' for [a=b]; empty where the attribute need only be there
     */
    record Attribute(String name, String operator, String value, boolean anyCase)
            implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            if (!box.has(name)) {
                return false;
            }
            String own = box.attribute(name);
            String sought = value;
            if (anyCase) {
                own = own.toLowerCase(Locale.ROOT);
                sought = value.toLowerCase(Locale.ROOT);
            }
            return switch (operator) {
                case "" -> true;
                case "=" -> own.equals(sought);
                case "~=" -> !sought.isEmpty() && Set.of(own.split("\\s+")).contains(sought);
                case "|=" -> own.equals(sought) || own.startsWith(sought + "-");
                case "^=" -> !sought.isEmpty() && own.startsWith(sought);
                case "$=" -> !sought.isEmpty() && own.endsWith(sought);
                case "*=" -> !sought.isEmpty() && own.contains(sought);
                default -> false;
            };
        }
    }

    /** Every step-th sibling from the offset-th on, of those that match one of the selectors. */
    record Nth(int step, int offset, boolean last, boolean ofType, List<Selector> of)
            implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            if (!of.isEmpty() && !matchesAny(of, box, effort)) {
                return false;
            }
            int place = place(box, effort);
            int steps = place - offset;
            return step == 0 ? steps == 0 : steps % step == 0 && steps / step >= 0;
        }

        private int place(Box box, Effort effort) {
            if (!ofType && of.isEmpty()) {
                return last ? box.siblings() - box.index() : box.index() + 1;
            }
            int place = 1;
            int way = last ? 1 : -1;
            for (int i = box.index() + way; i >= 0 && i < box.siblings(); i += way) {
                effort.spend();
                Box sibling = box.sibling(i);
                boolean counts =
                        ofType ? sibling.tag().equals(box.tag()) : matchesAny(of, sibling, effort);
                place += counts ? 1 : 0;
            }
            return place;
        }
    }

    /** :is(), :where(), & and, turned round, :not(). */
    record Any(List<Selector> selectors, boolean wanted) implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            return matchesAny(selectors, box, effort) == wanted;
        }
    }

    /**
     * :has().
     *
     * @param reach for each selector the combinator that it starts with
     */
    record Has(List<Selector> selectors, String reach) implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            // All cells of a table may ask this of the one table.
            Boolean known = box.holds(this);
            if (known == null) {
                known = findsAny(box, effort);
                box.holds(this, known);
            }
            return known;
        }

        private boolean findsAny(Box box, Effort effort) {
            for (int i = 0; i < selectors.size(); i++) {
                if (finds(selectors.get(i), reach.charAt(i), box, effort)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean finds(Selector selector, char reach, Box anchor, Effort effort) {
            boolean deep = reach == ' ' || !selector.combinators().isEmpty();
            Deque<Box> left = new ArrayDeque<>();
            if (reach == ' ' || reach == '>') {
                left.addAll(anchor.children());
            } else {
                for (Box next = anchor.next(); next != null; next = next.next()) {
                    left.add(next);
                }
            }
            while (!left.isEmpty()) {
                Box box = left.pop();
                if (selector.isRelative(box, anchor, reach, effort)) {
                    return true;
                }
                if (deep) {
                    left.addAll(box.children());
                }
            }
            return false;
        }
    }

    /** A link, :root, :disabled …: what can be told from the page, by name. */
    record State(String name) implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            return States.holds(name, box);
        }
    }

    /** :lang(). */
    record Language(List<String> ranges) implements Simple {
        @Override
        public boolean matches(Box box, Effort effort) {
            Box owner = box;
            while (owner != null && !owner.has("lang")) {
                owner = owner.parent();
            }
            if (owner == null) {
                return false;
            }
            String own = owner.attribute("lang").toLowerCase(Locale.ROOT);
            return ranges.stream()
                    .anyMatch(range -> own.equals(range) || own.startsWith(range + "-"));
        }
    }

    private static boolean matchesAny(List<Selector> selectors, Box box, Effort effort) {
        for (int i = 0; i < selectors.size(); i++) {
            if (selectors.get(i).matches(box, effort)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it asks only for names of the element and of those around it, so that elements of one
     * {@link Shape} answer alike.
     */
    boolean isPlain() {
        return combinators.chars().allMatch(each -> each == ' ' || each == '>')
                && parts.stream()
                        .flatMap(part -> part.simples().stream())
                        .allMatch(Selector::isPlain);
    }

    private static boolean isPlain(Simple simple) {
        if (simple instanceof Any any) {
            return any.selectors().stream().allMatch(Selector::isPlain);
        }
        if (simple instanceof State state) {
            return States.isPlain(state.name());
        }
        return simple instanceof Tag
                || simple instanceof Id
                || simple instanceof ClassName
                || simple instanceof Attribute;
    }

    /** What is plain of it: this matches all that it matches, and more. */
    Selector plainPart() {
        List<Part> plain = new ArrayList<>();
        StringBuilder between = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            plain.add(new Part(parts.get(i).simples().stream().filter(Selector::isPlain).toList()));
            // Siblings stand in the same elements.
            while (i < combinators.length() && "+~".indexOf(combinators.charAt(i)) >= 0) {
                i++;
            }
            if (i < combinators.length()) {
                between.append(combinators.charAt(i));
            }
        }
        return new Selector(plain, between.toString(), specificity, pseudoElement);
    }

    /** Whether it matches nothing on a page that nobody touches. */
    boolean isNever() {
        return parts.stream().flatMap(part -> part.simples().stream()).anyMatch(Selector::isNever);
    }

    private static boolean isNever(Simple simple) {
        return simple instanceof State state && States.isNever(state.name())
                || simple instanceof Any any
                        && any.wanted()
                        && any.selectors().stream().allMatch(Selector::isNever);
    }

    /**
     * Whether it asks for no more than names of what an element stands in; anything of the element
     * itself and its siblings.
     */
    boolean isNear() {
        boolean above = false;
        for (int i = 0; i < parts.size(); i++) {
            boolean outer = above;
            boolean near =
                    parts.get(i).simples().stream()
                            .allMatch(simple -> isPlain(simple) || !outer && isNear(simple));
            boolean up = i < combinators.length() && " >".indexOf(combinators.charAt(i)) >= 0;
            if (!near || above && !up && i < combinators.length()) {
                return false;
            }
            above |= up;
        }
        return true;
    }

    private static boolean isNear(Simple simple) {
        return simple instanceof Any any
                ? any.selectors().stream().allMatch(Selector::isNear)
                : !(simple instanceof Nth nth) || nth.of().stream().allMatch(Selector::isNear);
    }

    /** Whether it may match elements that have the names of this one, whatever stands around. */
    boolean mayMatch(Box box, Effort effort) {
        for (Simple simple : parts.get(0).simples()) {
            boolean may =
                    isPlain(simple)
                            ? simple.matches(box, effort)
                            : !(simple instanceof State state)
                                    || States.mayHold(state.name(), box.tag());
            if (!may) {
                return false;
            }
        }
        return true;
    }

    /** Adds the selectors of what it asks elements to hold, or to be followed by. */
    void addSought(Set<Selector> sought) {
        for (Part part : parts) {
            for (Simple simple : part.simples()) {
                List<Selector> inner =
                        simple instanceof Has has
                                ? has.selectors()
                                : simple instanceof Any any
                                        ? any.selectors()
                                        : simple instanceof Nth nth ? nth.of() : List.of();
                inner.forEach(each -> each.addSought(sought));
                if (simple instanceof Has) {
                    sought.addAll(inner);
                }
            }
        }
    }

    boolean matches(Box box, Effort effort) {
        return matchFrom(0, box, effort, null, ' ') == Outcome.YES;
    }

    /** Whether it matches a box with all its parts, the leftmost standing so to the anchor. */
    private boolean isRelative(Box box, Box anchor, char reach, Effort effort) {
        return matchFrom(0, box, effort, anchor, reach) == Outcome.YES;
    }

    /** How a part failed: it tells how far it is worth to go back, so no selector takes forever. */
    private enum Outcome {
        YES,
        NO,
        NO_LATER_SIBLING,
        NO_ANCESTOR
    }

    private Outcome matchFrom(int i, Box box, Effort effort, Box anchor, char reach) {
        if (!parts.get(i).matches(box, effort)) {
            return Outcome.NO;
        }
        if (i + 1 == parts.size()) {
            return anchor == null || standsSo(box, anchor, reach) ? Outcome.YES : Outcome.NO;
        }
        char combinator = combinators.charAt(i);
        boolean sideways = combinator == '+' || combinator == '~';
        Outcome without = sideways ? Outcome.NO_LATER_SIBLING : Outcome.NO_ANCESTOR;
        Box next = sideways ? box.previous() : box.parent();
        while (next != null) {
            Outcome outcome = matchFrom(i + 1, next, effort, anchor, reach);
            if (outcome == Outcome.YES || outcome == Outcome.NO_ANCESTOR) {
                return outcome;
            }
            if (outcome == Outcome.NO_LATER_SIBLING && combinator == '~') {
                return outcome;
            }
            if (combinator == '>') {
                // Every sibling has the same parent.
                return Outcome.NO_LATER_SIBLING;
            }
            if (combinator == '+') {
                return outcome;
            }
            next = sideways ? next.previous() : next.parent();
        }
        return without;
    }

    private static boolean standsSo(Box box, Box anchor, char reach) {
        return switch (reach) {
            case '>' -> box.parent() == anchor;
            case '+' -> box.previous() == anchor;
            case '~' -> box.parent() == anchor.parent() && box.index() > anchor.index();
            default -> {
                Box above = box.parent();
                while (above != null && above != anchor) {
                    above = above.parent();
                }
                yield above != null;
            }
        };
    }
}
