package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the accessibility tools (无障碍工具) work out apart from any page. */
class ToolScriptsTest {
    private static final String NOTHING =
            "{\"size\":\"\",\"contrast\":\"\",\"elder\":\"\",\"pointer\":\"\",\"guide\":\"\",\"speed\":\"\"}";

    @Test
    void readsOfWhatWasSavedOnlyWhatItKnows() {
        try (JavaScript settings = new JavaScript("tools", "settings.js")) {
            for (String text :
                    List.of(
                            "",
                            "{",
                            "null",
                            "7",
                            "[]",
                            "{\"size\":\"9\",\"x\":\"1\",\"elder\":true}")) {
                assertEquals(NOTHING, settings.call("parse", text), text);
            }
            assertEquals(
                    NOTHING.replace("\"size\":\"\"", "\"size\":\"3\""),
                    settings.call("parse", "{\"size\":\"3\",\"contrast\":\"pink\"}"));
        }
    }

    @Test
    void savesOnlyWhatWasChosen() {
        try (JavaScript settings = new JavaScript("tools", "settings.js")) {
            assertEquals("\"\"", settings.call("format", settings.json(NOTHING)));
            assertEquals(
                    "\"{\\\"contrast\\\":\\\"black\\\"}\"",
                    settings.call(
                            "format", settings.json("{\"contrast\":\"black\",\"elder\":\"\"}")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 1, 1",
        "'', '', -1, ''",
        "1, '', -1, ''",
        "4, '', 1, 4",
        "'', on, 1, 3",
        "'', on, -1, 1",
        "1, on, -1, 1",
        "1, on, 1, ''",
    })
    void resizesByOneStepAndElders(String size, String elder, int by, String then) {
        try (JavaScript settings = new JavaScript("tools", "settings.js")) {
            String before = "{\"size\":\"%s\",\"elder\":\"%s\"}";
            assertEquals(
                    before.formatted(then, elder),
                    settings.call("resized", settings.json(before.formatted(size, elder)), by));
        }
    }

    @Test
    void leavingTheModeForEldersGivesBackTheSizeThatWasChosen() {
        try (JavaScript settings = new JavaScript("tools", "settings.js")) {
            String elder =
                    settings.call(
                            "advanced", settings.json("{\"size\":\"2\",\"elder\":\"\"}"), "elder");
            assertEquals("{\"size\":\"2\",\"elder\":\"on\"}", elder);
            assertEquals(
                    "{\"size\":\"2\",\"elder\":\"\"}",
                    settings.call("advanced", settings.json(elder), "elder"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "elder, elder, on",
        "contrast, contrast, white",
        "pointer, pointer, on",
        "guide, guide, line",
        "larger, size, 2",
        "smaller, size, ''",
    })
    void buttonsAndKeysChangeOneSetting(String what, String name, String value) {
        try (JavaScript settings = new JavaScript("tools", "settings.js")) {
            String before = NOTHING.replace("\"size\":\"\"", "\"size\":\"1\"");
            assertEquals(
                    before.replaceFirst(
                            "\"" + name + "\":\"1?\"", "\"" + name + "\":\"" + value + "\""),
                    settings.call("after", settings.json(before), what));
        }
    }

    @Test
    void resetGivesUpEverySettingAndReadingNone() {
        try (JavaScript settings = new JavaScript("tools", "settings.js")) {
            String before = NOTHING.replace("\"size\":\"\"", "\"size\":\"1\"");
            assertEquals(NOTHING, settings.call("after", settings.json(before), "reset"));
            for (String what : List.of("panel", "read", "previous", "next", "stop")) {
                assertEquals(null, settings.call("after", settings.json(before), what), what);
            }
        }
    }

    @Test
    void goesFromTheLastColourToThePagesOwn() {
        try (JavaScript settings = new JavaScript("tools", "settings.js")) {
            String colour = "{\"contrast\":\"%s\"}";
            for (List<String> step :
                    List.of(List.of("", "white"), List.of("white", "black"), List.of("blue", ""))) {
                assertEquals(
                        colour.formatted(step.get(1)),
                        settings.call(
                                "advanced",
                                settings.json(colour.formatted(step.get(0))),
                                "contrast"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "第一句。第二句！第三句？ | 第一句。/第二句！/第三句？",
                "没有句号 | 没有句号",
                "会议指出：“要抓好落实。要报告结果。”各单位照办。 | 会议指出：“要抓好落实。/要报告结果。”/各单位照办。",
                "本办法（以下称办法。见附件。）自发布之日起施行。特此通知。 | 本办法（以下称办法。见附件。）自发布之日起施行。/特此通知。",
                "增长3.5%。网址是www.a.cn/?q=1&b=2。 | 增长3.5%。/网址是www.a.cn/?q=1&b=2。",
                "1. 总体要求 | 1. 总体要求",
                "See No. 5 and e.g. this. Next one. | See No. 5 and e.g. this./Next one.",
                "怎么办？！……这样办。 | 怎么办？！/……这样办。",
                "真的吗?!是的. | 真的吗?!/是的.",
                "（没有闭合。第二句。 | （没有闭合。/第二句。",
                "—— | ''",
                "《甲。乙》和〔丙。丁〕。 | 《甲。乙》和〔丙。丁〕。",
            })
    void cutsTextIntoSentences(String text, String pieces) {
        assertEquals(pieces, cut(text));
    }

    @Test
    void cutsLongSentencesAtTheirPauses() {
        String clause = "县政府各部门要按照职责分工认真做好有关工作";
        assertEquals(
                clause + "，" + clause + "；/" + clause + "。",
                cut(clause + "，" + clause + "；" + clause + "。"));
        // Nowhere to pause.
        assertEquals(clause.repeat(4), cut(clause.repeat(4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "发布日期：2026-03-09 | 发布日期：2026年3月9日",
                "临政办发〔2026〕20号 | 临政办发2026年20号",
                "上午8:30—12:00 | 上午8:30至12:00",
                "电话0000-6210001 | 电话0000-6210001",
                "2023—2025年 | 2023至2025年",
                "县财政局 县税务局 | 县财政局，县税务局",
                "PDF file | PDF file",
                "公开——这是要求 | 公开，这是要求",
            })
    void speaksDatesNumbersAndSpansInWords(String text, String spoken) {
        try (JavaScript script = new JavaScript("tools", "sentences.js")) {
            assertEquals('"' + spoken + '"', script.call("spoken", text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en-US+, ''",
        "en-US+ zh-CN-, ''",
        "zh-HK+, ''",
        "zh-TW+ zh-CN+, zh-CN",
        "zh_CN+, zh_CN",
        "cmn-Hans-CN+, cmn-Hans-CN",
        "zh-TW+, zh-TW",
        "zh+, zh",
    })
    void readsWithMandarinOfThisDevice(String voices, String chosen) {
        try (JavaScript script = new JavaScript("tools", "sentences.js")) {
            List<String> all =
                    List.of(voices.split(" ")).stream()
                            .map(
                                    voice ->
                                            "{\"lang\":\"%s\",\"localService\":%s}"
                                                    .formatted(
                                                            voice.substring(0, voice.length() - 1),
                                                            voice.endsWith("+")))
                            .toList();
            String voice = script.call("voiceOf", script.json(all.toString()));
            assertEquals(
                    chosen.isEmpty() ? null : "{\"lang\":\"" + chosen + "\",\"localService\":true}",
                    voice);
        }
    }

    @Test
    void knowsWhichCellsCoverARow() {
        try (JavaScript script = new JavaScript("tools", "grid.js")) {
            assertEquals(
                    "a0 b1 c2/a0~ d1/e0 f2",
                    covering(
                            script,
                            "[[{\"cell\":\"a\",\"rows\":2,\"columns\":1},{\"cell\":\"b\",\"rows\":1,\"columns\":1},{\"cell\":\"c\",\"rows\":1,\"columns\":1}],"
                                    + "[{\"cell\":\"d\",\"rows\":1,\"columns\":2}],"
                                    + "[{\"cell\":\"e\",\"rows\":9,\"columns\":2},{\"cell\":\"f\",\"rows\":1,\"columns\":1}]]"));
        }
    }

    /** The pieces, with strokes between them. */
    private static String cut(String text) {
        try (JavaScript script = new JavaScript("tools", "sentences.js")) {
            return ((List<?>) Json.read(script.call("sentences", text)))
                    .stream()
                            .map(piece -> (List<?>) piece)
                            .map(piece -> text.substring((int) piece.get(0), (int) piece.get(1)))
                            .collect(Collectors.joining("/"));
        }
    }

    /** Each row's cells with their columns; ~ is one that began above. */
    private static String covering(JavaScript script, String rows) {
        return ((List<?>) Json.read(script.call("grid", script.json(rows))))
                .stream()
                        .map(row -> ((List<?>) row).stream().map(ToolScriptsTest::place))
                        .map(places -> places.collect(Collectors.joining(" ")))
                        .collect(Collectors.joining("/"));
    }

    private static String place(Object of) {
        Map<?, ?> place = (Map<?, ?>) of;
        return ""
                + place.get("cell")
                + place.get("column")
                + (place.get("own").equals(true) ? "" : "~");
    }
}
