package org.gongkai.checks.css;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jsoup.nodes.Element;

/** Finds the style sheets of pages, and reads each text and each combination once. */
final class PageSheets {
    private static final int MOST_IMPORTS = 100;
    private static final int MOST_KEPT = 200;
    private static final int DEEPEST_LAYER = 20;

    private final Medium medium;
    private final StyleSheet browser;
    private final Map<String, StyleSheet> read = new ConcurrentHashMap<>();
    private final Map<List<Source>, Cascade> cascades = new ConcurrentHashMap<>();

    PageSheets(Medium medium) {
        this.medium = medium;
        this.browser = SheetReader.read(browserSheet(), medium);
    }

    /** The text of a sheet, and the layer that it is imported into. */
    private record Source(String css, String layer) {}

    /**
     * The sheets of a page.
     *
     * @param sure whether all were found, and all that they say of colours can be told
     */
    record Found(Cascade cascade, boolean sure) {}

    Found of(List<Box> page, Function<String, Optional<String>> load) {
        Search search = new Search(load);
        for (Box box : page) {
            Element element = box.element();
            boolean names =
                    box.tag().equals("style")
                            || box.tag().equals("link")
                                    && element.hasAttr("rel")
                                    && element.hasAttr("href");
            String media = names ? element.attr("media") : "";
            if (names && (media.isEmpty() || new MediaQuery(medium).holds(Tokens.read(media)))) {
                search.look(element);
            }
        }
        if (cascades.size() > MOST_KEPT) {
            cascades.clear();
        }
        Cascade cascade = cascades.computeIfAbsent(List.copyOf(search.sources), this::cascade);
        return new Found(cascade, search.sure);
    }

    private StyleSheet sheet(String css) {
        if (read.size() > MOST_KEPT) {
            read.clear();
        }
        return read.computeIfAbsent(css, text -> SheetReader.read(text, medium));
    }

    private Cascade cascade(List<Source> sources) {
        List<StyleSheet.Rule> rules = new ArrayList<>();
        Layer layers = new Layer();
        Map<String, Tokens> registered = new HashMap<>();
        for (Source source : sources) {
            StyleSheet sheet = sheet(source.css);
            layers.add(source.layer);
            sheet.layers().forEach(name -> layers.add(joined(source.layer, name)));
            registered.putAll(sheet.registered());
            for (StyleSheet.Rule rule : sheet.rules()) {
                String layer = joined(source.layer, rule.layer());
                rules.add(
                        new StyleSheet.Rule(
                                rule.selectors(), rule.normal(), rule.important(), layer));
            }
        }
        return new Cascade(browser, rules, layers.names(), registered, medium);
    }

    private static String joined(String above, String name) {
        return above.isEmpty() || name.isEmpty() ? above + name : above + "." + name;
    }

    /** A cascade layer and those within it, in the order in which they are first named. */
    private static final class Layer {
        private final Map<String, Layer> inner = new LinkedHashMap<>();

        void add(String name) {
            Layer layer = this;
            if (!name.isEmpty()) {
                for (String part : name.split("\\.", DEEPEST_LAYER)) {
                    layer = layer.inner.computeIfAbsent(part, each -> new Layer());
                }
            }
        }

        /**
         * The whole names of all layers, the weakest first; a layer is stronger than its inner
         * ones.
         */
        List<String> names() {
            List<String> names = new ArrayList<>();
            inner.forEach(
                    (name, layer) -> {
                        layer.names().forEach(below -> names.add(name + "." + below));
                        names.add(name);
                    });
            return names;
        }
    }

    /** The search for the sheets of one page. */
    private final class Search {
        private final Function<String, Optional<String>> load;
        private final List<Source> sources = new ArrayList<>();
        private final Set<String> imported = new HashSet<>();
        private boolean sure = true;

        Search(Function<String, Optional<String>> load) {
            this.load = load;
        }

        void look(Element element) {
            if (element.normalName().equals("style")) {
                String type = element.attr("type").toLowerCase(Locale.ROOT);
                if (type.isEmpty() || type.equals("text/css")) {
                    add(element.data(), "", "");
                }
                return;
            }
            List<String> words =
                    List.of(element.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
            boolean used = words.contains("stylesheet") && !words.contains("alternate");
            if (used && !element.hasAttr("disabled")) {
                load(element.attr("href"), "");
            }
        }

        private void load(String href, String layer) {
            Optional<String> css = load.apply(href);
            css.ifPresent(text -> add(text, href, layer));
            sure &= css.isPresent();
        }

        private void add(String css, String href, String layer) {
            StyleSheet sheet = sheet(css);
            sure &= !sheet.unsure();
            for (StyleSheet.Import next : sheet.imports()) {
                String address = resolved(href, next.href());
                if (imported.size() < MOST_IMPORTS && imported.add(address)) {
                    load(address, joined(layer, next.layer()));
                }
            }
            sources.add(new Source(css, layer));
        }

        private static String resolved(String base, String href) {
            try {
                return base.isEmpty() ? href : URI.create(base).resolve(href).toString();
            } catch (IllegalArgumentException e) {
                return href;
            }
        }
    }

    private static String browserSheet() {
        try (InputStream in = PageSheets.class.getResourceAsStream("user-agent.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
