package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.gongkai.JavaScript;
import org.gongkai.Json;
import org.gongkai.model.Site;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the search box offers of the buckets: {@code suggest.js}. */
class SuggestScriptTest {
    private final JavaScript script = new JavaScript("suggest.js");
    private final Set<String> read = new LinkedHashSet<>();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void saysWhatAndWhereASuggestionIs() {
        Site site =
                site().with("content/units.yml", "单位: [{名称: 县财政局, 代码: caizhengju, 曾用名: [县财税局]}]\n")
                        .with("content/pages/zhinan.md", "---\n标题: 财政指南\n---\n文字\n")
                        .noticeWith("主题分类: [财政]")
                        .titled("关于财政预算的通知")
                        .read();
        assertEquals(
                "[{\"kind\":\"unit\",\"text\":\"县财政局\",\"url\":\"units/caizhengju/\"},"
                        + "{\"kind\":\"topic\",\"text\":\"财政\",\"url\":\"topics/caizheng/\"},"
                        + "{\"kind\":\"page\",\"text\":\"财政指南\",\"url\":\"pages/zhinan/\"},"
                        + "{\"kind\":\"notice\",\"text\":\"关于财政预算的通知\",\"url\":\"notices/2023/n1/\"}]",
                json(site, "财政"));
        assertEquals(List.of("县财政局"), offered(site, "财税"));
        assertEquals(List.of("县财政局"), offered(site, "caishuiju"));
        assertEquals(List.of("县财政局"), offered(site, "xcsj"));
    }

    @Test
    void takesHanPinyinAndInitialsInAnyWidthAndCase() {
        Site site = site().titled("关于印发《农村公路养护办法》的通知", "关于农业的通知").read();
        for (String typed : List.of("农村公路", "《农村", "农 村", "nongcun", "NongCunGongLu", "ｎｃｇｌ")) {
            assertEquals(List.of("关于印发《农村公路养护办法》的通知"), offered(site, typed), typed);
        }
        assertEquals(2, offered(site, "nong").size());
    }

    @Test
    void findsANumberInAnyBrackets() {
        Site site = site().titled("关于公路的通知", "关于农业的通知").read();
        for (String typed : List.of("样政办发〔2023〕2", "样政办发[2023]2号", "样政办发2023 2")) {
            assertEquals(List.of("样政办发〔2023〕2号"), offered(site, typed), typed);
        }
        assertEquals(2, offered(site, "yzbf2023").size());
    }

    @Test
    void offersNothingForNothingOneLatinLetterOrWhatIsUnknown() {
        Site site = site().titled("关于公路的通知").read();
        for (String typed : List.of("", " ", "——", "g", "1", "constructor", "不知道", "zzzz")) {
            assertEquals(List.of(), offered(site, typed), typed);
        }
    }

    @Test
    void offersEightAtMostTheNewestFirst() {
        List<String> titles = titles(40);
        Site site = site().titled(titles).read();
        assertEquals(titles.subList(0, 8), offered(site, "公路"));
        assertEquals(titles.subList(0, 8), offered(site, "公"));
        assertEquals(titles.subList(0, 8), offered(site, "gl"));
    }

    @Test
    void readsAtMostTwoBucketsMoreWithEachLetter() {
        List<String> titles = titles(40);
        Site site = site().titled(titles).read();
        SortedMap<String, String> buckets = Suggestions.of(site).buckets();
        for (String whole : List.of(titles.get(30).substring(2), "gongludiyiduan")) {
            read.clear();
            for (int length = 1; length <= whole.length(); length++) {
                Set<String> before = Set.copyOf(read);
                json(buckets, whole.substring(0, length));
                read.removeAll(before);
                assertTrue(read.size() <= 2, whole.substring(0, length) + " " + read);
                read.addAll(before);
            }
        }
    }

    @Test
    void findsEveryNoticeByWhatItIsAbout() {
        List<String> titles = titles(40);
        Site site = site().titled(titles).read();
        SortedMap<String, String> buckets = Suggestions.of(site).buckets();
        for (String title : titles) {
            String core = title.substring(2, title.indexOf("的"));
            assertEquals(List.of(title), texts(json(buckets, core)), core);
        }
    }

    private TinySite site() {
        return new TinySite(folder);
    }

    private static List<String> titles(int count) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            titles.add("关于公路" + "一二三四五六七八九十".charAt(i / 10) + "标" + (char) ('甲' + i % 10) + "段的通知");
        }
        return titles;
    }

    private List<String> offered(Site site, String typed) {
        return texts(json(site, typed));
    }

    private static List<String> texts(String json) {
        return Json.objects(json).stream().map(each -> (String) each.get("text")).toList();
    }

    private String json(Site site, String typed) {
        return json(Suggestions.of(site).buckets(), typed);
    }

    private String json(SortedMap<String, String> buckets, String typed) {
        ProxyExecutable lookUp =
                arguments -> {
                    String key = arguments[1].asString();
                    read.add(key);
                    return buckets.containsKey(key) ? script.json(buckets.get(key)) : null;
                };
        return script.call(
                "suggest",
                ProxyObject.fromMap(Map.of("lookUp", lookUp)),
                script.json("{\"suggestionShards\":1}"),
                typed);
    }
}
