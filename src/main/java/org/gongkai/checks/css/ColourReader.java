package org.gongkai.checks.css;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.checks.css.Token.Kind;

/** Reads a colour of a style sheet (CSS Color 4). */
final class ColourReader {
    private static final Map<String, Tint> NAMED = named();

    /** Valid colours that are not worked out here, or that each browser paints as it likes. */
    private static final Set<String> UNKNOWN_FUNCTIONS =
            Set.of(
                    ("color color-mix color-contrast contrast-color lab lch oklab "
                                    + "oklch light-dark device-cmyk alpha")
                            .split(" "));

    private static final Set<String> SYSTEM =
            Set.of(
                    ("accentcolor accentcolortext activetext buttonborder buttonface "
                                    + "buttontext canvas canvastext field fieldtext graytext "
                                    + "highlight highlighttext linktext mark marktext selecteditem "
                                    + "selecteditemtext visitedtext window windowtext -webkit-link "
                                    + "-webkit-text")
                            .split(" "));

    /** The browser's own colours, as user-agent.css names them; the dark ones are Chromium's. */
    private static final Map<String, Read> OWN =
            Map.of(
                    "-own-text", new Read.Scheme(Tint.BLACK, Tint.WHITE),
                    "-own-link", new Read.Scheme(Tint.ofHex(0x0000ee), Tint.ofHex(0x9e9eff)),
                    "-own-button", new Read.Scheme(Tint.ofHex(0xefefef), Tint.ofHex(0x6b6b6b)),
                    "-own-field", new Read.Scheme(Tint.WHITE, Tint.ofHex(0x3b3b3b)));

    private ColourReader() {}

    /** What a value is: a colour, the text's own colour, some colour or other, or none. */
    sealed interface Read {
        /** A colour. */
        record Known(Tint tint) implements Read {}

        /** currentColor. */
        record Current() implements Read {}

        /** A colour of the browser's own, which depends on the colour scheme. */
        record Scheme(Tint light, Tint dark) implements Read {}

        /** A valid colour of which nothing more can be said. */
        record Unknown() implements Read {}

        /** No colour. */
        record Invalid() implements Read {}
    }

    private static final Read CURRENT = new Read.Current();
    private static final Read UNKNOWN = new Read.Unknown();
    private static final Read INVALID = new Read.Invalid();

    static Read read(Tokens value) {
        Tokens tokens = value.trim();
        Token only = tokens.only();
        if (only != null && only.is(Kind.IDENT)) {
            return keyword(only.lower());
        }
        if (only != null && only.is(Kind.HASH)) {
            return known(hex(only.text()));
        }
        if (!tokens.isFunction()) {
            return INVALID;
        }
        String name = tokens.get(0).lower();
        if (UNKNOWN_FUNCTIONS.contains(name)) {
            return UNKNOWN;
        }
        return function(name, tokens.inside(0));
    }

    private static Read known(Tint tint) {
        return tint == null ? INVALID : new Read.Known(tint);
    }

    private static Read keyword(String name) {
        Tint named = NAMED.get(name);
        if (named != null) {
            return new Read.Known(named);
        }
        if (OWN.containsKey(name)) {
            return OWN.get(name);
        }
        return name.equals("currentcolor") ? CURRENT : SYSTEM.contains(name) ? UNKNOWN : INVALID;
    }

