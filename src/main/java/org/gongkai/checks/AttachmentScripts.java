package org.gongkai.checks;

import java.util.Locale;
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
    private static final Set<String> HTML = Set.of("html", "htm");
    private static final Set<String> XML = Set.of("svg", "xml", "xhtml", "xht");

    /** A style sheet of XSLT, or an entity, can write a script into what is read here. */
    private static final Pattern MADE_WHEN_OPENED =
            Pattern.compile("<\\?xml-stylesheet|<!ENTITY", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}]+");

    @Override
    public void check(ReadText text, Findings findings) {
        String name = text.name().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (text.kind() != ColumnText.Kind.ATTACHMENT
                || !(HTML.contains(extension) || XML.contains(extension))) {
            return;
        }
        Parser parser = HTML.contains(extension) ? Parser.htmlParser() : Parser.xmlParser();
        Document document = parser.setTrackPosition(true).parseInput(text.text(), "");
        for (Element element : document.getAllElements()) {
            if (isScript(element)) {
                report(text, Math.max(0, element.sourceRange().startPos()), findings);
                return;
            }
        }
        if (XML.contains(extension)) {
            MADE_WHEN_OPENED
                    .matcher(text.text())
                    .results()
                    .findFirst()
                    .ifPresent(found -> report(text, found.start(), findings));
        }
    }

    private static boolean isScript(Element element) {
        String tag = element.normalName();
        if (tag.substring(tag.indexOf(':') + 1).equals("script")) {
            return true;
        }
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey().toLowerCase(Locale.ROOT);
            String value = UNSEEN.matcher(attribute.getValue()).replaceAll("");
            if (key.startsWith("on")
                    || key.equals("srcdoc")
                    || value.toLowerCase(Locale.ROOT).contains("javascript:")) {
                return true;
            }
        }
        return false;
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
