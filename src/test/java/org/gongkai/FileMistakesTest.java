package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie or are named wrongly, can't be read, or ask for more than a column needs. */
class FileMistakesTest {
    private static final String A = "content/notices/2023/a.md";
    private static final String TASKS = "content/notices/2023/a.tasks.yml";
    private static final String BODY = "请认真贯彻执行。";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;

    // Encoding

    @Test
    void refusesAFileThatIsNotUtf8() {
        byte[] gbk = TinyColumn.NOTICE.getBytes(Charset.forName("GBK"));
        assertRefused(new TinyColumn(folder).with(A, gbk), notUtf8(A, 2));
    }

    @Test
    void showsTheLineThatIsNotUtf8() throws IOException {
        byte[] start = TinyColumn.NOTICE.getBytes(StandardCharsets.UTF_8);
        byte[] end = "另外：某某\n".getBytes(Charset.forName("GBK"));
        byte[] both = java.util.Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, both, start.length, end.length);
        assertRefused(new TinyColumn(folder).with(A, both), notUtf8(A, 17));
    }

    @Test
    void refusesUtf16() {
        byte[] utf16 = ("\uFEFF" + TinyColumn.NOTICE).getBytes(StandardCharsets.UTF_16LE);
        assertRefused(new TinyColumn(folder).with(A, utf16), notUtf8(A, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202a", "\u00ad"})
    void doesNotMindWhatNobodySeesInKeysAndValues(String unseen) {
        int end = TinyColumn.NOTICE.indexOf("各镇");
        String metadata = TinyColumn.NOTICE.substring(0, end).replace("", unseen);
        TinyColumn column =
                new TinyColumn(folder)
                        .with(A, metadata + TinyColumn.NOTICE.substring(end))
                        .with(TASKS, "任务:\n  - 要求: 甲\n    责任单位: 样例县人民政府办公室\n".replace("", unseen))
                        .build();
        assertEquals(List.of(), column.problems());
        String page = new BuiltSite(column.out()).page("notices/2023/a/index.html").text();
        assertTrue(page.contains("样例县人民政府办公室关于做好政务公开工作的通知"), page);
    }

    @Test
    void keepsWhatNobodySeesWhereAScriptNeedsIt() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "[综合政务, 政务公开]", "[综合政务, می\u200cخواهم]")
                        .build();
        assertEquals(List.of(), column.problems());
        String page = new BuiltSite(column.out()).page("notices/2023/a/index.html").text();
        assertTrue(page.contains("می\u200cخواهم"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void acceptsAByteOrderMarkAndEveryLineEnd(String lineEnd) {
        TinyColumn column =
                new TinyColumn(folder)
                        .with(A, windows(TinyColumn.NOTICE, lineEnd))
                        .with(TASKS, windows("任务:\n  - 要求: 甲\n    责任单位: 样例县政府办\n", lineEnd))
                        .with(
                                "content/units.yml",
                                windows("单位:\n  - {名称: 样例县政府办, 代码: zhengfuban}\n", lineEnd))
                        .build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.read("data/tasks.json").contains("\"unit\":\"zhengfuban\""));

        column.with(
                        A,
                        windows(
                                TinyColumn.NOTICE.replace("2023-09-13\n发", "2023-02-30\n发"),
                                lineEnd))
                .build();
        assertEquals(List.of(A + ":7"), column.places("document-date"));
    }

    // Shape

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "\uFEFF"})
    void refusesAnEmptyFile(String text) {
        assertRefused(
                new TinyColumn(folder).with(A, text).with(TASKS, text),
                A + ":1: 错误 文件是空的。请写入内容；如果不再需要，请删除这个文件。[empty-file]",
                TASKS + ":1: 错误 文件是空的。请写入内容；如果不再需要，请删除这个文件。[empty-file]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n---\n标题: 通知\n---\n", "\n \n---\n---\n", " ---\n标题: 通知\n---\n"})
    void tellsWhatStandsBeforeTheMetadata(String text) {
        assertRefused(
                new TinyColumn(folder).with(A, text),
                A + ":1: 错误 “---”前面有空行或者空格。请删去，让“---”成为第一行，前面什么也没有。[front-matter]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"----", "———", "－－－", "--", "一一一", "——"})
    void tellsOfDashesThatAreNone(String dashes) {
        assertRefused(
                new TinyColumn(folder).with(A, TinyColumn.NOTICE.replace("---", dashes)),
                A
                        + ":1: 错误 第一行的“"
                        + dashes
                        + "”不是三个半角的“-”。请改成“---”，标题、索引号等各行后面的那一行也一样。[front-matter]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004\u0014\u00ff",
                "\u00d0\u00cf\u0011\u00e0\u00a1",
                "%PDF-1.4\n%\u00e2\u00e3"
            })
    void refusesAnOfficeFileThatWasRenamed(String start) {
        assertRefused(
                new TinyColumn(folder).with(A, start.getBytes(StandardCharsets.ISO_8859_1)),
                A
                        + ":1: 错误 这是 Word、Excel 或 PDF 文件，不是文本文件，改了扩展名也不行。"
                        + "请把扩展名改回原来的，移到别处，Word、Excel 文件再用 gongkai import 导入。[encoding]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"各镇人民政府：\n", "标题: 通知\n---\n", "\n标题: 通知\n---\n"})
    void refusesANoticeThatDoesNotBeginWithItsMetadata(String text) {
        assertRefused(
                new TinyColumn(folder).with(A, text),
                A
                        + ":1: 错误 文件开头缺少“---”。请在第一行写“---”，接着写标题、索引号等，"
                        + "写完后再写一行“---”，然后写正文。[front-matter]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---", "---\n", "---\n标题: 通知\n索引号: 1\n\n各镇人民政府：\n", "---\n标题: 通知\n——\n"})
    void refusesMetadataThatNeverEnds(String text) {
        assertRefused(
                new TinyColumn(folder).with(A, text),
                A
                        + ":1: 错误 开头的“---”没有与之配对的第二行“---”。"
                        + "请在标题、索引号等各行之后、正文之前加一行“---”。[front-matter]");
    }

    @ParameterizedTest
    @CsvSource({"'[甲, 乙]', 1", "一段文字, 1"})
    void refusesATableThatIsNoKeysAndValues(String text, int line) {
        assertRefused(
                new TinyColumn(folder).withNotice().with(TASKS, text + "\n"),
                TASKS
                        + ":"
                        + line
                        + ": 错误 这里应当是若干行“键: 值”。请写成“标题: ……”这样的行，冒号用半角，后面加一个空格。[yaml-syntax]");
    }

    // Limits

    @Test
    void refusesAliasesThatUnfoldWithoutEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]\n");
        for (int i = 1; i < 12; i++) {
            String above = "*a" + (i - 1);
            bomb.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(
                                    i,
                                    i,
                                    String.join(
                                            ", ",
                                            List.of(
                                                    above, above, above, above, above, above, above,
                                                    above, above))));
        }
        TinyColumn column = new TinyColumn(folder).withNotice().with(TASKS, bomb.toString());
        assertTimeoutPreemptively(
                SOON,
                () ->
                        assertRefused(
                                column,
                                TASKS
                                        + ":5: 错误 “*”引用展开后的内容过多。"
                                        + "请直接写出内容，不要用“&”“*”引用，也不要层层嵌套。[yaml-limit]"));
    }

    @Test
    void refusesAnAliasOfWhatItStandsIn() {
        assertRefused(
                new TinyColumn(folder).withNotice().with(TASKS, "任务: &任务\n  - *任务\n"),
                TASKS + ":2: 错误 “*任务”没有对应的内容。" + "请直接写出内容，不要用“&”“*”引用，也不要层层嵌套。[yaml-limit]");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100_000})
    void refusesYamlNestedTooDeep(int depth) {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "[综合政务, 政务公开]", "[".repeat(depth))
                        .with(TASKS, "任务:\n  " + "- ".repeat(depth) + "甲\n");
        String says = "错误 嵌套超过 50 层。请直接写出内容，不要用“&”“*”引用，也不要层层嵌套。[yaml-limit]";
        assertTimeoutPreemptively(
                SOON, () -> assertRefused(column, A + ":6: " + says, TASKS + ":2: " + says));
    }

    @Test
    void readsAValueThatGoesOnInDashesWithoutEnd() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with(
                                TASKS,
                                "标题: 分解表\n  "
                                        + "- ".repeat(20_000)
                                        + "\n任务: [{要求: 甲, 责任单位: 样例县人民政府办公室}]\n");
        assertTimeoutPreemptively(SOON, () -> column.build());
        assertEquals(List.of(), column.problems());
    }

    @Test
    void readsALineOfTenMegabytes() {
        String line = "公开".repeat(10 * 1024 * 1024 / 6);
        TinyColumn column = new TinyColumn(folder).withNotice("2023/a", BODY, line);
        assertTimeoutPreemptively(SOON, () -> column.build());
        assertEquals(List.of(), column.problems());
        assertTrue(column.read("notices/2023/a/index.html").contains(line));
    }

    @Test
    void refusesAFileThatIsOneLineOfTenMegabytes() {
        String line = "公开".repeat(10 * 1024 * 1024 / 6);
        TinyColumn column = new TinyColumn(folder).with(A, line).with(TASKS, line);
        assertTimeoutPreemptively(SOON, () -> column.build());
        assertEquals(List.of(A + ":1"), column.places("front-matter"));
        assertEquals(List.of(TASKS + ":1"), column.places("yaml-syntax"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ", "- ", "[", "![", "*", "_", "`", "<", "&", "| ", "(", "#", "<b>", "[a](", "\\"
            })
    void readsOrRefusesMarkdownThatRepeatsAMarkWithoutEnd(String mark) {
        for (int times : List.of(300, 10_000)) {
            TinyColumn column =
                    new TinyColumn(folder).withNotice("2023/a", BODY, mark.repeat(times) + BODY);
            assertTimeoutPreemptively(SOON, () -> column.build());
            assertTrue(
                    column.published()
                            || column.places("markdown-nesting").equals(List.of(A + ":14")),
                    () -> column.problems().toString());
        }
    }

    @Test
    void refusesAFileOfMoreThanTwentyMegabytes() {
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        java.util.Arrays.fill(large, (byte) 'a');
        assertRefused(
                new TinyColumn(folder).with(A, large),
                A + ":1: 错误 文件超过 20 MB。请把图片和附件另存为单独的文件，再在正文里引用。[file-size]");
    }

    // Places and names

    @Test
    void refusesFilesThatWouldBeLost() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/a.md", TinyColumn.NOTICE)
                        .with("content/notices/b.md", TinyColumn.NOTICE)
                        .with("content/notices/2023/c.yaml", "任务: []\n")
                        .with("content/notices/2023/d.markdown", TinyColumn.NOTICE)
                        .with("content/notices/2023/e.md.txt", TinyColumn.NOTICE)
                        .with("content/notices/2023/f/g.md", TinyColumn.NOTICE)
                        .with("content/notices/旧文件/h.md", TinyColumn.NOTICE)
                        .with("content/pages/i.markdown", TinyColumn.NOTICE)
                        .with("content/unit.yml", "单位: []\n"),
                misplaced(
                        "content/a.md", "请把公开信息放到 content/notices/年份/ 里，把说明页放到 content/pages/ 里。"),
                misplaced("content/notices/2023/c.yaml", "公开信息的文件名应以 .md 结尾，任务表应以 .tasks.yml 结尾。"),
                misplaced(
                        "content/notices/2023/d.markdown",
                        "公开信息的文件名应以 .md 结尾，任务表应以 .tasks.yml 结尾。"),
                misplaced(
                        "content/notices/2023/e.md.txt",
                        "公开信息的文件名应以 .md 结尾，任务表应以 .tasks.yml 结尾。"
                                + "请改名为 e.md；看不到末尾的“.txt”的，请先在文件夹的“查看”里勾选“文件扩展名”。"),
                misplaced(
                        "content/notices/2023/f",
                        "公开信息要直接放在 content/notices/2023/ 里，不要再建文件夹；附件可以放在 files 文件夹里。"),
                misplaced("content/notices/b.md", "请放到以年份命名的文件夹里，例如 content/notices/2023/b.md。"),
                misplaced("content/notices/旧文件", "content/notices/ 下面的文件夹应以年份命名，例如 2023。"),
                misplaced("content/pages/i.markdown", "说明页的文件名应以 .md 结尾。"),
                misplaced(
                        "content/unit.yml",
                        "请把公开信息放到 content/notices/年份/ 里，把说明页放到 content/pages/ 里。"));
    }

    @Test
    void tellsTheNameThatAFileWasMeantToHave() {
        String ends = "公开信息的文件名应以 .md 结尾，任务表应以 .tasks.yml 结尾。请改名为 ";
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/notices/2023/A2.MD", TinyColumn.NOTICE)
                        .with("content/notices/2023/b.tasks.yaml", "任务: []\n")
                        .with("content/pages/c.md.TXT", TinyColumn.NOTICE),
                misplaced("content/notices/2023/A2.MD", ends + "A2.md。"),
                misplaced("content/notices/2023/b.tasks.yaml", ends + "b.tasks.yml。"),
                misplaced(
                        "content/pages/c.md.TXT",
                        "说明页的文件名应以 .md 结尾。请改名为 c.md；" + "看不到末尾的“.txt”的，请先在文件夹的“查看”里勾选“文件扩展名”。"));
    }

    @Test
    void refusesFilesInMisnamedFolders() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/notice/2024/z.md", TinyColumn.NOTICE)
                        .with("content/Notices2/2024/z", TinyColumn.NOTICE)
                        .with("content/公开信息/z.md", TinyColumn.NOTICE)
                        .with("content/page/z.md", "---\n标题: 指南\n---\n")
                        .with("content/notices/2025x/z", TinyColumn.NOTICE),
                misplaced("content/Notices2", "请把文件夹改名为 notices。"),
                misplaced("content/notice", "请把文件夹改名为 notices。"),
                misplaced("content/notices/2025x", "content/notices/ 下面的文件夹应以年份命名，例如 2023。"),
                misplaced("content/page", "请把文件夹改名为 pages。"),
                misplaced(
                        "content/公开信息", "请把公开信息放到 content/notices/年份/ 里，把说明页放到 content/pages/ 里。"));
    }

    @Test
    void refusesFilesThatNothingReads() {
        String anywhere =
                "请把公开信息放到 content/notices/年份/ 里，把说明页放到 content/pages/ 里。"
                        + "附件放到公开信息旁边的 files 文件夹里；不用的请删去。";
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/notices/2023/noext", TinyColumn.NOTICE)
                        .with("content/notices/2023/通知.docx", "x")
                        .with("content/notices/x.pdf", "x")
                        .with("content/pages/zhinan", "---\n标题: 指南\n---\n")
                        .with("content/旧/x.doc", "x")
                        .with("content/x.docx", "x"),
                misplaced(
                        "content/notices/2023/noext", "文件名没有扩展名。是公开信息或说明页的，请改名为 noext.md；不用的请删去。"),
                misplaced(
                        "content/notices/2023/通知.docx",
                        "是附件的，请放到 content/notices/2023/files/ 里，并写进“附件”；"
                                + "是公开信息的，请用 gongkai import 转成 .md；不用的请删去。"),
                misplaced("content/notices/x.pdf", anywhere),
                misplaced("content/pages/zhinan", "文件名没有扩展名。是公开信息或说明页的，请改名为 zhinan.md；不用的请删去。"),
                misplaced("content/x.docx", anywhere),
                misplaced("content/旧/x.doc", anywhere));
    }

    @Test
    void leavesWhatIsReadAndWhatWaitsInFilesAlone() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", BODY, BODY + "\n\n见[图](tu/a.png)。")
                        .withNotice(
                                "2023/b",
                                "00000001",
                                "00000002",
                                "〕1号",
                                "〕2号",
                                "审核:",
                                "状态: 草稿\n附件: [b.docx]\n审核:")
                        .with("content/pages/zhinan.md", "---\n标题: 指南\n附件: [c.docx]\n---\n")
                        .with("content/hui.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                        .with(
                                "site.yml",
                                "名称: 样例县\n网址: https://yangli.example/\n"
                                        + "网站标识码: \"3799000009\"\n外观:\n  徽标: hui.svg\n");
        for (String file : List.of("tu/a.png", "b.docx", "files/d.docx", "desktop.ini")) {
            column.with("content/notices/2023/" + file, "x");
        }
        column.with("content/pages/c.docx", "x").with("content/Thumbs.db", "x").build();
        assertEquals(List.of(), column.places("misplaced-file"));
    }

    @Test
    void warnsOfAPictureThatNothingShows() {
        assertWarned(
                new TinyColumn(folder).withNotice().with("content/notices/2023/b.png", "x"),
                "content/notices/2023/b.png:1: 警告 放在这里的文件不会发布。"
                        + "是附件的，请放到 content/notices/2023/files/ 里，并写进“附件”；"
                        + "是公开信息的，请用 gongkai import 转成 .md；不用的请删去。[misplaced-file]");
    }

    @Test
    void doesNotBlameTheAttachmentsOfANoticeThatCannotBeRead() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/a", "标题: ", "附件: [b.docx]\n标是: ")
                        .with("content/notices/2023/b.docx", "x")
                        .build();
        assertFalse(column.published());
        assertEquals(List.of(), column.places("misplaced-file"));
    }

    @Test
    void saysThatASourceIsNoAttachment() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice("2023/a", "审核:", "附件: [files/b.md]\n审核:")
                        .with("content/notices/2023/files/b.md", "x"),
                A
                        + ":9: 错误 附件“files/b.md”是 .md 或 .yml 文件，不能作附件。"
                        + "请换成 Word、PDF 等格式；是本栏目的公开信息的，请在正文里写成链接。[attachment-missing]",
                misplaced(
                        "content/notices/2023/files/b.md",
                        "是公开信息或说明页的，请移到 content/notices/2023/ 里；"
                                + "是附件的，请换成 Word、PDF 等格式，.md 和 .yml 文件不能作附件。"));
    }

    @Test
    void refusesATaskTableWithoutItsNotice() {
        assertRefused(
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/notices/2023/b.tasks.yml", "任务: [甲]\n"),
                "content/notices/2023/b.tasks.yml:1: 错误 这份任务表没有对应的公开信息。"
                        + "请在同一文件夹里建立 b.md，或者改成与公开信息相同的文件名。[tasks-without-notice]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a#b", "a%b", "a?b", "a..b", "a."})
    void refusesANameThatIsNoAddress(String name) {
        assertRefused(
                new TinyColumn(folder).withNotice("2023/" + name),
                "content/notices/2023/"
                        + name
                        + ".md:1: 错误 文件名不能用作网址。"
                        + "文件名里不要有 \\ : * ? \" < > | # % 这些符号，末尾不要有空格或句点，例如 2023-gongkai-yaodian.md。[file-name]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"工作要点", "2023-7", "a_b", "a.b", "工作 要点", "a&b", "a'b", "（1）", "关于《甲》的通知"})
    void acceptsANameThatIsAnAddress(String name) {
        TinyColumn column = new TinyColumn(folder).withNotice("2023/" + name).build();
        assertEquals(List.of(), column.problems());
        assertTrue(column.has("notices/2023/" + name + "/index.html"));
    }

    @Test
    void refusesTwoNoticesWithOneAddressButForCase() throws IOException {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice("2023/zhina", "00000001", "00000002", "〕1号", "〕2号")
                        .withNotice("2023/ZhinA");
        assumeTrue(
                Files.readString(column.root().resolve("content/notices/2023/zhina.md"))
                        .contains("00000002"),
                "this file system tells no case apart");
        assertRefused(
                column,
                "content/notices/2023/zhina.md:1: 错误 文件名与 content/notices/2023/ZhinA.md 只有大小写或写法之别，"
                        + "网址会相同。请把其中一个改成不同的文件名。[same-address]");
    }

    @Test
    void refusesAnAssetWhereAPageOrTheSearchIs() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("assets/search/box.js", "")
                        .with("assets/search/manifest.json", "{}")
                        .with("assets/tools/start.js", "")
                        .with("assets/tools/index.html", "");
        assertRefused(
                column,
                "assets/search/manifest.json:1: 错误 assets 里的“search/manifest.json”与自动生成的网页地址相同。"
                        + "请把其中一个改成不同的文件名。[same-address]",
                "assets/tools/index.html:1: 错误 assets 里的“tools/index.html”与自动生成的网页地址相同。"
                        + "请把其中一个改成不同的文件名。[same-address]");
    }

    @Test
    void doesNotReadThroughASymbolicLink() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice();
        Path outside = Files.writeString(folder.resolve("outside.md"), TinyColumn.NOTICE);
        Files.createSymbolicLink(column.root().resolve("content/notices/2023/b.md"), outside);
        Files.createSymbolicLink(column.root().resolve("content/notices/2022"), folder);
        assertRefused(
                column,
                "content/notices/2022:1: 错误 这是一个指向别处的链接（快捷方式），不会读取。请换成文件本身。[symbolic-link]",
                "content/notices/2023/b.md:1: 错误 这是一个指向别处的链接（快捷方式），不会读取。请换成文件本身。[symbolic-link]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                A,
                TASKS,
                "content/pages/a.md",
                "content/units.yml",
                "content/catalog.yml",
                "content/terms.yml",
                "content/waivers.yml",
                "content/synonyms.txt",
                "content/workdays.yml",
                "site.yml"
            })
    void tellsOfAFileThatCannotBeReadBesidesAllElse(String file) throws IOException {
        TinyColumn column =
                new TinyColumn(folder).withNotice().withNotice("2023/b", "发布日期: 2023", "发布日期: 202");
        Files.deleteIfExists(column.root().resolve(file));
        Files.createDirectories(column.root().resolve(file));
        String says = file + ":1: 错误 这是一个文件夹，不是文件。请把它移走或者改名，换成文件本身。[unreadable-file]";
        Called text = Called.of("check", "--source", column.root() + "");
        assertTrue(text.out().contains(says), text.all());
        for (String format : List.of("text", "json", "github", "gitlab", "sarif")) {
            Called called = Called.of("check", "--source", column.root() + "", "--format", format);
            assertEquals(1, called.status());
            assertEquals("", called.err());
            assertTrue(called.out().contains("unreadable-file"), called.out());
            assertTrue(called.out().contains("publication-date"), called.out());
        }
        Called built =
                Called.of("build", "--source", column.root() + "", "--out", column.out() + "");
        assertEquals(1, built.status());
        assertTrue(built.out().contains(says), built.all());
    }

    @Test
    void tellsOfATableThatCannotBeReadThoughTheNoticeIsKnown() throws IOException {
        TinyColumn column = new TinyColumn(folder).withNotice().build();
        assertTrue(column.published());
        Files.createDirectory(column.root().resolve(TASKS));
        assertEquals(List.of(TASKS + ":1"), column.build().places("unreadable-file"));
    }

    @Test
    void tellsOfAFileThatNobodyMayRead() throws IOException {
        TinyColumn column =
                new TinyColumn(folder)
                        .with("content/notices/2023/files/a.txt", "甲\n")
                        .withNotice("2023/a", "审核:", "附件: [{名称: 甲, 文件: files/a.txt}]\n审核:")
                        .with(TASKS, "任务:\n  - 要求: 甲\n    责任单位: 乙\n");
        for (String file : List.of(TASKS, "content/notices/2023/files/a.txt")) {
            Files.setPosixFilePermissions(column.root().resolve(file), Set.of());
        }
        assumeFalse(Files.isReadable(column.root().resolve(TASKS)), "root reads everything");
        String may = "请让运行 gongkai 的用户可以读它（Linux 上用 chmod a+r 文件）。[unreadable-file]";
        assertRefused(
                column,
                TASKS + ":1: 错误 没有权限读取这个文件。" + may,
                "content/notices/2023/files/a.txt:1: 错误 读不出这个附件，也不能发布。" + may);
    }

    @Test
    void doesNotMindWhatEditorsAndSystemsLeaveBehind() {
        TinyColumn column =
                new TinyColumn(folder)
                        .withNotice()
                        .with("content/notices/2023/.a.md.swp", "x")
                        .with("content/notices/2023/~$a.docx", "x")
                        .with("content/notices/2023/a.md~", "x")
                        .with("content/.DS_Store", "x")
                        .build();
        assertEquals(List.of(), column.problems());
    }

    @Test
    void refusesAFolderThatIsNoColumn() throws IOException {
        TinyColumn column = new TinyColumn(folder);
        Files.delete(column.root().resolve("content/units.yml"));
        Files.delete(column.root().resolve("content"));
        assertRefused(
                column,
                "content:1: 错误 找不到 content 文件夹。"
                        + "请用 --source 指定栏目所在的文件夹，其中应有 content/notices/年份/名称.md。[content-folder]");
    }

    private static String windows(String text, String lineEnd) {
        return "\uFEFF" + text.replace("\n", lineEnd);
    }

    private static String notUtf8(String file, int line) {
        return file
                + ":"
                + line
                + ": 错误 文件不是 UTF-8 编码，这一行有无法识别的字符。"
                + "请用记事本打开，选“另存为”，编码选“UTF-8”，再保存。[encoding]";
    }

    private static String misplaced(String file, String fix) {
        return file + ":1: 错误 放在这里的文件不会发布。" + fix + "[misplaced-file]";
    }
}
