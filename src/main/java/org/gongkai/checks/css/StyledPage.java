package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;

/** A page with the style of each of its elements. */
final class StyledPage {
    private static final long STEPS = 2_000_000;
    private static final long STEPS_PER_ELEMENT = 2_000;

    private final List<Box> boxes;
    private final Cascade cascade;
    private final boolean sure;
    private final Effort effort;
    private final Set<String> labelsOfDisabled = new HashSet<>();

    private StyledPage(List<Box> boxes, Cascade cascade, boolean sure) {
        this.boxes = boxes;
        this.cascade = cascade;
        this.sure = sure;
        this.effort = new Effort(STEPS + STEPS_PER_ELEMENT * boxes.size());
    }

    /** Works out the styles; empty where that takes more effort than any honest page does. */
    static Optional<StyledPage> of(
            Document document, PageSheets sheets, Function<String, Optional<String>> load) {
        List<Box> boxes = Box.of(document);
        PageSheets.Found found = sheets.of(boxes, load);
        StyledPage page = new StyledPage(boxes, found.cascade(), found.sure());
        try {
            found.cascade().style(boxes, page.effort);
        } catch (Effort.Exhausted e) {
            return Optional.empty();
        }
        page.findDisabled();
        return Optional.of(page);
    }

    List<Box> boxes() {
        return boxes;
    }

    /** Whether all sheets were found and understood. */
    boolean isSure() {
        return sure;
    }

    private void findDisabled() {
        for (Box box : boxes) {
            if (!box.hasAttributes() && !States.isField(box)) {
                continue;
            }
            if (States.isDisabled(box) || box.attribute("aria-disabled").equals("true")) {
                labelsOfDisabled.addAll(List.of(box.attribute("aria-labelledby").split("\\s+")));
                if (!box.id().isEmpty()) {
                    labelsOfDisabled.add("for " + box.id());
                }
            }
        }
        labelsOfDisabled.remove("");
    }

    /** Whether an element is, or labels, what cannot be used now (WCAG 2.2, 1.4.3, inactive). */
    boolean isInactive(Box box) {
        for (Box above = box; above != null; above = above.parent()) {
            if (States.isDisabled(above)
                    || above.attribute("aria-disabled").equals("true")
                    || above.has("inert")
                    || labelsOfDisabled.contains(above.id())
                    || above.tag().equals("fieldset") && above.has("disabled")
                    || above.tag().equals("label") && labelsDisabled(above)) {
                return true;
            }
        }
        return false;
    }

    private boolean labelsDisabled(Box label) {
        String field = label.attribute("for");
        if (!field.isEmpty()) {
            return labelsOfDisabled.contains("for " + field);
        }
        List<Box> left = new ArrayList<>(label.children());
        while (!left.isEmpty()) {
            Box box = left.remove(left.size() - 1);
            if (States.isDisabled(box)) {
                return true;
            }
            left.addAll(box.children());
        }
        return false;
    }

    /**
     * What the looks of all that an element holds depend on beside that itself; null where rules
     * may ask for more than the names of elements and of those around them, or one in it is not
     * sure to be fine.
     */
    Object looks(Box box, Predicate<Box> isFine) {
        boolean alone = !box.shape().matches().sought() && isFine.test(box);
        return alone && areAlike(box, isFine) ? new Looks(box.shape(), box.style()) : null;
    }

    private record Looks(Shape shape, Style style) {}

    private static boolean areAlike(Box box, Predicate<Box> isFine) {
        for (Box child : box.children()) {
            Cascade.Matches matches = child.shape().matches();
            if (!matches.near()
                    || matches.sought()
                    || child.has("style")
                    || !isFine.test(child)
                    || !areAlike(child, isFine)) {
                return false;
            }
        }
        return true;
    }

    /** The style of ::before or ::after; null where there is none, or it is not shown. */
    Style pseudo(String name, Box box) {
        try {
            Style style = cascade.pseudo(name, box, boxes.get(0).style(), effort);
            boolean shown =
                    style != null
                            && !style.isNone(Property.DISPLAY)
                            && !style.is(Property.CONTENT, "none")
                            && !style.is(Property.CONTENT, "normal");
            return shown ? style : null;
        } catch (Effort.Exhausted e) {
            return null;
        }
    }
}
