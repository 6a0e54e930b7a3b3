package org.gongkai.serve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser gets an answer, whatever is done to the files meanwhile. */
class PreviewServerTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.css"})
    void looksAgainForAFileThatAnEditTookAway(String name) throws IOException {
        Path now = Files.writeString(folder.resolve(name), "今");
        Iterator<Path> found = List.of(folder.resolve("gone/" + name), now).iterator();
        try (PreviewServer server = new PreviewServer(0)) {
            server.start(path -> Optional.of(found.next()), () -> "/");
            String answer = answer(server.port(), name);
            assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.contains("今"), answer);
        }
    }

    /** A client of Java's own would ask again by itself. */
    private static String answer(int port, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request =
                    "GET /%s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n"
                            .formatted(path, port);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
