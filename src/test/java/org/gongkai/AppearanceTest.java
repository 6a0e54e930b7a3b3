package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.model.Appearance;
import org.gongkai.model.Colour;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 外观: a column's own colours and emblem, which must be read by all. */
class AppearanceTest {
    private static final String SITE =
            "名称: 样例县政府信息公开专栏\n网址: https://www.example.gov.cn/xxgk/\n网站标识码: \"3799000001\"\n外观:\n";
    private static final Path STYLE_SHEET = TinyColumn.GENERATOR.resolve("assets/css/site.css");
    private static final byte[] PICTURE =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    private TinyColumn column(String appearance) {
        return new TinyColumn(folder).withNotice().with("site.yml", SITE + appearance);
    }

    @Test
    void ownColoursTakeThePlaceOfTheUsualOnesOnEveryScreenAndOnPaper() throws IOException {
        TinyColumn column = column("  主色: \"#14508C\"\n  链接色: \"#0b4a8f\"\n");
        assertWarned(column);
        String usual = Files.readString(STYLE_SHEET);
        String published = column.read("css/site.css");
        assertTrue(published.startsWith(usual));
        String own = published.substring(usual.length());
        assertTrue(
                own.contains("@media screen { :root { --main: #14508c; --link: #0b4a8f; } }"), own);
        assertTrue(own.contains("@media print { :root { --main: #14508c; } }"), own);
        Matcher dark =
                Pattern.compile("dark\\) \\{ :root \\{ --main: (\\S+); --link: (\\S+); } }")
                        .matcher(own);
        assertTrue(dark.find(), own);
        for (int group = 1; group <= 2; group++) {
            assertTrue(
                    colour(dark.group(group)).contrast(Appearance.DARK_GROUNDS)
                            >= Appearance.CONTRAST,
                    own);
        }
    }

