package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * axe-core finds nothing to mend on any kind of page, in any look: WCAG 2.2 A and AA, its good
 * practice, and contrast as of AAA, 7:1.
 */
@InBrowser
class AccessibilityTest {
    private static final List<Integer> WIDTHS = List.of(360, 1280);
    private static final List<String> THEMES = List.of("white", "black", "yellow", "blue");

    /** What axe-core leaves undecided, and why it is no fault. */
    private static final Map<String, String> EXPLAINED =
            Map.of(
                    "(scrolled) Element's background color could not be determined because it's partially obscured",
                    "a cell outside of the frame of a wide table; it has the colours of those inside");

    @TempDir private static Path folder;
    private static PageKinds pages;
    private static String axe;

    @BeforeAll
    static void publish() throws IOException {
        pages = new PageKinds(folder);
        try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    @Test
    void everyKindOfPageIsAccessibleInEveryLook(Browser browser) {
        List<String> found = new ArrayList<>();
        try (BrowserPage page = browser.page()) {
            for (int width : WIDTHS) {
                page.size(width, 800);
                for (String kind : PageKinds.all()) {
                    pages.open(page, kind);
                    found.addAll(everyLook(page, kind + " " + width));
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void panelIsAccessibleInEveryLook(Browser browser) {
        List<String> found = new ArrayList<>();
        try (BrowserPage page = browser.page()) {
            for (int width : WIDTHS) {
                pages.open(page.size(width, 800), "").click("#tools-open").click(".tools summary");
                page.evaluate("document.querySelector('.reading').hidden = false");
                found.addAll(everyLook(page, "panel " + width));
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<String> everyLook(BrowserPage page, String name) {
        List<String> found = new ArrayList<>();
        page.playwright().evaluate(axe);
        found.addAll(check(page, name, ""));
        look(page, "elder", "on");
        found.addAll(check(page, name + " elder", ""));
        look(page, "elder", "");
        for (String theme : THEMES) {
            look(page, "contrast", theme);
            found.addAll(check(page, name + " " + theme, "color-contrast-enhanced"));
        }
        look(page, "contrast", "");
        page.playwright().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        found.addAll(check(page, name + " dark", "color-contrast-enhanced"));
        page.playwright().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    private static void look(BrowserPage page, String name, String value) {
        page.evaluate(
                value.isEmpty()
                        ? "delete document.documentElement.dataset." + name
                        : "document.documentElement.dataset." + name + " = '" + value + "'");
    }

    /**
     * @param rule the only one that is checked, or empty for all
     */
    private static List<String> check(BrowserPage page, String name, String rule) {
        String options =
                rule.isEmpty()
                        ? "{rules: {'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}}}"
                        : "{runOnly: ['" + rule + "']}";
        String results =
                page.evaluate(
                        """
                        axe.run(document, Object.assign(%s, {resultTypes: ['violations', 'incomplete']})).then(results =>
                            ['violations', 'incomplete'].flatMap(kind => results[kind].flatMap(({id, nodes}) =>
                                nodes.map(({target, any, all, none}) => [kind, id, target.join(' '),
                                    (document.querySelector(target[0]).closest('.scroll') ? '(scrolled) ' : '') +
                                    [...any, ...all, ...none].map(({message}) => message).join('; ')].join(': ')))))
                        """
                                .formatted(options));
        return ((List<?>) Json.read(results))
                .stream()
                        .map(Object::toString)
                        .filter(text -> EXPLAINED.keySet().stream().noneMatch(text::contains))
                        .map(text -> name + ": " + text)
                        .toList();
    }
}
