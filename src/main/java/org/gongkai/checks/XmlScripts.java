package org.gongkai.checks;

import java.io.InputStream;
import java.io.StringReader;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The scripts of an XML file, read as a browser reads it: with its entities, and only what is a
 * page or a drawing runs any. The names in a table of data may begin as they like, and the entities
 * of Adobe Illustrator stand for nothing but addresses.
 */
final class XmlScripts {
    private static final Set<String> SHOWN =
            Set.of(
                    "http://www.w3.org/1999/xhtml",
                    "http://www.w3.org/2000/svg",
                    "http://www.w3.org/1998/Math/MathML");

    /** Attributes that an element has without saying so, and what can write such rules. */
    private static final Pattern UNSAID = Pattern.compile("<!ATTLIST[^<>\"']*+[\"']|<!ENTITY\\s+%");

    private static final String STYLES = "xml-stylesheet";
    private static final Pattern TYPE = Pattern.compile("\\btype\\s*=\\s*[\"']([^\"']*)");

    private static final XMLInputFactory FACTORY = factory();

    private final String text;
    private final boolean wellFormed;
    private int first = -1;

    XmlScripts(String file) {
        text = file.startsWith("\ufeff") ? " " + file.substring(1) : file;
        wellFormed = read();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Nothing is fetched from anywhere.
        factory.setXMLResolver((name, system, base, space) -> InputStream.nullInputStream());
        return factory;
    }

    /** Whether it could be read to its end, or to its first script. */
    boolean isWellFormed() {
        return wellFormed;
    }

    /** Where the first one begins. */
    OptionalInt first() {
        return first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
    }

    private boolean read() {
        Matcher unsaid = UNSAID.matcher(text);
        if (unsaid.find()) {
            first = unsaid.start();
            return true;
        }
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext() && first < 0) {
                int event = xml.next();
                if ((event == XMLStreamConstants.START_ELEMENT && isScript(xml))
                        || (event == XMLStreamConstants.PROCESSING_INSTRUCTION && isXslt(xml))) {
                    int end = xml.getLocation().getCharacterOffset();
                    first = Math.max(0, text.lastIndexOf('<', end - 1));
                }
            }
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private static boolean isScript(XMLStreamReader xml) {
        boolean shown = SHOWN.contains(xml.getNamespaceURI() + "");
        if (shown && xml.getLocalName().equalsIgnoreCase("script")) {
            return true;
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            boolean own = space == null || space.isEmpty();
            if ((shown && own && AttachmentScripts.isEvent(xml.getAttributeLocalName(i)))
                    || AttachmentScripts.leadsToScript(xml.getAttributeValue(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a style sheet may be one of XSLT: one of CSS says so. */
    private static boolean isXslt(XMLStreamReader xml) {
        if (!xml.getPITarget().equals(STYLES)) {
            return false;
        }
        Matcher type = TYPE.matcher(xml.getPIData() == null ? "" : xml.getPIData());
        return !type.find() || !type.group(1).strip().equals("text/css") || type.find();
    }
}
