package org.gongkai.sources;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.model.Place;
import org.gongkai.model.Problems;

/**
 * The text of an editor's file: UTF-8, without a BOM, with plain line feeds.
 *
 * @param name relative to the column's folder, with forward slashes
 */
record SourceFile(String name, Path path, String text) {
    /** Larger than any notice; what is above it is a mistake or an attack. */
    static final long MAX_BYTES = 20L * 1024 * 1024;

    /** The check of which it is a problem that a file can't be read. */
    static final String UNREADABLE = "unreadable-file";

    /** What a file holds; null where that is too much or can't be read. */
    static byte[] bytes(Path path) {
        try {
            return Files.size(path) > MAX_BYTES ? null : Files.readAllBytes(path);
        } catch (IOException e) {
            return null;
        }
    }

    /** Reads it; empty where it can't be read, which is then a problem. */
    static Optional<SourceFile> read(String name, Path path, Problems problems) {
        return of(name, path, bytes(path), problems);
    }

    /**
     * The same of a file that was read.
     *
     * @param bytes null where the file is too large or can't be read
     */
    static Optional<SourceFile> of(String name, Path path, byte[] bytes, Problems problems) {
        Place start = new Place(name, 1);
        if (bytes == null) {
            tellUnread(start, path, problems);
            return Optional.empty();
        }
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            if (isOfficeFile(bytes)) {
                problems.error(
                        "encoding",
                        start,
                        "这是 Word、Excel 或 PDF 文件，不是文本文件，改了扩展名也不行。",
                        "请把扩展名改回原来的，移到别处，Word、Excel 文件再用 gongkai import 导入。");
                return Optional.empty();
            }
            problems.error(
                    "encoding",
                    new Place(name, lineOfFirstBadByte(bytes)),
                    "文件不是 UTF-8 编码，这一行有无法识别的字符。",
                    "请用记事本打开，选“另存为”，编码选“UTF-8”，再保存。");
            return Optional.empty();
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        if (text.isBlank()) {
            problems.error("empty-file", start, "文件是空的。", "请写入内容；如果不再需要，请删除这个文件。");
            return Optional.empty();
        }
        return Optional.of(new SourceFile(name, path, text));
    }

    private static void tellUnread(Place start, Path path, Problems problems) {
        if (Files.isDirectory(path)) {
            problems.error(UNREADABLE, start, "这是一个文件夹，不是文件。", "请把它移走或者改名，换成文件本身。");
        } else if (!Files.isReadable(path)) {
            problems.error(
                    UNREADABLE,
                    start,
                    "没有权限读取这个文件。",
                    "请让运行 gongkai 的用户可以读它（Linux 上用 chmod a+r 文件）。");
        } else if (path.toFile().length() > MAX_BYTES) {
            problems.error("file-size", start, "文件超过 20 MB。", "请把图片和附件另存为单独的文件，再在正文里引用。");
        } else {
            problems.error(UNREADABLE, start, "读取这个文件时出错。", "请打开看看它是否完好，磁盘有没有问题。");
        }
    }

    /** As files of Word and Excel begin, new and old, and PDF. */
    private static boolean isOfficeFile(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        return start.equals("PK\u0003\u0004")
                || start.equals("\u00d0\u00cf\u0011\u00e0")
                || start.equals("%PDF");
    }

    private static int lineOfFirstBadByte(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        decoder.decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
