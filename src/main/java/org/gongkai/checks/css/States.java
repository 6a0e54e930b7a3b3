package org.gongkai.checks.css;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The pseudo-classes without arguments, as they stand while nobody touches the page. */
final class States {
    private static final Set<String> FIELDS =
            Set.of("button", "input", "select", "textarea", "optgroup", "option", "fieldset");

    /** Those that nothing else can be in. */
    private static final Set<String> OF_FIELDS =
            Set.of("disabled", "enabled", "required", "optional");

    private static final Set<String> UNTYPED =
            Set.of(
                    ("button checkbox color file hidden image radio range reset " + "submit")
                            .split(" "));

    private static final Map<String, Predicate<Box>> KNOWN =
            Map.ofEntries(
                    Map.entry("root", box -> box.parent() == null),
                    Map.entry("scope", box -> box.parent() == null),
                    Map.entry("empty", States::isEmpty),
                    Map.entry("link", States::isLink),
                    Map.entry("any-link", States::isLink),
                    Map.entry("-webkit-any-link", States::isLink),
                    Map.entry("checked", States::isChecked),
                    Map.entry("disabled", States::isDisabled),
                    Map.entry("enabled", box -> isField(box) && !isDisabled(box)),
                    Map.entry("required", box -> isField(box) && box.has("required")),
                    Map.entry("optional", box -> isField(box) && !box.has("required")),
                    Map.entry("read-write", box -> isTyped(box) && !box.has("readonly")),
                    Map.entry("read-only", box -> !isTyped(box) || box.has("readonly")),
                    Map.entry("placeholder-shown", States::showsPlaceholder),
                    Map.entry("open", States::isOpen),
                    Map.entry("defined", box -> true));

    /** Those that hold only once somebody does something, or never on a page at rest. */
    private static final Set<String> NEVER =
            Set.of(
                    ("hover active focus focus-visible focus-within visited target "
                                    + "target-within indeterminate default valid invalid user-valid "
                                    + "user-invalid in-range out-of-range autofill -webkit-autofill "
                                    + "fullscreen -webkit-full-screen picture-in-picture modal "
                                    + "popover-open playing paused current past future host blank")
                            .split(" "));

    private static final Set<String> PLAIN =
            Set.of("root", "scope", "link", "any-link", "-webkit-any-link", "defined");

    private States() {}

    static boolean isKnown(String name) {
        return KNOWN.containsKey(name) || NEVER.contains(name);
    }

    /** Whether it can be told from the names of the element and of those around it. */
    static boolean isPlain(String name) {
        return PLAIN.contains(name) || NEVER.contains(name);
    }

    static boolean isNever(String name) {
        return NEVER.contains(name);
    }

    static boolean holds(String name, Box box) {
        Predicate<Box> known = KNOWN.get(name);
        return known != null && known.test(box);
    }

    /** Whether it may hold for an element with this tag. */
    static boolean mayHold(String name, String tag) {
        return !OF_FIELDS.contains(name) || FIELDS.contains(tag);
    }

    private static boolean isEmpty(Box box) {
        return box.children().isEmpty() && box.element().wholeOwnText().isEmpty();
    }

    static boolean isLink(Box box) {
        return (box.tag().equals("a") || box.tag().equals("area")) && box.has("href");
    }

    static boolean isField(Box box) {
        return FIELDS.contains(box.tag());
    }

    private static boolean isChecked(Box box) {
        return box.tag().equals("option") ? box.has("selected") : box.has("checked");
    }

    private static boolean isOpen(Box box) {
        return (box.tag().equals("details") || box.tag().equals("dialog")) && box.has("open");
    }

    private static boolean isTyped(Box box) {
        return box.tag().equals("textarea")
                || box.tag().equals("input") && !UNTYPED.contains(type(box));
    }

    private static boolean showsPlaceholder(Box box) {
        boolean filled =
                box.tag().equals("textarea")
                        ? !box.element().wholeText().isEmpty()
                        : !box.attribute("value").isEmpty();
        return isTyped(box) && box.has("placeholder") && !filled;
    }

    static String type(Box box) {
        return box.attribute("type").toLowerCase(Locale.ROOT);
    }

    /** Whether a field cannot be used, by its own word or that of a fieldset around it. */
    static boolean isDisabled(Box box) {
        if (!isField(box)) {
            return false;
        }
        Box inner = box;
        for (Box outer = box; outer != null; inner = outer, outer = outer.parent()) {
            boolean inLegend = inner != outer && isFirstLegend(inner);
            boolean holds = outer == box || outer.tag().equals("fieldset") && !inLegend;
            if (holds && outer.has("disabled")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirstLegend(Box box) {
        return box.tag().equals("legend")
                && box.parent().children().stream()
                                .filter(child -> child.tag().equals("legend"))
                                .findFirst()
                                .orElse(null)
                        == box;
    }
}
