package org.gongkai.checks.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CascadeTest {
    private static final String P = "<p id=x class='a b'>文字</p>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p.a{color:#111111} p{color:red} .a{color:red}",
                "#x{color:#111111} p.a.b{color:red}",
                ".a{color:red} .b{color:#111111}",
                ".a{color:#111111 !important} #x{color:red}",
                ":where(#x){color:red} p{color:#111111}",
                ":is(#y,p){color:#111111} .a.b{color:red}",
                "p:not(#y){color:#111111} .a.b{color:red}",
                "@layer one{#x{color:red}} p{color:#111111}",
                "@layer one,two; @layer two{p{color:#111111}} @layer one{#x{color:red}}",
                "@layer one,two; @layer two{p{color:red!important}}"
                        + " @layer one{p{color:#111111!important}} p{color:red!important}",
                "@layer one{p{color:#111111} @layer in{#x{color:red}}}",
                "body{color:#111111} p{color:inherit}",
                "body{color:#111111} p{color:unset}",
                "p{color:#111111} p{color:nocolour} p{color:12px} p{color red}"
            })
    void theStrongerDeclarationWins(String css) {
        assertEquals("#111111", Styled.of(css, P).colour());
    }

    @Test
    void styleAttributeIsStrongerThanAllButImportance() {
        String body = "<p id=x style='color:#111111;background:#eee'>文字</p>";
        Styled styled = Styled.of("#x{color:red;background:#222222!important}", body);
        assertEquals("#111111", styled.colour());
        assertEquals("#222222", styled.background());
    }

    @ParameterizedTest
    @CsvSource({
        "(min-width: 1000px), true",
        "(max-width: 1000px), false",
        "screen and (min-width: 40em), true",
        "print, false",
        "'print, screen', true",
        "not print, true",
        "not screen, false",
        "only screen, true",
        "(400px <= width < 1281px), true",
        "(width < 400px), false",
        "(width >= 80rem), true",
        "(prefers-color-scheme: dark), false",
        "(prefers-color-scheme: light), true",
        "(prefers-reduced-motion: reduce), false",
        "(orientation: landscape) and (not (max-width: 1px)), true",
        "(max-width: 1px) or (hover: hover), true",
        "(made-up: 1), false",
        "not (made-up: 1), false",
        "(, false"
    })
    void rulesForAnotherMediumDoNotHold(String query, boolean holds) {
        String css = "@media " + query + " {p{color:#111111}}";
        assertEquals(holds ? "#111111" : "#000000", Styled.of(css, P).colour());
    }

    @Test
    void darkSchemeBringsTheBrowsersOwnDarkColours() {
        String css =
                ":root{color-scheme:light dark} @media (prefers-color-scheme:dark){b{color:red}}";
        Styled styled = Styled.of(css, "<p id=x>文字</p>", Medium.SCREEN.inDark());
        assertEquals("#ffffff", styled.colour());
        assertEquals("#000000", Styled.of("", P, Medium.SCREEN.inDark()).colour());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":root{--a:#111111} p{color:var(--a)}",
                ":root{--a:var(--b);--b:#111111} p{color:var(--a)}",
                "p{color:var(--none,#111111)}",
                "p{color:var(--none,var(--neither,#111111))}",
                ":root{--a:red} p{--a:#111111;color:var(--a)}",
                ":root{--A:#111111;--a:red} p{color:var(--A)}",
                "body{color:#111111} p{color:red;color:var(--none)}",
                "body{color:#111111} :root{--a:var(--b);--b:var(--a)} p{color:var(--a)}",
                ":root{--a:var(--a,red)} p{color:var(--a,#111111)}",
                "body{color:#111111} p{--a:12px;color:var(--a)}",
                "@property --a{syntax:'<color>';inherits:true;initial-value:#111111}"
                        + " p{color:var(--a)}",
                ":root{--a:{x:y};--b:} p{color:#111111}",
            })
    void variablesAreFilledIn(String css) {
        assertEquals("#111111", Styled.of(css, P).colour());
    }

    @Test
    void variablesCanMakeUpAShorthand() {
        Styled styled =
                Styled.of(
                        ":root{--s:20px;--f:serif;--c:#123456} p{font:bold var(--s)/1.5 var(--f);"
                                + "background:var(--c) none}",
                        P);
        assertEquals(20, styled.style("x").fontSize());
        assertEquals(700, styled.style("x").weight());
        assertEquals("#123456", styled.background());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#abc | #aabbcc",
                "#aabbcc80 | #aabbcc 50%",
                "RED | #ff0000",
                "transparent | #000000 0%",
                "rgb(1,2,3) | #010203",
                "rgb(1 2 3 / 50%) | #010203 50%",
                "rgba(100%,0%,0%,.25) | #ff0000 25%",
                "hsl(120,100%,25%) | #008000",
                "hsl(0.5turn 100% 50% / 1) | #00ffff",
                "hwb(0 20% 20%) | #cc3333",
                "rgb(300,-1,0) | #ff0000",
                "rgb(1,2) | #000000",
                "rgb(1 2 3 4) | #000000",
                "#12345 | #000000"
            })
    void colours(String css, String hex) {
        assertEquals(hex, Styled.of("p{color:" + css + "}", P).colour());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color-mix(in srgb, red, blue)",
                "oklch(50% 0.1 20)",
                "CanvasText",
                "rgb(from red r g b)"
            })
    void someColoursAreNotGuessed(String css) {
        assertNull(Styled.of("p{color:red;color:" + css + "}", P).colour());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2em | 40",
                "50% | 10",
                "1.5rem | 24",
                "12pt | 16",
                "smaller | 16.67",
                "x-large | 24",
                "calc(1rem + 2 * 2px) | 20",
                "clamp(10px, 5vw, 30px) | 30",
                "max(1em, 12px) | 20",
                "0 | 0",
                "12 | 20",
                "-3px | 20"
            })
    void fontSizes(String css, double pixels) {
        Styled styled = Styled.of("body{font-size:20px} p{font-size:" + css + "}", P);
        assertEquals(pixels, styled.style("x").fontSize(), 0.01);
    }

    @Test
    void weightsAreRelativeToTheParents() {
        Styled styled = Styled.of("", "<b>一<b id=x>二</b></b><h1><b id=y>三</b></h1>");
        assertEquals(900, styled.style("x").weight());
        assertEquals(900, styled.style("y").weight());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p",
                ".a",
                ".a.b",
                "#x",
                "*",
                "[class]",
                "[class~=a]",
                "[class^=a][class$=b]",
                "[id=x i]",
                "[ID='x']",
                ":root p",
                "body > p",
                "h1 + p",
                "h1 ~ p",
                ":is(h6, p)",
                "p:not(.c)",
                "p:not(:hover)",
                "p:nth-child(2)",
                "p:nth-child(2n)",
                "p:nth-child(-n+3)",
                "p:nth-child(1 of .a)",
                "p:last-of-type",
                "body:has(> p) p",
                "p:has(+ ul)",
                "p:has(~ ul li)",
                "p:lang(zh)",
                "P",
                "p::first-line, p",
                "h1 ~ p.a",
                "html body *",
                "p:-webkit-any(p)",
                ".\\61"
            })
    void selectorsThatMatch(String selector) {
        assertEquals("#111111", coloured(selector));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".A",
                "#X",
                "[class=a]",
                "p:hover",
                "p:focus-visible",
                "a:visited",
                "p::before",
                "p:nth-child(3)",
                "p > p",
                "p + h1",
                "p:has(ul)",
                "p:empty",
                "p:unknown",
                "p:gt(0)",
                "p:contains(文字)",
                "[^cl]",
                "p, :unknown",
                "p::-moz-x, p",
                "p..a",
                "> p",
                "p >",
                "",
                "p:not()",
                ":lang(en)",
                "h1 > p",
                "*|p",
                "p:nth-child(x)",
                "p:is()",
                "{"
            })
    void selectorsThatDoNot(String selector) {
        assertEquals("#000000", coloured(selector));
    }

    private static String coloured(String selector) {
        String body = "<h1>题</h1><p id=x class='a b'>文字</p><ul><li>项</li></ul>";
        return Styled.of(selector + "{color:#111111}", body).colour();
    }

    @Test
    void nestedRulesStandBelowTheirParents() {
        String css =
                """
                .n { color: #111111; & b { color: #222222 } i { color: #333333 }
                  > u { color: #444444 } .o & { color: #555555 } &:hover { color: red }
                  @media (min-width: 1px) { s { color: #666666 } } font-size: 20px }
                b, i { color: red }
                """;
        Styled styled =
                Styled.of(
                        css,
                        "<div class=n id=n><b id=b>一</b><i id=i>二</i><u id=u>三</u><s id=s>四</s>"
                                + "</div><div class=o><div class=n id=x>五</div></div>");
        assertEquals("#222222", styled.style("b").colour().colour().hex());
        assertEquals("#333333", styled.style("i").colour().colour().hex());
        assertEquals("#444444", styled.style("u").colour().colour().hex());
        assertEquals("#666666", styled.style("s").colour().colour().hex());
        assertEquals("#111111", styled.style("n").colour().colour().hex());
        assertEquals("#555555", styled.colour());
        assertEquals(20, styled.style("x").fontSize());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p{color:#111111;color red;*color:red;;}",
                "p{;;color:#111111",
                "/* { */ p{color:#111111} /*",
                "p{color:#111111} q{ } } p{color:red}",
                "p{filter:progid:X.Y(a='#80000000',b=1);color:#111111}",
                "@unknown {p{color:red}} p{color:#111111}",
                "@unknown x; p{color:#111111}",
                "<!-- p{color:#111111} -->",
                "p{c\\6f lor:#111111}",
                "p{content:\"}\";color:#111111}",
                "p{background:url(a;b}c.png);color:#111111}",
                "@font-face{color:red} @keyframes p{from{color:red}} p{color:#111111}",
                "@supports (display:grid) and (not (display:made-up)){p{color:#111111}}",
                "@supports not (display:grid){p{color:red}} p:not(a){color:#111111}",
                "@charset 'utf-8'; @namespace url(x); p{color:#111111}",
                "p{color:#111111} p{(color:red;)} p{[}color:red] }"
            })
    void mistakesDropNoMoreThanBrowsersDrop(String css) {
        assertEquals("#111111", Styled.of(css, P).colour());
    }

    @Test
    void importsComeFirstAndOnce() {
        Map<String, String> sheets =
                Map.of(
                        "css/a.css", "@import 'b.css'; @import url(../c.css) print; p{color:red}",
                        "css/b.css", "@import 'a.css'; p{background:#222222}",
                        "c.css", "p{background:red!important}");
        Styled styled =
                Styled.of("@import 'css/a.css'; p{color:#111111}", P, Medium.SCREEN, sheets);
        assertEquals("#111111", styled.colour());
        assertEquals("#222222", styled.background());
        assertTrue(styled.page().isSure());
    }

    @Test
    void aSheetThatCannotBeHadLeavesNothingCertain() {
        assertFalse(Styled.of("@import 'none.css';", P).page().isSure());
    }

    @Test
    void oldAttributesColourLikeWeakRules() {
        String body =
                "<table bgcolor=ddeeff><tr><td id=x><font color=#111111 id=f size=5>文字</font>";
        Styled styled = Styled.of("table{background:#eeeeee}", body);
        assertEquals("#111111", styled.style("f").colour().colour().hex());
        assertEquals(24, styled.style("f").fontSize());
        assertEquals("#ddeeff", Styled.of("", "<table id=x bgcolor=ddeeff>").background());
        assertEquals(
                "#eeeeee",
                Styled.of("table{background:#eee}", "<table id=x bgcolor=red>").background());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#123 | #112233",
                "#123 url(x.png) no-repeat center / cover fixed | #112233",
                "url(a.png), #123 | #112233",
                "none | #000000 0%",
                "linear-gradient(red, blue) | #000000 0%",
                "#123 made-up | #444444",
                "#123, url(a.png) | #444444"
            })
    void backgroundsAreCutIntoTheirParts(String css, String hex) {
        Styled styled = Styled.of("p{background:#444} p{background:" + css + "}", P);
        assertEquals(hex, styled.background());
    }
}
