package org.gongkai.checks.css;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.checks.css.Token.Kind;

/**
 * Reads a style sheet as browsers do (CSS Syntax 3, §5): what is wrong is dropped, and the rest
 * goes on. Conditions are decided here, for one medium.
 */
final class SheetReader {
    private static final int DEEPEST = 24;

    private final MediaQuery mediaQuery;
    private final List<StyleSheet.Import> imports = new ArrayList<>();
    private final List<StyleSheet.Rule> rules = new ArrayList<>();
    private final Set<String> layers = new LinkedHashSet<>();
    private final Map<String, Tokens> registered = new TreeMap<>();
    private boolean unsure;

    private SheetReader(Medium medium) {
        this.mediaQuery = new MediaQuery(medium);
    }

    static StyleSheet read(String css, Medium medium) {
        SheetReader reader = new SheetReader(medium);
        reader.sheet(Tokens.read(css), "", 0);
        return new StyleSheet(
                List.copyOf(reader.imports),
                List.copyOf(reader.rules),
                List.copyOf(reader.layers),
                reader.registered,
                reader.unsure);
    }

    /** The declarations of a style attribute. */
    static StyleSheet.Rule attribute(String css) {
        Block block = new Block();
        Tokens tokens = Tokens.read(css);
        for (int i = 0; i < tokens.size(); ) {
            int end = endOfDeclaration(tokens, i);
            block.add(tokens.slice(i, end).trim());
            i = end + 1;
        }
        return block.rule(List.of(), "");
    }

