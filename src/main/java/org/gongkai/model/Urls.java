package org.gongkai.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Addresses as RFC 3986 wants them. */
public final class Urls {
    private static final String PLAIN = "-._~!$&'()*+,;=:@/";

    private Urls() {}

    /** Undoes percent-encoding; what is not well encoded stays as it is. */
    public static String decode(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** Percent-encodes what may not stand in a path; slashes stay. */
    public static String encodePath(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
