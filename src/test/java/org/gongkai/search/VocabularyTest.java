package org.gongkai.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.model.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be meant by what is typed in pinyin. */
class VocabularyTest {
    @TempDir private Path folder;

    @Test
    void knowsTopicsAndKeywordsInFullAndInInitials() {
        Vocabulary vocabulary = of(site().noticeWith("主题分类: [社会救助]\n关键词: [临时救助]"));
        assertEquals(List.of("社会救助"), vocabulary.phrases("shehuijiuzhu"));
        assertEquals(List.of("社会救助"), vocabulary.phrases("shjz"));
        assertEquals(List.of("临时救助"), vocabulary.phrases("lsjz"));
    }

    @Test
    void knowsUnitsByAllTheirNamesWithAndWithoutTheirFirstCharacter() {
        Vocabulary vocabulary =
                of(
                        site().with(
                                        "content/units.yml",
                                        "单位:\n  - {名称: 县发展和改革局, 代码: fagaiju, 简称: [县发改局], 曾用名: [县计划委员会]}\n"
                                                + "  - {名称: 县委组织部, 代码: zuzhibu}\n"));
        assertEquals(List.of("县发展和改革局"), vocabulary.phrases("xianfazhanhegaigeju"));
        assertEquals(List.of("发展和改革局"), vocabulary.phrases("fzhggj"));
        assertEquals(List.of("县发改局"), vocabulary.phrases("xfgj"));
        assertEquals(List.of("计划委员会"), vocabulary.phrases("jhwyh"));
        assertEquals(List.of(), vocabulary.phrases("wzzb"));
    }

    @Test
    void knowsCategories() {
        Vocabulary vocabulary =
                of(site().with("content/catalog.yml", "目录:\n  - {名称: 政策文件, 下级: [{名称: 行政许可}]}\n"));
        assertEquals(List.of("政策文件"), vocabulary.phrases("zcwj"));
        assertEquals(List.of("行政许可"), vocabulary.phrases("xingzhengxuke"));
    }

    @Test
    void knowsAListAndEachOfItsWords() {
        Vocabulary vocabulary = of(site().noticeWith("主题分类: [\"农业、水利\"]"));
        assertTrue(vocabulary.phrases("nysl").size() > 0);
        assertTrue(
                vocabulary.phrases("shuili").contains("水利"),
                vocabulary.phrases("shuili")::toString);
    }

    @Test
    void givesTheWholeGroupForOneOfItsSynonyms() {
        Vocabulary vocabulary = of(site().with("content/synonyms.txt", "公租房=公共租赁住房\n"));
        assertEquals(List.of("公租房", "公共租赁住房"), vocabulary.phrases("gongzufang"));
        assertEquals(List.of("公租房", "公共租赁住房"), vocabulary.phrases("gonggongzulinzhufang"));
    }

    @Test
    void knowsWhatATitleIsAbout() {
        Vocabulary vocabulary = of(site().titled("样例县人民政府关于印发《样例县自然灾害救助应急预案》的通知"));
        assertEquals(List.of("自然灾害救助应急预案"), vocabulary.phrases("zrzhjzyjya"));
        assertEquals(List.of("人民政府"), vocabulary.phrases("rmzf"));
        assertEquals(List.of(), vocabulary.phrases("tongzhi"));
        assertEquals(List.of(), vocabulary.phrases("guanyu"));
    }

    @Test
    void knowsWhatSeveralTitlesHaveInCommon() {
        Vocabulary vocabulary = of(site().titled("关于农村公路养护的通知", "关于乡村公路建设的通知", "关于县公路的意见"));
        assertEquals(List.of("公路"), vocabulary.phrases("gonglu"));
        assertEquals(List.of("村公路"), vocabulary.phrases("cgl"));
        assertEquals(List.of(), vocabulary.phrases("yanghu"));
    }

    @Test
    void knowsTheTitlesOfPages() {
        Vocabulary vocabulary =
                of(site().with("content/pages/wuzhangai.md", "---\n标题: 无障碍说明\n---\n文字\n"));
        assertEquals(List.of("无障碍说明"), vocabulary.phrases("wzasm"));
    }

    @Test
    void readsAPhraseAsItStoodInItsTitle() {
        Vocabulary vocabulary = of(site().titled("关于重庆市行政执法的通知", "关于重庆来客的通知"));
        assertEquals(List.of("重庆"), vocabulary.phrases("chongqing"));
        assertEquals(List.of("重庆市行政执法"), vocabulary.phrases("chongqingshixingzhengzhifa"));
    }

    @Test
    void takesVForTheUmlautAndAlsoUeForVe() {
        Vocabulary vocabulary = of(site().titled("关于绿化的通知", "关于战略的通知"));
        assertEquals(List.of("绿化"), vocabulary.phrases("lvhua"));
        assertEquals(List.of("战略"), vocabulary.phrases("zhanlve"));
        assertEquals(List.of("战略"), vocabulary.phrases("zhanlue"));
    }

    @Test
    void givesNamesFirstThenWhatStandsInMoreTitlesThenTheShorterOne() {
        Vocabulary vocabulary =
                of(
                        site().noticeWith("主题分类: [公里]")
                                .titled("关于管理的通知", "关于公路的通知", "关于公路的意见", "关于公立的通知"));
        assertEquals(List.of("公里", "公路", "公立", "管理"), vocabulary.phrases("gl"));
    }

    @Test
    void givesAtMostFivePhrases() {
        Vocabulary vocabulary =
                of(site().titled("关于管理的通知", "关于公路的通知", "关于鼓励的通知", "关于公里的通知", "关于过滤的通知", "关于概率的通知"));
        assertEquals(5, vocabulary.phrases("gl").size());
    }

    @Test
    void keysAreOfTwoToFortyLatinLetters() {
        Vocabulary vocabulary =
                of(
                        site().noticeWith("主题分类: [水, 5G网络, 政务WPS, 双创双创双创双创双创双创双创双创双创双创]")
                                .titled("关于龦龦的通知"));
        assertFalse(vocabulary.byPinyin().isEmpty());
        vocabulary.byPinyin().keySet().forEach(key -> assertTrue(key.matches("[a-z]{2,40}"), key));
        assertEquals(List.of("政务WPS"), vocabulary.phrases("zhengwuwps"));
        assertEquals(1, vocabulary.phrases("sc".repeat(10)).size());
    }

    @Test
    void isTheSameEveryTime() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            titles.add("关于" + "公路管理养护住房保障就业".substring(i % 7, i % 7 + 2 + i % 4) + "的通知");
        }
        Site site = site().titled(titles).read();
        assertEquals(Vocabulary.of(site).byPinyin(), Vocabulary.of(site).byPinyin());
    }

    @Test
    void isEmptyWhereNothingIsPublished() {
        Site site = site().with("content/units.yml", "单位: []\n").read();
        assertEquals(0, Vocabulary.of(site).byPinyin().size());
    }

    private TinySite site() {
        return new TinySite(folder);
    }

    private static Vocabulary of(TinySite site) {
        return Vocabulary.of(site.read());
    }
}
