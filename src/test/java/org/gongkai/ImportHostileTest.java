package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are not what they say, or were made to do harm: a line in Chinese, and nothing
 * written.
 */
class ImportHostileTest {
    private static final String BROKEN = "文件不完整或已损坏，打不开。请用 Word 或 Excel 打开后另存一份再试。";
    private static final String TOO_MUCH = "文件解开后过大，不像正常的 Word 或 Excel 文件，没有读取。请把需要的内容复制到新文件里再导入。";

    @TempDir private Path folder;

    private ImportedColumn imported(String name, byte[] bytes) {
        return new ImportedColumn(folder).importing(name, bytes, "--name", "a", "--year", "2023");
    }

    private static byte[] word() {
        return new WordFile().paragraphs("关于做好工作的通知", "各镇人民政府：", "请落实。").bytes();
    }

    /** The zip with one of its parts replaced or added. */
    private static byte[] with(byte[] zip, String part, byte[] bytes) throws IOException {
        return rewritten(zip, part, bytes);
    }

    private static byte[] without(byte[] zip, String part) throws IOException {
        return rewritten(zip, part, null);
    }

    /** Without the part where there are no bytes for it. */
    private static byte[] rewritten(byte[] zip, String part, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream written = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(part)) {
                    written.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(written);
                }
            }
            if (bytes != null) {
                written.putNextEntry(new ZipEntry(part));
                written.write(bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] part(byte[] zip, String part) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(part)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new IOException(part);
    }

    private static byte[] document(String prolog, String body) {
        return (prolog
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + body
                        + "</w:body></w:document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesAnEmptyFile() {
        imported("a.docx", new byte[0]).assertRefused("文件是空的。");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 400, 1500})
    void refusesAFileThatWasCutOff(int length) {
        imported("a.docx", Arrays.copyOf(word(), length)).assertRefused(BROKEN);
    }

    @Test
    void refusesALockedFile() throws IOException, GeneralSecurityException, InvalidFormatException {
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mima");
            try (OPCPackage pack = OPCPackage.open(new ByteArrayInputStream(word()));
                    OutputStream out = encryptor.getDataStream(system)) {
                pack.save(out);
            }
            system.writeFilesystem(locked);
        }
        imported("a.docx", locked.toByteArray())
                .assertRefused("文件有密码。请用 Word 或 Excel 打开，取消密码后另存一份再导入。");
    }

    @Test
    void refusesAZipThatUnpacksIntoMoreThanAnyOfficeWrites() throws IOException {
        imported("a.docx", with(word(), "word/media/a.xml", new byte[8 * 1024 * 1024]))
                .assertRefused(TOO_MUCH);
        imported("b.docx", with(word(), "word/document.xml", new byte[2 * 1024 * 1024]))
                .assertRefused(TOO_MUCH);
    }

    @Test
    void followsNoEntityOutOfTheFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "机密内容");
        String prolog = "<!DOCTYPE d [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]>";
        byte[] file =
                with(
                        word(),
                        "word/document.xml",
                        document(prolog, "<w:p><w:r><w:t>前&s;后</w:t></w:r></w:p>"));
        ImportedColumn column = imported("a.docx", file);
        assertFalse(column.out().contains("机密"), column.out());
        assertFalse(column.has("2023/a.md") && column.read("2023/a.md").contains("机密"));
    }

    @Test
    void tellsOfWhatItCannotTakeOver() throws IOException {
        String run = "<w:p><w:r>%s</w:r></w:p>";
        String body =
                run.formatted("<w:t>关于做好工作的通知</w:t>")
                        + run.formatted(
                                "<w:t>请落实。</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>")
                        + run.formatted("<w:drawing><chart/></w:drawing>")
                        + "<w:altChunk/>";
        ImportedColumn column =
                imported("a.docx", with(word(), "word/document.xml", document("", body)));
        assertEquals(
                List.of(
                        "第 2 段：有特殊符号（如方框里的勾），没有导入，请手工补上。",
                        "第 3 段：有图表，没有导入，请手工补上。",
                        "第 3 段后面：嵌入了另一份文件，没有导入，请手工补上。"),
                column.remarks());
        assertEquals("请落实。", column.body("2023/a"));
    }

    @Test
    void refusesTablesInTablesWithoutEnd() throws IOException {
        String open = "<w:tbl><w:tr><w:tc>".repeat(5_000);
        String close = "</w:tc></w:tr></w:tbl>".repeat(5_000);
        imported("a.docx", with(word(), "word/document.xml", document("", open + close)))
                .assertRefused(BROKEN);
    }

    @Test
    void refusesAPageNestedWithoutEnd() {
        ImportedColumn column =
                imported(
                        "a.html",
                        ("<html>" + "<div>".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertEquals(1, column.status(), column.out());
        assertFalse(column.has("2023"), column.out());
    }

    @Test
    void keepsSpansOfMillionsOfCellsWithinTheTable() {
        ImportedColumn column =
                imported(
                        "a.html",
                        "<html><p>关于工作的通知</p><table><tr><td rowspan=65534 colspan=1000>甲<td>乙<tr><td>丙<td>丁</table>"
                                .getBytes(StandardCharsets.UTF_8));
        assertEquals(0, column.status(), column.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 ... | 这是 PDF 文件，不能导入。请导入它的 Word 文件；只有 PDF 的，请先转成 .docx 或 .txt，并核对转换结果。",
                "MIME-Version: 1.0 | 这是单个文件网页（.mht）。请在浏览器或 Word 里“另存为”.html 或 .docx 再导入。",
                "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument> |"
                        + " 这是 Word 2003 的 XML 文件。请在 Word 或 WPS 里“另存为”.docx 再导入。",
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook><Table > |"
                        + " 这是 Excel 2003 的 XML 文件。请在 Excel 或 WPS 里“另存为”.xlsx 再导入。",
                "{\\rtf1 | 这是 RTF 文件。请在 Word 或 WPS 里“另存为”.docx 再导入。"
            })
    void saysWhatAFileReallyIs(String start, String message) {
        imported("a.docx", start.getBytes(StandardCharsets.UTF_8)).assertRefused(message);
    }

    @Test
    void refusesAZipOfOtherThings() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }
        imported("a.docx", zip.toByteArray())
                .assertRefused("这是一个压缩包，不是 Word 或 Excel 文件。请解压后导入里面的文件；WPS 文件请另存为 .docx 或 .xlsx。");
    }

    @Test
    void readsAFileWhosePartsAreNumbered() throws IOException {
        byte[] word = word();
        String types = new String(part(word, "[Content_Types].xml"), StandardCharsets.UTF_8);
        byte[] document = part(word, "word/document.xml");
        byte[] numbered = without(word, "word/document.xml");
        numbered = with(numbered, "word/document2.xml", document);
        numbered =
                with(
                        numbered,
                        "[Content_Types].xml",
                        types.replace("/word/document.xml", "/word/document2.xml")
                                .getBytes(StandardCharsets.UTF_8));
        ImportedColumn column = imported("a.docx", numbered);
        assertEquals(0, column.status(), column.out());
        assertEquals("各镇人民政府：\n\n请落实。", column.body("2023/a"));
    }

    @Test
    void readsAFileByWhatItIsAndNotByItsName() {
        ImportedColumn column = imported("a.txt", word());
        assertEquals(0, column.status(), column.out());
        assertEquals("各镇人民政府：\n\n请落实。", column.body("2023/a"));
    }

    @Test
    void refusesAFileWithoutWords() {
        imported("a.docx", new WordFile().bytes())
                .assertRefused("文件里没有可以导入的文字。如果内容是图片或扫描件，请先转成文字。");
    }

    @Test
    void asksForTheYearWhereTheFileHasNoDate() {
        new ImportedColumn(folder)
                .importing("a.docx", word(), "--name", "a")
                .assertRefused("文件里没有找到成文日期，不知道放到哪一年的文件夹。请加上 --year 年份，例如 --year 2023。");
    }

    @Test
    void overwritesNothing() {
        ImportedColumn column = imported("a.docx", word());
        String before = column.read("2023/a.md");
        column.importing("b.txt", "关于别的事的通知\n各镇人民政府：\n请落实。", "--name", "a", "--year", "2023");
        assertEquals(1, column.status());
        assertEquals(
                "content/notices/2023/a.md 已经存在，没有写入任何文件。请用 --name 另起一个名称；确要重新导入的，先把原来的文件移走。",
                column.out().strip());
        assertEquals(before, column.read("2023/a.md"));
    }

    @Test
    void writesNeitherFileWhereTheTableWouldOverwriteOne() throws IOException {
        ImportedColumn column = new ImportedColumn(folder);
        Path tasks = column.root().resolve("content/notices/2023/a.tasks.yml");
        Files.createDirectories(tasks.getParent());
        Files.writeString(tasks, "任务: []\n");
        column.importing("a.docx", word(), "--name", "a", "--year", "2023");
        assertEquals(1, column.status(), column.out());
        assertFalse(column.has("2023/a.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/b", "a b", ".a", ""})
    void refusesANameThatIsNoAddress(String name) {
        ImportedColumn column =
                new ImportedColumn(folder)
                        .importing("a.docx", word(), "--name", name, "--year", "2023");
        column.assertRefused("--name“" + name + "”不能用作网址。请只用小写字母、数字和“-”，例如 gongkai-yaodian。");
    }

    @Test
    void refusesAFolderThatIsNoColumn() throws IOException {
        Path file = Files.write(folder.resolve("a.docx"), word());
        GongkaiProcess.Ended ended =
                GongkaiProcess.run(List.of(), "import", file + "", "--source", folder + "");
        assertEquals(1, ended.status());
        assertEquals(
                "找不到 content 文件夹。请在栏目的文件夹里运行，或者用 --source 指定栏目所在的文件夹。", ended.output().strip());
    }

    @Test
    void printsNothingOfTheLibrariesThatItUses() throws IOException {
        ImportedColumn column = new ImportedColumn(folder);
        Path file = Files.write(folder.resolve("a.docx"), word());
        GongkaiProcess.Ended ended =
                GongkaiProcess.run(
                        List.of(),
                        "import",
                        file + "",
                        "--source",
                        column.root() + "",
                        "--year",
                        "2023");
        assertEquals(0, ended.status(), ended.output());
        assertTrue(ended.output().startsWith("已写入 content/notices/2023/"), ended.output());
    }
}
