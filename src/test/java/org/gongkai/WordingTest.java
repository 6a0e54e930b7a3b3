package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 错敏词 and marks of secrecy are found with their line; what only looks like one is let pass. */
class WordingTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String TERMS = "content/terms.yml";
    private static final String ASK = "确需保留的，经批准后写进 content/waivers.yml。";
    private static final String OWN =
            """
            词语:
              - {错: 烈土, 对: 烈士, 理由: 形近误写, 依据: 通报, 例外: [激烈土, 强烈土]}
              - {错: 截止目前, 对: 截至目前, 程度: 提醒}
            """;

    @TempDir private Path folder;

    /** They come along with text from web pages, and nobody sees them. */
    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u200c", "\u2060", "\ufeff", "\u00ad"})
    void findsWhatCharactersThatNobodySeesStandIn(String unseen) {
        assertRefused(
                notice("缅怀烈" + unseen + "土。\n\n（此件不公开）" + unseen),
                A + ":16: 错误 “烈土”是错敏词（形近误写）。请改成“烈士”。" + ASK + "[term]",
                A
                        + ":18: 错误 这里有“（此件不公开）”，是不能公开的标志。"
                        + "请核对公开属性：不能公开的，请写“公开属性: 不予公开”或者撤下附件；已解密、可以公开的，请删去这一标志。"
                        + ASK
                        + "[secrecy-mark]");
    }

    // 错敏词

    @Test
    void refusesAWrongWordAndSaysWhatToTypeAndWarnsOfADoubtfulOne() {
        assertRefused(
                notice("缅怀烈土，截止目前。"),
                A + ":16: 错误 “烈土”是错敏词（形近误写）。请改成“烈士”。" + ASK + "[term]",
                A + ":16: 警告 “截止目前”可能写错了。请核对，一般写成“截至目前”。" + ASK + "[term]");
    }

    @Test
    void readsTitlesTasksPagesUnitsAndCatalogToo() {
        TinyColumn column =
                new TinyColumn(folder)
                        .with(TERMS, OWN)
                        .withNotice("2023/a", "做好政务公开工作", "纪念烈土")
                        .with(
                                "content/notices/2023/a.tasks.yml",
                                "年度: 2023\n任务:\n  - 要求: 纪念烈土。\n    责任单位: 样例县人民政府办公室\n")
                        .with("content/pages/shuoming.md", "---\n标题: 说明\n---\n纪念烈土\n")
                        .with("content/catalog.yml", "目录:\n  - {名称: 政策文件, 说明: 纪念烈土}\n")
                        .with(
                                "content/units.yml",
                                "单位:\n  - {名称: 样例县人民政府办公室, 代码: zhengfuban, 类别: 政府办公室, 职能: 纪念烈土}\n")
                        .build();
        assertEquals(
                List.of(
                        "content/catalog.yml:2",
                        A + ":2",
                        "content/notices/2023/a.tasks.yml:3",
                        "content/pages/shuoming.md:4",
                        "content/units.yml:2"),
                column.places("term"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"烈 土", "烈**土**", "烈\n土", "烈　土", "烈\r\n土", "**烈**_土_"})
    void findsAWordThatIsCut(String body) {
        TinyColumn column = notice("缅怀" + body).build();
        assertEquals(List.of(A + ":16"), column.places("term"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"争论激烈土地纠纷", "争论激烈\n土地纠纷", "强烈土腥味", "烈\n\n土", "| 烈 | 土 |", "先烈，土地"})
    void letsPassWhatIsRight(String body) {
        assertWarned(notice(body));
    }

    @Test
    void findsAWordBesideAnException() {
        TinyColumn column = notice("激烈土地，烈土").build();
        assertEquals(List.of(A + ":16"), column.places("term"));
    }

    @Test
    void takesTheGeneratorsListWhereAColumnHasNone() {
        TinyColumn column = new TinyColumn(folder).withNotice("2023/a", "请认真", "县攻府请认真").build();
        assertEquals(List.of(A + ":16"), column.places("term"));
        column.with(TERMS, OWN).build();
        assertEquals(List.of(), column.places("term"));
    }

    @Test
    void saysWhatIsWrongWithTheListItself() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                TERMS,
                                """
                                词语:
                                  - {错: 攻府, 对: 攻府}
                                  - {错: 烈土, 对: 烈士, 例外: [烈马]}
                                  - {错: 烈土, 对: 烈士}
                                  - {错: 土, 对: 士}
                                  - {错: 秸杆, 改: 秸秆}
                                  - {错: 秸竿, 对: 秸秆, 程度: 严重}
                                  - {错: 竟争, 对: 竞争, 例外: [竟争]}
                                  - {错: 竟 赛, 对: 竞赛}
                                """),
                TERMS + ":2: 错误 “错”和“对”都是“攻府”。请把“对”改成正确的写法；不需要的请删去这一项。[terms]",
                TERMS + ":3: 错误 例外“烈马”里没有“烈土”。请写包含“烈土”的更长的词。[terms]",
                TERMS + ":4: 错误 “烈土”写了两遍，第 3 行已有。请只保留一处。[terms]",
                TERMS + ":5: 错误 “土”不能用来查找。请写两个字以上的词，中间不要有空格、“*”和“_”，例如“攻府”。[terms]",
                TERMS + ":6: 错误 缺少“对”。请加上一行“对: 政府”。[missing-key]",
                TERMS + ":6: 错误 没有“改”这个键。可以用的键有：错、对、理由、依据、程度、例外。[unknown-key]",
                TERMS + ":7: 错误 “程度”不能写成“严重”。可以写：错误、提醒。[value]",
                TERMS + ":8: 错误 例外“竟争”就是“竟争”。请写包含“竟争”的更长的词。[terms]",
                TERMS + ":9: 错误 “竟 赛”不能用来查找。请写两个字以上的词，中间不要有空格、“*”和“_”，例如“攻府”。[terms]");
    }

    @Test
    void ownListHoldsOnlyWhatIsFound() throws IOException {
        String list = Files.readString(TinyColumn.GENERATOR.resolve(TERMS));
        List<String> words =
                list.lines()
                        .filter(line -> line.contains("{错: "))
                        .map(line -> line.replaceFirst(".*\\{错: ([^,]+),.*", "$1"))
                        .toList();
        assertFalse(words.size() < 40, words.toString());
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "请认真贯彻执行。", String.join("\n\n", words))
                        .build();
        assertEquals(words.size(), column.places("term").size());
    }

    // 密级

    @ParameterizedTest
    @ValueSource(
            strings = {
                "机密★10年", "秘密★", "绝密 ★ 长期", "**机密★**", "机密", "秘密  1年", "内部资料　注意保存", "内部文件，严禁外传",
                "（内部资料）", "（此件不公开）", "（此件不予公开）", "此件依申请公开", "（依申请公开）", "公开方式：不予公开", "> 不得公开",
                        "密级：秘密"
            })
    void refusesATextThatSaysThatItMustNotGetOut(String mark) {
        TinyColumn column = notice(mark + "\n\n正文。").build();
        assertEquals(List.of(A + ":16"), column.places("secrecy-mark"), mark);
        assertFalse(column.published());
    }

    @Test
    void saysWhatToDoAboutAMark() {
        assertRefused(
                notice("机密★10年"),
                A
                        + ":16: 错误 这里有“机密★10年”，是不能公开的标志。"
                        + "请核对公开属性：不能公开的，请写“公开属性: 不予公开”或者撤下附件；已解密、可以公开的，请删去这一标志。"
                        + ASK
                        + "[secrecy-mark]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "涉及国家秘密、商业秘密和个人隐私的，依法不公开。",
                "严格执行保密审查制度，保守秘密。",
                "不得泄露内部资料。",
                "（此件公开发布）",
                "（此件主动公开）",
                "## 依申请公开\n\n按指南办理。",
                "## 不予公开\n\n说明理由。",
                "| 不予公开 | 3 |",
                "依申请公开工作要规范。",
                "★秘密花园景区",
                "1. 不予公开的，说明理由。"
            })
    void letsPassWordsThatAreNoMark(String body) {
        assertWarned(notice(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"样例县供水办法（征求意见稿）", "样例县供水办法（送审稿）"})
    void warnsOfAnUnfinishedTextInATitle(String title) {
        assertWarned(
                new TinyColumn(folder).withNotice("2023/a", "样例县人民政府办公室关于做好政务公开工作的通知", title),
                A
                        + ":2: 警告 标题里有“"
                        + title.substring(8, title.length() - 1)
                        + "”，但不像是在征求意见。请核对是不是误发了没有定稿的文件；已经定稿的，请去掉这几个字。[draft-title]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "关于《样例县供水办法（征求意见稿）》公开征求意见的公告",
                "《样例县供水办法（征求意见稿）》起草说明",
                "《样例县供水办法（征求意见稿）》意见采纳情况"
            })
    void letsPassATitleThatAsksForOpinions(String title) {
        assertWarned(new TinyColumn(folder).withNotice("2023/a", "样例县人民政府办公室关于做好政务公开工作的通知", title));
    }

    private TinyColumn notice(String body) {
        return new TinyColumn(folder).with(TERMS, OWN).withNotice("2023/a", "请认真贯彻执行。", body);
    }
}
