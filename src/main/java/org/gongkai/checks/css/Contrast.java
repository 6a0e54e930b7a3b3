package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.model.Colour;

/**
 * For everyone who does not see well, has a poor screen or reads in the sun: text stands out from
 * what is behind it (WCAG 2.2, 1.4.3 and 1.4.6).
 */
final class Contrast {
    static final String CHECK = "contrast";

    private static final int SHOWN = 12;

    private static final Set<String> BUTTONS = Set.of("submit", "reset", "button");
    private static final Set<String> TEXTLESS =
            Set.of("hidden", "checkbox", "radio", "range", "color", "image", "file");

    private final ContrastRatio ratio;

    Contrast(ContrastRatio ratio) {
        this.ratio = ratio;
    }

    List<Finding> check(StyledPage page) {
        List<Finding> findings = new ArrayList<>();
        Set<Box> begun = new HashSet<>();
        Overlap overlap = new Overlap(page);
        for (Box box : page.boxes()) {
            Style style = showsPlaceholder(box) ? box.placeholder() : box.style();
            boolean strong = style.ground().hasContrast(ratio.least(style));
            if (isFine(box, style, strong)) {
                continue;
            }
            String text = text(box);
            if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
                continue;
            }
            boolean cut = mayBeCut(box, begun);
            if (!strong && !page.isInactive(box)) {
                Finding finding = check(box, text, style, cut, overlap, page);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    /** Whether its text is seen well, or not meant to be seen, whatever else is on the page. */
    boolean isFine(Box box) {
        Style style = box.style();
        return box.placeholder() == null
                && isFine(box, style, style.ground().hasContrast(ratio.least(style)));
    }

    private static boolean isFine(Box box, Style style, boolean strong) {
        return box.isHidden() || strong && !style.hiding().cut() || Hiding.hidesText(box);
    }

    private Finding check(
            Box box, String text, Style style, boolean cut, Overlap overlap, StyledPage page) {
        double least = ratio.least(style);
        Ground ground = style.ground();
        if (ground.pairs().isEmpty()) {
            return review(box, text, ground.doubts());
        }
        List<Ground.Pair> weak =
                ground.pairs().stream().filter(pair -> pair.contrast() < least).toList();
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(ground.doubts());
        if (weak.size() == ground.pairs().size()) {
            // Not one of the gradient's colours would do.
            doubts.remove(Doubt.GRADIENT);
        }
        if (text.matches("\\s*[A-Za-z]\\s*")) {
            doubts.add(Doubt.SINGLE);
        }
        if (cut) {
            doubts.add(Doubt.CUT_OFF);
        }
        if (!page.isSure()) {
            doubts.add(Doubt.SHEETS);
        }
        if (doubts.isEmpty() && overlap.mayCover(box)) {
            doubts.add(Doubt.COVERED);
        }
        Ground.Pair worst =
                weak.stream().min(Comparator.comparingDouble(Ground.Pair::contrast)).orElseThrow();
        boolean unseen = worst.textColour().equals(worst.behindColour());
        if (unseen && isForNobody(box)) {
            return null;
        }
        return doubts.isEmpty()
                ? failure(box, text, worst, style, least)
                : review(box, text, doubts);
    }

    /** Text that is neither seen nor read aloud. */
    private static boolean isForNobody(Box box) {
        for (Box above = box; above != null; above = above.parent()) {
            if (above.attribute("aria-hidden").equals("true")) {
                return true;
            }
        }
        return false;
    }

    private static Finding failure(
            Box box, String text, Ground.Pair worst, Style style, double least) {
        Colour colour = worst.textColour();
        Colour behind = worst.behindColour();
        String what =
                colour.equals(behind)
                        ? "%s的颜色与背景都是%s，看不见。".formatted(name(box, text), behind.hex())
                        : "%s的颜色%s与背景%s的对比度只有%s∶1，不到%s∶1。"
                                .formatted(
                                        name(box, text),
                                        colour.hex(),
                                        behind.hex(),
                                        number(worst.contrast()),
                                        number(least));
        return new Finding(CHECK, true, box.element(), what, fix(colour, style, least));
    }

    private static String fix(Colour colour, Style style, double least) {
        List<Colour> behind =
                style.ground().pairs().stream().map(Ground.Pair::behindColour).toList();
        Optional<Colour> better = Legible.nearest(colour, behind, least);
        String solid = isFaded(style) ? "请不要让文字半透明，" : "请";
        return better.map(found -> solid + "把文字的颜色改成%s，或者改背景的颜色。".formatted(found.hex()))
                .orElse("请改背景的颜色：在这样的背景上，什么颜色的文字都不够清楚。");
    }

    private static boolean isFaded(Style text) {
        for (Style style = text; style != null; style = style.parent()) {
            if (style.opacity() < 1) {
                return true;
            }
        }
        Tint colour = text.tint(Property._WEBKIT_TEXT_FILL_COLOR);
        return colour != null && !colour.isOpaque();
    }

    private static Finding review(Box box, String text, Set<Doubt> doubts) {
        String reasons =
                doubts.stream().sorted().map(Doubt::reason).collect(Collectors.joining("，"));
        return new Finding(
                CHECK,
                false,
                box.element(),
                "%s是否看得清，无法算出：%s。".formatted(name(box, text), reasons),
                "请看一看文字与背景的对比是否足够。");
    }

    private static String name(Box box, String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        String start =
                length <= SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
        return (showsPlaceholder(box) ? "提示文字“" : "文字“") + start + "”";
    }

    private static String number(double value) {
        // Cut, not rounded: 4.499 is not 4.5.
        String text = String.format(Locale.ROOT, "%.2f", Math.floor(value * 100 + 1e-9) / 100);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** The text that an element shows itself. */
    private static String text(Box box) {
        switch (box.tag()) {
            case "input" -> {
                String type = States.type(box);
                if (TEXTLESS.contains(type)) {
                    return "";
                }
                if (BUTTONS.contains(type) || !showsPlaceholder(box)) {
                    return type.equals("password") ? "" : box.attribute("value");
                }
                return box.attribute("placeholder");
            }
            case "textarea" -> {
                return showsPlaceholder(box)
                        ? box.attribute("placeholder")
                        : box.element().wholeText();
            }
            case "select" -> {
                return box.element().text();
            }
            default -> {
                return box.element().ownText();
            }
        }
    }

    private static boolean showsPlaceholder(Box box) {
        return box.placeholder() != null && States.holds("placeholder-shown", box);
    }

    /** Whether a box of fixed size may cut the text off; its first text it will show. */
    private static boolean mayBeCut(Box box, Set<Box> begun) {
        boolean cut = false;
        for (Box above = box;
                above != null && above.style().hiding().cut();
                above = above.parent()) {
            cut |= above.style().hiding().cuts() && !begun.add(above);
        }
        return cut;
    }
}
