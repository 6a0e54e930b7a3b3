package org.gongkai.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that an office sent, read as what it is. */
final class ReceivedFile {
    private static final int HEAD = 4096;

    private ReceivedFile() {}

    static Received read(Path file) throws IOException, ImportFailure {
        if (Files.isDirectory(file)) {
            throw new ImportFailure(file + " 是文件夹。请写出要导入的文件名。");
        }
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        long size = Files.size(file);
        if (size == 0) {
            throw new ImportFailure("文件是空的。");
        }
        if (size > Limits.MOST_BYTES) {
            throw new ImportFailure("文件有 " + size / 1024 / 1024 + " MB，超过 50 MB，没有读取。请删去其中的图片再导入。");
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        return switch (FileKind.of(file, head)) {
            case DOCX -> new WordReader().read(file);
            case XLSX -> new ExcelReader().read(file, true);
            case XLS -> new ExcelReader().read(file, false);
            case HTML -> new HtmlReader("").read(text(file));
            case TEXT -> new TextReader().read(text(file));
        };
    }

    private static byte[] text(Path file) throws IOException, ImportFailure {
        if (Files.size(file) > Limits.MOST_TEXT) {
            throw new ImportFailure("文字太多，不像一份公文，没有读取。请只保留需要的内容再导入。");
        }
        return Files.readAllBytes(file);
    }
}
