package org.gongkai;

import static org.gongkai.ColumnAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No attachment runs a script in the name of the site. */
class AttachmentScriptsTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\">\n";

    @TempDir private Path folder;

    private TinyColumn with(String name, byte[] file) {
        return new TinyColumn(folder)
                .with("content/notices/2023/files/" + name, file)
                .withNotice("2023/a", "审核:", "附件: [{文件: files/" + name + "}]\n审核:");
    }

    private TinyColumn with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhereTheScriptIsAndWhatToDo() {
        assertRefused(
                with("tu.svg", SVG + "<script>alert(1)</script></svg>"),
                "content/notices/2023/files/tu.svg:2: 错误 附件里有脚本，别人打开时会以本网站的名义运行。"
                        + "请换成没有脚本的文件：网页请另存为 PDF 或者 Word 文件，"
                        + "SVG 图请在绘图软件里另存为“纯 SVG”或者 PNG。[attachment-script]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<rect onload=\"alert(1)\"/>",
                "<rect OnClick=\"alert(1)\"/>",
                "<a xlink:href=\"java&#10;script:alert(1)\"><text>点</text></a>",
                "<a href=\" JavaScript:alert(1)\"><text>点</text></a>",
                "<animate attributeName=\"href\" values=\"#;javascript:alert(1)\"/>",
                "<foreignObject><iframe srcdoc=\"x\"/></foreignObject>"
            })
    void findsItInADrawing(String part) {
        TinyColumn column = with("tu.SVG", SVG + part + "\n</svg>").build();
        assertEquals(
                List.of("content/notices/2023/files/tu.SVG:2"), column.places("attachment-script"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?>\n<a/>",
                "<?xml-stylesheet href=\"a.xsl\"?>\n<a/>",
                "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]>\n<svg/>",
                "<!DOCTYPE svg [<!ENTITY % x \"&#60;!ATTLIST svg onload CDATA 'alert(1)'>\">%x;]>\n<svg/>",
                "<!DOCTYPE svg [<!ENTITY x \"y\">]>\n<svg><a></svg>"
            })
    void findsWhatWouldWriteItWhenOpened(String text) {
        assertEquals(
                List.of("content/notices/2023/files/a.xml:1"),
                with("a.xml", text).build().places("attachment-script"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"&x;\"/>",
                "<a href=\"java&y;\"/>",
                "&z;",
                "<g xmlns=\"&svg;\" onclick=\"alert(1)\"/>"
            })
    void readsEntitiesAsABrowserDoes(String part) {
        String text =
                "<!DOCTYPE svg [<!ENTITY x \"javascript:alert(1)\"><!ENTITY y \"script:alert(1)\">"
                        + "<!ENTITY z \"&#60;script xmlns='http://www.w3.org/2000/svg'/>\">"
                        + "<!ENTITY svg \"http://www.w3.org/2000/svg\">]>\n<svg>";
        assertEquals(
                1,
                with("a.xml", text + part + "</svg>").build().places("attachment-script").size());
        assertEquals(List.of(), with("a.xml", text + "</svg>").build().places("attachment-script"));
    }

    @Test
    void letsDrawingsAndDataOfCommonProgramsPass() {
        TinyColumn column =
                with(
                                "illustrator.svg",
                                """
                                <?xml version="1.0" encoding="utf-8"?>
                                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1:1/svg11.dtd" [
                                \t<!ENTITY ns_svg "http://www.w3.org/2000/svg">
                                \t<!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
                                ]>
                                <svg xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;" width="9" height="9">
                                <a xlink:href="https://www.example.gov.cn/"><text>图</text></a></svg>
                                """)
                        .with(
                                "content/notices/2023/files/corel.svg",
                                "\ufeff<?xml-stylesheet type=\"text/css\" href=\"a.css\"?>\n"
                                        + SVG
                                        + "<g xmlns:i=\"http://i.example/\" i:once=\"1\" i:onload=\"1\"/></svg>")
                        .with(
                                "content/notices/2023/files/data.xml",
                                "<!DOCTYPE list [<!ATTLIST row id ID #REQUIRED>]>\n"
                                        + "<list><row id=\"a\" online=\"true\" onset=\"3月\"><script>甲骨文</script></row></list>")
                        .with(
                                "content/notices/2023/files/word.htm",
                                "<html><body><v:shape><v:textpath on=\"t\" fitshape=\"t\"/></v:shape>"
                                        + "<p>onload=甲</p></body></html>")
                        .withNotice(
                                "2023/a",
                                "审核:",
                                "附件: [{文件: files/illustrator.svg}, {文件: files/corel.svg}, "
                                        + "{文件: files/data.xml}, {文件: files/word.htm}]\n审核:")
                        .build();
        assertEquals(List.of(), column.places("attachment-script"));
        assertTrue(column.published(), column.problems()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"})
    void findsItInAPageInWhateverEncoding(String encoding) {
        String page = "<html>\n<body>名单<img src=x onerror=alert(1)></body></html>";
        TinyColumn column = with("a.htm", page.getBytes(Charset.forName(encoding))).build();
        assertEquals(
                List.of("content/notices/2023/files/a.htm:2"), column.places("attachment-script"));
    }

    @Test
    void letsPassWhatHasNone() {
        TinyColumn column =
                with(
                                "tu.svg",
                                "<?xml version=\"1.0\"?>\n"
                                        + SVG
                                        + "<style>text{fill:red}</style>"
                                        + "<a href=\"https://www.example.gov.cn/\"><text>图</text></a></svg>")
                        .with(
                                "content/notices/2023/files/a.html",
                                "<html><head><title>表</title></head><body><p>表</p></body></html>")
                        .with("content/notices/2023/files/a.csv", "写法,说明\n<script>,脚本\n")
                        .withNotice(
                                "2023/a",
                                "审核:",
                                "附件: [{文件: files/tu.svg}, {文件: files/a.html}, {文件: files/a.csv}]\n审核:")
                        .build();
        assertEquals(List.of(), column.places("attachment-script"));
        assertTrue(column.published(), column.problems()::toString);
    }
}
