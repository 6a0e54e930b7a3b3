package org.gongkai.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What there is to tell browsers, sent to each as server-sent events; the newest alone counts. */
final class News implements AutoCloseable {
    /** So often a browser that is gone is noticed. */
    private static final long HEARTBEAT_MILLIS = 15_000;

    private String version = "";
    private String problems = "{}";
    private long number;
    private boolean closed;

    synchronized void show(String newVersion, String newProblems) {
        version = newVersion;
        problems = newProblems;
        number++;
        notifyAll();
    }

    synchronized String version() {
        return version;
    }

    /** Tells a browser what there is and what comes, until it goes. */
    void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            long told = -1;
            while (true) {
                String event;
                synchronized (this) {
                    if (number == told && !closed) {
                        wait(HEARTBEAT_MILLIS);
                    }
                    if (closed) {
                        return;
                    }
                    event =
                            number == told
                                    ? ":\n\n"
                                    : "retry: 500\nid: " + version + "\ndata: " + problems + "\n\n";
                    told = number;
                }
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The browser is gone.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
