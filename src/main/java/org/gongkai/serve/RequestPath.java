package org.gongkai.serve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a request asks for, relative to the server's root and decoded once; ends with a slash where
 * a folder is meant.
 */
record RequestPath(String text) {
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /** Empty for all that no link of a site leads to, first of all ways out of it. */
    static Optional<RequestPath> of(String raw) {
        if (raw == null || !raw.startsWith("/")) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        List<String> rawParts = Arrays.asList(raw.substring(1).split("/", -1));
        for (int i = 0; i < rawParts.size(); i++) {
            Optional<String> part = decoded(rawParts.get(i));
            boolean end = i == rawParts.size() - 1 && rawParts.get(i).isEmpty();
            if (part.isEmpty() || !(end || isName(part.get()))) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new RequestPath(String.join("/", parts)));
    }

    private static boolean isName(String part) {
        return !part.isEmpty()
                && !part.equals(".")
                && !part.equals("..")
                && part.chars().noneMatch(c -> c < ' ' || c == 0x7f || "/\\:".indexOf(c) >= 0);
    }

    /** Empty where it is not UTF-8, or a percent sign stands alone. */
    private static Optional<String> decoded(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.put(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            out.put((byte) (high * 16 + low));
            i += 2;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The same seen from a folder of the server; empty where it is not in it. */
    Optional<RequestPath> below(RequestPath base) {
        return !base.text.isEmpty() && text.startsWith(base.text)
                ? Optional.of(new RequestPath(text.substring(base.text.length())))
                : Optional.empty();
    }

    RequestPath asFolder() {
        return isFolder() ? this : new RequestPath(text + "/");
    }

    /** As it stands in an address. */
    String encoded() {
        StringBuilder encoded = new StringBuilder("/");
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each == '/' || PLAIN.indexOf(each) >= 0;
            encoded.append(plain ? String.valueOf((char) each) : String.format("%%%02X", each));
        }
        return encoded.toString();
    }

    boolean isFolder() {
        return text.isEmpty() || text.endsWith("/");
    }

    String file() {
        return isFolder() ? text + "index.html" : text;
    }
}