    /** Reads 3, 4, 6 or 8 digits; null for anything else. */
    static Tint hex(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), 16) < 0) {
                return null;
            }
        }
        StringBuilder whole = new StringBuilder();
        switch (digits.length()) {
            case 3, 4 -> digits.chars().forEach(c -> whole.append((char) c).append((char) c));
            case 6, 8 -> whole.append(digits);
            default -> {
                return null;
            }
        }
        double alpha = 1;
        if (whole.length() == 8) {
            alpha = Integer.parseInt(whole.substring(6), 16) / 255.0;
        }
        Tint opaque = Tint.ofHex(Integer.parseInt(whole.substring(0, 6), 16));
        return new Tint(opaque.red(), opaque.green(), opaque.blue(), alpha);
    }

    private static Read function(String name, Tokens inside) {
        switch (name) {
            case "rgb", "rgba", "hsl", "hsla", "hwb" -> {}
            default -> {
                return INVALID;
            }
        }
        List<Token> parts = parts(inside);
        if (parts == null) {
            // rgb(from …) and rgb(calc(…) …) are colours, but which?
            return inside.has(Kind.FUNCTION) || inside.at(0).isIdent("from") ? UNKNOWN : INVALID;
        }
        double alpha = 1;
        if (parts.size() == 4) {
            Token token = parts.get(3);
            alpha = token.number() / (token.is(Kind.PERCENTAGE) ? 100 : 1);
            alpha = Math.max(0, Math.min(1, alpha));
        }
        Tint tint =
                switch (name) {
                    case "rgb", "rgba" -> isMixed(inside, parts) ? null : rgb(parts);
                    case "hwb" -> hwb(parts);
                    default -> hsl(parts);
                };
        return tint == null
                ? INVALID
                : new Read.Known(new Tint(tint.red(), tint.green(), tint.blue(), alpha));
    }

    /** Three or four numbers, between commas or spaces, the last after a slash; else null. */
    private static List<Token> parts(Tokens inside) {
        List<Token> parts = new ArrayList<>();
        boolean commas = inside.split(',').size() > 1;
        boolean slash = false;
        for (Tokens word : inside.words()) {
            Token token = word.only();
            if (token == null) {
                return null;
            } else if (token.isIdent("none")) {
                parts.add(new Token(Kind.NUMBER, "0", 0, ""));
            } else if (token.is(Kind.NUMBER)
                    || token.is(Kind.PERCENTAGE)
                    || token.is(Kind.DIMENSION)) {
                parts.add(token);
            } else if (commas ? !token.isDelim(',') : !token.isDelim('/') || parts.size() != 3) {
                return null;
            } else {
                slash = true;
            }
        }
        return parts.size() == 3 || parts.size() == 4 && (commas || slash) ? parts : null;
    }

    /** Whether numbers and percentages stand between commas, where all must be the same. */
    private static boolean isMixed(Tokens inside, List<Token> parts) {
        long shares = parts.stream().limit(3).filter(part -> part.is(Kind.PERCENTAGE)).count();
        return shares % 3 != 0 && inside.split(',').size() > 1;
    }

    private static Tint rgb(List<Token> parts) {
        double[] channels = new double[3];
        for (int i = 0; i < 3; i++) {
            Token part = parts.get(i);
            if (part.is(Kind.DIMENSION)) {
                return null;
            }
            double value = part.is(Kind.PERCENTAGE) ? part.number() * 2.55 : part.number();
            channels[i] = Math.round(Math.max(0, Math.min(255, value)));
        }
        return new Tint(channels[0], channels[1], channels[2], 1);
    }

    private static Tint hsl(List<Token> parts) {
        double saturation = share(parts.get(1));
        double lightness = share(parts.get(2));
        return ofHue(degrees(parts.get(0)), saturation, lightness);
    }

    private static Tint hwb(List<Token> parts) {
        double white = share(parts.get(1));
        double black = share(parts.get(2));
        if (white + black >= 1) {
            double grey = Math.round(255 * white / (white + black));
            return new Tint(grey, grey, grey, 1);
        }
        Tint pure = ofHue(degrees(parts.get(0)), 1, 0.5);
        double left = 1 - white - black;
        return new Tint(
                Math.round(pure.red() * left + 255 * white),
                Math.round(pure.green() * left + 255 * white),
                Math.round(pure.blue() * left + 255 * white),
                1);
    }

    private static Tint ofHue(double degrees, double saturation, double lightness) {
        double[] channels = new double[3];
        double[] steps = {0, 8, 4};
        for (int i = 0; i < 3; i++) {
            double k = (steps[i] + degrees / 30) % 12;
            double a = saturation * Math.min(lightness, 1 - lightness);
            double value = lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
            channels[i] = Math.round(255 * value);
        }
        return new Tint(channels[0], channels[1], channels[2], 1);
    }

    private static double share(Token token) {
        return Math.max(0, Math.min(1, token.number() / 100));
    }

    private static double degrees(Token token) {
        double degrees =
                switch (token.unit()) {
                    case "rad" -> Math.toDegrees(token.number());
                    case "grad" -> token.number() * 0.9;
                    case "turn" -> token.number() * 360;
                    default -> token.number();
                };
        return (degrees % 360 + 360) % 360;
    }

    private static Map<String, Tint> named() {
        Map<String, Tint> named = new HashMap<>();
        named.put("transparent", Tint.CLEAR);
        try (InputStream in = ColourReader.class.getResourceAsStream("colours.txt")) {
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : lines.lines().toList()) {
                String[] words = line.split(" ");
                named.put(words[0], hex(words[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(named);
    }
}
