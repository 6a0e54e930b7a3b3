package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.gongkai.model.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The buckets from which the search box takes what it offers. */
class SuggestionsTest {
    @TempDir private Path folder;

    @Test
    void offersAUnitByAnyOfItsNames() {
        SortedMap<String, String> buckets =
                buckets(
                        site().with(
                                        "content/units.yml",
                                        "单位: [{名称: 县发展和改革局, 代码: fagaiju, 简称: [县发改局]}]\n"));
        String unit = "[0,\"县发展和改革局\",\"units/fagaiju/\"";
        assertEquals("[" + unit + ",\"改局\"]]", buckets.get("县发"));
        assertEquals("[" + unit + ",\"改局\"]]", buckets.get("发展").replace("]]", ",\"改局\"]]"));
        assertEquals("[" + unit + ",\"gaiju zhanhegaigeju\"]]", buckets.get("fa"));
        assertEquals("[" + unit + ",\"hggj\"]]", buckets.get("fz"));
    }

    @Test
    void offersATitleByItsBeginningAndByWhatItIsAbout() {
        SortedMap<String, String> buckets = buckets(site().titled("样例县人民政府关于印发《样例县农村公路养护办法》的通知"));
        String notice = "[[3,\"样例县人民政府关于印发《样例县农村公路养护办法》的通知\",\"notices/2023/n1/\"]]";
        assertEquals(notice, buckets.get("农村"));
        assertEquals(notice, buckets.get("农"));
        assertTrue(buckets.get("样例").contains("[3,"));
        assertEquals(notice.replace("]]", ",\"ngcungongluyanghubanfa\"]]"), buckets.get("no"));
        assertEquals(notice.replace("]]", ",\"glyhbfdtz\"]]"), buckets.get("nc"));
        assertNull(buckets.get("公路"));
        assertNull(buckets.get("通知"));
    }

    @Test
    void offersANumberByItsLettersAndInPinyinUpToTheYear() {
        SortedMap<String, String> buckets = buckets(site().titled("关于防汛的通知"));
        assertTrue(
                buckets.get("样政").contains("[4,\"样政办发〔2023〕1号\",\"notices/2023/n1/\"]"),
                buckets.get("样政"));
        assertTrue(buckets.get("yz").contains("\"bf2023\""), buckets.get("yz"));
        assertTrue(buckets.get("ya").contains("\"ngzhengbanfa2023\""), buckets.get("ya"));
    }

    @Test
    void offersTopicsAndPages() {
        SortedMap<String, String> buckets =
                buckets(
                        site().noticeWith("主题分类: [社会救助]")
                                .with("content/pages/zhinan.md", "---\n标题: 社会公开指南\n---\n文字\n"));
        assertEquals(
                "[[1,\"社会救助\",\"topics/shehuijiuzhu/\"],[2,\"社会公开指南\",\"pages/zhinan/\"]]",
                buckets.get("社会"));
    }

    @Test
    void offersUnitsTopicsAndPagesFirstThenTheNewestNotices() {
        SortedMap<String, String> buckets =
                buckets(
                        site().with("content/units.yml", "单位: [{名称: 公路局, 代码: gonglu}]\n")
                                .with("content/pages/a.md", "---\n标题: 公路说明\n---\n文字\n")
                                .noticeWith("主题分类: [公路]")
                                .titled("关于公路甲段的通知", "关于公路乙段的通知"));
        assertEquals(
                List.of("公路局", "公路", "公路说明", "关于公路甲段的通知", "关于公路乙段的通知"), texts(buckets.get("公路")));
    }

    @Test
    void aBucketThatLeavesSomeOutSaysHowLongTheNextPrefixesAre() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            titles.add("关于公路养护第" + (char) ('甲' + i) + "段的通知");
        }
        SortedMap<String, String> buckets = buckets(site().titled(titles));
        assertTrue(buckets.get("公路").startsWith("[6,["), buckets.get("公路"));
        assertEquals(titles.subList(0, 8), texts(buckets.get("公路")));
        assertNull(buckets.get("公路养"));
        assertEquals(List.of(titles.get(3)), texts(buckets.get("公路养护第" + (char) ('甲' + 3))));
        assertEquals(titles.subList(0, 8), texts(buckets.get("公")));
    }

    @Test
    void aBucketOfEqualKeysHasNoneBelowIt() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            titles.add("年度报告");
        }
        SortedMap<String, String> buckets = buckets(site().titled(titles));
        assertTrue(buckets.get("年度").startsWith("[0,["), buckets.get("年度"));
        assertEquals(24, texts(buckets.get("年度")).size());
        assertNull(buckets.get("年度报"));
    }

    @Test
    void everyBucketIsSoundJsonOfAtMostTwentyFour() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            titles.add("关于“引号”\\\\和\uD840\uDC00第" + i % 7 + "号的通知" + i);
        }
        buckets(site().titled(titles))
                .forEach((key, json) -> assertTrue(texts(json).size() <= 24, key));
    }

    /** As suggest.js walks: whatever begins as it was typed, the best of it is found. */
    @Test
    void theBestIsFoundForEveryBeginningOfEveryTitle() {
        List<String> titles = new ArrayList<>();
        String words = "公路养护管理住房保障";
        for (int i = 0; i < 300; i++) {
            titles.add(
                    "关于"
                            + words.charAt(i % 10)
                            + words.charAt(i / 10 % 10)
                            + words.charAt(i / 3 % 10)
                            + words.charAt(i * 7 % 10)
                            + "的通知");
        }
        SortedMap<String, String> buckets = buckets(site().titled(titles));
        for (String title : new TreeSet<>(titles)) {
            for (int length = 1; length <= title.length(); length++) {
                check(buckets, titles, title.substring(0, length), title.substring(0, length));
                if (length > 2) {
                    String core = title.substring(2, length);
                    check(buckets, titles, core, "关于" + core);
                }
            }
        }
    }

    private static void check(
            SortedMap<String, String> buckets, List<String> titles, String typed, String start) {
        if (typed.startsWith("关于") && !start.equals(typed)) {
            return;
        }
        String best = titles.stream().filter(each -> each.startsWith(start)).findFirst().get();
        int length = Math.min(2, typed.length());
        while (true) {
            String json = buckets.get(typed.substring(0, length));
            int next =
                    json.startsWith("[[")
                            ? 0
                            : Integer.parseInt(json.substring(1, json.indexOf(',')));
            if (next == 0 || next > typed.length()) {
                assertTrue(texts(json).contains(best), typed + " " + json);
                return;
            }
            length = next;
        }
    }

    @Test
    void isTheSameEveryTime() {
        Site site = site().titled("关于公路的通知", "关于公租房的通知", "关于公告的通知").read();
        assertEquals(Suggestions.of(site).buckets(), Suggestions.of(site).buckets());
    }

    private TinySite site() {
        return new TinySite(folder);
    }

    private static SortedMap<String, String> buckets(TinySite site) {
        return Suggestions.of(site.read()).buckets();
    }

    /** The texts that a bucket offers; its JSON is read to the end. */
    private static List<String> texts(String json) {
        List<String> texts = new ArrayList<>();
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            int place = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                place = token == JsonToken.START_ARRAY ? 0 : place + 1;
                if (token == JsonToken.VALUE_STRING && place == 2) {
                    texts.add(parser.getString());
                }
            }
        }
        return texts;
    }
}
