package org.gongkai.checks.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.Fuzz;
import org.gongkai.SiteBuild;
import org.gongkai.TinyColumn;
import org.gongkai.model.Problems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever page is read without jsoup is read as jsoup reads it. */
class TidyHtmlTest {
    private static final Path PAGES = TinyColumn.GENERATOR.resolve("src/test/resources/pages");
    private static final String BEGINNING =
            "<!DOCTYPE html>\n<html lang=\"zh\"><head><title>甲</title></head>\n<body>";
    private static final Pattern PART = Pattern.compile("<[^<>]*>|[^<]+");

    @TempDir private Path folder;

    private final TidyHtml tidy = new TidyHtml();

    @Test
    void readsOwnPagesAsJsoupDoes() throws IOException {
        List<String> pages = ownPages();
        int read = 0;
        for (String page : pages) {
            read += isReadAlike(page) ? 1 : 0;
        }
        // The search page has a noscript, the page of the tools a dialog.
        assertTrue(read >= pages.size() - 2, read + " of " + pages.size());
    }

    /** Parts of own pages moved about: often wrong, and sometimes right by a hair. */
    @Test
    void readsOwnPagesInDisorderAsJsoupDoesOrNotAtAll() throws IOException {
        List<String> pages = ownPages();
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 600; i++) {
            String page = pages.get(random.nextInt(pages.size()));
            String other = pages.get(random.nextInt(pages.size()));
            read += isReadAlike(disordered(page, other, random)) ? 1 : 0;
        }
        assertTrue(read >= 60, "only " + read + " were tried");
    }

    @Test
    void readsBrokenPagesAsJsoupDoesOrNotAtAll() throws IOException {
        List<byte[]> pages = new ArrayList<>();
        for (String page : PageFiles.in(PAGES).pages()) {
            pages.add(Files.readAllBytes(PAGES.resolve(page)));
        }
        Fuzz.run(
                "html", pages, 3000, page -> isReadAlike(new String(page, StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>甲 &amp; 乙&nbsp;&lt;&#x4e2d;&copy &notit; &</p>",
                "<a href=\"?a=1&amp;b=2&copy=3&lt\" title=\"&quot;&#39;\">甲</a>",
                "<ul class=\"a\"><li>甲</li></ul><ul class=\"a\"><li>乙</li></ul>",
                "<ul>\n<li>甲<ul><li>乙</li></ul></li>\n</ul>",
                "<dl><div><dt>甲</dt><dd>乙</dd></div><dt>丙</dt><dd></dd></dl>",
                "<b><b><b><b>甲</b>乙</b></b></b><i>丙</i>",
                "<table> <caption>甲</caption>\n<tbody><tr> <th>乙</th><td><p>丙</p></td></tr></tbody></table>",
                "<svg viewBox=\"0 0 1 1\"><title>甲</title><path d=\"\"/><g></g></svg>",
                "<select>\n<optgroup label=\"甲\"><option value=\"\" selected>乙</option></optgroup></select>",
                "<template><p>甲</p><form><input name=\"a\"></form></template>",
                "<script>if (a < b && \"</p>\") {}</script><pre>甲\n</pre><br/><hr>"
            })
    void readsWhatTemplatesWrite(String body) {
        assertTrue(isReadAlike(BEGINNING + body + "\n</body></html>\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>甲<p>乙",
                "<p><div></div></p>",
                "<li>甲</li>",
                "<a href=\"a\"><a href=\"b\">甲</a></a>",
                "<table><tr><td>甲</td></tr></table>",
                "<table>甲<tbody></tbody></table>",
                "<div/>",
                "<P>甲</P>",
                "<p class=甲></p>",
                "<p id=\"a\" id=\"b\"></p>",
                "<p>甲</b></p>",
                "<pre>\n甲</pre>",
                "<script><!-- </script>",
                "<!-- 甲 --><p></p>",
                "<h2><h3>甲</h3></h2>",
                "<button><button>甲</button></button>",
                "<svg><p>甲</p></svg>",
                "<svg><path FILL=\"a\"/></svg>",
                "<noscript><p>甲</p></noscript>",
                "<p>甲 < 乙</p>",
                "<p>\0</p>"
            })
    void leavesTheRestToJsoup(String body) {
        assertNull(tidy.read(BEGINNING + body + "</body></html>"));
        assertNull(tidy.read("<html><head></head><body></body></html>"));
        assertNotNull(tidy.read(BEGINNING + "</body></html>"));
    }

    /** Some parts of a page left out, doubled, moved, or taken from another. */
    private static String disordered(String page, String other, Random random) {
        List<String> parts = parts(page);
        List<String> others = parts(other);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(parts.size());
            String part = others.get(random.nextInt(others.size()));
            switch (random.nextInt(5)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.add(at, part);
                case 2 -> parts.set(at, part);
                case 3 -> parts.add(at, parts.remove(random.nextInt(parts.size())));
                default -> {
                    // An element within another.
                    String name = part.replaceAll("(?s)^<(\\w+).*|.*", "$1");
                    parts.add(at, name.isEmpty() ? "<b>甲</b>" : part + "甲</" + name + ">");
                }
            }
        }
        return String.join("", parts);
    }

    private static List<String> parts(String page) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(page);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private List<String> ownPages() throws IOException {
        new SiteBuild(
                        TinyColumn.GENERATOR,
                        TinyColumn.GENERATOR,
                        LocalDate.of(2026, 11, 20),
                        false,
                        false)
                .run(folder, new Problems());
        List<String> pages = new ArrayList<>();
        for (String page : PageFiles.in(folder).pages()) {
            pages.add(Files.readString(folder.resolve(page)));
        }
        return pages;
    }

    /** Whether the page is read at all, and then to the same nodes. */
    private boolean isReadAlike(String page) {
        Document read = tidy.read(page);
        if (read != null) {
            assertEquals(nodes(Jsoup.parse(page)), nodes(read), page);
        }
        return read != null;
    }

    private static String nodes(Document document) {
        StringBuilder nodes = new StringBuilder(document.quirksMode().name());
        document.traverse((node, depth) -> nodes.append('\n').append(depth).append(shown(node)));
        return nodes.append(document.text()).toString();
    }

    private static String shown(Node node) {
        if (node instanceof Element element) {
            return " <"
                    + element.tag().namespace()
                    + ' '
                    + element.tagName()
                    + attributes(element)
                    + element.children().eachText();
        }
        if (node instanceof TextNode text) {
            return " “" + text.getWholeText() + "”";
        }
        return ' ' + (node instanceof DataNode data ? data.getWholeData() : node.outerHtml());
    }

    private static List<String> attributes(Element element) {
        return element.attributes().asList().stream()
                .map(each -> each.getKey() + (each.hasDeclaredValue() ? "=" + each.getValue() : ""))
                .toList();
    }
}
