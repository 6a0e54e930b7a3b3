package org.gongkai.checks;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.model.ColumnText;
import org.gongkai.model.Severity;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * For whoever opens an attachment in the browser: a page or drawing that brings its own scripts
 * would run them in the name of the site.
 */
final class AttachmentScripts implements TextCheck {
    private static final Set<String> HTML = Set.of("html", "htm", "shtml");
    private static final Set<String> XML =
            Set.of("svg", "xml", "xhtml", "xht", "rss", "atom", "xsl");

    /** A style sheet of XSLT, or an entity, can write a script into what is read here. */
    private static final Pattern MADE_WHEN_OPENED =
            Pattern.compile("<\\?xml-stylesheet|<!ENTITY|<!ATTLIST", Pattern.CASE_INSENSITIVE);

    /** What runs when something happens. Word writes {@code on="t"} on its shapes. */
    private static final Pattern EVENT = Pattern.compile("(?i)on[a-z]{3,}");

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}]+");

    @Override
    public void check(ReadText text, Findings findings) {
        String name = text.name().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (text.kind() != ColumnText.Kind.ATTACHMENT) {
            return;
        } else if (HTML.contains(extension)) {
            inTags(text.text(), Parser.htmlParser()).ifPresent(at -> report(text, at, findings));
        } else if (XML.contains(extension)) {
            inXml(text.text()).ifPresent(at -> report(text, at, findings));
        }
    }

    /** Where the first one is. What is no XML all through is looked at by its tags. */
    private static OptionalInt inXml(String text) {
        XmlScripts xml = new XmlScripts(text);
        if (xml.isWellFormed()) {
            return xml.first();
        }
        OptionalInt inTags = inTags(text, Parser.xmlParser());
        return inTags.isPresent()
                ? inTags
                : MADE_WHEN_OPENED
                        .matcher(text)
                        .results()
                        .mapToInt(found -> found.start())
                        .findFirst();
    }

    private static OptionalInt inTags(String text, Parser parser) {
        Document document = parser.setTrackPosition(true).parseInput(text, "");
        return document.stream()
                .filter(AttachmentScripts::isScript)
                .mapToInt(element -> Math.max(0, element.sourceRange().startPos()))
                .findFirst();
    }

    private static boolean isScript(Element element) {
        String tag = element.normalName();
        if (tag.substring(tag.indexOf(':') + 1).equals("script")) {
            return true;
        }
        for (Attribute attribute : element.attributes()) {
            if (isEvent(attribute.getKey()) || leadsToScript(attribute.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** Whether an attribute of a page or drawing holds a script, or a page with one. */
    static boolean isEvent(String attribute) {
        return EVENT.matcher(attribute).matches() || attribute.equalsIgnoreCase("srcdoc");
    }

    /** Whether an attribute's value is the address of a script. */
    static boolean leadsToScript(String value) {
        return UNSEEN.matcher(value)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .contains("javascript:");
    }

    private static void report(ReadText text, int at, Findings findings) {
        findings.report(
                "attachment-script",
                Severity.ERROR,
                text.at(at),
                "附件里有脚本，别人打开时会以本网站的名义运行。",
                "请换成没有脚本的文件：网页请另存为 PDF 或者 Word 文件，SVG 图请在绘图软件里另存为“纯 SVG”或者 PNG。");
    }
}