    private void sheet(Tokens tokens, String layer, int depth) {
        int i = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            if (token.is(Kind.SPACE)) {
                i++;
            } else if (token.is(Kind.AT_KEYWORD)) {
                i = atRule(tokens, i, null, layer, depth);
            } else {
                int open = opening(tokens, i);
                if (open < tokens.size()) {
                    styleRule(tokens.slice(i, open), tokens.inside(open), null, layer, depth);
                    open = tokens.closer(open);
                }
                i = open + 1;
            }
        }
    }

    /** The place of the block that a rule opens, or the end. */
    private static int opening(Tokens tokens, int from) {
        int i = from;
        while (i < tokens.size() && !tokens.get(i).isOpen('{')) {
            i = tokens.after(i);
        }
        return i;
    }

    /** Reads a rule that starts with @, and gives the place after it. */
    private int atRule(Tokens tokens, int at, List<Selector> outer, String layer, int depth) {
        int i = at + 1;
        while (i < tokens.size() && !tokens.get(i).isOpen('{') && !tokens.get(i).isDelim(';')) {
            i = tokens.after(i);
        }
        String name = tokens.get(at).lower();
        Tokens prelude = tokens.slice(at + 1, i).trim();
        if (i == tokens.size() || tokens.get(i).isDelim(';')) {
            statement(name, prelude, layer);
            return i + 1;
        }
        if (depth < DEEPEST) {
            block(name, prelude, tokens.inside(i), outer, layer, depth + 1);
        }
        return tokens.after(i);
    }

    private void statement(String name, Tokens prelude, String layer) {
        if (name.equals("layer")) {
            prelude.split(',').forEach(each -> named(layer, each.toString()));
        } else if (name.equals("import") && rules.isEmpty() && !prelude.isEmpty()) {
            imported(prelude);
        }
    }

    private void imported(Tokens prelude) {
        Token first = prelude.get(0);
        if (first.isFunction("url")) {
            first = prelude.inside(0).trim().at(0);
        }
        if (!first.is(Kind.STRING) && !first.is(Kind.URL)) {
            return;
        }
        Tokens rest = prelude.slice(prelude.after(0), prelude.size()).trim();
        String layer = "";
        if (rest.at(0).isIdent("layer") || rest.at(0).isFunction("layer")) {
            boolean anonymous = rest.at(0).is(Kind.IDENT);
            layer = named("", anonymous ? "" : rest.inside(0).trim().toString());
            rest = rest.slice(rest.after(0), rest.size()).trim();
        }
        if (rest.at(0).isFunction("supports")) {
            if (!Supports.holds(rest.inside(0))) {
                return;
            }
            rest = rest.slice(rest.after(0), rest.size()).trim();
        }
        if (mediaQuery.holds(rest)) {
            imports.add(new StyleSheet.Import(first.text(), layer));
        }
    }

    private void block(
            String name,
            Tokens prelude,
            Tokens inside,
            List<Selector> outer,
            String layer,
            int depth) {
        switch (name) {
            case "media" -> {
                if (mediaQuery.holds(prelude)) {
                    content(inside, outer, layer, depth);
                }
            }
            case "supports" -> {
                if (Supports.holds(prelude)) {
                    content(inside, outer, layer, depth);
                }
            }
            case "layer" -> content(inside, outer, named(layer, prelude.toString()), depth);
            case "property" -> property(prelude.toString(), inside);
            case "container", "scope" -> unsure |= colours(inside);
            default -> {}
        }
    }

    private void content(Tokens inside, List<Selector> outer, String layer, int depth) {
        if (outer == null) {
            sheet(inside, layer, depth);
        } else {
            nested(inside, outer, layer, depth);
        }
    }

    /** The whole name of a layer; one without a name is like no other. */
    private String named(String above, String name) {
        String own = name.isEmpty() ? "(" + layers.size() + ")" : name;
        String whole = above.isEmpty() ? own : above + "." + own;
        layers.add(whole);
        return whole;
    }

    private void property(String name, Tokens inside) {
        for (int i = 0; i < inside.size(); ) {
            int end = endOfDeclaration(inside, i);
            Tokens declaration = inside.slice(i, end).trim();
            List<Tokens> parts = declaration.split(':');
            if (parts.size() == 2 && parts.get(0).is("initial-value")) {
                registered.put(name, parts.get(1));
            }
            i = end + 1;
        }
    }

    private static boolean colours(Tokens inside) {
        return inside.list().stream()
                .filter(token -> token.is(Kind.IDENT))
                .map(Token::lower)
                .anyMatch(name -> name.equals("color") || name.startsWith("background"));
    }

    private void styleRule(
            Tokens prelude, Tokens inside, List<Selector> outer, String layer, int depth) {
        List<Selector> selectors = new SelectorReader(outer).read(prelude.trim());
        if (selectors == null || depth >= DEEPEST) {
            return;
        }
        nested(inside, selectors, layer, depth + 1);
    }

    /** What stands in the block of a style rule: declarations, and rules within it. */
    private void nested(Tokens inside, List<Selector> selectors, String layer, int depth) {
        Block block = new Block();
        int i = 0;
        while (i < inside.size()) {
            Token token = inside.get(i);
            if (token.is(Kind.SPACE) || token.isDelim(';')) {
                i++;
                continue;
            }
            if (token.is(Kind.AT_KEYWORD)) {
                block = flushed(block, selectors, layer);
                i = atRule(inside, i, selectors, layer, depth);
                continue;
            }
            boolean custom = token.is(Kind.IDENT) && token.text().startsWith("--");
            int end = i;
            while (end < inside.size()
                    && !inside.get(end).isDelim(';')
                    && (custom || !inside.get(end).isOpen('{'))) {
                end = inside.after(end);
            }
            if (end < inside.size() && inside.get(end).isOpen('{')) {
                block = flushed(block, selectors, layer);
                styleRule(inside.slice(i, end), inside.inside(end), selectors, layer, depth);
                i = inside.after(end);
            } else {
                block.add(inside.slice(i, end).trim());
                i = end + 1;
            }
        }
        flushed(block, selectors, layer);
    }

    private Block flushed(Block block, List<Selector> selectors, String layer) {
        if (block.isEmpty()) {
            return block;
        }
        rules.add(block.rule(selectors, layer));
        return new Block();
    }

    /** The place of the semicolon that ends a declaration, or the end. */
    private static int endOfDeclaration(Tokens tokens, int from) {
        int i = from;
        while (i < tokens.size() && !tokens.get(i).isDelim(';')) {
            i = tokens.after(i);
        }
        return i;
    }

    /** The declarations of a rule. */
    private static final class Block {
        private final List<Declaration> normal = new ArrayList<>();
        private final List<Declaration> important = new ArrayList<>();

        /** Takes a declaration; passes over what has not the form of one. */
        void add(Tokens tokens) {
            int colon = 1;
            while (colon < tokens.size() && tokens.get(colon).is(Kind.SPACE)) {
                colon++;
            }
            if (!tokens.at(0).is(Kind.IDENT) || !tokens.at(colon).isDelim(':')) {
                return;
            }
            String name = tokens.get(0).text();
            boolean custom = name.startsWith("--");
            Tokens value = tokens.slice(colon + 1, tokens.size()).trim();
            boolean isImportant = false;
            int size = value.size();
            if (size > 1 && value.get(size - 1).isIdent("important")) {
                int mark = size - 2;
                while (mark >= 0 && value.get(mark).is(Kind.SPACE)) {
                    mark--;
                }
                if (mark >= 0 && value.get(mark).isDelim('!')) {
                    isImportant = true;
                    value = value.slice(0, mark).trim();
                }
            }
            (isImportant ? important : normal)
                    .addAll(
                            DeclarationReader.read(
                                    custom ? name : name.toLowerCase(Locale.ROOT), value));
        }

        boolean isEmpty() {
            return normal.isEmpty() && important.isEmpty();
        }

        StyleSheet.Rule rule(List<Selector> selectors, String layer) {
            return new StyleSheet.Rule(
                    selectors, List.copyOf(normal), List.copyOf(important), layer);
        }
    }
}
