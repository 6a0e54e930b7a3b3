package org.gongkai.checks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the words of a file that is a zip of XML (docx, xlsx, pptx, odt, ofd …), also those that
 * its programs hide: deleted, in comments, in notes. It comes from anywhere, so that there is a
 * limit to everything.
 */
final class OfficeFile {
    private static final int MOST_PARTS = 2000;
    private static final int MOST_BYTES_OF_A_PART = 32 * 1024 * 1024;

    /** XML of offices shrinks to a tenth or so, and small parts may do better. */
    private static final int MOST_SHRUNK = 200;

    private static final int SMALL = 1024 * 1024;

    /** Elements behind which what follows is another word. */
    private static final Set<String> BLOCKS =
            Set.of("p", "h", "si", "c", "br", "cr", "tab", "table-cell", "TextCode", "line-break");

    private static final Set<String> AUTHORS =
            Set.of("creator", "lastModifiedBy", "initial-creator");

    /** A person's name; programs and offices put other words there. */
    private static final Pattern NAME =
            Pattern.compile("(?!.*(?:用户|管理|局|办|室|中心|委|科|股|处|厅|系统|电脑|公司|政府|联想|微软))\\p{IsHan}{2,4}");

    private final XMLInputFactory factory = XMLInputFactory.newFactory();
    private final StringBuilder text = new StringBuilder();
    private final List<String> authors = new ArrayList<>();

    OfficeFile() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    AttachmentText read(Path file) throws IOException {
        boolean cut = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long left = AttachmentText.MOST_BYTES;
            int parts = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (entry.isDirectory() || !(name.endsWith(".xml") || name.endsWith(".rels"))) {
                    continue;
                }
                byte[] bytes = ++parts > MOST_PARTS ? null : bytes(zip, entry, left);
                if (bytes == null) {
                    cut = true;
                    continue;
                }
                left -= bytes.length;
                readPart(bytes);
            }
        } catch (ZipException | IllegalArgumentException e) {
            // Locked with a password, or no such file at all: there is nothing to be read.
            return new AttachmentText("", false, List.of(), false);
        }
        return new AttachmentText(
                text.toString(), false, authors.stream().distinct().toList(), cut);
    }

    /** A part of the zip; null where it is more than any office writes. */
    private static byte[] bytes(ZipFile zip, ZipEntry entry, long left) throws IOException {
        int most = (int) Math.min(left, MOST_BYTES_OF_A_PART);
        long packed = Math.max(1, entry.getCompressedSize());
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(most + 1);
            boolean bomb = bytes.length > SMALL && bytes.length / packed > MOST_SHRUNK;
            return bytes.length > most || bomb ? null : bytes;
        }
    }

    private void readPart(byte[] part) {
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            StringBuilder author = null;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        text.append(xml.getText());
                        if (author != null) {
                            author.append(xml.getText());
                        }
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        author = AUTHORS.contains(xml.getLocalName()) ? new StringBuilder() : null;
                        addTarget(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (author != null) {
                            addAuthor(author.toString().strip());
                            author = null;
                        }
                        if (BLOCKS.contains(xml.getLocalName())) {
                            text.append('\n');
                        }
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            // What could be read until there is looked at all the same.
        }
        text.append('\n');
    }

    /** Where a link leads. */
    private void addTarget(XMLStreamReader xml) {
        String target = xml.getAttributeValue(null, "Target");
        if (target != null && "External".equals(xml.getAttributeValue(null, "TargetMode"))) {
            text.append(target).append('\n');
        }
    }

    private void addAuthor(String author) {
        text.append('\n');
        if (NAME.matcher(author).matches()) {
            authors.add(author);
        }
    }
}
