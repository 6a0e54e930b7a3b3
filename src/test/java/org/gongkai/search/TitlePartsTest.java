package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a title when that is gone which every title has. */
class TitlePartsTest {
    private final TitleParts parts = new TitleParts("样例县");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    关于印发《农村公路养护办法》的通知         | 农村公路养护办法
                    关于2026年义务教育招生的公告               | 义务教育招生
                    《农村公路养护办法》政策解读               | 农村公路养护办法 政策解读
                    关于转发县财政局社会救助实施方案的通知     | 县财政局社会救助实施方案
                    关于公租房申请的补充通知（2026年第9期）    | 公租房申请
                    关于土地流转发包的意见                     | 土地流转发包
                    关于复印发票的批复                         | 复印发票
                    2025年报                                   | 年报
                    关于成立第2届政务公开委员会的决定          | 政务公开委员会
                    关于公布2026年项目名单的通知               | 项目名单
                    关于5G基站建设的意见                       | 基站建设
                    通知                                       | 通知
                    """)
    void leavesWhatATitleIsAbout(String title, String fragments) {
        assertEquals(fragments, fragments(title));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    关于进一步优化营商环境的通知     | 优化营商环境 营商环境
                    关于做好防汛抗旱的通知           | 防汛抗旱
                    关于印发样例县应急预案的通知     | 样例县应急预案 应急预案
                    关于规范性文件清理的通知         | 规范性文件清理
                    关于加强规范样例县停车的通知     | 加强规范样例县停车 规范样例县停车 样例县停车 停车
                    """)
    void knowsWhereACitizenMayBeginToType(String title, String typed) {
        assertEquals(
                typed,
                parts.of(title).stream()
                        .filter(TitleParts.Part::fragment)
                        .flatMap(
                                part ->
                                        part.starts().stream()
                                                .map(start -> part.text().substring(start)))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void knowsWhereTheMatterEnds() {
        assertEquals(List.of("防汛抗旱"), matters("关于防汛抗旱工作的通知"));
        assertEquals(List.of("公务员面试"), matters("关于公务员面试有关事项的公告"));
        assertEquals(List.of("工作"), matters("关于工作的通知"));
    }

    @Test
    void takesWhoStandsBeforeTheMatterForTheIssuers() {
        assertEquals(
                "县财政局 县发展和改革局",
                parts.of("县财政局 县发展和改革局关于收费目录的公告").stream()
                        .filter(part -> part.fragment() && part.issuer())
                        .map(TitleParts.Part::text)
                        .collect(Collectors.joining(" ")));
        assertEquals(0, parts.of("《农村公路办法》政策解读").stream().filter(TitleParts.Part::issuer).count());
    }

    @ParameterizedTest
    @CsvSource({"样例县人民政府办公室关于印发《2026年政务公开工作要点》的通知（第3号）", "关于第9期ＷＰＳ培训", "𠀀𠀁关于𠀂的通知", "——"})
    void losesNoLetter(String title) {
        assertEquals(
                Letters.of(title).replace(" ", ""),
                parts.of(title).stream().map(TitleParts.Part::text).collect(Collectors.joining()));
    }

    private String fragments(String title) {
        return parts.of(title).stream()
                .filter(TitleParts.Part::fragment)
                .map(TitleParts.Part::text)
                .collect(Collectors.joining(" "));
    }

    private List<String> matters(String title) {
        return parts.of(title).stream()
                .filter(TitleParts.Part::fragment)
                .map(part -> part.text().substring(0, part.end()))
                .toList();
    }
}
