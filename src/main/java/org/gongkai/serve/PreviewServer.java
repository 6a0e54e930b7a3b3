package org.gongkai.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Shows a site to the browsers of this machine, and to nobody else. Into each page goes one script,
 * which loads the page again when the site has changed and lists what is wrong with it.
 */
public final class PreviewServer implements AutoCloseable {
    private static final String OWN = "__gongkai/";
    private static final int ATTEMPTS = 5;
    private static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", HTML),
                    Map.entry("htm", HTML),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("xml", "application/xml"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("csv", "text/csv; charset=utf-8"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("gif", "image/gif"),
                    Map.entry("webp", "image/webp"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("mp3", "audio/mpeg"),
                    Map.entry("mp4", "video/mp4"));

    static {
        // Else each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    task -> {
                        Thread thread = new Thread(task, "preview-server");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final News news = new News();
    private SiteFiles files;
    private Supplier<String> basePath;

    /**
     * Takes the port; nothing is answered before {@link #start}.
     *
     * @param port 0 for any that is free
     * @throws java.net.BindException where the port is taken
     */
    public PreviewServer(int port) throws IOException {
        server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
                        0);
    }

    /**
     * Begins to answer.
     *
     * @param basePath the path under which the site lies on its own server; it can be reached there
     *     and at the root
     */
    public void start(SiteFiles siteFiles, Supplier<String> siteBasePath) {
        files = siteFiles;
        basePath = siteBasePath;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address of the site's front page. */
    public String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /**
     * Tells all browsers what there is now.
     *
     * @param version pages of another one are loaded again
     * @param problems as JSON, on one line
     */
    public void show(String version, String problems) {
        news.show(version, problems);
    }

    @Override
    public void close() {
        news.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            // Drafts are nobody else's business, also not that of other sites in the same browser.
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            if (!isForThisServer(exchange)) {
                say(exchange, 403, "只能用 " + url() + " 访问。");
            } else if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                headers.set("Allow", "GET, HEAD");
                say(exchange, 405, "这里只能读取网页。");
            } else {
                Optional<RequestPath> path = RequestPath.of(exchange.getRequestURI().getRawPath());
                if (path.isPresent() && path.get().text().startsWith(OWN)) {
                    answerOwn(exchange, path.get().text().substring(OWN.length()));
                } else {
                    answerSite(exchange, path);
                }
            }
        }
    }

    /** A page on the web could give its own name this machine's address, to read what is here. */
    private boolean isForThisServer(HttpExchange exchange) {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        return hosts.size() == 1
                && Stream.of("127.0.0.1", "localhost")
                        .anyMatch(
                                name ->
                                        hosts.get(0)
                                                        .toLowerCase(Locale.ROOT)
                                                        .equals(name + ":" + port())
                                                || (port() == 80
                                                        && hosts.get(0).equalsIgnoreCase(name)));
    }

    private void answerOwn(HttpExchange exchange, String name) throws IOException {
        switch (name) {
            case "events" -> news.answer(exchange);
            case "live.js", "live.css" -> {
                try (InputStream in = PreviewServer.class.getResourceAsStream(name)) {
                    send(exchange, 200, type(name), in.readAllBytes());
                }
            }
            default -> say(exchange, 404, "没有这个文件。");
        }
    }

    private void answerSite(HttpExchange exchange, Optional<RequestPath> path) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                tryToAnswer(exchange, path);
                return;
            } catch (NoSuchFileException e) {
                // An edit took it away before it was opened: what came instead is there by now.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void tryToAnswer(HttpExchange exchange, Optional<RequestPath> path) throws IOException {
        // Asked for first: a page that is newer than it says is loaded once more, an older one
        // would stay.
        String version = news.version();
        try {
            Optional<Path> file = path.isEmpty() ? Optional.empty() : find(path.get());
            if (file.isPresent()) {
                sendFile(exchange, 200, file.get(), version);
            } else if (path.isPresent() && find(path.get().asFolder()).isPresent()) {
                String query = exchange.getRequestURI().getRawQuery();
                String to = path.get().asFolder().encoded() + (query == null ? "" : "?" + query);
                exchange.getResponseHeaders().set("Location", to);
                exchange.sendResponseHeaders(308, -1);
            } else {
                Optional<Path> notFound = files.find("404.html");
                if (notFound.isPresent()) {
                    sendFile(exchange, 404, notFound.get(), version);
                } else {
                    say(exchange, 404, "没有这个网页。");
                }
            }
        } catch (RuntimeException e) {
            send(exchange, 500, HTML, Snippet.inTo(Snippet.NO_PAGE, version));
        }
    }

    /** At the root, or below the path that the site has on its own server. */
    private Optional<Path> find(RequestPath path) throws IOException {
        Optional<Path> file = files.find(path.file());
        if (file.isPresent()) {
            return file;
        }
        Optional<RequestPath> below = RequestPath.of(basePath.get()).flatMap(path::below);
        return below.isPresent() ? files.find(below.get().file()) : Optional.empty();
    }

    private static void sendFile(HttpExchange exchange, int status, Path file, String version)
            throws IOException {
        String type = type(file.getFileName().toString());
        if (type.equals(HTML)) {
            send(exchange, status, type, Snippet.inTo(Files.readAllBytes(file), version));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        if (isHead(exchange, Files.size(file))) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            // In chunks: the file may be saved again meanwhile.
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                in.transferTo(out);
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (isHead(exchange, body.length)) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static boolean isHead(HttpExchange exchange, long length) {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
        }
        return head;
    }

    private static String type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