    @Test
    void styleSheetIsCopiedAsItIsWithoutOwnColours() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        assertEquals(Files.readString(STYLE_SHEET), column.read("css/site.css"));
    }

    @ParameterizedTest
    @CsvSource({
        "主色, '#c00000', 5.8, '#a90000'",
        "链接色, '#2b7de9', 3.6, '#1150a2'",
        "主色, '#777777', 4.0, '#525252'",
        "链接色, '#ffff00', 1.0, '#555500'"
    })
    void refusesAColourThatIsHardToReadAndNamesTheNearestThatIsNot(
            String key, String colour, String ratio, String nearest) {
        assertRefused(
                column("  " + key + ": \"" + colour + "\"\n"),
                "site.yml:5: 错误 "
                        + key
                        + "“"
                        + colour
                        + "”与网页底色的对比度只有 "
                        + ratio
                        + ":1，应当不低于 7:1，否则有人看不清。请改为 \""
                        + nearest
                        + "\"，或者更深的颜色。[colour-contrast]");
        assertTrue(
                colour(nearest).contrast(Appearance.LIGHT_GROUNDS) >= Appearance.CONTRAST,
                "the colour that is offered passes");
    }

    @Test
    void refusesWhatIsNoColour() {
        assertRefused(
                column("  主色: 红色\n"),
                "site.yml:5: 错误 主色“红色”不是颜色。请写成 # 加六位数字或字母 a 到 f，并加引号，例如 主色: \"#8f1414\"。[colour]");
    }

    @Test
    void tellsOfAColourThatYamlTakesForAComment() {
        assertRefused(
                column("  链接色: #0b4a8f\n"),
                "site.yml:5: 错误 “链接色”没有填写，或者颜色没有加引号（# 后面的字会被当作说明）。"
                        + "请写成带引号的颜色，例如 链接色: \"#0b4a8f\"。[colour]");
    }

    @Test
    void emblemStandsInTheMastheadOfEveryPage() {
        TinyColumn column =
                column("  徽标: files/hui.svg\n  徽标说明: 样例县县徽\n")
                        .with("assets/files/hui.svg", PICTURE);
        assertWarned(column);
        BuiltSite site = new BuiltSite(column.out());
        assertArrayEquals(PICTURE, site.bytes("emblem.svg"));
        Element emblem = site.page("notices/2023/a/index.html").selectFirst(".masthead img");
        assertEquals("../../../emblem.svg", emblem.attr("src"));
        assertEquals("样例县县徽", emblem.attr("alt"));
        assertEquals("/xxgk/emblem.svg", site.page("404.html").select(".masthead img").attr("src"));
    }

    @Test
    void emblemMayLieInTheContentAndNeedsNoDescription() {
        TinyColumn column =
                column("  徽标: pages/files/hui.PNG\n").with("content/pages/files/hui.PNG", PICTURE);
        assertWarned(column);
        Element emblem =
                new BuiltSite(column.out()).page("index.html").selectFirst(".masthead img");
        assertEquals("emblem.png", emblem.attr("src"));
        assertTrue(emblem.hasAttr("alt"));
        assertEquals("", emblem.attr("alt"));
    }

    @Test
    void refusesAnEmblemThatIsNotThereOrNoPicture() {
        for (String lost : List.of("files/hui.svg", "../site.yml.svg", "/etc/hui.png")) {
            assertRefused(
                    column("  徽标: " + lost + "\n"),
                    "site.yml:5: 错误 找不到徽标“"
                            + lost
                            + "”。请把图片放到 assets 文件夹里，写它在那里的位置，例如 files/huihui.svg。[emblem]");
        }
        assertRefused(
                column("  徽标: hui.docx\n"),
                "site.yml:5: 错误 徽标“hui.docx”不是 SVG 或 PNG 图片。请换成 .svg 或 .png 文件。[emblem]");
        assertFalse(Files.exists(folder.resolve("public")));
    }

    @Test
    void warnsOfAnEmblemThatSlowsEveryPage() {
        assertWarned(
                column("  徽标: hui.png\n").with("assets/hui.png", new byte[60 * 1024]),
                "site.yml:5: 警告 徽标“hui.png”有 60 KB，每个网页都要取它，会变慢。请换成 50 KB 以内的图片，例如 SVG。[emblem-size]");
    }

    /** The grounds that colours are held against are those of the style sheet. */
    @Test
    void groundsAreThoseOfTheStyleSheet() throws IOException {
        assertEquals(Appearance.LIGHT_GROUNDS, grounds(tokens(false)));
        assertEquals(Appearance.DARK_GROUNDS, grounds(tokens(true)));
    }

    @Test
    void everyUsualColourOfTextCanBeReadOnEveryGround() throws IOException {
        for (Map<String, Colour> tokens : List.of(tokens(false), tokens(true))) {
            for (String text : List.of("ink", "ink-soft", "main", "link", "link-visited")) {
                double contrast = tokens.get(text).contrast(grounds(tokens));
                assertTrue(contrast >= Appearance.CONTRAST, text + ": " + contrast);
            }
            assertTrue(tokens.get("main-ink").contrast(tokens.get("main")) >= Appearance.CONTRAST);
            assertTrue(
                    tokens.get("focus-ink").contrast(tokens.get("focus")) >= Appearance.CONTRAST);
        }
    }

    private static List<Colour> grounds(Map<String, Colour> tokens) {
        return List.of(tokens.get("paper"), tokens.get("paper-soft"), tokens.get("target"));
    }

    /** The colours of the style sheet's tokens; on a dark screen with those that change there. */
    private static Map<String, Colour> tokens(boolean dark) throws IOException {
        String css = Files.readString(STYLE_SHEET);
        int start = css.indexOf("@media (prefers-color-scheme: dark)");
        Map<String, Colour> tokens = new HashMap<>();
        addTokens(css.substring(0, css.indexOf('}')), tokens);
        if (dark) {
            addTokens(css.substring(start, css.indexOf('}', start)), tokens);
        }
        return tokens;
    }

    private static void addTokens(String rule, Map<String, Colour> tokens) {
        Matcher token =
                Pattern.compile("--([a-z-]+): (#[0-9a-f]{3}(?:[0-9a-f]{3})?);").matcher(rule);
        while (token.find()) {
            String hex = token.group(2);
            tokens.put(
                    token.group(1),
                    colour(hex.length() == 4 ? hex.replaceAll("(\\w)", "$1$1") : hex));
        }
    }

    private static Colour colour(String hex) {
        return Colour.ofHex(hex).orElseThrow();
    }
}
