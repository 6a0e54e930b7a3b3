package org.gongkai.checks.css;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.gongkai.checks.css.Token.Kind;

/** Tells whether a media query holds (Media Queries 5); what is not known does not. */
final class MediaQuery {
    private static final int DEEPEST = 16;

    private final Medium medium;

    MediaQuery(Medium medium) {
        this.medium = medium;
    }

    /** Whether one of the queries between commas holds, or there is none. */
    boolean holds(Tokens list) {
        Tokens queries = list.trim();
        return queries.isEmpty()
                || queries.split(',').stream().anyMatch(query -> holdsOne(query) == Boolean.TRUE);
    }

    /** True, false, or null where it is not known. */
    private Boolean holdsOne(Tokens query) {
        int i = 0;
        boolean not = false;
        if (query.at(0).isIdent("only") || query.at(0).isIdent("not")) {
            Token type = query.at(2);
            if (type.is(Kind.IDENT)) {
                not = query.at(0).isIdent("not");
                i = 2;
            }
        }
        if (!query.at(i).is(Kind.IDENT) || query.at(i).isIdent("not")) {
            return condition(query, 0);
        }
        Boolean type =
                switch (query.get(i).lower()) {
                    case "all", "screen" -> true;
                    default -> false;
                };
        Tokens rest = query.slice(i + 1, query.size()).trim();
        if (!rest.isEmpty()) {
            if (!rest.get(0).isIdent("and")) {
                return null;
            }
            type = and(type, condition(rest.slice(1, rest.size()), 0));
        }
        return not ? not(type) : type;
    }

    private Boolean condition(Tokens tokens, int depth) {
        List<Tokens> words = tokens.trim().words();
        if (words.isEmpty() || depth > DEEPEST) {
            return null;
        }
        if (words.get(0).is("not")) {
            return words.size() == 2 ? not(inBrackets(words.get(1), depth)) : null;
        }
        Boolean holds = inBrackets(words.get(0), depth);
        for (int i = 1; i < words.size(); i += 2) {
            if (i + 1 == words.size() || !words.get(i).isOneOf("and", "or")) {
                return null;
            }
            Boolean next = inBrackets(words.get(i + 1), depth);
            holds = words.get(i).is("and") ? and(holds, next) : or(holds, next);
        }
        return holds;
    }

    private Boolean inBrackets(Tokens word, int depth) {
        if (word.isEmpty() || !word.get(0).isOpen('(')) {
            return null;
        }
        Tokens inside = word.inside(0).trim();
        if (inside.at(0).isOpen('(') || inside.at(0).isIdent("not")) {
            Boolean range = range(inside);
            return range != null ? range : condition(inside, depth + 1);
        }
        Boolean range = range(inside);
        return range != null ? range : feature(inside);
    }

    private Boolean feature(Tokens inside) {
        Token name = inside.at(0);
        if (!name.is(Kind.IDENT)) {
            return null;
        }
        List<Tokens> parts = inside.split(':');
        if (parts.size() == 1) {
            return inside.size() == 1 ? present(name.lower()) : null;
        }
        if (parts.size() != 2 || parts.get(0).size() != 1) {
            return null;
        }
        return is(name.lower(), parts.get(1));
    }

    private Boolean present(String name) {
        return switch (name) {
            case "width", "height", "color", "hover", "any-hover", "pointer", "any-pointer" -> true;
            case "aspect-ratio", "resolution", "scripting", "update", "prefers-color-scheme" ->
                    true;
            case "prefers-contrast" -> medium.moreContrast();
            case "prefers-reduced-motion", "forced-colors", "monochrome", "grid" -> false;
            case "prefers-reduced-transparency", "inverted-colors", "prefers-reduced-data" -> false;
            default -> null;
        };
    }

    private Boolean is(String name, Tokens value) {
        String size = name.replaceFirst("^(min|max)-(device-)?|^device-", "");
        if (size.equals("width") || size.equals("height")) {
            OptionalDouble length = length(value);
            if (length.isEmpty()) {
                return null;
            }
            double own = size.equals("width") ? medium.width() : medium.height();
            double other = length.getAsDouble();
            return name.startsWith("min-")
                    ? own >= other
                    : name.startsWith("max-") ? own <= other : own == other;
        }
        String word = value.toString().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "orientation" ->
                    word.equals(medium.width() > medium.height() ? "landscape" : "portrait");
            case "prefers-color-scheme" -> word.equals(medium.dark() ? "dark" : "light");
            case "prefers-contrast" ->
                    word.equals(medium.moreContrast() ? "more" : "no-preference");
            case "prefers-reduced-motion", "prefers-reduced-transparency", "prefers-reduced-data" ->
                    word.equals("no-preference");
            case "forced-colors", "inverted-colors" -> word.equals("none");
            case "hover", "any-hover" -> word.equals("hover");
            case "pointer", "any-pointer" -> word.equals("fine");
            case "scripting" -> word.equals("enabled");
            case "update" -> word.equals("fast");
            case "color-gamut" -> word.equals("srgb");
            case "display-mode" -> word.equals("browser");
            default -> null;
        };
    }

    /** Reads width >= 40em and 40em <= width < 60em; null for anything else. */
    private Boolean range(Tokens inside) {
        Boolean holds = null;
        int from = 0;
        Double left = null;
        String sign = null;
        for (int i = 0; i <= inside.size(); i++) {
            boolean isSign = i < inside.size() && isSign(inside.get(i));
            if (i < inside.size() && !isSign) {
                continue;
            }
            Double right = operand(inside.slice(from, i).trim());
            if (right == null) {
                return null;
            }
            if (sign != null) {
                holds = and(holds == null ? Boolean.TRUE : holds, compare(left, sign, right));
            }
            if (isSign) {
                boolean equal = inside.at(i + 1).isDelim('=');
                sign = inside.get(i).text() + (equal && !inside.get(i).isDelim('=') ? "=" : "");
                i += sign.length() - 1;
                from = i + 1;
                left = right;
            }
        }
        return holds;
    }

    private static boolean isSign(Token token) {
        return token.isDelim('<') || token.isDelim('>') || token.isDelim('=');
    }

    private static Boolean compare(double left, String sign, double right) {
        return switch (sign) {
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            case ">=" -> left >= right;
            default -> left == right;
        };
    }

    private Double operand(Tokens tokens) {
        if (tokens.is("width")) {
            return (double) medium.width();
        }
        if (tokens.is("height")) {
            return (double) medium.height();
        }
        OptionalDouble length = length(tokens);
        return length.isPresent() ? length.getAsDouble() : null;
    }

    private OptionalDouble length(Tokens value) {
        return new Lengths(Lengths.MEDIUM, Lengths.MEDIUM, medium).pixels(value);
    }

    private static Boolean not(Boolean one) {
        return one == null ? null : !one;
    }

    private static Boolean and(Boolean one, Boolean other) {
        if (one == Boolean.FALSE || other == Boolean.FALSE) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    private static Boolean or(Boolean one, Boolean other) {
        if (one == Boolean.TRUE || other == Boolean.TRUE) {
            return true;
        }
        return one == null || other == null ? null : Boolean.FALSE;
    }
}
