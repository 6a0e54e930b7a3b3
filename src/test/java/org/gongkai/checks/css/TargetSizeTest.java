package org.gongkai.checks.css;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetSizeTest {
    private static final String SMALL =
            "<style>a,button{display:inline-block;box-sizing:border-box;width:16px;height:16px;"
                    + "padding:0;border:0}</style>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=a aria-label=上>上</a><a href=b aria-label=下>下</a>",
                "<button>一</button> <button>二</button>",
                "<div style='display:flex;gap:4px'><a href=a>上</a><a href=b>下</a></div>"
            })
    void failsSmallTargetsSideBySide(String body) {
        List<Finding> findings = check(SMALL + body);
        assertEquals(List.of(true, true), findings.stream().map(Finding::certain).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=a>上</a>",
                "<div style='display:flex;gap:12px'><a href=a>上</a></div><a href=b>下</a>"
            })
    void asksAPersonWhetherASmallTargetStandsApart(String body) {
        List<Finding> findings = check(SMALL + body);
        assertEquals(false, findings.isEmpty());
        assertEquals(true, findings.stream().noneMatch(Finding::certain), findings::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=a style='width:24px;height:24px'>够大</a>",
                "<a href=a style='min-width:24px;min-height:24px'>够大</a>",
                "<a href=a style='padding:4px;box-sizing:content-box'>连边够大</a>",
                "<a href=a style='width:auto;height:auto'>要排版才知道</a>",
                "<p>句中的<a href=a>链接</a>不算</p>",
                "<a href=a style='display:inline'>行内</a>",
                "<a style='width:1px'>没有去处</a>",
                "<button disabled>不能按</button>",
                "<button style='display:none'>看不见</button>",
                "<input type=checkbox><input type=radio>",
                "<label>整个标签都可点<input type=checkbox style='width:16px;height:16px'></label>"
            })
    void saysNothingOfOtherTargets(String body) {
        assertEquals(List.of(), check(SMALL + body));
    }

    @Test
    void saysHowSmallItIs() {
        Finding finding = check(SMALL + "<a href=a style='width:40px' aria-label=下载>↓</a>").get(0);
        assertEquals("target-size", finding.check());
        assertEquals("可点的“下载”高16像素，不到24像素；四周没有空开的，容易点错。", finding.what());
    }

    private static List<Finding> check(String body) {
        return new StyleChecks(Medium.SCREEN, ContrastRatio.AA)
                .check(Jsoup.parse("<!doctype html>" + body), href -> Optional.empty());
    }
}
