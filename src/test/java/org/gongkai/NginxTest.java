package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.pages.FirstPaint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A published site on a real nginx with deploy/nginx.conf. */
class NginxTest {
    @TempDir private static Path folder;
    private static Path target;
    private static Nginx nginx;

    @BeforeAll
    static void serve() {
        Program.required("nginx");
        TinyColumn column =
                new TinyColumn(folder)
                        .with(
                                "site.yml",
                                "名称: 样例县政府信息公开专栏\n网址: https://www.yangli.example/zwgk/\n网站标识码: \"3799000001\"\n")
                        .withNotice("2023/a", "审核:", "旧地址: [/zwgk/art/旧.html, old/name/]\n审核:")
                        .with("assets/files/a.pdf", "%PDF-1.4\n")
                        .with("assets/files/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                        .with("assets/notes.md", "not for readers")
                        .build();
        assertEquals(List.of(), column.problems());
        target = folder.resolve("www");
        publish(column, target);
        nginx = new Nginx(folder.resolve("nginx"), target, "/zwgk/");
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    static void publish(TinyColumn column, Path target) {
        Called called =
                Called.of(
                        "publish",
                        target + "",
                        "--source",
                        column.root() + "",
                        "--out",
                        column.out() + "");
        assertEquals(0, called.status(), called.all());
    }

    @Test
    void namesTheScriptThatEveryPageBeginsWith() throws IOException {
        String settings = Files.readString(Nginx.SETTINGS);
        assertTrue(
                settings.contains("script-src 'self' " + FirstPaint.read().hash() + ";"),
                FirstPaint.read().hash());
        assertFalse(settings.contains("unsafe-inline"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                     | text/html; charset=utf-8              | public, max-age=60",
                "notices/2023/a/        | text/html; charset=utf-8              | public, max-age=60",
                "css/site.css           | text/css; charset=utf-8               | public, max-age=60",
                "search/client.js       | application/javascript; charset=utf-8 | no-cache",
                "search/manifest.json   | application/json; charset=utf-8       | no-cache",
                "data/notices.json      | application/json; charset=utf-8       | no-cache",
                "data/tasks.csv         | text/csv; charset=utf-8               | public, max-age=60",
                "feed.xml               | text/xml; charset=utf-8               | public, max-age=60",
                "robots.txt             | text/plain; charset=utf-8             | public, max-age=60",
                "files/a.pdf            | application/pdf                       | public, max-age=600",
                "favicon.svg            | image/svg+xml                         | public, max-age=600"
            })
    void saysWhatEachFileIsAndHowLongItHolds(String path, String type, String cache)
            throws Exception {
        HttpResponse<byte[]> answer = get(nginx.url() + path);
        assertEquals(200, answer.statusCode());
        assertEquals(type, header(answer, "Content-Type"));
        assertEquals(cache, header(answer, "Cache-Control"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("strict-origin-when-cross-origin", header(answer, "Referrer-Policy"));
        assertEquals("SAMEORIGIN", header(answer, "X-Frame-Options"));
        assertTrue(header(answer, "Permissions-Policy").contains("camera=()"));
        assertEquals("nginx", header(answer, "Server"), "no version");
        boolean page = type.startsWith("text/html") || type.matches("text/(xml|plain|csv).*");
        String policy = header(answer, "Content-Security-Policy");
        assertEquals(page, policy.contains("frame-ancestors 'self'"), policy);
        assertEquals(
                path.startsWith("data/") ? "*" : "", header(answer, "Access-Control-Allow-Origin"));
    }

    @Test
    void filesNamedAfterWhatTheyHoldNeverChange() throws Exception {
        String file =
                new BuiltSite(target.resolve("current").toRealPath())
                        .files().stream()
                                .filter(each -> each.endsWith(".bin"))
                                .findFirst()
                                .orElseThrow();
        HttpResponse<byte[]> answer = get(nginx.url() + file);
        assertEquals("public, max-age=31536000, immutable", header(answer, "Cache-Control"));
        HttpResponse<byte[]> missing = get(nginx.url() + file + ".x");
        assertEquals(404, missing.statusCode());
        assertEquals("public, max-age=60", header(missing, "Cache-Control"));
    }

    @Test
    void sendsWhatWasPackedWhenItWasPublished() throws Exception {
        HttpResponse<byte[]> packed =
                get(nginx.url() + "notices/2023/a/", "Accept-Encoding", "gzip");
        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(packed, "Vary"));
        assertEquals(
                Files.size(target.resolve("current/notices/2023/a/index.html.gz")),
                packed.body().length);
        assertEquals("", header(get(nginx.url() + "notices/2023/a/"), "Content-Encoding"));
    }

    @Test
    void asksAgainForNothingThatIsAsItWas() throws Exception {
        String page = nginx.url() + "notices/2023/a/";
        HttpResponse<byte[]> again = get(page, "If-None-Match", header(get(page), "ETag"));
        assertEquals(304, again.statusCode());
        assertTrue(header(again, "Content-Security-Policy").contains("script-src"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nichts/",
                "notices/2023/b/index.html",
                ".git/config",
                ".gongkai",
                "a/.htaccess",
                "notes.md",
                "publish.log",
                "../publish.log",
                "..%2fpublish.log",
                "site.yml"
            })
    void showsThe404PageForWhatIsNotThere(String path) throws Exception {
        HttpResponse<byte[]> answer = get(nginx.url() + path);
        if (path.startsWith("..")) {
            assertTrue(
                    answer.statusCode() == 404 || answer.statusCode() == 400,
                    "" + answer.statusCode());
            assertFalse(text(answer).contains("发布"), text(answer));
            return;
        }
        assertEquals(404, answer.statusCode());
        assertEquals(
                new BuiltSite(target.resolve("current").toRealPath()).text("404.html"),
                text(answer));
        assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'none'"));
    }

    @ParameterizedTest
    @CsvSource({
        "/zwgk/art/%E6%97%A7.html, /zwgk/notices/2023/a/",
        "/zwgk/old/name/, /zwgk/notices/2023/a/",
        "/zwgk/old/name, /zwgk/old/name/",
        "/zwgk/notices/2023/a, /zwgk/notices/2023/a/"
    })
    void leadsOnWithinTheSite(String from, String to) throws Exception {
        HttpResponse<byte[]> answer = get(nginx.host() + from);
        assertEquals(301, answer.statusCode());
        assertEquals(to, header(answer, "Location"));
    }

    @Test
    void aDrawingRunsNoScript() throws Exception {
        assertTrue(
                header(get(nginx.url() + "files/a.svg"), "Content-Security-Policy")
                        .contains("sandbox"));
    }

    @Test
    void worksAtTheTopOfAHostAndWithoutOldAddresses() throws Exception {
        TinyColumn column =
                new TinyColumn(folder.resolve("top"))
                        .with(
                                "site.yml",
                                "名称: 样例县政府信息公开专栏\n网址: https://www.yangli.example/\n网站标识码: \"3799000001\"\n")
                        .withNotice()
                        .build();
        publish(column, folder.resolve("top/www"));
        try (Nginx top = new Nginx(folder.resolve("top/nginx"), folder.resolve("top/www"), "/")) {
            assertEquals(200, get(top.url() + "notices/2023/a/").statusCode());
            HttpResponse<byte[]> missing = get(top.url() + "nichts");
            assertEquals(404, missing.statusCode());
            assertTrue(text(missing).contains("找不到这个网页"));
        }
    }

    private static HttpResponse<byte[]> get(String url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
