package org.gongkai.checks.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The time limits only end a test that would never end. */
@Timeout(120)
class HostileStyleSheetTest {
    private static final String DEEP = "<div><p>文字</p><b>字</b>".repeat(300);

    static Stream<String> sheetsThatSayNothing() {
        return Stream.of(
                "{}".repeat(100_000),
                "{".repeat(200_000),
                "a{".repeat(100_000),
                "a{b:" + "(".repeat(300_000),
                "p" + ":not(".repeat(50_000) + "{color:#bbb}",
                "@media screen{".repeat(50_000) + "p{color:#bbb}",
                "@media " + "(".repeat(50_000) + "{p{color:#bbb}}",
                "@supports " + "(not ".repeat(50_000) + "{p{color:#bbb}}",
                "p{" + "b{}".repeat(100_000),
                "/*".repeat(200_000),
                "\\".repeat(300_000),
                "\"'".repeat(100_000) + "\n",
                "url(".repeat(100_000),
                "@import 'a';".repeat(20_000),
                "p{font-size:" + "calc(".repeat(20_000) + "1px",
                "p{font-size:1e999px;width:1e-999px}",
                "p{color:var(--a)" + "}".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("sheetsThatSayNothing")
    void readsToTheEnd(String css) {
        assertEquals(List.of(), check(css));
    }

    @Test
    void readsAMegabyteOfRules() {
        String css = "q{color:red}".repeat(90_000) + "@layer " + "a.".repeat(9_000) + "a{}";
        assertEquals(300, check(css + "p{color:#bbb}").size());
    }

    @Test
    void variablesDoNotGrowWithoutEnd() {
        StringBuilder css = new StringBuilder(":root{--a0:red;");
        for (int i = 1; i < 60; i++) {
            css.append("--a%d:var(--a%d) var(--a%d);".formatted(i, i - 1, i - 1));
        }
        for (int i = 1; i < 10_000; i++) {
            css.append("--b%d:var(--b%d);".formatted(i, i - 1));
        }
        assertEquals(List.of(), check(css + "} p{color:var(--a59);color:var(--b9999)}"));
    }

    @Test
    void selectorsThatTakeForeverAreGivenUpAndSaidSo() {
        String css = "*:has(:has(* *)) * * * * * b{color:red} p:has(~ b * * *){color:red}";
        List<Finding> findings = check(css.repeat(3_000));
        assertEquals(1, findings.size());
        assertTrue(findings.get(0).what().contains("太复杂"));
    }

    private static List<Finding> check(String css) {
        Document page = Jsoup.parse("<!doctype html><style></style>" + DEEP);
        page.selectFirst("style").appendChild(new DataNode(css));
        return new StyleChecks(Medium.SCREEN, ContrastRatio.AA)
                .check(page, href -> Optional.of(""));
    }
}
