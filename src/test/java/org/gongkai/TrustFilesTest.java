package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * For those who have to trust the program: what is promised is tested, and what is shipped told.
 */
class TrustFilesTest {
    private static final Path ROOT = TinyColumn.GENERATOR;

    @Test
    void everyPromiseNamesTestsThatThereAre() throws IOException {
        Set<String> tests = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("src/test/java"))) {
            files.forEach(file -> tests.add(file.getFileName().toString().replace(".java", "")));
        }
        Matcher named = Pattern.compile("`(\\w+Test)`").matcher(read("SECURITY.md"));
        Set<String> promised = new TreeSet<>();
        while (named.find()) {
            promised.add(named.group(1));
        }
        assertTrue(promised.size() > 10, promised.toString());
        promised.removeAll(tests);
        assertEquals(Set.of(), promised);
    }

    @Test
    void everyLibraryThatIsShippedIsToldWithItsLicence() throws IOException {
        String told = read("THIRD-PARTY.md");
        int shipped = 0;
        for (Element each : pom().select("project > dependencies > dependency")) {
            if (!each.select("> scope").text().equals("test")) {
                String name = each.select("> artifactId").text();
                assertTrue(told.matches("(?s).*[ 、]" + name + "[、（ ].*"), name);
                shipped++;
            }
        }
        assertTrue(shipped > 12, shipped + " libraries");
    }

    @Test
    void everyVersionIsOneFixedVersionInOnePlace() throws IOException {
        for (Element version : pom().select("dependency > version, plugin > version")) {
            assertTrue(version.text().matches("\\$\\{[a-z0-9.-]+\\.version\\}"), version.text());
        }
        for (Element property : pom().select("properties > *")) {
            if (property.nodeName().endsWith(".version")) {
                assertTrue(property.text().matches("\\d+(\\.\\d+)+"), property.toString());
            }
        }
    }

    @Test
    void licenceIsTheOneThatIsNamed() throws IOException {
        assertTrue(read("LICENSE").contains("Version 2.0, January 2004"));
        assertEquals("Apache-2.0", pom().select("licenses name").text());
        assertTrue(read("README.md").contains("Apache-2.0"));
    }

    private static Element pom() throws IOException {
        return Jsoup.parse(read("pom.xml"), Parser.xmlParser());
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
