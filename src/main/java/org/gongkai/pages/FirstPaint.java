package org.gongkai.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The script in the head of every page that gives back the look a citizen chose (无障碍工具) before
 * anything is painted; assets/tools writes what it reads.
 *
 * <p>It stands in the page, since a file of its own would hold up the first paint by a request. It
 * is the same in all pages, so that a Content-Security-Policy without 'unsafe-inline' allows it by
 * one {@link #hash}. Where it is not allowed, pages are fine and only change their look later.
 *
 * @param script without a line break at its end
 */
public record FirstPaint(String script) {
    private static final String FILE = "first-paint.js";

    /** Reads it from the program itself. */
    public static FirstPaint read() {
        try (InputStream in = FirstPaint.class.getResourceAsStream(FILE)) {
            return new FirstPaint(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands for it in a policy's script-src: {@code 'sha256-…'}, quotes included. */
    public String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
