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

    /** What a file holds; null where that is too much. */
    static byte[] bytes(Path path) throws IOException {
        return Files.size(path) > MAX_BYTES ? null : Files.readAllBytes(path);
    }

    /** Reads it; empty where it can't be read, which is then a problem. */
    static Optional<SourceFile> read(String name, Path path, Problems problems) throws IOException {
        return of(name, path, bytes(path), problems);
    }

    /**
     * The same of a file that was read.
     *
     * @param bytes null where the file is too large
     */
    static Optional<SourceFile> of(String name, Path path, byte[] bytes, Problems problems) {
        Place start = new Place(name, 1);
        if (bytes == null) {
            problems.error("file-size", start, "文件超过 20 MB。", "请把图片和附件另存为单独的文件，再在正文里引用。");
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
