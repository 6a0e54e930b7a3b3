package org.gongkai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.cli.LiveSite;

/** A tiny column that is served while a test edits it. */
final class Live implements AutoCloseable {
    /** Longer than any machine takes; only what hangs waits so long. */
    private static final long AT_MOST_MILLIS = 60_000;

    private static final Pattern SNIPPET =
            Pattern.compile(
                    "<script type=\"module\" src=\"/__gongkai/live\\.js\\?([^\"]*)\"></script>\n");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private final LiveSite site;

    Live(TinyColumn column) {
        SiteBuild build = build(column);
        try {
            site =
                    new LiveSite(
                            () -> build, 0, new PrintStream(printed, true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is shown of a column: all of it, drafts too. */
    static SiteBuild build(TinyColumn column) {
        return new SiteBuild(
                TinyColumn.GENERATOR, column.root(), LocalDate.of(2023, 10, 1), true, false);
    }

    String url() {
        return site.url();
    }

    int port() {
        return URI.create(url()).getPort();
    }

    /** What stands in the terminal. */
    String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url() + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A page as it was made, without what the server puts into it. */
    String page(String path) {
        return SNIPPET.matcher(text(path)).replaceAll("");
    }

    String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    /** Which state of the column a page shows. */
    String version(String path) {
        Matcher snippet = SNIPPET.matcher(text(path));
        if (!snippet.find()) {
            throw new AssertionError("no snippet in " + path);
        }
        return snippet.group(1);
    }

    /** The answer to a request that no ordinary client sends. */
    String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout((int) AT_MOST_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a request for an address that is sent as it is. */
    String rawGet(String target) {
        return raw(
                "GET "
                        + target
                        + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + port()
                        + "\r\nConnection: close\r\n\r\n");
    }

    void awaitOn(String path, String text) {
        await(() -> text(path).contains(text));
    }

    void awaitPrinted(String text) {
        await(() -> printed().contains(text));
    }

    void await(BooleanSupplier condition) {
        long end = System.currentTimeMillis() + AT_MOST_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("never came; printed:\n" + printed());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            site.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
