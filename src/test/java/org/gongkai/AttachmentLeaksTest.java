package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.gongkai.ColumnAssertions.assertWarned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments are where most leaks were: what can be read of them is read. */
class AttachmentLeaksTest {
    private static final String IDENTITY = "379900198503070025";
    private static final String SAID =
            "有完整的身份证号“37*************025”，会泄露个人信息。请删去，或者写成“37*************025”。"
                    + "确需保留的，经批准后写进 content/waivers.yml。[identity-number]";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void findsALineOfATableInWhateverEncoding(String encoding) {
        String csv = "姓名,证件号码\r\n张三," + IDENTITY + "\r\n";
        assertRefused(
                with("mingdan.csv", csv.getBytes(Charset.forName(encoding))),
                "content/notices/2023/files/mingdan.csv:2: 错误 这里" + SAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "html", "json", "xml"})
    void findsItInEveryPlainText(String extension) {
        TinyColumn column = with("a." + extension, bytes("一\n" + IDENTITY)).build();
        assertEquals(
                List.of("content/notices/2023/files/a." + extension + ":2"),
                column.places("identity-number"));
    }

    @Test
    void findsItInAWordFileThoughItIsCutIntoRuns() throws IOException {
        String xml =
                "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>名单</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>3799001985</w:t></w:r><w:r><w:t>03070025</w:t></w:r></w:p>"
                        + "</w:body></w:document>";
        assertRefused(
                with("mingdan.docx", zip(Map.of("word/document.xml", xml))),
                "content/notices/2023/files/mingdan.docx:1: 错误 附件里第 2 段文字" + SAID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/comments.xml",
                "word/header1.xml",
                "xl/sharedStrings.xml",
                "xl/worksheets/sheet1.xml",
                "ppt/notesSlides/notesSlide1.xml",
                "docProps/custom.xml",
                "Doc_0/Pages/Page_0/Content.xml"
            })
    void findsItInEveryPartOfAnOfficeFile(String part) throws IOException {
        TinyColumn column =
                with(
                                "a.docx",
                                zip(
                                        Map.of(
                                                part,
                                                "<a><c><v>1</v></c><c><v>"
                                                        + IDENTITY
                                                        + "</v></c></a>")))
                        .build();
        assertEquals(
                List.of("content/notices/2023/files/a.docx:1"), column.places("identity-number"));
    }

    @Test
    void findsDeletedTextAndTelephoneLinksInAWordFile() throws IOException {
        byte[] file =
                zip(
                        Map.of(
                                "word/document.xml",
                                "<d><p><del><r><delText>"
                                        + IDENTITY
                                        + "</delText></r></del></p></d>",
                                "word/_rels/document.xml.rels",
                                "<Relationships><Relationship Target=\"tel:13800001234\" TargetMode=\"External\"/></Relationships>"));
        TinyColumn column = with("a.docx", file).build();
        assertEquals(1, column.places("identity-number").size());
        assertEquals(1, column.places("mobile-number").size());
    }

    @Test
    void findsItInAnOldExcelFileBetweenOtherBytes() {
        byte[] text = IDENTITY.getBytes(StandardCharsets.UTF_16LE);
        byte[] file = new byte[1001 + text.length];
        System.arraycopy(text, 0, file, 501, text.length);
        TinyColumn column = with("a.xls", file).build();
        assertEquals(
                List.of("content/notices/2023/files/a.xls:1"), column.places("identity-number"));
    }

    @Test
    void doesNotTakeCellsForGroupsOfOneNumber() throws IOException {
        String sheet = "<s><row><c><v>138</v></c><c><v>0000</v></c><c><v>1234</v></c></row></s>";
        assertWarned(with("a.xlsx", zip(Map.of("xl/worksheets/sheet1.xml", sheet))));
    }

    @Test
    void warnsOfAPersonsNameInTheProperties() throws IOException {
        String core =
                "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\"><dc:creator>赵拟稿</dc:creator>"
                        + "<cp:lastModifiedBy>微软用户</cp:lastModifiedBy></cp:coreProperties>";
        assertWarned(
                with("a.docx", zip(Map.of("docProps/core.xml", core))),
                "content/notices/2023/files/a.docx:1: 警告 附件的文件属性里留有人名“赵**”。"
                        + "请在 Word、Excel、WPS 里用“检查文档”删除文档属性和个人信息，再保存。[attachment-author]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"县政府办公室", "Administrator", "WPS Office", "用户", ""})
    void takesNoProgramOrOfficeForAPerson(String creator) throws IOException {
        assertWarned(
                with(
                        "a.docx",
                        zip(
                                Map.of(
                                        "docProps/core.xml",
                                        "<p><creator>" + creator + "</creator></p>"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "ofd", "doc", "csv", "pdf", "txt"})
    void readsNothingInGarbageAndSaysNothing(String extension) {
        byte[] garbage = new byte[3000];
        new java.util.Random(7).nextBytes(garbage);
        assertWarned(with("a." + extension, garbage));
        assertWarned(with("a." + extension, new byte[0]));
        assertWarned(with("a." + extension, bytes("P")));
    }

    @Test
    void readsABrokenPartAsFarAsItGoesAndNoEntities() throws IOException {
        byte[] file =
                zip(
                        Map.of(
                                "word/document.xml",
                                "<d><p>" + IDENTITY + "</p><p>未写完",
                                "word/header1.xml",
                                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"));
        TinyColumn column = with("a.docx", file).build();
        assertEquals(1, column.places("identity-number").size());
    }

    @Test
    void doesNotUnpackABombAndSaysThatItWasNotRead() throws IOException {
        byte[] file = zip(Map.of("word/document.xml", "<d>" + " ".repeat(8_000_000) + "</d>"));
        assertTrue(file.length < 20_000, "it is packed small");
        assertWarned(
                with("a.docx", file),
                "content/notices/2023/files/a.docx:1: 警告 附件过大，或者内部结构异常，没有检查完其中的文字。"
                        + "请打开附件，人工检查有没有身份证号、手机号等个人信息。[attachment-unread]");
    }

    @Test
    void findsASecretsMarkInAnAttachment() throws IOException {
        TinyColumn column =
                with("a.docx", zip(Map.of("word/document.xml", "<d><p>机密★10年</p></d>"))).build();
        assertEquals(List.of("content/notices/2023/files/a.docx:1"), column.places("secrecy-mark"));
    }

    @Test
    void readsAPagesAttachmentsAndLinkedFilesToo() {
        TinyColumn column =
                new TinyColumn(folder)
                        .with("content/pages/files/a.csv", bytes(IDENTITY))
                        .with("content/pages/files/b.csv", bytes(IDENTITY))
                        .with(
                                "content/pages/lianxi.md",
                                "---\n标题: 联系我们\n附件: [{文件: files/a.csv}]\n---\n[表](files/b.csv)\n")
                        .build();
        assertEquals(
                List.of("content/pages/files/a.csv:1", "content/pages/files/b.csv:1"),
                column.places("identity-number"));
    }

    private TinyColumn with(String name, byte[] file) {
        return new TinyColumn(folder)
                .with("content/notices/2023/files/" + name, file)
                .withNotice("2023/a", "审核:", "附件: [{文件: files/" + name + "}]\n审核:");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(bytes(part.getValue()));
            }
        }
        return bytes.toByteArray();
    }
}
