package org.gongkai.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SearchScriptsTest {
    /** What a phone loads to search; search.md's promise. */
    private static final int MOST_BYTES = 12_000;

    @Test
    void aPhoneGetsTheClientInOnePieceOfLessThanTwelveKilobytes() throws IOException {
        Map<String, String> published = new SearchScripts(ours()).published();
        String client = published.get("client.js");
        assertTrue(client.contains("export async function openIndex("), client);
        assertEquals(0, client.lines().filter(line -> line.startsWith("import ")).count());
        int bytes = gzipped(client + published.get("suggest.js"));
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    @Test
    void whoImportsAPartOfTheClientImportsTheClient() {
        Map<String, String> published =
                new SearchScripts(
                                Map.of(
                                        "client.js",
                                        "// Ours.\nimport {a} from './a.js';\nexport const c = a;\n",
                                        "a.js",
                                        "import {b} from './b.js';\nexport const a = b;\n",
                                        "b.js",
                                        "/**\n * One.\n */\nexport const b = 1;\n",
                                        "page.js",
                                        "import {b} from './b.js';\nimport {d} from './d.js';\n",
                                        "d.js",
                                        "  export const d = 2; // stays\n"))
                        .published();
        assertEquals(
                Map.of(
                        "client.js",
                        "export const b=1;export const a=b;export const c=a;\n",
                        "page.js",
                        "import {b} from './client.js';\nimport {d} from './d.js';\n",
                        "d.js",
                        "export const d = 2; // stays\n"),
                published);
    }

    @Test
    void modulesThatImportEachOtherEnd() {
        Map<String, String> circle =
                Map.of(
                        "client.js",
                        "import {a} from './a.js';\nexport const c = 2;\n",
                        "a.js",
                        "import {c} from './client.js';\nexport const a = 1;\n");
        assertEquals(
                Map.of("client.js", "export const a=1;export const c=2;\n"),
                new SearchScripts(circle).published());
    }

    private static Map<String, String> ours() throws IOException {
        Map<String, String> scripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("assets", "search"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                scripts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return scripts;
    }

    private static int gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
