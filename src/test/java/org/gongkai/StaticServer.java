package org.gongkai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a folder on this machine, as an ordinary web server with nothing set up does. */
public final class StaticServer implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "json", "application/json",
                    "xml", "application/xml",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "csv", "text/csv; charset=utf-8");

    static {
        // Else each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Path root;
    private final String prefix;
    private final Map<String, String> headers;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public StaticServer(Path root) {
        this(root, "/");
    }

    /**
     * @param prefix where the folder is on the server, such as {@code /sub/folder/}
     */
    public StaticServer(Path root, String prefix) {
        this(root, prefix, Map.of());
    }

    /**
     * @param headers what every answer carries besides its type
     */
    public StaticServer(Path root, String prefix, Map<String, String> headers) {
        this.headers = headers;
        this.root = root.toAbsolutePath().normalize();
        this.prefix = prefix;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The folder's address, with a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + prefix;
    }

    /** The paths that were asked for, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            headers.forEach(exchange.getResponseHeaders()::set);
            String path = exchange.getRequestURI().getPath();
            requests.add(path);
            Path file = file(path);
            if (file != null && Files.isDirectory(file) && !path.endsWith("/")) {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getRawPath() + "/");
                exchange.sendResponseHeaders(301, -1);
                return;
            }
            if (file != null && path.endsWith("/")) {
                file = file.resolve("index.html");
            }
            if (file != null && Files.isRegularFile(file)) {
                send(exchange, 200, type(file), Files.readAllBytes(file));
            } else {
                send(
                        exchange,
                        404,
                        "text/plain; charset=utf-8",
                        "404".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The file of a path, or null outside the folder. */
    private Path file(String path) {
        if (!path.startsWith(prefix)) {
            return null;
        }
        Path file = root.resolve(path.substring(prefix.length())).normalize();
        return file.startsWith(root) ? file : null;
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
