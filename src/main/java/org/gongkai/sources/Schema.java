package org.gongkai.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What may stand in one of an editor's files: a JSON Schema of {@code schemas/}. The editor's own
 * program completes and explains by the same file, so that the two can't disagree.
 */
final class Schema {
    private final Map<?, ?> file;
    private final Map<?, ?> node;

    private Schema(Map<?, ?> file, Map<?, ?> node) {
        this.file = file;
        this.node = node;
    }

    /** The whole of {@code schemas/<name>.schema.json}. */
    static Schema of(String name) {
        try (InputStream in =
                Schema.class.getResourceAsStream("schemas/" + name + ".schema.json")) {
            // JSON is YAML too.
            Map<?, ?> file =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return new Schema(file, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What may stand under a key, or in each item of a list under it. */
    Schema at(String... keys) {
        Map<?, ?> below = node;
        for (String key : keys) {
            below = mapping((Map<?, ?>) ((Map<?, ?>) below.get("properties")).get(key));
        }
        return new Schema(file, below);
    }

    /** The keys that may stand here, in the order of the schema. */
    List<String> keys() {
        return properties(node);
    }

    /** The keys that may stand here or anywhere below. */
    Set<String> allKeys() {
        Set<String> keys = new LinkedHashSet<>(keys());
        if (file.get("definitions") instanceof Map<?, ?> definitions) {
            definitions
                    .values()
                    .forEach(each -> keys.addAll(properties(mapping((Map<?, ?>) each))));
        }
        for (String key : keys()) {
            keys.addAll(at(key).keys());
        }
        return keys;
    }

    /** The words that a key takes. */
    List<String> words(String key) {
        return ((List<?>) at(key).node.get("enum")).stream().map(String::valueOf).toList();
    }

    private static List<String> properties(Map<?, ?> node) {
        List<String> keys = new ArrayList<>();
        if (node.get("properties") instanceof Map<?, ?> properties) {
            properties.keySet().forEach(key -> keys.add(String.valueOf(key)));
        }
        return keys;
    }

    /** The mapping that a schema describes, itself, as the items of a list or as one of several. */
    private Map<?, ?> mapping(Map<?, ?> schema) {
        if (schema.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return mapping((Map<?, ?>) ((Map<?, ?>) file.get("definitions")).get(name));
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            return mapping(items);
        }
        if (schema.get("anyOf") instanceof List<?> choices) {
            for (Object choice : choices) {
                Map<?, ?> chosen = mapping((Map<?, ?>) choice);
                if (chosen.containsKey("properties")) {
                    return chosen;
                }
            }
        }
        return schema;
    }
}
