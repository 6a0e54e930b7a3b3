package org.gongkai.checks.css;

import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;

/** A small page with its sheets, and the style of each of its elements. */
record Styled(StyledPage page) {
    static Styled of(String css, String body) {
        return of(css, body, Medium.SCREEN, Map.of());
    }

    static Styled of(String css, String body, Medium medium) {
        return of(css, body, medium, Map.of());
    }

    static Styled of(String css, String body, Medium medium, Map<String, String> sheets) {
        String html = "<html lang=zh-CN><head><style>" + css + "</style></head><body>" + body;
        return new Styled(
                StyledPage.of(
                                Jsoup.parse(html),
                                new PageSheets(medium),
                                href -> Optional.ofNullable(sheets.get(href)))
                        .orElseThrow());
    }

    Style style(String id) {
        return page.boxes().stream()
                .filter(box -> box.id().equals(id))
                .findFirst()
                .orElseThrow()
                .style();
    }

    /** The colour of the text of the element with the id {@code x}; null where not known. */
    String colour() {
        return hex(style("x").colour());
    }

    String background() {
        return hex(style("x").background());
    }

    private static String hex(Tint tint) {
        if (tint == null) {
            return null;
        }
        String hex = tint.colour().hex();
        return tint.isOpaque() ? hex : hex + " " + Math.round(tint.alpha() * 100) + "%";
    }
}
