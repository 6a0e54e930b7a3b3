package org.gongkai.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script with short names and no more blanks than needed, as a phone gets the client of the
 * search: a tenth less to wait for.
 *
 * <p>A name is made short only if the script binds it, and if nowhere in it something of that name
 * is a property or exported: then every place that has the name means a variable, and all of them
 * get the same new name, which nothing else has. What is not certain keeps its name.
 */
final class ShortScript {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<blank>\\s+)"
                            + "|(?<text>'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\")"
                            + "|(?<word>[A-Za-z_$][\\w$]*)"
                            + "|(?<number>\\d[\\w.]*)"
                            + "|(?<sign>=>|\\.\\.\\.|&&|\\|\\||\\+\\+|--|.)");
    private static final Pattern REGEX =
            Pattern.compile("/(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\])*\\]|[^/\\\\\\[])+/[a-z]*");

    /** Up to what stands in between, or to the end. */
    private static final Pattern TEMPLATE =
            Pattern.compile("(?:\\\\.|[^`\\\\$]|\\$(?!\\{))*(?:`|\\$\\{)");

    /** What stands before a regular expression, and not before a division. */
    private static final Set<String> BEFORE_REGEX =
            Set.of(
                    "", "(", ",", "=", ":", "[", "!", "&", "|", "?", "{", "}", ";", "+", "=>",
                    "return", "&&", "||");

    private static final Set<String> BINDING = Set.of("const", "let", "function", "class");

    /** Short words of the language, also those that may name a variable. */
    private static final Set<String> KEYWORDS =
            Set.of("do", "if", "in", "of", "as", "get", "set", "from", "async", "await", "static");

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";

    private enum Kind {
        BLANK,
        TEXT,
        WORD,
        SIGN
    }

    private record Token(Kind kind, String text) {}

    private final String script;

    /** Without blanks, which stand in {@link #blanks} before the token of the same place. */
    private final List<Token> tokens = new ArrayList<>();

    private final List<String> blanks = new ArrayList<>();

    private ShortScript(String script) {
        this.script = script;
        read();
    }

    static String of(String script) {
        ShortScript its = new ShortScript(script);
        return its.written(its.shortNames());
    }

    private void read() {
        Matcher token = TOKEN.matcher(script);
        Matcher regex = REGEX.matcher(script);
        Matcher template = TEMPLATE.matcher(script);
        Deque<Integer> templates = new ArrayDeque<>();
        int depth = 0;
        String blank = "";
        for (int at = 0; at < script.length(); ) {
            char c = script.charAt(at);
            boolean ends = c == '}' && !templates.isEmpty() && templates.peek() == depth;
            Kind kind;
            int end;
            if (c == '`' || ends) {
                template.region(at + 1, script.length()).lookingAt();
                end = template.end();
                kind = Kind.TEXT;
                if (ends) {
                    templates.pop();
                }
                if (script.charAt(end - 1) == '{') {
                    templates.push(depth);
                }
            } else if (c == '/' && BEFORE_REGEX.contains(text(tokens.size() - 1))) {
                regex.region(at, script.length()).lookingAt();
                end = regex.end();
                kind = Kind.TEXT;
            } else {
                token.region(at, script.length()).lookingAt();
                end = token.end();
                kind =
                        token.group("blank") != null
                                ? Kind.BLANK
                                : token.group("word") != null
                                        ? Kind.WORD
                                        : token.group("sign") != null ? Kind.SIGN : Kind.TEXT;
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            String text = script.substring(at, end);
            if (kind == Kind.BLANK) {
                blank = text;
            } else {
                tokens.add(new Token(kind, text));
                blanks.add(blank);
                blank = "";
            }
            at = end;
        }
    }

    private String text(int place) {
        return place >= 0 && place < tokens.size() ? tokens.get(place).text() : "";
    }

    private boolean isWord(int place) {
        return place < tokens.size() && tokens.get(place).kind() == Kind.WORD;
    }

    private Map<String, String> shortNames() {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> bound = new HashSet<>();
        Set<String> fixed = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String before = text(i - 1);
            if (isWord(i)) {
                counts.merge(text(i), 1, Integer::sum);
                if (BINDING.contains(before) || text(i + 1).equals("=>")) {
                    bound.add(text(i));
                }
                if (isFixed(i)) {
                    fixed.add(text(i));
                }
            }
            if (text(i).equals("=>") && before.equals(")")) {
                bindBetween(opening(i - 1), i - 1, bound);
            } else if (text(i).equals("[") && BINDING.contains(before)) {
                bindBetween(i, closing(i), bound);
            } else if (text(i).equals("(") && text(i - 2).equals("function")) {
                bindBetween(i, closing(i), bound);
            }
        }
        bound.removeAll(fixed);
        bound.removeAll(KEYWORDS);
        Map<String, String> names = new HashMap<>();
        int[] next = {0};
        bound.stream()
                .filter(name -> name.length() > 1)
                .sorted(
                        Comparator.comparing((String name) -> -counts.get(name) * name.length())
                                .thenComparing(Comparator.naturalOrder()))
                .forEach(name -> names.put(name, unused(next, counts.keySet())));
        return names;
    }

    /** Whether a word may be a property here, or is seen from outside. */
    private boolean isFixed(int place) {
        String before = text(place - 1);
        String after = text(place + 1);
        boolean inBraces = before.equals("{") || before.equals(",");
        boolean exported = text(place - 2).equals("export") || text(place - 3).equals("export");
        return before.equals(".")
                || exported
                || (inBraces
                        && Set.of(":", ",", "}", "=", "(").contains(after)
                        && isInBraces(place));
    }

    /** Whether the nearest bracket that is open is a brace. */
    private boolean isInBraces(int place) {
        int depth = 0;
        for (int i = place - 1; i >= 0; i--) {
            int step = step(i);
            if (step > 0 && depth == 0) {
                return text(i).equals("{");
            }
            depth -= step;
        }
        return false;
    }

    /** 1 for what opens, -1 for what closes; what stands in a template is between brackets, too. */
    private int step(int place) {
        String text = text(place);
        if (tokens.get(place).kind() == Kind.TEXT) {
            return (text.endsWith("${") ? 1 : 0) - (text.startsWith("}") ? 1 : 0);
        }
        return switch (text) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
    }

    private int opening(int closing) {
        int depth = 0;
        for (int i = closing; i >= 0; i--) {
            depth += step(i);
            if (depth == 0) {
                return i;
            }
        }
        return closing;
    }

    private int closing(int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            depth += step(i);
            if (depth == 0) {
                return i;
            }
        }
        return opening;
    }

    private void bindBetween(int from, int to, Set<String> bound) {
        for (int i = from + 1; i < to; i++) {
            if (isWord(i) && Set.of("(", "[", ",", "...").contains(text(i - 1))) {
                bound.add(text(i));
            }
        }
    }

    private static String unused(int[] next, Set<String> used) {
        for (; ; ) {
            StringBuilder name = new StringBuilder();
            int rest = next[0]++;
            do {
                name.append(LETTERS.charAt(rest % LETTERS.length()));
                rest = rest / LETTERS.length() - 1;
            } while (rest >= 0);
            if (!used.contains(name.toString()) && !KEYWORDS.contains(name.toString())) {
                return name.toString();
            }
        }
    }

    private String written(Map<String, String> names) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String text =
                    token.kind() == Kind.WORD
                            ? names.getOrDefault(token.text(), token.text())
                            : token.text();
            if (!blanks.get(i).isEmpty() && !out.isEmpty()) {
                out.append(blank(blanks.get(i), out.charAt(out.length() - 1), text.charAt(0)));
            }
            out.append(text);
        }
        return out.append('\n').toString();
    }

    /**
     * A new line may end a statement; where one cannot, and no two words meet, nothing is needed.
     */
    private static String blank(String blank, char before, char after) {
        if (blank.contains("\n")) {
            return ";{,([:?=&|>".indexOf(before) >= 0 || ")]}?:&|.".indexOf(after) >= 0 ? "" : "\n";
        }
        boolean wordsMeet = isPart(before) && isPart(after);
        return wordsMeet || (before == after && "+-".indexOf(before) >= 0) ? " " : "";
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
