package org.gongkai.checks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an attachment says, as far as the JDK alone can read it: plain text, and the files of Word,
 * Excel, WPS and the like that are zips of XML. A PDF or a picture says nothing here.
 *
 * @param lines whether its lines are the file's own
 * @param authors who made it, as it says of itself
 * @param cut whether there is more that was not read
 */
record AttachmentText(String text, boolean lines, List<String> authors, boolean cut) {
    static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final Set<String> PLAIN =
            Set.of(
                    "csv", "txt", "html", "htm", "shtml", "xhtml", "xht", "md", "xml", "rss",
                    "atom", "xsl", "json", "tsv", "svg", "ics", "yml");
    private static final Set<String> ZIPPED =
            Set.of(
                    "docx", "docm", "dotx", "xlsx", "xlsm", "pptx", "pptm", "odt", "ods", "odp",
                    "ofd");

    /** Before 2007, texts were kept as UTF-16 or as bytes between much else. */
    private static final Set<String> OLD = Set.of("doc", "xls", "ppt", "wps", "et", "dps", "rtf");

    static AttachmentText read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ZIPPED.contains(extension)) {
            return new OfficeFile().read(file);
        }
        boolean plain = PLAIN.contains(extension);
        if (!plain && !OLD.contains(extension)) {
            return new AttachmentText("", true, List.of(), false);
        }
        if (Files.size(file) > MOST_BYTES) {
            return new AttachmentText("", true, List.of(), true);
        }
        byte[] bytes = Files.readAllBytes(file);
        return new AttachmentText(plain ? plain(bytes) : old(bytes), plain, List.of(), false);
    }

    private static String plain(byte[] bytes) {
        if (startsWith(bytes, 0xfe, 0xff) || startsWith(bytes, 0xff, 0xfe)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        // XML tells by its first "<".
        if (startsWith(bytes, '<', 0) || startsWith(bytes, 0, '<')) {
            return new String(
                    bytes, bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    private static String old(byte[] bytes) {
        String even = new String(bytes, StandardCharsets.UTF_16LE);
        int from = Math.min(1, bytes.length);
        String odd = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_16LE);
        String narrow = new String(bytes, StandardCharsets.US_ASCII);
        return even + "\n" + odd + "\n" + narrow;
    }
}
