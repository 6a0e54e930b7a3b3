package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests in a browser rest on: the page, the server and their records. */
@InBrowser
class BrowserTest {
    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("文件"));
        Files.write(folder.resolve("文件/a.bin"), new byte[] {1, 2, 3});
        Files.writeString(
                folder.resolve("index.html"),
                """
                <!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><title>页</title>
                <input autofocus><script type="module">import {word} from './a.js'; document.title = word;</script>
                """);
        Files.writeString(folder.resolve("a.js"), "export const word = '政务';");
    }

    @Test
    void runsModulesAndKeepsARecord(Browser browser) {
        try (StaticServer server = new StaticServer(folder);
                BrowserPage page = browser.page()) {
            page.open(server.url()).await("document.title === '政务'");
            page.evaluate("fetch('gone').then((r) => r.status)");
            assertEquals(
                    List.of(
                            new BrowserPage.Fetched(server.url(), 200),
                            new BrowserPage.Fetched(server.url() + "a.js", 200),
                            new BrowserPage.Fetched(server.url() + "gone", 404)),
                    page.fetched());
            assertEquals(List.of("/", "/a.js", "/gone"), server.requests());
            assertEquals(1, page.complaints().size(), page.complaints()::toString);
        }
    }

    @Test
    void answersBytesWithTheirType(Browser browser) {
        try (StaticServer server = new StaticServer(folder, "/sub/");
                BrowserPage page = browser.page()) {
            page.open(server.url());
            assertEquals(
                    "[\"application/octet-stream\",\"1,2,3\"]",
                    page.evaluate(
                            """
                            fetch('文件/a.bin').then(async (r) =>
                                [r.headers.get('content-type'), new Uint8Array(await r.arrayBuffer()).join()])
                            """));
            assertEquals("404", page.evaluate("fetch('/a.js').then((r) => r.status)"));
            assertEquals("404", page.evaluate("fetch('%2e%2e/%2e%2e/etc').then((r) => r.status)"));
            assertEquals("true", page.evaluate("fetch('文件').then((r) => r.redirected)"));
        }
    }

    @Test
    void goesOfflineAndBack(Browser browser) {
        try (StaticServer server = new StaticServer(folder);
                BrowserPage page = browser.page()) {
            String fetch = "fetch('a.js').then((r) => r.status, () => 'offline')";
            page.open(server.url()).offline(true);
            assertEquals("\"offline\"", page.evaluate(fetch));
            page.offline(false);
            assertEquals("200", page.evaluate(fetch));
        }
    }

    @Test
    void runsNoScriptWhereItIsOff(Browser browser) {
        try (StaticServer server = new StaticServer(folder);
                BrowserPage page = browser.pageWithoutScript()) {
            page.open(server.url());
            assertEquals("\"页\"", page.evaluate("document.title"));
            assertEquals(List.of("/"), server.requests());
        }
    }

    @Test
    void typesPrintsAndTakesPictures(Browser browser) {
        try (StaticServer server = new StaticServer(folder);
                BrowserPage page = browser.page()) {
            page.open(server.url()).type("公开").press("Shift+Home", "Delete").type("通知");
            assertEquals("\"通知\"", page.evaluate("document.querySelector('input').value"));
            assertEquals("true", page.print().evaluate("matchMedia('print').matches"));
            Path picture = folder.resolve("a.png");
            page.size(400, 300).screenshot(picture);
            assertTrue(Files.exists(picture));
        }
    }
}
