package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
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

    /** As phones do it; 16 px are usual, and WCAG 1.4.4 asks for twice as much. */
    @Test
    void textThatTheDeviceEnlargesStaysOnANarrowScreen(Browser browser) {
        List<String> found = new ArrayList<>();
        try (BrowserPage page = browser.page()) {
            CDPSession session = page.playwright().context().newCDPSession(page.playwright());
            pages.open(page, "");
            for (String elder : List.of("", "on")) {
                page.evaluate("localStorage.setItem('gongkai', '{\"elder\":\"" + elder + "\"}')");
                for (String kind : PageKinds.all()) {
                    pages.open(page, kind);
                    for (int size : List.of(20, 24, 32)) {
                        textOfTheDevice(session, size);
                        for (int width : List.of(320, 360)) {
                            String out = page.size(width, 800).evaluate(RUNS_OUT);
                            if (!out.equals("[]")) {
                                found.add(
                                        String.join(
                                                " ", kind, elder, size + "px", width + ":", out));
                            }
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void searchFieldKeepsRoomForWhatItAsksFor(Browser browser) {
        try (BrowserPage page = browser.page()) {
            CDPSession session = page.playwright().context().newCDPSession(page.playwright());
            String beside =
                    "document.querySelector('.search input').offsetTop === document.querySelector('.search button').offsetTop";
            pages.open(page.size(360, 800), "units/");
            assertEquals("true", page.evaluate(beside));
            textOfTheDevice(session, 32);
            assertEquals("false", page.evaluate(beside));
        }
    }

    /** What reaches over the screen, outside of the frames that are there for scrolling. */
    private static final String RUNS_OUT =
            """
            [document.documentElement.scrollWidth > innerWidth ? 'page' : '', ...[...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.hidden, .skip, .scroll *, svg *, thead, template, .repeated'))
                .map(e => e.tagName + '.' + e.className)].filter(text => text)
            """;

    private static void textOfTheDevice(CDPSession session, int size) {
        JsonObject sizes = new JsonObject();
        sizes.addProperty("standard", size);
        JsonObject parameters = new JsonObject();
        parameters.add("fontSizes", sizes);
        session.send("Page.setFontSizes", parameters);
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
