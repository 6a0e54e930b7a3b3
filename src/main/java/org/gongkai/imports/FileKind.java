package org.gongkai.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    DOCX,
    XLSX,
    XLS,
    HTML,
    TEXT;

    /**
     * @param head the first bytes of the file
     */
    static FileKind of(Path file, byte[] head) throws IOException, ImportFailure {
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ofZip(file);
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return ofCompound(file);
        }
        refuseOthers(head);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        String text = start.replaceFirst("^[^\\x20-\\x7e]+", "").strip().toLowerCase(Locale.ROOT);
        refuseOldXml(text);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || isPage(text)) {
            return HTML;
        }
        boolean wide = startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF);
        if (!wide && start.indexOf(0) >= 0) {
            throw new ImportFailure("认不出这是什么文件。可以导入 .docx、.xlsx、.xls、.html、.txt，请另存为其中一种再试。");
        }
        return TEXT;
    }

    /**
     * What Office 2003 and many systems' exports write: XML of their own, often called .doc or
     * .xls.
     */
    private static void refuseOldXml(String text) throws ImportFailure {
        if (!text.startsWith("<?xml") && !text.startsWith("<w:") && !text.startsWith("<workbook")) {
            return;
        }
        if (text.contains("progid=\"word.document\"") || text.contains("<w:worddocument")) {
            throw new ImportFailure("这是 Word 2003 的 XML 文件。请在 Word 或 WPS 里“另存为”.docx 再导入。");
        }
        if (text.contains("progid=\"excel.sheet\"")
                || text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            throw new ImportFailure("这是 Excel 2003 的 XML 文件。请在 Excel 或 WPS 里“另存为”.xlsx 再导入。");
        }
    }

    /** Other markup with a page in it, as mail and web programs write it. */
    private static boolean isPage(String text) {
        return text.startsWith("<") && text.matches("(?s)<.*<(?:head|body|table|div|p)[\\s>].*");
    }

    private static FileKind ofZip(Path file) throws IOException, ImportFailure {
        boolean word = false;
        boolean excel = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                String name = all.nextElement().getName();
                // Programs on the web number the parts, too.
                word |= name.matches("word/document\\d*\\.xml");
                excel |= name.matches("xl/workbook\\d*\\.xml");
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new ImportFailure(Limits.BROKEN);
        }
        if (word == excel) {
            throw new ImportFailure(
                    "这是一个压缩包，不是 Word 或 Excel 文件。请解压后导入里面的文件；WPS 文件请另存为 .docx 或 .xlsx。");
        }
        return word ? DOCX : XLSX;
    }

    private static FileKind ofCompound(Path file) throws IOException, ImportFailure {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = system.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new ImportFailure(Limits.LOCKED);
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return XLS;
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                throw new ImportFailure("这是旧格式的 Word 文件（.doc）。请在 Word 或 WPS 里“另存为”.docx 再导入。");
            }
        } catch (IOException | RuntimeException e) {
            throw new ImportFailure(Limits.BROKEN);
        }
        throw new ImportFailure("认不出这是什么文件。WPS 文件请另存为 .docx 或 .xlsx 再导入。");
    }

    private static void refuseOthers(byte[] head) throws ImportFailure {
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            throw new ImportFailure(
                    "这是 PDF 文件，不能导入。请导入它的 Word 文件；只有 PDF 的，请先转成 .docx 或 .txt，并核对转换结果。");
        }
        if (startsWith(head, '{', '\\', 'r', 't', 'f')) {
            throw new ImportFailure("这是 RTF 文件。请在 Word 或 WPS 里“另存为”.docx 再导入。");
        }
        if (startsWith(head, 'M', 'I', 'M', 'E', '-', 'V')) {
            throw new ImportFailure("这是单个文件网页（.mht）。请在浏览器或 Word 里“另存为”.html 或 .docx 再导入。");
        }
        boolean picture =
                startsWith(head, 0x89, 'P', 'N', 'G')
                        || startsWith(head, 0xFF, 0xD8, 0xFF)
                        || startsWith(head, 'G', 'I', 'F', '8')
                        || startsWith(head, 'B', 'M');
        if (picture && !isText(head)) {
            throw new ImportFailure("这是图片，读不出文字。请导入它的 Word 文件。");
        }
    }

    private static boolean isText(byte[] head) {
        for (byte each : head) {
            if (each == 0) {
                return false;
            }
        }
        return head.length < 3 || head[0] == 'B';
    }

    private static boolean startsWith(byte[] head, int... start) {
        if (head.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((head[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
