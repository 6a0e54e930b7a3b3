package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a notice stands on a day follows from its own dates and from later notices. */
class ValidityTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String B = "content/notices/2024/b.md";

    @TempDir private Path folder;
    private TinyColumn column;

    @Test
    void isInForceWhereNothingIsSaid() {
        column().withNotice().build();
        assertStands("2023/a", "IN_FORCE", "有效", null);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-10-31, NOT_YET_IN_FORCE, 尚未生效",
        "2023-11-01, IN_FORCE, 有效",
        "2023-11-02, IN_FORCE, 有效"
    })
    void beginsOnItsEffectiveDate(String asOf, String code, String label) {
        column().withNotice("2023/a", "审核:", "施行日期: 2023-11-01\n审核:").asOf(asOf).build();
        assertStands("2023/a", code, label, null);
        assertEquals(List.of(), column.problems());
    }

    @ParameterizedTest
    @CsvSource({"2023-12-30, IN_FORCE, 有效", "2023-12-31, IN_FORCE, 有效", "2024-01-01, EXPIRED, 失效"})
    void holdsThroughItsLastDay(String asOf, String code, String label) {
        column().withNotice("2023/a", "审核:", "有效期至: 2023-12-31\n审核:").asOf(asOf).build();
        assertStands("2023/a", code, label, null);
    }

    @Test
    void isExpiredWhereItsFileSaysSo() {
        column().withNotice("2023/a", "审核:", "有效性: 失效\n审核:").build();
        assertStands("2023/a", "EXPIRED", "失效", null);
        assertEquals(List.of(), column.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "样政办发〔2023〕1号",
                "样政办发[2023]1号",
                "11371524004435601F/2023-00000001",
                "样例县人民政府办公室关于做好政务公开工作的通知",
                "《样例县人民政府办公室关于做好政务公开工作的通知》",
                "《样例县人民政府办公室关于做好政务公开工作的通知》（样政办发〔2023〕1号）",
                "《样例县人民政府办公室关于做好政务公开工作的通知》(样政办发[2023]1号)",
                "《样例县人民政府办公室关于做好政务公开工作的通知》 （ 样政办发（2023）1号 ）",
                "《关于做好政务公开；工作、试点的通知（试行）》（样政办发〔2023〕1号）",
                "《通知》（11371524004435601F/2023-00000001）",
                "关于做好政务公开工作的通知（试行）（样政办发〔2023〕1号）",
                "2023/a"
            })
    void isRepealedByALaterNoticeWithoutBeingEdited(String name) {
        column().withNotice().with(B, later("废止: [\"" + name + "\"]")).asOf("2024-02-01").build();
        assertEquals(List.of(), column.problems());
        assertStands("2023/a", "REPEALED", "废止", "2024/b");
        assertStands("2024/b", "IN_FORCE", "有效", null);
    }

    @Test
    void linksARepealedNoticeAndTheOneThatRepealedIt() {
        column().withNotice().with(B, later("废止: [样政办发〔2023〕1号]")).asOf("2024-02-01").build();
        String ended = column.read("notices/2023/a/index.html");
        assertTrue(ended.contains("href=\"../../../notices/2024/b/\""), ended);
        assertTrue(ended.contains("样例县人民政府办公室关于加强政务公开工作的意见"), ended);
        assertTrue(ended.contains("废止"), ended);
        String ending = column.read("notices/2024/b/index.html");
        assertTrue(ending.contains("href=\"../../../notices/2023/a/\""), ending);
        assertTrue(ending.contains("样政办发〔2023〕1号"), ending);
        assertTrue(column.has("validity/repealed/index.html"));
        assertTrue(column.read("validity/repealed/index.html").contains("notices/2023/a/"));
    }

    @Test
    void isRepealedByTheNoticeThatReplacesIt() {
        column().withNotice().with(B, later("替代: 样政办发〔2023〕1号")).asOf("2024-02-01").build();
        assertEquals(List.of(), column.problems());
        assertStands("2023/a", "REPEALED", "废止", "2024/b");
        assertTrue(column.read("notices/2023/a/index.html").contains("notices/2024/b/"));
    }

    @Test
    void staysInForceAsAmended() {
        column().withNotice("2023/a", "审核:", "有效性: 有效\n审核:")
                .with(B, later("修改: [样政办发〔2023〕1号]"))
                .asOf("2024-02-01")
                .build();
        assertEquals(List.of(), column.problems());
        assertStands("2023/a", "AMENDED", "已修改", "2024/b");
        assertTrue(
                column.read("notices/2023/a/index.html")
                        .contains("href=\"../../../notices/2024/b/\""));
        assertTrue(
                column.read("notices/2024/b/index.html")
                        .contains("href=\"../../../notices/2023/a/\""));
    }

    @Test
    void isRepealedAndNotOnlyAmendedWhereBothHappened() {
        column().withNotice()
                .with(B, later("修改: [样政办发〔2023〕1号]"))
                .with(
                        "content/notices/2024/c.md",
                        later("废止: [样政办发〔2023〕1号]")
                                .replace("00000002", "00000003")
                                .replace("〕2号", "〕3号")
                                .replace("成文日期: 2024-01-10", "成文日期: 2024-01-11"))
                .asOf("2024-02-01")
                .build();
        assertStands("2023/a", "REPEALED", "废止", "2024/c");
    }

    @Test
    void isNotRepealedByAnExplanation() {
        column().withNotice().with(B, later("解读: [样政办发〔2023〕1号]")).asOf("2024-02-01").build();
        assertEquals(List.of(), column.problems());
        assertStands("2023/a", "IN_FORCE", "有效", null);
        assertTrue(
                column.read("notices/2023/a/index.html")
                        .contains("href=\"../../../notices/2024/b/\""));
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, IN_FORCE, 有效,", "2024-03-01, REPEALED, 废止, 2024/b"})
    void isInForceUntilTheRepealTakesEffect(String asOf, String code, String label, String by) {
        column().withNotice()
                .with(B, later("废止: [样政办发〔2023〕1号]\n施行日期: 2024-03-01"))
                .asOf(asOf)
                .build();
        assertEquals(List.of(), column.problems());
        assertStands("2023/a", code, label, by);
    }

    @Test
    void pageOfAnExpiredNoticeLeadsToTheOneThatWillRepealIt() {
        column().withNotice("2023/a", "审核:", "有效期至: 2023-12-31\n审核:")
                .with(B, later("废止: [样政办发〔2023〕1号]\n施行日期: 2024-03-01"))
                .asOf("2024-02-01")
                .build();
        assertStands("2023/a", "EXPIRED", "失效", null);
        Element related = page("2023/a").selectFirst("section:has(> #related)");
        assertEquals(
                "相关文件 自 2024-03-01 起废止本文件：样例县人民政府办公室关于加强政务公开工作的意见（样政办发〔2024〕2号）", related.text());
    }

    @Test
    void pageOfAnExpiredNoticeStillLeadsToWhatAmendedIt() {
        column().withNotice("2023/a", "审核:", "有效期至: 2024-01-31\n审核:")
                .with(B, later("修改: [样政办发〔2023〕1号]"))
                .asOf("2024-02-01")
                .build();
        assertStands("2023/a", "EXPIRED", "失效", null);
        assertEquals(
                "相关文件 修改本文件：样例县人民政府办公室关于加强政务公开工作的意见（样政办发〔2024〕2号）",
                page("2023/a").selectFirst("section:has(> #related)").text());
    }

    @ParameterizedTest
    @CsvSource({
        "审核:, 修改: [样政办发〔2023〕1号], 本文件已被修改，修改后仍然有效",
        "有效性: 部分失效, 修改: [样政办发〔2023〕1号], 本文件已被修改，部分失效，其余部分仍然有效",
        "有效性: 部分失效, 解读: [样政办发〔2023〕1号], 本文件部分失效，其余部分仍然有效"
    })
    void saysThatWhatIsAmendedOrPartlyVoidIsStillInForce(String key, String act, String banner) {
        column().withNotice("2023/a", "审核:", key.equals("审核:") ? key : key + "\n审核:")
                .with(B, later(act))
                .asOf("2024-02-01")
                .build();
        assertEquals(banner, page("2023/a").selectFirst(".banner strong").text());
    }

    @Test
    void datesOfTheBannerStayWhole() {
        column().withNotice("2023/a", "审核:", "有效期至: 2023-12-31\n审核:").asOf("2024-02-01").build();
        assertEquals("2023-12-31", page("2023/a").selectFirst(".banner time").text());
        column.asOf("2023-10-08").with(B, later("废止: [样政办发〔2023〕1号]\n施行日期: 2024-03-01")).build();
        assertEquals("2024-03-01", page("2023/a").selectFirst(".banner time").text());
        assertEquals("2024-03-01", page("2024/b").selectFirst(".banner time").text());
    }

    private Document page(String id) {
        return new BuiltSite(column.out()).page("notices/" + id + "/index.html");
    }

    @Test
    void isNotRepealedByADraftUnlessDraftsAreBuilt() {
        column().withNotice()
                .with(B, later("废止: [样政办发〔2023〕1号]\n状态: 草稿"))
                .asOf("2024-02-01")
                .build();
        assertStands("2023/a", "IN_FORCE", "有效", null);
        assertFalse(column.read("notices/2023/a/index.html").contains("2024/b"));
        assertFalse(column.has("notices/2024/b/index.html"));

        column.drafts().build();
        assertStands("2023/a", "REPEALED", "废止", "2024/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"依申请公开", "不予公开"})
    void isRepealedByANoticeThatIsNamedNowhere(String disclosure) throws IOException {
        column().withNotice()
                .with(B, later("废止: [样政办发〔2023〕1号]\n公开属性: " + disclosure))
                .asOf("2024-02-01")
                .build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertStands("2023/a", "REPEALED", "废止", null);
        for (String secret :
                List.of("2024/b", "关于加强政务公开工作的意见", "样政办发〔2024〕2号", "2024-00000002", "第二份文件的正文")) {
            assertEquals(List.of(), filesWith(secret), secret);
        }
    }

    @Test
    void tellsWhereARepealIsWrittenThatStandsInTheRepealedNotice() {
        assertRefused(
                column().withNotice("2023/a", "审核:", "废止: [样政办发〔2023〕1号]\n审核:"),
                A
                        + ":9: 错误 “废止”里写的“样政办发〔2023〕1号”就是这份文件自己。"
                        + "请在新文件里写“废止: [旧文件的发文字号]”，旧文件不用改，把这里的删去。[relation-cycle]");
    }

    @Test
    void refusesTwoNoticesThatRepealEachOther() {
        column().withNotice("2023/a", "审核:", "废止: [样政办发〔2024〕2号]\n审核:")
                .with(B, later("废止: [样政办发〔2023〕1号]"))
                .asOf("2024-02-01")
                .build();
        assertFalse(column.published());
        assertEquals(
                List.of(
                        A
                                + ":9: 错误 “废止”绕成了圈：“样政办发〔2024〕2号”（"
                                + B
                                + "）又反过来作用于本文件。请核对两份文件的“废止”“替代”“修改”，去掉其中一处。[relation-cycle]",
                        B
                                + ":9: 错误 “废止”绕成了圈：“样政办发〔2023〕1号”（"
                                + A
                                + "）又反过来作用于本文件。请核对两份文件的“废止”“替代”“修改”，去掉其中一处。[relation-cycle]"),
                column.problems());
    }

    @Test
    void refusesALongerCircleToo() {
        column().withNotice("2023/a", "审核:", "替代: [样政办发〔2024〕3号]\n审核:")
                .with(B, later("废止: [样政办发〔2023〕1号]"))
                .with(
                        "content/notices/2024/c.md",
                        later("修改: [样政办发〔2024〕2号]")
                                .replace("00000002", "00000003")
                                .replace("办发〔2024〕2号\n发布", "办发〔2024〕3号\n发布"))
                .asOf("2024-02-01")
                .build();
        assertFalse(column.published());
        assertEquals(
                List.of(A + ":9", B + ":9", "content/notices/2024/c.md:9"),
                column.places("relation-cycle"));
    }

    @Test
    void refusesANoticeThatRepealsItself() {
        column().withNotice("2023/a", "审核:", "废止: [样政办发〔2023〕1号]\n审核:").build();
        assertFalse(column.published());
        assertEquals(List.of(A + ":9"), column.places("relation-cycle"));
    }

    @Test
    void refusesANoticeThatRepealsALaterOne() {
        column().withNotice("2023/a", "审核:", "废止: [样政办发〔2024〕2号]\n审核:")
                .with(B, later(""))
                .asOf("2024-02-01")
                .build();
        assertFalse(column.published());
        assertEquals(
                List.of(
                        A
                                + ":9: 错误 本文件成文于 2023-09-13，早于它废止的“样政办发〔2024〕2号”（2024-01-10，"
                                + B
                                + " 第 7 行）。请核对两份文件的成文日期和发文字号。[relation-order]"),
                column.problems());
    }

    @Test
    void warnsOfARepealThatNoNoticeExplains() {
        column().withNotice("2023/a", "审核:", "有效性: 废止\n审核:").build();
        assertTrue(column.published());
        assertStands("2023/a", "REPEALED", "废止", null);
        assertEquals(
                List.of(
                        A
                                + ":9: 警告 有效性写的是“废止”，但本栏目没有文件说明废止了它。"
                                + "请在废止它的文件里加上“废止: [样政办发〔2023〕1号]”。[repeal-unexplained]"),
                column.problems());
    }

    @Test
    void doesNotWarnOfARepealThatAnotherNoticeExplains() {
        column().withNotice("2023/a", "审核:", "有效性: 废止\n审核:")
                .with(B, later("废止: [样政办发〔2023〕1号]"))
                .asOf("2024-02-01")
                .build();
        assertEquals(List.of(), column.problems());
        assertStands("2023/a", "REPEALED", "废止", "2024/b");
    }

    @Test
    void warnsThatARepealIsUnexplainedWhereTheOtherNoticeOnlyAmends() {
        column().withNotice("2023/a", "审核:", "有效性: 废止\n审核:")
                .with(B, later("修改: [样政办发〔2023〕1号]"))
                .asOf("2024-02-01")
                .build();
        assertEquals(List.of(A + ":9"), column.places("repeal-unexplained"));
        assertEquals(List.of(B + ":9"), column.places("relation-contradiction"));
    }

    @Test
    void warnsThatARepealIsUnexplainedWhereOnlyADraftExplainsIt() {
        column().withNotice("2023/a", "审核:", "有效性: 废止\n审核:")
                .with(B, later("废止: [样政办发〔2023〕1号]\n状态: 草稿"))
                .asOf("2024-02-01")
                .build();
        assertEquals(List.of(A + ":9"), column.places("repeal-unexplained"));
    }

    @Test
    void offersTheNearestNumberForARepealOfSomethingUnknown() {
        column().withNotice().with(B, later("废止: [样政办发〔2022〕1号]")).asOf("2024-02-01").build();
        assertTrue(column.published());
        assertStands("2023/a", "IN_FORCE", "有效", null);
        assertEquals(
                List.of(
                        B
                                + ":9: 警告 “废止”中的“样政办发〔2022〕1号”在本栏目中找不到。"
                                + "是不是“样政办发〔2023〕1号”？如果那份文件不在本栏目，可以不管。[relation-unknown]"),
                column.problems());
        assertTrue(column.read("notices/2024/b/index.html").contains("样政办发〔2022〕1号"));
    }

    @Test
    void readsSeveralTitlesWithNumbersInOneText() {
        column().withNotice()
                .with(
                        "content/notices/2024/c.md",
                        later("")
                                .replace("2024-00000002", "2024-00000003")
                                .replace("〕2号", "〕3号")
                                .replace("2024-01-10", "2023-12-10"))
                .with(B, later("废止: 《关于甲、乙的通知》（样政办发〔2023〕1号）、《丙》（样政办发〔2024〕3号）"))
                .asOf("2024-02-01")
                .build();
        assertStands("2023/a", "REPEALED", "废止", "2024/b");
        assertStands("2024/c", "REPEALED", "废止", "2024/b");
    }

    @Test
    void warnsWhereTheNumberIsOneNoticesAndTheTitleAnothers() {
        column().withNotice()
                .with(
                        "content/notices/2023/c.md",
                        TinyColumn.NOTICE
                                .replace("关于做好政务公开工作的通知", "关于做好值班工作的通知")
                                .replace("00000001", "00000003")
                                .replace("〕1号", "〕3号"))
                .with(B, later("修改: [《样例县人民政府办公室关于做好值班工作的通知》（样政办发〔2023〕1号）]"))
                .asOf("2024-02-01")
                .build();
        assertEquals(
                List.of(
                        B
                                + ":9: 警告 “修改”中的“《样例县人民政府办公室关于做好值班工作的通知》（样政办发〔2023〕1号）”，"
                                + "文号是 content/notices/2023/a.md 的，标题却是 content/notices/2023/c.md 的。"
                                + "现在按文号认定。请核对，改成同一份文件的标题和文号。[relation-title]"),
                column.problems());
        assertStands("2023/a", "AMENDED", "已修改", "2024/b");
        assertStands("2023/c", "IN_FORCE", "有效", null);
    }

    @Test
    void offersTheNumberOfTheTitleWhereTheOneBesideItIsUnknown() {
        column().withNotice()
                .with(B, later("废止: [《样例县人民政府办公室关于做好政务公开工作的通知》（样政发〔2019〕9号）]"))
                .asOf("2024-02-01")
                .build();
        assertEquals(
                List.of(
                        B
                                + ":9: 警告 “废止”中的“《样例县人民政府办公室关于做好政务公开工作的通知》（样政发〔2019〕9号）”在本栏目中找不到。"
                                + "是不是“样政办发〔2023〕1号”？如果那份文件不在本栏目，可以不管。[relation-unknown]"),
                column.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"样政办发〔2023〕5号和样政办发〔2023〕6号", "《甲》（样政办发〔2023〕5号）和《乙》（样政办发〔2023〕6号）"})
    void asksForOneItemOfTheListForEachNumber(String several) {
        column().withNotice().with(B, later("废止: [" + several + "]")).asOf("2024-02-01").build();
        assertEquals(
                List.of(
                        B
                                + ":9: 警告 “废止”中的“"
                                + several
                                + "”里有几个文号，当成一份文件找不到。"
                                + "请把每个文号写成列表里的一项，例如 废止: [样政办发〔2020〕3号, 样政办发〔2020〕4号]。[relation-unknown]"),
                column.problems());
    }

    @Test
    void offersNoNumberThatIsUnlikeTheOneTyped() {
        column().withNotice("2023/a", "审核:", "修改: [国务院令第711号]\n审核:").build();
        assertEquals(
                List.of(
                        A
                                + ":9: 警告 “修改”中的“国务院令第711号”在本栏目中找不到。"
                                + "请核对发文字号或索引号；如果那份文件不在本栏目，可以不管。[relation-unknown]"),
                column.problems());
    }

    @Test
    void warnsThatItSaysInForceAfterItsEnd() {
        column().withNotice("2023/a", "审核:", "有效性: 有效\n有效期至: 2023-12-31\n审核:")
                .asOf("2024-01-01")
                .build();
        assertTrue(column.published());
        assertStands("2023/a", "EXPIRED", "失效", null);
        assertEquals(
                List.of(
                        A
                                + ":9: 警告 有效性写的是“有效”，但有效期已于 2023-12-31 届满（第 10 行），"
                                + "网页上已显示为“失效”。请改成“有效性: 失效”；如果延长了有效期，请改“有效期至”。[validity-expired]"),
                column.problems());
    }

    @Test
    void warnsSixMonthsBeforeItsEnd() {
        column().withNotice("2023/a", "审核:", "有效期至: 2024-06-30\n审核:").asOf("2023-12-29").build();
        assertEquals(List.of(), column.problems());

        column.asOf("2023-12-31").build();
        assertTrue(column.published());
        assertEquals(
                List.of(
                        A
                                + ":9: 警告 有效期将于 2024-06-30 届满，不足 6 个月。"
                                + "请评估是否延续，并及时修订、重新公布或者宣布失效。[validity-ending]"),
                column.problems());
    }

    @Test
    void doesNotWarnOfTheEndOfWhatIsRepealedAlready() {
        column().withNotice("2023/a", "审核:", "有效期至: 2024-06-30\n审核:")
                .with(B, later("废止: [样政办发〔2023〕1号]"))
                .asOf("2024-02-01")
                .build();
        assertEquals(List.of(), column.problems());
    }

    @Test
    void warnsThatItSaysNotYetInForceAfterItsBeginning() {
        column().withNotice("2023/a", "审核:", "有效性: 尚未生效\n施行日期: 2023-10-01\n审核:")
                .asOf("2023-10-01")
                .build();
        assertTrue(column.published());
        assertStands("2023/a", "IN_FORCE", "有效", null);
        assertEquals(
                List.of(
                        A
                                + ":9: 警告 有效性写的是“尚未生效”，但已于 2023-10-01 起施行（第 10 行），"
                                + "网页上已显示为“有效”。请改成“有效性: 有效”。[validity-started]"),
                column.problems());
    }

    @Test
    void warnsThatItSaysInForceBeforeItsBeginning() {
        column().withNotice("2023/a", "审核:", "有效性: 有效\n施行日期: 2023-10-02\n审核:")
                .asOf("2023-10-01")
                .build();
        assertTrue(column.published());
        assertStands("2023/a", "NOT_YET_IN_FORCE", "尚未生效", null);
        assertEquals(List.of(A + ":9"), column.places("validity-not-started"));
    }

    @Test
    void isNotYetInForceWhereItSaysSoWithoutADate() {
        column().withNotice("2023/a", "审核:", "有效性: 尚未生效\n审核:").build();
        assertStands("2023/a", "NOT_YET_IN_FORCE", "尚未生效", null);
    }

    @Test
    void refusesAnEndBeforeTheBeginning() {
        column().withNotice("2023/a", "审核:", "施行日期: 2023-10-01\n有效期至: 2023-09-30\n审核:").build();
        assertFalse(column.published());
        assertEquals(
                List.of(A + ":10: 错误 有效期至 2023-09-30 早于施行日期 2023-10-01。请核对日期。[expiry-order]"),
                column.problems());
    }

    @Test
    void doesNotTakePartlyInForceForExpired() {
        column().withNotice("2023/a", "审核:", "有效性: 部分失效\n审核:").build();
        assertEquals(List.of(), column.problems());
        assertStands("2023/a", "PARTLY_IN_FORCE", "部分失效", null);
        assertTrue(column.read("validity/partly-in-force/index.html").contains("notices/2023/a/"));
        assertFalse(
                column.has("validity/expired/index.html")
                        && column.read("validity/expired/index.html").contains("notices/2023/a/"));
    }

    @Test
    void warnsWhereTwoNoticesRepealTheSameOne() {
        column().withNotice()
                .with(B, later("废止: [样政办发〔2023〕1号]"))
                .with(
                        "content/notices/2024/c.md",
                        later("替代: [样政办发〔2023〕1号]")
                                .replace("00000002", "00000003")
                                .replace("〕2号", "〕3号"))
                .asOf("2024-02-01")
                .build();
        assertTrue(column.published());
        assertStands("2023/a", "REPEALED", "废止", "2024/b");
        assertEquals(
                List.of(
                        "content/notices/2024/c.md:9: 警告 “样政办发〔2023〕1号”已由 "
                                + B
                                + " 第 9 行废止或替代。请核对，只保留真正使它失效的一处。[relation-contradiction]"),
                column.problems());
    }

    @Test
    void isRepealedWhicheverFileIsReadFirst() {
        column().with("content/notices/2025/z.md", TinyColumn.NOTICE)
                .with("content/notices/2024/b.md", later("废止: [样政办发〔2023〕1号]"))
                .asOf("2024-02-01")
                .build();
        assertStands("2025/z", "REPEALED", "废止", "2024/b");
    }

    private TinyColumn column() {
        column = new TinyColumn(folder);
        return column;
    }

    /** A notice of 2024 without mistakes; what it says of others stands from line 9. */
    private static String later(String keys) {
        return TinyColumn.NOTICE
                .replace("关于做好政务公开工作的通知", "关于加强政务公开工作的意见")
                .replace("2023-00000001", "2024-00000002")
                .replace("样政办发〔2023〕1号", "样政办发〔2024〕2号")
                .replace("2023-09-13\n发布", "2024-01-10\n发布")
                .replace("发布日期: 2023-09-14", "发布日期: 2024-01-11")
                .replace("审核:", keys.isEmpty() ? "审核:" : keys + "\n审核:")
                .replace("请认真贯彻执行。", "第二份文件的正文。");
    }

    private void assertStands(String id, String code, String label, String by) {
        assertTrue(column.published(), () -> column.problems().toString());
        String notice =
                column.read("data/notices.json")
                        .lines()
                        .filter(line -> line.startsWith("{\"id\":\"" + id + "\""))
                        .findFirst()
                        .orElseThrow();
        String expected =
                "\"validity\":{\"code\":\"%s\",\"label\":\"%s\",\"by\":%s}"
                        .formatted(code, label, by == null ? "null" : "\"" + by + "\"");
        assertTrue(notice.contains(expected), notice);
        assertTrue(column.read("notices/" + id + "/index.html").contains(label));
    }

    private List<String> filesWith(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(column.out())) {
            return files.filter(Files::isRegularFile)
                    .filter(
                            file -> {
                                try {
                                    String all =
                                            new String(
                                                    Files.readAllBytes(file),
                                                    StandardCharsets.ISO_8859_1);
                                    return all.contains(wanted) || file.toString().contains(text);
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            })
                    .map(Path::toString)
                    .toList();
        }
    }
}
