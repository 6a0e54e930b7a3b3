package org.gongkai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** The machine's nginx with the project's own settings, for a site at a path of this machine. */
final class Nginx implements AutoCloseable {
    static final Path SETTINGS = TinyColumn.GENERATOR.resolve("deploy/nginx.conf");

    private final Process process;
    private final int port;
    private final String path;

    /**
     * @param folder an empty folder for what nginx writes
     * @param target where the site was published
     * @param path where the site is on the server, with slashes at both ends
     */
    Nginx(Path folder, Path target, String path) {
        this.path = path;
        try {
            port = freePort();
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("site.conf"),
                    Files.readString(SETTINGS)
                            .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
                            .replace("/srv/gongkai/", target + "/")
                            .replace("/xxgk/", path));
            Files.writeString(
                    folder.resolve("nginx.conf"),
                    """
                    daemon off;
                    master_process off;
                    pid nginx.pid;
                    error_log error.log;
                    events {}
                    http {
                        include %s;
                        access_log off;
                        client_body_temp_path body;
                        proxy_temp_path proxy;
                        fastcgi_temp_path fastcgi;
                        uwsgi_temp_path uwsgi;
                        scgi_temp_path scgi;
                        include site.conf;
                    }
                    """
                            .formatted("/etc/nginx/mime.types"));
            process =
                    new ProcessBuilder(
                                    Program.required("nginx"),
                                    "-p",
                                    folder + "/",
                                    "-e",
                                    "error.log",
                                    "-c",
                                    "nginx.conf")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("output.log").toFile())
                            .start();
            awaitStart(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(Path folder) throws IOException {
        while (true) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new AssertionError(Files.readString(folder.resolve("error.log")), e);
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    /** The site's address, with a slash at its end. */
    String url() {
        return host() + path;
    }

    /** The server's address without a slash. */
    String host() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
