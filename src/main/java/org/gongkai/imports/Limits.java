package org.gongkai.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * How much a received file may hold. It comes from anywhere, and may be made to fill the machine: a
 * zip is unpacked once here, and counted, before anything reads it.
 */
final class Limits {
    static final String LOCKED = "文件有密码。请用 Word 或 Excel 打开，取消密码后另存一份再导入。";
    static final String BROKEN = "文件不完整或已损坏，打不开。请用 Word 或 Excel 打开后另存一份再试。";
    static final long MOST_BYTES = 50L * 1024 * 1024;

    /** A notice of a hundred pages has a tenth of it. */
    static final long MOST_TEXT = 12L * 1024 * 1024;

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;

    /** Of text and tables; pictures are never read. */
    private static final long MOST_XML_OF_A_PART = 24L * 1024 * 1024;

    /** XML of offices shrinks to a tenth or so; small parts may do better. */
    private static final int MOST_SHRUNK = 200;

    private static final int SMALL = 1024 * 1024;
    private static final String TOO_MUCH = "文件解开后过大，不像正常的 Word 或 Excel 文件，没有读取。请把需要的内容复制到新文件里再导入。";

    private Limits() {}

    /** Refuses a zip that unpacks into more than any office writes. */
    static void checkZip(Path file) throws IOException, ImportFailure {
        // POI's own limit is half as wide, and calls sheets with many empty cells a bomb.
        ZipSecureFile.setMinInflateRatio(0.5 / MOST_SHRUNK);
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        int parts = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                long size = 0;
                boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                long packed = Math.max(1, entry.getCompressedSize());
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        size += read;
                        boolean bomb = size > SMALL && size / packed > MOST_SHRUNK;
                        if (bomb
                                || all + size > MOST_UNPACKED
                                || (xml && size > MOST_XML_OF_A_PART)) {
                            throw new ImportFailure(TOO_MUCH);
                        }
                    }
                }
                all += size;
                if (++parts > MOST_PARTS) {
                    throw new ImportFailure(TOO_MUCH);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new ImportFailure(BROKEN);
        }
    }
}
