package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what is 主动公开 and 发布 gets out; of the rest, no byte. */
class WithheldContentTest {
    private static final List<String> REVIEWERS = List.of("赵初审", "钱复审", "孙终审");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"状态: 草稿", "公开属性: 依申请公开", "公开属性: 不予公开"})
    void publishesNoByteOfWithheldNotice(String line) {
        TinyColumn column = columnWithSecret(line).build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertTrue(column.has("notices/2023/a/index.html"));
        assertEquals(List.of(), filesWith(column, "绝密词"));
        assertEquals(List.of(), filesWith(column, "yinmi"));
        assertEquals(List.of(), filesWith(column, "yinmi".toUpperCase(java.util.Locale.ROOT)));
        assertEquals(List.of(), filesWith(column, "juemici"));
    }

    @ParameterizedTest
    @CsvSource({"状态: 草稿", "公开属性: 依申请公开", "公开属性: 不予公开"})
    void countsNoTaskOfWithheldNotice(String line) {
        TinyColumn column = columnWithSecret(line).build();
        assertEquals(List.of(), Json.objects(column.read("data/tasks.json")));
        assertEquals(
                Map.of("lead", 0, "responsible", 0, "collective", 0),
                Json.objects(column.read("data/units.json")).get(0).get("tasks"));
        assertEquals(1, Json.objects(column.read("data/notices.json")).size());
        assertEquals(1, Csv.read(column.read("data/tasks.csv")).size(), "the heading alone");
    }

    @Test
    void showsDraftWithItsTasksAndFilesWhereDraftsAreAskedFor() {
        TinyColumn column = columnWithSecret("状态: 草稿").drafts().build();
        assertTrue(column.published(), () -> column.problems().toString());
        BuiltSite site = new BuiltSite(column.out());
        assertTrue(
                site.page("notices/2023/yinmi/index.html")
                        .select("#task-1")
                        .text()
                        .contains("绝密词要求"));
        assertEquals("绝密词附件", column.read("notices/2023/yinmi/files/yinmi.txt"));
        assertEquals(2, Json.objects(column.read("data/notices.json")).size());
        assertEquals(1, Json.objects(column.read("data/tasks.json")).size());
        assertTrue(column.has("pages/yinmi-ye/index.html"));
    }

    @ParameterizedTest
    @CsvSource({"公开属性: 依申请公开", "公开属性: 不予公开"})
    void draftsSwitchShowsNothingElse(String line) {
        TinyColumn column = columnWithSecret(line).drafts().build();
        assertTrue(column.published(), () -> column.problems().toString());
        assertEquals(1, Json.objects(column.read("data/notices.json")).size());
        assertFalse(column.has("notices/2023/yinmi/index.html"));
        assertEquals(List.of(), filesWith(column, "绝密词标题"));
        assertEquals(List.of(), filesWith(column, "绝密词附件"));
    }

    @Test
    void neverNamesReviewers() {
        TinyColumn column = columnWithSecret("状态: 草稿").drafts().build();
        assertTrue(column.published(), () -> column.problems().toString());
        for (String reviewer : REVIEWERS) {
            assertEquals(List.of(), filesWith(column, reviewer));
        }
        assertEquals(List.of(), filesWith(column, "审核"));
        assertEquals(List.of(), filesWith(column, "终审"));
    }

    @Test
    void mistypedDisclosureIsRefusedAndNotPublished() {
        TinyColumn column =
                new TinyColumn(folder).withNotice("2023/a", "主题分类:", "公开属性: 依申清公开\n主题分类:").build();
        assertEquals(List.of("content/notices/2023/a.md:6"), column.places("value"));
        assertFalse(column.published());
    }

    @Test
    void refusesAttachmentThatIsSourceOfWithheldNotice() {
        TinyColumn column =
                columnWithSecret("公开属性: 不予公开")
                        .withNotice("2023/a", "审核:", "附件: [{文件: yinmi.md}]\n审核:")
                        .build();
        assertFalse(column.published());
    }

    @Test
    void withdrawnNoticeIsGoneFromNextBuild() {
        TinyColumn column = columnWithSecret("状态: 发布").build();
        assertFalse(filesWith(column, "绝密词").isEmpty());
        columnWithSecret("公开属性: 不予公开").build();
        assertEquals(List.of(), filesWith(column, "绝密词"));
    }

    /** One notice to publish, and one with all that a notice can have to keep. */
    private TinyColumn columnWithSecret(String line) {
        return new TinyColumn(folder)
                .withNotice()
                .with("content/notices/2023/files/yinmi.txt", "绝密词附件")
                .with("content/notices/2023/files/yinmi-tu.png", "绝密词图")
                .with("content/notices/2023/files/yinmi-zheng.txt", "绝密词佐证")
                .with(
                        "content/notices/2023/yinmi.md",
                        """
                        ---
                        标题: 绝密词标题
                        索引号: 11371524004435601F/2023-00000002
                        发文字号: 绝密词〔2023〕2号
                        发布机关: 样例县人民政府办公室
                        主题分类: [绝密词主题]
                        成文日期: 2023-09-13
                        发布日期: 2023-09-14
                        关键词: [绝密词关键词]
                        修改: [样政办发〔2023〕1号]
                        附件: [{名称: 绝密词附件名, 文件: files/yinmi.txt}]
                        LINE
                        审核:
                          初审: {人员: 赵初审, 日期: 2023-09-11}
                          复审: {人员: 钱复审, 日期: 2023-09-12}
                          终审: {人员: 孙终审, 日期: 2023-09-13}
                        ---
                        绝密词正文 ![绝密词](files/yinmi-tu.png)
                        """
                                .replace("LINE", line))
                .with(
                        "content/notices/2023/yinmi.tasks.yml",
                        """
                        标题: 绝密词表
                        任务:
                          - 要求: 绝密词要求
                            牵头部门: 样例县人民政府办公室
                            完成时限: 2023年12月底前
                            进展: [{日期: 2023-09-20, 状态: 进行中, 说明: 绝密词说明, 佐证: files/yinmi-zheng.txt}]
                        """)
                .with(
                        "content/pages/yinmi-ye.md",
                        "---\n标题: 绝密词页\n状态: 草稿\n审核: {初审: {人员: 赵初审, 日期: 2023-09-11}}\n"
                                + "---\n绝密词[图](files/yinmi-ye.txt)\n")
                .with("content/pages/files/yinmi-ye.txt", "绝密词页附件");
    }

    /** The published files whose name or bytes hold the words. */
    private static List<String> filesWith(TinyColumn column, String words) {
        BuiltSite site = new BuiltSite(column.out());
        List<String> found = new ArrayList<>();
        String bytes = latin(words.getBytes(StandardCharsets.UTF_8));
        for (String file : site.files()) {
            if (file.contains(words) || latin(site.bytes(file)).contains(bytes)) {
                found.add(file);
            }
        }
        return found;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
