package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.nodes.Document;

/**
 * The checks that are computed from a page's own style sheets: {@code contrast} and {@code
 * target-size}. One object serves a whole build, from several threads: sheets are read once.
 */
public final class StyleChecks {
    private final PageSheets sheets;
    private final Contrast contrast;
    private final TargetSize targetSize = new TargetSize();

    /**
     * @param medium what the pages are shown on
     * @param ratio the contrast that text must have
     */
    public StyleChecks(Medium medium, ContrastRatio ratio) {
        this.sheets = new PageSheets(medium);
        this.contrast = new Contrast(ratio);
    }

    /**
     * Checks a page; what it finds is in the order of the page.
     *
     * @param load gives the text of a style sheet by its href, as written in the page or resolved
     *     against that of the sheet that imports it; empty where it cannot be had, and then nothing
     *     on the page is certain
     */
    public List<Finding> check(Document page, Function<String, Optional<String>> load) {
        Optional<StyledPage> styled = StyledPage.of(page, sheets, load);
        if (styled.isEmpty()) {
            return List.of(tooMuch(page));
        }
        List<Finding> findings = new ArrayList<>(contrast.check(styled.get()));
        findings.addAll(targetSize.check(styled.get()));
        for (Box box : styled.get().boxes()) {
            if (box.element() instanceof SharedElement shared && shared.isShared()) {
                shared.looks(styled.get().looks(box, this::isFine));
            }
        }
        return findings;
    }

    private boolean isFine(Box box) {
        return contrast.isFine(box) && targetSize.isFine(box);
    }

    private static Finding tooMuch(Document page) {
        return new Finding(
                Contrast.CHECK,
                false,
                page.body(),
                "这个网页的样式太复杂，没有能够检查文字与背景的对比度。",
                "请精简样式，或者看一看文字是否清楚。");
    }
}
