package org.gongkai;

import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A 政策解读 and its notice: each leads to the other, in time, and in words of its own. */
class InterpretationMistakesTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String B = "content/notices/2023/b.md";
    private static final String SETTINGS =
            "名称: 样例县政府信息公开专栏\n网址: https://yangli.example/\n网站标识码: \"3799000009\"\n";
    private static final String LONG =
            "为加强城乡供水管理，保障生活、生产用水，维护用户和供水单位的合法权益，根据有关法律、法规，结合本县实际，制定本办法。"
                    + "在本县行政区域内从事城乡公共供水、用水以及相关管理活动，适用本办法。"
                    + "县水利局负责城乡供水的行业管理。乡镇人民政府、街道办事处协助做好供水设施保护、用水纠纷调解和应急供水的组织工作。"
                    + "因施工、检修等原因确需停水的，供水单位应当提前二十四小时通知用户。";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"《样例县供水办法》政策解读", "一图读懂《样例县供水办法》", "样例县供水办法解读（二）", "图解样例县供水办法"})
    void warnsOfOneThatNamesNoNotice(String title) {
        assertWarned(
                new TinyColumn(folder).withNotice("2023/a", "样例县人民政府办公室关于做好政务公开工作的通知", title),
                A
                        + ":2: 警告 从标题看这是一份解读，但没有写明解读的是哪份文件，两份文件不能互相链接。"
                        + "请加上一行“解读: [被解读文件的发文字号]”。[interpretation-target]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于做好政策解读工作的通知", "政策解读工作制度", "样例县政策解读方案"})
    void takesNoNoticeAboutExplainingForOne(String title) {
        assertWarned(new TinyColumn(folder).withNotice("2023/a", "样例县人民政府办公室关于做好政务公开工作的通知", title));
    }

    @Test
    void letsPassOneThatComesOutWithItsNotice() {
        assertWarned(column("2023-09-14", "换一种说法，说明为什么要做、怎样去办。"));
    }

    @Test
    void warnsOfOneThatComesOutBeforeItsNotice() {
        assertWarned(
                column("2023-09-13", "换一种说法。"),
                B
                        + ":8: 警告 解读的发布日期 2023-09-13 早于它解读的“样政办发〔2023〕1号”（2023-09-14，"
                        + A
                        + " 第 8 行）。请核对两份文件的发布日期；解读应当与文件同步发布。[interpretation-date]");
    }

    @ParameterizedTest
    @CsvSource({"2023-09-19, 0", "2023-09-20, 1"})
    void warnsOfOneThatComesOutLaterThanTheSettingsAllow(String published, int warnings) {
        TinyColumn column =
                column(published, "换一种说法。")
                        .with("site.yml", SETTINGS + "阈值:\n  解读期限工作日: 3\n")
                        .build();
        assertEquals(warnings, column.places("interpretation-date").size());
    }

    @Test
    void doesNotAskWhenWhereNoTermIsSet() {
        assertWarned(column("2023-09-30", "换一种说法。"));
    }

    @Test
    void warnsOfOneThatCopiesItsNotice() {
        assertWarned(
                column("2023-09-14", "现解读如下。" + LONG),
                B
                        + ":9: 警告 这份解读有 95% 的文字与“样政办发〔2023〕1号”的原文相同。"
                        + "解读应当用自己的话说明背景、主要内容和办理方法，不要照抄原文。[interpretation-copy]");
    }

    @Test
    void letsPassOneThatOnlyQuotes() {
        String own =
                "停水以前要早说：计划好的检修，最晚前一天就要告诉大家；管子突然爆了，边修边说。水表坏了找供水单位换，"
                        + "表后面的管子归自己修。想装自来水，居民三天办好，一般单位五天，要接外线的最多半个月。"
                        + "《办法》说“县水利局负责城乡供水的行业管理”，有意见可以找水利局，也可以打热线反映，三天内答复。";
        assertWarned(column("2023-09-14", own));
    }

    @Test
    void asksForOneOnlyWhereTheSettingsDo() {
        String catalog = "目录:\n  - 名称: 行政规范性文件\n";
        TinyColumn column =
                new TinyColumn(folder)
                        .with("content/catalog.yml", catalog)
                        .withNotice("2023/a", "审核:", "栏目: 行政规范性文件\n审核:")
                        .build();
        assertEquals(List.of(), column.problems());
        assertWarned(
                column.with("site.yml", SETTINGS + "阈值:\n  应有解读的栏目: [行政规范性文件]\n"),
                A
                        + ":9: 警告 “行政规范性文件”里的文件应有解读，这一份没有。"
                        + "请发布解读，并在解读里写“解读: [样政办发〔2023〕1号]”。[interpretation-missing]");
        assertWarned(
                column.withNotice(
                        "2023/b",
                        "00000001",
                        "00000002",
                        "发文字号: 样政办发〔2023〕1号\n",
                        "",
                        "关于做好政务公开工作的通知",
                        "政策解读",
                        "审核:",
                        "解读: [样政办发〔2023〕1号]\n审核:"));
    }

    /** A notice, and what explains it. */
    private TinyColumn column(String published, String body) {
        return new TinyColumn(folder)
                .withNotice("2023/a", "请认真贯彻执行。", LONG)
                .withNotice(
                        "2023/b",
                        "00000001",
                        "00000002",
                        "〕1号",
                        "〕2号",
                        "关于做好政务公开工作的通知",
                        "政策解读",
                        "发布日期: 2023-09-14",
                        "发布日期: " + published,
                        "审核:",
                        "解读: [样政办发〔2023〕1号]\n审核:",
                        "请认真贯彻执行。",
                        body);
    }
}
